"""A run that dies at any step of its finish: what it left is finished by the next one, to the same bytes."""

import os
import pathlib
import sqlite3

import pytest

from made_up import contents, finished_folder, made_result
from trichluc.export.files import ExportOptions, write_files
from trichluc.store.rows import rows_of
from trichluc.store.store import Store

OPTIONS = ExportOptions(xlsx=True)
RESULTS = [made_result(number) for number in (1, 2, 3)]


def read(folder):
    with Store(folder / "trichluc.db", writable=True) as store:
        for result in RESULTS:
            store.add(rows_of(result))


def finish(folder):
    with Store(folder / "trichluc.db", writable=True) as store:
        store.derive()
        write_files(store, folder, OPTIONS)
        store.put("finished", OPTIONS.label())
        store.pack()


class Steps:
    """Counts the moments at which a file is moved into its place or removed, and dies at one of them."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, action):
        def step(*args, **kwargs):
            if self.left == 0:
                os._exit(9)  # as by SIGKILL: nothing is cleaned up
            self.left -= 1
            return action(*args, **kwargs)

        return step


def die_at(folder, step):
    """Run the finish in a child that dies at ``step``; return its exit status, 0 where it had fewer steps."""
    child = os.fork()
    if child == 0:
        try:
            steps = Steps(step)
            pathlib.Path.replace = steps(pathlib.Path.replace)
            pathlib.Path.unlink = steps(pathlib.Path.unlink)
            finish(folder)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return contents(finished_folder(tmp_path_factory.mktemp("whole"), *RESULTS, xlsx=True))


def test_a_finish_can_die_at_every_step(tmp_path, whole) -> None:
    step, statuses = 0, []
    while not statuses or statuses[-1] == 9:
        folder = tmp_path / str(step)
        folder.mkdir()
        read(folder)
        statuses.append(die_at(folder, step))
        finish(folder)
        assert contents(folder) == whole, f"died at step {step}"
        step += 1
    assert statuses[-1] == 0
    assert step > 20  # texts, tables, package, records, workbook, store


def test_a_store_that_died_while_it_wrote_holds_whole_documents(tmp_path, whole) -> None:
    child = os.fork()
    if child == 0:
        try:
            store = Store(tmp_path / "trichluc.db", writable=True)
            store.add(rows_of(RESULTS[0]))
            raw = store._raw()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("DELETE FROM documents")
            os._exit(9)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    with sqlite3.connect(tmp_path / "trichluc.db") as raw:
        assert raw.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    raw.close()
    read(tmp_path)
    finish(tmp_path)
    assert contents(tmp_path) == whole
