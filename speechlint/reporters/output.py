"""Standard output and error: the right bytes for whoever reads them, also a GBK console or a closed pipe."""

from __future__ import annotations

import os
import sys
from itertools import islice

from speechlint import reporters
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.result import LeftOut

_PIECE = 4_000  # lines written at once
_KEPT = 100_000_000  # bytes: a longer report is not kept for the next run


def write(text: str, format: str = "text", *, painted: bool = False) -> None:
    """``text`` and a newline to standard output; nothing for an empty text.

    What a terminal would obey is made harmless line by line; in a ``painted`` text it is already.
    """
    if format == "text" and not painted:
        text = "\n".join(map(harmless, text.split("\n")))
    if text:
        write_all((reporters.encoded(f"{text}\n", encoding(format)),))


def write_all(pieces: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def encoding(format: str) -> str:
    """The encoding of a report in that format on standard output."""
    return reporters.encoding(format, sys.stdout.encoding)


def pour(text: str, data: bytes) -> None:
    """A draft to standard output: its ``data`` for a program, for eyes on a terminal its ``text`` made harmless."""
    if sys.stdout.isatty():
        write(text.removesuffix("\n"))
    else:
        write_all((data,))


def note(text: str) -> None:
    """A remark of one line to standard error."""
    print(f"speechlint: {harmless(text)}", file=sys.stderr)


def note_left_out(left_out: Iterable[LeftOut], lang: str) -> None:
    """A remark for each reason why paths are not checked."""
    for line in reporters.left_out(left_out, lang):
        note(line)


def wants_color(when: str) -> bool:
    """``always``, ``never``, or ``auto``: on a terminal that can, unless NO_COLOR is set."""
    if when != "auto":
        return when == "always"
    able = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return able and not os.environ.get("NO_COLOR")


def wants_links() -> bool:
    """Whether standard output is a terminal known to follow links (OSC 8)."""
    if not sys.stdout.isatty():
        return False
    from speechlint.reporters.links import understood

    return understood(os.environ)


def may_animate() -> bool:
    """Whether a progress bar may be drawn on standard error: on a terminal that can."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, or of what stands in for one."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) < 6 and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def wraps() -> bool:
    """Whether lines are broken at the width of the screen: for eyes, not for another program."""
    return sys.stdout.isatty() or bool(os.environ.get("COLUMNS"))


class Pieces:
    """The lines of a report in larger pieces, encoded.

    What was written is ``kept`` where asked, unless it is too much: then it is not ``whole``.
    """

    def __init__(self, lines: Iterator[str], encoding: str, *, keep: bool) -> None:
        self._lines, self._encoding = lines, encoding
        self.kept: list[bytes] = []
        self.whole = keep

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        while some := list(islice(self._lines, _PIECE)):
            piece = reporters.encoded("\n".join([*some, ""]), self._encoding)
            size += len(piece)
            self.whole = self.whole and size <= _KEPT
            if self.whole:
                self.kept.append(piece)
            else:
                self.kept.clear()
            yield piece
