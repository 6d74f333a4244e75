"""Single keys from the terminal, without waiting for Enter."""

from __future__ import annotations

import os
import sys
import unicodedata


def key() -> str:
    """The next key, full-width letters as plain ones; "" at the end of input."""
    try:
        import msvcrt
    except ImportError:
        return _plain(_posix_key())
    return _plain(msvcrt.getwch())  # type: ignore[attr-defined,no-any-return,unused-ignore]


def line(prompt: str) -> str:
    """A line typed after ``prompt``, without its blanks; "" at the end of input."""
    try:
        return input(prompt).strip()
    except EOFError:
        return ""


def _posix_key() -> str:
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)  # what was typed ahead stays
        first = os.read(descriptor, 1)
        more = sum(first >= bytes((lead,)) for lead in (0xC0, 0xE0, 0xF0)) if first else 0
        return (first + (os.read(descriptor, more) if more else b"")).decode(errors="replace")
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).lower()
