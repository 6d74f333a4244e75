"""Seeds, the fingerprints that two drafts share, in tasks small enough for one process at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import islice

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Rows = Iterable[tuple[int, ...]]

SEEDS = 20_000  # in a task, more or less


class Task(NamedTuple):
    """Seeds of some drafts, in order, a column each; and where formulas begin in these, by the drafts' numbers."""

    one: array[int]
    other: array[int]
    here: array[int]
    there: array[int]
    common: Mapping[int, array[int]]


def starts_by_draft(rows: Rows) -> dict[int, array[int]]:
    """Rows (text, at), in order, as the places in each text."""
    made: dict[int, array[int]] = {}
    for texts, places in _columns(rows):
        start = 0
        while start < len(texts):
            end = bisect_right(texts, texts[start], start)
            made.setdefault(texts[start], array("i")).extend(array("i", places[start:end]))
            start = end
    return made


def _columns(rows: Rows) -> Iterator[tuple[array[int], ...]]:
    """Rows of numbers column by column, some at a time."""
    every = iter(rows)
    while some := list(islice(every, SEEDS)):
        yield tuple(array("q", column) for column in zip(*some, strict=True))


def tasks(seeds: Rows, common: Mapping[int, array[int]]) -> Iterator[Task]:
    """The seeds in tasks that end with the last of a draft."""
    waiting = [array("q") for _ in range(4)]
    for some in _columns(seeds):
        for column, more in zip(waiting, some, strict=True):
            column.extend(more)
        end = bisect_left(waiting[0], waiting[0][-1])
        if end:
            yield _task([column[:end] for column in waiting], common)
            waiting = [column[end:] for column in waiting]
    if waiting[0]:
        yield _task(waiting, common)


def _task(columns: Sequence[array[int]], common: Mapping[int, array[int]]) -> Task:
    one, other, here, there = columns
    return Task(one, other, here, there, {text: common[text] for text in set(one) if text in common})
