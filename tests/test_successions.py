"""The table of what was said one after the other: read strictly, advised by the day judged at, due again when it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.errors import RuleError
from speechlint.rulebook.successions import read, reviews

TABLE = """\
路灯:
  - {say: 煤油灯, until: "1960-12-31", source: 村志}
  - {say: 电灯, source: 村志, review: "2030-01-01"}
"""


def test_a_row_is_read_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "successions.yaml").write_text(TABLE, "utf-8")
    assert read(str(tmp_path), "路灯", "规则.yaml:3") == [("煤油灯", "1960-12-31"), ("电灯", "")]


@pytest.mark.parametrize(
    ("table", "name", "said"),
    [
        (
            TABLE.replace("路灯", "村里的路灯"),
            "村里的路登",
            "规则.yaml:3: successions.yaml 里没有“村里的路登”；是不是“村里的路灯”？",
        ),
        (TABLE.replace('"1960-12-31"', "早年"), "路灯", "“until”"),
        ("路灯:\n  - {say: 电灯, source: 村志}\n  - {say: 煤油灯, source: 村志}\n", "路灯", "从早到晚"),
        ("路灯:\n  - {say: 电灯}\n", "路灯", "source"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, table: str, name: str, said: str) -> None:
    (tmp_path / "successions.yaml").write_text(table, "utf-8")
    with pytest.raises(RuleError) as told:
        read(str(tmp_path), name, "规则.yaml:3")
    assert said in str(told.value)


def test_what_is_in_use_is_due_again(tmp_path: Path) -> None:
    (tmp_path / "successions.yaml").write_text(TABLE, "utf-8")
    assert reviews(str(tmp_path)) == [("2030-01-01", "路灯")]
