"""Where a name begins whose head noun is known: the words before it, as far as they belong to it.

武汉东湖学院 is told by its head 学院 and the words before it back to the first that is proper; 在, 出席
or a comma end a name on the left.
"""

from __future__ import annotations

from speechlint.document.facts.parts import (
    APART,
    DIRECTIONS,
    DOUBLE,
    ENDING,
    GENERIC,
    LETTERS,
    LEVELS,
    NO_LEVEL,
    NOMINAL,
    PLAIN_TAGS,
    PROVINCES,
    WALL,
    WHOLE,
)
from speechlint.document.facts.world import WORLD
from speechlint.document.words import cut, tag
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.facts.seen import Known
    from speechlint.document.words import Word

_FAR = 12  # words before a head that are looked at


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


class Opening(NamedTuple):
    """Where a name begins in its line; whether something proper is in it, and how many words before its head."""

    start: int
    proper: bool
    words: int


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


def opening(line: Line, head: int, wholes: bool = True, unknown: bool = True) -> Opening:
    """Where the name begins whose head noun begins at ``head``.

    With ``wholes`` 全国, 中央 and the like make a name proper, as they do a meeting or an office, not a place;
    with ``unknown`` words that the dictionary does not have do: 洪铭.
    """
    at = head
    found = Opening(head, False, 0)
    lonely = 0  # single characters in a row: names that the dictionary does not have
    for count in range(1, _FAR + 1):
        whole = whole_before(line, at)
        if whole >= 0:
            at, found, lonely = whole, Opening(whole, True, count), 0
            continue
        at = _over_a_mark(line, at, wholes and not found.proper and at < head)
        index = line.word_before(at)
        if index < 0:
            break
        start, word = line.starts[index], line.words[index]
        text = word.text[: at - start]
        letters = word.tag if text == word.text else tag(text)
        if _is_wall(text, letters) or _is_verb_here(text, line.text[at : at + 2]):
            break
        lonely = lonely + (letters not in PLAIN_TAGS) if len(text) == 1 and text not in WHOLE else 0
        at = start
        if (
            _is_proper(line, text, letters, wholes)
            or _are_provinces(line.text[at : at + 2])
            or (unknown and lonely > 1 and not _is_common_pair(line.text[at : at + 2]))
        ):
            found = Opening(at, True, count)
        elif text not in GENERIC and not found.proper:
            found = Opening(at, False, count)
    return found


def whole_before(line: Line, at: int) -> int:
    """Where the words in quotation marks, the place in brackets or the known place begins that ends at ``at``; else -1."""
    quoted = _quoted(line.text, at)
    if quoted >= 0:
        return quoted
    if line.text[at - 1 : at] == "）":
        opens = line.text.rfind("（", max(0, at - 12), at)
        return opens if opens >= 0 and known_at(line, opens + 1) else -1
    place = known_place(line, at)
    return at - place if place else -1


def _over_a_mark(line: Line, at: int, proper_before: bool) -> int:
    """``at``, or before the dash or the 与 there, where the name goes on to the left of it.

    A dash wants a place before it (中国—东盟); 与 and the like want, where nothing proper has been found
    (``proper_before``), a subject of something that is named before (中国物流与采购联合会).
    """
    mark = line.text[at - 1 : at]
    if mark in DASHES and mark:
        return at - 1 if known_place(line, at - 1) else at
    if not proper_before or mark not in _AND or not mark:
        return at
    word = line.words[line.word_before(at - 1)].text if at > 1 else ""
    if len(word) < 2 or word in GENERIC or word.endswith(ENDS_A_NAME) or known_place(line, at - 1):
        return at
    return at - 1 if opening(line, at - 1).proper else at


DASHES, _AND = "—－–-·", "与和及"
ENDS_A_NAME = tuple("会院局部厅委府党校司团省市县区州人民队者员家国神议坛赛节")


def known_place(line: Line, at: int) -> int:
    """How long the known place is that ends at ``at``, with the level behind it; 0 if none does."""
    for level in (0, 1):
        for size in (5, 4, 3, 2):
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
    for size in (5, 4, 3, 2):
        name = line.text[start : start + size]
        if len(name) < size or not (end or _ends_a_word(line, start + size)):
            continue
        if name in line.known.places:
            return size
        level = line.text[start + size : start + size + 3]
        if name in line.known.levelled and level.startswith(LEVELS) and level[:2] not in NO_LEVEL:
            return size
    return 0


def _ends_a_word(line: Line, end: int) -> bool:
    index = line.word_before(end)
    return line.starts[index] + len(line.words[index].text) == end


def _quoted(text: str, at: int) -> int:
    """Where words in quotation marks begin that end at ``at``; -1 if none do."""
    return text.rfind("“", max(0, at - 20), at) if at and text[at - 1] == "”" else -1


def _is_wall(text: str, tag: str) -> bool:
    if text[0] in LETTERS:
        return False
    if len(text) == 1:
        return not "\u4e00" <= text <= "\u9fff" or (text in ENDING and text not in WHOLE)
    if text in WHOLE:
        return False
    if text.startswith("第"):
        return False
    if tag == "m" or text in APART or text.endswith(("级", "名")):
        return True
    return text not in NOMINAL and (tag == "v" or tag.startswith(WALL))


def _is_verb_here(text: str, behind: str) -> bool:
    return text in DOUBLE and not behind.startswith(DOUBLE[text])


def _is_proper(line: Line, text: str, tag: str, wholes: bool) -> bool:
    known = line.known
    if text in known.places or text in WORLD or text[0] in LETTERS:
        return True
    if text in WHOLE:
        return wholes
    if text in known.levelled:
        return False
    return (
        text not in GENERIC
        and len(text) > 1
        and text[0] not in _AND
        and (tag in ("ns", "nt", "nrt", "nrfg") or (wholes and tag == "nz"))
    )


def _are_provinces(pair: str) -> bool:
    """川渝, 粤桂: provinces, each by its one character."""
    return len(pair) == 2 and all(char in PROVINCES for char in pair)


def is_of_somewhere(line: Line, name: str) -> bool:
    """Whether a name begins with a place or with 中国, 国家 and the like."""
    return name[:2] in WHOLE or any(name[:size] in line.known.places | WORLD for size in (2, 3, 4))


def _is_common_pair(pair: str) -> bool:
    return any(char in DIRECTIONS for char in pair) or pair in GENERIC
