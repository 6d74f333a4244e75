"""The values of restoring: changes of one step, and repairs as they are told."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document.alignment import Chain
    from speechlint.document.span import Span


KEPT = "kept"  # a repair of this kind changes nothing: it tells that a rare character was left


class Repair(NamedTuple):
    """One place where the reading text differs from the source.

    ``span`` is in the source; ``reading`` is what it reads as ("" where it only goes away), in the
    script of the source; ``candidates`` are other readings, best first, where the bytes do not
    decide (``sure`` is False).
    """

    kind: str
    span: Span
    reading: str
    sure: bool = True
    candidates: tuple[str, ...] = ()


class Break(NamedTuple):
    """A space or line break that was taken out: ``at`` in the reading text, ``span`` in the source."""

    at: int
    span: Span


class Restored(NamedTuple):
    text: str
    alignment: Chain
    repairs: tuple[Repair, ...] = ()
    breaks: tuple[Break, ...] = ()
