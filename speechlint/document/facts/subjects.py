"""What a meeting is of: the words before its head noun, verbs among them, back to where they begin."""

from __future__ import annotations

from speechlint.document.facts.naming import DASHES, known_place, whole_before
from speechlint.document.facts.parts import APART, ENDING, GENERIC, WHOLE
from speechlint.document.facts.world import WORLD
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.facts.naming import Line


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
        if letters == _PROPER or text in WORLD or text in WHOLE or _is_of_many(line, at, head):
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
    return line.text.startswith(_OF_MANY, at) and at + 2 < head


def _is_of_all(text: str, start: int) -> bool:
    return start >= 0 and text.startswith(("全", "中央"), start)


def _leads(text: str, tag: str) -> bool:
    """Whether a word leads to the name of a meeting and is none of it: 召开, 在, 的."""
    if tag == _PROPER or text in _JOINS or text in WHOLE or text in DASHES or text in _OF_MANY:
        return False
    if len(text) == 1:
        plain = text.isascii() and text.isalnum()
        return not (plain or "\u4e00" <= text <= "\u9fff") or (text in ENDING and text not in _IN_SUBJECTS)
    return tag.startswith(("p", "u", "d", "r", "c", "y")) or text in _LEADING or text in APART


def _ends_a_name(line: Line, at: int) -> bool:
    index = line.word_before(at)
    word = line.words[index].text if index >= 0 else ""
    return word.endswith(("会", "议", "坛", "节", "赛", "神")) or bool(known_place(line, at))


_FAR_TO_A_SUBJECT = 16
_JOINS = "与和及暨、"
_OF_MANY = ("世界", "全球", "国际", "亚太", "中非", "中欧", "中阿", "中俄", "中拉", "中国", "上合", "金砖")
_IN_SUBJECTS = "前后中新大小内外上下区市县省州年月日强"
_LEADING_TEXT = (
    "召开 举行 举办 承办 主办 协办 参加 出席 列席 参与 莅临 迎来 筹备 欢迎 祝贺 学习 贯彻 落实 传达 按照 根据 通过 结合 围绕 本次 本届 此次 这次 上次 期间 "
    "成功 隆重 圆满 顺利 开好 准备 组织 发布 印发 要求 指出 强调 提出 认真 进行 服务 保障 支持 具有 成为 作为 担任 获得 荣获 赢得 确保 相继 陆续 先后 同时 "
    "今天 昨天 明天 上午 下午 重要 有关 相关 各级 各类 各项 一次 一场 多次 首次 同志 代表 全体 领导 精神 决定 决策 部署 审议 听取 完成 实现 持续 扩大 影响 亮相"
)
_LEADING = frozenset(_LEADING_TEXT.split())
