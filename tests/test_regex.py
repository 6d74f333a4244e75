"""Kept regular expressions are the ones ``re`` would make."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest
from conftest import RULES

from speechlint import cache, regex

PATTERNS = ["(?P<unit>[届次])$", "(?i)vip|QQ群", "[^\\W\\d_]{1,3}县", "(?<!第)三点"]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, and nothing compiled yet."""
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    forget(monkeypatch)
    return tmp_path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a new process would begin."""
    monkeypatch.setattr(regex, "_made", {})
    monkeypatch.setattr(regex, "_new", {})
    monkeypatch.setattr(regex, "_kept", None)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_read_back_is_the_same(pattern: str, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert regex.compile(pattern) == re.compile(pattern)
    regex.keep()
    assert list(empty.iterdir())
    forget(monkeypatch)
    monkeypatch.setattr(regex, "_compiled", None)  # must not be needed
    assert regex.compile(pattern) == re.compile(pattern)
    assert regex.compile(pattern).groupindex == re.compile(pattern).groupindex


@pytest.mark.parametrize("damage", [b"", b"\0", b"not marshal", b"i\0\0\0\0"])
def test_a_corrupt_file_is_no_error(damage: bytes, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    regex.compile("三点意见")
    regex.keep()
    (kept,) = empty.iterdir()
    kept.write_bytes(damage)
    forget(monkeypatch)
    assert regex.compile("三点意见") == re.compile("三点意见")


@pytest.mark.usefixtures("empty")
def test_a_damaged_program_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    regex.compile("三点意见")
    key = "0 三点意见"
    program = marshal.loads(regex._new[key])
    cut_off = marshal.dumps((program[0], program[1][:-4], *program[2:]))
    monkeypatch.setattr(regex, "_kept", {key: cut_off})
    monkeypatch.setattr(regex, "_made", {})
    assert regex.compile("三点意见") == re.compile("三点意见")


@pytest.mark.usefixtures("empty")
def test_an_error_is_the_error_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        regex.compile("(三点")


def test_a_folder_that_cannot_be_written_is_no_error(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty / "file").write_text("")
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(empty / "file"))
    regex.compile("四点意见")
    regex.keep()
    assert cache.read(regex._name()) is None


@pytest.mark.usefixtures("empty")
def test_expressions_of_the_rules_survive() -> None:
    for rule in RULES:
        entries = rule.options["entries"].values() if rule.check == "pattern" else ()
        for entry in [*entries][::8]:  # all of them take a minute
            assert regex.compile(entry["pattern"]) == re.compile(entry["pattern"]), rule.code
