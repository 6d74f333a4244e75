"""Persons by a given name and what is about to be said, in a row of elders, monks, and those who sign: 永年/书记还要讲, 德厚、德林/等几位长辈."""

from __future__ import annotations

from speechlint.document.surnames import SURNAME
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_H = "[一-鿿]"
_POST = "副?(?:书记|省长|市长|县长|区长|镇长|乡长|村长|部长|局长|处长|科长|主席|主任|院长|校长|厅长|会长|总经理|秘书长|董事长|常委|政委|支书)"
_TOLD = regex.later(
    "(?<=[局委办院校厅处向请和由让给、，])于(?:局长|主任|书记|校长|院长|处长|科长|市长|县长|镇长|部长|区长|主席|会长)"
    f"|(?:等一会儿?|等会儿?|等一下|一会儿|稍后|待会儿?|接下来)，?(?P<next>(?![县市区省镇乡局党这各请由我还将也]){_H}{{2}})(?=(?:{_POST}|同志)(?:还[要将会]|将|要))"
    f"|[释釋]{_H}{{2}}(?=法[师師]|和尚|大师)|(?:(?<=主持)|(?<=住持))[释釋]{_H}{{2}}|(?:(?<=[、，\n])|^)(?!各位|诸位|高僧|两位){_H}{{2}}法师(?=[、，])"
    f"|[和、](?P<two>{SURNAME}?{_H}{{2,3}})(?=[两三四]位(?:同学|同志|老师|先生|领导|专家|嘉宾))"
    f"|(?<![一-鿿向])(?P<pastor>{SURNAME}{_H}{{1,2}})(?=牧师|神父)|(?:(?<=当)|(?<=请)){SURNAME}{_H}{{1,2}}(?=牧师|神父)|[A-Z][a-z]+ [A-Z][a-z]+(?=牧师|先生|教授|博士|女士)"
)
_SIGNED = regex.later(
    f"(?:书记|市长|县长|区长|镇长|乡长|局长|主任|校长|院长|会长|董事长|经理|部长|主席)[ 　]{{1,8}}(?P<name>{SURNAME}{_H}{{1,2}})[ 　]*(?=\n|$)"
)
_ROW = regex.later(
    f"(?:(?<=[，；：。和由以与受承氏]))(?P<row>{_H}{{2,3}}(?:、{_H}{{2,3}})+)(?=等[几多数两三四五六七八九十0-9]{{1,2}}位(?:长辈|宗亲|老人|同志|同学|老师|领导|老师傅|乡贤|先生))"
)
_ONE = regex.later("[^、]+")


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each, and where it begins and ends."""
    for found in _TOLD.finditer(text):
        yield "person", *found.span(found.lastgroup or 0)
    for found in _SIGNED.finditer(text):
        yield "person", *found.span("name")
    for found in _ROW.finditer(text):
        for one in _ONE.finditer(text, *found.span("row")):
            yield "person", *one.span()
