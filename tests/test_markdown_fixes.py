"""Markdown drafts: marks hide no fault, and a fix changes words and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import TODAY, chosen
from hypothesis import example, given, settings
from hypothesis import strategies as st
from judge import structure

from speechlint.document.dates import AsOf
from speechlint.finding import Finding
from speechlint.fixing import fix
from speechlint.project.layers import Settings
from speechlint.readers import of
from speechlint.run.engine import lint

HEAD = (
    "# 在全县安全生产工作会议上的讲话\n\n同志们：\n\n今天我们开会，主要任务是总结去年工作，部署今年任务。\n\n"
)


def found(source: str, path: str = "稿.md") -> Sequence[Finding]:
    return lint(of(path).document(path, source), chosen(), Settings(AsOf(TODAY, "--as-of")))


def fixed(source: str, *, unsafe: bool = False) -> str:
    made = fix.fix(source.encode(), "utf-8", found, unsafe=unsafe, reader=of("a.md"))
    return made.data.decode()


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("会议**要求**,抓好落实。", "会议**要求**，抓好落实。"),
        ("要**抓好落实**.要见到实效。", "要**抓好落实**。要见到实效。"),
        ("见[通知](a,b.md),抓好落实。", "见[通知](a,b.md)，抓好落实。"),
        ("要抓好落实[^1]。\n\n[^1]:见县政府办通知。", "要抓好落实[^1]。\n\n[^1]:见县政府办通知。"),
        ("会议要求`甲,乙`,抓好落实。\n\n> ```\n> 甲,乙\n> ```", None),
        (
            "| 甲 | 会议要求,抓好 |\n|---|---|\n| `甲,乙` | 丙 |",
            "| 甲 | 会议要求，抓好 |\n|---|---|\n| `甲,乙` | 丙 |",
        ),
        ("要学习“**两个确立**,**两个维护**”。", "要学习“**两个确立**，**两个维护**”。"),
        ('要做到"**甲**"和"乙"两条。', "要做到“**甲**”和“乙”两条。"),
        ("他说**“要抓好”** ,大家赞成。", None),
    ],
)
def test_a_safe_fix_keeps_the_marks(source: str, after: str | None) -> None:
    made = fixed(HEAD + source)
    assert structure(made) == structure(HEAD + source)
    assert after is None or made == HEAD + after


@pytest.mark.parametrize("mark", ["**{}**", "### {}", "> {}", "__{}__", "- {}", "> - **{}**"])
def test_renumbering_keeps_the_marks(mark: str) -> None:
    def draft(*numbers: str) -> str:
        return HEAD + "".join(
            f"{mark.format(f'{n}、抓好工作')}\n\n要压实责任，抓好落实。\n\n" for n in numbers
        )

    codes = [one.code for one in found(draft("一", "三")) if one.code.startswith("NUM")]
    assert codes == ["NUM001"]
    assert fixed(draft("一", "三"), unsafe=True) == draft("一", "二")


@pytest.mark.parametrize(
    "list_", ["1. 甲。\n1. 乙。\n1. 丙。", "0. 甲。\n0. 乙。\n0. 丙。", "1. 甲。\n\n1. 乙。\n\n1. 丙。"]
)
def test_a_lazily_numbered_list_is_right_in_markdown_alone(list_: str) -> None:
    assert not [one for one in found(HEAD + list_) if one.code.startswith("NUM")]
    assert not list_.startswith("1.\n") or found(HEAD + list_, "稿.txt")


def test_a_number_twice_is_a_fault_in_markdown_too() -> None:
    source = HEAD + "1. 抓学习，强本领。\n2. 抓落实，见成效。\n2. 抓作风，树形象。\n3. 抓督查，促整改。\n"
    [place] = [one.span for one in found(source) if one.code == "NUM002"]
    assert source[place.start : place.end + 3] == "2. 抓作"


def test_what_is_not_spoken_is_not_counted() -> None:
    [comma] = [
        one
        for one in found(HEAD + "写作`甲,乙`<!-- 旧,稿 -->，会议要求,抓好。\n\n```\n丙,丁\n```\n")
        if one.code == "PUN001"
    ]
    assert len(comma.places) == 1
    assert "共" not in comma.message


PARTS = (
    *(
        "会议要求,抓好落实。",
        '要做到"甲"。',
        "**截止**目前，",
        "进展 顺利 ,见成效.",
        "*必需*坚持标准;",
        "XX户",
    ),
    *("[通知](a,b.md),", "`甲,乙`,", "**要抓好** ,落实", "![图,一](b.png),", "<b>重点,</b>", "\\*,", "（甲)"),
    *("[^1],", "https://a.cn/x ,", "**“甲”** 乙，抓好", "**第一，**甲,", "一是甲。三是乙。"),
)
LEADS = ("", "", "# ", "> ", "- ", "1. ", "1. ", "  ", "> - ", "    x", "[^1]: ", "| ", "    - ")
BLOCKS = st.one_of(
    st.builds(
        lambda lead, parts: lead + "".join(parts),
        st.sampled_from(LEADS),
        st.lists(st.sampled_from(PARTS), min_size=1, max_size=4),
    ),
    st.sampled_from(
        (
            "",
            "",
            "```\n甲,乙\n```",
            "> ```\n> 甲,乙\n> ```",
            "---",
            "| 甲,乙 | 丙 |\n|---|---|\n| 丁,戊 | `己,庚` |",
            "<div>\n甲,乙\n</div>",
        )
    ),
)


@given(st.lists(BLOCKS, min_size=1, max_size=6).map("\n".join), st.booleans())
@example("# 会议要求抓好落实。\n会议要求抓好落实。**重在**坚持。", True)  # 删去第二句，下一段就成了标题
@settings(max_examples=60)
def test_a_fix_changes_nothing_but_words(body: str, unsafe: bool) -> None:
    assert structure(fixed(HEAD + body, unsafe=unsafe)) == structure(HEAD + body)
