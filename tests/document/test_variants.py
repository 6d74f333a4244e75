"""Traditional characters by the tables that are made of OpenCC's dictionaries; ``.ci/more variants`` compares the two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.restoring.variants import otherwise, simplified


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("會議精神", "会议精神"),
        ("乾隆年間把衣服曬乾", "乾隆年间把衣服晒干"),  # phrases go before characters
        ("名著、著名、看著", "名著、著名、看著"),
        ("慰藉與憑藉", "慰藉与凭借"),
        ("\ufa5cX", "臭X"),  # encoded twice
        ("干部群众", "干部群众"),
        ("", ""),
    ],
)
def test_simplified(written: str, read: str) -> None:
    assert simplified(written) == read


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("干部", [0]),
        ("干涉", []),  # a phrase in which it is written so
        ("皇后以后", [3]),
        ("會議", []),
        ("叶步", [0]),
        ("", []),
    ],
)
def test_where_traditional_script_writes_otherwise(text: str, places: list[int]) -> None:
    assert otherwise(text) == places


@given(st.text(alphabet="乾坤隆皇后幹干部頭发髮發台湾\n，a\ud800𠀀", max_size=30))
def test_no_character_comes_or_goes(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert all(0 <= at < len(text) for at in otherwise(text))
