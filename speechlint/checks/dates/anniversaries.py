"""Whether an anniversary is of the year it is told of: 今年是建党105周年."""

from __future__ import annotations

from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day, own_date
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from speechlint.checks import Query
    from speechlint.document import Span

WHEN = "(?P<when>(?<![0-9])(?:19|20)[0-9]{2}年|今年|明年|去年)"
IS = "[，,]?(?:我们|祖国|我国|全国(?:各族)?人民)?(?:既?是|正值|恰逢|适逢|迎来了?|将迎来|也是|又是)"
COUNT = "(?P<count>[0-9]{1,3}|[一二三四五六七八九十百零〇○]{1,6})"
_NEAR = "即将|前夕|(?:再过[^，。；]{1,6}|[明后]天|[下本这]个?月[^，。；]{0,4})[，,]?[就便]?是"
_AWAITED = "以(?:优异|实际|更加|崭新)[^，。；]{0,8}庆祝|迎接|喜迎|献礼"
_COMING = f"{_AWAITED}|迎来|到来|来临|{_NEAR}"
_SOON = "(?:下周|下个?月|本[周月]|近期|[将就快]要?)[^。；《]{0,16}(?:举[办行]|召开|开展|组织|推出|演出)"
_GATHERED = (
    "今天[^。；]{0,16}(?:集会|聚[在集会]|相聚|欢聚|举行|召开)[^。；《]{0,6}(?:纪念|庆祝)"
    "|(?:今天|上午|下午|今晚|我们)在这里(?:隆重)?(?:集会|聚会|举行|召开)[^。；《了]{0,12}$|我宣布[，,：:]?[^。；《]{0,12}$"
)
_TODAY = f"今年|明年|值此|{_NEAR}|{_SOON}|{_GATHERED}"
_NOW = f"(?:{_TODAY}|隆重庆祝|隆重纪念|正值|恰逢|适逢|值此|{_COMING})"
_FOREIGN = "贵国|两国|建交|越南|老挝|朝鲜|新加坡|古巴|蒙古(?<!内蒙古)|印度|独立"
_MADE = regex.later(
    "(?:而|所)?(?:编|写|创作|修?建|立|制作|铸|发行|出版|拍)|(?:成就|图片|专题|回顾)?(?:巡展|展览|展)|(?:纪念)?(?:邮票|邮册|画册|章|碑|专题片|文集)"
    "|[，、]中国特色社会主义进入新时代"  # 三件大事
)
_HERE = regex.later("[！!]|的今天|(?:之际)?[，,](?:我们|我代表|今天|谨|在此)(?![^。]*(?:了|过|那|[0-9]年))")
_STATED = regex.later(f".*{WHEN}{IS}?[^。；]{{0,24}}$")  # the last one
_SAID_OF = regex.later(f"{IS}[^。；]{{0,24}}$")
_IS_SAID = regex.later(f"{IS}$")
_LONG_AGO = 25
_HALF = "08"  # the month from which the next year's anniversary is near
_COUNTED = f"{COUNT}周年"
_SEVERAL = 2  # so many anniversaries in one sentence review several years
_SECTION = 3000  # so far above, the heading of a review may stand
_LOOKED_BACK = regex.later(
    r"^[ \u3000]*[^。\n]{0,12}((?:19|20)[0-9]{2})年[^。\n]{0,8}回顾[ \u3000]*$", regex.MULTILINE
)
_EXCUSES = ("title", "quote", "history", "since", "year")


def year_told(query: Query, match: re.Match[str], span: Span, named: int) -> tuple[int, bool] | None:
    """The year that the anniversary at ``span``, of the year ``named``, is told of, and whether the draft says so.

    None where it fits, or is told of the past.
    """
    sentence = query.doc.sentence_at(span.start)
    before = query.doc.text[max(sentence.start, span.start - 40) : span.start]
    stated = _STATED.search(before) if "年" in before else None
    if stated and stated["when"][0] in "12":
        year = int(stated["when"][:4])
        return None if named == year or not _SAID_OF.search(before) else (year, True)
    around = before + query.doc.text[span.end : span.end + 6]
    year, sure = present(query, span, stated["when"] if stated else "今年")
    of_today = _said_to_be(before, stated["when"] if stated else "今天")
    said = of_today or bool(_HERE.match(query.doc.text, span.end))
    ahead = query.doc.text.startswith("大会", span.end) and named > year
    if not said and named < year and _MADE.match(query.doc.text, span.end):
        return None
    coming = _COMING if _day(query, span)[5:7] >= _HALF and not of_today else _AWAITED
    if _fits(around, named, year, said, ahead, coming) or is_excused(query, span, named):
        return None
    reviewed = _is_listed(query, match) or (stated is None and _speaks_of(query, span, named))
    if reviewed or regex.compile(_FOREIGN).search(query.doc[sentence]):
        return None
    return year, sure


def _said_to_be(before: str, when: str) -> bool:
    """今年是, right before it."""
    said = _IS_SAID.search(before)
    return said is not None and before[: said.start()].endswith((when, "今天"))


def _fits(around: str, named: int, year: int, said: bool, ahead: bool, coming: str) -> bool:
    """Whether ``named`` is the year, the one that is ``coming``, or plainly one gone by."""
    if named == year or not (said or ahead or regex.compile(_NOW).search(around)):
        return True
    if not ahead and named == year + 1 and regex.compile(coming).search(around):
        return True
    today = regex.compile(_TODAY).search(around)
    return not today and ((named == year - 1 and not said) or named < year - _LONG_AGO)


def _is_listed(query: Query, match: re.Match[str]) -> bool:
    """Whether anniversaries of other years stand beside it: a review of several years, each with its own."""
    sentence = query.doc.sentence_at(match.start())
    text = query.doc[sentence]
    if "今年" in text[: match.start() - sentence.start]:
        return False
    return len({*regex.compile(_COUNTED).findall(text)}) >= _SEVERAL


def _speaks_of(query: Query, span: Span, year: int) -> bool:
    """Whether ``year`` is what the passage is about: named on the line before, or by the section's heading."""
    line = query.doc.line_at(span.start)
    if "今年" in query.doc.text[line.start : span.start]:
        return False
    if f"{year}年" in query.doc.text[line.start : span.start]:
        return True
    before = query.doc.text[max(0, span.start - _SECTION) : span.start]
    return "回顾" in before and _LOOKED_BACK.findall(before)[-1:] == [str(year)]


def present(query: Query, span: Span, when: str) -> tuple[int, bool]:
    """The year that 今年, 明年 or 去年 means, and whether the draft itself says so.

    No draft is of a year after the day it is judged at: that day wins over what the draft plans for.
    """
    own = own_date(query.doc, span.start)
    year = int(_day(query, span)[:4])
    return year + {"明年": 1, "去年": -1}.get(when, 0), own is not None


def _day(query: Query, span: Span) -> str:
    day = judged_day(query.doc, query.as_of, span.start)
    return min(own_date(query.doc, span.start) or day, day)


def is_excused(query: Query, span: Span, named: int | None = None) -> bool:
    day = own_date(query.doc, span.start) or judged_day(query.doc, query.as_of, span.start)
    return excused(place(query.doc, span, day[:4], f"{named}-12-31" if named else ""), _EXCUSES)
