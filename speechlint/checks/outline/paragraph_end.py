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
_Line = tuple[int, int]
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
    bounds = pairwise(chain(query.doc.line_starts, (len(text) + 1,)))
    lines = [(start, after - 1) for start, after in bounds]
    for start, end in lines:
        last = text[end - 1 : end]
        if (last.isalpha() or last in _BLANKS) and text.find("。", start, end) >= 0:
            match = ends.search(text, max(start, end - _REACH), end)
            if match and not text.startswith("——", end + 1) and not _is_glued(match[0]):
                yield Hit(Span(*match.span("at")))
    yield from _spoken(text, lines)


def _is_glued(words: str) -> bool:
    """Whether what follows the last full stop is a heading of the next section."""
    last = words[words.rfind("。") + 1 :].strip(_BLANKS + "\t\xa0")
    return "\u3000" in last or "  " in last or any(mark in last[1:4] for mark in "、)）")


def _spoken(text: str, lines: list[_Line]) -> Iterator[Hit]:
    """Lines that speak to somebody and end in a word, next to a paragraph, in a draft whose paragraphs end in a mark."""
    said, word = regex.compile(_SAID), regex.compile(_WORD)
    open_ended = [
        (start, end)
        for start, end in lines
        if end - start >= _LONE
        and text[end - 1].isalpha()
        and text.find("。", start, end) < 0
        and said.search(text, start, end)
        and _is_plain(text[start:end])
    ]
    filled = [(start, end) for start, end in lines if text[start:end].strip()] if open_ended else []
    if not filled or not _ends_in_marks(text, filled):
        return
    numbers = {line: at for at, line in enumerate(filled)}
    for start, end in open_ended:
        comma = text.find("，", start, end) >= 0
        match = word.search(text, max(start, end - _LONE), end)
        if (
            match
            and end - start >= (_LEAST if comma else _LONE)
            and _beside(text, filled, numbers[start, end], comma)
        ):
            yield Hit(Span(*match.span("at")))


def _is_plain(line: str) -> bool:
    """Whether it begins with a word, as no heading mark and no list does."""
    words = line.lstrip(" \t\u3000")
    return words[:1].isalpha() and words[1:2] not in "、.．)）" and words[:1] != "第"


def _ends_in_marks(text: str, lines: list[_Line]) -> bool:
    long = [text[start:end] for start, end in lines if text.find("，", start, end) >= 0]
    ended = sum(words.rstrip()[-1:] in _ENDS for words in long)
    return ended >= _MANY and ended >= _SHARE * len(long)


def _beside(text: str, lines: list[_Line], at: int, comma: bool) -> bool:
    """Whether a line beside it is a paragraph; for a line without a comma both are."""
    around = [text[slice(*line)].rstrip() for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])]
    paragraphs = sum("，" in words and words[-1] in _ENDS for words in around)
    return paragraphs >= (1 if comma else 2)
