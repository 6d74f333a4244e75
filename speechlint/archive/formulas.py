"""What everybody says is not copied: known formulations, sentences of many drafts, quotations, the frame of a series."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.archive.passages import Passage

MOST = 10  # drafts in which a sentence stands before it is a formula

REASONS = {
    "common": ("库里多于 {most} 份稿子这样说，是套话", "more than {most} drafts say so: a formula"),
    "known": ("是规则表里的固定提法", "a known formulation of the rules"),
    "quoted": ("是引文", "a quotation"),
    "series": ("同一系列的稿子，格式相同", "the frame of a series"),
}


class Formulas(NamedTuple):
    """The letters of a draft that are no one's own: spans (start, end) in order, by the key of ``REASONS``;
    ``every`` are all of them."""

    most: int = MOST
    spans: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()
    every: tuple[tuple[int, int], ...] = ()

    def with_common(self, starts: Iterable[int], size: int) -> Formulas:
        """With runs of ``size`` letters that stand in many drafts; one alone is a turn of phrase, no formula."""
        spans = merged((at, at + size) for at in starts)
        return self.having("common", (span for span in spans if span[1] - span[0] > size))

    def having(self, reason: str, spans: Iterable[tuple[int, int]]) -> Formulas:
        more = merged(spans)
        return Formulas(self.most, (*self.spans, (reason, more)), merged((*self.every, *more)))

    def common(self, least: int) -> Iterator[tuple[int, int]]:
        """The spans of at least ``least`` letters that many drafts have."""
        spans = (span for reason, every in self.spans for span in every if reason == "common")
        return (span for span in spans if span[1] - span[0] >= least)

    def reason(self, passage: Passage, least: int) -> str:
        """Why a passage has fewer than ``least`` letters of its own; "" where it has."""
        if passage.same - _covered(passage, self.every) >= least:
            return ""
        return max(self.spans, key=lambda one: _covered(passage, one[1]), default=("", ()))[0]


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that meet as one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def _covered(passage: Passage, spans: tuple[tuple[int, int], ...]) -> int:
    """How many of the letters in common lie in one of the spans."""
    return sum(_within(block.here, block.here + block.size, spans) for block in passage.blocks)


def _within(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> int:
    at = max(0, bisect_right(spans, (start, end)) - 1)
    total = 0
    while at < len(spans) and spans[at][0] < end:
        total += max(0, min(end, spans[at][1]) - max(start, spans[at][0]))
        at += 1
    return total
