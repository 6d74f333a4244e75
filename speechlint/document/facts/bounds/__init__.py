"""Where a name begins that ends with a generic noun (局, 公司, 论坛, 水库), by weights of what stands in and around it.

Each place where such a noun ends has some places where the name may begin, at the words before it within the
clause, or it is no name. The weights, of a log-linear model, are learned by benchmarks/bounds.py.
"""

from __future__ import annotations

from speechlint.document.facts.bounds.classes import classes_of
from speechlint.document.facts.bounds.features import features
from speechlint.document.facts.bounds.heads import heads, starts
from speechlint.document.facts.bounds.weights import WEIGHTS
from speechlint.document.facts.parts import LEVELS
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document.facts.bounds.heads import Head
    from speechlint.document.facts.worded import Line

# the least weight of a name that nothing else is seen at, and of one that stands instead of what is seen within it
_ENOUGH, _SURE = 0.7, 1.5
_DOUBT, _CERTAIN, _MOST_CERTAIN = 2.5, 2.2, 4.0


class Bounded(NamedTuple):
    """A name that ends with a generic noun: its kind, where it begins and ends in its line, and its weight."""

    kind: str
    start: int
    end: int
    weight: float


def seen(line: Line) -> list[Bounded]:
    """The names of a line whose weight is above zero, the best for each end, without those that a longer one goes on from.

    A place that is one word is none of them: whether it is meant as a place, other things tell.
    """
    classes = classes_of(line)
    found: list[Bounded] = []
    for head in heads(line, classes):
        places = starts(line, classes, head, {one.end for one in found if one.kind == head.kind})
        weighed = ((_weight(line, features(line, classes, start, head), start), start) for start in places)
        weight, start = max(weighed, default=(0.0, 0))
        if weight > 0 and not _is_one_word(line, classes, start, head):
            start = _with_what_it_is_of(line, classes, start)
            found.append(Bounded(_kind(line, start, head), start, head.end, weight))
    return [one for one in found if not any(_goes_on(one, other) for other in found)]


def _with_what_it_is_of(line: Line, classes: list[str], start: int) -> int:
    """Where a name begins that a 第 stands before, or that begins with a level whose place the dictionary has not: 寻甸/县."""
    if line.text[start - 1 : start] == "第":
        return start - 1
    index = line.word_before(start + 1)
    if index < 1 or line.words[index].text not in LEVELS or classes[index - 1] not in ("1", "nr", "n0"):
        return start
    two = index > 1 and classes[index - 1] == classes[index - 2] == "1"
    return line.starts[index - 2] if two else line.starts[index - 1] if classes[index - 1] != "1" else start


def _kind(line: Line, start: int, head: Head) -> str:
    """The kind of a name: a station that nothing but a place is before is a place as well."""
    if head.noun != "站":
        return head.kind
    words = zip(line.starts, line.words, strict=True)
    inner = [word for at, word in words if start <= at < head.start]
    return "p" if all(len(word.text) == 1 or word.tag[:2] in ("ns", "nr") for word in inner) else "i"


def _is_one_word(line: Line, classes: list[str], start: int, head: Head) -> bool:
    """Whether a word of the dictionary is all: a place, or a sort of meetings."""
    if start == head.start and (head.kind != "m" or head.noun.endswith("会议")):
        return True
    index = line.word_before(start + 1)
    one = line.starts[index] + len(line.words[index].text) >= head.end
    kinds = ("P", "ns", "nt", "n0", "n1", "n2", "g")
    return one and (head.kind == "m" or classes[index] in kinds)


def _goes_on(one: Bounded, longer: Bounded) -> bool:
    """Whether a name is the beginning of a longer one of another kind: 中哈物流/合作基地."""
    return (
        one.kind != longer.kind != "d"
        and one.start == longer.start
        and one.end < longer.end
        and longer.weight > _SURE
    )


def _weight(line: Line, told: list[str], start: int) -> float:
    """The weight of a name: less where nothing proper is in it, or where it is a place in quotation marks, as brands are."""
    kind = told[0]
    doubtful = (kind + "pf:none" in told and kind + "z:0" not in told) or (
        kind == "p" and line.text[start - 1 : start] == "“"
    )
    return sum(WEIGHTS.get(one, 0.0) for one in told) - _DOUBT * doubtful


def joined(kind: str, told: list[Bounded], found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names of a kind: those ``found`` otherwise, but within a surer one of those ``told``, and the rest of these."""
    spans = list(found)
    told = [one for one in told if one.kind != "d"]
    wider = [one for one in told if _stands_for_one(one, spans)]
    kept = [
        span
        for span in spans
        if not any(_is_within(span, one) for one in wider)
        and not any(one.kind == kind != "m" and _is_end_of(one, span) for one in told)
        and not _are_two(kind, told, span)
    ]
    yield from kept
    taken = {at for span in kept for at in range(*span)}
    for one in told:
        if one.kind == kind and one.weight > _ENOUGH and taken.isdisjoint(range(one.start, one.end)):
            yield one.start, one.end


def _are_two(kind: str, told: list[Bounded], span: tuple[int, int]) -> bool:
    """Whether a name is told to begin and one to end where another does, with but a 和 between them."""
    here = [one for one in told if one.kind == kind and span[0] <= one.start and one.end <= span[1]]
    firsts = {one.end for one in here if one.start == span[0]}
    return any(one.end == span[1] and one.start - 1 in firsts for one in here)


def _stands_for_one(one: Bounded, spans: list[tuple[int, int]]) -> bool:
    """Whether a name is sure enough to stand instead of what is found within it, and nothing else goes over its bounds."""
    over = [span for span in spans if span[0] < one.end and one.start < span[1]]
    least = _CERTAIN if one.kind == "p" else _SURE
    return one.weight > least and all(_is_within(span, one) for span in over)


def _is_within(span: tuple[int, int], one: Bounded) -> bool:
    start, end = span
    return one.start <= start and end <= one.end and end - start < one.end - one.start


def _is_end_of(one: Bounded, span: tuple[int, int]) -> bool:
    """Whether what is surely a name is only the end of what has been found."""
    return one.weight > _MOST_CERTAIN and span[0] < one.start and span[1] == one.end
