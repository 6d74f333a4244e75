"""A draft as an editor has it: lines, positions in the units that were agreed on, edits."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from speechlint import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LONE = re.compile("[\ud800-\udfff]")
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}


class Position(NamedTuple):
    """A line and how many units stand before it there, both from 0."""

    line: int
    character: int


def index(line: str, character: int, units: str) -> int:
    """How many code points of a line stand before ``character`` units (``utf-8``, ``utf-16``, ``utf-32``) of it.

    Within a character, it is where that begins; behind the line, its end.
    """
    if units not in _CODECS or line.isascii():
        return min(max(0, character), len(line))
    codec, width = _CODECS[units]
    return len(line.encode(codec)[: max(0, character) * width].decode(codec, "ignore"))


def column(line: str, at: int, units: str) -> int:
    """How many units the first ``at`` code points of a line are."""
    before = line[:at]
    if units not in _CODECS or before.isascii():
        return len(before)
    codec, width = _CODECS[units]
    return len(before.encode(codec)) // width


class Text:
    """Never changes: an edit makes another. Offsets are those of its ``source``, where each line ends with one ``\\n``."""

    def __init__(self, text: str) -> None:
        self.lines = list(_split(text))

    @classmethod
    def _of(cls, lines: list[str]) -> Text:
        made = cls.__new__(cls)
        made.lines = lines
        return made

    @cached_property
    def source(self) -> str:
        """The whole, as it is checked."""
        return "".join(self.lines).replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def _starts(self) -> Sequence[int]:
        return list(accumulate((len(_bare(line)) + 1 for line in self.lines), initial=0))

    def offset(self, position: Position, units: str) -> int:
        """The offset of a position; one that there is not is the nearest before it."""
        line, character = position
        if line < 0:
            return 0
        if line >= len(self.lines):
            return len(self)
        return self._starts[line] + index(_bare(self.lines[line]), character, units)

    def position(self, offset: int, units: str) -> Position:
        line = bisect_right(self._starts, offset, 0, len(self.lines)) - 1
        return Position(line, column(self.lines[line], offset - self._starts[line], units))

    def __len__(self) -> int:
        return self._starts[-1] - 1

    def edited(self, start: Position, end: Position, text: str, units: str) -> tuple[Text, Edit]:
        """Another text, and the edit of this one's source that makes it."""
        span = Span(*sorted((self.offset(start, units), self.offset(end, units))))
        first, last = (bisect_right(self._starts, at, 0, len(self.lines)) - 1 for at in span)
        head = _bare(self.lines[first])[: span.start - self._starts[first]]
        tail = self.lines[last][span.end - self._starts[last] :]
        text = sound(text)
        # A line end may be made of, or torn into, two: the neighbours are read anew.
        before, after = max(0, first - 1), last + 2
        window = "".join((*self.lines[before:first], head, text, tail, *self.lines[last + 1 : after]))
        fresh = list(_split(window))
        if after < len(self.lines):
            fresh.pop()  # the empty rest behind its last line end
        made = Text._of([*self.lines[:before], *fresh, *self.lines[after:]])
        return made, _edit(self, made, span, text)

    def replaced(self, text: str) -> tuple[Text, Edit]:
        """The text that an editor sent whole, and the least edit that makes it."""
        made = Text(text)
        return made, difference(self.source, made.source)


def _edit(old: Text, new: Text, span: Span, text: str) -> Edit:
    """The edit in terms of sources, whatever became of line ends on its borders."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(new) - len(old) == len(text) - (span.end - span.start):
        return Edit(span, text)
    return difference(old.source, new.source)


def difference(old: str, new: str) -> Edit:
    """The least edit that makes the one of the other."""
    start = common(old, new)
    shorter = min(len(old), len(new)) - start
    end = common(old[len(old) - shorter :][::-1], new[len(new) - shorter :][::-1])
    return Edit(Span(start, len(old) - end), new[start : len(new) - end])


def common(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def sound(text: str) -> str:
    """The text with U+FFFD for what is half a character."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def _split(text: str) -> Iterator[str]:
    """The lines with their ends; behind the last end an empty one."""
    for match in _LINES.finditer(sound(text)):
        yield match[0]
        if not match[0].endswith(("\r", "\n")):
            return


def _bare(line: str) -> str:
    return line.rstrip("\r\n")
