"""The dictionary view: words and tags without loading a segmenter."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.words import cut, known, tag

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=40)


def test_a_heading_is_cut_into_dictionary_words() -> None:
    assert [word.text for word in cut("深层次改革和高水平对外开放")] == [
        "深层次",
        "改革",
        "和",
        "高水平",
        "对外开放",
    ]


def test_tags_are_the_dictionarys() -> None:
    assert [word.tag for word in cut("工会建设")] == ["n", "vn"]


def test_a_word_in_no_dictionary_has_no_tag() -> None:
    assert tag("铱铱铱铱") == ""
    assert not known("铱铱铱铱")


def test_latin_and_numbers_stay_whole() -> None:
    assert [word.text for word in cut("增长13.8%和APP")] == ["增长", "13.8%", "和", "APP"]


def test_the_segmenter_itself_is_not_imported() -> None:
    cut("工会组织")
    assert "jieba" not in sys.modules


@given(HAN)
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(word.text for word in cut(text)) == text
