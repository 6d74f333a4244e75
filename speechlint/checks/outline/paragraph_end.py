"""Paragraphs that end in a word: sentences before it end in a full stop, or it speaks to somebody among paragraphs that do.

A draft's are told together. The lines of a dialogue (甲：……) end as their poem does.
"""

from __future__ import annotations

from itertools import chain, pairwise

from speechlint.checks.outline.open_end import LAST, spoken
from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, made_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.document import Document

ABOUT = "段末漏了句号"
_END = (
    r"(?:[，,][^。！？；：\n]{1,80}。[^。！？；：…\n]{6,90}|。[^。！？；：…，\n]{2,60}，[^。！？：…\n]{2,120})"
    r"(?P<at>[^\W\d_a-zA-Z]{2}(?:[’”）]{0,2}|（[a-zA-Z ]{2,12}）))[ \u3000]{0,4}$"
)
_TOLD = r"。(?=[^。\n]{0,8}(?:大家|我们|我[来给就想]))[^。！？；：…\n]{9,120}(?P<at>[^\W\d_a-zA-Z]{2}[”》]?)[ \u3000]{0,4}$"

_REACH, _NEAR = 180, 12
_BRACKET = 16  # characters of a remark in brackets behind the last word
_BLANKS = " \u3000"
_ENDED = "。！？…"


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    ended = [
        made_of(Span, (start, after - 1))
        for start, after in pairwise(chain(query.doc.line_starts, (len(text) + 1,)))
        if (last := text[after - 2 : after - 1]).isalpha() or last in LAST
    ]
    if query.doc.markup:
        ended = [line for line in ended if not _is_heading(query.doc, line)]
    told: list[Span] = []
    bare: list[Span] = []
    for line in ended:
        (bare if text.find("。", line[0], line[1]) < 0 else told).append(line)
    found = {*_after_sentences(text, told), *spoken(query.doc, bare)}
    found = {span for span in found if not _is_ended(text, span)}
    if found:
        spans = sorted(_unbracketed(text, span) for span in found)
        yield Hit(spans[0], {"times": str(len(spans))}, occurrences=tuple(spans))


def _is_heading(doc: Document, line: Span) -> bool:
    """Whether it is a heading of a Markdown draft."""
    start = doc.alignment.to_source(line).start
    return doc.source.startswith("#", doc.source.rfind("\n", 0, start) + 1)


def _is_ended(text: str, end: Span) -> bool:
    """Whether a mark stands before the bracket that closes the line: 谢谢大家！（鞠躬）."""
    opened = text.rfind("（", 0, end.end) if text[end.end - 1] == "）" else 0
    return opened > 0 and text[opened - 1] in _ENDED


def _unbracketed(text: str, end: Span) -> Span:
    """The end with the word before the bracket it closes: the mark stands before or behind it."""
    opened = text.rfind("（", max(0, end.end - _BRACKET), end.end - 1) if text[end.end - 1] == "）" else -1
    said = opened > 1 and text[opened - 2 : opened].isalpha()
    return Span(min(end.start, opened - 2), end.end) if said else end


def _after_sentences(text: str, lines: list[Span]) -> Iterator[Span]:
    """Ends of lines that have a full stop before them."""
    for line in lines:
        stop = text.rfind("。", line.start, line.end)
        start = max(line.start, line.end - _REACH)
        match = regex.compile(_END).search(text, start, line.end)
        if not match and any(word in text[stop : stop + _NEAR] for word in ("我", "大家")):
            match = regex.compile(_TOLD).search(text, start, line.end)
        if match and not text.startswith("——", line.end + 1) and not _is_glued(match[0]):
            yield Span(*match.span("at"))


def _is_glued(words: str) -> bool:
    """Whether what follows the last full stop is a heading of the next section."""
    last = words[words.rfind("。") + 1 :].strip(_BLANKS + "\t\xa0")
    return "\u3000" in last or "  " in last or any(mark in last[1:4] for mark in "、)）")
