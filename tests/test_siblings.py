"""Which head breaks the pattern of its siblings."""

from __future__ import annotations

import pytest
from conftest import RULES

from speechlint.checks.parallel.clause_opening import lead
from speechlint.checks.parallel.odd_sibling import breaks
from speechlint.checks.parallel.official_words import opened

WORDS = opened(next(rule.options["words"] for rule in RULES if rule.check == "parallel"))


def odd(*heads: str) -> tuple[str, str] | None:
    """The kind of the break and the head it is found in."""
    found = breaks(heads, WORDS)
    return (found[0].kind, heads[found[0].odd]) if found else None


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("加强组织领导", "verb"),
        ("健全组织", "verb"),
        ("坚定不移抓落实", "verb"),
        ("切实把困难职工放在心上", "phrase"),
        ("以技能竞赛为抓手", "phrase"),
        ("队伍建设", "noun"),
        ("深层次改革和高水平对外开放", "noun"),
        ("骨干培养", "noun"),
        ("隐患排查治理", "noun"),
        ("工会组织作用", "noun"),
        ("组织领导", "noun"),
        ("职工素质进一步提高", "subject"),
        ("生态质量持续提升", "subject"),
        ("同心同德", "idiom"),
        ("发展新型工会组织", "either"),
        ("抓牢基层阵地", "verb"),
        ("永葆清廉本色", "verb"),
        ("忠实履行职责", "either"),
        ("廉洁纪律", "noun"),
    ],
)
def test_a_clause_is_known_by_how_it_begins(clause: str, kind: str) -> None:
    assert lead(clause, WORDS).kind == kind


def test_a_head_whose_verb_is_gone() -> None:
    assert odd("扩大有效投资", "深层次改革", "培育新的动能", "改善民生福祉") == ("verb", "深层次改革")


def test_same_length_but_another_grammar_inside_the_frame() -> None:
    assert odd("在建好组织上用力", "在队伍建设上用力", "在打通渠道上用力") == ("frame", "在队伍建设上用力")


def test_half_a_frame() -> None:
    assert odd("以党建为引领", "以服务为根本", "作风为保障") == ("prefix", "作风为保障")


def test_what_all_end_with_is_a_pattern_too() -> None:
    assert odd("围绕中心抓工会", "服务大局抓工会", "依法维权抓工会") is None


def test_two_heads_have_no_majority() -> None:
    assert odd("扩大有效投资", "深层次改革") is None


def test_two_odd_ones_of_four_are_a_pattern_of_their_own() -> None:
    assert odd("聚焦主线", "夯实基础", "产业引领", "民生为本") is None


def test_a_sentence_among_verb_phrases_is_told_apart_from_a_lost_verb() -> None:
    assert odd("加强理论学习", "职工素质进一步提高", "改进工作作风") == ("predicate", "职工素质进一步提高")


def test_report_sections_need_no_verb() -> None:
    assert odd("2025年工作情况", "找准存在的差距", "做好今年各项工作") is None


def test_the_common_opening_is_missing_in_one() -> None:
    assert odd("聚焦主业", "聚焦难题", "基层", "聚焦队伍") == ("prefix", "基层")


def test_another_verb_instead_of_the_common_one_is_variation() -> None:
    assert odd("坚持党的领导", "坚持职工为本", "坚持依法办会", "强化自身建设") is None


def test_where_the_first_head_has_a_modal_the_next_lacks_it() -> None:
    assert odd("要摸清底数", "建好台账", "跟踪问效") == ("modal", "建好台账")


def test_the_last_head_may_run_longer() -> None:
    assert odd("把稳思想之舵", "筑牢组织之基", "激发创新之源", "涵养清风正气之本") is None


def test_a_quotation_may_have_any_length() -> None:
    assert odd("把稳思想之舵", "用好“三个清单”", "激发创新之源", "涵养清廉之风") is None
