"""One fault is told once, two faults are told both; the same words are one finding with all their places."""

from __future__ import annotations

import pytest
from conftest import ROOT, RULES

from speechlint import check_text
from speechlint.api import report
from speechlint.finding import Finding
from speechlint.rulebook import manual, packs, same_fault

AS_OF = "2026-11-28"


def told(text: str, path: str = "稿.txt") -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, words and ``also`` of each finding."""
    found = check_text(text, path, as_of=AS_OF)
    return [(f.code, found.doc.source[slice(*f.span)], f.also) for f in found.findings]


def only(text: str, code: str) -> Finding:
    [found] = [f for f in check_text(text, as_of=AS_OF).findings if f.code == code]
    return found


@pytest.mark.parametrize(
    ("text", "code", "words", "also"),
    [
        ("我们要抓好常态化疫情防控工作。", "SLG007", "常态化疫情防控", ()),
        ("习总书记习近平作了强调。", "SLG002", "总书记习近平", ()),
        ("请在【此处填写XX单位名称】之后签字。", "PLH014", "【此处填写XX单位名称】", ("PLH006",)),
        ("去年的报告总结了20xx年的工作，对20xx年的工作作了安排。", "PLH003", "20xx年", ("FIG003",)),
        ("认真贯彻党的的精神。", "ELI003", "党的的", ("DUP006",)),
        ("大家要踔厉奋发、笃行不殆。", "SLG012", "笃行不殆", ("TYP001",)),
        ("上一篇：XX讲话 下一篇：某某发言(1)", "WMK002", "上一篇：XX讲话 下一篇：某某发言(1)", None),
    ],
)
def test_one_fault_is_told_once(text: str, code: str, words: str, also: tuple[str, ...] | None) -> None:
    [found] = told(f"同志们，今天开会。\n{text}\n谢谢大家。\n")
    assert found[:2] == (code, words)
    assert also is None or found[2] == also


def test_a_draft_that_breaks_off_within_brackets_says_only_that() -> None:
    text = "同志们：\n今天我们开一个会，讲三件事，先讲第一件。他早年参加了同学们组织的“少年新村”（即“青年\n"
    [(code, _, also)] = told(text)
    assert (code, also) == ("NUM013", ("PUN004", "PUN011"))


@pytest.mark.parametrize(
    ("line", "also"),
    [
        ("会员群：          免费QQ群：", set()),
        ("本文来源于网络，版权归原作者所有，如有侵权请联系删除。QQ：123456789", {"WMK003"}),
        ("声明:本站所有资源均由会员分享(上传),仅供学习交流,不得用于商业用途!", {"PUN001"}),
    ],
)
def test_a_line_of_site_text_is_told_once_whole(line: str, also: set[str]) -> None:
    [found] = check_text(f"同志们，今天开会。\n{line}\n谢谢大家。\n", as_of=AS_OF).findings
    assert found.code.startswith("WMK")
    assert set(found.also) >= also
    [fix] = found.fixes
    assert fix.edits[0].span.end >= found.span.end


def test_site_text_within_a_sentence_leaves_the_marks_of_the_sentence() -> None:
    text = "我们要抓好各项工作,把责任落实到人,（本文由会员上传）把措施落到实处,见到成效。谢谢大家。\n"
    assert [(code, words) for code, words, _ in told(text)] == [("PUN001", ","), ("WMK002", "本文由会员上传")]


def test_one_line_told_twice_stays_two_where_words_of_the_speech_stand_between() -> None:
    text = "本资料权属某某网，今年以来，全县上下一心，抓项目、抓环境、抓作风，各项工作取得了新的成绩（本文由会员上传）。\n"
    assert [code[:3] for code, _, _ in told(text) if code.startswith("WMK")] == ["WMK", "WMK"]


def test_what_goes_with_site_text_is_named_beside_it() -> None:
    [(_, _, also)] = told("同志们，今天开会。\n上一篇：XX讲话 下一篇：某某发言(1)\n谢谢大家。\n")
    assert {"PLH008", "PLH012", "PUN001"} <= set(also)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("要在做好常态化疫情防控的同时，帮助XX户群众。", {"SLG007", "PLH002"}),
        ("以优异成绩迎接建国60周年。", {"SLG005", "SLG012"}),
        ("XX镇去年转移群众XX户，做得很好。", {"PLH005", "PLH002"}),
        ('"下面请[部门一]汇报工作。"', {"PLH014", "PUN008"}),
        # damage, and what it hides
        ("要实现又好又快(kuài)发(fā)展(zhǎn)，抓好落实。", {"ENC001", "SLG006"}),
        ("要落实大众 创业、万众创新的要求。", {"SPC001", "SLG006"}),
    ],
)
def test_two_faults_are_told_both(text: str, codes: set[str]) -> None:
    assert {code for code, _, _ in told(f"同志们，今天开会。\n{text}\n谢谢大家。\n")} == codes


def test_the_graver_tells_by_the_severity_it_is_given() -> None:
    """In an early draft years may be open, two different ones written alike are wrong all the same."""
    text = "# 讲话\n\n去年总结了20xx年的工作，对20xx年的工作作了安排。谢谢大家。\n"
    assert [(code, also) for code, _, also in told(text, "稿.md")] == [("PLH003", ("FIG003",))]
    early = told(f"---\nstage: 初稿\n---\n{text}", "稿.md")
    assert [(code, also) for code, _, also in early] == [("PLH003", ()), ("FIG003", ("PLH003",))]


def test_only_the_place_whose_fault_is_told_elsewhere_is_taken_out() -> None:
    found = only("同志们,今天开会。\n上一篇:讲话一 下一篇:讲话二\n要抓好,抓实。\n谢谢大家。\n", "PUN001")
    assert len(found.places) == 2
    assert "共 2 处" in found.message
    last = only("同志们,今天开会。\n点击数:12 时间:2024-01-12\n谢谢大家。\n", "PUN001")
    assert "共" not in last.message


def test_the_same_words_are_one_finding_with_all_places() -> None:
    text = "今年，XX户受益；明年，XX户受益；后年，XX户受益。\n同志们，XX人还要帮。谢谢大家。\n"
    checked = check_text(text, as_of=AS_OF)
    assert [len(f.places) for f in checked.findings] == [3, 1]
    told = report([checked]).splitlines()
    assert told[0].startswith("必须改 2 条 4 处（")
    assert any("共 3 处，在第 1 行" in line for line in told)
    assert report([checked], lang="en").startswith("2 (4 places) to correct")


def test_each_of_the_same_words_is_decided_on_its_own() -> None:
    found = only("今年，XX户受益；明年，XX户受益。谢谢大家。\n", "PLH002")
    assert [one.span for one in found.each()] == list(found.places)
    assert all(len(one.places) == 1 for one in found.each())
    [marks] = only("今年好,明年好,后年好。谢谢大家。\n", "PUN001").each()
    assert len(marks.places) == 2


def test_places_that_a_rule_compares_stand_each_for_itself() -> None:
    text = "同志们：\n一、甲事要抓好。\n三、乙事要抓好。\n另外还有：\n一、丙事要抓好。\n三、丁事要抓好。\n谢谢大家。\n"
    assert [words for code, words, _ in told(text) if code == "NUM001"] == ["三、", "三、"]


def test_whoever_judged_a_fault_judged_it_under_every_rule() -> None:
    ignored = "<!-- speechlint: ignore PLH003 年份会后填 -->\n产值20xx年比20xx年增长一成。谢谢大家。\n"
    found = check_text(f"# 讲话\n\n{ignored}", "稿.md", as_of=AS_OF)
    assert found.findings  # without suppression, it is told
    from speechlint import Project
    from speechlint.project.layers import Layer
    from speechlint.run.one import check_document

    judged = check_document(found.doc, Project(Layer(as_of=AS_OF), isolated=True))
    assert [f.code for f in judged.findings if not f.muted_by] == []


def test_the_table_names_rules_that_there_are() -> None:
    codes = {rule.code for rule in RULES}
    for row in same_fault.TABLE:
        assert all(any(code.startswith(said) for code in codes) for said in (*row.codes, *row.others)), row
        assert row.why


def test_the_table_sets_no_damage_against_what_it_hides() -> None:
    for row in same_fault.TABLE:
        damaged = [said for said in row.others if said.startswith(("ENC", "SPC"))]
        assert not damaged or row.how == same_fault.GONE or row.codes == ("ELI010",), row


def test_the_manual_shows_the_table() -> None:
    page = manual.markdown(RULES, packs.families([packs.shipped()]))
    assert all(row.why in page for row in same_fault.TABLE)
    assert page + "\n" == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
