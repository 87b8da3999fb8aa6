"""The program's own errors, grouped by what the user can do about them.

A message says what is wrong, where, and the way out. Errors about one document never leave
:func:`trichluc.run.extract_file`: they become that document's status and a row in ``problems``.
"""

from __future__ import annotations


class TrichlucError(Exception):
    """Base of all errors that this program raises on purpose.

    Attributes:
        code: short machine-readable name, used as ``problems.code``.
    """

    code = "error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class UsageError(TrichlucError):
    """The call itself was wrong (exit status 2): a path that is not there, an output folder that cannot be written."""

    code = "usage"


class RulePackError(TrichlucError):
    """A rule pack cannot be used: unknown key, broken pattern, or an example that its rule does not satisfy."""

    code = "rule-pack"


class UnreadableFileError(TrichlucError):
    """One file cannot be read: damaged, protected, empty, not a format that is known. Mend or replace that file."""

    code = "unreadable"


class MissingExtraError(TrichlucError):
    """A feature needs an optional package that is not installed; the message names the extra to install."""

    code = "missing-extra"
