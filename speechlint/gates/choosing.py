"""Which of several sets of strings, one of which must stand there, is the cheapest to look for."""

from __future__ import annotations

from speechlint.gates import frequency
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW = 12  # strings that mostly cost more by themselves than another set
Strings = frozenset[str]


def best(sets: Iterable[Strings]) -> Strings | None:
    """The set that is the cheapest to look for, the first of several; blanks alone are not looked for."""
    usable = [strings for strings in dict.fromkeys(sets) if strings and all(map(str.strip, strings))]
    cheapest, least, place = None, float("inf"), 0
    # Once a small one is known, most of the others need not be read to the end.
    for at in sorted(range(len(usable)), key=lambda at: len(usable[at])):
        if cheapest is not None and _at_least(usable[at]) > least:
            continue
        short = shortest(usable[at])
        dear = cost(short)
        if cheapest is None or (dear, at) < (least, place):
            cheapest, least, place = short, dear, at
    return cheapest


def _at_least(strings: Strings) -> float:
    """What looking for the set costs at the least: some of its shortest strings, none of which holds another."""
    size = min(map(len, strings))
    return sum(map(frequency.cost, sorted(text for text in strings if len(text) == size)[:_FEW]))


@lru_cache(maxsize=1024)
def cost(strings: Strings) -> float:
    return sum(map(frequency.cost, sorted(strings)))


@lru_cache(maxsize=1024)
def shortest(literals: Strings) -> Strings:
    """The literals that hold no other one: where “十一五”规划 stands, 十一五 does."""
    by_size: dict[int, list[str]] = {}
    for literal in literals:
        by_size.setdefault(len(literal), []).append(literal)
    if len(by_size) == 1:
        return literals
    kept: set[str] = set()
    sizes: list[int] = []
    for whole in sorted(by_size):
        parts = [slice(at, at + size) for size in sizes for at in range(whole - size + 1)]
        more = [literal for literal in by_size[whole] if kept.isdisjoint(map(literal.__getitem__, parts))]
        if more:
            kept.update(more)
            sizes.append(whole)
    return frozenset(kept)
