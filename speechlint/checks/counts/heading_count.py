"""A title that promises “三性” or “三个聚焦” against the headings that spell them out: 坚持政治性; 聚焦主业."""

from __future__ import annotations

from bisect import bisect_left

from speechlint.checks.counts.answers import is_broken
from speechlint.document import Span
from speechlint.document.numerals import number
from speechlint.document.outline.tree import Item
from speechlint.document.span import BLANKS
from speechlint.finding import Hit, Related, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.document.outline.tree import Speech
    from speechlint.quick.typing import Any

ABOUT = "题目说“三性”“三个聚焦”，标题却不是三个"
_VERB = 2
_MEMBER = 6
_QUOTED = 9
_PAUSES = BLANKS + "，,。；、\n”"


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"claim": frozenset(f"“{digit}" for digit in "两二三四五六七八九十")}


def check(query: Query) -> Iterator[Hit]:
    told: set[str] = set()
    offsets = sorted(query.found["claim"])
    for speech in query.doc.outline.speeches:
        heads = _outermost(speech)
        if len(heads) < 2 or is_broken(query.doc, speech):
            continue
        first, last = bisect_left(offsets, speech.span.start), bisect_left(offsets, speech.span.end)
        for offset in offsets[first:last]:
            hit = _judge(query.doc, heads, offset, told)
            if hit:
                yield hit


def _outermost(speech: Speech) -> tuple[Item, ...]:
    """The first group of written headings: the speech's own parts."""
    return next((group for group in speech.groups if group[0].written and group[0].level == 1), ())


def _judge(doc: Document, heads: tuple[Item, ...], offset: int, told: set[str]) -> Hit | None:
    text = doc.text
    close = text.find("”", offset + 2, offset + _QUOTED)
    claim = text[offset + 1 : close]
    promised = number(claim[:1])
    if close < 0 or promised is None:
        return None
    if claim[1:2] == "个":
        members = _led(doc, heads, claim[2:]) if offset < heads[0].mark.start else []
    else:
        members = _ended(doc, heads, text[max(0, offset - _VERB) : offset], claim[1:])
    if len(members) < 2 or len(members) != len(heads) or len(members) == promised:
        return None
    first = claim not in told
    told.add(claim)
    return Hit(
        Span(offset, close + 1),
        {"claim": claim, "promised": str(promised), "listed": "、".join(member for _, member in members)},
        severity=None if first else Severity.WARNING,
        related=tuple(Related(item.mark, member, f"“{member}”") for item, member in members),
    )


Members = list[tuple[Item, str]]


def _led(doc: Document, heads: tuple[Item, ...], word: str) -> Members:
    """“三个聚焦” and 一、聚焦…; 二、聚焦…: headings that begin with the claim's word."""
    if len(word) < 2:
        return []
    return [(item, doc[item.head][:_MEMBER]) for item in heads if doc[item.head].startswith(word)]


def _ended(doc: Document, heads: tuple[Item, ...], verb: str, last: str) -> Members:
    """坚持“三性” and 一、坚持政治性; 二、坚持先进性."""
    if len(last) != 1 or not verb.isalpha():
        return []
    return [(item, member) for item in heads if (member := _member(doc, item, verb, last))]


def _member(doc: Document, item: Item, verb: str, last: str) -> str:
    """政治性 in 一、坚持政治性，…: what follows the claim's own verb and ends with its own last character."""
    head = doc.text[item.head.start : min(item.head.end, item.head.start + 60)]
    at = head.find(verb)
    while at >= 0:
        words = head[at + len(verb) : at + len(verb) + _MEMBER]
        end = next((i for i, char in enumerate(words) if char in _PAUSES), len(words))
        close = words[:end].rfind(last)
        if close > 0 and (close + 1 == end or end == len(words)):
            return words[: close + 1]
        at = head.find(verb, at + 1)
    return ""
