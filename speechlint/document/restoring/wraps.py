"""Line breaks inside sentences: a draft wrapped at a fixed width reads as its paragraphs.

A draft is wrapped where lines of one width break off in the middle of sentences and hardly any is
longer. Then a full line goes on in the next one, and a short one ends a paragraph. In any other
draft only a long line that breaks off after a comma, in a word, or after one that cannot end a sentence, does.
"""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.restoring.text_lines import (
    END,
    OPEN_WORDS,
    OPENING,
    PROSE,
    SHORT,
    Lines,
    is_in_date,
    is_reversed,
)
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.restoring.text_lines import Line

_NUMBER = "一二三四五六七八九十"
_ITEM = regex.later(
    f"[{_NUMBER}]{{1,3}}[、是要，．]|[（(](?:[{_NUMBER}]{{1,3}}|\\d{{1,2}})[）)]|第[{_NUMBER}\\d]{{1,3}}|\\d{{1,4}}\\s?[.．、年)）]"
    "|首先|其次|再次|最后|——|[●◆■·•★◇○※*#>|-]"
)
_WIDE = 100
_PAGE = regex.later(r"(\d{1,2})、")
_SLACK = 4
_NEAR = 8
_MANY = 4


def changes(text: str) -> list[Change]:
    """Each line break to be taken out, with the blanks around it."""
    lines = Lines(text)
    unended = lines.unended()
    width = _width(text, lines, unended) if len(unended) * 5 >= len(lines.numbers) else 0
    if width:
        joined = [pair for pair in lines.pairs() if _goes_on(text, *pair, width)]
    else:
        broken = [(lines[one], lines[other]) for one, other in unended if lines.may_break_off(one)]
        joined = [pair for pair in broken if _breaks_off(text, *pair) and not _is_listed(text, *pair)]
        joined = [] if _is_verse(text, joined) else joined
    pages = [] if width else list(_pages(lines, unended))
    torn = {change.start for change in pages}
    return pages + [
        Change(one.end, other.start, _joint(text, one, other), "wrap", mark=True)
        for one, other in joined
        if one.end not in torn
    ]


def _pages(lines: Lines, unended: list[tuple[int, int]]) -> Iterator[Change]:
    """Where pages were numbered 1、 2、 and each number stands in the middle of a sentence."""
    if not _PAGE.match(lines.plain(lines.numbers[0]) if lines.numbers else ""):
        return
    want = 2
    for one, other in unended:
        found = _PAGE.match(lines.plain(other))
        if found and int(found[1]) == want and lines.is_prose(one):
            want += 1
            start, following = lines[one], lines[other]
            yield Change(start.end, following.start + found.end(), "", "wrap", mark=True)


def _width(text: str, lines: Lines, unended: list[tuple[int, int]]) -> float:
    """The width the draft is wrapped at; 0 where it is not."""
    broken = sorted(
        one.size
        for one, other in ((lines[one], lines[other]) for one, other in unended)
        if SHORT <= one.size <= _WIDE and other.next_to and _is_inside(text, one, other)
        # a heading has no full stop either
        if not _ITEM.match(text, one.start) or text.find("。", one.start, one.end) >= 0
    )
    if len(broken) < 2 or len(broken) * 5 < len(lines.numbers):
        return 0
    width = broken[len(broken) * 9 // 10]
    near = sum(width - size <= _SLACK for size in broken)
    every = [lines[number] for number in lines.numbers]
    longer = sum(line.size > width + _SLACK for line in every)
    if near * 10 < len(broken) * 7 or longer * 10 > len(every):
        return 0
    ends = any("。" in text[line.start : line.end - 1] for line in every)
    return width if ends else 0


def _is_inside(text: str, one: Line, other: Line) -> bool:
    """Whether a sentence goes on from one line to the other, as far as their ends tell."""
    if text[one.end - 1] in OPENING:
        return True
    return text[one.end - 1] not in END and not _ITEM.match(text, other.start)


def _goes_on(text: str, one: Line, other: Line, width: float) -> bool:
    """Whether a line of a wrapped draft goes on in the next."""
    if other.next_to and not other.indent and _is_in_figure(text, one, other):
        return True
    if not other.next_to or one.size < width - _SLACK or other.indent > one.indent + 1:
        return False
    if text[one.end - 1] in END:
        return one.indent > other.indent and not _ITEM.match(text, other.start)
    return _is_inside(text, one, other) or _explained(text, one, other)


def _explained(text: str, one: Line, other: Line) -> bool:
    """Whether a sentence with a pause in it goes on in a line that opens with a dash."""
    return text.startswith("——", other.start) and text.find("，", one.start, one.end) >= 0


def _breaks_off(text: str, one: Line, other: Line) -> bool:
    """Whether a paragraph breaks off in a sentence that the next one ends."""
    last = text[one.end - 1]
    if last.isdigit() and is_in_date(text[one.start : one.end], text[other.start : other.end]):
        return other.next_to
    if last in OPENING:
        return other.next_to and not is_reversed(text[one.start : one.end])
    if not (last in "，、," or last in OPEN_WORDS):
        return not other.indent and _is_in_word(text, one, other)
    prose = "。" in text[one.start : one.end]
    if last in OPEN_WORDS and (other.indent or not other.next_to or not prose):
        return False
    return text[other.end - 1] in "。！？；!?”" and not _ITEM.match(text, other.start)


def _is_listed(text: str, one: Line, other: Line) -> bool:
    """Whether a list has each of its members on a line: 、 ends several, one after the other."""
    if text[one.end - 1] != "、":
        return False
    before = text[: one.start].rstrip()
    return other.next_to and (text[other.end - 1] == "、" or before.endswith("、"))


def _is_verse(text: str, joined: list[tuple[Line, Line]]) -> bool:
    """Whether a draft is laid out for the breath: it has many breaks, and each stands behind a comma."""
    return (
        len(joined) >= _MANY
        and all(one.next_to or other.next_to for one, other in joined)
        and all(text[one.end - 1] in "，," for one, _ in joined)
    )


def _is_in_figure(text: str, one: Line, other: Line) -> bool:
    """60.98|% and 3|000亿元: a line of figures is short, as it was broken by the number of characters."""
    return text[one.end - 1].isdigit() and text[other.start] in "%％‰"


def _is_in_word(text: str, one: Line, other: Line) -> bool:
    """Whether running prose breaks off within a word of the dictionary: 社会主|义核心价值观."""
    prose = "。" in text[one.start : one.end] or one.size >= PROSE
    if text[one.end - 1] in END or not prose or _ITEM.match(text, other.start):
        return False
    left, right = text[max(one.start, one.end - _NEAR) : one.end], text[other.start : other.start + _NEAR]
    if not (
        "\u4e00" <= left[-1] <= "\u9fff"
        and "\u4e00" <= right[0] <= "\u9fff"
        and "。" in text[other.start : other.end]
    ):
        return False
    from speechlint.document.words import ends

    return len(left) not in ends(left + right)


def _joint(text: str, one: Line, other: Line) -> str:
    left, right = text[one.end - 1], text[other.start]
    if left.isdigit() and right.isdigit():
        return ""
    return " " if left.isascii() and right.isascii() and left.isalnum() and right.isalnum() else ""
