"""Names in a list that the words behind it say the kind of: 复旦、东华等高校, 石门、罗坪三个乡镇."""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

_NAME = "(?:(?![的了])[\u4e00-\u9fffA-Za-z]){2,12}"
_COUNTED = "(?:[0-9一二两三四五六七八九十百多余]+)"
_LIST = f"{_NAME}(?:、{_NAME}?)+"
_INSTITUTIONS = regex.later(
    f"(?P<list>{_LIST})(?:等?{_COUNTED}(?:家|所)(?=[，。；]|(?:[\u4e00-\u9fff]{{2}})?(?:企业|公司|单位|商户|机构|银行|医院|学校|高校|院校|工厂|媒体))|等[^，。；：！？、“”]{{0,12}}?(?=高校|院校|企业|公司|单位|银行|商户|院所|医院|学校|媒体|机构|车企|药企|央企|国企|厂商|厂家|知名品牌))"
)
_PLACES = regex.later(
    f"(?P<list>{_LIST})(?:等地|等(?:{_COUNTED}(?:个|条|座))?(?:在建|重点|新建|沿线|周边|国内)?(?:高铁|高速公路|高速|铁路|机场|口岸|县区|县市|乡镇|抽水蓄能|水库)|等?{_COUNTED}个?(?:多个)?(?:乡镇|镇街|县[市区]?|省[市区]?|[村镇乡](?![级])|街道|社区|地市|市县|地区|国家))"
)
# what is built in a list, by whom: 鼎际得/高端新材料、恒力重工二期等一批重大项目
_PROJECTS = regex.later(
    "(?P<list>[^、，。；：]{3,24}(?:、[^、，。；：]{3,24})+)等[^、，。；：]{0,10}(?:项目|工程)"
)
_ROW = regex.later(f"{_NAME}(?:、{_NAME}){{2,}}(?=[，。；等…]|$)")
_ONE = regex.later("[^、]+")


_KNOWN = names("bodies")


def _is_a_sort(line: Line, start: int, end: int) -> bool:
    """Whether it is one common word rather than a name: 科创、金融/等服务机构."""
    if line.text[start:end] in _KNOWN:
        return False
    some = _words(line, start, end)
    if all(len(word.text) == 1 for word in some):
        return False
    plain = [word for word in some if word.tag[:1] in _PLAIN and frequency(word.text) > _OFTEN]
    return len(plain) == len(some) > 0


_PLAIN, _OFTEN = ("n", "v", "a", "b", "l"), 500


def institutions(line: Line) -> Iterator[tuple[int, int]]:
    """Where the institutions begin and end that a list has before 等高校, 三家企业 and the like."""
    for found in _INSTITUTIONS.finditer(line.text):
        yield from (span for span in _members(line, found) if not _is_a_sort(line, *span))


def builders(line: Line) -> Iterator[tuple[int, int]]:
    """The names that the members of a list of projects begin with, of characters that make no word."""
    for found in _PROJECTS.finditer(line.text):
        for one in _ONE.finditer(line.text, *found.span("list")):
            end = _brand(line, *one.span())
            if end > one.start():
                yield one.start(), end


def _brand(line: Line, start: int, end: int) -> int:
    """Where the characters end that begin a member and are no words, if a noun follows them; ``start`` where none are."""
    at = start
    for begins, word in zip(line.starts, line.words, strict=True):
        if begins < start or at >= end:
            continue
        if begins != at:
            return start
        if len(word.text) > 1:
            named = (2 < at - start < _LONG and word.tag[:1] in "nv") or (
                at - start == 2 and word.tag[:1] == "n"
            )
            return at if named and not line.text.startswith(_WAYS, at) else start
        if (
            word.text in ENDING
            or word.text in _STUFF
            or word.tag[:1] in _FUNCTIONS
            or not "\u4e00" <= word.text <= "\u9fff"
        ):
            return start
        at = begins + 1
    return start


_LONG = 5
_STUFF = frozenset("煤油气电光风水绿制造合结改扩建迁升转产供储输")
_WAYS = (
    "高铁",
    "铁路",
    "高速",
    "机场",
    "水库",
    "航道",
    "城际",
    "电站",
    "灌区",
    "大桥",
    "隧道",
    "运河",
    "公路",
    "东环",
    "高压",
)


def coordinate(line: Line, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The other members of each list of three or more of which the half are ``known``."""
    ends = {end for _, end in known}
    for row in _ROW.finditer(line.text):
        spans = [one.span() for one in _ONE.finditer(line.text, *row.span())]
        if 2 * sum(end in ends for _, end in spans) >= len(spans):
            yield from (
                span
                for span in spans
                if span[1] not in ends and span[1] - span[0] < 9 and _may_be_one(line, *span)
            )


def places(line: Line) -> Iterator[tuple[int, int]]:
    """Where the places begin and end that a list has before 等地, 三个乡镇 and the like."""
    for found in _PLACES.finditer(line.text):
        yield from _members(line, found)


def _members(line: Line, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The members of a list, if the half of them may be names; the first without the words that lead to it."""
    spans = [one.span() for one in _ONE.finditer(line.text, *found.span("list"))]
    spans[0] = _behind_what_leads(line, *spans[0]), spans[0][1]
    if 2 * sum(_may_be_one(line, *span) for span in spans) >= len(spans):
        yield from (span for span in spans if not _words_lead(line, *span))


def _behind_what_leads(line: Line, start: int, end: int) -> int:
    """Where the first name of a list begins: behind the last word that leads to it."""
    for at, word in zip(line.starts, line.words, strict=True):
        behind = at + len(word.text)
        if start <= at and behind < end and (word.tag[:1] in _LEADS or word.text in ENDING):
            start = behind
    return start


_LEADS = ("v", "p", "c", "u", "d", "r", "t")


def _words_lead(line: Line, start: int, end: int) -> bool:
    """Whether a word is between that no name has."""
    some = _words(line, start, end)
    return end - start < 2 or any(_leads(word) or word.text in GENERIC for word in some)


def _leads(word: Word) -> bool:
    return word.text in ENDING if len(word.text) == 1 else word.tag[:1] in _FUNCTIONS


def _words(line: Line, start: int, end: int) -> list[Word]:
    return [
        word for at, word in zip(line.starts, line.words, strict=True) if start < at + len(word.text) <= end
    ]


def _may_be_one(line: Line, start: int, end: int) -> bool:
    """Whether the words between may be a name: none of them leads to one, not all are common ones."""
    if _words_lead(line, start, end):
        return False
    some = _words(line, start, end)
    return not all(word.tag[:1] in _COMMON and len(word.text) > 1 for word in some) or any(
        word.tag[:2] in _PROPER for word in some
    )


_FUNCTIONS = ("p", "c", "u", "d", "r", "m", "q", "y")
_COMMON = ("n", "v", "a", "b", "l", "i", "j", "t", "s", "f")
_PROPER = ("nr", "ns", "nt", "nz")
