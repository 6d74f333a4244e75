"""What a date on the command line or in the config means."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.as_of import day_of


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-3-5", "2026-03-05"),
        ("2026-02", "2026-02-28"),
        ("2024-02", "2024-02-29"),
        ("2000-02", "2000-02-29"),
        ("1900-02", "1900-02-28"),
        ("2026", "2026-12-31"),
        ("2026年", "2026-12-31"),
        ("2026年3月", "2026-03-31"),
        ("2026年3月5日", "2026-03-05"),
    ],
)
def test_last_day_meant(said: str, day: str) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize(
    "said", ["", "26", "2026-13", "2026-00", "2025-02-29", "2026-04-31", "2026-03-", "今天", "0000"]
)
def test_no_date(said: str) -> None:
    assert day_of(said) is None


@given(st.dates())
def test_a_full_date_is_itself_and_a_month_its_last_day(day: date) -> None:
    assert day_of(day.isoformat()) == day.isoformat()
    last = day_of(day.isoformat()[:7])
    assert last is not None
    if last < date.max.isoformat():
        assert (date.fromisoformat(last) + timedelta(days=1)).day == 1
