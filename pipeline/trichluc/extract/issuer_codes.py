"""How symbols write the bodies that issue documents: the rows of ``issuer_codes.csv``."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from trichluc.packs import Packs

Pattern = Literal["party", "state", "either"]


class IssuerCode(BaseModel):
    """A row of ``issuer_codes.csv``: how symbols write a body.

    Attributes:
        code: as symbols write it (``BTCTW``).
        name: the body.
        level: ``central``, ``province``, ``district``, ``commune``, ``unit`` or ``any``; several parted by ``/``.
        system: ``party``, ``state``, ``youth``, ``union``, ``front`` …
        pattern: ``party`` (number, hyphen, kind, slash), ``state`` (slash first), or ``either``: as printed.
        aliases: other spellings of the code, parted by ``;``.
        note: examples and when it was in use.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    level: str
    system: str
    pattern: Pattern
    aliases: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("aliases", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(";") if part.strip()) if isinstance(value, str) else value


def issuer_codes(packs: Packs) -> tuple[IssuerCode, ...]:
    """Return the table of issuers' codes."""
    return packs.table("issuer_codes.csv", IssuerCode, ("code",))
