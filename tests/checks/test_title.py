"""Titles that stand twice, whatever a site or a hand put around them, and the meeting that a title names."""

from __future__ import annotations

import pytest
from conftest import findings

TITLE = "在河口镇秋粮收购会上的讲话"


@pytest.mark.parametrize(
    "copy", ["正文：{}", "【{}】", "==={}===", "★ {} ★", "秋粮收购会讲话：{}", "3.{}", "{}——"]
)
def test_the_title_again_in_any_dress(copy: str) -> None:
    text = f"{copy.format(TITLE)}\n{TITLE}\n同志们：\n今天开会。\n"
    assert findings(text, "DUP007")


@pytest.mark.parametrize("copy", ["{0}（{0}）", "{0}【{0}】", "{0}_{0}", "{0}　{0}"])
def test_the_title_twice_on_its_line_loses_the_second_with_its_brackets(copy: str) -> None:
    text = f"{copy.format(TITLE)}\n同志们：\n今天开会。\n"
    (found,) = findings(text, "DUP001")
    (edit,) = found.fixes[0].edits
    assert text[: edit.span.start] + text[edit.span.end :] == f"{TITLE}\n同志们：\n今天开会。\n"


def test_a_place_that_both_meetings_share_makes_them_no_one_meeting() -> None:
    opening = "\n同志们：\n今天，我们召开河口镇{}，主要任务是把事情说清。\n"
    assert findings(TITLE + opening.format("消防演练会"), "DUP008")
    assert not findings(TITLE + opening.format("秋粮收购工作会"), "DUP008")
