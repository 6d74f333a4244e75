"""``--fix`` and its kin on the command line: what is written, what is shown, and that nothing is ever half done."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Outcome

Run = Callable[..., Outcome]
BEFORE = "同志们：\n截止目前，各项工作进展顺利,请大家继续努力。\n"
AFTER = "同志们：\n截至目前，各项工作进展顺利，请大家继续努力。\n"


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """With the rules as they are shipped."""
    from speechlint.rulebook import packs

    monkeypatch.setattr(packs, "shipped", lambda: str(ROOT / "rules"))
    return run


def test_fix_writes_and_reports_the_rest(run: Run) -> None:
    Path("a.txt").write_text(BEFORE + "市总工会X届委员会。\n", encoding="utf-8")
    done = run("--fix", "a.txt")
    assert Path("a.txt").read_text(encoding="utf-8") == AFTER + "市总工会X届委员会。\n"
    assert done.status == 1
    assert "X届" in done.out
    assert "截止" not in done.out
    assert done.err.startswith("speechlint: 改了 2 处（1 份文稿）\nspeechlint: ")


def test_fixing_twice_changes_nothing(run: Run) -> None:
    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    run("--fix", "a.txt")
    assert run("--fix", "a.txt").err == "speechlint: 没有可以自动改的\n"
    assert Path("a.txt").read_text(encoding="utf-8") == AFTER


def test_select_narrows_what_is_fixed(run: Run) -> None:
    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    run("--fix", "a.txt", "--select", "TYP")
    assert Path("a.txt").read_text(encoding="utf-8") == BEFORE.replace("截止", "截至")


def test_diff_shows_and_writes_nothing(run: Run) -> None:
    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    done = run("--diff", "a.txt")
    assert done.status == 1
    assert done.out.splitlines()[-2:] == [f"-{BEFORE.splitlines()[1]}", f"+{AFTER.splitlines()[1]}"]
    assert Path("a.txt").read_text(encoding="utf-8") == BEFORE


def test_in_colour_what_changed_in_a_line_stands_out(run: Run) -> None:
    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    red, green = run("--diff", "--color", "always", "a.txt").out.splitlines()[-2:]
    assert red.startswith("\x1b[31m-截\x1b[7m止\x1b[27m目前")
    assert green.startswith("\x1b[32m+截\x1b[7m至\x1b[27m目前")
    plain = re.sub(r"\x1b\[\d+m", "", run("--diff", "--color", "always", "a.txt").out)
    assert plain == run("--diff", "a.txt").out


def test_diff_of_a_draft_in_order_is_empty(run: Run) -> None:
    Path("a.txt").write_text(AFTER, encoding="utf-8")
    done = run("--diff", "a.txt", "-q")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_diff_can_be_applied_by_patch(run: Run) -> None:
    Path("a.txt").write_text(BEFORE.rstrip(), encoding="utf-8")
    Path("a.diff").write_text(run("--diff", "a.txt").out, encoding="utf-8")
    subprocess.run(["git", "apply", "-p0", "a.diff"], check=True)
    assert Path("a.txt").read_text(encoding="utf-8") == AFTER.rstrip()


def test_standard_input_is_filtered(run: Run) -> None:
    done = run("--fix", "-", stdin=BEFORE.encode())
    assert (done.status, done.out) == (0, AFTER)


def test_a_filter_passes_on_what_needs_no_fix(run: Run) -> None:
    assert run("--fix", "-", stdin=AFTER.encode()).out == AFTER


def test_fix_only_reports_nothing(run: Run) -> None:
    Path("a.txt").write_text(BEFORE + "X届\n", encoding="utf-8")
    done = run("--fix-only", "a.txt")
    assert (done.status, done.out) == (0, "")


def test_a_hook_fails_when_something_was_fixed(run: Run) -> None:
    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    assert run("--fix", "--exit-non-zero-on-fix", "a.txt").status == 1
    assert run("--fix", "--exit-non-zero-on-fix", "a.txt").status == 0


def test_unsafe_fixes_wait_to_be_asked_for(run: Run) -> None:
    text = "同志们：\n做好工作，要做到“三个到位”：一是责任到位。二是物资到位。\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    run("--fix", "a.txt")
    assert Path("a.txt").read_text(encoding="utf-8") == text
    run("--fix", "--unsafe-fixes", "a.txt")
    assert "两个到位" in Path("a.txt").read_text(encoding="utf-8")


def test_gbk_stays_gbk(run: Run) -> None:
    Path("a.txt").write_bytes(BEFORE.replace("\n", "\r\n").encode("gbk"))
    run("--fix", "a.txt")
    assert Path("a.txt").read_bytes() == AFTER.replace("\n", "\r\n").encode("gbk")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("--unsafe-fixes", "a.txt"), "--unsafe-fixes 要和 --fix 或 --diff 一起用"),
        (("--diff", "--fix", "a.txt"), "--diff 只看不写"),
        (("--fix", "-", "a.txt"), "不带别的路径"),
    ],
)
def test_options_that_do_not_go_together(run: Run, argv: tuple[str, ...], told: str) -> None:
    done = run(*argv)
    assert done.status == 2
    assert told in done.err


def test_a_read_only_file_is_left_alone(run: Run) -> None:
    path = Path("a.txt")
    path.write_text(BEFORE, encoding="utf-8")
    path.chmod(0o444)
    done = run("--fix", "a.txt")
    assert done.status == 2
    assert "a.txt 没能改：文件是只读的，没有写入；请先去掉只读属性" in done.out
    assert path.read_text(encoding="utf-8") == BEFORE


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "磁盘满了；腾出地方再运行一次"),
        (errno.EDQUOT, "磁盘配额满了；腾出地方再运行一次"),
    ],
)
def test_a_full_disk_leaves_the_old_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    Path("b.txt").write_text("市总工会X届委员会。\n", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    done = run("--fix", "a.txt", "b.txt")
    assert done.status == 2
    assert f"a.txt 没能改：没有写入，原文件没有改动：{told}" in done.out
    assert "有 1 个文件没能改\n" in done.out
    assert "b.txt\n  1:5" in done.out
    assert sorted(os.listdir()) == ["a.txt", "b.txt"]
    assert Path("a.txt").read_text(encoding="utf-8") == BEFORE


@pytest.mark.parametrize(
    ("function", "number", "told"),
    [
        ("open", errno.EROFS, "所在的文件夹里不能新建文件（磁盘是只读的）；换到能写的文件夹里再来"),
        ("open", errno.EACCES, "所在的文件夹里不能新建文件（没有权限）；换到能写的文件夹里再来"),
        ("replace", errno.EACCES, "没有权限；文件若在别的软件里开着，关掉再运行一次"),
    ],
)
def test_where_nothing_can_be_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, function: str, number: int, told: str
) -> None:
    """A read-only folder; on Windows, a draft that is open in another program."""

    real = getattr(os, function)

    def refused(path: str, *how: object, **more: object) -> object:
        if ".speechlint-" in str(path):
            raise OSError(number, os.strerror(number))
        return real(path, *how, **more)

    Path("a.txt").write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(os, function, refused)
    done = run("--fix", "a.txt")
    assert (done.status, done.err) == (2, "")
    assert f"没能改：没有写入，原文件没有改动：{told}" in done.out
    assert os.listdir() == ["a.txt"]
    assert Path("a.txt").read_text(encoding="utf-8") == BEFORE


def test_a_link_to_nothing_is_told_of_once(run: Run) -> None:
    Path("a.txt").symlink_to("gone.txt")
    done = run("--fix", "a.txt")
    assert (done.status, done.out, done.err) == (2, "a.txt 没能检查：没有这个文件或文件夹\n", "")


def test_a_link_is_followed_and_told(run: Run) -> None:
    Path("real.txt").write_text(BEFORE, encoding="utf-8")
    Path("a.txt").symlink_to("real.txt")
    done = run("--fix", "a.txt")
    assert "a.txt 是符号链接，改的是" in done.err
    assert Path("a.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8") == AFTER


@pytest.mark.parametrize("name", ["open", "write", "fsync", "chmod", "replace", "unlink"])
def test_stopped_at_each_step_of_writing(tmp_path: Path, name: str) -> None:
    """A process that kills itself on entering one of them, or having done it."""
    program = (
        "import builtins, os, signal, sys\n"
        "from speechlint.files import writing\n"
        "name, when, path = sys.argv[1:]\n"
        "die = lambda: os.kill(os.getpid(), signal.SIGKILL)\n"
        "def dying(real):\n"
        "    def called(*args, **kw):\n"
        "        if when == 'before': die()\n"
        "        made = real(*args, **kw)\n"
        "        die()\n"
        "        return made\n"
        "    return called\n"
        "real_open = open\n"
        "class File:\n"
        "    def __init__(self, file): self.file = file\n"
        "    def __enter__(self): return self\n"
        "    def __exit__(self, *_): self.file.close()\n"
        "    def write(self, data): self.file.write(data[: len(data) // 2]); self.file.flush(); die()\n"
        "def opened(path, mode='r', **kw):\n"
        "    if 'w' not in mode: return real_open(path, mode, **kw)\n"
        "    made = real_open(path, mode, **kw)\n"
        "    if name == 'open': die()\n"
        "    return File(made)\n"
        "if name in ('open', 'write'): writing.open = opened\n"
        "else: setattr(os, name, dying(getattr(os, name)))\n"
        "writing.write(path, b'new' * 1000, seen=b'old' * 1000)\n"
    )
    for when in ("before", "after"):
        path = tmp_path / f"{name}-{when}.txt"
        path.write_bytes(b"old" * 1000)
        command = [sys.executable, "-c", program, name, when, str(path)]
        subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
        assert path.read_bytes() in (b"old" * 1000, b"new" * 1000)
