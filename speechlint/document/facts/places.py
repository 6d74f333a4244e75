"""Names of places, by the dictionary, with the level behind them: 临江市, 北京."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.document.words import cut
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.words import Word

_LEVELS = ("自治区", "自治州", "自治县", "特别行政区", "省", "市", "县", "区", "州", "旗", "镇", "乡", "村")
_COMMON = (
    "地区",
    "社区",
    "园区",
    "城区",
    "山区",
    "县区",
    "城市",
    "农村",
    "乡村",
    "城镇",
    "景区",
    "灾区",
    "库区",
    "新区",
)
_NO_LEVEL = frozenset(
    (
        "市场",
        "市值",
        "市民",
        "市属",
        "市委",
        "市政",
        "区域",
        "区间",
        "区位",
        "县域",
        "县委",
        "县级",
        "省级",
        "省委",
        "市级",
        "区委",
        "省域",
        "乡村",
        "镇村",
        "村镇",
        "村庄",
        "县城",
    )
)
_NATURE = "河江湖山岛海"
_ANYWHERE = frozenset(("中国", "中华", "全国", "我国", "中", "美", "国", "中华人民共和国"))


def seen(doc: Document, known: frozenset[str]) -> Iterator[Seen]:
    """The places named: those ``known``, and words of the dictionary that say their level or are rivers and hills."""
    at = 0
    for line in doc.text.split("\n"):
        start = 0
        for word in cut(line):
            end = start + len(word.text)
            level = _level(line, end)
            if _is_place(word, level, known):
                yield Seen("place", word.text + level, "", Span(at + start, at + end + len(level)))
            start = end
        at += len(line) + 1


def _is_place(word: Word, level: str, known: frozenset[str]) -> bool:
    if word.text in known:
        return True
    if word.tag != "ns" or word.text in _ANYWHERE or word.text.startswith(("各", "全")):
        return False
    named = word.text.endswith(_LEVELS) and len(word.text) > 2 and not word.text.endswith(_COMMON)
    return (
        named
        or (bool(level) and len(word.text) > 1)
        or (word.text[-1] in _NATURE and len(word.text) > 1 and word.text[-2] not in _NATURE)
    )


def _level(line: str, end: int) -> str:
    """The level behind a name; what goes on as another word is none (市场, 区域)."""
    level = next((level for level in _LEVELS if line.startswith(level, end)), "")
    return "" if line[end : end + 2] in _NO_LEVEL else level


def may_be_one(one: str, other: str) -> bool:
    """Whether the two differ by the level alone: 临江, 临江市; 临江县, 临江市."""
    return one != other and _bare(one) == _bare(other)


def _bare(text: str) -> str:
    level = next((level for level in _LEVELS if text.endswith(level) and len(text) > len(level) + 1), "")
    return text.removesuffix(level)
