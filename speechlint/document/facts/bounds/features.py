"""What tells whether a name begins at a place that ends with a generic noun, in words that weights are learned for."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document.facts.bounds.nouns import HEADS
from speechlint.document.words import frequency
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.facts.bounds.heads import Head
    from speechlint.document.facts.worded import Line

_JOINING = frozenset("和与及、同跟对向为由从到至于")
_RARE, _SELDOM, _OFTEN = 100, 1000, 8000
_TELLING = frozenset("长员们制的上中下内外前后等人性化级者派主任籍法学生系统卡间面")
_PROPER = frozenset(("P", "W", "L", "O", "ns", "nt", "nz", "nr", "n0"))


def features(line: Line, classes: list[str], start: int, head: Head) -> list[str]:
    """What tells whether the name begins at ``start`` that ends with ``head``."""
    kind = head.kind
    first = line.word_before(start + 1)
    last = line.word_before(head.end)  # the word that the head ends in
    inner = [at for at in range(first, last + 1) if line.starts[at] < head.start]
    within = [classes[at] for at in inner]
    opens = within[0] if within else "-"
    before, word_before = _before(line, classes, first)
    behind = _behind(line, classes, head.end, last)
    proper = sum(one in _PROPER for one in within) + _unknown(within)
    told = [
        "",
        "h:" + head.noun,
        "f:" + opens,
        "b:" + before,
        "bf:" + before + ">" + opens,
        "w:" + word_before,
        "n:" + behind,
        "nc:" + _telling(line.text[head.end : head.end + 1]),
        "p:" + str(min(proper, 2)),
        "pf:" + ("first" if opens in _PROPER or _unknown(within[:2]) else "later" if proper else "none"),
        "z:" + str(min(len(within), 7)),
        "l:" + (within[-1] if within else "-"),
        "ph:" + str(min(proper, 1)) + head.noun,
        "zp:" + str(min(len(within), 3)) + str(min(proper, 1)),
        "c:" + _joined_with(line, classes, inner),
        "q:" + _quoted(line.text, start, head.end),
        "hw:" + _around(line, head, last),
        "ps:" + _most_proper(within),
        "sort:" + _sort(line, head.start),
        "nh:" + _noun_behind(line, head.end, last),
        "e:" + _behind_inner(line, classes, inner),
        "cut:" + ("cut" if line.starts[last] + len(line.words[last].text) > head.end else "whole"),
    ]
    told += dict.fromkeys("i:" + one for one in within[1:])
    told += dict.fromkeys("i2:" + one + "+" + other for one, other in pairwise(within))
    return [kind + feature for feature in told]


def _telling(char: str) -> str:
    """A character behind a name that tells whether it is one: 厂/长, 学院/派."""
    return char if char in _TELLING else ""


def _joined_with(line: Line, classes: list[str], inner: list[int]) -> str:
    """What stands before and behind the 和 within a name; - where there is none."""
    for at in inner[1:-1]:
        if line.words[at].text in _JOINING:
            return line.words[at].text + classes[at - 1] + ">" + classes[at + 1]
    return "-"


def _around(line: Line, head: Head, last: int) -> str:
    """How the head stands to the word it ends in: that word, its end, or more than it; with what the word is."""
    start, word = line.starts[last], line.words[last]
    if start + len(word.text) > head.end:
        return "torn"
    if start > head.start:
        return "more"
    often = frequency(word.text)
    band = "0" if often < _RARE else "1" if often < _SELDOM else "2" if often < _OFTEN else "3"
    return (
        ("same" if start == head.start else "end")
        + band
        + word.tag[:1]
        + (head.noun if len(head.noun) == 1 else "")
    )


def _unknown(within: list[str]) -> bool:
    """Whether two single characters stand on end, as those of a name do that the dictionary does not have."""
    return any(one == other == "1" for one, other in pairwise(within))


def _before(line: Line, classes: list[str], first: int) -> tuple[str, str]:
    """The class of the word before a name, and the word where it is a short one."""
    if not first:
        return "^", "^"
    word = line.words[first - 1].text
    return classes[first - 1], word if len(word) == 1 or classes[first - 1] in (
        "p",
        "c",
        "u",
        "d",
        "r",
    ) else ""


def _behind(line: Line, classes: list[str], end: int, last: int) -> str:
    """The class of what stands behind a name."""
    if end == len(line.text):
        return "$"
    if line.starts[last] + len(line.words[last].text) > end:
        return "cut"
    return classes[last + 1]


def _sort(line: Line, start: int) -> str:
    """Whether a noun is of a level or a size, 国家级/景区, and what stands before that."""
    return line.text[start - 1] if line.text[start - 1 : start] in _SORTS else ""


_SORTS = ("级", "型", "类", "大", "新", "等")


def _most_proper(within: list[str]) -> str:
    """The class within a name that makes it proper the most."""
    if _unknown(within):
        return "11"
    return next((one for one in _BY_RANK if one in within), "")


_BY_RANK = ("P", "ns", "L", "O", "nt", "nr", "nz", "W", "n0")


def _noun_behind(line: Line, end: int, last: int) -> str:
    """The kind of the generic noun that is the word behind a name: 会议/中心; "" where none is."""
    behind = line.words[last + 1].text if last + 1 < len(line.words) else ""
    return HEADS.get(behind, "") if line.text.startswith(behind, end) else ""


def _behind_inner(line: Line, classes: list[str], inner: list[int]) -> str:
    """The kind of the last generic noun or place within a name, and the class of the word behind it: 港/共建."""
    for at in reversed(inner[1:]):
        text = line.words[at - 1].text
        kind = (
            HEADS.get(text) or HEADS.get(text[-2:]) or HEADS.get(text[-1]) or (classes[at - 1] == "P" and "P")
        )
        if kind:
            return f"{kind}{classes[at]}"
    return "-"


def _quoted(text: str, start: int, end: int) -> str:
    """How quotation marks and brackets stand to a name: around it, within it, or cut by it."""
    within = text[start:end]
    if any(within.count(opens) != within.count(closes) for opens, closes in ("“”", "（）", "()")):
        return "torn"
    if text[start - 1 : start] == "“":
        return "whole" if text[end : end + 1] == "”" else "opens"
    return "within" if "“" in within else "none"
