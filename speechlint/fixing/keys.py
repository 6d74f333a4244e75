"""Single keys from the terminal, without waiting for Enter."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import suppress

NO_LETTER = "\0"  # an arrow, a function key
ESCAPE = "\x1b"
_SOON = 0.05  # seconds in which a terminal sends the rest of such a key


def key() -> str:
    """The next key, full-width letters as plain ones; "" at the end of input.

    Where single keys cannot be had, the first letter of a line, "" without one.
    Raises ``KeyboardInterrupt``.
    """
    for read in (_windows_key, _posix_key):
        with suppress(ImportError):
            return _plain(read())
    return _plain(line("")[:1])


def line(prompt: str) -> str:
    """A line typed after ``prompt``, without its blanks; "" at the end of input."""
    with suppress(ImportError):
        import readline  # noqa: F401  # so that a character of two columns is taken back whole
    try:
        return input(prompt).strip()
    except EOFError:
        return ""


def _windows_key() -> str:
    import msvcrt

    typed: str = msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
    if typed == "\x03":
        raise KeyboardInterrupt
    if typed in ("\0", "\xe0"):  # the second half of such a key looks like a letter
        msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
        return NO_LETTER
    return typed


def _posix_key() -> str:
    import select
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)  # what was typed ahead stays
        first = os.read(descriptor, 1)
        if first == ESCAPE.encode() and select.select([descriptor], [], [], _SOON)[0]:
            os.read(descriptor, 16)
            return NO_LETTER
        more = sum(first >= bytes((lead,)) for lead in (0xC0, 0xE0, 0xF0)) if first else 0
        return (first + (os.read(descriptor, more) if more else b"")).decode(errors="replace")
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).lower()
