"""A chain of labels over the characters of a line, the likeliest for a clause as a whole: where names are, and of what kind.

Each feature of a character has a weight for each label, and so has each pair of labels that follow one another.
``weights.bin`` is written by ``benchmarks/tagged.py``, which learns them from texts in which names are marked: first the
weights of the pairs, two bytes each, then for each feature the four bytes of its hash and a byte for each label, in
the order of the hashes. No text can be read back.
"""

from __future__ import annotations

from speechlint.document.facts.tagged.characters import features
from speechlint.document.facts.tagged.hashed import number, path
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.tagged.characters import Told
    from speechlint.document.facts.worded import Line

KINDS = ("person", "place", "institution", "meeting")
LABELS = ("O", *(f"{at}-{kind}" for kind in KINDS for at in "BI"))
TABLE = path("weights.bin")
_MANY = len(LABELS)
_CLAUSE = regex.later("[^。！？；]+[。！？；]?")
_ZERO, _LANE = 128, 16  # what stands for no weight, and the bits of a lane
_LANES, _MASK = range(0, _LANE * _MANY, _LANE), (1 << _LANE) - 1
_NOTHING = sum(_ZERO << lane for lane in _LANES)
_BEFORE = [
    [one for one, before in enumerate(LABELS) if label[0] != "I" or before[1:] == label[1:]]
    for label in LABELS
]
_LEAST, _LONGEST = 2, {"meeting": 30}  # of characters
_USUAL = 12
_NEVER = -(1 << 20)
Weights = tuple[int, ...]


def scores(line: Line, told: Told) -> list[Weights]:
    """The weight of each label for each character; ``told`` is what has been found in the line."""
    return [_summed(some) for some in features(line, told)]


def spans(line: Line, scored: list[Weights]) -> Iterator[tuple[str, int, int]]:
    """The kind of each name, and where it begins and ends in the line."""
    follow = _table()[1]
    for clause in _CLAUSE.finditer(line.text):
        labels = _likeliest(scored[clause.start() : clause.end()], follow)
        for kind, start, end in _names(labels):
            if _LEAST <= end - start <= _LONGEST.get(kind, _USUAL):
                yield kind, clause.start() + start, clause.start() + end


def margins(scored: list[Weights], kind: str, start: int, end: int) -> list[int]:
    """By how much each character of a span, and the one behind it, is in a name of the kind rather than in none."""
    begins, inside = LABELS.index("B-" + kind), LABELS.index("I-" + kind)
    behind = scored[start + 1 : end + 1]
    return [scored[start][begins] - scored[start][0], *(one[inside] - one[0] for one in behind)]


def use(table: str) -> None:
    """Makes another table that of the chain."""
    global TABLE
    TABLE = table
    _table.cache_clear()
    _lanes.cache_clear()


@lru_cache(maxsize=1)
def _table() -> tuple[dict[int, int], list[Weights]]:
    """The weights of each feature by its hash, in lanes of one number, and of each label those of the labels behind it."""
    import struct

    with open(TABLE, "rb") as file:
        data = file.read()
    pairs = struct.iter_unpack(f"<{_MANY}h", data[: 2 * _MANY * _MANY])
    rows = struct.iter_unpack(f"<I{_MANY}b", data[2 * _MANY * _MANY :])
    return {row[0]: _in_lanes(row[1:]) for row in rows}, list(pairs)


def _in_lanes(weights: Weights) -> int:
    return sum(weight + _ZERO << _LANE * label for label, weight in enumerate(weights))


@lru_cache(maxsize=1 << 17)
def _lanes(feature: str) -> int:
    return _table()[0].get(number(feature), _NOTHING)


def _summed(some: list[str]) -> Weights:
    """The weights of all features of a character for each label: added at once, lane by lane."""
    lanes = sum(map(_lanes, some))
    none = _ZERO * len(some)
    return tuple((lanes >> lane & _MASK) - none for lane in _LANES)


def _likeliest(scores: list[Weights], follow: list[Weights]) -> list[int]:
    """The labels that together have the most weight; what is inside a name follows only what begins or continues it."""
    best = [one if label[0] != "I" else _NEVER for one, label in zip(scores[0], LABELS, strict=True)]
    ways: list[list[int]] = []
    into = list(zip(*follow, strict=True))
    for here in scores[1:]:
        way, now = [0] * _MANY, [0] * _MANY
        for label, before, weights in zip(range(_MANY), _BEFORE, into, strict=True):
            sums = [best[one] + weights[one] for one in before]
            most = max(sums)
            now[label] = most + here[label]
            way[label] = before[sums.index(most)]
        best = now
        ways.append(way)
    label = best.index(max(best))
    labels = [label]
    for way in reversed(ways):
        label = way[label]
        labels.append(label)
    return labels[::-1]


def _names(labels: list[int]) -> Iterator[tuple[str, int, int]]:
    """The spans of labels that belong together."""
    at = 0
    while at < len(labels):
        start, label = at, LABELS[labels[at]]
        at += 1
        if label[0] != "B":
            continue
        inside = LABELS.index("I" + label[1:])
        while at < len(labels) and labels[at] == inside:
            at += 1
        yield label[2:], start, at
