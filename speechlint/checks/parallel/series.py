"""Parallel clauses without numbers: the members of one sentence parted by ；, each opening with 在…上."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_MARK = regex.later("[；;]")
_FRAMED = regex.later(r"(?:(?<=[，,；;。：:要须应])|^)\s*(?P<head>在[^，。；;,：:\n]{3,30})")
_NUMBERED = frozenset("一二三四五六七八九十第（(①②③④⑤首其再最1234567890")
_LEAST, _MOST = 3, 12


def series(doc: Document) -> Iterator[list[Span]]:
    """Heads of the members of each sentence whose members all open with 在…, or all but one do."""
    at = doc.text.find("；")
    while at >= 0:
        sentence = doc.sentence_at(at)
        heads = _heads(doc, sentence)
        if heads:
            yield heads
        at = doc.text.find("；", sentence.end)


def _heads(doc: Document, sentence: Span) -> list[Span]:
    bounds = [m.start() for m in _MARK.finditer(doc.text, *sentence)]
    if not _LEAST - 1 <= len(bounds) < _MOST:
        return []
    starts = [sentence.start, *(bound + 1 for bound in bounds)]
    members = [Span(*pair) for pair in zip(starts, [*bounds, sentence.end], strict=True)]
    if any(doc.text[member.start] in _NUMBERED for member in members if member.start < member.end):
        return []
    found = [_FRAMED.search(doc[member]) for member in members]
    if any(match is None for match in found):
        return []
    return [
        Span(member.start + match.start("head"), member.start + match.end("head"))
        for member, match in zip(members, found, strict=True)
        if match
    ]
