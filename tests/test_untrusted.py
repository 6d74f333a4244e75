"""Folders, files and configs that nobody vouches for: nothing of theirs is run, waited for, or brings a run down."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, write

from speechlint.checks import Query
from speechlint.checks.wording import pattern
from speechlint.document import words
from speechlint.errors import ConfigError, RuleError
from speechlint.files import git as asked_git
from speechlint.judgements import baseline, sidecar
from speechlint.project import configfile
from speechlint.quick import cache
from speechlint.rulebook import packs, rule

Run = Callable[..., Outcome]
DRAFT = "同志们：\n今天的会议很重要，请大家认真学习，抓好落实。\n"
BLANK = "在市总工会X届三次委员会议上的讲话\n\n同志们：今天的会议很重要，请大家认真学习。\n"
FIFO = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这个系统没有命名管道")


def git(folder: Path, *argv: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    subprocess.run(["git", *who, *argv], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A repository whose config runs a command wherever git runs one, and which lacks the old version of its draft."""
    folder = tmp_path / "稿"
    write(folder / "a.txt", BLANK)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "1")
    for blob in (folder / ".git" / "objects").glob("??/*"):
        if (
            b"X"
            in subprocess.run(
                ["git", "cat-file", "-p", blob.parent.name + blob.name],
                cwd=folder,
                capture_output=True,
                check=True,
            ).stdout
        ):
            blob.unlink()
    touch = f"touch '{tmp_path}/RUN'; false"
    settings = {
        "core.fsmonitor": touch,
        "core.sshCommand": touch,
        "core.pager": touch,
        "core.editor": touch,
        "core.hooksPath": str(tmp_path),
        "diff.external": touch,
        "filter.x.clean": touch,
        "filter.x.smudge": touch,
        "diff.x.textconv": touch,
        "remote.origin.url": f"ext::sh -c {touch.replace(' ', '% ')}",
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
    }
    for key, value in settings.items():
        git(folder, "-c", "core.fsmonitor=false", "config", key, value)
    write(folder / ".gitattributes", "* filter=x diff=x\n")
    write(folder / "a.txt", BLANK + "再改一行。\n")
    return folder


@pytest.mark.parametrize("option", ["--show-files", "--changed", "--info"])
def test_linting_a_folder_runs_nothing_of_it(run: Run, trap: Path, option: str) -> None:
    run(str(trap), option)
    assert not (trap.parent / "RUN").exists()


def test_the_folder_would_run_something(trap: Path) -> None:
    subprocess.run(["git", "status"], cwd=trap, capture_output=True, check=False)
    assert (trap.parent / "RUN").exists()


def test_what_git_was_told_by_its_environment_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q")
    for key, value in {
        "GIT_DIR": "/nowhere",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.worktree",
        "GIT_CONFIG_VALUE_0": "/nowhere",
        "GIT_CONFIG_PARAMETERS": "'core.worktree=/nowhere'",
    }.items():
        monkeypatch.setenv(key, value)
    answer = asked_git.asked(str(tmp_path), "rev-parse", "--show-toplevel")
    assert os.path.samefile(os.fsdecode(answer.data.strip()), tmp_path)


def test_git_is_not_looked_for_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = write(tmp_path / "git", "#!/bin/sh\ntouch RUN\n")
    planted.chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}")
    monkeypatch.chdir(tmp_path)
    assert asked_git.asked(".", "check-ignore", "a.txt") == asked_git.Answer(False, b"")
    assert not (tmp_path / "RUN").exists()


@FIFO
@pytest.mark.parametrize("command", [[], ["--fix"], ["outline"], ["restore"], ["baseline", "check"]])
def test_a_pipe_or_device_for_a_draft(run: Run, tmp_path: Path, command: list[str]) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    write(tmp_path / "基线.yaml", "[]\n")
    more = ["--baseline", "基线.yaml"] if "baseline" in command else []
    for path in ("管道.txt", "/dev/zero"):
        outcome = run(*command, path, *more)
        assert outcome.status == 2
        assert "不是普通文件" in outcome.out + outcome.err


@FIFO
def test_a_pipe_in_a_folder_does_not_go_unsaid(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    write(tmp_path / "稿.txt", DRAFT)
    assert "没有检查：管道.txt（不是普通文件" in run(".").out
    report = json.loads(run(".", "-f", "json").out)
    assert [one["path"] for one in report["skipped"]] == ["管道.txt"]


@FIFO
@pytest.mark.parametrize("command", [[], ["restore"]], ids=["check", "restore"])
def test_a_pipe_that_nobody_reads_is_not_waited_for(run: Run, tmp_path: Path, command: list[str]) -> None:
    os.mkfifo(tmp_path / "管道")
    write(tmp_path / "稿.txt", DRAFT)
    outcome = run(*command, "稿.txt", "-o", "管道")
    assert outcome.status == 2
    assert "没有人在读" in outcome.err


@FIFO
def test_a_socket_for_a_draft(run: Run, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as there:
        there.bind("套.txt")
        outcome = run(str(tmp_path / "套.txt"))
    assert outcome.status == 2
    assert "不是普通文件" in outcome.out


@FIFO
@pytest.mark.parametrize("key", ["ignore_file", "baseline", "rosters", "packs"])
@pytest.mark.parametrize("what", ["/dev/zero", "管道", "a\\0b", "没有"])
def test_a_config_that_names_no_file(run: Run, tmp_path: Path, key: str, what: str) -> None:
    os.mkfifo(tmp_path / "管道")
    write(
        tmp_path / ".speechlint.yaml",
        f'{key}: ["{what}"]' if key in ("rosters", "packs") else f'{key}: "{what}"',
    )
    write(tmp_path / "a.txt", DRAFT)
    outcome = run("a.txt")
    assert outcome.status == 2
    assert "speechlint 自己的错" not in outcome.err


@FIFO
def test_a_pipe_in_a_pack(run: Run, tmp_path: Path) -> None:
    (tmp_path / "包").mkdir()
    os.mkfifo(tmp_path / "包" / "ABC001-x.yaml")
    write(tmp_path / ".speechlint.yaml", "packs: [包]")
    write(tmp_path / "a.txt", DRAFT)
    outcome = run("a.txt")
    assert outcome.status == 2
    assert "ABC001-x.yaml: 读不了：不是普通文件" in outcome.err


def test_a_file_of_judgements_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "忽略.yaml"
    with path.open("wb") as file:
        file.truncate(20_000_000)
    with pytest.raises(ConfigError, match="超过 10 MB"):
        sidecar.read(str(path))


@pytest.mark.parametrize(
    "text",
    [
        f"as_of: {'9' * 5000}",
        "as_of: !!int abc",
        "as_of: !!float abc",
        "require_reason: !!bool abc",
        "exclude: ['[!]']",
        "exclude: ['[z-a]']",
        'exclude: ["[\\\\]"]',
        "overrides: [{files: ['[z-a]'], lang: en}]",
        "{require_reason: true, overrides: [x]}",
        "overrides: [stage]",
        "{require_reason: true, allow: [3]}",
        "stages: {一: 二}",
        "stages: {一: [二]}",
        "[" * 900 + "]" * 900,
        "select: " + "[" * 3000 + "]" * 3000,
        "&a [*a]",
        "select: &a [*a]",
        "? [a]\n: b",
        "severity: {PLH: [error]}",
        "rosters: [{name: [a], post: b}]",
        "rosters: [{name: 王大川, post: 市长, from: 99999999999999999999}]",
    ],
)
def test_a_malformed_config_is_a_mistake(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError):
        configfile.read(str(write(tmp_path / "a.yaml", text)))


@pytest.mark.parametrize(
    "text", ["tool=1", "[tool]\nspeechlint=1", "[[tool.speechlint]]\nselect=['PLH']", "tool=[" + "[" * 3000]
)
def test_a_malformed_pyproject_is_a_mistake(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError):
        configfile.read(str(write(tmp_path / "pyproject.toml", text)))


@pytest.mark.parametrize("escape", ["\\x", "\\u12", "\\ud800\\q", "\\'"])
def test_a_baseline_with_a_bad_escape(tmp_path: Path, escape: str) -> None:
    line = f"- {{path: \"a{escape}\", code: PLH001, fingerprint: '0123456789abcdef', count: 1, words: ''}}\n"
    with pytest.raises(ConfigError, match="基线的这一行不认识"):
        baseline.read(str(write(tmp_path / "基线.yaml", line)))


def test_a_sidecar_with_a_bad_pattern(tmp_path: Path) -> None:
    path = write(tmp_path / "忽略.yaml", "- {path: '[z-a]', code: PLH001, reason: 有}\n")
    with pytest.raises(ConfigError, match="方括号"):
        sidecar.read(str(path))


RULE = """title: 试
severity: error
message: {{zh: "{message}"}}
why: 试
source: 试
grade: usage
check:
  pattern:
    entries:
      - {entry}
examples: {{bad: ["⟦全会⟧"]}}
"""


@pytest.mark.parametrize(
    "message",
    [
        "{text:d}",
        "{}",
        "{0}",
        "{text[a]}",
        "{text!z}",
        "{text:{text}}",
        "{text:>9999999999}",
        "{text.__class__.__mro__}",
        "{",
    ],
)
def test_a_message_holds_words_and_nothing_else(tmp_path: Path, message: str) -> None:
    text = RULE.format(message=message, entry="{id: a, pattern: 全会}")
    with pytest.raises(RuleError, match="花括号"):
        rule.read(write(tmp_path / "ABC001-x.yaml", text))


@pytest.mark.parametrize(
    "entry",
    [
        "{id: a, pattern: 全会, fix: '\\9'}",
        "{id: a, pattern: 全会, fix: '\\g<zz>'}",
        "{id: a, pattern: 全会, fix: '\\'}",
        "{id: a, pattern: 全会, fix: '\\q'}",
        "{id: a, terms: [1]}",
        "{id: a, terms: [[a]]}",
        "{id: a, pattern: '(?:全会){0,99999999999}'}",
        "{id: a, pattern: '" + "(" * 2000 + "全会" + ")" * 2000 + "'}",
        "{id: !!int x, pattern: 全会}",
        "{id: &a [*a], pattern: 全会}",
        "[]",
    ],
)
def test_a_malformed_rule_is_a_mistake(tmp_path: Path, entry: str) -> None:
    with pytest.raises(RuleError, match="ABC001"):
        rule.read(write(tmp_path / "ABC001-x.yaml", RULE.format(message="试", entry=entry)))


def test_a_word_followed_by_its_frequency_is_a_word() -> None:
    assert [word.text for word in words.cut("总工期 3")] == ["总工期", " ", "3"]
    assert not words.known("总工期 3")
    assert words.tag("总工期 3 n\n总") == ""


def test_a_fix_without_edits_is_none(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from speechlint.finding import Fix

    old = pattern.check
    monkeypatch.setattr(
        pattern, "check", lambda query: (hit._replace(fixes=(Fix(()), *hit.fixes)) for hit in old(query))
    )
    write(tmp_path / "a.txt", BLANK)
    assert "PLH001" in run("a.txt", "--no-cache", "--unsafe-fixes", "--fix").out


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_bad_bytes_are_reported_and_kept(run: Run, tmp_path: Path, encoding: str) -> None:
    data = "同志们：今天的会议".encode(encoding) + b"\xff" + "很重要,请大家学习。\n".encode(encoding) * 3
    (tmp_path / "a.txt").write_bytes(data)
    shutil.rmtree(tmp_path / ".speechlint", ignore_errors=True)
    write(tmp_path / ".speechlint.yaml", "packs: [规则]")
    for name in ("encoding/ENC011-mojibake", "punctuation/PUN001-half-width-mark"):
        source = next(Path(__file__).parents[1].glob(f"rules/{name}.yaml"), None)
        if source is None:
            source = next(Path(__file__).parents[1].glob(f"rules/{name[: name.index('-')]}*.yaml"))
        write(tmp_path / "规则" / source.name, source.read_text(encoding="utf-8"))
    outcome = run("a.txt", "--fix")
    assert "  1:10 必须改 ENC011" in outcome.out
    assert (tmp_path / "a.txt").read_bytes() == data.replace(b",", "，".encode(encoding))


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that fails on one draft."""
    old = pattern.check

    def check(query: Query) -> object:
        if "坏" in query.doc.text:
            raise ZeroDivisionError("x")
        return old(query)

    monkeypatch.setattr(pattern, "check", check)


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("options", [[], ["--jobs", "2"], ["--fix"], ["--format", "json"]])
def test_one_draft_that_fails_is_named_and_the_others_are_checked(
    run: Run, tmp_path: Path, options: list[str]
) -> None:
    for name in "acd":
        write(tmp_path / f"{name}.txt", BLANK)
    write(tmp_path / "b.txt", BLANK + "坏了。\n")
    outcome = run(".", "--no-cache", *options)
    assert outcome.status == 2
    assert "speechlint 自己的错（ZeroDivisionError" in outcome.out
    assert [outcome.out.count(f"{name}.txt") > 0 for name in "abcd"] == [True] * 4
    assert outcome.out.count("PLH001") >= 3
    assert "Traceback" not in outcome.err


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("command", [["baseline", "create"], ["outline"]])
def test_the_other_commands_go_on_too(run: Run, tmp_path: Path, command: list[str]) -> None:
    write(tmp_path / "a.txt", BLANK)
    write(tmp_path / "b.txt", BLANK + "坏了。\n")
    write(tmp_path / "c.txt", BLANK)
    outcome = run(*command, ".")
    assert "Traceback" not in outcome.err
    assert outcome.status == 2 or command == ["outline"]


def test_a_fault_of_the_program_is_told_in_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from speechlint.project import sources

    write(tmp_path / "a.txt", DRAFT)
    monkeypatch.setattr(sources, "find", lambda *_: 1 // 0)
    outcome = run("a.txt")
    assert outcome.status == 2
    assert "speechlint 自己的错" in outcome.err
    assert "Traceback" not in outcome.err
    monkeypatch.setenv("SPEECHLINT_TRACEBACK", "1")
    assert "Traceback" in run("a.txt").err


@pytest.mark.parametrize("columns", ["²", "9" * 5000, "-1", "a", "0"])
def test_a_screen_of_no_width(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    write(tmp_path / "a.txt", BLANK)
    assert run("a.txt", "--no-cache").status == 1


@pytest.mark.parametrize("name", ["undefined", "unicode_escape", "raw_unicode_escape", "idna", "\udcfe"])
def test_an_encoding_that_is_none_of_text(run: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.txt", DRAFT)
    for command in ([], ["restore"], ["--fix"]):
        outcome = run(*command, "a.txt", "--encoding", name)
        assert outcome.status == 2
        assert "是不是“gb18030”" in outcome.err


@pytest.mark.skipif(sys.platform == "win32", reason="这个系统不限处理器时间")
def test_very_many_names_and_judgements(small_pack: Path, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BLANK * 20)
    names = ["PLH001", "SLG", "SYS", "PLH"] * 37_500
    entry = "- {{path: a{}.txt, code: PLH001, reason: 有, fingerprint: '{:016x}'}}\n"
    write(tmp_path / ".speechlint.yaml", f"select: [{', '.join(names)}]")
    write(
        tmp_path / ".speechlint-ignore.yaml",
        "".join(entry.format(at % 100 or "", at) for at in range(12_000)),
    )
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (12, 12))\n"
        "from speechlint.rulebook import packs; from speechlint import cli\n"
        f"packs.shipped = lambda: {str(small_pack / 'rules')!r}\n"
        "raise SystemExit(cli.main(('a.txt', '--no-cache', '--quiet')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr


@pytest.fixture
def kept(run: Run, tmp_path: Path, checked_out_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache after a run."""
    monkeypatch.setattr(packs, "shipped", lambda: str(checked_out_pack / "rules"))
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path / "a.txt", BLANK)
    run("a.txt")
    return tmp_path / "cache"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="这个系统不这样记主人")
def test_the_cache_is_for_nobody_else(kept: Path) -> None:
    inside = [kept, *kept.rglob("*")]
    assert any(path.is_file() for path in (kept / "results").rglob("*"))
    assert {stat.S_IMODE(path.stat().st_mode) for path in inside if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in inside if path.is_dir()} == {0o700}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="这个系统不这样记主人")
def test_an_open_cache_is_closed(run: Run, kept: Path) -> None:
    for path in kept.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    write(kept.parent / "b.txt", BLANK)
    run("a.txt", "b.txt")
    inside = [path for path in kept.rglob("*") if "results" in path.parts]
    assert {stat.S_IMODE(path.stat().st_mode) for path in inside if path.is_dir()} == {0o700}
    run("a.txt")
    assert cache.read(next(path for path in kept.rglob("*.rules")).name) is not None
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept.glob("*.rules")} == {0o600}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="这个系统不这样记主人")
def test_what_others_may_write_is_not_read(kept: Path) -> None:
    path = next(kept.rglob("*.rules"))
    path.chmod(0o666)
    assert cache.read(path.name) is None


def test_words_of_drafts_are_gone_when_the_day_is_over(run: Run, kept: Path) -> None:
    (day,) = (kept / "results").iterdir()
    day.rename(day.with_name("2020-01-01"))
    run("rules")
    assert not day.with_name("2020-01-01").exists()


def test_a_config_may_forbid_to_keep_anything(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path / ".speechlint.yaml", "cache: false")
    write(tmp_path / "a.txt", BLANK)
    assert run("a.txt").status == 1
    assert run("rules").status == 0
    assert not (tmp_path / "cache").exists()
    assert run("a.txt", "--isolated").status == 1
    assert (tmp_path / "cache").exists()


@FIFO
def test_a_pipe_in_the_cache_is_not_waited_for(kept: Path, run: Run) -> None:
    for path in [path for path in kept.rglob("*") if path.is_file()]:
        path.unlink()
        os.mkfifo(path)
    assert run("a.txt").status == 1


@pytest.mark.skipif(sys.platform == "win32", reason="这个系统没有这个信号")
def test_an_interrupt_before_anything_is_done(tmp_path: Path) -> None:
    write(tmp_path / "sitecustomize.py", "")
    code = "import speechlint.cli as c\ndef main():\n raise KeyboardInterrupt\nc.main = main\nimport speechlint.__main__ as m\nm.run()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
