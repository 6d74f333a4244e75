"""Paragraphs that end in a word: sentences before it end in a full stop, or it speaks to somebody among paragraphs that do.

A draft's are told together. The lines of a dialogue (甲：……) end as their poem does.
"""

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
    r"(?P<at>[^\W\d_a-zA-Z]{2}[’”）]{0,2})[ \u3000]{0,4}$"
)
_TOLD = r"。(?=[^。\n]{0,8}(?:大家|我们|我[来给就想]))[^。！？；：…\n]{9,120}(?P<at>[^\W\d_a-zA-Z]{2}[”》]?)[ \u3000]{0,4}$"

_SAID = (
    r"(?:我(?![国省市县区镇乡村校院厂军党社局部办司们国])|我们|咱|大家|您|各位"
    r"|接下来|此外|另外|因此|所以|但是|不过|这[个些样种里]|那[个些么]|他们)"
)
_OPENING = (
    r"[ \t\u3000“]*(?:接下来|下面|首先|最后|此外|除此之外|然后|今天|大家好|我[会将想要们就先主]|咱们|第一个)"
)
_WORD = r"(?P<at>(?:\w[^\W\d_a-zA-Z][”》]?|(?<![a-zA-Z_])[a-zA-Z]{2,20}))[ \u3000]{0,4}$"
_REACH, _NEAR = 180, 12
_LEAST, _LONE = 14, 10  # characters of a line that goes on behind a comma, and of one that does not
_PROSE = 36  # characters of a line that says much in one breath
_CLOSING = frozenset("”》）")
_ENDS = "。！？；：…”"
_SHARE, _MANY, _FEW = (
    0.3,
    3,
    2,
)  # of the lines with a comma, how many end in a mark; of the long ones among them
_SENTENCE = (
    "了",
    "会被",
    "就",
    "都",
    "也",
    "还是",
    "把",
    "被",
    "它",
    "只能",
    "却",
    "这",
    "可以",
    "没有",
    "其中",
)
_LABEL = 5  # characters at most before the colon of a part in a dialogue
_BLANKS = " \u3000"


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    lines = [
        Span(start, after - 1) for start, after in pairwise(chain(query.doc.line_starts, (len(text) + 1,)))
    ]
    spans = sorted({*_after_sentences(text, lines), *_spoken(text, lines)})
    if spans:
        yield Hit(spans[0], {"times": str(len(spans))}, occurrences=tuple(spans))


def _after_sentences(text: str, lines: list[Span]) -> Iterator[Span]:
    """Ends of lines that have a full stop before them."""
    for line in lines:
        last = text[line.end - 1 : line.end]
        if not (last.isalpha() or last in _BLANKS or last in _CLOSING):
            continue
        stop = text.rfind("。", line.start, line.end)
        if stop < 0:
            continue
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


def _spoken(text: str, every: list[Span]) -> Iterator[Span]:
    """Ends of lines that speak to somebody, or are long sentences, in a draft whose paragraphs end in a mark."""
    said, word = regex.compile(_SAID), regex.compile(_WORD)
    open_ended = [
        line
        for line in every
        if line.end - line.start >= _LONE
        and (text[line.end - 1].isalpha() or text[line.end - 1] in _CLOSING)
        and text.find("。", line.start, line.end) < 0
        and (line.end - line.start >= _PROSE or said.search(text, line.start, line.end))
        and _is_plain(text, line)
    ]
    lines = [line for line in every if text[slice(*line)].strip()] if open_ended else []
    if not lines or not _ends_in_marks(text, lines):
        return
    numbers = {line: at for at, line in enumerate(lines)}
    for line in open_ended:
        match = word.search(text, max(line.start, line.end - _LONE), line.end)
        speaks = said.search(text, line.start, line.end)
        told = _is_told if speaks else _is_sentence
        if match and told(text, lines, numbers[line]):
            yield Span(*match.span("at"))


def _is_told(text: str, lines: list[Span], at: int) -> bool:
    """Whether it is long enough, and beside a paragraph if it does not say much by itself."""
    line = lines[at]
    size = line.end - line.start
    opens = bool(regex.compile(_OPENING).match(text, line.start, line.end))
    much = opens or text.find("，", line.start, line.end) >= 0 or size >= _PROSE
    return size >= (_LONE if opens or not much else _LEAST) and (
        size >= _PROSE or _beside(text, lines, at, much)
    )


def _is_sentence(text: str, lines: list[Span], at: int) -> bool:
    """Whether it is too long for a heading, has words that headings do without, and stands beside a paragraph."""
    line = text[slice(*lines[at])]
    return (
        len(line) >= _PROSE
        and "，" in line
        and not line.endswith("摄")  # under a picture
        and "  " not in line.strip()
        and any(word in line for word in _SENTENCE)
        and _beside(text, lines, at, much=True)
    )


def _is_plain(text: str, line: Span) -> bool:
    """Whether it begins with a word, as no heading mark and no list does."""
    words = text[slice(*line)].lstrip(" \t\u3000")
    if words[:1] == "“" and words.endswith("”"):  # all of it is said
        words = words[1:]
    if "：" in words[:_LABEL]:
        return False
    return (
        words[:1].isalpha() and words[1:2] not in "、.．)）" and (words[:1] != "第" or words[1:3] == "一个")
    )


def _ends_in_marks(text: str, lines: list[Span]) -> bool:
    clauses = [line for line in lines if text.find("，", line.start, line.end) >= 0]
    long = [line for line in clauses if line.end - line.start >= _PROSE]
    return any(
        (ended := sum(text[slice(*line)].rstrip()[-1:] in _ENDS for line in some)) >= least
        and ended >= _SHARE * len(some)
        for some, least in ((clauses, _MANY), (long, _FEW))
    )


def _beside(text: str, lines: list[Span], at: int, much: bool) -> bool:
    """Whether a line beside it is a paragraph; for a line that says little both are."""
    around = [text[slice(*line)].rstrip() for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])]
    paragraphs = sum("，" in words and (words[-1] in _ENDS or len(words) >= _PROSE) for words in around)
    return paragraphs >= (1 if much else 2)
