"""Text in an old Vietnamese font encoding (TCVN3/ABC, VNI), told from its letters.

Such text comes out of a docx, html or pdf as Western letters: ``B¸o c¸o``, ``Baùo caùo``. It looks like text, so
nothing else would notice that hardly a word of it can be read.
"""

from __future__ import annotations

import re

from trichluc.source import Source, SourceProblem

# Letters and signs of Latin-1 in words; quotation marks and the no-break space are not counted.
_WESTERN = re.compile("[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00ff]")
# Letters that Vietnamese has and Latin-1 lacks: every line of Vietnamese Unicode text has some.
_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_LETTER = re.compile(r"[^\W\d_]")
_LEAST = 20  # letters in a line that is judged
# French and German have 3 to 5 Western letters in a hundred, Vietnamese in an old encoding has 20 to 35.
_SHARE = 0.15


def legacy_problem(source: Source) -> SourceProblem | None:
    """Return a problem where lines of ``source`` are in an old font encoding, null where none are."""
    judged = strange = 0
    first: int | None = None
    offset = 0
    for line in source.text.split("\n"):
        letters = len(_LETTER.findall(line))
        if letters >= _LEAST:
            judged += 1
            western = len(_WESTERN.findall(line))
            if western >= _SHARE * letters and western > 10 * len(_VIETNAMESE.findall(line)):
                strange += 1
                first = offset if first is None else first
        offset += len(line) + 1
    if not strange or strange < min(3, judged):
        return None
    return SourceProblem(
        "legacy-encoding",
        f"{strange} of {judged} lines look like an old font encoding (TCVN3/ABC or VNI), which is not converted yet: "
        "convert the document to Unicode (UniKey, or a converter in the word processor) and read it again",
        severity="error",
        at=first,
    )
