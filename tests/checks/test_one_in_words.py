"""The digit 1 in a word that has 一, told by the dictionary: amounts, codes and dates keep it."""

from __future__ import annotations

import pytest
from conftest import findings


@pytest.mark.parametrize(
    "text", ["他1辈子守渠。", "要做到万无1失。", "会后逐1走访。", "1声声号子传来。", "１切为了水。"]
)
def test_a_word_has_its_character(text: str) -> None:
    assert {finding.code for finding in findings(text)} & {"TYP015", "TYP007"}


@pytest.mark.parametrize(
    "text", ["来了1个人。", "1月1日开闸。", "住1楼。", "A1区和11区。", "占三分之1。", "1级响应。"]
)
def test_a_number_keeps_it(text: str) -> None:
    assert not {finding.code for finding in findings(text)} & {"TYP015", "TYP007"}
