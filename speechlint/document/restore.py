"""Source text → reading text: what copying damaged is undone, and every repair is on record."""

from __future__ import annotations

from typing import NamedTuple

from speechlint.document.alignment import Chain
from speechlint.document.span import Span


class Repair(NamedTuple):
    """One place where the reading text differs from the source.

    ``span`` is in the source; ``reading`` is what it reads as ("" where it only goes away);
    ``candidates`` are other readings, best first, where the bytes do not decide (``sure`` is False).
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


def restore(source: str) -> Restored:
    """The reading text of ``source``; on undamaged text it is the source itself."""
    return Restored(source, Chain())
