"""Where things are that tests need.

It is no part of conftest.py: pytest knows every conftest.py by that one name, so `from conftest import` gives
whichever was loaded last.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
