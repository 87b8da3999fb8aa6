"""Which files a run takes, and what it says of the rest."""

import os
import unicodedata

import pytest

from made_up import trichluc, write_reports
from trichluc.batch.inputs import find_inputs
from trichluc.batch.plan import make_plan
from trichluc.errors import UsageError
from trichluc.run import document_id
from trichluc.store.store import Stored


def taken(*given, out="nowhere"):
    from pathlib import Path

    inputs = find_inputs(given, Path(out))
    return [file.source_path for file in inputs.files], [skipped.source_path for skipped in inputs.skipped]


def touch(path, content=b"x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content + path.name.encode())
    return path


def test_hidden_and_temporary_files_are_passed_over(tmp_path) -> None:
    names = [".hidden", "~$report.docx", ".~lock.report.odt#", "._report.docx", "Thumbs.db", "desktop.ini", "a.txt"]
    for name in [*names, ".git/config", "sub/b.txt"]:
        touch(tmp_path / name)
    assert taken(tmp_path) == (["a.txt", "sub/b.txt"], [])


def test_a_hidden_file_that_is_named_is_read(tmp_path) -> None:
    assert taken(touch(tmp_path / ".hidden")) == ([".hidden"], [])


def test_the_output_folder_is_no_input(tmp_path) -> None:
    touch(tmp_path / "a.txt")
    touch(tmp_path / "out" / "texts" / "0.txt")
    assert taken(tmp_path, out=tmp_path / "out") == (["a.txt"], [])


def test_the_output_of_another_run_is_no_input(tmp_path) -> None:
    touch(tmp_path / "a.txt")
    touch(tmp_path / "earlier" / "trichluc.db")
    touch(tmp_path / "earlier" / "records.jsonl")
    assert taken(tmp_path) == (["a.txt"], ["earlier"])


PICTURE = b"GIF89a and so on"


def test_what_is_no_document_is_noted_unless_it_says_that_it_is_one(tmp_path) -> None:
    for name in ("photo.png", "photo", "report.pdf", "report.docx"):
        touch(tmp_path / name, PICTURE)
    assert taken(tmp_path) == (["report.docx", "report.pdf"], ["photo", "photo.png"])
    assert taken(tmp_path / "photo.png") == (["photo.png"], [])  # the user says so


def test_a_folder_of_pictures_has_nothing_to_read(tmp_path) -> None:
    touch(tmp_path / "photo.png", PICTURE)
    done = trichluc("run", tmp_path, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "photo.png: this is a GIF picture" in done.stderr


def test_a_file_given_twice_is_read_once(tmp_path) -> None:
    path = touch(tmp_path / "a.txt")
    assert taken(tmp_path, path, tmp_path) == (["a.txt"], [])


def test_names_are_given_in_nfc_and_files_opened_by_the_name_they_have(tmp_path) -> None:
    name = "báo cáo tổng kết.txt"
    path = touch(tmp_path / unicodedata.normalize("NFD", name))
    inputs = find_inputs([tmp_path], tmp_path / "out")
    assert [file.source_path for file in inputs.files] == [name]
    assert inputs.files[0].path == path
    assert inputs.files[0].sha256


def test_bytes_of_a_name_that_are_no_utf_8_are_shown(tmp_path) -> None:
    (tmp_path / os.fsdecode(b"b\xe1o.txt")).write_bytes(b"x")
    assert taken(tmp_path)[0] == ["b\\xe1o.txt"]


def test_links_to_files_are_followed_others_are_told_of(tmp_path) -> None:
    touch(tmp_path / "away" / "real.txt")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "away" / "real.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe")
    assert taken(folder) == (["link.txt"], ["broken.txt", "loop", "pipe"])


def test_order_is_that_of_the_paths(tmp_path) -> None:
    for name in ("b/1.txt", "a.txt", "b.txt", "B.txt", "đ.txt"):
        touch(tmp_path / name)
    assert taken(tmp_path)[0] == sorted(taken(tmp_path)[0])


@pytest.mark.parametrize("make", ["missing", "empty", "only-litter", "same"])
def test_a_call_that_has_nothing_to_read_is_wrong(tmp_path, make) -> None:
    folder = tmp_path / "in"
    if make != "missing":
        folder.mkdir()
    if make == "only-litter":
        touch(folder / "~$x.docx")
    with pytest.raises(UsageError):
        find_inputs([folder], folder if make == "same" else tmp_path / "out")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere: no such file or folder; check the path"),
        (["empty"], "empty: no files to read there"),
        (["in", "--out", "in"], "in: is the output folder as well"),
        (["in", "--out", "in/bao-cao-01.txt"], "in/bao-cao-01.txt: cannot be written to"),
        (["in", "--out", "/proc/nowhere"], "/proc/nowhere: cannot be written to"),
        (["in", "--rules", "nowhere"], "no such folder of rules"),
        (["in", "--workers", "-1"], "--workers"),
        ([], "INPUT"),
    ],
)
def test_a_wrong_call_is_told_and_ends_with_2(tmp_path, monkeypatch, arguments, said) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", 1)
    (tmp_path / "empty").mkdir()
    done = trichluc("run", *arguments, COLUMNS="200")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_of_several_inputs_one_that_is_not_there_costs_itself_only(tmp_path) -> None:
    reports = write_reports(tmp_path / "in", 2)
    (tmp_path / "empty").mkdir()
    done = trichluc("run", reports, tmp_path / "nowhere.txt", tmp_path / "empty", "--out", tmp_path / "out")
    assert done.returncode == 1
    rows = (tmp_path / "out" / "problems.csv").read_text(encoding="utf-8")
    assert "nowhere.txt: no such file or folder; check the path" in rows
    assert "empty: no files to read there" in rows
    assert len((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_rules_that_cannot_be_used_end_the_call(tmp_path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "unit_names.toml").write_text('[[rule]]\nid = "x"\npattern = "("\n', encoding="utf-8")
    done = trichluc("run", write_reports(tmp_path / "in", 2), "--out", tmp_path / "out", "--rules", rules)
    assert done.returncode == 2
    assert "unit_names.toml: x: " in done.stderr


def plan(files, stored, **options):
    from trichluc.batch.inputs import InputFile, Inputs

    def digest(letter):
        return letter * 64 if letter else ""

    inputs = Inputs(None, [InputFile(None, path, False, digest(letter)) for path, letter in sorted(files.items())])
    known = [
        Stored(document_id(digest(letter), path), path, digest(letter), print_, "ok", frozenset(codes))
        for path, letter, print_, codes in stored
    ]
    made = make_plan(inputs, known, "now", **{"same_root": True, "fresh": False, **options})
    return (
        [f.source_path for f in made.read],
        len(made.kept),
        len(made.replaced),
        [g.source_path for g in made.gone],
        made.duplicates,
    )


@pytest.mark.parametrize(
    ("files", "stored", "options", "expected"),
    [
        ({"x": "a"}, [], {}, (["x"], 0, 0, [], [])),
        ({"x": "a"}, [("x", "a", "now", ())], {}, ([], 1, 0, [], [])),
        ({"x": "a"}, [("x", "a", "now", ())], {"fresh": True}, (["x"], 0, 0, [], [])),
        ({"x": "a"}, [("x", "a", "old", ())], {}, (["x"], 0, 0, [], [])),  # other rules
        ({"x": "a"}, [("x", "a", "now", ("timeout",))], {}, (["x"], 0, 0, [], [])),  # may go better
        ({"x": "a"}, [("x", "a", "now", ("empty",))], {}, ([], 1, 0, [], [])),  # will not
        ({"x": ""}, [("x", "", "now", ())], {}, (["x"], 0, 0, [], [])),  # could not be opened: look again
        ({"x": "b"}, [("x", "a", "now", ())], {}, (["x"], 0, 1, [], [])),  # changed
        ({"x": "b"}, [("x", "a", "now", ())], {"same_root": False}, (["x"], 0, 0, ["x"], [])),  # another x
        ({"y": "a"}, [("x", "a", "now", ())], {}, (["y"], 0, 0, [], [])),  # renamed
        ({"y": "b"}, [("x", "a", "now", ())], {}, (["y"], 0, 0, ["x"], [])),
        ({"x": "a", "y": "a"}, [], {}, (["x"], 0, 0, [], [("a" * 16, "y")])),
        ({"x": "a", "y": "a"}, [("x", "a", "now", ()), ("y", "b", "now", ())], {}, ([], 1, 1, [], [("a" * 16, "y")])),
    ],
)
def test_plans(files, stored, options, expected) -> None:
    assert plan(files, stored, **options) == expected
