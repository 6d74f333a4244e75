"""Slots of a template: what the rule knows, and all other brackets of the same kind."""

from __future__ import annotations

from conftest import findings


def told(text: str) -> list[str]:
    return [finding.reading for finding in findings(text, "PLH014")]


def test_two_slots_make_a_template_of_the_draft() -> None:
    text = "请[单位名称]的[领导姓名]作[发言]，围绕[专题]谈[两个方面]。"
    assert told(text) == ["[单位名称]", "[领导姓名]", "[发言]", "[专题]", "[两个方面]"]


def test_brackets_of_another_kind_stay() -> None:
    assert told("请[单位名称]的[领导姓名]读【诗一首】。") == ["[单位名称]", "[领导姓名]"]


def test_one_slot_makes_none() -> None:
    assert told("请[单位名称]读一读[三国]里的故事。") == ["[单位名称]"]


def test_citations_links_and_roles_stay_in_a_template() -> None:
    assert told("【主持人】请【姓名】说说【地点】，见【2】。") == ["【姓名】", "【地点】"]
    assert told("请[单位名称]、[领导姓名]看[官网](https://example.cn)和[3]。") == ["[单位名称]", "[领导姓名]"]


def test_what_proves_nothing_by_itself_counts_where_the_draft_has_proof() -> None:
    def holes(text: str) -> list[str]:
        return [finding.reading for finding in findings(text, "ELI006")]

    assert holes("选出干部五名,其中女干部名。") == []
    assert holes("实到会人,其中女干部名。") == ["实到会人", "名"]
