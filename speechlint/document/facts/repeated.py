"""Names met again: word for word, by their brand alone, by the first characters of their words, or as a draft says itself."""

from __future__ import annotations

from speechlint.document.facts.parts import GENERIC
from speechlint.document.facts.seen import Seen, free
from speechlint.document.facts.world import WORLD
from speechlint.document.span import Span
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechlint.document.facts.seen import Known
    from speechlint.document.facts.worded import Line

_KINDS = ("institution", "place", "meeting")
# what follows a brand in the name of a company, a school or a society
_BRANDED = regex.later(
    "(?P<brand>[\u4e00-\u9fff]{2,4}?)(?:(?:[\u4e00-\u9fff]{2})?(?:有限责任公司|股份有限公司|有限公司|公司|集团|股份|控股|基金会|公益|科技|传媒|资本|药业|重工|证券|银行|大学|学院|医院|律师事务所))"
)
_SHORTLY = regex.later(
    '[（(](?:以下)?(?:简称|下称)[：:为]?[“"]?(?P<short>[\u4e00-\u9fffA-Za-z]{2,12})[”"]?[）)]'
)
_NUMBERED_SCHOOL = regex.later("(?<=[一-鿿]{2})第?[一二三四五六七八九十]{1,2}(?:中|小)$")
_RARE, _SELDOM = 60, 200
_LEVELS = "省市县区州镇乡村"
_NO_BRAND = frozenset(
    "的了是在和与及为对从到把被让请各每本该此这那我其一二两三几多新老大小总分子家个全名等有无国省市县区"
)


def seen(lines: list[Line], found: Iterable[Seen], known: Known) -> Iterator[Seen]:
    """The places, in no other name of ``found``, of names that are told by it elsewhere in the draft."""
    told = list(found)
    names = dict(_names(told))
    names.update(_bare(told))
    names.update(_declared(lines, told))
    names.update((short, "institution") for short in _short_forms(told, known))
    is_free = free(one.span for one in told)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        more = list(_everywhere(lines, name, names[name], is_free))
        if more:
            yield from more
            told += more
            is_free = free(one.span for one in told)


def _names(told: list[Seen]) -> Iterator[tuple[str, str]]:
    for one in told:
        word = tag(
            one.text
        )  # a word of the dictionary is told by what stands beside it, if it is no name there
        if one.kind in _KINDS and len(one.text) > 2 and (not word or word in ("ns", "nt")):
            yield one.text, one.kind


def _bare(told: list[Seen]) -> Iterator[tuple[str, str]]:
    """金塔, of 金塔县 elsewhere in the draft, if it is no word."""
    for one in told:
        bare = one.text[:-1]
        if (
            one.kind == "place"
            and one.text[-1] in _LEVELS
            and len(bare) == 2
            and tag(bare)[:2] in ("", "nr", "ns", "nz")
            and frequency(bare) < _SELDOM
            and not set(bare) & _NO_BRAND
        ):
            yield bare, "place"


def _declared(lines: list[Line], told: list[Seen]) -> Iterator[tuple[str, str]]:
    """Short names that the draft gives itself, 以下简称“…”, of the kind of the name before."""
    ends = {one.span.end: one.kind for one in told if one.kind in _KINDS}
    for line in lines:
        for found in _SHORTLY.finditer(line.text):
            kind = ends.get(line.at + found.start())
            if kind:
                yield found["short"], kind


def _short_forms(told: list[Seen], known: Known) -> Iterator[str]:
    for one in told:
        if one.kind != "institution" or len(one.text) < 4:
            continue
        yield from _brand(one.text, known)
        yield from _first_characters(one.text, known)
        numbered = _NUMBERED_SCHOOL.search(one.text)
        if numbered:
            yield numbered[0].removeprefix("第")


def _brand(name: str, known: Known) -> Iterator[str]:
    """The brand of a company, a school or the like, without the place before it: 西软, of 西软公司."""
    at = next((size for size in (4, 3, 2) if name[:size] in known.places), 0)
    at += name[at : at + 1] in _LEVELS if at else 0
    found = _BRANDED.fullmatch(name, at)
    brand = found["brand"] if found else ""
    if not brand or brand in known.places or brand in known.levelled or set(brand) <= _TRADES:
        return
    if not _NO_BRAND & set(brand) and brand not in _NO_BRANDS and _names_nothing_else(brand):
        yield brand


def _names_nothing_else(brand: str) -> bool:
    """Whether the dictionary does not have a brand, or as a noun or a name that is seldom met."""
    words = cut(brand)
    if len(words) > 1:
        return all(len(word.text) == 1 for word in words) and len(brand) < 4
    return words[0].tag[:2] in ("nr", "nz", "") and frequency(brand) < _SELDOM


_TRADES = frozenset("科创文旅城投农发交建水能环国资产数信医药新电控商贸体育教卫")
_NICKNAMES = "齐鲁 荆楚 三秦 八桂 三晋 燕赵 巴蜀 江淮 岭南 中原 三湘 八闽 琼州"
_NO_BRANDS = WORLD | GENERIC | frozenset(_NICKNAMES.split())


def _first_characters(name: str, known: Known) -> Iterator[str]:
    """Two characters as a name is said shortly by: 西邮 of 西安邮电大学, if they are no word of the dictionary."""
    words = [word.text for word in cut(name)]
    if len(words) < 2 or len(words[1]) < 2 or words[0] not in known.places:
        return
    if name.endswith("大学"):
        yield from _of_a_university(words)
    short = words[0][0] + words[1][0]
    if frequency(short) < _RARE and not tag(short).startswith(("v", "ns", "a", "d")):
        yield short


def _of_a_university(words: list[str]) -> Iterator[str]:
    """建大 and 北建大 of 北京建筑大学, where they are no words."""
    for short in (words[1][0] + "大", words[0][0] + words[1][0] + "大"):
        if tag(short) in ("", "nt") and len(words) > 2:
            yield short


def _everywhere(
    lines: list[Line], name: str, kind: str, is_free: Callable[[int, int], bool]
) -> Iterator[Seen]:
    for line in lines:
        at = line.text.find(name)
        while at >= 0:
            end = at + len(name)
            if is_free(line.at + at, line.at + end) and _is_whole(line, at, end):
                yield Seen(kind, name, "", Span(line.at + at, line.at + end))
            at = line.text.find(name, end)


def _is_whole(line: Line, start: int, end: int) -> bool:
    """Whether a name begins and ends where words do, or is cut into single characters."""
    first, last = line.word_before(start + 1), line.word_before(end)
    begins = line.starts[first] == start
    ends = line.starts[last] + len(line.words[last].text) == end
    return begins and ends and line.text[end : end + 1] not in _GOING_ON


_GOING_ON = frozenset("县市镇村路区")
