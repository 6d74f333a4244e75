"""Sections, levels, marks and endings, where examples of the rules do not reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, findings, marked, write

from speechlint.finding import Severity

LONG = "各单位要按照部署抓好落实，月月有进度，季季有变化，年底见成效，不能虎头蛇尾。"


def test_wrong_marks_are_one_finding_a_speech_level_and_mark() -> None:
    text = f"一、修路\n1、备料。{LONG}\n2、动工。{LONG}\n二、架桥\n1、勘察。{LONG}\n2、合龙。{LONG}\n"
    (finding,) = findings(text, "NUM007")
    assert len(finding.occurrences) == 4
    assert finding.fixes[0].safe
    assert {edit.text for edit in finding.fixes[0].edits} == {"."}


def test_each_speech_has_its_own_finding() -> None:
    piece = f"在会上的讲话稿篇{{}}\n同志们：\n一,修路。{LONG}\n二,架桥。{LONG}\n"
    assert len(findings(piece.format("一") + piece.format("二"), "NUM007")) == 2


def test_a_convention_in_a_spoken_list_is_only_worth_a_look() -> None:
    (finding,) = findings("两件事：第一、修路；第二、架桥。", "NUM007")
    assert finding.severity is Severity.INFO


def test_the_paragraph_that_lost_its_number_gets_it_back() -> None:
    text = f"一、修路\n{LONG}\n二、架桥\n{LONG}\n建好学校\n{LONG}\n四、植树\n{LONG}\n"
    (finding,) = findings(text, "NUM006")
    assert (finding.reading, finding.fixes[0].edits[0].text) == ("建好学校", "三、")


def test_a_cell_of_a_table_lost_no_number(shipped: Callable[..., Outcome]) -> None:
    table = "| 项目 | 数量 |\n|---|---|\n| 学校 | 十所 |\n"
    text = f"一、修路\n\n{LONG}\n\n{table}\n三、架桥\n\n{LONG}\n"
    write(Path("a.md"), text)
    write(Path("b.md"), text.replace(table, "建好学校\n"))
    told = shipped("a.md", "b.md", "--select", "NUM006", "-q").out
    assert [line.split(":")[0] for line in told.splitlines() if "NUM006" in line] == ["b.md"]


@pytest.mark.parametrize(
    "text",
    [
        f"一、修路\n{LONG}\n谢谢大家",
        f"一、修路\n{LONG}\n市总工会办公室\n2026年3月5日",
        "三件事：\n一、修路\n二、架桥\n三、建校",
        f"{LONG}“一定要把路修好”",
        f"一、修路。{LONG}\n二、架桥。{LONG}",
    ],
)
def test_a_draft_with_an_end(text: str) -> None:
    assert findings(text, "NUM013") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"一、修路\n{LONG}\n二、切实抓好", "二、切实抓好"),
        (f"{LONG}各级各部门要，", "各级各部门要，"),
        (f"{LONG}希望大家回去以后", "希望大家回去以后"),
    ],
)
def test_a_draft_that_breaks_off(text: str, found: str) -> None:
    (finding,) = findings(text, "NUM013")
    assert finding.reading in found


def test_one_section_without_text_among_full_ones() -> None:
    text = f"一、修路\n{LONG}\n⟦二、架桥⟧\n三、建校\n{LONG}\n"
    assert marked(text.replace("⟦", "").replace("⟧", ""), "NUM012") == text


def test_a_list_of_short_points_is_not_a_row_of_empty_sections() -> None:
    assert findings("议程如下：\n一、听取报告\n二、审议报告\n三、通过决议\n", "NUM012") == []


def test_a_numbered_heading_inside_a_paragraph_gets_its_line_back() -> None:
    text = f"一、修路\n{LONG}二、架桥\n{LONG}\n三、建校\n{LONG}\n"
    (finding,) = findings(text, "NUM015")
    assert (finding.reading, finding.severity) == ("二、", Severity.WARNING)
    assert finding.fixes[0].edits[0].text == "\n"


def test_a_list_run_into_one_paragraph_as_a_whole_is_no_buried_heading() -> None:
    assert findings(f"三件事：一、修路。{LONG}二、架桥。{LONG}三、建校。{LONG}", "NUM015") == []
