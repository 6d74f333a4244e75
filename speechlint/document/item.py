"""One numbered part of a speech."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.marks import Mark


class Item:
    """One numbered part. Two items are the same only if they are one object.

    ``written`` ones are of the four levels on paper (and ①), the others a spoken enumeration.
    """

    __slots__ = (
        "children",
        "end",
        "head",
        "level",
        "mark",
        "number",
        "own_line",
        "parent",
        "place",
        "separator",
        "style",
        "written",
    )

    def __init__(self, mark: Mark, parent: Item | None) -> None:
        self.mark, self.style, self.number, self.separator, self.place = mark
        self.written = mark.written
        self.parent = parent
        self.level: int = 1
        self.children: tuple[Item, ...] = ()
        self.own_line = False
        self.head = self.mark
        self.end = self.mark.end

    def __repr__(self) -> str:
        return f"Item({self.style!r}, {self.number}, {self.mark.start})"

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.mark.start, self.end)

    @property
    def body(self) -> Span:
        """What follows the heading, children included."""
        return Span(min(self.head.end, self.end), self.end)

    def walk(self) -> Iterator[Item]:
        """The item and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()
