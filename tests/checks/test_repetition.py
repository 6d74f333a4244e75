"""What stands twice."""

from __future__ import annotations

import pytest
from conftest import findings, marked
from hypothesis import given
from hypothesis import strategies as st

from speechlint import Layer, Project, check

LONG = "要把职工的急难愁盼放在心上，一件一件抓落实，让职工看得见、摸得着、得实惠。"
OTHER = "要把班组建设抓在手上，一级一级压责任，让基层有人管、有钱办、有地方去。"


def test_a_repeated_paragraph_shows_both_places() -> None:
    source = f"{LONG}\n{OTHER}\n{LONG}\n"
    (found,) = findings(source, "DUP")
    assert found.span.start == source.rindex(LONG)
    assert found.related[0].span.start == 0
    assert "第 1 行" in found.message


def test_a_speech_pasted_twice_is_one_finding() -> None:
    speech = "".join(f"第{n}项任务是把工作做到车间班组去，做到职工心里去。\n" for n in "甲乙丙丁戊己")
    assert len(findings(speech * 2, "DUP002")) == 1


def test_parallel_paragraphs_are_no_repetition() -> None:
    assert not findings(f"{LONG}\n{OTHER}\n", "DUP")


def test_a_doubled_word_at_the_meeting_of_two_words_is_none() -> None:
    assert not findings("引进博士博士后，促进就业创业创新，一个项目一个项目地抓，实现现代化。", "DUP")


@given(
    st.lists(st.sampled_from(["甲", "乙", "工", "作", "和", "，", "。", "\n", " ", "抓好落实"]), max_size=60)
)
def test_any_text_is_read_without_trouble(parts: list[str]) -> None:
    source = "同志们：" + "".join(parts)
    for found in findings(source, "DUP", "PUN"):
        for place in found.places:
            assert 0 <= place.start < place.end <= len(source)


def test_the_title_is_marked_wherever_it_stands() -> None:
    source = "在全县工会工作会议上的讲话稿\n在全县工会工作会议上的讲话\n同志们：\n" + LONG
    assert marked(source, "DUP007").count("⟦") == 2


@pytest.mark.parametrize("code", ["DUP002", "DUP003"])
def test_a_long_text_may_be_given_up_halfway(code: str) -> None:
    """An editor has another one by then: it does not wait for the end of what takes long."""
    source = "".join(f"{LONG[:-1]}第{number}件。\n{OTHER}\n" for number in range(300))
    asked: list[int] = []
    check("稿.txt", source, Project(Layer(select=(code,)), isolated=True), between=lambda: asked.append(1))
    assert len(asked) > 5
