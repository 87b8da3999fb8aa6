"""The store: one SQLite file with the six tables, which is the truth that every other file is made from (rule 5).

:mod:`trichluc.store.rows` is what a document puts in, :mod:`trichluc.store.schema` what the tables are,
:mod:`trichluc.store.store` the store itself.
"""

DATABASE = "trichluc.db"
