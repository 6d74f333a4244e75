"""What a half-width dot is: a stop, a dot of a name, the hole of a word, a dot of a number."""

from __future__ import annotations

import pytest
from conftest import findings

from speechlint.checks.wording.dot import HOLE, INTERPUNCT, NONE, STOP, UNSURE, kinds
from speechlint.document import Document

AROUND = "同志们，今天的会很重要。{}大家辛苦了。"


def kind(words: str) -> str:
    """The kind of the first dot of ``words`` in a text whose other stops are full-width."""
    text = AROUND.format(words)
    return kinds(Document("a.txt", text)).get(text.index("."), NONE)


@pytest.mark.parametrize(
    "words",
    [
        "要抓好落实.要见到实效，",
        "要抓好入库.\n",
        "增长8%.下一步要努力，",
        "建成了5G.下一步",
        "企业1200.下一步",
        '他说"好".',
        "来自(上海).北京的也到了，",
    ],
)
def test_a_stop(words: str) -> None:
    assert kind(words) == STOP


@pytest.mark.parametrize(
    "words",
    [
        "尼玛.次仁同志发言，",
        "和古丽米热.艾山同志，",
        "要学《论语.学而》，",
        "重温“沁园春.雪”，",
        "阿不都.热合曼同志，",
        "读列夫.托尔斯泰，",
        "扎西.多吉同志，",
    ],
)
def test_a_dot_of_a_name_or_a_title(words: str) -> None:
    assert kind(words) == INTERPUNCT


@pytest.mark.parametrize(
    "words",
    [
        "加强思想和.作风建设，",
        "召开了.的会议，",
        "在.的领导下，",
        "夺取经济.发展的胜利，实现经济.目标，",
        "实现经济.目标，",
        "国家的教育.业发展了，",
    ],
)
def test_a_hole(words: str) -> None:
    assert kind(words) == HOLE


@pytest.mark.parametrize(
    "words",
    [
        "\n一.开场白\n",
        "\n1.抓学习，",
        "：第一.要抓早，",
        "见图1.示意，",
        "增长8.5%，",
        "见www.example.cn，",
        "版本2.0.1，",
        "A.定方案，",
        "Mr.王说，",
        "喜迎“五.一”，",
        "用俄语说Да.Нет，",
        "等到11:00.再说，",
        "某网.中国，",
    ],
)
def test_no_business_of_ours(words: str) -> None:
    assert kind(words) in (NONE, UNSURE if "网" in words else NONE)


@pytest.mark.parametrize("words", ["讲话稿一.开场白，", "稿子3.开场白，"])
def test_what_may_be_something_else_is_told_without_a_safe_fix(words: str) -> None:
    assert kind(words) == UNSURE
    [found] = findings(AROUND.format(words), "PUN001")
    assert not any(fix.safe for fix in found.fixes)


def test_where_all_stops_are_half_width_nouns_raise_no_doubt() -> None:
    text = "要全面提高水平.干部要带头.群众要参与.工作要落实."
    assert set(kinds(Document("a.txt", text)).values()) == {STOP}


@pytest.mark.parametrize("words", ["大家跟.走，", "，国.院发了文，", "这是.央的要求，", "路是.修的，"])
def test_a_hole_is_what_no_sentence_begins_or_ends_at(words: str) -> None:
    assert kind(words) == HOLE


@pytest.mark.parametrize("words", ["，好.我同意，", "要抓好收割.走，"])
def test_a_sentence_of_one_character_is_an_answer(words: str) -> None:
    assert (kind(words) == STOP) == ("好." in words)
