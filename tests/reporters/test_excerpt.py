"""The sentence around the words: never wider than asked, cut where it must be, nothing invisible in it."""

from __future__ import annotations

import pytest
from conftest import unmarked
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from speechlint.reporters.excerpt import columns, excerpt
from speechlint.reporters.terminal import visible


def shown(marked: str, width: int = 40) -> str:
    source, [span] = unmarked(marked)
    before, words, after = excerpt(source, *span, width)
    return f"{before}⟦{words}⟧{after}"


def test_only_the_sentence() -> None:
    assert shown("前一句。在⟦X届⟧全会上讲话！后一句。") == "在⟦X届⟧全会上讲话！"


def test_closing_quote_belongs_to_its_sentence() -> None:
    assert shown("他说：“好。”大家⟦XX⟧鼓掌。”后") == "大家⟦XX⟧鼓掌。”"


def test_paragraph_ends_the_sentence() -> None:
    assert shown("标题\n⟦X届⟧全会\n正文") == "⟦X届⟧全会"


def test_long_sentence_is_cut_on_both_sides() -> None:
    assert shown("甲" * 100 + "⟦X届⟧" + "乙" * 100, 20) == "…甲甲甲⟦X届⟧乙乙乙…"


def test_room_left_on_one_side_goes_to_the_other() -> None:
    assert shown("甲⟦X届⟧" + "乙" * 100, 20) == "甲⟦X届⟧乙乙乙乙乙乙…"
    assert shown("甲" * 100 + "⟦X届⟧乙", 20) == "…甲甲甲甲甲甲⟦X届⟧乙"


def test_long_words_are_cut_in_their_middle() -> None:
    told = shown("⟦" + "甲" * 50 + "乙" * 50 + "⟧。", 18)
    assert told == "⟦甲甲甲甲…乙乙乙乙⟧"


def test_break_inside_the_words_is_seen() -> None:
    assert shown("经受考验⟦\n⟧在新的征程上。") == "经受考验⟦↵⟧在新的征程上。"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u200b", "<U+200B>"),
        ("\ue5d2", "<U+E5D2>"),
        ("\t", " "),
        ("\u3000", "\u3000"),
        ("\x1b[1m", "<U+001B>[1m"),
    ],
)
def test_invisible_characters_are_named(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(
    st.text(st.sampled_from("中文，。“x1 \n\u200b\u3000é①…"), max_size=90),
    st.integers(0, 90),
    st.integers(0, 90),
    st.integers(20, 60),
)
def test_never_wider_than_asked(source: str, start: int, end: int, width: int) -> None:
    start, end = sorted((min(start, len(source)), min(end, len(source))))
    parts = excerpt(source, start, end, width)
    assert cell_len("".join(parts)) <= columns("".join(parts)) <= width
    assert "\n" not in "".join(parts)
