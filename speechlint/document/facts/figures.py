"""Figures with their unit, and what they measure: the words before them in their clause."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_UNITS = (
    "个百分点|%|％|‰|亿立方米|立方米|平方公里|平方米|公顷|公里|千米|亿千瓦时|千瓦时|千瓦|美元|元|人次|人|户|家|个|名|吨|斤|公斤|亩|件|所|起|次|辆"
    "|套|场|项|条|座|张|台|岁|位|天|小时|分钟|倍|成|期|处|宗|栋|间|只|头|页|字|分|股|艘|架|米|种|批|支|类|级|P|GW"
)
_FIGURE = regex.later(
    r"(?<![0-9A-Za-z.第])(?P<figure>[0-9][0-9,，]*(?<![,，])(?:\.[0-9]+)?(?:[至到~～—-][0-9.]+)?(?:万亿|万|亿|千|百)?(?:多|余)?"
    f"(?:{_UNITS})|百分之[零一二三四五六七八九十百点]+|[0-9]+(?:\\.[0-9]+)?(?:万亿|万|亿)(?![0-9]))"
)
_BREAK = regex.later("[，。；：、！？\n（）,;:]")
_BARE = regex.later("[0-9]")
_COUNTED = regex.later("[\u4e00-\u9fff]{2,8}")
_AROUND = " \u3000“”"
_FAR = 24
_VERBS = "达到|达|完成|实现|增长|下降|提高|增加|减少|新增|累计|突破|超过|超|为|约|近|共|了|到|由|从|至|升至|降至|占|同比|分别|仅|已|有"
_TAIL = regex.later(f"(?:{_VERBS})+$")


def seen(doc: Document) -> Iterator[Seen]:
    """The figures in the order of the text."""
    for found in _FIGURE.finditer(doc.text):
        start, end = found.span("figure")
        yield Seen("figure", found["figure"], _measured(doc.text, start, end), Span(start, end))


def _measured(text: str, start: int, end: int) -> str:
    """What the figure says something of: its clause up to it; else what it counts; else the clause before."""
    *_, earlier, clause = ["", "", *_BREAK.split(text[max(0, start - 2 * _FAR) : start])]
    said = _BARE.split(clause)[0].strip(_AROUND)
    if len(said) > 1:
        return said[-_FAR:]
    counted = _COUNTED.match(text, end)
    if counted:
        return counted[0]
    return _BARE.split(earlier)[0].strip(_AROUND)[-_FAR:]


def may_be_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two figures measure the same, in the same unit, and differ."""
    (about, figure), (about2, figure2) = one, other
    what = _TAIL.sub("", about)
    return (
        figure != figure2
        and len(what) > 3
        and what == _TAIL.sub("", about2)
        and figure.lstrip("0123456789.,") == figure2.lstrip("0123456789.,")
        and about[len(what) :] == about2[len(what) :]
    )
