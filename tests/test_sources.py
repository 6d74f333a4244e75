"""Which files of a folder are drafts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import write

from speechlint.project import sources


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [path.replace(os.sep, "/") for path in sources.find(paths).paths]


def git(folder: Path, *argv: str) -> None:
    subprocess.run(["git", *argv], cwd=folder, check=True, capture_output=True)


def test_drafts_of_a_folder_in_order_of_their_names(folder: Path) -> None:
    for name in ("b.txt", "a.MD", "c/a.txt", "c.txt", "表.xlsx", "a/二.txt", "a/一.markdown"):
        write(folder / name, "")
    assert found(".") == ["a/一.markdown", "a/二.txt", "a.MD", "b.txt", "c/a.txt", "c.txt"]


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    for name in (".a.txt", ".venv/b.txt", "c.txt"):
        write(folder / name, "")
    assert found(".") == ["c.txt"]


def test_a_file_that_is_named_counts_whatever_it_is_called(folder: Path) -> None:
    write(folder / ".草稿", "")
    assert found(".草稿") == [".草稿"]


def test_git_ignored_files_are_passed_over(folder: Path) -> None:
    git(folder, "init", "-q")
    write(folder / ".gitignore", "*.bak.txt\n/旧稿/\n")
    for name in ("讲话 稿.txt", "讲话.bak.txt", "旧稿/a.txt", "新稿/b.txt", "新稿/b.bak.txt"):
        write(folder / name, "")
    assert found(".") == ["新稿/b.txt", "讲话 稿.txt"]
    assert found("新稿") == ["新稿/b.txt"]


def test_a_git_ignored_folder_that_is_named_counts(folder: Path) -> None:
    git(folder, "init", "-q")
    write(folder / ".gitignore", "旧稿/\n")
    write(folder / "旧稿" / "a.txt", "")
    assert found("旧稿") == ["旧稿/a.txt"]


def test_each_repository_ignores_for_itself(folder: Path) -> None:
    inner = folder / "内"
    write(inner / ".gitignore", "a.txt\n")
    write(inner / "a.txt", "")
    write(inner / "b.txt", "")
    write(folder / "a.txt", "")
    git(folder, "init", "-q")
    git(inner, "init", "-q")
    assert found(".") == ["a.txt", "内/b.txt"]


def test_without_git_nothing_is_ignored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(folder, "init", "-q")
    write(folder / ".gitignore", "*.txt\n")
    write(folder / "a.txt", "")
    monkeypatch.setenv("PATH", "")
    assert found(".") == ["a.txt"]


def test_loop_of_folders_is_remarked_and_ends(folder: Path) -> None:
    write(folder / "稿" / "a.txt", "")
    os.symlink(".", folder / "稿" / "最新")
    result = sources.find(["稿"])
    assert list(result.paths) == [f"稿{os.sep}a.txt"]
    assert len(result.notes) == 1
    assert "最新" in result.notes[0]
    assert result.errors == ()


def test_linked_folder_is_entered(folder: Path) -> None:
    write(folder / "存档" / "a.txt", "")
    (folder / "稿").mkdir()
    os.symlink("../存档", folder / "稿" / "旧")
    assert found("稿") == ["稿/旧/a.txt"]


def test_folder_that_cannot_be_entered_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "a" / "a.txt", "")
    write(folder / "b" / "b.txt", "")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if os.path.basename(path) == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = sources.find(["."])
    assert [error.message for error in result.errors] == ["没有权限"]
    assert list(result.paths) == [f"b{os.sep}b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这个系统没有命名管道")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    write(tmp_path / "稿.txt", "同志们：大家好。")
    assert sources.find([str(tmp_path)]).paths == (str(tmp_path / "稿.txt"),)
