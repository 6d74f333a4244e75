"""The text report where it is read: pipes, terminals, the C locale, a GBK console."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

DRAFT = "同志们：今天召开县委X届全会，要在任上😀干出成绩，把各项任务落到实处。\n"
PIPED = """
import sys
from speechlint.cli import main
status = main(["稿 子.txt"])
assert not {"rich", "jieba", "charset_normalizer", "json"} & set(sys.modules), sys.modules.keys()
sys.exit(status)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "稿 子.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = ("PATH", "HOME", "SYSTEMROOT", "SPEECHLINT_CACHE_DIR")
    return {**{key: os.environ[key] for key in kept if key in os.environ}, **more}


def piped(folder: Path, *options: str, **more: str) -> bytes:
    """What is written to a pipe."""
    command = [sys.executable, "-m", "speechlint", "--as-of", "2026-11-20", *options, "稿 子.txt"]
    done = subprocess.run(command, cwd=folder, env=environment(**more), capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


def on_terminal(folder: Path, **more: str) -> str:
    """What is written to a terminal."""
    main, other = pty.openpty()
    command = [sys.executable, "-m", "speechlint", "稿 子.txt"]
    with subprocess.Popen(command, cwd=folder, env=environment(**more), stdout=other, stderr=other):
        os.close(other)
        told = b""
        try:
            while part := os.read(main, 4096):
                told += part
        except OSError:  # Linux says so at the end
            pass
    os.close(main)
    return told.decode()


def test_piped_text_is_utf8_without_colour(folder: Path) -> None:
    told = piped(folder, LANG="C.UTF-8").decode()
    assert "县委⟦X届⟧全会，要在任上😀干出成绩" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("strict", [{}, {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_c_locale(folder: Path, strict: dict[str, str]) -> None:
    told = piped(folder, LC_ALL="C", **strict).decode()
    assert "稿 子.txt\n  1:11 必须改" in told
    assert "县委⟦X届⟧全会" in told


def test_gbk_console_gets_gbk(folder: Path) -> None:
    told = piped(folder, PYTHONIOENCODING="cp936").decode("cp936")
    assert "县委〖X届〗全会，要在任上?干出成绩" in told


def test_json_is_utf8_on_a_gbk_console(folder: Path) -> None:
    assert "X届" in piped(folder, "--format", "json", PYTHONIOENCODING="cp936").decode()


def test_piped_text_loads_nothing_heavy(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PIPED], cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr.decode()


def test_terminal_has_colour(folder: Path) -> None:
    assert "县委\x1b[31;1;4mX届\x1b[0m全会" in on_terminal(folder, TERM="xterm", LANG="C.UTF-8")


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {"TERM": "xterm", "NO_COLOR": "1"}])
def test_terminal_without_colour(folder: Path, more: dict[str, str]) -> None:
    told = on_terminal(folder, LANG="C.UTF-8", **more)
    assert "县委⟦X届⟧全会" in told
    assert "\x1b" not in told


def test_narrow_terminal_cuts_the_sentence(folder: Path) -> None:
    told = piped(folder, LANG="C.UTF-8", COLUMNS="40").decode()
    assert "…天召开县委⟦X届⟧全会，要在任…" in told
