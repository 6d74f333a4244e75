"""Numbers as speeches write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.numerals import circled, number, numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("一百", 100),
        ("一百零五", 105),
        ("二一", 21),
        ("一〇", 10),
        ("12", 12),
        ("③", 3),
    ],
)
def test_value(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["几", "十几", "十多", "三余", "", "项"])
def test_what_is_vague_has_no_value(text: str) -> None:
    assert number(text) is None


@given(st.integers(1, 99))
def test_a_written_numeral_reads_as_its_value(value: int) -> None:
    assert number(numeral(value)) == value


@given(st.integers(1, 20))
def test_circled_numerals(value: int) -> None:
    assert number(circled(value)) == value
