import pytest

from speechlint import check_text
from speechlint.checks.wording import met_choices


def found(text: str) -> list[tuple[str, str]]:
    result = check_text(text)
    told = [finding for finding in result.findings if "TYP014" in (finding.code, *finding.also)]
    return [(text[slice(*finding.span)], finding.message) for finding in told]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("山里的村子贫困程序深，路也窄。", "程序", "程度"),
        ("青年们向老师表示热烈的祝愿！", "祝愿", "祝贺"),
        ("就要开学了，再我们为新书高兴的时候，不要忘了老师。", "再", "在"),
    ],
)
def test_a_word_that_fits_neither_side_where_the_other_does_is_told(
    text: str, wrong: str, right: str
) -> None:
    assert found(text) == [(wrong, f"这里的“{wrong}”多半该是“{right}”")]


@pytest.mark.parametrize(
    "text",
    [
        "大家把“贫困程序深”这几个字圈了出来。",  # quoted
        "《贫困程序深》是一篇小说。",
        "按程序办事，贫困程度深的村子先办。",
        "更好的服务，更好地为民办事，地下水超采区的治理。",
        "贫困程序深，贫困程序深，还是贫困程序深。",  # said again and again
    ],
)
def test_right_and_quoted_words_are_not(text: str) -> None:
    assert found(text) == []


def test_digits_letters_and_signs_are_alike_in_a_context() -> None:
    assert (
        met_choices.plain("在7月，ＡI好😀")
        == f"在0月{met_choices.EDGE}{met_choices.EDGE}a好{met_choices.EDGE}"
    )


def test_a_context_that_is_not_known_tells_nothing() -> None:
    own = met_choices.seed("甲", "乙")
    assert (
        met_choices.before(own, "天地玄", 1)
        == met_choices.behind(own, "黄宇宙")
        == met_choices.usual(own)
        == 0
    )


def test_two_characters_before_another_are_looked_up_as_they_are_written() -> None:
    at, bit = met_choices.bit("自己", "的", 0)
    assert 0 <= at < met_choices.BITS >> 3
    assert bit in {1 << n for n in range(8)}
    assert met_choices.may_be_meant("，再我们", 1)  # at an edge, by what follows
    assert not met_choices.may_be_meant("的", 0)


def test_a_particle_that_others_write_otherwise_is_told() -> None:
    result = check_text("小船飞快的划过水面。")
    assert [finding.code for finding in result.findings] == ["TYP009"]
