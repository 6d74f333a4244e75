"""Which blanks and line breaks of a draft are damage, and which a way of setting it."""

from __future__ import annotations

import pytest
from conftest import marked

SAID = "下面请各位乡亲听我说一说修渠的事，"


@pytest.mark.parametrize(
    "line",
    [
        SAID + "先看 “用水难” 的账，再看 “修渠” 的账。",
        SAID + "动工 → 通水 → 验收，一步一步来。",
        SAID + "只有一个办法 —— 大家动手。",
        SAID + "带 ⭐ 的几户先上。",
        SAID + "合计（    ）户，姓名“  ”。",
        "姓名：          单位：          ",
        "甲： 乙： 丙：",
    ],
)
def test_blanks_that_set_a_line_are_left(line: str) -> None:
    assert marked(line, "SPC001") == line


@pytest.mark.parametrize(
    "line",
    [
        SAID + "通水那天是2024年10⟦ ⟧月23⟦ ⟧日。",
        SAID + "大家管它叫“幸福渠⟦ ⟧”，管水闸叫（⟦ ⟧铁将军）。",
        "时间：⟦ ⟧2024年10月23日",
        "主持：⟦ ⟧东河村村民委员会",
    ],
)
def test_blanks_that_no_setting_wants_are_told(line: str) -> None:
    assert marked(line.replace("⟦", "").replace("⟧", ""), "SPC001") == line


def test_a_blank_that_markdown_needs_behind_its_mark_is_left() -> None:
    text = f"{SAID}**要点：** 大家动手，**办法：** 轮流守闸，不误农时。"
    assert marked(text, "SPC001", format="markdown") == text


def test_a_quotation_mark_the_wrong_way_round_opens_nothing_that_the_next_line_would_close() -> None:
    text = "合：”渠水弯弯流过来，流到各家地头上。“\n甲：修渠的人辛苦了。\n"
    assert marked(text, "SPC002") == text


def test_a_break_is_told_with_the_character_before_it() -> None:
    text = "要弘扬正气，办好实事。弘扬和践行社会⟦主\n⟧义核心价值观，大家一起来。\n"
    assert marked(text.replace("⟦", "").replace("⟧", ""), "SPC002") == text
