"""The generic nouns of a line, and the places where the name may begin that ends with one."""

from __future__ import annotations

from speechlint.document.facts.bounds.nouns import HEADS, LONGEST
from speechlint.document.words import frequency, known, tag
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_FAR = 32  # characters before the end of a name that are looked at
_MARKS = frozenset("，。；：！？、．,;:!?\n 　…《》")
_WALLS = frozenset(("的", "lead", "count", "post"))
_OF_SOME = frozenset(f"{numeral}大" for numeral in "一二三四五六七八九十两")
_NO_OFFICES = frozenset("困变大全定时棋僵危乱残新开布格结战政当出入破创终胜败饭牌赌骗")  # 困局, 破局
_MEASURES = frozenset("支个家名所座条项批类种")
_BARRED = frozenset(("将", "把", "被", "于", "由", "从", "及其"))
_AND = ("和", "与", "及", "以及", "同", "跟")
_AT = "上中里内外前后时"
_TROOPS, _NUMERALS = "师旅团营连", "一二三四五六七八九十0123456789某"
_DOING = ("!", "V", "d")  # 严格执行市人大, but 建设银行
_HARDLY = 20
_NO_START = frozenset("pcrVtd")
_OFTEN = 200  # a word of two characters met as often is no end of a longer one


class Head(NamedTuple):
    """A generic noun at its place in a line: the kind of names it ends, the noun, where it begins and ends."""

    kind: str
    noun: str
    start: int
    end: int


def heads(line: Line, classes: list[str]) -> Iterator[Head]:
    """The generic nouns of a line, the longest at each end, in the order of their ends."""
    text = line.text
    for end in range(1, len(text) + 1):
        for size in range(min(LONGEST, end), 0, -1):
            noun = text[end - size : end]
            kind = HEADS.get(noun)
            if kind:
                if _is_a_noun_here(line, classes, end, size):
                    yield Head(kind, noun, end - size, end)
                break


def _is_a_noun_here(line: Line, classes: list[str], end: int, size: int) -> bool:
    """Whether a noun is no part of a word that means something else: 社会, 发展, 旅/客, 大会/堂."""
    index = line.word_before(end)
    start, word = line.starts[index], line.words[index]
    if _is_longer(line.text, end):
        return False
    if start + len(word.text) > end:
        whole = size > 2 or (size > 1 and end - size in line.starts)
        return whole and not _goes_on(line.text, end, word)
    if size > 1:
        torn = size == 2 and line.text[end - 1] == "会" and end - size not in line.starts  # 提高峰/会
        return not torn and not _joins_on(line, index, end)
    pair, behind = line.text[max(0, end - 2) : end], line.text[end - 1 : end + 1]
    if pair[0].isdigit() and pair[-1] not in _TROOPS and not _is_a_class(line.text, end):  # 法规14部
        return False
    if pair == "佳节" or (pair[-1] == "局" and pair[0] in _NO_OFFICES):
        return False
    if classes[index] == "P" or _is_common(pair) or (known(behind) and behind[-1] not in _AT):
        return False
    if word.text[-1] in _TROOPS and (len(word.text) > 1 or classes[index - 1] in ("n1", "n2", "vn", "g")):
        return pair[0] in _NUMERALS
    return len(word.text) == 1 or word.tag in ("ns", "nt", "nz") or word.tag[:1] in ("n", "j", "s", "")


_NO_ENDS = ("大会战", "德师风")


def _is_longer(text: str, end: int) -> bool:
    """Whether a noun goes on to another one: 示范园/区, 三小/时."""
    return text[end - 1 : end + 1] in _LONGER or text[end - 2 : end + 1] in _NO_ENDS


_LONGER = (
    "市圈",
    "会场",
    "科创",
    "科技",
    "科普",
    "科研",
    "科学",
    "园区",
    "小时",
    "中央",
    "中旬",
    "小康",
    "中东",
    "小组",
    "营收",
    "营商",
    "营造",
    "局面",
    "段位",
    "营利",
)


def _is_a_class(text: str, end: int) -> bool:
    """Whether a class is named by its year and number: 8104班, 2019级4班."""
    return text[end - 1] == "班" and (
        text[max(0, end - 4) : end - 1].isdigit() or "级" in text[max(0, end - 4) : end]
    )


def _joins_on(line: Line, index: int, end: int) -> bool:
    """Whether the last character of a noun makes a word with the single one behind it: 分/会场."""
    behind = line.words[index + 1].text if index + 1 < len(line.words) else ""
    return len(behind) == 1 and behind not in _AT and frequency(line.text[end - 1 : end + 1]) >= _HARDLY


def _goes_on(text: str, end: int, word: Word) -> bool:
    """Whether the word that a noun ends in goes on behind it: 大会/堂, but not 会/上, 中心/线上."""
    often = frequency(word.text)
    return text[end] not in _AT and often >= _HARDLY and frequency(text[end : end + 2] or "无") <= often


def _is_common(pair: str) -> bool:
    return len(pair) > 1 and pair not in HEADS and frequency(pair) >= _OFTEN and tag(pair) != "ns"


def starts(line: Line, classes: list[str], head: Head, ended: Collection[int]) -> list[int]:
    """Where the name may begin that ends with ``head``: at the words before its end, back to a wall.

    A wall is also a 和 right behind a name of the kind, of which the ends are ``ended``.
    """
    found = []
    index = last = line.word_before(head.end)
    closed = 0  # quotation marks that close within, whose words no wall is among
    while index >= 0 and head.end - line.starts[index] <= _FAR:
        start, text = line.starts[index], line.words[index].text
        closed += (text == "”") - (text == "“")
        wall = (
            text[0] in _MARKS
            or line.text.startswith("——", start)
            or (text in _AND and (start in ended or (head.kind == "p" and start < head.start)))
            or (start + len(text) == head.start and classes[index] in _NO_START)
            or text in _OF_SOME
            or _leads_to_a_place(classes, index, head.kind)
            or (start < head.start and (text in _BARRED or (classes[index] == "r" and len(text) > 1)))
            or (start < head.start and classes[index] in _WALLS)
            or (classes[index] == "all" and (head.kind != "m" or len(text) == 1))
        )
        if wall and closed <= 0 and line.text[start - 1 : start + 1] not in ("党的", "团的"):
            break
        if (
            start <= head.start
            and text[0] not in '”（）()"'
            and _may_start(classes[index], head.kind)
            and not (classes[index] in _DOING and head.kind != "m" and len(text) > 1 and index + 2 < last)
            and not (head.kind != "m" and _is_counted(line.text, start))
            and _is_whole(line.text[start : head.end])
        ):
            found.append(start)
        if text == "国务院":
            break
        index -= 1
    return found


def _may_start(one: str, kind: str) -> bool:
    """Whether a name may begin with a word of a class: with a verb that is met everywhere only a place, 解放路."""
    return one not in _NO_START or (one == "V" and kind == "p")


def _leads_to_a_place(classes: list[str], index: int, kind: str) -> bool:
    """Whether a verb stands before a place: 共建/长江上游航运中心; of a meeting's name many may be part."""
    verb = ("!",) if kind == "m" else ("!", "V", "v", "vn")
    behind = classes[index + 1 : index + 3]
    return classes[index] in verb and (behind[:1] == ["P"] or behind == ["e", "P"])


def _is_counted(text: str, start: int) -> bool:
    """Whether what begins is a year, the 年 of it or a measure behind a number: 2024/年/教育部, 4/支/救护队."""
    if text[start] in _MEASURES and text[start - 1 : start].isdigit():
        return True
    return text[start] == "年" or (text[start].isdigit() and text[start : start + 5].endswith("年"))


def _is_whole(text: str) -> bool:
    """Whether no quotation mark or bracket is cut from its other one."""
    return all(text.count(opens) == text.count(closes) for opens, closes in ("“”", "（）", "()"))
