"""Columns as the consumers of a report count them: in code points, UTF-16 units, UTF-8 bytes or columns of a screen."""

from __future__ import annotations

from speechlint.document import Place
from speechlint.document.span import BYTE, CHAR, SCREEN, UTF16
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document

_TAB = 8


def width(text: str, unit: str, before: int = 0) -> int:
    """How many of ``unit`` a piece of a line takes; ``before`` are the screen columns to its left, which tabs need."""
    if unit == UTF16:
        return len(text) + sum(char > "\uffff" for char in text)
    if unit == BYTE:
        return len(text.encode("utf-8", "surrogatepass"))
    return _screen(text, before) if unit == SCREEN else len(text)


def _screen(text: str, before: int) -> int:
    from unicodedata import category, east_asian_width

    at = before
    for char in text:
        if char == "\t":
            at += _TAB - at % _TAB
        elif char >= " " and category(char) not in ("Mn", "Me", "Cf"):
            at += 1 + (east_asian_width(char) in "WF")
    return at - before


class Columns:
    """Places of a draft in one unit. A line is measured on from the last place asked for, where that was before."""

    def __init__(self, doc: Document, unit: str) -> None:
        self.doc, self._unit = doc, unit
        self._line, self._at, self._width = 0, 0, 0

    def place(self, offset: int) -> Place:
        """Line and column, both from 1, of a *source* offset."""
        line, column = self.doc.place(offset)
        if self._unit == CHAR:
            return Place(line, column)
        start = offset - column + 1
        if line != self._line or offset < self._at:
            self._line, self._at, self._width = line, start, 0
        self._width += width(self.doc.source[self._at : offset], self._unit, self._width)
        self._at = offset
        return Place(line, self._width + 1)
