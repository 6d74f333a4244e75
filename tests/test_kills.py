"""A command that is killed leaves its file as it was, or as it was to be; ``benchmarks/kills.py 1000`` tries more."""

from __future__ import annotations

import sys

import pytest
from kills import CASES, Case, kills


@pytest.mark.skipif(sys.platform == "win32", reason="这个系统没有 SIGKILL")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_file_is_left_half_written(case: Case) -> None:
    counted = kills(case, 3)
    assert counted.torn == 0
    assert counted.old + counted.new == 3
