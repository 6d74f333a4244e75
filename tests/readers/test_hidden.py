"""What is not spoken in a Markdown draft: nothing is found there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import unmarked
from hypothesis import given
from hypothesis import strategies as st

from speechlint.readers.markdown import hidden


@pytest.mark.parametrize(
    "text",
    [
        "⟦---\ntitle: X届X次全会讲话\n---\n⟧# 讲话\n",
        "⟦+++\ntitle = 'X'\n+++\n⟧正文\n",
        "正文\n⟦```\nX届\n```⟧\n正文",
        "正文\n⟦~~~~\nX届\n~~~\n~~~~⟧\n正文",
        "正文\n⟦```\n没有结束的代码\n⟧",
        "正文⟦<!-- speechlint: ignore PLH001 -->⟧正文",
        "正文⟦<!-- 一\n\n二 -->⟧正文",
        "要用⟦`x届`⟧和⟦``a`b``⟧",
        '见[通知]⟦(https://a.b/c_(1).html "X届")⟧。',
        "见[附件]⟦(附件/X届.md)⟧。",
        "⟦![X届合影](img/1.jpg)⟧",
        "[1]⟦: https://a.b/xx⟧",
        "网址⟦https://www.a.cn/xx?y=1⟧，请查收",
        '⟦<div align="center">⟧在会上的讲话⟦</div>⟧',
    ],
)
def test_not_spoken(text: str) -> None:
    source, spans = unmarked(text)
    assert list(hidden(source)) == spans


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n同志们，现在开会。\n\n---\n",
        "    同志们，段首空四格不是代码。\n",
        "[某某区](待补充)的经验",
        "[请填写单位]：要抓紧",
        "增长<5%，而>3%",
        "～～～\n正文\n～～～",
        "只有一个`反引号",
        "**重点**和*强调*",
    ],
)
def test_spoken(text: str) -> None:
    assert hidden(text) == ()


@given(st.text("`~-<>!()[]#:/.ahtps\n字 ", max_size=120))
def test_spans_are_ordered_and_within(text: str) -> None:
    spans = hidden(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
