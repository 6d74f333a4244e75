"""Columns of numbers: lists, or, for a text so large that these would not fit in memory, arrays.

``array`` is imported for these alone: it is 2 ms of a cold start.
"""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableSequence

HUGE = 1_000_000  # characters


def column(size: int, kind: str = "I") -> Callable[[Iterable[int]], MutableSequence[int]]:
    """The type of a column for a text of ``size`` characters: of offsets, or of what ``array`` calls ``kind``."""
    if size <= HUGE:
        return list
    from array import array

    return lambda numbers: array(kind, numbers)
