"""From marks to lists: which mark goes on with which, and under which item a new list begins."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.item import Item
from speechlint.document.marks import LINE, NONE, STOP, WRITTEN
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.marks import Mark
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


class Siblings:
    """Siblings found so far."""

    def __init__(self, mark: Mark, parent: Item | None, line: int) -> None:
        self.style, self.family, self.written = mark.style, mark.family, mark.written
        self.parent = parent
        self.items: list[Item] = []
        self.line = line
        self.last = 0

    def admits(self, mark: Mark) -> bool:
        """Whether a mark that does not fit may be a slip: of the list's own style, or 第四 after 首先…第二."""
        return self.style == mark.style or (self.style == "首先" and mark.place < LINE)

    def has_passed(self, mark: Mark) -> bool:
        """Whether 二、 after … 五、 can only be of another list, one that has lost its 一、."""
        return mark.number == 2 and self.last > 2 and any(item.number == 2 for item in self.items)

    def add(self, mark: Mark, line: int) -> Item:
        item = Item(mark, self.parent)
        self.items.append(item)
        self.last = self.last + 1 if mark.number is None else mark.number
        self.line = line
        return item


def is_list(found: Siblings) -> bool:
    """A spoken list needs two members, a written one a member that opens a line or two."""
    return len(found.items) > 1 or (found.written and found.items[0].place == LINE)


class Builder:
    """Puts marks into lists, and lists under items, as a reader does who goes on reading."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._open: list[Siblings] = []
        self._closed: list[Siblings] = []

    def build(self, found: list[Mark]) -> list[Siblings]:
        """The lists of these marks, in order."""
        for mark in found:
            line = bisect_right(self._doc.line_starts, mark.span.start)
            mark = self._counted(mark, line)
            target = self._target(mark, line)
            if target:
                target.add(mark, line)
        made = sorted(self._closed + self._open, key=lambda one: one.items[0].mark)
        _flatten(made)
        return made

    def _counted(self, mark: Mark, line: int) -> Mark:
        """一句是…一句是…一句是: each says 一, so they are counted."""
        last = self._open[-1] if self._open else None
        if (
            last
            and mark.number == 1
            and mark.style in _EACH
            and last.style == mark.style
            and last.line == line
        ):
            return mark._replace(number=last.last + 1)
        return mark

    def _target(self, mark: Mark, line: int) -> Siblings | None:
        same = self._next_of(mark, line)
        if same:
            return same
        if mark.number == 1:
            return self._new(mark, line)
        resumed = self._resumed(mark)
        if resumed:
            return resumed
        if mark.number and (self._may_open(mark) if mark.written else self._lost_first(mark)):
            return self._new(mark, line)
        return None

    def _lost_first(self, mark: Mark) -> bool:
        """Whether a spoken list may begin with its second: no first of any kind near before it."""
        if mark.number != 2 or mark.place < STOP or mark.family not in ("一是", "第一"):
            return False
        before = self._doc.text[max(0, mark.span.start - _LONG) : mark.span.start]
        if mark.family == "第一" and ("第一" in before or "首先" in before):
            return False
        if mark.place == LINE and ("一是" in before or "一要" in before):
            return False
        return not any(first in before[-_FAR:] for first in _FIRSTS)

    def _may_open(self, mark: Mark) -> bool:
        """Whether a list may begin with this number, its first members lost."""
        if mark.place == LINE or mark.number != 2:
            return mark.place == LINE
        if mark.place < STOP or mark.style not in ("一、", "（一）"):
            return False
        before = self._doc.text[max(0, mark.span.start - 400) : mark.span.start].rsplit("\n", 1)[-1]
        firsts = ("一）", "一)") if mark.style == "（一）" else (f"一{mark.separator}",)
        return not any(first in before for first in firsts)

    def _next_of(self, mark: Mark, line: int) -> Siblings | None:
        """The open list this mark goes on with: exactly, else with a gap or a repetition."""
        near = self._near(mark)
        for found in near:
            if mark.number is None or mark.number == found.last + 1:
                if found is near[0] or len(near[0].items) > 1:
                    return self._pop_to(found)
                break
        if mark.number == 1:
            return None
        for found in near:
            if not found.admits(mark) or found.has_passed(mark):
                continue
            if mark.written and len(found.items) > 1:
                outer = self._resumed(mark, self._fits(mark, found))
                if outer:
                    return outer
            if mark.place >= STOP if found.written else _near_enough(mark, found, line):
                return self._pop_to(found)
        return None

    def _near(self, mark: Mark) -> list[Siblings]:
        """The open lists this mark may belong to, likeliest first: of its style, and opening lines as it does."""
        family = mark.family
        near = [one for one in reversed(self._open) if one.family == family]
        if mark.style == "首先":  # 首先…第二 is one list, but 其次 under 第一 is not its second
            near = [one for one in near if one.style == "首先"]
        if len(near) > 1:
            near.sort(key=lambda one: (one.style != mark.style, _heads(one) != (mark.place == LINE)))
        return near

    def _fits(self, mark: Mark, inner: Siblings) -> bool:
        """Whether ``mark`` may belong to an outer list: it would go back in the inner one, or looks otherwise."""
        if (mark.number or 0) <= inner.last or mark.place < LINE:
            return True
        return self._is_heading(mark.span) != self._is_heading(inner.items[-1].mark)

    def _is_heading(self, mark: Span) -> bool:
        line = self._doc.line_at(mark.start)
        return line.end - line.start <= _HEADING

    def _resumed(self, mark: Mark, may: bool = True) -> Siblings | None:
        """The closed list this mark carries on; what came since then was below its last member."""
        for at in range(len(self._closed) - 1, max(-1, len(self._closed) - 40), -1):
            found = self._closed[at]
            if (
                may
                and found.family == mark.family
                and found.last + 1 == mark.number
                and self._reaches(found.parent)
            ):
                if self._open and self._looks_other(mark, found):
                    continue
                del self._closed[at]
                while self._open and self._open[-1].items[-1] is not found.parent:
                    self._closed.append(self._open.pop())
                self._put_under(found, at)
                self._open.append(found)
                return found
        return None

    def _looks_other(self, mark: Mark, found: Siblings) -> bool:
        same = any(one.style == mark.style for one in self._open)
        return same and self._is_heading(mark.span) != self._is_heading(found.items[-1].mark)

    def _put_under(self, outer: Siblings, since: int) -> None:
        last = outer.items[-1]
        for inner in self._closed[since:]:
            if inner.parent is outer.parent and inner.items[0].mark > last.mark:
                inner.parent = last
                for item in inner.items:
                    item.parent = last

    def _reaches(self, parent: Item | None) -> bool:
        return parent is None or any(found.items[-1] is parent for found in self._open)

    def _new(self, mark: Mark, line: int) -> Siblings | None:
        if mark.written and mark.place < STOP:
            return None
        while self._open and (len(self._open) > _DEEP or self._gives_way(self._open[-1], mark, line)):
            self._closed.append(self._open.pop())
        made = Siblings(mark, self._open[-1].items[-1] if self._open else None, line)
        self._open.append(made)
        return made

    @staticmethod
    def _gives_way(found: Siblings, mark: Mark, line: int) -> bool:
        """Whether a new list that opens with ``mark`` closes ``found`` instead of going under it."""
        if mark.written:
            if mark.place < LINE and found.written and _heads(found):
                return False
            if not found.written:
                return mark.style == "一、" or not _heads(found)
            return WRITTEN.index(found.style) >= WRITTEN.index(mark.style)
        if found.written:
            return False
        if found.line == line:
            return not _heads(found) and mark.span.start - found.items[-1].mark.end > _FAR
        return found.family == mark.family or not _heads(found)

    def _pop_to(self, found: Siblings) -> Siblings:
        while self._open[-1] is not found:
            self._closed.append(self._open.pop())
        return found


def _flatten(made: list[Siblings]) -> None:
    """A list below the last of a like one, which is not taken up again, stands beside it."""
    home = {id(item): one for one in made for item in one.items}
    for one in made:
        outer = home.get(id(one.parent))
        while outer and outer.family == one.family and one.parent is outer.items[-1]:
            one.parent = outer.parent
            outer = home.get(id(one.parent))
        for item in one.items:
            item.parent = one.parent


def _near_enough(mark: Mark, found: Siblings, line: int) -> bool:
    """Whether a spoken mark that does not fit may yet be a slip in this list, not the tail of an unseen one."""
    if mark.place == LINE:
        return True
    far = mark.span.start - found.items[-1].mark.end > _FAR
    return mark.place > NONE and found.line == line and not far


def _heads(found: Siblings) -> bool:
    """Whether the members of a spoken list open lines, as headings do."""
    return found.items[-1].place == LINE
