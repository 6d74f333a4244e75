"""Which * _ ~~ open and close emphasis, by CommonMark's rules, in time that grows with the text alone."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMON = frozenset("，。；：！？、“”‘’（）《》【】…—·「」『』〈〉〔〕")


class Run:
    """A run of one mark, in the order of the text; ``start`` and ``end`` bound what is not paired yet."""

    __slots__ = ("before", "behind", "closes", "end", "mark", "opens", "size", "start")

    def __init__(self, text: str, start: int, end: int, before: Run | None) -> None:
        self.mark, self.size = text[start], end - start
        self.start, self.end = start, end
        self.before = before
        self.behind: Run | None = None
        self.opens, self.closes = _roles(text, start, end)

    @property
    def left(self) -> int:
        return self.end - self.start


def _roles(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run may open and close emphasis."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    blank_before, blank_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not blank_after and (not mark_after or blank_before or mark_before)
    right = not blank_before and (not mark_before or blank_after or mark_after)
    if text[start] != "_":
        return left, right
    return left and (not right or mark_before), right and (not left or mark_after)


def _is_mark(char: str) -> bool:
    if char.isalnum() or char.isspace():
        return False
    if char in _COMMON or char < "\x7f":
        return char > " "
    from unicodedata import category

    return category(char)[0] in "PS"


class Runs:
    """The runs of a text that are still to be paired."""

    def __init__(self) -> None:
        self.last: Run | None = None

    def add(self, text: str, start: int, end: int) -> None:
        run = Run(text, start, end, self.last)
        if self.last:
            self.last.behind = run
        self.last = run

    def pair(self, since: Run | None) -> Iterator[tuple[Span, Span]]:
        """The marks that open and close emphasis behind ``since`` (all of them, for None); no run is left there."""
        floors: dict[tuple[str, bool, int], Run | None] = {}
        closer = self._first(since)
        while closer:
            if not closer.closes:
                closer = closer.behind
                continue
            key = (closer.mark, closer.opens, closer.size % 3)
            opener = _opener(closer, since, floors.get(key, since))
            if opener:
                yield self._paired(opener, closer)
                closer = closer if closer.left else self._drop(closer)
                continue
            floors[key] = closer.before
            closer = closer.behind if closer.opens else self._drop(closer)
        self.last = since
        if since:
            since.behind = None

    def _first(self, since: Run | None) -> Run | None:
        first, at = None, self.last
        while at and at is not since:
            first, at = at, at.before
        return first

    def _paired(self, opener: Run, closer: Run) -> tuple[Span, Span]:
        size = 2 if min(opener.left, closer.left) >= 2 else 1
        opener.end -= size
        closer.start += size
        opener.behind, closer.before = closer, opener
        if not opener.left:
            self._drop(opener)
        return Span(opener.end, opener.end + size), Span(closer.start - size, closer.start)

    def _drop(self, run: Run) -> Run | None:
        """Take a run out; the one behind it."""
        if run.before:
            run.before.behind = run.behind
        if run.behind:
            run.behind.before = run.before
        else:
            self.last = run.before
        return run.behind


def _opener(closer: Run, since: Run | None, floor: Run | None) -> Run | None:
    """The nearest run before it that it closes."""
    opener = closer.before
    while opener and opener is not floor and opener is not since:
        if opener.mark == closer.mark and opener.opens and not _is_odd(opener, closer):
            return opener
        opener = opener.before
    return None


def _is_odd(opener: Run, closer: Run) -> bool:
    """The rule of three, which keeps *a**b* one emphasis; ~~ knows none."""
    if closer.mark == "~" or not (closer.opens or opener.closes):
        return False
    return closer.size % 3 != 0 and (opener.size + closer.size) % 3 == 0
