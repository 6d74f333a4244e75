"""A half-open range of code points."""

from __future__ import annotations

from speechlint.quick.typing import NamedTuple

# The spaces of Chinese drafts: indents come as ideographic, no-break, en, em and thin spaces.
BLANKS = " \t\xa0\u2002\u2003\u2009\u3000"
# Without the rare ones of a layout: where these are stripped, an en, em or thin space stays.
COMMON_BLANKS = " \u3000\xa0\t"
# What columns can count: code points, UTF-16 units, UTF-8 bytes, columns of a screen.
CHAR, UTF16, BYTE, SCREEN = UNITS = ("char", "utf16", "byte", "screen")


class Span(NamedTuple):
    """``start`` inclusive, ``end`` exclusive, both code-point offsets from 0."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end
