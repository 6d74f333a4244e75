"""Persons by a surname and what one is called familiarly, beside anything that is no part of a word: 老耿, 小董, 裴队, 马教练."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.document.surnames import SURNAME, begins_a_word
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEHIND = (
    "(?=[、，。；：！？”“（）\n 　]|[和与跟及同]|同志|护士|师傅|医生|大夫|老师|会计|队长|书记|班长|支书|两口|夫妇|一家|一行"
    "|[说讲在把从给带是就也都对还又告找帮去来当笑干叫让请为的]|$)"
)
_OLD_OR_YOUNG = regex.later(f"(?P<name>[老小]{SURNAME})(?P<bound>{_BEHIND})?")
_CALLED = regex.later(
    f"(?P<name>{SURNAME}(?:教练|指导(?=[、，。说讲]|$)|导演?(?=[、，。说讲]|$)|队(?=[、，。说讲]|$)|总(?=[答要会想同主提承当召邀建拿出请不有做的没])|会计|干事|技术员|技师|乡长|所长|站长|支书|老板|掌柜|医师|经理|店长|班主任|老英雄|老汉|老太))"
)
_UNNAMED = regex.later(
    f"{SURNAME}某(?:某|[甲乙丙丁])?(?=[，。、；（）]|受贿|贪污|诈骗|诉|案|等|因|系|的|与|和|为|向|在|被|驾|持)(?<![的是在这那]某)"
)
_H = "(?![的了在和与及各全本我你他们这那位])[\u4e00-\u9fff]"
_KINSMAN = regex.later(
    f"(?:(?<=[，、的：；。！？和与及请由\n 　])|(?<=兄弟)|(?<=会长)|(?<=同乡)|(?<=代表)|(?<=主编)|(?<=族长))(?P<name>{_H}{_H}{_H}?)(?=宗亲|老人家|老辈子|宗长|宗贤|族长|族亲|老爷|学兄|贤弟|姻亲)"
)
_KIN_TEXT = "全体 各位 海外 世界 姓氏 广大 到会 与会 海内 海内外 本族 家族 全国 全球 旅外 外地 各地 在场 众多 所有 异姓 同姓 我们 贤达 尊敬 亲爱 老一辈"
_KIN = frozenset(_KIN_TEXT.split())
_LEFT = "的和与跟是叫由请把给对像找同帮让：、，。；！？“”（ 　\n了及"
_NOBODY_TEXT = (
    "连老 营老 团老 师老 班老 老师 小于 小时 小车 老家 老区 老路 小康 小家 老成 小管 老方 小方 小金"
)
_NOBODY = frozenset(_NOBODY_TEXT.split())


def seen(text: str) -> Iterator[tuple[str, Span]]:
    """Who is called so, and where."""
    for found in _OLD_OR_YOUNG.finditer(text):
        name, end = found["name"], found.end("name")
        rare = not tag(name) or tag(name)[:2] == "nr" or frequency(name) < _RARE
        word_behind = frequency(text[end - 1 : end + 1]) > _RARE and end < len(text)
        if not (found["bound"] is not None or _does(text, end)):
            continue
        if rare and name not in _NOBODY and not word_behind and _is_bounded(text, found.start()):
            yield name, Span(*found.span("name"))
    for found in _UNNAMED.finditer(text):
        yield found[0], Span(*found.span())
    for found in _KINSMAN.finditer(text):
        if found["name"] not in _KIN and not found["name"].endswith("氏") and not _is_word(found["name"]):
            yield found["name"], Span(*found.span("name"))
    for found in _CALLED.finditer(text):
        span = Span(*found.span("name"))
        if begins_a_word(text, span) and _is_bounded(text, span.start):
            yield found["name"], span


_RARE, _OFTEN = 30, 500


def _is_word(name: str) -> bool:
    """Whether it is a verb or a number, or holds one that no name does: 联络, 团结, 谈一些."""
    words = cut(name)
    if len(words) == 1:
        return words[0].tag[:2] not in ("nr", "nz") and frequency(name) > _OFTEN
    return any(word.tag[:1] in ("m", "r", "p", "u", "c") and len(word.text) > 1 for word in words) or words[
        0
    ].text in ("敬", "是", "谈")


def _does(text: str, end: int) -> bool:
    """Whether a verb, or an adverb before one, stands behind."""
    words = cut(text[end : end + 6])
    return bool(words) and words[0].tag[:1] in ("v", "d", "c") and len(words[0].text) < _LONG


_LONG = 4


def _is_bounded(text: str, start: int) -> bool:
    """Whether nothing stands before a name that it may be the end of: a mark, a word that leads to it, or who one is."""
    if not start or text[start - 1] in _LEFT:
        return True
    return text.endswith(_WHO, 0, start)


_WHO = (
    *("处", "科", "部", "办", "室", "队", "局", "厂", "村", "组", "长", "员", "师", "工", "友", "记", "夫妇"),
    *("民警", "邻居", "同事", "干部", "会计", "司机", "医生", "护士", "告诉", "班", "连", "站", "所", "店"),
)
