"""The date a draft is judged at, and the date found in the draft itself.

Dates are ISO strings, ``2026``, ``2026-03`` or ``2026-03-05``: they compare as dates do.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, repeat

from speechlint.document.numerals import number
from speechlint.document.span import COMMON_BLANKS
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from speechlint.document import Document
    from speechlint.document.outline.speeches import Part
    from speechlint.document.span import Span

_YEAR = "(?P<year>(?:19|20)[0-9]{2}|(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2})"
_REST = "(?:(?P<month>[0-9一二三四五六七八九十]{1,2})月(?:(?P<day>[0-9一二三四五六七八九十]{1,3})日)?)?"
_BY_MARKS = "[-./](?P<month>[0-9]{1,2})[-./](?P<day>[0-9]{1,2})"
# 标题下、落款处单独成行的日期；标题里的日期；正文里说到的今年；网站上传时编的号
_LINES = (f"[（(【]?{_YEAR}年{_REST}[）)】]?", f"[（(【]?{_YEAR}{_BY_MARKS}[）)】]?")
_TITLE = (f"[（(]{_YEAR}年{_REST}[）)]", f"{_YEAR}年[^。，]{{0,12}}政府工作报告")
_BESIDE = ("（", "(", "报告")  # without one of these neither fits
_SPOKEN = (f"(?<=今年是){_YEAR}年{_REST}", f"(?<=今[天日]是){_YEAR}年{_REST}")
_PLANNED = (
    f"(?<=做好|部署|安排|关于){_YEAR}年(?:的|各项|全年)?工作(?!回顾|总结|报告)",
    f"(?<!到){_YEAR}年(?:的|全省|全市|全县|全区)?(?:主要|重点|政府|经济社会发展)?(?:工作)?"
    "(?:重点工作|主要工作|安排|任务|目标任务|目标和任务|工作思路|思路|总体要求|总体部署|主要预期目标|预期目标|主要目标|打算|工作重点)",
)
# 说哪一年就要到了：稿子是头一年的
_COMING = (
    f"{_YEAR}年(?:的|元旦|新年)*(?:脚步|钟声|曙光|帷幕|大幕|列车|号角|到来)?(?:正|也)?"
    "(?:(?:即将|就要|将要|快要|马上|将|日益|悄然|越来越|渐渐|缓缓|正)(?:向我们|要|就)?"
    "(?:来临|到来|敲响|开启|拉开|临近|走来|来了|来到|近了?)|临近|近了)"
)
_TOWARDS = "(?:迎接|迎来|喜迎|走进|走向|跨入|步入|迈向|迈入|奔向)(?:崭新|全新|充满希望|美好)?的?$"
_NOT_YEAR = "年(?!以来|的?(?:工作|任务|目标|高考|中考|毕业|两会|春运|春节))"
_NEW_YEAR = "(?:新年|元旦|钟声|脚步|曙光|辞旧|岁末|年终|再过|即将|就要|值此)"
_IS = f"{_YEAR}年，?是"  # 段首：2024年是……；2025年是……
_ANY_YEAR = "年(?<=[12一二][90九〇○零][0-9〇○零一二三四五六七八九]{2}年)"
_UPLOAD = "(?P<year>20[0-3][0-9])(?P<month>0[1-9]|1[0-2])(?P<day>[0-2][0-9]|3[01])[0-9]{0,4}[^0-9.]"
_HEAD, _TAIL, _SHORT = 12, 6, 60
_SENTENCE_END = "。！？；"  # no title ends so
_OPENING = "（(【12一二"  # with one of these a line of _LINES begins
_FIGURES = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class AsOf(NamedTuple):
    """The day rules with a validity are judged at, and where that day comes from.

    ``origin`` is ``today``, ``--as-of`` or ``config``; with ``by_draft`` each speech is judged at
    the date found in it, and ``day`` serves where none is found.
    """

    day: str
    origin: str
    by_draft: bool = False

    def judging(self, own: str | None) -> str:
        """The day that a speech is judged at whose own date is ``own``."""
        return (own if self.by_draft else None) or self.day


class Dated(NamedTuple):
    """One speech of a file and the date found in it: a year, a month or a day; None where none is."""

    span: Span
    date: str | None


def own_dates(doc: Document) -> tuple[Dated, ...]:
    """The speeches of ``doc`` in order, each with its own date."""
    return tuple(Dated(part.span, _found(doc.text, part)) for part in doc.parts)


def own_date(doc: Document, offset: int) -> str | None:
    """The date of the speech that stands at a reading offset."""
    dates = doc.own_dates
    if len(dates) == 1:  # mostly
        return dates[0].date
    at = bisect_right(dates, offset, key=lambda dated: dated.span.start) - 1
    return dates[max(at, 0)].date if dates else None


def year_ending(doc: Document, offset: int) -> str | None:
    """The year that the speech at a reading offset says is at its end: 2025, of 2026年的钟声即将敲响."""
    at = bisect_right(doc.own_dates, offset, key=lambda dated: dated.span.start) - 1
    start, end = doc.own_dates[max(at, 0)].span
    return _before(doc.text, _years(doc.text, start, end))


def judged_day(doc: Document, as_of: AsOf, offset: int) -> str:
    """The day that what stands at a reading offset is judged at.

    A draft that gives only its year or month is judged as at its beginning, as ``2012`` comes
    before every day of 2012.
    """
    return as_of.judging(own_date(doc, offset))


def last_day(date: str) -> str:
    """The last day a date stands for: ``2026`` is judged as ``2026-12-31``."""
    return date + {4: "-12-31", 7: "-31"}.get(len(date), "")


def later(day: str, months: int) -> str:
    """The day so many months after ``day``; its day of the month stays as it is."""
    count = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    return f"{count // 12}-{count % 12 + 1:02}{day[7:]}"


def shown(date: str) -> str:
    """2026年3月5日, of ``2026-03-05``."""
    return "".join([f"{int(part)}{mark}" for part, mark in zip(date.split("-"), "年月日", strict=False)])


def _found(text: str, part: Part) -> str | None:
    start, end = part.span
    speech = text[start:end]
    head = _written(speech.split("\n", 3 * _HEAD)[: 3 * _HEAD], _HEAD)
    tail = _written(reversed(speech.rsplit("\n", 3 * _TAIL)[-3 * _TAIL :]), _TAIL)
    own = [line for line in (*head, *reversed(tail)) if line[0] in _OPENING and len(line) <= _SHORT]
    years = _years(text, start, end)
    found = _first(_LINES, own, whole=True)
    if not found and years:
        dated = (line for line in head if "年" in line and any(mark in line for mark in _BESIDE))
        titles = [line[:_SHORT] for line in dated if line[-1] not in _SENTENCE_END]
        found = (
            _first(_TITLE, titles) or _spoken(text, years) or _before(text, years) or _planned(text, years)
        )
    return found or _first((_UPLOAD,), [line for line in head if line[0] == "2"], at_start=True)


def _years(text: str, start: int, end: int) -> list[int]:
    """Where years stand: 2026年, 二〇二六年."""
    return [match.start() - 4 for match in regex.compile(_ANY_YEAR).finditer(text, start, end)]


def _written(lines: Iterable[str], most: int) -> list[str]:
    """The first lines with something on them, without the blanks around it."""
    return list(islice(filter(None, map(str.strip, lines, repeat(COMMON_BLANKS))), most))


def _first(
    patterns: tuple[str, ...], lines: list[str], *, whole: bool = False, at_start: bool = False
) -> str | None:
    for pattern in patterns:
        find = regex.compile(pattern)
        find_in = find.fullmatch if whole else find.match if at_start else find.search
        for line in lines:
            match = find_in(line)
            if match:
                return _iso(match)
    return None


def _spoken(text: str, years: list[int]) -> str | None:
    """The day that is said to be today: 今天是2026年3月5日."""
    for pattern in _SPOKEN:
        for at in years:
            match = regex.compile(pattern).match(text, at)
            if match:
                return _iso(match)
    return None


def _before(text: str, years: list[int]) -> str | None:
    """The year before the one that is said to be near: 2026年的钟声即将敲响."""
    for at in years:
        if not regex.compile(_NEW_YEAR).search(text, max(0, at - 40), at + 40):
            continue
        towards = regex.compile(_TOWARDS).search(text[max(0, at - 10) : at])
        match = regex.compile(f"{_YEAR}{_NOT_YEAR}" if towards else _COMING).match(text, at)
        if match:
            return str(int(match["year"].translate(_FIGURES)) - 1)
    return None


def _planned(text: str, years: list[int]) -> str | None:
    """The latest year that is planned for: 做好2026年工作, or 2026年是… after 2025年是…."""
    matches = (regex.compile(pattern).match(text, at) for at in years for pattern in _PLANNED)
    planned = {match["year"].translate(_FIGURES) for match in matches if match}
    if not planned:
        opening = (at for at in years if not text[text.rfind("\n", 0, at) + 1 : at].strip(COMMON_BLANKS))
        told = {
            match["year"].translate(_FIGURES)
            for at in opening
            if (match := regex.compile(_IS).match(text, at))
        }
        planned = {year for year in told if str(int(year) - 1) in told}
    return max(planned, default=None)


def _iso(match: re.Match[str]) -> str:
    date = match["year"].translate(_FIGURES)
    for name in ("month", "day"):
        value = number(match[name]) if name in match.re.groupindex and match[name] else None
        if value is None:
            break
        date += f"-{value:02}"
    return date
