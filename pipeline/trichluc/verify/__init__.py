"""Every promise of an output folder, checked: texts and offsets, keys and links, enumerations, files against the store.

:func:`trichluc.verify.folder.verify` is the whole of it; :mod:`trichluc.verify.records` looks into the store,
:mod:`trichluc.verify.files` at the files made from it.
"""
