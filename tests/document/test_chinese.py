"""Which characters are Chinese, and that other scripts come through the restoring as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.chinese import after, before, is_chinese, is_foreign, is_han
from speechlint.document.restoring.restore import restore

LETTERS = "Здравствуйтеқұрметтіئەسسالامۇمیخواهمᠪᠠᠶᠢᠨहिन्दीབཀྲཤིསสวัสดี한국어かなéñ"


@pytest.mark.parametrize("char", "一〇々㐀𠀀豈")
def test_han(char: str) -> None:
    assert is_han(char)
    assert is_chinese(char)


@pytest.mark.parametrize("char", "，。“”…—①Ⅰ℃·×％（Ａ３\u3000")
def test_full_width_marks_are_chinese_but_not_han(char: str) -> None:
    assert is_chinese(char)
    assert not is_han(char)


@pytest.mark.parametrize("char", LETTERS)
def test_other_scripts_are_foreign(char: str) -> None:
    assert is_foreign(char)
    assert not is_chinese(char)


@pytest.mark.parametrize("char", "aZ9%,.( \n")
def test_ascii_is_neither(char: str) -> None:
    assert not is_chinese(char)
    assert not is_foreign(char)


def test_what_stands_beside_is_seen_through_brackets_and_quotation_marks() -> None:
    text = '来自 (上海) ; "北京"\n'
    at = text.index(";")
    assert (before(text, at), after(text, at + 1), after(text, len(text) - 1)) == ("海", "北", "\n")


@given(st.text(alphabet=LETTERS + " ,.!\u200c\u200d", max_size=30))
def test_words_of_other_scripts_are_restored_to_themselves(words: str) -> None:
    """Wherever letters stand on both sides of a joiner or a space; at the edges they are only rubbish."""
    phrase = f"З{words}З".replace(" \u200c", "").replace(" \u200d", "")
    text = f"同志们，我想这样问候大家：{phrase}，请大家认真听取，抓好落实。"
    joiners = "\u200c\u200d"
    if not any(mark + one in text or one + mark in text for mark in f" ,.!{joiners}" for one in joiners):
        assert restore(text).text == text
