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
    LEADING_TO_OFFICES,
    LETTERS,
    NOMINAL,
    ONLY_LEADING,
    PLAIN_TAGS,
    PROVINCES,
    WALL,
    WHOLE,
)
from speechlint.document.facts.worded import known_place, whole_before
from speechlint.document.facts.world import WORLD
from speechlint.document.words import frequency, tag
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document.facts.worded import Line

_FAR = 12  # words before a head that are looked at


class Opening(NamedTuple):
    """Where a name begins in its line; whether something proper is in it, and how many words before its head."""

    start: int
    proper: bool
    words: int


def opening(line: Line, head: int, wholes: bool = True, unknown: bool = True) -> Opening:
    """Where the name begins whose head noun begins at ``head``.

    With ``wholes`` 全国, 中央 and the like make a name proper, as they do a meeting or an office, not a place;
    with ``unknown`` words that the dictionary does not have do: 洪铭.
    """
    at = head
    found = Opening(head, False, 0)
    lonely = 0  # single characters in a row: names that the dictionary does not have
    verb_at = 0  # where a verb was crossed, behind which the name must be proper: 盲人按摩医院
    for count in range(1, _FAR + 1):
        whole = whole_before(line, at)
        if whole >= 0 and not wholes and line.text[whole] == "“":
            at, lonely = whole, 0  # “零碳”服务区 is none by that
            continue
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
        if wholes and not found.proper and not verb_at and is_verb_of_a_name(text, letters):
            at, verb_at, lonely = start, count, 0
            continue
        far_from_verb = 0 < verb_at < count - 2
        if far_from_verb or _is_wall(text, letters) or _is_verb_here(text, line.text[at : at + 2]):
            break
        lonely = lonely + (letters not in PLAIN_TAGS) if len(text) == 1 and text not in WHOLE else 0
        at = start
        pair = line.text[at : at + 2]
        named = unknown and lonely > 1 and not _is_common_pair(pair)
        if named or _is_proper(line, text, letters, wholes) or _are_provinces(pair):
            found = Opening(at, True, count)
        elif text not in GENERIC and not found.proper and not verb_at:
            found = Opening(at, False, count)
    return _with_a_character(line, found) if found.proper and wholes else found


def _with_a_character(line: Line, found: Opening) -> Opening:
    """The name, with the one noun of one character before it that the dictionary cuts off: 火/神山医院."""
    index = line.word_before(found.start)
    word = line.words[index] if index >= 0 else None
    behind = line.text[found.start : found.start + 2]
    if index < 1 or not word or behind in WHOLE or behind[0] in WHOLE or line.words[index - 1].tag == "m":
        return found
    if len(word.text) == 1 and word.tag in _OF_ONE and word.text not in ENDING:
        return Opening(line.starts[index], True, found.words + 1)
    return found


_OF_ONE = ("n", "ng", "nr")


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
    counted = line.text[at : at + 1] in _NUMERALS
    return at - 1 if not counted and opening(line, at - 1, unknown=False).proper else at


_NUMERALS = "0123456789一二两三四五六七八九十百几多各"
DASHES, _AND = "—－–-·", "与和及"
ENDS_A_NAME = tuple("馆厂校社站团会院局部厅委府党校司团省市县区州人民队者员家国神议坛赛节")


def _is_wall(text: str, tag: str) -> bool:
    if text[0] in LETTERS:
        return False
    if len(text) == 1:
        return not "\u4e00" <= text <= "\u9fff" or (text in ENDING and text not in WHOLE)
    if text in WHOLE:
        return False
    if text.startswith("第"):
        return False
    if tag == "m" and not is_numbered_place(text):
        return True
    if text in APART or text.endswith(("级", "名")):
        return True
    return text not in NOMINAL and (tag == "v" or tag.startswith(WALL) or text in ONLY_LEADING)


def is_numbered_place(text: str) -> bool:
    """Whether a number of the dictionary is the name of a place: 四平路, 三元桥."""
    return len(text) > 2 and text[-1] in "路街巷口村镇乡山河江湖岛桥门庄屯沟岭里店"


def is_verb_of_a_name(text: str, tag: str) -> bool:
    """Whether a verb may stand within a name, as those may that lead to none: 按摩, 警察 (for the dictionary)."""
    return (
        tag in ("v", "vn")
        and len(text) == 2
        and text not in LEADING_TO_OFFICES
        and text not in DOUBLE
        and text not in NOMINAL
    )


def _is_verb_here(text: str, behind: str) -> bool:
    return text in DOUBLE and not behind.startswith(DOUBLE[text])


def _is_proper(line: Line, text: str, tag: str, wholes: bool) -> bool:
    known = line.known
    if text in known.places or text in WORLD or text[0] in LETTERS:
        return True
    if tag == "m" and is_numbered_place(text):
        return True
    if text in WHOLE:
        return wholes
    if text in known.levelled and tag != "ns":
        return False
    return (
        text not in GENERIC
        and len(text) > 1
        and text[0] not in _AND
        and (
            tag in ("ns", "nt", "nrt", "nrfg")
            or (wholes and tag == "nz")
            or (wholes and _is_seldom(text, tag))
        )
    )


def _is_seldom(text: str, tag: str) -> bool:
    """Whether a word of two or three characters is met so seldom that it is rather somebody's name: 清源, 夕阳红."""
    plain = text[-1] in "型性级式类化区市县省" or not all("\u4e00" <= char <= "\u9fff" for char in text)
    return tag in ("n", "nr", "l", "a", "t", "") and len(text) < 4 and not plain and frequency(text) < _SELDOM


_SELDOM = 100


def _are_provinces(pair: str) -> bool:
    """川渝, 粤桂: provinces, each by its one character."""
    return len(pair) == 2 and all(char in PROVINCES for char in pair)


def is_of_somewhere(line: Line, name: str) -> bool:
    """Whether a name begins with a place or with 中国, 国家 and the like."""
    return name[:2] in WHOLE or any(
        name[:size] in line.known.places or name[:size] in WORLD for size in (2, 3, 4)
    )


def _is_common_pair(pair: str) -> bool:
    return any(char in DIRECTIONS for char in pair) or pair in GENERIC
