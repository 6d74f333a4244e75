"""Paragraphs that end in a word: sentences before it end in a full stop, or it speaks to somebody among paragraphs that do."""

from __future__ import annotations

from itertools import chain, pairwise

from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query

ABOUT = "段末漏了句号"
_END = (
    r"(?:[，,][^。！？；：\n]{1,80}。[^。！？；：…\n]{6,90}|。[^。！？；：…，\n]{2,60}，[^。！？；：…\n]{2,120})"
    r"(?P<at>[^\W\d_a-zA-Z]{2})[ \u3000]{0,4}$"
)
_SAID = r"(?:我(?![国省市县区镇乡村校院厂军党社局部办司们国])|我们|咱|大家|您|各位)"
_WORD = r"(?P<at>[^\W\d_a-zA-Z]{2})[ \u3000]{0,4}$"
_REACH = 180
_LEAST, _LONE = 14, 10  # characters of a line that goes on behind a comma, and of one that does not
_ENDS = "。！？；：…”"
_SHARE, _MANY = 0.3, 3  # of the lines with a comma, how many end in a mark
_BLANKS = " \u3000"


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    ends = regex.compile(_END)
    lines = [
        Span(start, after - 1) for start, after in pairwise(chain(query.doc.line_starts, (len(text) + 1,)))
    ]
    for line in lines:
        last = text[line.end - 1 : line.end]
        if (last.isalpha() or last in _BLANKS) and text.find("。", line.start, line.end) >= 0:
            match = ends.search(text, max(line.start, line.end - _REACH), line.end)
            if match and not text.startswith("——", line.end + 1) and not _is_glued(match[0]):
                yield Hit(Span(*match.span("at")))
    yield from _spoken(text, [line for line in lines if text[slice(*line)].strip()])


def _is_glued(words: str) -> bool:
    """Whether what follows the last full stop is a heading of the next section."""
    last = words[words.rfind("。") + 1 :].strip(_BLANKS + "\t\xa0")
    return "\u3000" in last or "  " in last or any(mark in last[1:4] for mark in "、)）")


def _spoken(text: str, lines: list[Span]) -> Iterator[Hit]:
    """Lines that speak to somebody and end in a word, next to a paragraph, in a draft whose paragraphs end in a mark."""
    said, word = regex.compile(_SAID), regex.compile(_WORD)
    open_ended = [
        at
        for at, line in enumerate(lines)
        if text[line.end - 1].isalpha()
        and text.find("。", line.start, line.end) < 0
        and _is_plain(text, line)
    ]
    if not open_ended or not _ends_in_marks(text, lines):
        return
    for at in open_ended:
        line = lines[at]
        comma = text.find("，", line.start, line.end) >= 0
        match = word.search(text, max(line.start, line.end - _LONE), line.end)
        long = line.end - line.start >= (_LEAST if comma else _LONE)
        if match and long and said.search(text, line.start, line.end) and _beside(text, lines, at, comma):
            yield Hit(Span(*match.span("at")))


def _is_plain(text: str, line: Span) -> bool:
    """Whether it begins with a word, as no heading mark and no list does."""
    words = text[slice(*line)].lstrip(" \t\u3000")
    return words[:1].isalpha() and words[1:2] not in "、.．)）" and words[:1] != "第"


def _ends_in_marks(text: str, lines: list[Span]) -> bool:
    long = [line for line in lines if text.find("，", line.start, line.end) >= 0]
    ended = sum(text[line.start : line.end].rstrip()[-1:] in _ENDS for line in long)
    return ended >= _MANY and ended >= _SHARE * len(long)


def _beside(text: str, lines: list[Span], at: int, comma: bool) -> bool:
    """Whether a line beside it is a paragraph; for a line without a comma both are."""
    around = [text[slice(*line)].rstrip() for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])]
    paragraphs = sum("，" in words and words[-1] in _ENDS for words in around)
    return paragraphs >= (1 if comma else 2)
