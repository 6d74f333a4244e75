"""One line of Markdown, read from left to right: containers take their marks off, a block keeps the rest."""

from __future__ import annotations


class Line:
    """``at`` is where the rest begins, ``first`` its first character that is no blank, ``indent`` the columns
    between; a tab reaches to the next fourth column. ``column`` may lie within a tab.
    """

    __slots__ = ("at", "blank", "column", "end", "first", "indent", "source", "start")

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.start = self.at = start
        self.end = end
        self.column = 0
        self._look()

    @property
    def char(self) -> str:
        """The first character of the rest; "" in a blank line."""
        return self.source[self.first] if self.first < self.end else ""

    def skip(self, columns: int) -> None:
        """Take off as many columns of blanks."""
        while columns > 0 and self.at < self.end and self.source[self.at] in " \t":
            width = self._width(self.at, self.column)
            self.column += min(width, columns)
            self.at += width <= columns
            columns -= width
        self._look()

    def move(self, at: int) -> None:
        """Take off all before ``at``: blanks, then a mark."""
        self.column += self.indent + at - self.first
        self.at = at
        self._look()

    def _look(self) -> None:
        at, column = self.at, self.column
        while at < self.end and self.source[at] in " \t":
            column += self._width(at, column)
            at += 1
        self.first, self.indent, self.blank = at, column - self.column, at == self.end

    def _width(self, at: int, column: int) -> int:
        return 4 - column % 4 if self.source[at] == "\t" else 1
