"""Line breaks inside sentences: a draft wrapped at a fixed width reads as its paragraphs.

A draft is wrapped where lines of one width break off in the middle of sentences and hardly any is
longer. Then a full line goes on in the next one, and a short one ends a paragraph. In any other
draft only a long line that breaks off after a comma, in a word, or after one that cannot end a sentence, does.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from speechlint.document.alignment import Change
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = frozenset("。！？；：…”’』」》）】!?;:.)—")
_NUMBER = "一二三四五六七八九十"
_ITEM = regex.later(
    f"[{_NUMBER}]{{1,3}}[、是要，．]|[（(](?:[{_NUMBER}]{{1,3}}|\\d{{1,2}})[）)]|第[{_NUMBER}\\d]{{1,3}}|\\d{{1,4}}\\s?[.．、年)）]"
    "|首先|其次|再次|最后|——|[●◆■·•★◇○※*#>|-]"
)
_OPEN_WORDS = frozenset("的和与及把被在从向以将使让")
_OPENING = frozenset("（(“‘《〈【「")  # nothing ends with one: （|三）
_UNFINISHED = _OPENING | _OPEN_WORDS | frozenset("，、,")
_DATE_HEAD = {
    "年": regex.later(r"(?<!\d)(?:19|20)\d\d$"),
    "月": regex.later(r"年\d{1,2}$"),
    "日": regex.later(r"月\d{1,2}$"),
}
_PAGE = regex.later(r"(\d{1,2})、")
_DOUBLED = 8
_SLACK = 4
_SHORT, _WIDE = 18, 100
_NEAR = 8
_MANY = 4
_PROSE = 40  # no heading is as long


class Line(NamedTuple):
    """A line with something on it: ``start`` behind its indent, ``end`` before trailing blanks."""

    start: int
    end: int
    indent: int
    size: float  # in Han characters, an ASCII one counting half
    next_to: bool  # no blank line before it, or one before each line


class _Lines:
    """The lines of a text that have something on them, by their numbers; few are ever measured."""

    def __init__(self, text: str) -> None:
        self._raw = text.split("\n")
        self._plain = list(map(str.strip, self._raw))
        self._before = list(accumulate(map(len, self._raw), initial=0))  # characters, without the newlines
        self.numbers = [at for at, plain in enumerate(self._plain) if plain]
        self._above = 2 if self._is_doubled() else 1  # lines up to the one above

    def _is_doubled(self) -> bool:
        """Whether a blank line stands between each two."""
        own = self.numbers
        few = len(own) < _DOUBLED or own[-1] - own[0] != 2 * len(own) - 2
        return not few and all(other - one == 2 for one, other in pairwise(own))

    def __getitem__(self, number: int) -> Line:
        indent = self._indent(number)
        start = self._before[number] + number + indent
        next_to = number >= self._above and self._plain[number - self._above] != ""
        return Line(start, start + len(self._plain[number]), indent, self._size(number), next_to)

    def _indent(self, number: int) -> int:
        raw = self._raw[number]
        return len(raw) - len(raw.lstrip())

    def _size(self, number: int) -> float:
        plain = self._plain[number]
        return (len(plain) + len(plain.encode("utf-8", "replace"))) / 4 + self._indent(number)

    def pairs(self) -> Iterator[tuple[Line, Line]]:
        """Each line and the next."""
        return pairwise(map(self.__getitem__, self.numbers))

    def unended(self) -> list[tuple[int, int]]:
        """Each line that may break off in a sentence, a long one or one that ends with (; and the next."""
        plain = self._plain
        return [
            (one, other)
            for one, other in pairwise(self.numbers)
            if (last := plain[one][-1]) not in _END
            and (
                self._size(one) >= _SHORT
                or (last in _OPENING and not _is_reversed(plain[one]))
                or (last.isdigit() and _is_in_date(plain[one], plain[other]))
            )
        ]

    def plain(self, number: int) -> str:
        """What is on a line."""
        return self._plain[number]

    def is_prose(self, number: int) -> bool:
        """Whether a line is so long that it is no heading, and has sentences or clauses."""
        plain = self._plain[number]
        return self._size(number) >= _PROSE and ("。" in plain or "，" in plain)

    def may_break_off(self, number: int) -> bool:
        """Whether it looks like prose, or ends as no heading does."""
        plain = self._plain[number]
        return (
            plain[-1] in _UNFINISHED or plain[-1].isdigit() or "。" in plain or self._size(number) >= _PROSE
        )


def changes(text: str) -> list[Change]:
    """Each line break to be taken out, with the blanks around it."""
    lines = _Lines(text)
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


def _pages(lines: _Lines, unended: list[tuple[int, int]]) -> Iterator[Change]:
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


def _width(text: str, lines: _Lines, unended: list[tuple[int, int]]) -> float:
    """The width the draft is wrapped at; 0 where it is not."""
    broken = sorted(
        one.size
        for one, other in ((lines[one], lines[other]) for one, other in unended)
        if _SHORT <= one.size <= _WIDE and other.next_to and _is_inside(text, one, other)
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
    if text[one.end - 1] in _OPENING:
        return True
    return text[one.end - 1] not in _END and not _ITEM.match(text, other.start)


def _goes_on(text: str, one: Line, other: Line, width: float) -> bool:
    """Whether a line of a wrapped draft goes on in the next."""
    if other.next_to and not other.indent and _is_in_figure(text, one, other):
        return True
    if not other.next_to or one.size < width - _SLACK or other.indent > one.indent + 1:
        return False
    if text[one.end - 1] in _END:
        return one.indent > other.indent and not _ITEM.match(text, other.start)
    return _is_inside(text, one, other) or _explained(text, one, other)


def _explained(text: str, one: Line, other: Line) -> bool:
    """Whether a sentence with a pause in it goes on in a line that opens with a dash."""
    return text.startswith("——", other.start) and text.find("，", one.start, one.end) >= 0


def _breaks_off(text: str, one: Line, other: Line) -> bool:
    """Whether a paragraph breaks off in a sentence that the next one ends."""
    last = text[one.end - 1]
    if last.isdigit() and _is_in_date(text[one.start : one.end], text[other.start : other.end]):
        return other.next_to
    if last in _OPENING:
        return other.next_to and not _is_reversed(text[one.start : one.end])
    if not (last in "，、," or last in _OPEN_WORDS):
        return not other.indent and _is_in_word(text, one, other)
    prose = "。" in text[one.start : one.end]
    if last in _OPEN_WORDS and (other.indent or not other.next_to or not prose):
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


def _is_reversed(line: str) -> bool:
    """Whether the quotation mark it ends with closes one that was opened the wrong way round: ”好“."""
    return line[-1] in "“‘" and 0 <= line.find("”’"["“‘".index(line[-1])]) < line.find(line[-1])


def _is_in_figure(text: str, one: Line, other: Line) -> bool:
    """60.98|% and 3|000亿元: a line of figures is short, as it was broken by the number of characters."""
    return text[one.end - 1].isdigit() and text[other.start] in "%％‰"


def _is_in_date(line: str, following: str) -> bool:
    """Whether a date goes on in the next line: 2019|年的会, 2019年3|月."""
    unit = following[0]
    if unit not in "年月日" or following[1:2] in "度级报常月":
        return False
    return bool(_DATE_HEAD[unit].search(line))


def _is_in_word(text: str, one: Line, other: Line) -> bool:
    """Whether running prose breaks off within a word of the dictionary: 社会主|义核心价值观."""
    prose = "。" in text[one.start : one.end] or one.size >= _PROSE
    if text[one.end - 1] in _END or not prose or _ITEM.match(text, other.start):
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
