"""Makes one report in eight forms, with one gold answer for all of them.

    python -m corpus.eight_forms [--all]

The forms that a word processor writes (doc, odt) and the scan differ in their bytes with the version of the program
that makes them; they are made once, with ``--all``, and a test holds what they say. The others are made again byte for
byte.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from corpus.build import make_file
from corpus.maker.gold import make_gold
from corpus.maker.markup import Document, read_source
from corpus.maker.office import converted
from corpus.maker.pdf import make_pdf
from corpus.maker.rtf import make_rtf
from corpus.maker.scan import as_pdf, scan

HOME = Path(__file__).resolve().parent / "eight_forms"
SOURCE = HOME / "so-thuy-san.src"
GOLD = HOME / "gold.json"
REPORTS = HOME / "reports"


def made_once(style: dict[str, Any]) -> bool:
    """Whether the form's bytes depend on the version of a program."""
    return "through" in style


def make_form(document: Document, style: dict[str, Any]) -> bytes:
    """Return the bytes of one form; ``style`` has ``through`` for those that another program makes."""
    if style.get("through") == "scan":
        return as_pdf(scan(make_pdf(document, style), 300, "copied"), 300)
    if style.get("through") == "office":
        kind, wanted = style["of"], Path(style["file"]).suffix[1:]
        return converted(make_form(document, style | {"file": f"x.{kind}", "through": None}), kind, wanted)
    if style["file"].endswith(".rtf"):
        return make_rtf(document, style)
    return make_file(document, style)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="also the forms that are made once")
    options = parser.parse_args()
    document = read_source(SOURCE)
    REPORTS.mkdir(exist_ok=True)
    for style in document.meta["made"]:
        if options.all or not made_once(style):
            (REPORTS / style["file"]).write_bytes(make_form(document, style))
            print(style["file"])
    GOLD.write_text(json.dumps(make_gold(document), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
