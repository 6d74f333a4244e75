"""Dates and weekdays: 2026年3月5日, 3月5日（星期四）, 星期四."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Document

_N = "[0-9〇○零一二三四五六七八九十]"
_DATE = regex.later(
    rf"(?<![0-9])(?:(?P<year>(?:19|20)[0-9]{{2}}|[一二][九〇○零]{_N}{{2}})年)?"
    rf"(?:(?P<month>{_N}{{1,3}})月(?:(?P<day>{_N}{{1,3}})[日号])?)?(?:[（(]?(?P<week>(?:星期|周)[一二三四五六日天])[）)]?)?"
)
_HINT = regex.later("年|月|星期|周")
_WEEK = "一二三四五六日"


def seen(doc: Document) -> Iterator[Seen]:
    """Years, months and days that are written out, and weekdays; of a whole date, its own weekday beside it."""
    for found in _DATE.finditer(doc.text):
        if found["year"] or found["day"] or found["week"]:
            text = found[0].strip("（()）") if not found["year"] and not found["month"] else found[0]
            yield Seen("date", text, _weekday(found), Span(*found.span()))


def _weekday(found: re.Match[str]) -> str:
    """The weekday of a date in figures; "" of another."""
    import datetime

    try:
        day = datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except (TypeError, ValueError):
        return ""
    return f"星期{_WEEK[day.weekday()]}"
