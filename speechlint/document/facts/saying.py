"""Persons right behind a post who read, chair or speak, and who is elected: 副处长/净玮/宣读, 选举/向金根/为会长."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.document.surnames import SURNAME, never_in_names
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_H = "[\u4e00-\u9fff]"
_SPEAKS = regex.later(
    f"(?:主任|主席|委员|部长|所长|院长|会长|秘书长|司长|局长|处长|科长|校长|书记|经理|董事长|镇长|村长|县长|市长)(?P<name>{_H}{{2,3}}?)(?=宣读|宣布(?!成立)|致[辞词]|作(?:表态|报告|讲话|总结|动员|主题|典型|重要|工作|经验)|主持(?!人|工作|召开)|发言|介绍了|通报了|汇报了)"
)
_CHOSEN = regex.later(
    f"(?:选举|推选|推举|聘请|聘任|任命|提名|补选)(?P<name>{SURNAME}{_H}{{1,2}})(?=为|同志|担任|任)"
)
_COMMANDS = regex.later(
    f"(?:^|(?<=[，。；、\n和与]))(?P<name>(?:{SURNAME}|文){_H}{{1,2}})(?=副?(?:支队长|大队长|中队长|总队长|政委|教导员|参谋长|站长|团长|营长|连长|排长|指导员)(?!们))"
)
_NOBODY = (
    "会议",
    "同志",
    "分别",
    "先后",
    "首先",
    "首次",
    "亲自",
    "出席",
    "到会",
    "现场",
    "应邀",
    "代表",
    "最后",
    "依次",
    "联合",
    "共同",
    "带头",
    "今天",
    "要求",
    "今年",
    "郑重",
    "刚才",
    "强调",
    "助理",
    "在会上",
    "会上",
    "受",
    "一一",
    "各",
    "和",
    "将",
    "再",
    "就",
    "要",
)
_SELDOM = 60


def seen(text: str) -> Iterator[tuple[str, Span]]:
    """Who they are, and where."""
    for expression in (_SPEAKS, _CHOSEN, _COMMANDS):
        for found in expression.finditer(text):
            name = found["name"]
            if not name.startswith(_NOBODY) and not tag(name) and _is_no_noun(name) and not _leads(name[1:]):
                yield name, Span(*found.span("name"))


def _leads(name: str) -> bool:
    """Whether it holds a character that no name is written with: 已经, 也将."""
    return never_in_names(name) or any(
        word.tag[:1] in ("d", "p", "c", "u", "r", "m", "t") for word in cut(name)
    )


def _is_no_noun(name: str) -> bool:
    return all(
        len(word.text) == 1 or word.tag[:2] in ("nr", "nz") or frequency(word.text) < _SELDOM
        for word in cut(name)
    )
