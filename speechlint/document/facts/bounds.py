"""Where a name begins that ends with a generic noun (局, 公司, 论坛, 水库), by weights of what stands in and around it.

Each place where such a noun ends has some places where the name may begin, at the words before it within the
clause, or it is no name. The weights, of a log-linear model, are those that :mod:`bounds_weights` holds.
"""

from __future__ import annotations

from speechlint.document.facts.bounds_heads import HEADS, LONGEST
from speechlint.document.facts.bounds_weights import WEIGHTS
from speechlint.document.facts.parts import ENDING, GENERIC, LEADING_TO_OFFICES, LEVELS, NOMINAL, WHOLE
from speechlint.document.facts.worded import known_at
from speechlint.document.facts.world import WORLD
from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_FAR = 32  # characters before the end of a name that are looked at
_MARKS = frozenset("，。；：！？、,;:!?\n 　…《》")
_WALLS = frozenset(("的", "lead", "count", "post"))
_HAN = ("\u4e00", "\u9fff")
_RARE, _SELDOM, _OFTEN = 100, 1000, 8000


class Bounded(NamedTuple):
    """A name that ends with a generic noun: its kind, where it begins and ends in its line, and its weight."""

    kind: str
    start: int
    end: int
    weight: float


class Head(NamedTuple):
    """A generic noun at its place in a line: the kind of names it ends, the noun, where it begins and ends."""

    kind: str
    noun: str
    start: int
    end: int


def seen(line: Line) -> Iterator[Bounded]:
    """The names of a line whose weight is above zero, the best for each end."""
    classes = classes_of(line)
    for head in heads(line):
        best = max(
            ((_weight(features(line, classes, start, head)), start) for start in starts(line, classes, head)),
            default=(0.0, 0),
        )
        if best[0] > 0:
            yield Bounded(head.kind, best[1], head.end, best[0])


def _weight(features: list[str]) -> float:
    return sum(WEIGHTS.get(feature, 0.0) for feature in features)


def heads(line: Line) -> Iterator[Head]:
    """The generic nouns of a line, the longest at each end, in the order of their ends."""
    text = line.text
    for end in range(1, len(text) + 1):
        for size in range(min(LONGEST, end), 0, -1):
            noun = text[end - size : end]
            kind = HEADS.get(noun)
            if kind:
                if size > 1 or _is_a_noun_here(line, end):
                    yield Head(kind, noun, end - size, end)
                break


def _is_a_noun_here(line: Line, end: int) -> bool:
    """Whether a noun of one character is no part of a word that means something else: 社会, 发展, 旅/客."""
    index = line.word_before(end)
    start, word = line.starts[index], line.words[index]
    if start + len(word.text) > end:
        return False
    if len(word.text) == 1:
        return True
    return word.tag in ("ns", "nt", "nz") or (
        word.tag[:1] in ("n", "j", "s", "") and (len(word.text) > 2 or frequency(word.text) < _SELDOM)
    )


def starts(line: Line, classes: list[str], head: Head) -> list[int]:
    """Where the name may begin that ends with ``head``: at the words before its end, back to a wall."""
    found = []
    index = line.word_before(head.end)
    closed = 0  # quotation marks that close within, whose words no wall is among
    while index >= 0 and head.end - line.starts[index] <= _FAR:
        start, text = line.starts[index], line.words[index].text
        closed += (text == "”") - (text == "“")
        wall = text[0] in _MARKS or (start < head.start and classes[index] in _WALLS)
        if wall and closed <= 0 and line.text[start - 1 : start + 1] not in ("党的", "团的"):
            break
        if start <= head.start and text[0] not in "”）)" and not line.text.startswith(_ALL_OF[head.kind], start):
            found.append(start)
        index -= 1
    return found


# with these begins no name but that of a meeting
_ALL = ("全省", "全市", "全区", "全县", "全镇", "全乡", "全州", "各", "本", "该", "我")
_ALL_OF = {"i": _ALL, "p": _ALL, "m": ("各", "本", "该", "我")}


def classes_of(line: Line) -> list[str]:
    """What each word of a line is for a name: a place, a verb that leads to names, a seldom noun, a mark."""
    until = 0
    classes = []
    for start, word in zip(line.starts, line.words, strict=True):
        size = known_at(line, start) if start >= until else 0
        until = max(until, start + size)
        counts = _COUNT.match(line.text, start) and not line.text.startswith("第", start - 1)
        classes.append("P" if start < until else "count" if counts else _class(word))
    return classes


_COUNT = regex.later(
    "[近超约]?[0-9.]+[％%余多万亿千百]*(?:[个家名支项人位条件所次场例篇岁亩吨月日]|$)|[近超约逾][0-9]|[一二三四五六七八九十两几多数百千]+[余多]?[个家名支项位条件场]|[一二三四五六七八九十]+次(?![全会党代])|[月日号时分](?![一-龥])"
)
_LEADS = frozenset("召开 举行 举办 出席 参加 列席 参与 主持 举行了 召开了 在 是 了 着 过".split())
_POSTS = ("书记", "主任", "主席", "委员", "同志", "先生", "女士", "部长", "助理", "司令员", "政委", "记者", "总理", "总统", "经理", "董事")


def _class(word: Word) -> str:
    text, tag = word
    if text in ("月", "日", "号", "时"):
        return "count"
    if text in _LEADS:
        return "lead"
    if text in ("的", "地", "得", "等"):
        return "的"
    if (text.endswith(_POSTS) or (len(text) > 1 and text[-1] == "长" and tag[:1] == "n")) and tag != "ns":
        return "post"
    if text in WORLD:
        return "P"
    if text in WHOLE or text in LEVELS:
        return "W"
    if text.isascii():
        return "L" if text.isalnum() else text[0]
    if len(text) == 1:
        return _class_of_one(text, tag)
    if text in LEADING_TO_OFFICES:
        return "!"
    if text in NOMINAL:
        return "vn"
    if text in GENERIC:
        return "g"
    return _class_of_tag(text, tag)


def _class_of_one(text: str, tag: str) -> str:
    if not _HAN[0] <= text <= _HAN[1]:
        return text
    if tag[:1] in ("p", "c", "u", "d", "r", "q", "m", "f"):
        return tag[0]
    return "e" if text in ENDING else "1"


def _class_of_tag(text: str, tag: str) -> str:
    if text.startswith("第"):
        return "O"
    if tag in ("ns", "nt", "nz"):
        return tag
    if tag.startswith("nr"):
        return "nr"
    if tag[:1] == "n" or tag in ("", "j", "b", "s", "l", "i"):
        often = frequency(text)
        return "n0" if often < _RARE else "n1" if often < _SELDOM else "n2"
    return "vn" if tag == "vn" else tag[:1]


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
        "nc:" + line.text[head.end : head.end + 1],
        "p:" + str(min(proper, 2)),
        "pf:" + ("first" if opens in _PROPER or _unknown(within[:2]) else "later" if proper else "none"),
        "z:" + str(min(len(within), 7)),
        "l:" + (within[-1] if within else "-"),
        "ph:" + str(min(proper, 1)) + head.noun,
        "zp:" + str(min(len(within), 3)) + str(min(proper, 1)),
        "c:" + _joined_with(line, classes, inner),
        "q:" + _quoted(line.text, start, head.end),
        "hw:" + _around(line, head, last),
        "cut:" + ("cut" if line.starts[last] + len(line.words[last].text) > head.end else "whole"),
    ]
    told += {"i:" + one for one in within[1:]}
    told += {"i2:" + one + "+" + other for one, other in zip(within, within[1:], strict=False)}
    return [kind + feature for feature in told]


def _joined_with(line: Line, classes: list[str], inner: list[int]) -> str:
    """What stands before and behind the 和 within a name; - where there is none."""
    for at in inner[1:-1]:
        if line.words[at].text in ("和", "与", "及", "、", "同", "跟", "对", "向", "为", "由", "从", "到", "至", "于"):
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
    return ("same" if start == head.start else "end") + band + word.tag[:1] + (head.noun if len(head.noun) == 1 else "")


def _unknown(within: list[str]) -> bool:
    """Whether two single characters stand on end, as those of a name do that the dictionary does not have."""
    return any(one == other == "1" for one, other in zip(within, within[1:], strict=False))


def _before(line: Line, classes: list[str], first: int) -> tuple[str, str]:
    """The class of the word before a name, and the word where it is a short one."""
    if not first:
        return "^", "^"
    word = line.words[first - 1].text
    return classes[first - 1], word if len(word) == 1 or classes[first - 1] in ("p", "c", "u", "d", "r") else ""


def _behind(line: Line, classes: list[str], end: int, last: int) -> str:
    """The class of what stands behind a name."""
    if end == len(line.text):
        return "$"
    if line.starts[last] + len(line.words[last].text) > end:
        return "cut"
    return classes[last + 1]


def _quoted(text: str, start: int, end: int) -> str:
    """How quotation marks and brackets stand to a name: around it, within it, or cut by it."""
    within = text[start:end]
    if within.count("“") != within.count("”") or within.count("（") != within.count("）") or within.count("(") != within.count(")"):
        return "torn"
    if text[start - 1 : start] == "“":
        return "whole" if text[end : end + 1] == "”" else "opens"
    return "within" if "“" in within else "none"


def joined(kind: str, told: list[Bounded], found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names ``found`` otherwise and those of a kind that are ``told`` here."""
    import os
    fill=float(os.environ.get("FILL","1")); win=float(os.environ.get("WIN","99"))
    strong = [one for one in told if one.weight > win]
    kept = [
        span
        for span in found
        if not any(
            one.start <= span[0] and span[1] <= one.end and one.end - one.start > span[1] - span[0]
            for one in strong
        )
    ]
    yield from kept
    taken: set[int] = set()
    for span in kept:
        taken.update(range(*span))
    for one in told:
        if one.kind == kind and one.weight > fill and taken.isdisjoint(range(one.start, one.end)):
            yield one.start, one.end
