"""Persons told by the characters of their name, where no list has their post."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts
from speechlint.document.facts.seen import Known

KNOWN = Known(frozenset(("临江", "江州", "石岭")), frozenset(), frozenset())


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text), KNOWN) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("主教练裴志刚、领队龚雪梅到场。", ["裴志刚", "龚雪梅"]),
        ("会议选举许明远为会长，罗永昌、白福祥为副会长。", ["许明远", "罗永昌", "白福祥"]),
        ("他和宋铁柱一道守了三十年水库。", ["宋铁柱"]),
        ("总会计师佟颖华代表学校签字。", ["佟颖华"]),
        ("钢琴伴奏：陆晓晴。", ["陆晓晴"]),
        ("高质量发展，成效显著，安全有序，强基工程，方案已定。", []),
        ("江州鸿远通信公司、“康乐行”活动、龙泉镇、梅岭路。", []),
    ],
)
def test_names_by_their_characters(text: str, names: list[str]) -> None:
    assert named("person", text) == names


def test_a_line_may_begin_with_the_head_of_an_institution() -> None:
    assert named("institution", "集团公司三届二次职代会今天闭幕。\n学院和江州医院都来了。") == ["江州医院"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("总量居全国第三位、第五位，排名第二十一位。", ["第三位", "第五位", "第二十一位"]),
        ("倍差缩小到1.94、最高最低比降到1.61。", ["1.94", "1.61"]),
        ("打了两口井，做了四轮检测，第一位讲话的是他。", ["两口", "四轮"]),
    ],
)
def test_ranks_and_turns(text: str, figures: list[str]) -> None:
    assert named("figure", text) == figures


def test_a_congress_before_its_years() -> None:
    assert named("meeting", "从党的十六大的五年说起，这是三大的任务。") == ["党的十六大"]
