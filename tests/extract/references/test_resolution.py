"""Which document a mention means: stated, found in the report, found in the authority file, or left open."""

import pytest

from reference_cases import cited_in, resolved_in
from trichluc.records import ResolvedBy, Severity


@pytest.mark.parametrize(
    ("line", "key", "by"),
    [
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "05-CT/TW@2016-05-15", ResolvedBy.STATED),
        ("Kế hoạch số 7-KH/HU ngày 01/3/2019", "07-KH/HU@2019-03-01", ResolvedBy.STATED),  # not in the file
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP@2020-03-05", ResolvedBy.AUTHORITY),
        ("Chỉ thị số 05-CT/TW khóa XII", "05-CT/TW@2016-05-15", ResolvedBy.AUTHORITY),  # by the term
        ("Nghị quyết 35 ngày 22/10/2018 của Bộ Chính trị", "35-NQ/TW@2018-10-22", ResolvedBy.AUTHORITY),
        ("Kế hoạch số 7-KH/HU", "07-KH/HU", ResolvedBy.NONE),
    ],
)
def test_one_mention(line: str, key: str, by: ResolvedBy) -> None:
    (found,) = cited_in(line)
    assert (found.directive_id, found.resolved_by) == (key, by)


@pytest.mark.parametrize(
    ("first", "later", "key"),
    [
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "Chỉ thị 05-CT/TW", "05-CT/TW@2016-05-15"),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "Chỉ thị 05", "05-CT/TW@2016-05-15"),
        ("Quy định số 123-QĐ/TW ngày 28/9/2023", "Quy định 123", "123-QĐ/TW@2023-09-28"),
        ("Quyết định số 1956/QĐ-TTg ngày 27/11/2009", "Quyết định số 1956", "1956/QĐ-TTg@2009-11-27"),
        ("Kế hoạch số 08-KH/ĐU ngày 02/02/2021", "Kế hoạch số 8", "08-KH/ĐU@2021-02-02"),  # zeros do not count
        (
            "Pháp lệnh Dân số số 06/2003/PL-UBTVQH11 (sau đây gọi tắt là Pháp lệnh DS)",
            "Theo Pháp lệnh DS",
            "06/2003/PL-UBTVQH11",
        ),
        ("Luật Thú y số 79/2015/QH13 ngày 19/6/2015", "Luật Thú y", "79/2015/QH13@2015-06-19"),
    ],
)
def test_a_later_mention_goes_back_to_a_whole_one(first: str, later: str, key: str) -> None:
    found = cited_in(first + ".", "Sau đó thực hiện " + later + ".")
    assert found[-1].directive_id == key
    assert found[-1].resolved_by is ResolvedBy.ANTECEDENT
    assert found[-1].issued_on is None  # what this mention states


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("Chỉ thị số 35-CT/TW của Bộ Chính trị", ["1998-06-03", "2014-05-26", "2019-05-30", "2024-06-14"]),
        ("Nghị quyết 18-NQ/TW", ["2017-10-25", "2022-06-16", "2026-07-28"]),
    ],
)
def test_two_candidates_are_listed_and_never_picked(line: str, candidates: list[str]) -> None:
    (found,), _, problems = resolved_in(line)
    assert found.resolved_by is ResolvedBy.NONE
    assert "@" not in (found.directive_id or "")
    assert [flag.rpartition("@")[2] for flag in found.flags if flag.startswith("candidate:")] == candidates
    (problem,) = problems
    assert (problem.code, problem.severity) == ("ambiguous-reference", Severity.NOTE)
    assert all(date in problem.message for date in candidates)


def test_the_reports_own_date_decides_between_terms() -> None:
    (found,) = cited_in("Nghị quyết số 18-NQ/TW", issued_on="2019-06-01")
    assert (found.directive_id, found.resolved_by) == ("18-NQ/TW@2017-10-25", ResolvedBy.AUTHORITY)


def test_a_number_of_two_terms_is_two_documents() -> None:
    found, directives, _ = resolved_in(
        "Chỉ thị số 35-CT/TW ngày 30/5/2019 và Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị."
    )
    assert [one.directive_id for one in found] == ["35-CT/TW@2019-05-30", "35-CT/TW@2024-06-14"]
    assert len(directives) == 2


def test_the_body_behind_a_list_is_that_of_both_whatever_it_was_called_when_they_were_issued() -> None:
    # Before 2005 the symbols of people's committees ended in UB
    found = cited_in("Quyết định số 12/2003/QĐ-UB và Quyết định số 19/2006/QĐ-UBND của UBND tỉnh Bến Gỗ.")
    assert [one.issuer for one in found] == ["UBND tỉnh Bến Gỗ"] * 2


def test_two_documents_of_one_number_in_the_report_leave_a_short_mention_open() -> None:
    found = cited_in("Kế hoạch số 8-KH/ĐU và Kế hoạch số 8/KH-UBND.", "Theo Kế hoạch số 8 nêu tại phần trên.")
    assert "ambiguous" in found[-1].flags
    assert found[-1].symbol == "8"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        # the authority file knows the number with another date of the same term
        ("Chỉ thị số 05-CT/TW ngày 16/5/2016", "date-unknown", "2016-05-15"),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Chính phủ", "issuer-differs", "Bộ Chính trị"),
        (
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 về phát triển thủy lợi nội đồng vùng trũng",
            "title-differs",
            "phong cách Hồ Chí Minh",
        ),
        ("Chỉ thị số 03-CT/TW ngày 14/5/2011", "replaced", "05-CT/TW@2016-05-15"),
        ("Kế hoạch số 9-KH/HU ngày 01/6/2031", "cited-before-issue", "2031-06-01"),
        ("Nghị quyết số 9-NQ/HU ngày 01/6/2020, Nghị quyết số 9-NQ/HU ngày 11/6/2020", "two-dates", "2020-06-11"),
        ("Chỉ thị-CT/TW ngày 12/10/2020", "number-missing", "no number"),
    ],
)
def test_problems(line: str, code: str, told: str) -> None:
    _, _, problems = resolved_in(line, issued_on="2022-01-01")
    assert [problem.code for problem in problems] == [code]
    assert told in problems[0].message


@pytest.mark.parametrize(
    "line",
    [
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo Bác",
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Trung ương",  # one tail for three bodies
        "Nghị quyết số 12-NQ/HU ngày 02/3/2021 của Ban Thường vụ Huyện ủy",  # not in the file
        "Chỉ thị số 35-CT/TW ngày 30/5/2019",  # another term's number is no contradiction
    ],
)
def test_no_problem(line: str) -> None:
    assert resolved_in(line, issued_on="2022-01-01")[2] == []


def pointers(*lines: str, **about: str | None) -> list[tuple[str, str | None]]:
    """Return what points back, with the document of the mention that carries the flag."""
    text = "\n".join(lines)
    found = []
    for one in cited_in(*lines, **about):
        for flag in one.flags:
            if flag.startswith("anaphor:"):
                start, _, end = flag.removeprefix("anaphor:").partition("-")
                found.append((text[int(start) : int(end)], one.directive_id))
    return found


@pytest.mark.parametrize(
    ("lines", "text", "key"),
    [
        (("Chỉ thị số 05-CT/TW ngày 15/5/2016 rõ.", "Chi bộ học Chỉ thị này."), "Chỉ thị này", "05-CT/TW@2016-05-15"),
        (
            ("Theo Kế hoạch số 3-KH/ĐU ngày 1/2/2023, Kế hoạch nêu trên tốt.",),
            "Kế hoạch nêu trên",
            "03-KH/ĐU@2023-02-01",
        ),
        (("Nghị quyết Trung ương 4 khóa XII; theo Nghị quyết trên, xã họp.",), "Nghị quyết trên", "nq:trung-uong-4-12"),
        (("Theo Đề án số 7-ĐA/HU và Kế hoạch số 8-KH/HU; Đề án này tốt.",), "Đề án này", "07-ĐA/HU"),  # by its kind
    ],
)
def test_what_points_back_is_a_flag_and_no_record(lines: tuple[str, ...], text: str, key: str) -> None:
    assert pointers(*lines) == [(text, key)]
    assert text not in {one.text for one in cited_in(*lines)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Quy định này áp dụng cho mọi người", None),  # nothing before it
        ("Theo Chỉ thị số 9-CT/HU ngày 01/02/2020. Kế hoạch này đã xong", None),  # of another kind
        ("Theo Chỉ thị số 9-CT/HU ngày 01/02/2020. Chỉ thị này có hiệu lực", "CT"),  # the report itself
        ("Theo Kế hoạch số 9-KH/HU. Các kế hoạch nêu trên đã xong", None),  # several
        ("Theo Kế hoạch số 9-KH/HU. Kế hoạch trên địa bàn xã", None),
        ("Nghị quyết số 5-NQ/HU và Nghị quyết số 6-NQ/HU; theo Nghị quyết này, xã đã họp.", None),  # which of the two?
    ],
)
def test_what_points_back_to_nothing_is_left_out(line: str, kind: str | None) -> None:
    assert pointers(line, kind=kind) == []


def test_a_law_goes_by_the_short_name_that_the_report_gives_it() -> None:
    found = cited_in("Luật Thanh niên năm 2020 (sau đây gọi tắt là Luật TN).", "Theo Luật TN, xã đã mở lớp.")
    assert [one.text for one in found] == ["Luật Thanh niên năm 2020", "Luật TN", "Luật TN"]
    assert len({one.directive_id for one in found}) == 1


def test_a_law_goes_by_the_initials_that_stand_after_it() -> None:
    found = cited_in("Luật Xử lý vi phạm hành chính (XLVPHC) đã có hiệu lực.", "Theo Luật XLVPHC, mức phạt còn thấp.")
    assert [(one.text, one.form.value, one.symbol) for one in found] == [
        ("Luật Xử lý vi phạm hành chính", "named", None),
        ("Luật XLVPHC", "short", "15/2012/QH13"),
    ]
