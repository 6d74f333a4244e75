"""The lines of a draft in words, and the names in them that are known beforehand: places, words in quotation marks."""

from __future__ import annotations

from speechlint.document.facts.parts import LEVELS, NO_LEVEL
from speechlint.document.words import cut
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.facts.seen import Known
    from speechlint.document.words import Word


class Line(NamedTuple):
    """A line of the reading text, where it begins there, its words, and where each of them begins in it."""

    text: str
    at: int
    words: list[Word]
    starts: list[int]
    known: Known

    def word_before(self, place: int) -> int:
        """The word that ends at ``place`` or is cut by it; -1 before the first."""
        from bisect import bisect_left

        return bisect_left(self.starts, place) - 1

    def is_of_words(self, start: int, end: int) -> bool:
        """Whether a span begins where a word does, and ends where one does."""
        return start in self.starts and (end in self.starts or end == len(self.text))


def lines(doc: Document, known: Known) -> Iterator[Line]:
    """The lines of a draft that have something on them, cut into words."""
    at = 0
    for text in doc.text.split("\n"):
        if text.strip():
            words = cut(text)
            starts, start = [], 0
            for word in words:
                starts.append(start)
                start += len(word.text)
            yield Line(text, at, words, starts, known)
        at += len(text) + 1


def whole_before(line: Line, at: int) -> int:
    """Where the words in quotation marks, the place in brackets or the known place begins that ends at ``at``; else -1."""
    quoted = _quoted(line.text, at)
    if quoted >= 0:
        return quoted
    if line.text[at - 1 : at] == "）":
        opens = line.text.rfind("（", max(0, at - 12), at)
        return opens if opens >= 0 and known_at(line, opens + 1) else -1
    place = known_place(line, at) or 2 * _are_countries(line.text[max(0, at - 2) : at])
    return at - place if place else -1


def _are_countries(pair: str) -> bool:
    """中哈: China and another country."""
    return len(pair) == 2 and pair[0] == "中" and pair[1] in _COUNTRIES


_COUNTRIES = frozenset("哈阿美俄欧泰老缅越柬巴德法英白塞匈新蒙埃沙拉日韩朝印苏非墨古智澳加葡意瑞")


def _quoted(text: str, at: int) -> int:
    """Where words in quotation marks begin that end at ``at``; -1 if none do."""
    if not at or text[at - 1] != "”" or text[at - 2 : at - 1] in _OF_A_SORT:
        return -1
    return text.rfind("“", max(0, at - 20), at)


_OF_A_SORT = ("式", "型", "流", "级", "等")


def known_place(line: Line, at: int) -> int:
    """How long the known place is that ends at ``at``, with the level behind it; 0 if none does."""
    for level in (0, 1):
        for size in _SIZES:
            name = line.text[max(0, at - level - size) : at - level]
            behind = line.text[at - level : at]
            known = name in line.known.places or (level and name in line.known.levelled)
            if known and len(name) == size and (not level or behind in "省市县区州盟旗"):
                return size + level
    return 0


def known_at(line: Line, start: int, end: int = 0) -> int:
    """How long the known place is that begins at ``start``, where a word does; 0 if none does.

    A place that is a word too wants its level behind it; the name need not end with a word if that is one with its
    level, which ends at ``end``.
    """
    for size in _SIZES:
        name = line.text[start : start + size]
        anywhere = name in line.known.places
        if len(name) < size or not (anywhere or name in line.known.levelled):
            continue
        ends = (
            end
            or (name[-1] in "河江湖" and line.text.startswith("水", start + size))
            or line.text.startswith(_GOES_ON, start + size)
            or _ends_a_word(line, start + size)
        )
        if anywhere and ends:
            return size
        level = line.text[start + size : start + size + 3]
        if not ends or (name == "合作" and not level.startswith("市")):
            continue
        if name in line.known.levelled and level.startswith(LEVELS) and level[:2] not in NO_LEVEL:
            return size
    return 0


_SIZES = range(11, 1, -1)  # characters of a known place
_GOES_ON = ("籍", "当局", "人民", "国家", "各国")


def _ends_a_word(line: Line, end: int) -> bool:
    index = line.word_before(end)
    return line.starts[index] + len(line.words[index].text) == end
