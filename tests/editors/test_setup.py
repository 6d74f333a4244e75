"""``speechlint setup`` prints what stands in ``editors/``; what can be parsed there is sound."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable

import pytest
import yaml
from conftest import ROOT, Outcome

FILES = sorted(path for path in (ROOT / "editors").iterdir() if path.is_file())
PAGE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_each_is_printed(run: Callable[..., Outcome], file: object) -> None:
    path = ROOT / "editors" / str(file)
    done, other = run("setup", path.stem), run("setup", path.stem, "--lang", "en")
    assert (done.status, other.status) == (0, 0)
    assert [re.search(r"[\u4e00-\u9fff]", each.out) is None for each in (done, other)] == [False, True]
    said = {*done.out.splitlines(), *other.out.splitlines()}
    assert said == set(path.read_text(encoding="utf-8").splitlines())
    assert len(done.out.splitlines()) == len(other.out.splitlines())
    text = "\n".join(line for line in done.out.split("\n") if not line.startswith("//"))
    read: dict[str, Callable[[str], object]] = {
        ".json": json.loads,
        ".toml": tomllib.loads,
        ".yaml": yaml.safe_load,
    }
    assert read.get(path.suffix, str)(text)


def test_another_name_is_told_the_nearest(run: Callable[..., Outcome]) -> None:
    done = run("setup", "neovim")
    assert done.status == 2
    assert "是不是 nvim" in done.err
    assert run("setup").status == 2


def test_the_page_names_the_checks_of_lines() -> None:
    from speechlint.checks import OF_LINES

    assert all(f"`{name}`" in PAGE for name in OF_LINES)
