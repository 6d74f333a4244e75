"""A fixed formula that is one character away from its wording."""

import pytest

from speechlint import check_text


def found(text: str) -> list[tuple[str, str]]:
    told = [finding for finding in check_text(text).findings if finding.code == "SLG028"]
    return [(text[slice(*finding.span)], finding.fixes[0].edits[0].text) for finding in told]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("全面推中华民族伟大复兴", "全面推进中华民族伟大复兴"),  # one is missing
        ("社会主义核心价直观", "社会主义核心价值观"),  # another one
        ("社会主义核价心值观", "社会主义核心价值观"),  # two that changed places
        ("供给侧侧结构性改革", "供给侧结构性改革"),  # one twice
        ("团结以习近平同志为核心的党中央周围", "团结在以习近平同志为核心的党中央周围"),
    ],
)
def test_a_slip_in_a_formula_is_told_with_its_wording(wrong: str, right: str) -> None:
    assert found(f"同志们：\n我们要{wrong}，把渠修好。") == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "践行社会主义的核心价值观，推进供给侧的结构性改革。",  # a particle more
        "治理体系与治理能力现代化，形式主义和官僚主义。",  # another joint
        "建设社会主义现代化强国，完善社会主义市场经济制度。",  # other formulas
        "《社会主义核心阶值观》是一本旧书。",
        "供给侧，结构性改革。",
        "幸福是奋斗出来的。",
        "中华民族伟大",
    ],
)
def test_what_is_right_in_another_way_is_not(text: str) -> None:
    assert found(f"同志们：\n{text}") == []
