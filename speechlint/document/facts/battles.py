"""Battles, risings and the like by the place they are of: 黄桥决战, 宁都起义."""

from __future__ import annotations

from speechlint.document.facts.worded import known_place
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_BATTLE = regex.later(
    "战役|决战|大战|会战|大捷|保卫战|阻击战|歼灭战|伏击战|围歼战|反击战|突围战|解放战争|游击战争|起义|暴动|兵变|事变|惨案|会师|大屠杀|大轰炸|血案|抗战(?![以到胜老精时期初中后])"
)

_SMALL = regex.later("(?:[一-鿿]{0,2}[县村镇山口岭河桥城寨庄沟关])战斗(?=中|，|。|、)")
# told by what leads to it: 参加了/泸顺起义
_LED = regex.later(
    "(?:(?<=参加)|(?<=参加了)|(?<=领导)|(?<=领导了)|(?<=发动)|(?<=发动了)|(?<=组织)|(?<=[、，。在过]))"
    "(?![了过着]|武装|农民|工人|人民|士兵|多次|几次|历次|重要|著名|三大|各次|伟大|举行|城市|总|大|这|该|此|一)[一-鿿]{2,3}(?<![的了和次])(?:起义|暴动|会师)(?![军的者队])"
)
_SHOW = regex.later("展(?=[，。了上中、])")  # 哈瓦那/展
_CAMPAIGN = regex.later("(?:打好|打赢|打响|推进|坚决打)[^，。；、]{0,10}$")


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Battles, risings and the like by the place they are of: 黄桥决战, 宁都起义."""
    for told in (_SMALL, _LED):
        for found in told.finditer(line.text):
            yield found.span()
    for found in _SHOW.finditer(line.text):
        if size := known_place(line, found.start()):
            yield found.start() - size, found.end()
    for found in _BATTLE.finditer(line.text):
        index = line.word_before(found.start())
        if index < 0 or _CAMPAIGN.search(line.text, 0, found.start()):
            continue
        word, start = line.words[index], line.starts[index]
        known = known_place(line, found.start())
        if known or (
            word.tag in ("ns", "nr", "nz") and start + len(word.text) == found.start() and len(word.text) > 1
        ):
            yield found.start() - known if known else start, found.end()
