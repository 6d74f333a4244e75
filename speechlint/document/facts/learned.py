"""Towns and villages that a draft names where nothing else can be meant, so that each is known wherever it stands."""

from __future__ import annotations

from speechlint.document.words import cut, frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOWN = "[\u4e00-\u9fff]{2,3}?[镇乡村]"
# some in a list, or one behind a word that leads to a place and before one that goes on
_LISTED = regex.later(f"(?:{_TOWN}[、和]){{1,12}}{_TOWN}(?![长委民级政愁镇])")
_LED_TO = regex.later(
    f"(?:(?<=[在到赴])|(?<=位于|来自|走进|深入))(?P<town>{_TOWN})(?=[，。、的召举调开考检看])"
)
_SHORTEST = 3
_NO_TOWNS = frozenset(
    (
        "各乡",
        "城乡",
        "村庄",
        "全国",
        "特色",
        "重点",
        "建制",
        "中心",
        "边境",
        "江南",
        "水乡",
        "千年",
        "历史",
        "文化",
        "旅游",
        "工业",
        "农业",
        "那个",
        "这个",
        "一个",
        "本村",
        "基层",
        "小城",
        "古城",
        "新城",
    )
)
_RARE = 100
_ONE = regex.later("[^、和]+")
_NEVER = frozenset(
    "的了在是各等每全本该此这那我其一二两三几多新老大小名强美好城集重中心个整向到由和与及为县区市乡村镇"
)


def towns(text: str) -> Iterator[str]:
    """The towns and villages learned from ``text``, some of them twice."""
    for found in _LISTED.finditer(text):
        for one in _ONE.finditer(text, *found.span()):
            yield from _town(one[0])
    for found in _LED_TO.finditer(text):
        yield from _town(found["town"])
        if (
            len(found["town"]) == _SHORTEST
            and found["town"][2] == "镇"
            and found["town"][:2] not in _NO_TOWNS
        ):
            yield found["town"]


def _town(text: str) -> Iterator[str]:
    """The name of a town, without the word that may stand before it: 成立了/木石镇."""
    *_, name = regex.compile("[的了在到于]").split(text)
    if 2 < len(name) < 5 and not any(char in _NEVER for char in name[:-1]) and _is_rare(name[:-1]):
        yield name


def _is_rare(body: str) -> bool:
    """Whether a name without its level is made of no common word."""
    return all(len(word.text) == 1 or frequency(word.text) < _RARE for word in cut(body))
