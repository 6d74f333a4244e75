"""Words that stand twice running are found as stretches, however long the text says the same."""

from __future__ import annotations

import pytest
from conftest import findings
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.repeats import echoes as module
from speechlint.checks.repeats.echoes import echoes, least

SIZES = range(9, 1, -1)
# 仐 and the last three share their low byte with other characters
TEXTS = st.lists(st.text("一仐工作a\u4e00\u4f00\u5000", min_size=1, max_size=4), max_size=30).flatmap(
    lambda words: st.sampled_from(["".join(words), "".join(words) * 5, "".join(w * 4 for w in words)])
)


def by_offset(text: str) -> dict[int, int]:
    """The least size of a word that stands twice running, for every offset where one does."""
    found: dict[int, int] = {}
    for size in SIZES:
        for at in range(len(text) - 2 * size + 1):
            if text[at : at + size] == text[at + size : at + 2 * size]:
                found[at] = size
    return found


@pytest.mark.parametrize("chunk", [7, 50, 32_768])
@given(TEXTS)
def test_every_word_twice_is_in_a_stretch(chunk: int, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CHUNK", chunk)
        stretches = [*least([*echoes(text, SIZES)])]
    assert {at: size for start, stop, size in stretches for at in range(start, stop)} == by_offset(text)


def test_one_sign_over_and_over_is_a_stretch_for_each_size() -> None:
    assert len([*echoes("哈" * 30_000, SIZES)]) == len(SIZES)


def test_a_word_many_times_running_is_told_two_by_two() -> None:
    assert [f.reading for f in findings("抓好工作工作工作工作落实。", "DUP005")] == ["工作工作"] * 2
