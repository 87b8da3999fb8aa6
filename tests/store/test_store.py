"""The store: what goes in comes out, and its bytes depend on nothing but that."""

import random
import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from made_up import made_result
from trichluc.columns import columns_of, flat_row, unflat
from trichluc.errors import UsageError
from trichluc.records import MODELS, Directive
from trichluc.store.rows import rows_of
from trichluc.store.schema import TABLES
from trichluc.store.store import Store


def filled(path, numbers, *, derive=1):
    with Store(path, writable=True) as store:
        for number in numbers:
            store.add(rows_of(made_result(number)))
        for _ in range(derive):
            store.derive()
        store.put("finished", "yes")
        store.pack()
    return path


def test_every_column_of_the_record_classes_is_a_column_of_its_table() -> None:
    for model in MODELS:
        assert [column.name for column in TABLES[model.table_name].columns] == [c.name for c in columns_of(model)]


def test_rows_come_back_as_the_records_that_went_in(tmp_path) -> None:
    result = made_result(7)
    with Store(filled(tmp_path / "t.db", [7])) as store:
        for name in ("references", "indicators", "assessments", "problems"):
            (model,) = [model for model in MODELS if model.table_name == name]
            columns = columns_of(model)
            back = [model.model_validate({c.name: unflat(row[c.name], c) for c in columns}) for row in store.rows(name)]
            assert back == list(getattr(result, name))
        assert store.text_of(result.document.id) == result.text


def test_bytes_do_not_depend_on_the_order_in_which_documents_come(tmp_path) -> None:
    numbers = list(range(1, 40))
    one = filled(tmp_path / "one.db", numbers).read_bytes()
    random.Random(5).shuffle(numbers)
    # some read twice, the tables made anew twice, as by a run that was killed and went on
    other = filled(tmp_path / "other.db", [*numbers[:9], *numbers], derive=2).read_bytes()
    assert one == other
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.db", "other.db"]


def test_a_document_read_again_replaces_its_rows(tmp_path) -> None:
    with Store(tmp_path / "t.db", writable=True) as store:
        store.add(rows_of(made_result(1)))
        store.add(rows_of(replace(made_result(1), indicators=())))
        assert store.count("documents") == 1
        assert store.count("indicators") == 0
        assert store.count("references") == 2


def test_what_is_removed_goes_with_all_that_hangs_on_it(tmp_path) -> None:
    with Store(tmp_path / "t.db", writable=True) as store:
        store.add(rows_of(made_result(1)))
        store.add(rows_of(made_result(2)))
        store.remove([made_result(1).document.id])
        store.derive()
        for name in ("references", "indicators", "assessments", "problems"):
            assert {row["document_id"] for row in store.rows(name)} == {made_result(2).document.id}
        assert [key for key, _ in store.texts()] == [made_result(2).document.id]


def test_a_document_that_cannot_go_in_whole_does_not_go_in_at_all(tmp_path) -> None:
    rows = rows_of(made_result(1))
    rows.tables["assessments"][0]["category"] = "praise"
    with Store(tmp_path / "t.db", writable=True) as store:
        with pytest.raises(IntegrityError):
            store.add(rows)
        assert store.count("documents") == store.count("references") == 0


def test_links_are_held_by_the_database_itself(tmp_path) -> None:
    rows = rows_of(made_result(1))
    rows.tables["references"][0]["directive_id"] = "nowhere"
    with Store(tmp_path / "t.db", writable=True) as store, pytest.raises(IntegrityError):
        store.add(rows)


@pytest.mark.parametrize(
    "words", ["chi thi", "Chỉ thị", "CHỈ THỊ", "bo chinh tri da dat", "1-CT/TW", "đã đạt", 'số 1"']
)
def test_text_is_found_with_marks_and_without(tmp_path, words) -> None:
    with Store(filled(tmp_path / "t.db", [1])) as store:
        found = store.find(words)
        assert found
        key, start, line = found[0]
        text = store.text_of(key)
        assert text is not None
        assert text[start : start + len(line)] == line


def test_the_index_of_full_text_serves_plain_sql(tmp_path) -> None:
    with sqlite3.connect(filled(tmp_path / "t.db", [1, 2])) as raw:
        count = "SELECT count(*) FROM full_text WHERE full_text MATCH ?"
        for query in ("chi thi", "chỉ thị", "da dat", "đã đạt"):  # d and đ
            assert raw.execute(count, (query,)).fetchone() == (6,)
        assert raw.execute(count, ("khong",)).fetchone() == (0,)
    raw.close()


def test_directives_are_put_together_from_all_documents(tmp_path) -> None:
    said = made_result(1), made_result(2)
    first = replace(
        said[0], directives=(said[0].directives[0], Directive(id="2-CT/TW", symbol="2-CT/TW", title="Về tôm"))
    )
    with Store(tmp_path / "t.db", writable=True) as store:
        store.add(rows_of(said[1]))
        store.add(rows_of(first))
        store.derive()
        loose = next(row for row in store.rows("directives") if row["id"] == "2-CT/TW")
    # each field from the first document, in order of path, that says it
    assert (loose["title"], loose["issuer"], loose["known"]) == ("Về tôm", "Bộ Chính trị", False)


def test_what_the_authority_file_knows_goes_first(tmp_path) -> None:
    unsure = Directive(id="1-CT/TW@2030-01-02", symbol="1-CT/TW", title="Về lú")
    with Store(tmp_path / "t.db", writable=True) as store:
        store.add(rows_of(replace(made_result(1), directives=(unsure, made_result(1).directives[1]))))
        store.add(rows_of(made_result(2)))
        store.derive()
        row = next(row for row in store.rows("directives") if row["id"] == unsure.id)
    assert row == flat_row(made_result(2).directives[0])


def test_remarks_are_numbered_after_the_problems_of_their_document(tmp_path) -> None:
    key = made_result(1).document.id
    remark = {"document_id": key, "code": "gone", "message": "gone", "severity": "warning"}
    loose = {**remark, "document_id": None, "code": "skipped"}
    with Store(tmp_path / "t.db", writable=True) as store:
        store.add(rows_of(made_result(1)))
        for _ in range(2):  # written anew, not added to
            store.replace_remarks(["gone", "skipped"], [remark, loose])
        assert [row["id"] for row in store.rows("problems")] == ["runp1", f"{key}p1", f"{key}p2"]
        assert store.remarks(["gone", "skipped"]) == [loose, remark]


def test_two_runs_cannot_write_to_one_store(tmp_path) -> None:
    with Store(tmp_path / "t.db", writable=True) as store:
        store.put("a", "b")
        with pytest.raises(UsageError, match="another run is writing there"):
            Store(tmp_path / "t.db", writable=True)


@pytest.mark.parametrize(
    "content", [b"no database, but longer than the head of one" * 9, b"SQLite format 3\x00 and then nothing of it"]
)
def test_a_file_that_is_no_store_is_refused(tmp_path, content) -> None:
    (tmp_path / "t.db").write_bytes(content)
    with pytest.raises(UsageError, match=r"t\.db: cannot be used as the store"):
        Store(tmp_path / "t.db", writable=True)


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path) -> None:
    with sqlite3.connect(tmp_path / "t.db") as raw:
        raw.execute("CREATE TABLE theirs (x)")
    raw.close()
    for writable in (False, True):
        with pytest.raises(UsageError, match="not a store of this version"):
            Store(tmp_path / "t.db", writable=writable)


def test_no_store_is_said_with_the_way_out(tmp_path) -> None:
    with pytest.raises(UsageError, match="trichluc run"):
        Store(tmp_path / "t.db")
    assert list(tmp_path.iterdir()) == []  # asking makes none


def test_a_store_of_an_older_form_is_made_anew(tmp_path) -> None:
    path = tmp_path / "trichluc.db"
    with Store(path, writable=True) as store:
        store.put("key", "old")
        store.pack()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 1")
    raw.close()
    with pytest.raises(UsageError, match="not a store of this version"):
        Store(path)
    with Store(path, writable=True) as store:
        assert store.get("key") is None
