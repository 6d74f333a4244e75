"""Nothing is overwritten but what was asked for, whatever it is called and whatever links lead to it."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write

from speechlint.errors import UsageError, WriteError
from speechlint.files import writing

Run = Callable[..., Outcome]
DRAFT = "在县工会会议上的讲话\n\n同志们：去年慰问职工X户，市委X届全会要求,抓好落实。\n"


@pytest.fixture(autouse=True)
def draft(tmp_path: Path) -> Path:
    write(tmp_path / "稿.txt", DRAFT)
    return tmp_path / "稿.txt"


def _link(path: Path, name: str, how: str) -> str:
    other = path.with_name(name)
    if how == "symbolic":
        other.symlink_to(path.name)
    elif how == "hard":
        os.link(path, other)
    return name if how else f".{os.sep}稿.txt"


@pytest.mark.parametrize("how", ["", "symbolic", "hard"])
@pytest.mark.parametrize("argv", [[], ["--fix"], ["--force"], ["-f", "json"]], ids=str)
def test_no_report_is_written_over_a_draft(run: Run, draft: Path, argv: list[str], how: str) -> None:
    done = run("稿.txt", *argv, "-o", _link(draft, "报告.txt", how))
    assert done.status == 2
    assert "是原稿" in done.err
    assert draft.read_text("utf-8") == DRAFT


def test_no_report_is_written_over_a_draft_that_was_found(run: Run, draft: Path) -> None:
    write(draft.parent / "二.txt", DRAFT)
    for path in (".", draft.parent.as_posix()):
        assert run(path, "-o", "二.txt", "--force").status == 2

    assert (draft.parent / "二.txt").read_text("utf-8") == draft.read_text("utf-8") == DRAFT


def test_standard_input_is_the_draft_it_is_said_to_be(run: Run, draft: Path) -> None:
    done = run("-", "--stdin-filename", "稿.txt", "-o", "稿.txt", stdin=DRAFT.encode())
    assert done.status == 2
    assert draft.read_text("utf-8") == DRAFT


def test_what_is_not_ours_is_replaced_on_demand_alone(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "别的.txt", "今年的安排\n")
    refused = run("稿.txt", "-o", "别的.txt")
    assert refused.status == 2
    assert "--force" in refused.err
    assert (tmp_path / "别的.txt").read_text("utf-8") == "今年的安排\n"
    assert run("稿.txt", "-o", "别的.txt", "--force").status == 1
    assert (tmp_path / "别的.txt").read_text("utf-8").startswith("必须改 ")


@pytest.mark.parametrize("first", ["text", "json", "jsonl"])
@pytest.mark.parametrize("second", ["text", "json", "jsonl"])
def test_an_earlier_report_is_replaced(run: Run, tmp_path: Path, first: str, second: str) -> None:
    assert run(".", "-f", first, "-o", "报告.txt").status == 1
    old = (tmp_path / "报告.txt").read_bytes()
    done = run(".", "-f", second, "-o", "报告.txt", "--lang", "en", "--no-cache")
    assert (done.status, done.err) == (1, "")
    assert (tmp_path / "报告.txt").read_bytes() != old


def test_an_empty_report_is_replaced(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        assert run(".", "-q", "--select", "SYS", "-o", "报告.txt").status == 0
    assert (tmp_path / "报告.txt").read_bytes() == b""


@pytest.mark.parametrize(
    "name", [".speechlint.yaml", "pyproject.toml", ".speechlint-ignore.yaml", ".speechlint-baseline.yaml"]
)
def test_no_report_takes_the_place_of_a_config(run: Run, tmp_path: Path, name: str) -> None:
    done = run("稿.txt", "-o", name, "--force")
    assert done.status == 2
    assert not (tmp_path / name).exists()


def test_no_report_is_written_over_a_rule_or_a_named_config(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "packs: [规则]\nignore_file: 判断.yaml\nbaseline: 旧账.yaml\n")
    write(tmp_path / "旧账.yaml", "[]\n")
    write(tmp_path / "判断.yaml", "[]\n")
    rule = (
        'title: 旧名\nseverity: error\nmessage: {zh: "“{text}”已经改名"}\nwhy: 改名了。\nsource: {title: 通知}\ngrade: convention\n'
        "check: {pattern: {entries: [{id: old, terms: [工运科]}]}}\n"
        "examples: {bad: [请⟦工运科⟧发言], good: [请宣教科发言]}\n"
    )
    write(tmp_path / "规则" / "OWN001-old-name.yaml", rule)
    for name in ("旧账.yaml", "判断.yaml", "规则/OWN001-old-name.yaml"):
        before = (tmp_path / name).read_bytes()
        assert "自己要读的" in run("稿.txt", "-o", name, "--force").err
        assert (tmp_path / name).read_bytes() == before


def test_restore_writes_over_no_draft_and_no_config(run: Run, draft: Path) -> None:
    os.link(draft, draft.with_name("同一份.txt"))
    for name in ("稿.txt", "同一份.txt", ".speechlint.yaml"):
        assert run("restore", "稿.txt", "-o", name, "--force").status == 2
    assert draft.read_text("utf-8") == DRAFT


def test_a_baseline_is_written_over_no_draft(run: Run, draft: Path) -> None:
    done = run("baseline", "create", ".", "--baseline", "稿.txt", "--force")
    assert (done.status, draft.read_text("utf-8")) == (2, DRAFT)
    assert run("baseline", "create", ".").status == 0
    assert run("baseline", "create", ".", "--force").status == 0


def test_notes_are_written_into_no_draft(run: Run, draft: Path) -> None:
    write(draft, "[]\n同志们：市委X届全会要求抓好落实。\n")
    before = draft.read_bytes()
    (draft.parent / ".speechlint-ignore.yaml").symlink_to("稿.txt")
    assert run("ignore", "稿.txt:2:7", "--reason", "等通知").status == 2
    assert draft.read_bytes() == before


def test_init_replaces_a_config_on_demand_alone(run: Run, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint.yaml", "lang: en\n")
    refused = run("init")
    assert (refused.status, "--force" in refused.err) == (2, True)
    assert run("init", "--force").status == 0
    assert "lang: en\n" not in (tmp_path / ".speechlint.yaml").read_text("utf-8").splitlines()


def test_a_report_goes_to_a_pipe_or_device(run: Run) -> None:
    assert run("稿.txt", "-o", os.devnull).status == 1


def test_a_planted_link_is_not_followed(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    victim = draft.with_name("别人的.txt")
    write(victim, "原样")
    draft.with_name(".speechlint-0000000000000000.tmp").symlink_to(victim.name)
    with pytest.raises(WriteError):
        writing.write(str(draft), b"new", seen=DRAFT.encode())
    assert (victim.read_text("utf-8"), draft.read_text("utf-8")) == ("原样", DRAFT)


def test_nobody_reads_more_of_a_file_before_it_is_whole(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.chmod(0o600)
    modes: list[int] = []

    def looked(number: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(number).st_mode))

    monkeypatch.setattr(os, "fsync", looked)
    writing.write(str(draft), b"new", seen=DRAFT.encode())
    assert modes == [0o600]
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600


def test_a_new_file_takes_no_name_that_is_taken_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    to = writing.cleared(str(path), drafts=[])
    write(path, "别人刚写的")
    with pytest.raises(UsageError):
        writing.save([b"report"], to)
    assert path.read_text("utf-8") == "别人刚写的"
    assert sorted(os.listdir(tmp_path)) == ["报告.txt", "稿.txt"]


def test_backup_keeps_the_draft_and_no_earlier_backup_is_lost(shipped: Run, draft: Path) -> None:
    write(draft.with_name("稿.txt.bak"), "更早的")
    done = shipped("稿.txt", "--fix", "--backup")
    assert draft.read_text("utf-8") != DRAFT
    assert draft.with_name("稿.txt.bak").read_text("utf-8") == "更早的"
    assert draft.with_name("稿.txt.bak2").read_text("utf-8") == DRAFT
    assert done.err.splitlines()[-1] == "speechlint: 撤销：把改前留下的改回原名：稿.txt.bak2"
    write(draft, DRAFT)
    shipped("稿.txt", "--fix", "--backup")
    assert sorted(os.listdir(draft.parent)) == ["稿.txt", "稿.txt.bak", "稿.txt.bak2"]


def test_without_a_copy_the_last_line_says_so(shipped: Run) -> None:
    assert "撤不回去" in shipped("稿.txt", "--fix").err.splitlines()[-1]
    assert shipped("稿.txt", "--fix").err == "speechlint: 没有可以自动改的\n"


def test_what_was_fixed_before_a_run_is_stopped_does_not_go_unsaid(shipped: Run, draft: Path) -> None:
    write(draft.parent / "终" / "稿.txt", DRAFT)
    write(draft.parent / "终" / ".speechlint-ignore.yaml", "[\n")
    done = shipped(".", "--fix", "--backup")
    assert (done.status, draft.read_text("utf-8") != DRAFT) == (2, True)
    fixed, undo, why = done.err.splitlines()
    assert fixed.startswith("speechlint: 改了 ")
    assert undo == "speechlint: 撤销：把改前留下的改回原名：稿.txt.bak"
    assert ".speechlint-ignore.yaml:2" in why


def test_git_undoes_where_it_holds_the_draft_as_it_was(shipped: Run, draft: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=draft.parent, check=True, capture_output=True)

    git("init", "-q")
    git("add", "稿.txt")
    done = shipped("稿.txt", "--fix", "--lang", "en")
    assert done.err.splitlines()[-1] == "speechlint: to undo: git restore '稿.txt'"
    git("restore", "稿.txt")
    assert draft.read_text("utf-8") == DRAFT
    write(draft, DRAFT + "没有记进 git 的一句,话。\n")
    assert "git restore" not in shipped("稿.txt", "--fix").err


@pytest.mark.parametrize("argv", [["--backup"], ["--backup", "--diff"]])
def test_backup_goes_with_fix_alone(run: Run, argv: list[str]) -> None:
    assert run("稿.txt", *argv).status == 2
