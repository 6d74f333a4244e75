"""From marks to lists: which item goes on with which, and under which item a new list begins."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.outline.item import DEPTHS, LINE, NONE, STOP
from speechlint.document.outline.siblings import Siblings, heads
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.outline.item import Item
    from speechlint.document.span import Span

_HEADING = 60
_FAR = 600
_LONG = 8000
_DEEP = 8
_FIRSTS = (
    *(
        "一是",
        "一要",
        "一个",
        "一方面",
        "一来",
        "一则",
        "一靠",
        "一、",
        "一，",
        "一条",
        "一点",
        "一项",
        "一件",
    ),
    *("第一", "首先", "其一", "首要", "一）", "1", "１", "①", "最重要", "先说", "先讲"),
)
_EACH = ("一个是", "一句是", "一项是", "一条是", "一件是", "一点是")


class Builder:
    """Puts items into lists, and lists under items, as a reader does who goes on reading."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._open: list[Siblings] = []
        self._closed: list[Siblings] = []

    def build(self, found: list[Item]) -> list[Siblings]:
        """The lists of these items, in order."""
        starts = self._doc.line_starts
        for item in found:
            line = bisect_right(starts, item.mark.start)
            if item.style in _EACH:
                self._count(item, line)
            target = self._target(item, line)
            if target:
                target.add(item, line)
        made = sorted(self._closed + self._open, key=lambda one: one.items[0].mark)
        _flatten(made)
        return made

    def _count(self, item: Item, line: int) -> None:
        """一句是…一句是…一句是: each says 一, so they are counted."""
        last = self._open[-1] if self._open else None
        if last and item.number == 1 and last.style == item.style and last.line == line:
            item.number = last.last + 1

    def _target(self, item: Item, line: int) -> Siblings | None:
        if self._open and self._open[-1].goes_on(item):
            return self._open[-1]
        same = self._next_of(item, line)
        if same:
            return same
        if item.number == 1:
            return self._new(item, line)
        resumed = self._resumed(item)
        if resumed:
            return resumed
        if item.number and (self._may_open(item) if item.written else self._lost_first(item)):
            return self._new(item, line)
        return None

    def _lost_first(self, item: Item) -> bool:
        """Whether a spoken list may begin with its second: no first of any kind near before it."""
        if item.number != 2 or item.place < STOP or item.family not in ("一是", "第一"):
            return False
        before = self._doc.text[max(0, item.mark.start - _LONG) : item.mark.start]
        if item.family == "第一" and ("第一" in before or "首先" in before):
            return False
        if item.place == LINE and ("一是" in before or "一要" in before):
            return False
        return not any(first in before[-_FAR:] for first in _FIRSTS)

    def _may_open(self, item: Item) -> bool:
        """Whether a list may begin with this number, its first members lost."""
        if item.place == LINE or item.number != 2:
            return item.place == LINE
        if item.place < STOP or item.style not in ("一、", "（一）"):
            return False
        before = self._doc.text[max(0, item.mark.start - 400) : item.mark.start].rsplit("\n", 1)[-1]
        firsts = ("一）", "一)") if item.style == "（一）" else (f"一{item.separator}",)
        return not any(first in before for first in firsts)

    def _next_of(self, item: Item, line: int) -> Siblings | None:
        """The open list this item goes on with: exactly, else with a gap or a repetition."""
        if item.number == 1 and 0 not in [one.last for one in self._open]:  # mostly: few write （0）
            return None
        near = self._near(item)
        for found in near:
            if item.number is None or item.number == found.last + 1:
                if found is near[0] or len(near[0].items) > 1:
                    return self._pop_to(found)
                break
        if item.number == 1:
            return None
        for found in near:
            if not found.admits(item) or found.has_passed(item):
                continue
            if item.written and len(found.items) > 1:
                outer = self._resumed(item, self._fits(item, found))
                if outer:
                    return outer
            if item.place >= STOP if found.written else _near_enough(item, found, line):
                return self._pop_to(found)
        return None

    def _near(self, item: Item) -> list[Siblings]:
        """The open lists this item may belong to, likeliest first: of its style, and opening lines as it does."""
        family = item.family
        near = [one for one in reversed(self._open) if one.family == family]
        if item.style == "首先":  # 首先…第二 is one list, but 其次 under 第一 is not its second
            near = [one for one in near if one.style == "首先"]
        if len(near) > 1:
            near.sort(key=lambda one: (one.style != item.style, heads(one) != (item.place == LINE)))
        return near

    def _fits(self, item: Item, inner: Siblings) -> bool:
        """Whether ``mark`` may belong to an outer list: it would go back in the inner one, or looks otherwise."""
        if (item.number or 0) <= inner.last or item.place < LINE:
            return True
        return self._is_heading(item.mark) != self._is_heading(inner.items[-1].mark)

    def _is_heading(self, mark: Span) -> bool:
        line = self._doc.line_at(mark.start)
        return line.end - line.start <= _HEADING

    def _resumed(self, item: Item, may: bool = True) -> Siblings | None:
        """The closed list this item carries on; what came since then was below its last member."""
        if not may or item.number is None:
            return None
        before, family = item.number - 1, item.family
        for at in range(len(self._closed) - 1, max(-1, len(self._closed) - 40), -1):
            found = self._closed[at]
            if found.last == before and found.family == family and self._reaches(found.parent):
                if self._open and self._looks_other(item, found):
                    continue
                del self._closed[at]
                while self._open and self._open[-1].items[-1] is not found.parent:
                    self._closed.append(self._open.pop())
                self._put_under(found, at)
                self._open.append(found)
                return found
        return None

    def _looks_other(self, item: Item, found: Siblings) -> bool:
        same = any(one.style == item.style for one in self._open)
        return same and self._is_heading(item.mark) != self._is_heading(found.items[-1].mark)

    def _put_under(self, outer: Siblings, since: int) -> None:
        last = outer.items[-1]
        for inner in self._closed[since:]:
            if inner.parent is outer.parent and inner.items[0].mark > last.mark:
                inner.parent = last
                for item in inner.items:
                    item.parent = last

    def _reaches(self, parent: Item | None) -> bool:
        return parent is None or any(found.items[-1] is parent for found in self._open)

    def _new(self, item: Item, line: int) -> Siblings | None:
        if item.written and item.place < STOP:
            return None
        while self._open and (len(self._open) > _DEEP or self._gives_way(self._open[-1], item, line)):
            self._closed.append(self._open.pop())
        made = Siblings(item, self._open[-1].items[-1] if self._open else None, line)
        self._open.append(made)
        return made

    @staticmethod
    def _gives_way(found: Siblings, item: Item, line: int) -> bool:
        """Whether a new list that opens with ``mark`` closes ``found`` instead of going under it."""
        if item.written:
            if item.place < LINE and found.written and heads(found):
                return False
            if not found.written:
                return item.style == "一、" or not heads(found)
            return DEPTHS[found.style] >= DEPTHS[item.style]
        if found.written:
            return False
        if found.line == line:
            return not heads(found) and item.mark.start - found.items[-1].mark.end > _FAR
        return found.family == item.family or not heads(found)

    def _pop_to(self, found: Siblings) -> Siblings:
        while self._open[-1] is not found:
            self._closed.append(self._open.pop())
        return found


def _flatten(made: list[Siblings]) -> None:
    """A list below the last of a like one, which is not taken up again, stands beside it."""
    home = {id(one.items[-1]): one for one in made}
    for one in made:
        outer = home.get(id(one.parent))
        while outer and outer.family == one.family:
            one.parent = outer.parent
            outer = home.get(id(one.parent))
        if one.items[0].parent is not one.parent:
            for item in one.items:
                item.parent = one.parent


def _near_enough(item: Item, found: Siblings, line: int) -> bool:
    """Whether a spoken item that does not fit may yet be a slip in this list, not the tail of an unseen one."""
    if item.place == LINE:
        return True
    far = item.mark.start - found.items[-1].mark.end > _FAR
    return item.place > NONE and found.line == line and not far
