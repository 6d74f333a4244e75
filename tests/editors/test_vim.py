"""Vim, and Neovim of before the client: ``:make`` with the error format that ``speechlint setup vim`` gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import write
from real import COLUMNS, FAULTY, needs, ran, settings

pytestmark = pytest.mark.editors


@pytest.mark.parametrize("name", ["vim", "nvim"])
def test_make_finds_each_place(name: str, tmp_path: Path) -> None:
    program = needs(name)
    write(tmp_path / "稿.txt", FAULTY)
    write(tmp_path / "settings.vim", settings("vim"))
    told = "map(getqflist(), {_, one -> [one.lnum, one.col, one.text]})"
    commands = (
        f"source settings.vim | silent make! | call writefile([json_encode({told})], 'told.json') | qall!"
    )
    quiet = ["--headless"] if name == "nvim" else ["-es", "-N"]
    said = ran(
        [program, *quiet, "-u", "NONE", "-i", "NONE", "-c", "set encoding=utf-8", "稿.txt", "-c", commands],
        tmp_path,
    )
    assert (tmp_path / "told.json").exists(), said
    found = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    lines = FAULTY.split("\n")
    wanted = [[row, len(lines[row - 1][:column].encode()) + 1] for row, column in enumerate(COLUMNS, 1)]
    assert [one[:2] for one in found if "TYP002" in one[2]] == wanted
