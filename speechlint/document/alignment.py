"""The exact correspondence between a source text and the reading text made of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from speechlint.document.span import Span
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, made_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class Change(NamedTuple):
    """One place a step reads otherwise: ``[start:end]`` of the step's own text reads as ``text``.

    ``candidates`` are other readings, best first, where the text does not decide (``sure`` is False);
    ``mark`` leaves a break mark where a space or a line break goes away.
    """

    start: int
    end: int
    text: str
    kind: str
    sure: bool = True
    candidates: tuple[str, ...] = ()
    mark: bool = False


class Alignment:
    """Maps offsets between a text and the same text with some replacements made.

    Between replacements the mapping is linear. A replacement of equal length maps character by
    character; any other is a block: a position strictly inside it maps to the block's edge.
    """

    __slots__ = ("_new", "_new_end", "_old", "_old_end")

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self._old: list[int] = []
        self._old_end: list[int] = []
        self._new: list[int] = []
        self._new_end: list[int] = []
        shift = 0
        for start, end, text, *_ in changes:
            if end - start == len(text):
                continue
            self._old.append(start)
            self._old_end.append(end)
            self._new.append(start + shift)
            self._new_end.append(start + shift + len(text))
            shift += len(text) - (end - start)

    @property
    def is_identity(self) -> bool:
        return not self._old

    def to_new(self, offset: int) -> int:
        """The new offset of an old one; a place that was taken out maps to where it stood."""
        at = bisect_right(self._old, offset) - 1
        if at < 0:
            return offset
        if offset < self._old_end[at]:
            return self._new[at]
        return self._new_end[at] + offset - self._old_end[at]

    def span_to_old(self, span: tuple[int, int]) -> Span:
        """Text that was deleted exactly at an edge of the span lies before it or after it."""
        first, last = span
        at = bisect_right(self._new, first) - 1
        start = first if at < 0 else self._old_of_start(at, first)
        if last == first:
            return made_of(Span, (start, start))
        at = bisect_left(self._new, last) - 1
        end = last if at < 0 else self._old_end[at] + max(0, last - self._new_end[at])
        return made_of(Span, (start, end if end > start else start))

    def _old_of_start(self, at: int, start: int) -> int:
        past = start - self._new_end[at]
        return self._old[at] if past < 0 else self._old_end[at] + past

    def span_to_new(self, span: tuple[int, int]) -> Span:
        start = self.to_new(span[0])
        return made_of(Span, (start, max(start, self.to_new(span[1]))))


class Chain:
    """Several alignments one after another: source → … → reading text."""

    __slots__ = ("_links",)

    def __init__(self, links: Iterable[Alignment] = ()) -> None:
        self._links = tuple(link for link in links if not link.is_identity)

    @property
    def is_identity(self) -> bool:
        return not self._links

    def then(self, link: Alignment) -> Chain:
        return Chain((*self._links, link))

    def to_source(self, span: tuple[int, int]) -> Span:
        """The source span of a reading span."""
        placed = span if isinstance(span, Span) else made_of(Span, span)
        for link in reversed(self._links):
            placed = link.span_to_old(placed)
        return placed

    def to_reading(self, span: tuple[int, int]) -> Span:
        """The reading span of a source span."""
        placed = span if isinstance(span, Span) else made_of(Span, span)
        for link in self._links:
            placed = link.span_to_new(placed)
        return placed


def apply(text: str, changes: Iterable[Change]) -> str:
    """``text`` with the changes made; they are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, new, *_ in changes:
        parts.append(text[at:start])
        parts.append(new)
        at = end
    parts.append(text[at:])
    return "".join(parts)
