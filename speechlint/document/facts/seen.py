"""One sighting of something to verify, and the names that are known beforehand."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechlint.document import Span


class Seen(NamedTuple):
    """``span`` is in the reading text; ``text`` is what is to be verified, ``about`` what of it is told beside it."""

    kind: str
    text: str
    about: str
    span: Span


class Known(NamedTuple):
    """Names given by the rules: places, places that are words too unless their level follows, and persons."""

    places: frozenset[str] = frozenset()
    levelled: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def free(spans: Iterable[Span]) -> Callable[[int, int], bool]:
    """Whether a span touches none of ``spans``."""
    taken: set[int] = set()
    for span in spans:
        taken.update(range(*span))
    return lambda start, end: taken.isdisjoint(range(start, end))
