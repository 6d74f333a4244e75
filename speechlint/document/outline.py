"""The outline of a draft: its speeches, and their headings and enumerations as one tree.

``outline(doc)`` (or ``doc.outline``) gives an ``Outline``:

- ``speeches``: each with ``span``, ``title`` (a span or ``None``), ``body`` (what is spoken: without
  附件 and 名词解释) and ``items``, the outermost parts;
- ``groups``: every run of siblings (一、二、三、 of a speech, 一是二是三是 of a paragraph), in order.

An ``Item`` has ``level`` (depth in the tree, from 1), ``style`` (its kind by its first member: ``一、``
``（一）`` ``1.`` ``（1）`` ``①`` ``一是`` ``一要`` ``第一`` ``第一点`` ``首先`` ``其一`` ``一方面`` …), ``number`` (``None`` for
最后), spans ``mark``, ``head`` (the words after the mark: an own-line heading without its end mark, a
run-in one to its first 。 or to the break that ends it), ``body`` (after the head, children included)
and ``span`` (all of it), ``own_line``, ``parent`` and ``children``. All spans are in the reading text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from speechlint.document import Document
from speechlint.document.marks import LINE, NONE, STOP, WRITTEN, Mark, marks
from speechlint.document.span import BLANKS, Span
from speechlint.document.speeches import Part, speeches

__all__ = ["Item", "Outline", "Speech", "outline"]

_ENDS = "。！？；：!?;:\n"
_OWN_LINE = 90
_HEADING = 60
_FAR = 600
_EACH = ("一个是", "一句是", "一项是", "一条是", "一件是", "一点是")
_BLANKS = BLANKS + "*#"
_LEAD = _BLANKS + "，,、：:"


class Item:
    """One numbered part. Two items are the same only if they are one object."""

    __slots__ = (
        "body",
        "children",
        "head",
        "level",
        "mark",
        "number",
        "own_line",
        "parent",
        "place",
        "separator",
        "span",
        "style",
    )

    def __init__(self, mark: Mark, parent: Item | None) -> None:
        self.mark = mark.span
        self.style = mark.style
        self.number = mark.number
        self.separator = mark.separator
        self.place = mark.place
        self.parent = parent
        self.level: int = 1
        self.children: tuple[Item, ...] = ()
        self.own_line = False
        self.head = self.body = self.span = mark.span

    def __repr__(self) -> str:
        return f"Item({self.style!r}, {self.number}, {self.mark.start})"

    @property
    def written(self) -> bool:
        """Whether it is one of the four levels on paper (and ①), not a spoken enumeration."""
        return self.style in WRITTEN

    def walk(self) -> Iterator[Item]:
        """The item and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Speech(NamedTuple):
    span: Span
    title: Span | None
    body: Span
    items: tuple[Item, ...]
    groups: tuple[tuple[Item, ...], ...]

    def walk(self) -> Iterator[Item]:
        """All items of the speech in order."""
        for item in self.items:
            yield from item.walk()


class Outline(NamedTuple):
    speeches: tuple[Speech, ...]

    @property
    def groups(self) -> tuple[tuple[Item, ...], ...]:
        return tuple(group for speech in self.speeches for group in speech.groups)

    def walk(self) -> Iterator[Item]:
        for speech in self.speeches:
            yield from speech.walk()


class _List:
    """Siblings found so far."""

    def __init__(self, mark: Mark, parent: Item | None, line: int) -> None:
        self.style, self.family, self.written = mark.style, mark.family, mark.written
        self.parent = parent
        self.items: list[Item] = []
        self.line = line
        self.last = 0

    def takes(self, mark: Mark) -> bool:
        """首先…第二 is one list, but 其次 under 第一 is not its second."""
        return self.family == mark.family and (mark.style != "首先" or self.style == "首先")

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


def outline(doc: Document) -> Outline:
    """The outline of ``doc``; computed in one pass over the reading text."""
    parts = speeches(doc)
    found: list[list[Mark]] = [[] for _ in parts]
    starts = [part.span.start for part in parts]
    for mark in marks(doc):
        at = bisect_right(starts, mark.span.start) - 1
        if at >= 0 and mark.span.start < parts[at].body.end:
            found[at].append(mark)
    breaks = [b.at for b in doc.breaks]
    return Outline(tuple(_speech(doc, part, own, breaks) for part, own in zip(parts, found, strict=True)))


def _speech(doc: Document, part: Part, own: list[Mark], breaks: list[int]) -> Speech:
    lists = _Builder(doc).build(own)
    kept = sorted(filter(_counts, lists), key=lambda found: found.items[0].mark)
    items = [item for found in kept for item in found.items]
    alive = set(map(id, items))
    for item in items:
        while item.parent and id(item.parent) not in alive:
            item.parent = item.parent.parent
    items.sort(key=lambda item: item.mark)
    _nest(items)
    if _move_out(items, _ends(doc, part, items, kept)):
        _nest(items)
    _measure(doc, items, _ends(doc, part, items, kept), breaks)
    return Speech(
        part.span,
        part.title,
        part.body,
        tuple(i for i in items if not i.parent),
        tuple(tuple(found.items) for found in kept),
    )


def _counts(found: _List) -> bool:
    """A spoken list needs two members, a written one a member that opens a line or two."""
    return len(found.items) > 1 or (found.written and found.items[0].place == LINE)


def _nest(items: list[Item]) -> None:
    """Levels and children from parents."""
    below: dict[int, list[Item]] = {}
    for item in items:
        item.level = item.parent.level + 1 if item.parent else 1
        if item.parent:
            below.setdefault(id(item.parent), []).append(item)
    for item in items:
        item.children = tuple(below.get(id(item), ()))


def _move_out(items: list[Item], ends: dict[int, int]) -> bool:
    """Free the items that stand behind the end of the one they were put under."""
    moved = False
    for item in items:
        while item.parent and item.mark.start >= ends[id(item.parent)]:
            item.parent = item.parent.parent
            moved = True
    return moved


class _Builder:
    """Puts marks into lists, and lists under items, as a reader does who goes on reading."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._open: list[_List] = []
        self._closed: list[_List] = []

    def build(self, found: list[Mark]) -> list[_List]:
        for mark in found:
            line = bisect_right(self._doc.line_starts, mark.span.start)
            mark = self._counted(mark, line)
            target = self._target(mark, line)
            if target:
                target.add(mark, line)
        return self._closed + self._open

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

    def _target(self, mark: Mark, line: int) -> _List | None:
        same = self._next_of(mark, line)
        if same:
            return same
        if mark.number == 1:
            return self._new(mark, line)
        resumed = self._resumed(mark)
        if resumed:
            return resumed
        if mark.written and mark.number and self._may_open(mark):
            return self._new(mark, line)
        return None

    def _may_open(self, mark: Mark) -> bool:
        """Whether a list may begin with this number, its first members lost."""
        if mark.place == LINE or mark.number != 2:
            return mark.place == LINE
        before = self._doc.text[self._doc.line_at(mark.span.start).start : mark.span.start]
        return (
            mark.place == STOP
            and mark.style in ("一、", "（一）")
            and "一" + mark.separator not in before[-400:]
        )

    def _next_of(self, mark: Mark, line: int) -> _List | None:
        """The open list this mark goes on with: exactly, else with a gap or a repetition."""
        near = self._near(mark)
        exact = next((one for one in near if mark.number in (None, one.last + 1)), None)
        if exact and near[0] is not exact and len(near[0].items) < 2:
            exact = None
        if exact:
            return self._pop_to(exact)
        for found in near:
            if mark.number == 1 or not found.admits(mark) or found.has_passed(mark):
                continue
            if mark.written and len(found.items) > 1:
                outer = self._resumed(mark, self._fits(mark, found))
                if outer:
                    return outer
            if mark.place >= STOP if found.written else _near_enough(mark, found, line):
                return self._pop_to(found)
        return None

    def _near(self, mark: Mark) -> list[_List]:
        """The open lists this mark may belong to, likeliest first: of its style, and opening lines as it does."""
        near = [one for one in reversed(self._open) if one.takes(mark)]
        if mark.written and len(near) > 1:
            near.sort(key=lambda one: _heads(one) != (mark.place == LINE))
        return sorted(near, key=lambda one: one.style != mark.style)

    def _fits(self, mark: Mark, inner: _List) -> bool:
        """Whether ``mark`` may belong to an outer list: it would go back in the inner one, or looks otherwise."""
        if (mark.number or 0) <= inner.last or mark.place < LINE:
            return True
        return self._is_heading(mark.span) != self._is_heading(inner.items[-1].mark)

    def _is_heading(self, mark: Span) -> bool:
        line = self._doc.line_at(mark.start)
        return line.end - line.start <= _HEADING

    def _resumed(self, mark: Mark, may: bool = True) -> _List | None:
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

    def _looks_other(self, mark: Mark, found: _List) -> bool:
        same = any(one.style == mark.style for one in self._open)
        return same and self._is_heading(mark.span) != self._is_heading(found.items[-1].mark)

    def _put_under(self, outer: _List, since: int) -> None:
        last = outer.items[-1]
        for inner in self._closed[since:]:
            if inner.parent is outer.parent and inner.items[0].mark > last.mark:
                inner.parent = last
                for item in inner.items:
                    item.parent = last

    def _reaches(self, parent: Item | None) -> bool:
        return parent is None or any(found.items[-1] is parent for found in self._open)

    def _new(self, mark: Mark, line: int) -> _List | None:
        if mark.written and mark.place < STOP:
            return None
        while self._open and self._gives_way(self._open[-1], mark, line):
            self._closed.append(self._open.pop())
        made = _List(mark, self._open[-1].items[-1] if self._open else None, line)
        self._open.append(made)
        return made

    @staticmethod
    def _gives_way(found: _List, mark: Mark, line: int) -> bool:
        """Whether a new list that opens with ``mark`` closes ``found`` instead of going under it."""
        if mark.written:
            if mark.place < LINE and found.written and _heads(found):
                return False
            if not found.written:
                return mark.style == "一、" or not _heads(found)
            return WRITTEN.index(found.style) >= WRITTEN.index(mark.style)
        if found.written:
            return False
        return found.line != line and (found.family == mark.family or not _heads(found))

    def _pop_to(self, found: _List) -> _List:
        while self._open[-1] is not found:
            self._closed.append(self._open.pop())
        return found


def _near_enough(mark: Mark, found: _List, line: int) -> bool:
    """Whether a spoken mark that does not fit may yet be a slip in this list, not the tail of an unseen one."""
    if mark.place == LINE:
        return True
    far = mark.span.start - found.items[-1].mark.end > _FAR
    return mark.place > NONE and found.line == line and not far


def _heads(found: _List) -> bool:
    """Whether the members of a spoken list open lines, as headings do."""
    return found.items[-1].place == LINE


def _measure(doc: Document, items: list[Item], ends: dict[int, int], breaks: list[int]) -> None:
    for item in items:
        end = ends[id(item)]
        item.span = Span(item.mark.start, end)
        item.head, item.own_line = _head(doc, item, end, breaks)
        item.body = Span(min(item.head.end, end), end)


def _ends(doc: Document, part: Part, items: list[Item], lists: list[_List]) -> dict[int, int]:
    """Where each item ends: where the next one that is not below it begins, or its paragraph does."""
    ends: dict[int, int] = {}
    stack: list[Item] = []
    for item in items:
        while stack and stack[-1].level >= item.level:
            ends[id(stack.pop())] = item.mark.start
        stack.append(item)
    for item in stack:
        ends[id(item)] = part.body.end
    for found in lists:
        _cut_last(doc, found, ends)
    for item in items:
        if item.parent:
            ends[id(item)] = max(item.mark.end, min(ends[id(item)], ends[id(item.parent)]))
    return ends


def _cut_last(doc: Document, found: _List, ends: dict[int, int]) -> None:
    """The last of a run-in list ends with its paragraph, if its siblings are one paragraph each."""
    last = found.items[-1]
    line = doc.line_at(last.mark.start)
    if last.place == LINE and (found.written or len(found.items) == 1):
        return
    if all("\n" not in doc.text[i.mark.start : ends[id(i)]].rstrip() for i in found.items[:-1]):
        ends[id(last)] = min(ends[id(last)], line.end)


def _head(doc: Document, item: Item, end: int, breaks: list[int]) -> tuple[Span, bool]:
    """The heading words of an item, and whether they stand on a line of their own."""
    text = doc.text
    start = item.mark.end
    while start < end and text[start] in (_BLANKS if item.written else _LEAD):
        start += 1
    line_end = min(end, doc.line_at(start).end)
    stop = start
    while stop < line_end and text[stop] not in _ENDS:
        stop += 1
    rest = text[stop + 1 : line_end].strip(_BLANKS)
    own = item.place == LINE and not rest and stop - start <= _OWN_LINE and (item.written or stop == line_end)
    if not own:
        stop = min(stop, _line_break(breaks, item, start, stop))
    while stop > start and text[stop - 1] in _LEAD:
        stop -= 1
    return Span(start, stop), own


def _line_break(places: list[int], item: Item, start: int, stop: int) -> int:
    """Where a run-in heading ends at an old line end that came earlier than a full line's would."""
    at = bisect_right(places, start)
    if at >= len(places) or places[at] >= stop or at == 0 or places[at - 1] < item.mark.start - 1:
        return stop
    gaps = sorted(
        b - a
        for a, b in zip(
            places[max(0, at - 30) : at + 30], places[max(0, at - 30) + 1 : at + 31], strict=False
        )
    )
    return places[at] if places[at] - item.mark.start < gaps[len(gaps) * 3 // 4] * 0.75 else stop
