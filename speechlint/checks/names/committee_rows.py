"""A leader's name written wrong among the others of a standing committee."""

from __future__ import annotations

from speechlint.checks.names import mentions
from speechlint.document import Span
from speechlint.finding import Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from speechlint.checks import Query

    Miswritten: TypeAlias = tuple[Span, str, Severity | None]  # where, who is meant, None as the rule has it

_ROW = regex.later("[\u4e00-\u9fff]{2,40}(?:、[\u4e00-\u9fff]{2,12}){2,12}")
_ITEM = regex.later("[^、和与]+")
_NEAR = 60  # characters


def lacking(query: Query, places: Iterable[int]) -> Iterator[Miswritten]:
    """习近平、李强、赵乐标等同志: who stands among two or more of one standing committee is the one they lack."""
    done = -1
    for at in sorted(places):
        if at < done:
            continue
        line = query.doc.line_at(at)
        for row in _ROW.finditer(query.doc.text, max(line.start, at - _NEAR), min(line.end, at + 2 * _NEAR)):
            done = row.end()
            yield from _in_row(query, row.start(), row[0])


def _in_row(query: Query, start: int, row: str) -> Iterator[Miswritten]:
    roster, text = query.options["roster"], query.doc.text
    items = [Span(start + m.start(), start + m.end()) for m in _ITEM.finditer(row)]
    right = {span for span in items if any(name in text[slice(*span)] for name in roster["people"])}
    told = [name for span in right for name in roster["people"] if name in text[slice(*span)]]
    orders = [order[2] for order in roster["orders"] if len(told) > 1 and all(n in order[2] for n in told)]
    known = (*roster["people"], *roster["others"])
    for span in [span for span in items if span not in right]:
        for said in _parts(span, first=span == items[0], last=span == items[-1]):
            words = text[slice(*said)]
            meant = next((n for order in orders for n in order if n not in told and _is_near(words, n)), "")
            if (
                meant
                and words not in known
                and mentions.ends_name(text, said.end)
                and (len(meant) > 2 or len(told) > 2)
            ):
                yield said, meant, None if len(told) > 2 < len(meant) else Severity.WARNING
                break


def _parts(span: Span, *, first: bool, last: bool) -> list[Span]:
    """Where in an item of a row the name may stand: 出席会议的有王沪守、… 赵乐标等同志."""
    if first:
        return [Span(span.end - size, span.end) for size in (3, 2) if span.end - size >= span.start]
    if last:
        return [Span(span.start, span.start + size) for size in (3, 2) if span.start + size <= span.end]
    return [span]


def _is_near(said: str, name: str) -> bool:
    if len(name) == 2:
        return len(said) == 2 and said[0] == name[0]
    return len(said) == 3 and mentions.is_off(said, name, "")
