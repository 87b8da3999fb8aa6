"""Many documents: which files, in worker processes with limits, into the store, out to files.

:func:`trichluc.batch.run.run_batch` is the whole of it.
"""
