"""What ``--as-of`` and ``as_of:`` may say, as the day it means."""

from __future__ import annotations

from speechlint.document.dates import AsOf
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document

_DATE = regex.later(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?", regex.ASCII)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DRAFT, TODAY = "draft", "today"


def day_of(text: str) -> str | None:
    """``2026-03-05``, ``2026-03`` or ``2026`` (also 2026年3月) → the ISO day; None where it is no date."""
    said = _DATE.fullmatch(text.strip())
    if not said:
        return None
    year, month = int(said[1]), int(said[2] or 12)
    if not 1 <= month <= 12 or not year:
        return None
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 29 if month == 2 and leap else _DAYS[month - 1]
    day = int(said[3] or last)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= last else None


def judged_at(doc: Document, asked: AsOf) -> AsOf:
    """The day a draft is judged at: what was asked for, or its own where it has one for all its speeches."""
    dates = {dated.date for dated in doc.own_dates} if asked.by_draft else set()
    day = day_of(dates.pop() or "") if len(dates) == 1 else None
    return AsOf(day, DRAFT, by_draft=True) if day else asked
