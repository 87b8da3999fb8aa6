"""Small made-up reports and results that several tests use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from trichluc.parsers.text import parse_text
from trichluc.records import Assessment, Directive, Document, Indicator, Problem, Reference
from trichluc.result import DocumentResult

TRICHLUC = str(Path(sys.executable).with_name("trichluc"))

REPORT = """ĐẢNG BỘ HUYỆN BẾN GỖ
ĐẢNG ỦY XÃ SUỐI BẠC
Số: {number}-BC/ĐU
Suối Bạc, ngày 12 tháng 12 năm {year}
BÁO CÁO
Kết quả công tác năm {year}
I. KẾT QUẢ ĐẠT ĐƯỢC
Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, đảng ủy xã đã mở {number} lớp học cho 245 đảng viên.
Tỷ lệ hộ nghèo giảm còn 2,35%; thu ngân sách đạt 4,5 tỷ đồng.
II. HẠN CHẾ
- Một số chi bộ sinh hoạt chưa đều, nội dung còn nghèo nàn.
III. PHƯƠNG HƯỚNG
- Tiếp tục đổi mới nội dung sinh hoạt chi bộ trong năm tới.
"""


def write_reports(folder: Path, count: int = 3) -> Path:
    """Write ``count`` short reports, all different, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"bao-cao-{number:02}.txt").write_text(
            REPORT.format(number=number, year=2016 + number), encoding="utf-8"
        )
    return folder


def trichluc(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command."""
    command = [TRICHLUC, *map(str, arguments)]
    paths = [environment.pop("PYTHONPATH", ""), os.environ.get("PYTHONPATH", "")]
    full = {**os.environ, **environment, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=full)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in ``folder``, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def made_result(
    number: int = 1, *, lines: int = 3, issuer: str = "Đảng ủy xã Suối Bạc", **fields: object
) -> DocumentResult:
    """Return a result with two references, an indicator, an assessment and a problem, whose offsets are true."""
    key = f"{number:016x}"
    text = "\n".join(
        f"Chỉ thị số {n}-CT/TW của Bộ Chính trị đã đạt {n},5% kế hoạch, còn chậm" for n in range(1, lines + 1)
    )
    place = {"document_id": key, "section": ("Kết quả", "Về đảng"), "sentence": text.split("\n")[0], "rule": "made"}

    def found(words: str) -> dict[str, object]:
        start = text.index(words)
        return {"text": words, "start": start, "end": start + len(words), **place}

    known = Directive(
        id="1-CT/TW@2030-01-02", symbol="1-CT/TW", type="CT", issued_on="2030-01-02", title="Về lúa", known=True
    )
    loose = Directive(id="2-CT/TW", symbol="2-CT/TW", type="CT", issuer="Bộ Chính trị")
    about = {"form": "numbered", "type": "CT", "resolved_by": "stated"}
    return DocumentResult(
        document=Document(
            id=key,
            source_name=f"r{number}.txt",
            sha256=key * 4,
            media_type="text/plain",
            characters=len(text),
            issuer=issuer,
            **{
                "source_path": f"xã/r{number}.txt",
                "unit_id": issuer.lower(),
                "period": "2031",
                "fingerprint": "made",
                **fields,
            },
        ),
        source=parse_text(text),
        references=(
            Reference(id=f"{key}r1", symbol="1-CT/TW", directive_id=known.id, **about, **found("Chỉ thị số 1-CT/TW")),
            Reference(id=f"{key}r2", symbol="2-CT/TW", directive_id=loose.id, **about, **found("Chỉ thị số 2-CT/TW")),
        ),
        indicators=(
            Indicator(id=f"{key}i1", value=1.5, unit="%", name="kế hoạch", flags=("fall", "checked"), **found("1,5%")),
        ),
        assessments=(Assessment(id=f"{key}a1", category="limitation", **found("còn chậm")),),
        directives=(known, loose),
        problems=(
            Problem(id=f"{key}p1", document_id=key, record_id=f"{key}r2", code="odd", message="r.txt: odd; look at it"),
        ),
    )


def finished_folder(folder: Path, *results: DocumentResult, **options: bool) -> Path:
    """Write ``results`` as a run leaves them in ``folder``."""
    from trichluc.export.files import ExportOptions, write_files
    from trichluc.store.rows import rows_of
    from trichluc.store.store import Store

    folder.mkdir(parents=True, exist_ok=True)
    export = ExportOptions(**options)
    with Store(folder / "trichluc.db", writable=True) as store:
        for result in results:
            store.add(rows_of(result))
        store.derive()
        write_files(store, folder, export)
        store.put("finished", export.label())
        store.pack()
    return folder
