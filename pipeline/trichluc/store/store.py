"""Write and read the store: one transaction a document, and a finished file that depends on nothing but its content."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, insert, select, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from trichluc.columns import Value, columns_of
from trichluc.errors import UsageError
from trichluc.records import Directive
from trichluc.store.rows import DocumentRows, Row
from trichluc.store.schema import FULL_TEXT, INDICES, SCHEMA_VERSION, TABLES, about, cited, metadata, texts
from trichluc.text.characters import strip_marks

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Stored:
    """What a run needs to know of a document that the store holds already."""

    id: str
    source_path: str
    sha256: str
    fingerprint: str
    status: str
    codes: frozenset[str]


def is_packed(path: Path) -> bool:
    """Return whether the store is finished: :meth:`Store.pack` was the last to write to it.

    The file is not opened as a database: that would leave files of SQLite's own beside an unfinished one.
    """
    if not path.is_file() or path.with_name(f"{path.name}-wal").exists():
        return False
    with path.open("rb") as file:
        head = file.read(20)
    return head.startswith(b"SQLite format 3\0") and head[18:20] == b"\1\1"  # 2 would be a journal written ahead


def _make_way(path: Path) -> None:
    """Remove a finished store that an older version of the program wrote: all that it holds is read anew."""
    if not is_packed(path):
        return
    with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        except sqlite3.DatabaseError:
            return  # opening it says what is wrong
    if 0 < version < SCHEMA_VERSION and tables >= {*TABLES, texts.name, cited.name, about.name}:
        path.unlink()


class Store:
    """The store in one SQLite file. Use it in a ``with`` statement.

    Args:
        path: the database file.
        writable: open it to write; nobody else can open it then. A file that is not there is made.

    Raises:
        UsageError: the file is not there, is not a store, or another run is writing to it.
    """

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        self.path = path
        if not writable and not path.is_file():
            raise UsageError(
                f"{path.parent}: no {path.name} there; give the folder that `trichluc run … --out` wrote to"
            )
        if writable:
            _make_way(path)
        self._engine = _engine(path, writable)
        try:
            self._connection = self._engine.connect()
            self._prepare(writable)
        except (DatabaseError, sqlite3.DatabaseError) as error:
            self._engine.dispose()
            raise _refusal(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        self._engine.dispose()

    # -- what it says about itself

    def get(self, key: str) -> str | None:
        """Return what the store notes about itself under ``key``."""
        with self._reading() as connection:
            return connection.scalar(select(about.c.value).where(about.c.key == key))

    def put(self, key: str, value: str) -> None:
        """Note ``value`` under ``key``."""
        with self._connection.begin():
            _put(self._connection, key, value)

    # -- documents

    def stored(self) -> list[Stored]:
        """Return what is known of every document, in the order of exports."""
        documents, problems = TABLES["documents"], TABLES["problems"]
        with self._reading() as connection:
            codes: dict[str, set[str]] = {}
            for key, code in connection.execute(select(problems.c.document_id, problems.c.code)):
                codes.setdefault(key, set()).add(code)
            columns = [documents.c[name] for name in ("id", "source_path", "sha256", "fingerprint", "status")]
            rows = connection.execute(select(*columns).order_by(documents.c.source_path, documents.c.id))
            return [
                Stored(key, path, digest, fingerprint, status, frozenset(codes.get(key, ())))
                for key, path, digest, fingerprint, status in rows
            ]

    def add(self, rows: DocumentRows) -> None:
        """Put in a document in one transaction, in place of what was there under its key."""
        with self._connection.begin():
            _delete(self._connection, [rows.id])
            self._connection.execute(insert(TABLES["documents"]), [rows.document])
            if rows.text is not None:
                self._connection.execute(insert(texts), [{"document_id": rows.id, "text": rows.text}])
            directives = _distinct(rows.tables["directives"])
            if directives:
                ignoring = insert(TABLES["directives"]).prefix_with("OR IGNORE")
                self._connection.execute(ignoring, directives)
                self._connection.execute(
                    insert(cited), [_as_cited(rows.id, n, row) for n, row in enumerate(directives)]
                )
            for name in ("references", "indicators", "assessments", "problems"):
                if rows.tables[name]:
                    self._connection.execute(insert(TABLES[name]), rows.tables[name])

    def remove(self, keys: Collection[str]) -> None:
        """Take documents out with all that hangs on them."""
        with self._connection.begin():
            _delete(self._connection, keys)

    def replace_remarks(self, codes: Collection[str], remarks: Iterable[Row]) -> None:
        """Put the remarks of a run in place of those of the last one.

        Args:
            codes: the codes that only a run gives.
            remarks: rows of ``problems`` without ``id``; numbered on after their document's own problems.
        """
        problems = TABLES["problems"]
        with self._connection.begin():
            self._connection.execute(delete(problems).where(problems.c.code.in_(codes)))
            counted = select(problems.c.document_id, func.count()).group_by(problems.c.document_id)
            numbers: dict[Value, int] = {row[0]: row[1] for row in self._connection.execute(counted)}
            for remark in remarks:
                key = remark["document_id"]
                numbers[key] = number = numbers.get(key, 0) + 1
                self._connection.execute(
                    insert(problems), [{"record_id": None, **remark, "id": f"{key or 'run'}p{number}"}]
                )

    def remarks(self, codes: Collection[str]) -> list[Row]:
        """Return the remarks that :meth:`replace_remarks` wrote, without key, sorted."""
        problems = TABLES["problems"]
        columns = [problems.c[name] for name in ("document_id", "code", "message", "severity")]
        query = select(*columns).where(problems.c.code.in_(codes))
        return list(self._stream(query.order_by(func.coalesce(problems.c.document_id, ""), *columns[1:])))

    # -- reading

    def rows(self, table: str, document: str | None = None) -> Iterator[Row]:
        """Yield the rows of a table in the order of exports: by path of the document, then as they stand in it."""
        sql = TABLES[table]
        query = select(sql)
        if "document_id" in sql.c:
            documents = TABLES["documents"]
            query = query.outerjoin(documents, documents.c.id == sql.c.document_id)
            query = query.order_by(documents.c.source_path, documents.c.id, func.length(sql.c.id), sql.c.id)
            if document is not None:
                query = select(sql).where(sql.c.document_id == document).order_by(func.length(sql.c.id), sql.c.id)
        else:
            query = query.order_by(*([sql.c.source_path] if table == "documents" else []), sql.c.id)
        return self._stream(query)

    def text_of(self, document: str) -> str | None:
        """Return the clean text of a document, null where it could not be read."""
        with self._reading() as connection:
            return connection.scalar(select(texts.c.text).where(texts.c.document_id == document))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield (document id, clean text) of every document that has one, in order of id."""
        for row in self._stream(select(texts).order_by(texts.c.document_id)):
            yield str(row["document_id"]), str(row["text"])

    def count(self, table: str) -> int:
        """Return the number of rows of a table."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(TABLES[table])) or 0

    def query(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """Return the rows of an SQL ``SELECT``; values are bound by name (``:name``), never put into the words."""
        with self._reading() as connection:
            return [tuple(row) for row in connection.execute(text(statement), values)]

    def find(self, words: str, limit: int = 20) -> list[tuple[str, int, str]]:
        """Return (document id, start, line) of the lines that hold ``words`` as a phrase, marks or no marks."""
        phrase = '"' + strip_marks(words).replace('"', '""') + '"'
        statement = """SELECT document_id, start, text FROM full_text WHERE full_text MATCH :phrase
                       ORDER BY rowid LIMIT :limit"""
        return [(str(a), int(b), str(c)) for a, b, c in self.query(statement, phrase="folded : " + phrase, limit=limit)]

    # -- finishing

    def derive(self) -> None:
        """Make what follows from the documents anew: the directives of the corpus, and the index of full text."""
        with self._connection.begin():
            self._connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            merged = _merge(self._connection.execute(_cited_in_order()).mappings())
            self._connection.execute(delete(TABLES["directives"]))
            for batch in _batches(merged, _BATCH):
                self._connection.execute(insert(TABLES["directives"]), batch)
            self._connection.execute(text("DROP TABLE IF EXISTS full_text"))
            self._connection.execute(text(FULL_TEXT))
            into = text("INSERT INTO full_text (rowid, document_id, start, text, folded) VALUES (:n, :d, :s, :t, :f)")
            for batch in _batches(self._lines(), _BATCH):
                self._connection.execute(into, batch)
            self._connection.execute(text("INSERT INTO full_text (full_text) VALUES ('optimize')"))

    def pack(self) -> None:
        """Write the file anew in the order of its keys, and close: equal content gives equal bytes."""
        new = self.path.with_name(self.path.name + ".new")
        new.unlink(missing_ok=True)
        raw = self._raw()
        raw.execute("VACUUM INTO ?", (str(new),))
        fresh = sqlite3.connect(new, isolation_level=None)
        fresh.execute("PRAGMA schema_version = 1")  # SQLite counts there how often tables were made
        fresh.close()
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        # the journal must be gone before its database is: it would be played into the new one
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.close()
        new.replace(self.path)
        self.path.with_name(f"{self.path.name}-shm").unlink(missing_ok=True)  # of one who looked in before

    # -- inner parts

    def _raw(self) -> sqlite3.Connection:
        raw = self._connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError("the store is not on SQLite")
        return raw

    def _prepare(self, writable: bool) -> None:
        with self._connection.begin():
            version = self._connection.scalar(text("PRAGMA user_version"))
            tables = self._connection.scalar(text("SELECT count(*) FROM sqlite_master"))
            if version != SCHEMA_VERSION and tables:
                raise UsageError(
                    f"{self.path}: not a store of this version of trichluc; write elsewhere, or delete that file"
                )
            if writable and not tables:
                metadata.create_all(self._connection)
                for statement in INDICES:
                    self._connection.exec_driver_sql(statement)
                self._connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._connection.in_transaction():  # another table is being streamed
            yield self._connection
        else:
            with self._connection.begin():
                yield self._connection

    def _stream(self, query: Any) -> Iterator[Row]:
        with self._reading() as connection:
            for row in connection.execute(query.execution_options(yield_per=_BATCH)).mappings():
                yield dict(row)

    def _lines(self) -> Iterator[Row]:
        documents = TABLES["documents"]
        ordered = select(texts).join(documents, documents.c.id == texts.c.document_id)
        number = 0
        for key, content in self._connection.execute(ordered.order_by(documents.c.source_path, documents.c.id)):
            start = 0
            for line in content.split("\n"):
                number += 1
                yield {"n": number, "d": key, "s": start, "t": line, "f": strip_marks(line)}
                start += len(line) + 1


def _engine(path: Path, writable: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        # transactions are begun by the event below, so that tables are made inside one as well
        if not writable:
            return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
        raw = sqlite3.connect(path, timeout=1, isolation_level=None)
        raw.execute("PRAGMA foreign_keys = ON")
        # exclusive: no second run in the same folder, and no shared memory, which network folders lack
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = NORMAL")
        return raw

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writable else "BEGIN")

    return engine


def _refusal(path: Path, error: Exception) -> UsageError:
    if isinstance(error, OperationalError | sqlite3.OperationalError) and "locked" in str(error):
        return UsageError(f"{path}: another run is writing there; wait for it to end, or write to another folder")
    cause = str(getattr(error, "orig", error))
    return UsageError(f"{path}: cannot be used as the store ({cause}); write to another folder, or delete that file")


def _delete(connection: Connection, keys: Collection[str]) -> None:
    documents = TABLES["documents"]
    for key in keys:
        connection.execute(delete(documents).where(documents.c.id == key))


def _put(connection: Connection, key: str, value: str) -> None:
    connection.execute(insert(about).prefix_with("OR REPLACE"), [{"key": key, "value": value}])


def _distinct(rows: Sequence[Row]) -> list[Row]:
    return list({row["id"]: row for row in reversed(rows)}.values())[::-1]


def _as_cited(document: str, number: int, row: Row) -> Row:
    said = {name: value for name, value in row.items() if name != "id"}
    return {"document_id": document, "number": number, "directive_id": row["id"], **said}


def _cited_in_order() -> Any:
    documents = TABLES["documents"]
    joined = select(cited).join(documents, documents.c.id == cited.c.document_id)
    return joined.order_by(cited.c.directive_id, documents.c.source_path, documents.c.id, cited.c.number)


def _merge(rows: Iterable[Any]) -> Iterator[Row]:
    """Yield one row a directive: what the authority file says first, then whoever says it first."""
    fields = [column.name for column in columns_of(Directive) if column.name != "id"]
    merged: Row | None = None
    for row in rows:
        if merged is None or merged["id"] != row["directive_id"]:
            if merged is not None:
                yield merged
            merged = {"id": row["directive_id"], **dict.fromkeys(fields), "known": False}
        if row["known"] and not merged["known"]:
            merged |= {name: row[name] for name in fields if row[name] is not None}
        else:
            merged |= {name: row[name] for name in fields if merged[name] is None}
    if merged is not None:
        yield merged


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
