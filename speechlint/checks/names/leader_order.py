"""Leaders listed in another order than the published one: 习近平、赵乐际、李强.

A list is judged where all its names stand in one
order of the roster, by the one valid on the day, else by all of the past. Two names alone, and a list
that keeps to an order of the past, are told as info; two names of the past not at all.

The message may use ``wording``, ``order`` and ``title``.
"""

from __future__ import annotations

from speechlint.checks.names import mentions as names
from speechlint.checks.names.mentions import with_roster
from speechlint.document import Span
from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day, last_day, own_date
from speechlint.finding import Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.names.mentions import Mention
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.quick.typing import Any

__all__ = ["ABOUT", "check", "declared", "gates", "with_roster"]
ABOUT = "领导人的排序与公布的不同"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import ROSTER

    return {"roster": ROSTER}


_BETWEEN = regex.later("(?:同志)?[、，和与及]$")
_OTHERWISE = "笔画|笔划|排名不分先后|音序|为序"
_IN_TURN = "分别|先后"
_AROUND = 80


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {"names": frozenset(name for order in options["roster"]["orders"] for name in order[2])}


def check(query: Query) -> Iterator[Hit]:
    places = names.offsets(query.found)
    if len(places) < 2:
        return
    for row in _rows(query.doc, list(names.mentions(query.doc, query.options["roster"], places))):
        hit = _judged(query, row)
        if hit:
            yield names.vouched(hit, query.options["roster"], [mention.name for mention in row])


def _rows(doc: Document, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Names that follow one another with nothing between but marks and their posts."""
    row: list[Mention] = []
    for mention in mentions:
        gap = doc.text[row[-1].span.end + len(row[-1].after) : mention.whole.start] if row else ""
        if row and not (len(gap) < 5 and _BETWEEN.fullmatch(gap)):
            yield row
            row = []
        row.append(mention)
    if row:
        yield row


def _judged(query: Query, row: Sequence[Mention]) -> Hit | None:
    said = [mention.name for mention in row]
    if len(set(said)) < 2 or len(set(said)) < len(said):
        return None
    span = Span(row[0].span.start, row[-1].span.end)
    day = judged_day(query.doc, query.as_of, span.start)
    orders = [
        order
        for order in query.options["roster"]["orders"]
        if order[0] <= last_day(day) and all(name in order[2] for name in said)
    ]
    valid = [order for order in orders if day <= (order[1] or "9")]
    if not orders or (len(said) == 2 and not valid) or any(_keeps(order, said) for order in valid or orders):
        return None
    if _excused(query, span, day):
        return None
    order = (valid or orders)[-1]
    right = "、".join(sorted(said, key=lambda name: int(order[2][name])))
    doubtful = len(said) == 2 or any(_keeps(order, said) for order in orders)
    words = {"wording": query.doc[span], "order": right, "title": order[3]}
    return Hit(span, words, severity=Severity.INFO if doubtful else None)


def _keeps(order: Sequence[Any], said: Sequence[str]) -> bool:
    ranks = [order[2][name] for name in said]
    return ranks == sorted(ranks)


def _excused(query: Query, span: Span, day: str) -> bool:
    """Told to be in another order, or as it was in the past."""
    around = query.doc.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    year = (own_date(query.doc, span.start) or day)[:4]
    here = place(query.doc, span, year, "")
    return bool(
        regex.compile(_OTHERWISE).search(around) or regex.compile(_IN_TURN).search(here.after)
    ) or excused(here, ("title", "meta", "history", "year"))
