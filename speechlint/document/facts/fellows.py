"""Members of a row of which another is a name: those of characters that make no word, or that end as it does.

玄奘寺、不夜城、通易坊, of which 玄奘寺 is known; 汇川、埃斯顿、新松, of which 埃斯顿 is.
"""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.document.surnames import is_name, is_surname
from speechlint.document.words import frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_ROW = regex.later("[^、，。；：！？（）\n]+(?:、[^、，。；：！？（）\n]+)+")
_ONE = regex.later("[^、]+")
_KINDS = ("person", "place", "institution", "meeting")
_LONG, _RARE = 8, 40
_FUNCTIONS = ("p", "c", "u", "d", "r", "m", "q", "y", "t")
Told = list[tuple[int, int, str]]


def seen(line: Line, found: list[Seen], free: Callable[[int, int], bool]) -> Iterator[Seen]:
    """The members that are not ``found``, of the kind of the nearest that is."""
    here: Told = [
        (one.span.start - line.at, one.span.end - line.at, one.kind)
        for one in found
        if one.kind in _KINDS and line.at <= one.span.start < line.at + len(line.text)
    ]
    for row in _ROW.finditer(line.text) if here else ():
        spans = [one.span() for one in _ONE.finditer(line.text, *row.span())]
        kinds = [_kind(here, *span, at == 0, at == len(spans) - 1) for at, span in enumerate(spans)]
        for at, (start, end) in enumerate(spans):
            near = [kinds[other] for other in (at - 1, at + 1) if 0 <= other < len(spans) and kinds[other]]
            if kinds[at] or not near or any(s < end and start < e for s, e, _ in here):
                continue
            if 2 * sum(map(bool, kinds)) < len(kinds) - 1:
                continue
            span = _name(line, start, end, at == 0, at == len(spans) - 1)
            if span and near[0] == "person" and not _is_a_person(line.text[slice(*span)]):
                continue
            if span and free(line.at + span[0], line.at + span[1]):
                yield Seen(near[0], line.text[slice(*span)], "", Span(line.at + span[0], line.at + span[1]))


def _is_a_person(name: str) -> bool:
    return len(name) < _LONGEST_NAME and is_surname(name[0]) and is_name(name)


_LONGEST_NAME = 4


def _kind(here: Told, start: int, end: int, first: bool, last: bool) -> str:
    """The kind of the name that a member is; the first may begin with other words, the last end with such."""
    for begins, ends, kind in here:
        if (begins == start or (first and start <= begins)) and (ends == end or (last and ends <= end)):
            return kind
    return ""


def _name(line: Line, start: int, end: int, first: bool, last: bool) -> tuple[int, int] | None:
    """The part of a member that is a name: all of it, but its end alone in the first, its beginning alone in the last."""
    some = [(at, word) for at, word in zip(line.starts, line.words, strict=True) if start <= at < end]
    if not some or some[0][0] != start or some[-1][0] + len(some[-1][1].text) != end:
        return None
    if last:
        some = some[: next((at for at, (_, word) in enumerate(some) if not _may_be_in_one(word)), len(some))]
    elif first:
        kept = next(
            (at for at, (_, word) in enumerate(reversed(some)) if not _may_be_in_one(word)), len(some)
        )
        some = some[len(some) - kept :]
    if not first and not last and some and _is_headed(line.text[start:end], some[0][1]):
        return start, end
    if not some or not all(_may_be_in_one(word) for _, word in some):
        return None
    begins, ends = some[0][0], some[-1][0] + len(some[-1][1].text)
    name = line.text[begins:ends]
    if not 1 < len(name) <= _LONG or name in GENERIC or (tag(name) and frequency(name) > _RARE):
        return None
    return (begins, ends) if len(some) > 1 or tag(name)[:2] in ("nr", "ns", "nz", "nt") else None


_HEADS = (
    "生态城",
    "产业园",
    "科技园",
    "工业园",
    "物流园",
    "文化园",
    "生态园",
    "观光园",
    "庄园",
    "广场",
    "大厦",
    "酒店",
    "商城",
    "学院",
    "医院",
    "公园",
    "水库",
    "电站",
    "公司",
    "集团",
    "农场",
    "书院",
    "大桥",
    "隧道",
    "机场",
    "高速",
    "铁路",
    "寺",
    "祠",
    "古镇",
    "古村",
    "湿地",
    "瀑布",
    "温泉",
    "景区",
    "度假村",
)


def _is_headed(name: str, first: Word) -> bool:
    """Whether a member between others ends as places or bodies do, with more before it than any has: 中澳三农生态城."""
    return (
        name.endswith(_HEADS)
        and _SHORT < len(name) < 2 * _LONG
        and first.tag[:1] not in _FUNCTIONS
        and first.tag != "v"
    )


_SHORT = 3


def _may_be_in_one(word: Word) -> bool:
    if not all("\u4e00" <= char <= "\u9fff" for char in word.text):
        return False
    if len(word.text) == 1:
        return word.text not in ENDING and word.tag[:1] not in _FUNCTIONS
    return word.tag[:2] in ("nr", "ns", "nz", "nt") or (
        frequency(word.text) < _RARE and word.tag[:1] in ("n", "")
    )
