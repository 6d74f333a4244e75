"""Figures that contradict each other, and the latitude that rounding leaves."""

from __future__ import annotations

import datetime

import pytest
from conftest import findings, marked
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.dates.calendar import weekday
from speechlint.checks.figures.quantities import quantity


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_weekdays_are_the_calendars(day: datetime.date) -> None:
    assert weekday(day.year, day.month, day.day) == day.isoweekday() % 7


def test_a_rounded_figure_may_stand_for_its_neighbours() -> None:
    assert quantity("1.2", "万") == (12_000.0, 11_500.0, 12_500.0)
    assert quantity("300", "") == (300.0, 300.0, 300.0)


@pytest.mark.parametrize(
    "sentence",
    [
        "会员从2000人增加到3000人，增长50%。",
        "会员从1.9万人增加到2.4万人，增长27.8%。",
        "收入由1.2万元提高到1.9万元，年均增长9.6%。",
        "覆盖率从60%提高到90%，提高30个百分点。",
        "经费从2020年的50万元增加到2025年的200万元，翻了两番。",
        "企业从300家增加到近600家，增加了一倍。",
    ],
)
def test_figures_that_agree(sentence: str) -> None:
    assert findings(sentence, "FIG004") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "会员从2000人增加到3000人，增长⟦60%⟧。",
        "企业从300家增加到900家，增加了⟦三倍⟧。",
        "经费从2020年的50万元增加到2025年的150万元，翻了⟦两番⟧。",
    ],
)
def test_figures_that_contradict_each_other(sentence: str) -> None:
    assert marked(sentence.replace("⟦", "").replace("⟧", ""), "FIG004") == sentence


def test_growth_alone_is_no_whole_for_its_parts() -> None:
    assert findings("新增会员1200人，其中农民工会员1500人参加了培训。", "FIG005") == []


def test_the_fix_adds_the_percent_sign() -> None:
    (found,) = findings("会费收入同比增长13.8；工作经费也有保证。", "FIG001")
    assert [edit.text for fix in found.fixes for edit in fix.edits] == ["13.8%"]


def test_a_leap_day_in_a_common_year() -> None:
    assert marked("请在2025年2月29日前完成换届工作。", "FIG010") == "请在⟦2025年2月29日⟧前完成换届工作。"
    assert findings("请在2月29日前完成换届工作。", "FIG010") == []
