"""Names are leaks only where other names were blanked."""

from __future__ import annotations

from conftest import findings, marked

ANONYMISED = "XX县总工会的同志们：20xx年，XX局和XX乡都很努力。\n"


def test_a_place_in_a_draft_with_blanks() -> None:
    assert marked(ANONYMISED + "要为建设富强的郴州出力。", "LEK001").endswith("富强的⟦郴州⟧出力。")


def test_the_same_place_in_a_draft_without_blanks() -> None:
    assert findings("全市工会要为建设富强的郴州出力。", "LEK001") == []


def test_each_place_is_one_finding_with_all_its_occurrences() -> None:
    found = findings(ANONYMISED + "郴州要发展，郴州要稳定，衡阳也来了人。", "LEK001")
    assert [len(f.occurrences) for f in found] == [2, 1]


def test_a_speech_without_blanks_beside_one_with_them() -> None:
    text = (
        "在XX县工会会议上的讲话\n同志们：\nXX局、XX乡做得好。\n谢谢大家！\n"
        "在市工会会议上的讲话\n同志们：\n郴州的同志做得好。\n"
    )
    assert findings(text, "LEK001") == []


def test_a_word_that_is_also_a_place_needs_its_level() -> None:
    assert findings(ANONYMISED + "发展朝阳产业，长治久安。", "LEK001") == []
    assert marked(ANONYMISED + "去朝阳县帮扶。", "LEK001").endswith("去⟦朝阳县⟧帮扶。")


def test_a_national_leader_may_be_named() -> None:
    assert findings(ANONYMISED + "学习焦裕禄同志，刚才雷锋同志作了报告。", "LEK002") == []


def test_a_given_name_that_is_a_word_is_only_a_hint() -> None:
    found = findings(ANONYMISED + "刚才，先进同志作了一个报告。", "LEK002")
    assert [f.severity.label for f in found] == ["info"]
    assert findings(ANONYMISED + "先进同志要带好头。", "LEK002") == []


def test_a_card_number_counts_only_with_its_check_digit() -> None:
    assert len(findings("请各单位按名单核对一遍，把证号11010519491231002X。", "LEK004")) == 1
    assert findings("请各单位按名单核对一遍，把证号110105194912310021。", "LEK004") == []
