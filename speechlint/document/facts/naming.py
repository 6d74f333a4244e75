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
        whole = _whole_before(line, at)
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


def _whole_before(line: Line, at: int) -> int:
    """Where the words in quotation marks, the place in brackets or the known place begins that ends at ``at``; else -1."""
    quoted = _quoted(line.text, at)
    if quoted >= 0:
        return quoted
    if line.text[at - 1 : at] == "）":
        opens = line.text.rfind("（", max(0, at - 12), at)
        return opens if opens >= 0 and known_at(line, opens + 1) else -1
    place = _known_place(line, at)
    return at - place if place else -1


def _over_a_mark(line: Line, at: int, proper_before: bool) -> int:
    """``at``, or before the dash or the 与 there, where the name goes on to the left of it.

    A dash wants a place before it (中国—东盟); 与 and the like want, where nothing proper has been found
    (``proper_before``), a subject of something that is named before (中国物流与采购联合会).
    """
    mark = line.text[at - 1 : at]
    if mark in _DASHES and mark:
        return at - 1 if _known_place(line, at - 1) else at
    if not proper_before or mark not in _AND or not mark:
        return at
    word = line.words[line.word_before(at - 1)].text if at > 1 else ""
    if len(word) < 2 or word in GENERIC or word.endswith(_ENDS_A_NAME) or _known_place(line, at - 1):
        return at
    return at - 1 if opening(line, at - 1).proper else at


_DASHES, _AND = "—－–-·", "与和及"
_ENDS_A_NAME = tuple("会院局部厅委府党校司团省市县区州人民队者员家国神议坛赛节")


def _known_place(line: Line, at: int) -> int:
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
            nouns = nouns and not text.endswith(_ENDS_A_NAME)
    if listed != start and "、" in line.text[max(0, start) : head] and not _is_of_all(line.text, start):
        return listed
    return at if nouns and 0 <= at < start else start


_PROPER = "!"  # a place or words in marks, for a part of speech


def _element(line: Line, at: int) -> tuple[int, str, str]:
    """What ends at ``at``, where it begins and its part of speech; -1 at the begin of the line."""
    whole = _whole_before(line, at)
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
    if tag == _PROPER or text in _JOINS or text in WHOLE or text in _DASHES or text in _OF_MANY:
        return False
    if len(text) == 1:
        plain = text.isascii() and text.isalnum()
        return not (plain or "\u4e00" <= text <= "\u9fff") or (text in ENDING and text not in _IN_SUBJECTS)
    return tag.startswith(("p", "u", "d", "r", "c", "y")) or text in _LEADING or text in APART


def _ends_a_name(line: Line, at: int) -> bool:
    index = line.word_before(at)
    word = line.words[index].text if index >= 0 else ""
    return word.endswith(("会", "议", "坛", "节", "赛", "神")) or bool(_known_place(line, at))


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
