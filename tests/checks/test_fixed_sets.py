"""Fixed sets, plenums, anniversaries and plan years: what arithmetic and order can tell."""

from __future__ import annotations

import pytest
from conftest import findings
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.numerals import numeral
from speechlint.finding import Finding, Severity

SET = ["政治意识", "大局意识", "核心意识", "看齐意识"]


def one(text: str, code: str, as_of: str = "2026-11-20") -> Finding:
    (found,) = findings(text, code, as_of=as_of)
    return found


@given(st.permutations(SET))
def test_only_the_right_order_of_a_set_is_silent(members: list[str]) -> None:
    assert bool(findings(f"增强{'、'.join(members)}。", "SLG016")) == (members != SET)


def test_the_fix_puts_the_members_in_order_and_keeps_what_stands_between() -> None:
    found = one("不断增强幸福感、获得感和安全感。", "SLG016")
    text = "不断增强幸福感、获得感和安全感。"
    for edit in reversed(found.fixes[0].edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == "不断增强获得感、幸福感和安全感。"


def test_a_missing_member_is_named_unless_the_sentence_has_it() -> None:
    assert "核心意识" in one("增强政治意识、大局意识、看齐意识。", "SLG016").message
    assert not findings("增强政治意识、大局意识、看齐意识，尤其是核心意识。", "SLG016")


POLICY = ["长期共存", "互相监督", "肝胆相照", "荣辱与共"]


@given(st.permutations(POLICY))
def test_members_without_their_name_keep_their_order(members: list[str]) -> None:
    assert bool(findings(f"我们要{'、'.join(members)}，一道前进。", "CNT002")) == (members != POLICY)


def test_another_word_in_the_place_of_a_member_is_told() -> None:
    found = one("做到产业兴旺、生态宜居、乡风文明、管理有序、生活富裕。", "CNT002")
    assert "治理有效" in found.message
    assert not findings("做到产业兴旺、生态宜居、乡风文明、生活富裕。", "CNT002")
    assert not findings("做到产业兴旺、生态宜居、乡风文明、治理有效、生活富裕。", "CNT002")


def test_what_is_said_of_a_list_is_no_member() -> None:
    assert (
        "支部委员会" in one("“三会一课”包括：支部党员大会、党小组会、党课，我们一次不落。", "CNT002").message
    )


def test_the_last_member_replaced_is_told_where_it_is_like_it_or_the_name_is_near() -> None:
    assert "外部环境考验" in one("经受执政考验、改革开放考验、市场经济考验、内部环境考验。", "CNT002").message
    assert "党的建设" in one("三大法宝是什么？书上写着：统一战线、武装斗争、群众路线。", "CNT002").message
    assert not findings("讲一讲统一战线、武装斗争、群众路线。", "CNT002")


def test_a_member_set_apart_is_in_no_order() -> None:
    assert not findings("把荣辱与共和长期共存、互相监督、肝胆相照放在一起讲。", "CNT002")


def test_the_guiding_thought_must_reach_today() -> None:
    chain = "坚持马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观"
    assert "习近平" in one(f"{chain}。", "SLG014").message
    assert not findings(f"{chain}，全面贯彻习近平新时代中国特色社会主义思想。", "SLG014")
    assert not findings(f"{chain}。", "SLG014", as_of="2015-03-05")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("十八届三中、五中全会精神", "跳过了四中"),
        ("十九届五中、四中全会精神", "次序不对"),
        ("十七届八中全会精神", "只开了七次"),
        ("刚刚闭幕的党的十九届四中全会", "不是刚刚"),
    ],
)
def test_plenums_are_listed_as_they_were_held(text: str, said: str) -> None:
    assert said in one(f"认真学习{text}。", "SLG015").message


@given(st.integers(1, 110))
def test_an_anniversary_is_a_subtraction(count: int) -> None:
    text = f"今年是中国共产党成立{count}周年。"
    assert bool(findings(text, "SLG005", as_of="2026-11-20")) == (count != 105)


@given(st.integers(1, 99))
def test_figures_and_numerals_count_alike(count: int) -> None:
    figures, numerals = (f"2012年是新中国成立{n}周年。" for n in (count, numeral(count)))
    assert bool(findings(figures, "SLG005")) == bool(findings(numerals, "SLG005")) == (count != 63)


def test_a_stated_year_must_fit_and_is_an_error() -> None:
    assert one("2020年是“十四五”规划的开局之年。", "SLG005").severity is Severity.ERROR
    assert not findings("2021年是“十四五”规划的开局之年。", "SLG005")


def test_this_year_is_the_year_of_the_draft_where_it_says_so() -> None:
    body = "在大会上的讲话\n（2019年4月30日）\n同志们：\n今年是新中国成立70周年。\n"
    assert not findings(body, "SLG005")
    assert one(body.replace("2019", "2018"), "SLG005").severity is Severity.ERROR


def test_the_next_anniversary_may_be_awaited() -> None:
    assert not findings("我们即将迎来建军100周年。", "SLG005", as_of="2026-12-01")


def test_a_masked_year_is_offered_never_safe() -> None:
    found = one("20xx年是“十一五”规划的开局之年。", "SLG019")
    assert found.severity is Severity.INFO
    assert found.fixes[0].edits[0].text == "2006年"
    assert not found.fixes[0].safe


def test_layers_of_years_are_one_finding_a_speech() -> None:
    text = (
        "以习近平新时代中国特色社会主义思想为指导，同以习近平同志为总书记的党中央保持一致，"
        "促进经济社会又好又快发展。"
    )
    found = one(text, "SLG017")
    assert len(found.occurrences) == 2
    assert "习近平新时代中国特色社会主义思想" in found.message


def test_two_speeches_of_different_years_in_one_file_are_no_layers() -> None:
    old = "篇一\n在会上的讲话\n同志们：\n同以胡锦涛同志为总书记的党中央保持一致。\n谢谢大家！\n"
    new = "篇二\n在会上的讲话\n同志们：\n学习贯彻党的二十大精神。\n谢谢大家！\n"
    assert not findings(old + new, "SLG017")


def test_a_set_with_its_name_behind_it_must_be_whole() -> None:
    listed = "按照产业兴旺、生态宜居、乡风文明、生活富裕"
    assert "治理有效" in one(f"{listed}的总要求，把村子办好。", "SLG016").message
    assert not findings(f"{listed}，大家越过越好。", "SLG016")


def test_a_named_set_is_also_looked_at_before_its_name() -> None:
    assert "制度自信" in one("坚定道路自信、理论自信和文化自信的“四个自信”。", "CNT002").message
    assert not findings("坚定道路自信、理论自信、制度自信、文化自信这“四个自信”。", "CNT002")
    assert not findings("说到文化自信，就要说到“四个自信”。", "CNT002")
