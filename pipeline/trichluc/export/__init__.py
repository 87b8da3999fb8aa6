"""Files for other programs, all of them made from the store, streaming, in an order that does not depend on timing.

One module a format; :func:`trichluc.export.files.write_files` writes what a run leaves in its folder.
"""
