"""What a meeting is of: the words before its head noun, verbs among them, back to where they begin."""

from __future__ import annotations

from speechlint.document.facts.naming import DASHES
from speechlint.document.facts.parts import APART, ENDING, GENERIC, LEADING, WHOLE
from speechlint.document.facts.worded import known_place, whole_before
from speechlint.document.facts.world import WORLD
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.facts.worded import Line


def subject(line: Line, head: int) -> int:
    """Where the words begin that say what a meeting is of, verbs among them: 云南省样品前处理技术创新/大会; -1 if none do.

    They begin with a place, with 全国, 世界 and the like or with an ordinal, or with the nouns right before that
    (跨国公司领导人青岛峰会), and hold no word that leads to a name.
    """
    at = head
    start = listed = -1
    nouns = True
    for _ in range(_FAR_TO_A_SUBJECT):
        begin, text, letters = _element(line, at)
        if begin < 0 or _leads(text, letters) or (text in _JOINS and _is_between(line, text, begin, start)):
            break
        if text == "、":
            listed = start
        at = begin
        if letters in (_PROPER, "nt") or text in WORLD or text in WHOLE or _is_of_many(line, at, head):
            start, nouns = at, True
        else:
            nouns = nouns and letters.startswith(("n", "vn", "j")) and len(text) > 1 and text not in GENERIC
            nouns = nouns and not text.endswith(_OFFICES)
    if listed != start and "、" in line.text[max(0, start) : head] and not _is_of_all(line.text, start):
        return listed
    return at if nouns and 0 <= at < start else start


_OFFICES = ("学院", "大学", "厅", "局", "部", "府", "委员会")
_PROPER = "!"  # a place or words in marks, for a part of speech


def _element(line: Line, at: int) -> tuple[int, str, str]:
    """What ends at ``at``, where it begins and its part of speech; -1 at the begin of the line."""
    whole = whole_before(line, at)
    if whole >= 0:
        return whole, line.text[whole:at], _PROPER
    index = line.word_before(at)
    if index < 0:
        return -1, "", ""
    begin = line.starts[index]
    return begin, line.words[index].text[: at - begin], line.words[index].tag


def _is_between(line: Line, mark: str, at: int, start: int) -> bool:
    """Whether a 和 or the like stands between two names rather than within one."""
    return mark != "暨" and (start >= 0 or _ends_a_name(line, at))


def _is_of_many(line: Line, at: int, head: int) -> bool:
    return line.text.startswith(_OF_MANY, at) and (at + 2 < head or line.text[at : at + 2] in _OF_TWO)


def _is_of_all(text: str, start: int) -> bool:
    return start >= 0 and text.startswith(("全", "中央"), start)


def _leads(text: str, tag: str) -> bool:
    """Whether a word leads to the name of a meeting and is none of it: 召开, 在, 的."""
    if tag == _PROPER or text in _JOINS or text in WHOLE or text in DASHES or text in _OF_MANY:
        return False
    if len(text) == 1:
        plain = text.isascii() and text.isalnum()
        return not (plain or "\u4e00" <= text <= "\u9fff") or (text in ENDING and text not in _IN_SUBJECTS)
    return tag.startswith(("p", "u", "d", "r", "c", "y")) or text in LEADING or text in APART


def _ends_a_name(line: Line, at: int) -> bool:
    index = line.word_before(at)
    word = line.words[index].text if index >= 0 else ""
    return word.endswith(("会", "议", "坛", "节", "赛", "神")) or bool(known_place(line, at))


_FAR_TO_A_SUBJECT = 16
_JOINS = "与和及暨、"
_OF_TWO = (
    "中非",
    "中欧",
    "中阿",
    "中俄",
    "中拉",
    "中美",
    "中德",
    "中法",
    "中英",
    "中日",
    "中韩",
    "金砖",
    "上合",
)
_OF_MANY = ("世界", "全球", "国际", "亚太", "中国", *_OF_TWO)
_IN_SUBJECTS = "前后中新大小内外上下区市县省州年月日强"
