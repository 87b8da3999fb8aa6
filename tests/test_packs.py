"""Rule packs: where they are, how overlays lie, what the loader refuses."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from pydantic import BaseModel

from trichluc.errors import RulePackError
from trichluc.packs import Rule, builtin_folder, check_examples, load_packs
from trichluc.rules_check import check_rules


class Cue(Rule):
    """A rule with a field of its own, as a family would define it."""

    category: str


class Row(BaseModel):
    """A line of a CSV pack."""

    code: str
    name: str


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    (tmp_path / "cues.toml").write_text(
        '[words]\nbody = ["Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"]\n'
        '[[rule]]\nid = "a"\ncategory = "x"\npattern = \'của {body} \\d{1,2}\'\n'
        'match = ["của Ban  Thường vụ Tỉnh ủy 12"]\n',
        encoding="utf-8",
    )
    (tmp_path / "rows.csv").write_text("code,name\nNQ,Nghị quyết\nCT,Chỉ thị\n", encoding="utf-8")
    return tmp_path


def test_checkout_reads_the_top_level_rules() -> None:
    assert (builtin_folder() / "document_types.csv").is_file()


def test_word_lists_are_alternatives_longest_first_and_blanks_stretch(overlay: Path) -> None:
    (rule,) = load_packs(overlay).rules("cues.toml", Cue)
    assert not check_examples([rule])
    assert rule.regex.search("của Tỉnh ủy 1")
    assert not rule.regex.search("của Huyện ủy 1")


def test_later_folder_replaces_by_id_and_adds_after(overlay: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    user = tmp_path_factory.mktemp("user")
    (user / "cues.toml").write_text(
        '[[rule]]\nid = "b"\ncategory = "y"\npattern = "b"\nmatch = ["b"]\n'
        '[[rule]]\nid = "a"\ncategory = "z"\npattern = "a"\nmatch = ["a"]\n',
        encoding="utf-8",
    )
    (user / "rows.csv").write_text("code,name\nCT,Chỉ thị (mới)\nXX,Khác\n", encoding="utf-8")
    packs = load_packs(overlay, user)
    assert [(rule.id, rule.category) for rule in packs.rules("cues.toml", Cue)] == [("a", "z"), ("b", "y")]
    assert [row.name for row in packs.table("rows.csv", Row, ["code"])] == ["Nghị quyết", "Chỉ thị (mới)", "Khác"]
    assert packs.fingerprint != load_packs(overlay).fingerprint


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('[[rule]]\nid="a"\ncategory="x"\npattern="a"\nmatch=["a"]\ncolour="red"', "a: colour"),  # unknown key, by name
        ('[[rule]]\nid="a"\ncategory="x"\npattern="a"\nmatch=[]', "a: match"),  # a rule without an example
        ('[[rule]]\nid="a"\ncategory="x"\npattern="{none}"\nmatch=["a"]', "word list 'none'"),
        ("[rule", "not a TOML file"),
        ('[other]\na = "b"', "unknown table 'other'"),
    ],
)
def test_a_broken_pack_is_refused_with_its_place(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "cues.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RulePackError, match=complaint):
        load_packs(tmp_path).rules("cues.toml", Cue)


def test_missing_folder_and_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(RulePackError, match="no such folder"):
        load_packs(tmp_path / "none")
    with pytest.raises(RulePackError, match=r"none\.toml"):
        load_packs(tmp_path).rules("none.toml", Cue)


def test_an_example_that_fails_is_reported() -> None:
    rule = Rule(id="r", pattern="chỉ thị", match=("Chỉ thị 05", "nghị quyết"), reject=("các chỉ thị",))
    assert check_examples([rule]) == [
        "r: must match but does not: nghị quyết",
        "r: must not match but does: các chỉ thị",
    ]


@pytest.mark.parametrize("path", sorted(builtin_folder().glob("*.toml")), ids=lambda path: path.stem)
def test_no_word_stands_twice_in_a_list(path) -> None:
    lists = tomllib.loads(path.read_text(encoding="utf-8")).get("words", {})
    twice = {name: [word for word, count in Counter(words).items() if count > 1] for name, words in lists.items()}
    assert {name: words for name, words in twice.items() if words} == {}


@pytest.mark.parametrize("path", sorted(builtin_folder().glob("*.toml")), ids=lambda path: path.stem)
def test_no_two_rules_of_a_file_share_an_id(path) -> None:
    """A rule of the same id takes the place of the one before: a user's pack may, a file of our own must not."""
    ids = Counter(rule["id"] for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", ()))
    assert [name for name, count in ids.items() if count > 1] == []


def test_what_bars_a_rule_is_part_of_its_examples_and_refused_where_nobody_heeds_it(tmp_path: Path) -> None:
    rule = """[[rule]]
id = "mine"
use = "{use}"
{more}
pattern = 'ngăn nắp'
unless = 'cần'
match = ["kho ngăn nắp"]
reject = ["kho cần ngăn nắp"]
"""
    heeding, deaf = tmp_path / "heeding", tmp_path / "deaf"
    for folder, file, use, more in (
        (heeding, "assessments.toml", "cue", 'category = "strength"'),
        (deaf, "references.toml", "obey", ""),
    ):
        folder.mkdir()
        (folder / file).write_text(rule.format(use=use, more=more), encoding="utf-8")
    assert check_rules(load_packs(heeding)).complaints == []
    (complaint,) = check_rules(load_packs(deaf)).complaints
    assert "unless" in complaint
