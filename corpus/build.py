"""Makes every sample report and its gold answer from the annotated sources.

    python -m corpus.build [--out DIR] [--show STEM]

The same sources always give the same bytes. The pdf files need the DejaVu fonts (Debian: ``fonts-dejavu-core``).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from corpus.maker.docx import make_docx
from corpus.maker.gold import make_gold
from corpus.maker.markup import Document, read_source
from corpus.maker.pdf import make_pdf
from corpus.maker.plain import make_text
from corpus.maker.web import make_page

HERE = Path(__file__).resolve().parent
# short passages that no rule was written for when they were answered, each set later than the one before
PASSAGES = (HERE / "passages", HERE / "passages2", HERE / "passages3")


def build(out: Path, only: str = "", home: Path = HERE) -> list[Path]:
    """Write ``reports/`` and ``gold/`` of the sources in ``home`` into ``out``; return the reports in order."""
    made = []
    (out / "reports").mkdir(parents=True, exist_ok=True)
    (out / "gold").mkdir(parents=True, exist_ok=True)
    for path in sorted((home / "sources").glob(f"{only}*.src")):
        document = read_source(path)
        gold = make_gold(document)
        for style in document.meta["made"]:
            file = out / "reports" / style["file"]
            file.write_bytes(make_file(document, style))
            answer = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
            (out / "gold" / f"{file.stem}.json").write_text(answer, "utf-8")
            made.append(file)
    return made


def make_file(document: Document, style: dict[str, Any]) -> bytes:
    """Return the bytes of a report in the format that ``style["file"]`` names."""
    kind = Path(style["file"]).suffix
    if kind == ".docx":
        return make_docx(document, style)
    if kind == ".pdf":
        return make_pdf(document, style)
    if kind == ".html":
        return make_page(document, style).encode(style.get("encoding", "utf-8"))
    return make_text(document, style).encode(style.get("encoding", "utf-8"))


def show(stem: str) -> None:
    """Print the gold answer of a source, one record a line, for proof-reading."""
    for path in sorted(HERE.rglob(f"sources/{stem}*.src")):
        gold = make_gold(read_source(path))
        print(json.dumps(gold["document"], ensure_ascii=False))
        for table in ("references", "indicators", "assessments"):
            print(f"-- {table} {len(gold[table])}")
            for record in gold[table]:
                print(" · ".join(f"{key}={value}" for key, value in record.items() if value is not None))


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write into (default: the corpus itself)")
    parser.add_argument("--only", default="", help="only sources whose name begins so")
    parser.add_argument("--show", metavar="STEM", help="print a gold answer instead of building")
    options = parser.parse_args()
    if options.show:
        show(options.show)
        return 0
    for home in (HERE, *PASSAGES):
        out = options.out / home.relative_to(HERE)
        for file in build(out, options.only, home):
            print(file.relative_to(options.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
