"""Single keys from the terminal, without waiting for Enter."""

from __future__ import annotations

import os
import signal
import sys
import unicodedata
from contextlib import contextmanager, suppress

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NO_LETTER = "\0"  # an arrow, a function key
ESCAPE = "\x1b"
_SOON = 0.05  # seconds in which a terminal sends the rest of such a key


_waiting = _interrupted = False


@contextmanager
def late_interrupts() -> Iterator[None]:
    """An interrupt is raised where a key or a line is waited for, not halfway through something; a second one at once."""
    global _interrupted
    before = signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        _interrupted = False


def _interrupt(*_: object) -> None:
    global _interrupted
    if _waiting or _interrupted:
        raise KeyboardInterrupt
    _interrupted = True


def _waited(read: Callable[[], str]) -> str:
    global _waiting, _interrupted
    _waiting = True
    try:
        if _interrupted:
            raise KeyboardInterrupt
        return read()
    finally:
        _waiting = _interrupted = False


def key() -> str:
    """The next key, full-width letters as plain ones; "" at the end of input.

    Where single keys cannot be had, the first letter of a line, "" without one.
    Raises ``KeyboardInterrupt``.
    """
    for read in (_windows_key, _posix_key):
        with suppress(ImportError):
            return _plain(_waited(read))
    return _plain(line("")[:1])


def line(prompt: str) -> str:
    """A line typed after ``prompt``, without its blanks; "" at the end of input."""
    with suppress(ImportError):
        import readline  # noqa: F401  # so that a character of two columns is taken back whole
    try:
        return _waited(lambda: input(prompt)).strip()
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
