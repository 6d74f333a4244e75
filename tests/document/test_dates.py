"""The date of a draft, as it says it itself."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.dates import AsOf, judged_day, last_day, later, own_date, shown

PIECES = "篇一\n在全市工会工作会议上的讲话\n（2009年2月15日）\n同志们：\n今年任务很重。\n谢谢大家！\n\
篇二\n在全县工会工作会议上的讲话\n（2012年3月）\n同志们：\n今年要开好局。\n谢谢大家！\n"


def date(text: str) -> str | None:
    return own_date(Document("draft.txt", text), 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在全市工会工作会议上的讲话\n（2019年2月15日）\n同志们：\n开会。\n", "2019-02-15"),
        ("在动员会上的讲话\n2019年2月\n同志们：\n开会。\n", "2019-02"),
        ("讲话\n二〇一二年三月五日\n同志们：\n开会。\n", "2012-03-05"),
        ("讲话\n2013-03-05\n同志们：\n开会。\n", "2013-03-05"),
        ("同志们：\n开会。\n市总工会\n2016年4月28日\n", "2016-04-28"),
        ("同志们：\n今年是2024年，任务很重。\n", "2024"),
        ("2025年青阳市政府工作报告\n各位代表：\n现在报告工作。\n", "2025"),
        ("同志们：\n2012年的县政府工作报告提出过这个目标。\n", None),
        ("同志们：\n下面部署2023年工作。\n", "2023"),
        ("各位代表：\n一、2024年工作回顾\n成绩很大。\n二、2025年目标任务\n任务很重。\n", "2025"),
        ("各位代表：\n2024年是极不平凡的一年。\n2025年是收官之年。\n", "2025"),
        ("2020081607在全市镇街工会干部培训班上的讲话\n同志们：\n开会。\n", "2020-08-16"),
    ],
)
def test_a_draft_says_its_date(text: str, found: str) -> None:
    assert date(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "在全市工会工作会议上的讲话\n（20xx年2月15日）\n同志们：\n开会。\n",
        "同志们：\n2008年我们办了奥运会。\n",
        "同志们：\n到2035年目标任务已经明确。\n",
        "同志们：\n2008年是难忘的一年。\n",
        "编号：20201345678\n同志们：\n开会。\n",
        "",
    ],
)
def test_a_masked_or_a_told_year_is_no_date(text: str) -> None:
    assert date(text) is None


def test_each_piece_of_a_collection_has_its_own_date() -> None:
    doc = Document("draft.txt", PIECES)
    assert [dated.date for dated in doc.own_dates if dated.date] == ["2009-02-15", "2012-03"]
    assert own_date(doc, PIECES.index("开好局")) == "2012-03"


def test_a_draft_is_judged_today_unless_its_own_date_is_asked_for() -> None:
    doc = Document("draft.txt", PIECES)
    at = PIECES.index("任务很重")
    assert judged_day(doc, AsOf("2026-11-20", "today"), at) == "2026-11-20"
    assert judged_day(doc, AsOf("2026-11-20", "today", by_draft=True), at) == "2009-02-15"


def test_a_year_alone_ends_with_its_last_day_and_reads_in_chinese() -> None:
    assert (last_day("2026"), last_day("2026-03"), last_day("2026-03-05")) == (
        "2026-12-31",
        "2026-03-31",
        "2026-03-05",
    )
    assert shown("2026-03-05") == "2026年3月5日"
    assert shown("2026") == "2026年"


def test_months_carry_over_the_year() -> None:
    assert later("2024-07-31", 12) == "2025-07-31"
    assert later("2023-11-30", 3) == "2024-02-30"  # only compared, never shown
