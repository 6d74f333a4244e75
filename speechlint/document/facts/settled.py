"""Places whose characters make no word, behind a word that only a place follows: 在/海埂/冬训, 迁居/白石塘, 从/鹰嘴崖/引下."""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.words import frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_AT = frozenset("在从到往经自至赴抵回")
_TO_TEXT = "来到 走进 回到 前往 迁居 迁到 迁往 落户 奔赴 途经 翻过 地处 位于 坐落 转战 驻守 驻扎 定居 出生 生于 葬于 抵达 到达 移居 远在 走遍 流入 汇入 流经 登上 穿过 越过 送到 搬到 赶到 赶往 直奔 扎根 进驻 挺进 攻占 解放 收复 强渡 飞渡 血战 激战 会师 重修 重建 修缮"
_TO = frozenset(_TO_TEXT.split())
_LONGEST, _RARE = 4, 40
_STOPS = frozenset("、，。；：！？”）\n 　")
_GOES_ON = ("v", "vn", "u", "d", "p", "c", "f", "m", "t", "n")
_NEVER = ENDING | frozenset(
    "把对将被给让会能要可所以其之而且或但若再就便都也只不没很更最我你他它这那此该每各某本一二三四五六七八九十百千万亿两几多半双单又次个位名天年月日时分秒点头身心手脚口眼脸"
)


_H = "(?:[\u4e00-\u9fff](?<![的了在和与及各等两是有到这那乡村县市镇区]))"
_JOINED = regex.later(
    f"(?:连接|连通|贯通|途[经径]|联通)(?P<row>{_H}{{2,4}}(?:、{_H}{{2,4}}){{0,5}}?[、和与及]{_H}{{2,4}})(?=等|[两三四]|之间|，|。|的)"
)
_APART = regex.later("[、和与及]")


def _in_a_row(text: str) -> Iterator[tuple[int, int]]:
    """The places that something joins: 连接/大坪、石梁/和/小溪/等乡村."""
    for found in _JOINED.finditer(text):
        at = found.start("row")
        for name in _APART.split(found["row"]):
            if frequency(name) < _RARE or tag(name)[:2] in ("ns", "nz", "nr"):
                yield at, at + len(name)
            at += len(name) + 1


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where such places begin and end."""
    yield from _in_a_row(line.text)
    words = line.words
    for index, word in enumerate(words):
        if not (word.text in _TO or word.text in _AT):
            continue
        first, last = index + 1, index + 1
        while (
            last < len(words)
            and (_may_be_in_one(words[last]) or _is_levelled(line, words[last]))
            and _size(words, first, last + 1) <= _LONGEST
        ):
            last += 1
        if first < last and _is_one(line, first, last, word.text in _TO):
            start = line.starts[first]
            yield start, start + _size(words, first, last)


def _size(words: list[Word], first: int, last: int) -> int:
    return sum(len(word.text) for word in words[first:last])


def _may_be_in_one(word: Word) -> bool:
    """Whether a word may be part of a name that the dictionary has not: one character, or one that is hardly met."""
    if not all("\u4e00" <= char <= "\u9fff" for char in word.text):
        return False
    if len(word.text) == 1:
        return word.text not in _NEVER and word.tag[:1] not in ("p", "c", "u", "d", "r", "m", "q", "y")
    return (
        len(word.text) < _LONGEST and frequency(word.text) < _RARE and word.tag[:2] in ("ns", "nr", "nz", "")
    )


def _is_levelled(line: Line, word: Word) -> bool:
    """Whether a noun is the name of a county without its level: 回/永嘉/扶贫."""
    return word.text in line.known.levelled and word.tag[:2] in ("ns", "nr", "nz")


def _is_one(line: Line, first: int, last: int, sure: bool) -> bool:
    """Whether the words from ``first`` to ``last`` are a name: two characters at least, of which none goes on behind them."""
    words = line.words
    name = "".join(word.text for word in words[first:last])
    if (
        not 1 < len(name) <= _LONGEST
        or name in GENERIC
        or (tag(name) and tag(name)[:2] not in ("ns", "nr", "nz"))
    ):
        return False
    if words[first].tag[:1] == "v" and not _is_of_places(name):  # 在/抗疫/一线
        return False
    if last == len(words):
        return True
    behind = words[last]
    if behind.text in _STOPS:
        return sure or len(name) > 2 or _is_of_places(name)
    return behind.tag[:1] in _GOES_ON and (len(behind.text) > 1 or behind.text in _ENDING_HERE)


_ENDING_HERE = frozenset("的打设建办开把和与又就")
_SHAPES = frozenset(
    "村镇乡寨屯庄岭沟坪坳圩塘湾营铺桥滩口嘴庙岗墩洼岔坝崖坡峪堡店集渡坊关阁楼堂祠寺观山河江湖海岛洲埠"
)


def _is_of_places(name: str) -> bool:
    return name[-1] in _SHAPES
