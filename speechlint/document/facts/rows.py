"""Places in a row that a count of places follows, in whatever characters: 甜水堡、毛家川/两矿, 西滩、砂井子/四个工业集中区."""

from __future__ import annotations

from speechlint.document.facts.parts import ENDING
from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_C = "[两二三四五六七八九十几0-9]{1,2}"
_SORT = "[镇乡县市区村矿州省旗](?![长级委民人])|[个条座所处片]?(?:[\u4e00-\u9fff]{0,4}?)(?:铁路线|铁路|高速公路|高速|国道|线路|江河|大江|水系|乡镇|镇街|街镇|村镇|县市|市县|县区|城区|市区|园区|景区|集中区|工业区|开发区|灌区|矿区|林区|片区|校区|社区|街道|水库|机场|口岸|村庄|村寨|宗亲村|生产队|小队|小组|屯组|村组|庄子|行政村|自然村|中心村|安置点|安置区|集中点|示范点|景点|营地|站点|流域|港口|煤矿|电站|小区|码头|[村镇乡县湖岛港寨屯](?![长级委民人])|河流|湖泊|产业园|工业园|公园|车站|隧道|大桥)"
_NAME = "(?:(?![、，。；：的了和与及“”])[\u4e00-\u9fff]){2,6}"
_ROW = regex.later(
    f"(?P<row>(?:{_NAME}[、]){{0,9}}{_NAME}(?:[、和与]){_NAME}?)”?(?:等)?(?:这)?{_C}(?:{_SORT})"
)
_ONE = regex.later("[^、和与]+")
_LEADS = ("v", "p", "c", "u", "d", "r", "t", "f")
_OFTEN = 3000  # a word met more often is no place by itself
_SHAPES = frozenset("镇乡县市区村矿州省旗湖河江岛港山岭沟坪湾滩堡店桥庄寨屯")


def places(line: Line) -> Iterator[tuple[int, int]]:
    """Where the places of all such rows begin and end, in no order."""
    for found in _ROW.finditer(line.text):
        spans = [one.span() for one in _ONE.finditer(line.text, *found.span("row"))]
        spans[0] = _behind_what_leads(line, *spans[0]), spans[0][1]
        if all(_may_be_one(line, *span) for span in spans):
            yield from spans


def _words(line: Line, start: int, end: int) -> list[tuple[int, Word]]:
    return [
        (at, word)
        for at, word in zip(line.starts, line.words, strict=True)
        if at < end and at + len(word.text) > start
    ]


def _behind_what_leads(line: Line, start: int, end: int) -> int:
    """Where the first of a row begins: behind the last word before it that leads to a name."""
    for at, word in _words(line, start, end)[:-1]:
        behind = at + len(word.text)
        leads = word.text in ENDING if len(word.text) == 1 else word.tag[:1] in _LEADS
        if leads and behind < end - 1:
            start = behind
    return max(start, end - 4) if end - start > 4 and line.text[end - 1] not in _SHAPES else start


def _may_be_one(line: Line, start: int, end: int) -> bool:
    """Whether it is no common word, nor begins with one that leads to a name."""
    some = _words(line, start, end)
    if end - start < 2 or not some or some[0][0] < start - 1:
        return False
    if line.text[start:end] in line.known.places or line.text[start:end] in line.known.levelled:
        return True
    return all(
        frequency(word.text) < _OFTEN
        and word.tag not in ("p", "c", "u", "d", "r")
        and word.tag not in ("vn", "v")
        if len(word.text) > 1
        else word.text not in _NEVER
        for _, word in some
    )


_NEVER = frozenset("的了是在各每本该此这那其我你他第个位名和与及被把为")
