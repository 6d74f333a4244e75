"""The lines of a draft that have something on them, and what tells of one alone that it may break off in a sentence."""

from __future__ import annotations

from itertools import accumulate, pairwise

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

END = frozenset("。！？；：…”’』」》）】!?;:.)—")
OPEN_WORDS = frozenset("的和与及把被在从向以将使让")
OPENING = frozenset("（(“‘《〈【「")  # nothing ends with one: （|三）
UNFINISHED = OPENING | OPEN_WORDS | frozenset("，、,")
_DATE_HEAD = {
    "年": regex.later(r"(?<!\d)(?:19|20)\d\d$"),
    "月": regex.later(r"年\d{1,2}$"),
    "日": regex.later(r"月\d{1,2}$"),
}
_DOUBLED = 8
SHORT = 18
PROSE = 40  # no heading is as long


class Line(NamedTuple):
    """A line with something on it: ``start`` behind its indent, ``end`` before trailing blanks."""

    start: int
    end: int
    indent: int
    size: float  # in Han characters, an ASCII one counting half
    next_to: bool  # no blank line before it, or one before each line


class Lines:
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
            if (last := plain[one][-1]) not in END
            and (
                self._size(one) >= SHORT
                or (last in OPENING and not is_reversed(plain[one]))
                or (last.isdigit() and is_in_date(plain[one], plain[other]))
            )
        ]

    def plain(self, number: int) -> str:
        """What is on a line."""
        return self._plain[number]

    def is_prose(self, number: int) -> bool:
        """Whether a line is so long that it is no heading, and has sentences or clauses."""
        plain = self._plain[number]
        return self._size(number) >= PROSE and ("。" in plain or "，" in plain)

    def may_break_off(self, number: int) -> bool:
        """Whether it looks like prose, or ends as no heading does."""
        plain = self._plain[number]
        return plain[-1] in UNFINISHED or plain[-1].isdigit() or "。" in plain or self._size(number) >= PROSE


def is_reversed(line: str) -> bool:
    """Whether the quotation mark it ends with closes one that was opened the wrong way round: ”好“."""
    return line[-1] in "“‘" and 0 <= line.find("”’"["“‘".index(line[-1])]) < line.find(line[-1])


def is_in_date(line: str, following: str) -> bool:
    """Whether a date goes on in the next line: 2019|年的会, 2019年3|月."""
    unit = following[0]
    if unit not in "年月日" or following[1:2] in "度级报常月":
        return False
    return bool(_DATE_HEAD[unit].search(line))
