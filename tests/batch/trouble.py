"""A parser for files that make trouble, brought in as any extension is: by an entry point of an installed package."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

from trichluc.parsers.text import parse_text

MARK = b"TROUBLE "


def recognises(head: bytes, path: Path) -> bool:
    """Take files that begin with the mark."""
    del path
    return head.startswith(MARK)


def parse(path: Path):
    """Do what the file says."""
    what = path.read_text(encoding="utf-8").split()[1]
    return {"hang": hang, "sleep": sleep, "kill": kill, "leave": leave, "eat": eat, "raise": fail, "lie": lie}[what]()


def hang():
    """Stay in C code that no signal handler of Python interrupts."""
    re.match(r"(a+)+$", "a" * 64 + "b")


def sleep():
    time.sleep(600)


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


def leave():
    os._exit(3)


def eat():
    held = []
    while True:
        held.append(bytearray(64 * 2**20))


def fail():
    raise ValueError("an odd file")


def lie():
    return parse_text("not what the file says")


def install(folder: Path) -> Path:
    """Put this module into ``folder`` as an installed package would stand there."""
    about = folder / "trouble-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: trouble\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[trichluc.parsers]\ntrouble = trouble\n", encoding="utf-8")
    (folder / "trouble.py").write_text(Path(__file__).read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def make_trouble(folder: Path, what: str) -> Path:
    """Write a file that makes trouble."""
    path = folder / f"{what}.txt"
    path.write_bytes(MARK + what.encode() + b" " + path.name.encode())
    return path
