"""Days that no month has, and weekdays that a full date did not fall on."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "没有的日子，和与日期不符的星期"
_DATE = regex.later(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:[（(]?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![一二三四五六日天年])[）)]?)?"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEK = "日一二三四五六"
_SHIFT = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(f"{digit}月" for digit in "0123456789")}


def check(query: Query) -> Iterator[Hit]:
    for offset in query.found[""]:
        start = max(0, offset - 6)
        for match in _DATE.finditer(query.doc.text, start, offset + 16):
            if match.start("month") <= offset < match.end():
                trouble = _trouble(match)
                if trouble:
                    yield Hit(Span(*match.span()), {"trouble": trouble[0], "trouble_en": trouble[1]})
                break


def _trouble(match: re.Match[str]) -> tuple[str, str] | None:
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if not 1 <= month <= 12:
        return f"：没有{month}月", "there is no such month"
    most = _DAYS[month - 1]
    if month == 2 and year and (year % 4 or (year % 100 == 0 and year % 400)):
        most = 28
    if not 1 <= day <= most:
        return f"：{month}月只有{most}天", f"the month has {most} days"
    if not year or not match["weekday"]:
        return None
    real = _WEEK[weekday(year, month, day)]
    if match["weekday"].replace("天", "日") == real:
        return None
    return f"：这一天是星期{real}", "it was another weekday"


def weekday(year: int, month: int, day: int) -> int:
    """0 for Sunday … 6 for Saturday (Sakamoto's rule; importing datetime would cost more)."""
    year -= month < 3
    return (year + year // 4 - year // 100 + year // 400 + _SHIFT[month - 1] + day) % 7
