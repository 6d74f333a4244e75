"""Straight quotation marks: which are some, and what they become."""

from __future__ import annotations

import pytest
from conftest import findings

from speechlint.document import Span


def told(text: str) -> list[tuple[str, bool, str]]:
    """Each place, whether its fix is safe, and what it becomes."""
    return [
        (text[slice(*place)], part.fixes[0].safe, "".join(edit.text for edit in part.fixes[0].edits))
        for found in findings(text, "PUN008")
        for place in found.places
        for part in found.divided([[place]])
    ]


def test_a_pair_is_one_place_with_both_marks() -> None:
    assert told('坚持"三性"，增强"三力"。') == [('"三性"', True, "“”"), ('"三力"', True, "“”")]


def test_within_a_double_pair_single_ones_stay_single() -> None:
    assert told("他说：“要记牢'安全第一'的要求。”") == [("'安全第一'", True, "‘’")]


def test_a_single_pair_by_itself_should_be_double_which_is_for_the_writer_to_say() -> None:
    assert told("他说：'要抓好落实'。") == [("'要抓好落实'", False, "“”")]


def test_where_one_is_left_over_the_fix_is_not_safe() -> None:
    assert told('他说"好，又说"行"。') == [('"好，又说"', False, "“”")]


@pytest.mark.parametrize(
    "text",
    [
        '一根12"的管子和6"的板子',
        "I'm proud，It's ours，大家鼓掌",
        '他说"Привет"',
        "5'的和3'的木板",
        '做到“四个意识",坚持"两个确立”',
    ],
)
def test_no_quotation_marks(text: str) -> None:
    assert told(text) == []


def test_the_words_between_are_not_edited() -> None:
    [found] = findings('坚持"三性"。', "PUN008")
    assert [edit.span for edit in found.fixes[0].edits] == [Span(2, 3), Span(5, 6)]
