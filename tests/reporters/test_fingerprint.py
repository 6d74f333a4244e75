"""A finding stays the same one while the draft is edited around it."""

from __future__ import annotations

from drafts import ERROR, result
from hypothesis import given
from hypothesis import strategies as st

from speechlint.judgements.fingerprint import fingerprint


def of(marked: str, code: str = "PLH001", entry: str | None = None) -> str:
    given = result(marked, ERROR._replace(code=code, entry=entry))
    return fingerprint(given.doc, given.findings[0])


SAME = of("在市总工会⟦X届⟧全会上的讲话")


def test_moving_the_paragraph_changes_nothing() -> None:
    assert of("前言\n\n在市总工会⟦X届⟧全会上的讲话\n结语") == SAME


def test_mending_marks_and_spaces_nearby_changes_nothing() -> None:
    assert of("　　在市总工会，⟦X届⟧ 全会上的讲话。") == SAME


def test_editing_further_away_changes_nothing() -> None:
    assert of("各位领导，今天上午在市总工会⟦X届⟧全会上的讲话很好，赞成") == of(
        "各位来宾，今天上午在市总工会⟦X届⟧全会上的讲话很好，我完全同意"
    )


def test_other_words_rule_entry_or_neighbours_are_another_finding() -> None:
    others = [
        of("在市总工会⟦X次⟧全会上的讲话"),
        of("在市总工会⟦X届⟧全会上的讲话", code="PLH002"),
        of("在市总工会⟦X届⟧全会上的讲话", entry="session"),
        of("在县妇联⟦X届⟧全会上的讲话"),
    ]
    assert len({SAME, *others}) == 5


def test_neighbours_end_with_the_paragraph() -> None:
    assert of("上一段\n⟦X届⟧\n下一段") == of("别的\n⟦X届⟧\n文字")


def test_each_place_of_a_grouped_finding_has_its_own() -> None:
    given = result("甲⟦X届⟧乙⟦X届⟧丙")
    first, second = given.findings
    assert fingerprint(given.doc, first, second.span) == fingerprint(given.doc, second)
    assert fingerprint(given.doc, first) != fingerprint(given.doc, second)


@given(st.text("甲乙\n 。X届", max_size=30), st.text("甲乙\n 。X届", max_size=30))
def test_any_draft_has_one(before: str, after: str) -> None:
    assert len(of(f"{before}⟦X届⟧{after}")) == 16
