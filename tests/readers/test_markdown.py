"""Markdown as CommonMark and GFM mean it: which characters are words, and which are marks or are not spoken."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import unmarked
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.alignment import apply
from speechlint.document.markup import OBJECT
from speechlint.readers import of
from speechlint.readers.markdown import markup


@pytest.mark.parametrize(
    "text",
    [
        "⟦---\ntitle: X届X次全会讲话\n---\n⟧# 讲话\n",
        "⟦+++\ntitle = 'X'\n+++\n⟧正文\n",
        "正文\n⟦```\nX届\n```⟧\n正文",
        "正文\n⟦~~~~\nX届\n~~~\n~~~~⟧\n正文",
        "正文\n⟦```\n没有结束的代码\n⟧",
        "- 步骤：\n  ⟦  ```\n    甲,乙\n    ```⟧\n",
        "> ⟦```\n> 甲,乙\n> ```⟧\n",
        "正文\n\n⟦    甲,乙⟧\n\n正文",
        "- 项\n\n  ⟦    甲,乙⟧\n",
        "⟦<pre>甲\n\n乙</pre>⟧\n正文",
        "⟦<script>\nvar 甲 = '乙,丙'\n</script>⟧\n正文",
        "正文⟦<!-- speechlint: ignore PLH001 -->⟧正文",
        "⟦<!-- 一\n\n二 -->⟧\n正文",
        "要用⟦`x届`⟧和⟦``a`b``⟧",
        '见[通知⟦](https://a.b/c_(1).html "X届")⟧。',
        "见[附件⟦](附件/X届.md)⟧。",
        "见[附件⟦](<附件 甲.md>)⟧。",
        "见[通知⟦][u]⟧、⟦![图][u]⟧。\n\n⟦[u]: 文件/说明,一.md⟧",
        "要抓好⟦[^1]⟧。\n\n[^1]:见通知。",
        "看⟦![X届合影](img/1.jpg)⟧",
        "网址⟦https://www.a.cn/xx?y=1⟧，请查收",
        "见 ⟦https://example.cn/文件/说明,一.html⟧ 即可",
        "发到⟦<mailto:a@b.cn>⟧，⟦<https://a.cn/甲>⟧",
        '⟦<div align="center">⟧在会上的讲话⟦</div>⟧',
        '看⟦{{< figure src="甲,乙.png" >}}⟧和⟦{% include 甲 %}⟧',
        "设⟦$x_1, y$⟧为正\n\n⟦$$\nx, y\n$$⟧\n",
    ],
)
def test_not_spoken(text: str) -> None:
    source, spans = unmarked(text)
    assert list(markup(source).unspoken) == spans


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n同志们，现在开会。\n\n---\n",
        "    同志们，段首空四格不是代码。\n",
        "[请填写单位]：要抓紧",
        "增长<5%，而>3%",
        "～～～\n正文\n～～～",
        "只有一个`反引号",
        "**重点**和*强调*",
        "投资$5亿，收入$6亿",
        "见[通知][没有定义]、[^9]",
        "要写{{name}}",
    ],
)
def test_spoken(text: str) -> None:
    assert markup(text).unspoken == ()


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("# 讲话 #\n", "讲话\n"),
        ("讲话\n===\n\n会\n---\n", "讲话\n\n\n会\n\n"),
        ("要**抓好**、*见*、成__效__、***快***、~~慢~~", "要抓好、见、成__效__、快、慢"),
        ("__一、提高认识__", "一、提高认识"),
        ("2*3*4，a_b_c", "234，a_b_c"),
        ("1\\. 提高\\*\\\\", "1. 提高*\\"),
        ("> 一、甲\n> 乙\n丙\n\n> > 丁", "一、甲\n乙\n丙\n\n丁"),
        ("- 甲\n* 乙\n  续\n+ > 丙", "甲\n乙\n续\n丙"),
        ("- [ ] 甲\n- [x] 乙", "甲\n乙"),
        ("1. 甲\n   - 乙\n2. 丙", "1. 甲\n乙\n2. 丙"),
        ("| 甲 | 乙 |\n|---|:-:|\n| 丙 |", " 甲 \n 乙 \n\n 丙 "),
        ("甲[乙](c)丙", "甲乙丙"),
        ("[^1]: 见通知", "见通知"),
        ("甲<b>乙</b><br>丙", "甲乙\n丙"),
        ("甲\\\n乙", "甲\n乙"),
        ("***\n甲\n\n* * *", "\n甲\n\n"),
        ("看`代码`", f"看{OBJECT}"),
        ("![图](a.png)", ""),
        ("**第一，**要走进班组", "第一，要走进班组"),
        ("在**“四个意识”**上", "在“四个意识”上"),
        ("在**县、**市**同志，**县**", "在**县、**市**同志，**县**"),
    ],
)
def test_marks_are_no_words(source: str, reading: str) -> None:
    assert apply(source, markup(source).changes) == reading


@pytest.mark.parametrize(
    ("numbers", "read"),
    [
        ("1. 1. 1.", "1. 2. 3."),
        ("0. 0. 0.", "1. 2. 3."),
        ("1) 1) 1)", "1) 2) 3)"),
        ("1. 2. 2.", "1. 2. 2."),
        ("3. 3. 3.", "3. 3. 3."),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n   续。\n\n   再续。\n"])
def test_a_list_numbered_lazily_reads_as_it_is_shown(numbers: str, read: str, between: str) -> None:
    written, shown = ([f"{number} 甲" for number in text.split()] for text in (numbers, read))
    reading = apply(between.join(written), markup(between.join(written)).changes)
    assert [line for line in reading.split("\n") if "甲" in line] == shown


def test_a_wrapped_paragraph_never_goes_on_in_the_next_item() -> None:
    lines = [
        "要抓好落实。各级各部门各单位要压实安全生产的主",
        "体责任，把各项任务抓实抓细。要加强督促检查，确",
        "保各项工作见到实效。要强化责任担当，主动作为善",
        "作善成。",
    ]
    wrapped, listed = "\n".join(lines), "\n".join(f"- {line}" for line in lines)
    assert of("a.txt").document("a.txt", wrapped).text == "".join(lines)
    assert of("a.md").document("a.md", f"> {wrapped}").text == "".join(lines)
    assert of("a.md").document("a.md", listed).text == wrapped


@given(st.text("`~-<>!()[]#:/.ahtps*_|\\{%$1\n 字，", max_size=120))
def test_marks_are_ordered_and_within(text: str) -> None:
    changes = markup(text).changes
    assert all(a.end <= b.start for a, b in pairwise(changes))
    assert all(0 <= change.start < change.end <= len(text) for change in changes)
    reading = of("a.md").document("a.md", text)
    assert reading.alignment.to_source((0, len(reading.text))).end <= len(text)
