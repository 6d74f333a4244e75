"""The dictionary view: words and tags without loading a segmenter."""

from __future__ import annotations

import logging
import sys
import warnings
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.words import cut, known, tag
from speechlint.readers.decoding import decode

LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.%-+")  # 连着的算一个词
DRAFTS = sorted({*(ROOT / "tests" / "drafts").glob("*[!d].txt"), *(ROOT / "benchmarks").glob("*.txt")})
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


@cache
def segmenter():  # type: ignore[no-untyped-def]
    """jieba with its dictionary, but for the words that begin like a figure or a Latin word (X光, T恤)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # escapes of its own that Python warns of when it compiles them
        import jieba

    jieba.setLogLevel(logging.ERROR)
    made = jieba.Tokenizer()
    made.initialize()
    for word in [word for word in made.FREQ if word[0] in LATIN]:
        made.FREQ[word] = 0
    return made


def by_jieba(text: str) -> list[str]:
    """The words jieba cuts without its model of unknown ones; figures and Latin words joined."""
    words: list[str] = []
    for word in segmenter().lcut(text, HMM=False):
        if words and LATIN.issuperset(word) and LATIN.issuperset(words[-1]):
            words[-1] += word
        else:
            words.append(word)
    return words


@pytest.mark.slow
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_is_cut_as_jieba_cuts_it(path: Path) -> None:
    for line in decode(path.read_bytes())[0].split("\n"):
        assert [word.text for word in cut(line)] == by_jieba(line)


@given(
    st.text(
        st.sampled_from(
            "工会会议议程的一是在在于中国国家发展新高度数字5%XAa.，。、 （“\u3000·㐀\U00020000卡拉OK型"
        ),
        max_size=40,
    )
    | HAN
)
def test_any_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert [word.text for word in cut(text)] == by_jieba(text)
