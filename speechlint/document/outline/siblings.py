"""A list while it is being found: the items that stand side by side, and what may come next."""

from __future__ import annotations

from speechlint.document.outline.item import LINE
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.outline.item import Item


class Siblings:
    """Siblings found so far."""

    def __init__(self, first: Item, parent: Item | None, line: int) -> None:
        self.style, self.family, self.written = first.style, first.family, first.written
        self.parent = parent
        self.items: list[Item] = []
        self.line = line
        self.last = 0

    def admits(self, item: Item) -> bool:
        """Whether an item that does not fit may be a slip: of the list's own style, or 第四 after 首先…第二."""
        return self.style == item.style or (self.style == "首先" and item.place < LINE)

    def has_passed(self, item: Item) -> bool:
        """Whether 二、 after … 五、 can only be of another list, one that has lost its 一、."""
        return item.number == 2 and self.last > 2 and any(one.number == 2 for one in self.items)

    def goes_on(self, item: Item) -> bool:
        """Whether an item is just what is looked for after the last one."""
        return (
            self.last + 1 == item.number and self.style == item.style and heads(self) == (item.place == LINE)
        )

    def add(self, item: Item, line: int) -> None:
        item.parent = self.parent
        self.items.append(item)
        self.last = self.last + 1 if item.number is None else item.number
        self.line = line


def is_list(found: Siblings) -> bool:
    """A spoken list needs two members, a written one a member that opens a line or two."""
    return len(found.items) > 1 or (found.written and found.items[0].place == LINE)


def heads(found: Siblings) -> bool:
    """Whether the members of a spoken list open lines, as headings do."""
    return found.items[-1].place == LINE
