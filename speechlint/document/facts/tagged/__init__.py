"""What is found once more weighed: names that only a chain of labels tells, and whether what the rules see is a fact.

Both are learned by ``benchmarks/tagged.py`` from texts in which the facts are marked; no text can be read back.
"""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right

from speechlint.document.facts.seen import Seen, free
from speechlint.document.facts.tagged import chain, weighed
from speechlint.document.facts.tagged.weighed import Candidate
from speechlint.document.span import Span
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.tagged.chain import Weights
    from speechlint.document.facts.tagged.characters import Told
    from speechlint.document.facts.tagged.weighed import Around
    from speechlint.document.facts.worded import Line

_LEAST = {"r": -1800, "m": -2500}  # the weight of what is kept: seen by the rules, told by the chain alone
_LEAST_PERSON = -2000  # told by the chain alone: oftener none than other names
_FAR = 40  # characters: no name of those is longer
_WITHIN = ("person", "place", "institution", "date", "figure")  # what the name of a meeting may hold


def kept(lines: list[Line], found: list[Seen], taken: list[Span]) -> Iterator[Seen]:
    """Of what the rules have ``found`` what is likely enough, and the names that the chain tells outside what is ``taken``."""
    if not is_there():
        yield from found
        return
    often: dict[str, int] = {}
    for seen in found:
        often[seen.text] = often.get(seen.text, 0) + 1
    doubtful: set[tuple[str, Span]] = set()
    more: list[Seen] = []
    for one, near, scored in candidates(lines, found, taken):
        is_likely = weighed.weight(weighed.features(one, near, scored, often)) >= _least(one)
        span = Span(one.line.at + one.start, one.line.at + one.end)
        if one.by == "m" and is_likely:
            more.append(Seen(one.kind, one.text, "", span))
        if one.by == "r" and not is_likely:
            doubtful.add((one.kind, span))
    yield from (seen for seen in found if (seen.kind, seen.span) not in doubtful)
    yield from more


def _least(one: Candidate) -> int:
    return _LEAST_PERSON if one.kind == "person" and one.by == "m" else _LEAST[one.by]


def candidates(
    lines: list[Line], found: list[Seen], taken: list[Span]
) -> Iterator[tuple[Candidate, Around, list[Weights]]]:
    """What is to be weighed, with what is found in its line and what the chain says of each character there."""
    is_free = free([*taken, *(one.span for one in found)])
    is_open = free([*taken, *(one.span for one in found if one.kind not in _WITHIN)])
    for line, told in by_line(lines, found):
        scored, near, ordered = chain.scores(line, told), weighed.around(told), sorted(told)
        for start, end, kind in told:
            if end <= len(line.text):
                yield Candidate(line, start, end, kind, "r"), near, scored
        for kind, start, end in chain.spans(line, scored):
            place = line.at + start, line.at + end
            if is_free(*place) or (kind == "meeting" and is_open(*place) and _holds(ordered, start, end)):
                yield Candidate(line, start, end, kind, "m"), near, scored


def _holds(ordered: Told, start: int, end: int) -> bool:
    """Whether what is found there lies within the span, as a part of it: a meeting begins with the place of it."""
    first, last = bisect_left(ordered, (start - _FAR,)), bisect_left(ordered, (end,))
    over = [(s, e) for s, e, _ in ordered[first:last] if e > start]
    return all(start <= s and e <= end and (s, e) != (start, end) for s, e in over)


@lru_cache(maxsize=1)
def is_there() -> bool:
    """Whether the tables are: the page leaves them out, to stay small."""
    return os.path.exists(chain.TABLE)


def by_line(lines: list[Line], found: list[Seen]) -> Iterator[tuple[Line, Told]]:
    """Each line with what of all that is found begins in it, and where there."""
    starts = [line.at for line in lines]
    told: list[Told] = [[] for _ in lines]
    for one in found:
        index = bisect_right(starts, one.span.start) - 1
        told[index].append((one.span.start - starts[index], one.span.end - starts[index], one.kind))
    yield from zip(lines, told, strict=True)
