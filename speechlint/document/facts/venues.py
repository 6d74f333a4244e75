"""Streets, squares and halls by the frame they stand in: 在先鸣楼剧场举行, 沿迎宾大道."""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING, GENERIC, LEADING_TO_OFFICES
from speechlint.document.words import cut, frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_HALL = "会堂|礼堂|厅|馆|剧[场院]|影院|会场|体育场|[球操]场|广场|楼|酒店|宾馆|饭店|公园|大厦|校区|中心|基地|庄园|码头|渔?港|车站|机场|会议室|书院|故居|纪念地"
_HELD = regex.later(
    f"[在于](?P<place>(?:(?![在的了于])[\u4e00-\u9fffA-Z0-9]){{2,14}}?(?:{_HALL}))(?:隆重|正式|成功|顺利|如期|圆满|盛大)?(?:举行|召开|举办|开幕|启动|揭牌|开馆|开赛|拉开)"
)
_STREET = regex.later(
    "(?:(?<=[、，。；：和与及在从到至沿经往])|^)(?P<place>(?![一每各条沿从到至经往由])(?:(?![的了在和与及是])[\u4e00-\u9fff]){2,4}(?:[东西南北中]?路(?![径线程段面上途边口子况桥基灯])|大道|大街|[东西南北]街|广场|大厦|小区|花园|新村|步行街))"
)
_SHORE = regex.later(
    "(?:(?<=[、，。；：和与在从到，])|^)(?P<place>(?![一每各条大这])(?:(?![的了在和与及是])[\u4e00-\u9fff]){1,3}[湖江河山岛岭坡崖峰])(?=畔|下(?![午面列旬])|之[畔滨巅]|沿岸|两岸|脚下|岸边|周边|景区)"
)
_ALONE = regex.later("(?:北京)?人民大会堂|(?:京杭)?大运河(?:国家文化公园|文化带)?")
_COMMON = 500  # a word met more often names no street by itself


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where the places begin and end, in no order."""
    for found in _ALONE.finditer(line.text):
        yield found.span()
    for found in _HELD.finditer(line.text):
        if _is_named(line, *found.span("place")):
            yield found.span("place")
    for found in _SHORE.finditer(line.text):
        if _is_named(line, *found.span("place")):
            yield found.span("place")
    for found in _STREET.finditer(line.text):
        if _is_named(line, *found.span("place")):
            yield found.span("place")


def _is_named(line: Line, start: int, end: int) -> bool:
    """Whether the first word is met so seldom, or is cut so small, that it names the place."""
    first = line.word_before(start + 1)
    word = line.words[first]
    if (
        line.starts[first] != start
        or word.text in LEADING_TO_OFFICES
        or line.words[line.word_before(end)].tag == "v"
    ):
        return False
    if len(word.text) == 1:
        behind = line.words[first + 1] if first + 1 < len(line.words) else word
        return len(behind.text) == 1 and start + 2 < end and not {word.text, behind.text} & ENDING
    if word.tag[:1] in _FUNCTIONS:
        return False
    seldom = frequency(word.text) < _COMMON and start + len(word.text) < end
    return word.text not in GENERIC and (seldom or word.tag[:2] in ("ns", "nz"))


_FUNCTIONS = ("p", "c", "u", "d", "r", "m", "q", "y", "v")


_BOUNDED = regex.later(
    "(?<=[、，。；：和与及在到至])[\u4e00-\u9fff]{2,4}?(?=(?:[湖河江山岛峡寺沟]|口岸|机场|水库|古城|遗址|草原|沙漠|高速|铁路|高铁|公路|水电站|国家公园|景区|旅游区)(?:景区|旅游区)?[、，。；和与等])"
)


def bounded(line: Line) -> Iterator[tuple[int, int]]:
    """Lakes, mountains, ports and the like whose name, of single characters for the dictionary, stands after a mark."""
    for found in _BOUNDED.finditer(line.text):
        if all(len(word.text) == 1 or word.tag[:2] in ("nr", "ns") for word in cut(found[0])) and not any(
            char in _IN_NO_PLACE for char in found[0]
        ):
            head = _AFTER_BOUNDED.match(line.text, found.end())
            yield found.start(), head.end() if head else found.end()


_IN_NO_PLACE = frozenset(
    "的了是在各等每本该此这那我全一两三几多名个座条和与及穿治越跨环沿过进出引修入建大小新老高"
)
_AFTER_BOUNDED = regex.later(
    "[湖河江山岛峡寺沟](?:国家公园|景区|旅游区)?|口岸|机场|水库|古城|遗址|草原|沙漠|高速|铁路|高铁|公路|水电站|国家公园|景区|旅游区"
)
