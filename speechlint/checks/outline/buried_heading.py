"""A heading that lost its line: one of several that open lines stands inside a paragraph.

- with its number: 一、 and 二、 open lines, 三、 follows a full stop, or 3. the few words of the heading above;
- without one: two paragraphs begin 着力…。 着力…。, and the one before them ends a sentence with 着力…。
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.checks.outline.astray import glued
from speechlint.checks.outline.lists import NEXT_MARKS
from speechlint.document import Span
from speechlint.document.outline.item import LINE, STOP
from speechlint.document.span import BLANKS
from speechlint.finding import Edit, Fix, Hit, Related, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item
    from speechlint.quick.typing import Any

ABOUT = "挤进段落里的标题：同组的都另起一行，它没有"
_LEAD = 2
_APART = 5
_FIRST_SENTENCE = regex.later(
    f"[{BLANKS}]*+(?P<head>"
    "(?:着力|加强|切实|深入|全面|大力|努力|加快|推进|突出|抓好|强化|严格|健全|完善|提高|增强|扎实|积极|聚焦)"
    "[^。，,\n]{4,22})。"
)
_REACH = 60


class Opening(NamedTuple):
    """A paragraph whose first sentence, ``head``, is as short as a heading; ``span`` is as long as that."""

    line: Span
    head: str

    @property
    def span(self) -> Span:
        return Span(self.line.start, self.line.start + len(self.head))


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"mark": NEXT_MARKS, "lead": None}


def check(query: Query) -> Iterator[Hit]:
    for speech in query.doc.outline.speeches:
        for group in speech.groups:
            inside = [item for item in group if item.written and item.place == STOP]
            if len(group) > 2 and len(inside) == 1 and inside[0] is not group[0] and _opening(group):
                yield _split(inside[0].mark)
            if [item.number for item in group] != [*range(1, len(group) + 1)]:
                for one, two in pairwise((None, *group)):
                    yield from map(_split, glued(query.doc, one, two)) if two else ()
    yield from _unnumbered(query.doc)


def _opening(group: tuple[Item, ...]) -> bool:
    return sum(item.place == LINE for item in group) == len(group) - 1


def _split(mark: Span) -> Hit:
    fix = Fix((Edit(Span(mark.start, mark.start), "\n"),), False, "另起一段", "start a new paragraph")
    return Hit(mark, fixes=(fix,), severity=Severity.WARNING)


def _unnumbered(doc: Document) -> Iterator[Hit]:
    openings = list(_openings(doc))
    follows = [False, *(_adjoin(doc, one, two) for one, two in pairwise(openings))]
    for at in range(1, len(openings)):
        one, two = openings[at - 1 : at + 1]
        if follows[at] and not follows[at - 1] and one.head[:_LEAD] == two.head[:_LEAD]:
            found = _clause(doc, _above(doc, one.line), one, two)
            if found:
                related = (
                    Related(one.span, "并列的段首", "where one like it begins"),
                    Related(two.span, "并列的段首", "where one like it begins"),
                )
                yield Hit(found, related=related)


def _openings(doc: Document) -> Iterator[Opening]:
    for match in filter(None, [_FIRST_SENTENCE.match(doc.text, start) for start in doc.line_starts]):
        line = doc.line_at(match.start())
        if line.end - line.start >= 2 * len(match["head"]) and match.end() - match.start() <= _REACH:
            yield Opening(line, match["head"])


def _adjoin(doc: Document, one: Opening, two: Opening) -> bool:
    """Whether nothing but empty lines stands between two paragraphs."""
    return not doc.text[one.line.end : two.line.start].strip("\n")


def _above(doc: Document, line: Span) -> Span:
    """The nearest line above that is not empty."""
    end = len(doc.text[: line.start].rstrip("\n"))
    return doc.line_at(end) if end else Span(0, 0)


def _clause(doc: Document, line: Span, one: Opening, two: Opening) -> Span | None:
    """The clause of the paragraph before that begins as the two heads do, and ends a sentence."""
    lead = one.head[:_LEAD]
    least, most = sorted((len(one.head), len(two.head)))
    at = doc.text.find(lead, line.start, line.end)
    while at >= 0:
        stop = doc.text.find("。", at, line.end)
        words = doc.text[at:stop] if stop >= 0 else "，"
        fits = least - _APART <= len(words) <= most + _APART and not any(mark in words for mark in "，,；、")
        if fits and doc.text[at - 1] in "，,；。" and stop + 1 < line.end:
            return Span(at, stop)
        at = doc.text.find(lead, at + 1, line.end)
    return None
