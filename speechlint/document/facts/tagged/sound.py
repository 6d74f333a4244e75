"""Whether what the model takes for a name can be one: it is made of whole words, and is no common one by itself."""

from __future__ import annotations

from speechlint.document.facts.likely import odds
from speechlint.document.surnames import is_surname
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.facts.tagged.features import Told
    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_IN_NONE = regex.later("[的了是（）“”、，0-9]|^[在为让对将把被南北东西]|地$|全[省市县区国]")
_BEHIND_NONE = ("精神", "经验", "计划", "新时代", "”")
_LATIN = regex.later("[A-Za-z .]+")
_MET = 5  # a word met so often is not cut by a name
_PROPER = ("nr", "ns", "nt", "nz")
_OF_ALL = regex.later("(?:[各每]|[各每]个|全[省市县区镇乡村校院]|所有|其他|[一二两三几][家个所])$")
_NEAR = 3
_MARKS = "，。、；：！？"
_SET = 4  # characters of a phrase between marks, which no person of two begins: 金桂飘香
_OFFICES = "委"
_LEVELS = frozenset("国省市县区镇乡村")
_SHORT, _LIKELY = 2, 4.5  # a name of two characters wants better odds than a longer one
_JOINED = 200  # two characters met so often as a word are not parted
_COMMON = 40  # a word met so often is no name by itself, but in a row of such


def is_name(line: Line, kind: str, start: int, end: int, told: Told) -> bool:
    """Whether the span can be a name of its kind; ``told`` is what has been found in the line."""
    name = line.text[start:end]
    if (
        _IN_NONE.search(name)
        or line.text.startswith(_BEHIND_NONE, end)
        or (kind == "person" and _LATIN.fullmatch(name))
    ):
        return False
    if _cuts(line, start) or _cuts(line, end) or frequency(line.text[end - 1 : end + 1]) > _JOINED:
        return False
    if kind == "place" and _is_told_by_a_noun(line, start):
        return False
    if kind == "person" and not _is_written_as_persons_are(line, start, end):
        return _in_a_row(line, kind, start, end, told)
    if _OF_ALL.search(line.text, max(0, start - _NEAR), start):
        return False
    known = tag(name) and name[-1] not in _OFFICES  # the rules have seen it, and taken it for no name
    plain = known or all(_is_plain(word) for word in cut(name))
    return not plain or _in_a_row(line, kind, start, end, told)


def _is_plain(word: Word) -> bool:
    """Whether a word is a common one that says what something is, not what it is called."""
    if len(word.text) == 1:
        return word.text in _LEVELS
    if not word.tag or word.tag[:2] in _PROPER:
        return False
    return word.tag[0] != "n" or frequency(word.text) >= _COMMON


def _is_written_as_persons_are(line: Line, start: int, end: int) -> bool:
    name = line.text[start:end]
    if "·" in name:
        return True
    if len(name) == _SHORT and _are_marks(
        line.text[start - 1 : start], line.text[start + _SET : start + _SET + 1]
    ):
        return False
    return is_surname(name[0]) and (len(name) > _SHORT or odds(line.text, start, end) > _LIKELY)


def _are_marks(before: str, behind: str) -> bool:
    return before in _MARKS and behind in _MARKS


def _is_told_by_a_noun(line: Line, start: int) -> bool:
    """Whether a common noun right before says what the place is: 抽水/蓄能电站."""
    index = line.word_before(start)
    if index < 0:
        return False
    word = line.words[index]
    return len(word.text) > 1 and word.tag[:1] == "n" and word.tag[:2] not in _PROPER


def _cuts(line: Line, at: int) -> bool:
    """Whether a word goes on over a place in the line."""
    index = line.word_before(at)
    return (
        index >= 0
        and line.starts[index] < at < line.starts[index] + len(line.words[index].text)
        and frequency(line.words[index].text) >= _MET
    )


def _in_a_row(line: Line, kind: str, start: int, end: int, told: Told) -> bool:
    """Whether a name of that kind stands beside it in a row."""
    alike = [(s, e) for s, e, k in told if k == kind or {k, kind} == {"place", "institution"}]
    before = line.text[start - 1 : start] == "、" and any(e == start - 1 for _, e in alike)
    return before or (line.text[end : end + 1] == "、" and any(s == end + 1 for s, _ in alike))
