"""``speechlint review`` through a real pseudo-terminal: keys typed as a person would."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import shlex
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT, write

from speechlint.fixing import keys

DRAFT = "同志们：\n截止目前，各项工作进展顺利。\n请县委X届委员会审议。\n请县委X届委员会审议两遍。\n"
ALIKE = "severity: {TYP002: error}\n"  # as grave as the others: all in the order of the draft
MENU = "退出"


class Terminal:
    """A process on a terminal of its own."""

    def __init__(self, folder: Path, *argv: str) -> None:
        self.pid, self._descriptor = pty.fork()
        if not self.pid:
            os.chdir(folder)
            variables = {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}
            os.execve(
                sys.executable, [sys.executable, "-m", "speechlint", *argv], {**os.environ, **variables}
            )
        self._read = b""

    def expect(self, words: str) -> str:
        """Waits until ``words`` are shown; what was shown up to there."""
        end = time.monotonic() + 60
        while words.encode() not in self._read:
            ready, _, _ = select.select([self._descriptor], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{words!r} not shown, but {self._read.decode(errors='replace')!r}"
            try:
                self._read += os.read(self._descriptor, 4096)
            except OSError as gone:
                raise AssertionError(self._read.decode(errors="replace")) from gone
        shown, _, self._read = self._read.partition(words.encode())
        return shown.decode(errors="replace")

    def rest(self) -> str:
        """What is shown until the process ends."""
        try:
            while more := os.read(self._descriptor, 4096):
                self._read += more
        except OSError:  # how Linux says that there is no more
            pass
        self.close()
        return self._read.decode(errors="replace")

    def type(self, text: str) -> None:
        os.write(self._descriptor, text.encode())

    def close(self) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self._descriptor)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    write(tmp_path / "a.txt", DRAFT)
    write(tmp_path / ".speechlint.yaml", ALIKE)
    made = Terminal(tmp_path, "review", "a.txt", "--select", "TYP002,PLH001")
    yield made
    made.close()


def test_apply_ignore_edit_undo_and_quit(terminal: Terminal, tmp_path: Path) -> None:
    draft, sidecar = tmp_path / "a.txt", tmp_path / ".speechlint-ignore.yaml"
    shown = terminal.expect(MENU)
    assert "a.txt:2:1" in shown
    assert "⟦截止⟧" in shown
    terminal.type("a")
    assert "a.txt:3:4" in terminal.expect(MENU)
    assert draft.read_text(encoding="utf-8") == DRAFT.replace("截止", "截至")
    terminal.type("i")
    terminal.expect("为什么")
    terminal.type("届次等会期定了再填\n")
    assert "a.txt:4:4" in terminal.expect(MENU)
    assert "届次等会期定了再填" in sidecar.read_text(encoding="utf-8")
    terminal.type("e")
    terminal.expect("把“X届”改为")
    terminal.type("十届\n")
    terminal.expect("改了 2 处，忽略 1 处，跳过 0 处，还有 0 处没看")
    assert draft.read_text(encoding="utf-8").endswith("请县委十届委员会审议两遍。\n")


def test_what_was_decided_can_be_undone(terminal: Terminal, tmp_path: Path) -> None:
    terminal.expect(MENU)
    terminal.type("a")
    assert "X届" in terminal.expect(MENU)
    terminal.type("i")
    terminal.expect("为什么")
    terminal.type("先空着\n")
    terminal.expect(MENU)
    terminal.type("u")
    assert "a.txt:3:4" in terminal.expect(MENU)
    assert not (tmp_path / ".speechlint-ignore.yaml").exists()
    terminal.type("u")
    assert "⟦截止⟧" in terminal.expect(MENU)
    terminal.type("q")
    terminal.expect("改了 0 处，忽略 0 处，跳过 0 处，还有 3 处没看")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DRAFT


def test_killed_half_way_nothing_decided_is_lost(terminal: Terminal, tmp_path: Path) -> None:
    terminal.expect(MENU)
    terminal.type("a")
    terminal.expect(MENU)
    os.kill(terminal.pid, signal.SIGKILL)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DRAFT.replace("截止", "截至")


def test_skipped_ones_are_left_as_they_are(terminal: Terminal, tmp_path: Path) -> None:
    terminal.expect(MENU)
    for _ in range(2):
        terminal.type("s")
        terminal.expect(MENU)
    terminal.type("s")
    terminal.expect("改了 0 处，忽略 0 处，跳过 3 处")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize(("answer", "changed"), [("y", 2), ("n", 1)])
def test_the_same_blank_is_filled_everywhere_on_demand(
    terminal: Terminal, tmp_path: Path, answer: str, changed: int
) -> None:
    terminal.expect(MENU)
    terminal.type("s")
    terminal.expect(MENU)
    terminal.expect("这一种共 2 处：[n]都跳过")
    terminal.type("e")
    terminal.expect("改为")
    terminal.type("十届\n")
    terminal.expect("另有 1 处也是“X届”，都这样改吗？")
    terminal.type(answer)
    terminal.expect("都看过了" if answer == "y" else MENU)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DRAFT.replace("X届", "十届", changed)
    if answer == "n":
        terminal.type("q")
    terminal.expect(f"改了 {changed} 处，忽略 0 处，跳过 1 处")


def test_all_of_a_rule_are_settled_at_once_and_undone_at_once(tmp_path: Path) -> None:
    text = "同志们：\n截止目前，各项工作进展顺利。\n截止昨天，请县委X届委员会审议。\n"
    write(tmp_path / "a.txt", text)
    write(tmp_path / ".speechlint.yaml", ALIKE)
    terminal = Terminal(tmp_path, "review", "a.txt", "--select", "TYP002,PLH001")
    assert "(1/3)" in terminal.expect(MENU)
    terminal.expect("这一种共 2 处：[r]都改 [n]都跳过")
    terminal.type("r")
    shown = terminal.expect(MENU)
    assert "一起改了 2 处" in shown
    assert "(3/3)" in shown
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == text.replace("截止", "截至")
    terminal.type("r")
    terminal.expect("没有现成的改法")
    terminal.type("u")
    assert "(1/3)" in terminal.expect(MENU)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == text
    terminal.type("n")
    assert "a.txt:3:9" in terminal.expect(MENU)
    terminal.type("q")
    terminal.expect("改了 0 处，忽略 0 处，跳过 2 处，还有 1 处没看")
    terminal.close()


def test_the_gravest_come_first(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", DRAFT)
    terminal = Terminal(tmp_path, "review", "a.txt", "--select", "TYP002,PLH001")
    assert "a.txt:3:4" in terminal.expect(MENU)
    terminal.type("n")
    assert "a.txt:2:1" in terminal.expect(MENU)
    terminal.close()


def test_the_menu_has_what_can_be_done(terminal: Terminal) -> None:
    first = terminal.expect(MENU)
    assert "[a]改" in first
    assert "[u]撤销" not in first
    terminal.type("s")
    second = terminal.expect(MENU)
    assert "[a]改" not in second
    assert "[b]回上一处 [u]撤销" in second


def test_one_draft_follows_the_other(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "截止目前，各项工作进展顺利。\n")
    write(tmp_path / "b.txt", DRAFT)
    terminal = Terminal(tmp_path, "review", "a.txt", "b.txt", "--select", "TYP002,PLH001")
    assert "a.txt（1/2）" in terminal.expect(MENU)
    terminal.type("a")
    shown = terminal.expect(MENU)
    assert "还有 0 处没看" in shown
    assert "b.txt（2/2）" in shown
    terminal.type("q")
    assert "还有 3 处没看" in terminal.rest()


def test_who_quits_sees_no_further_draft(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, DRAFT)
    terminal = Terminal(tmp_path, "review", "a.txt", "b.txt", "--select", "TYP002,PLH001")
    terminal.expect(MENU)
    terminal.type("q")
    assert "b.txt" not in terminal.rest()


def test_back_to_what_was_skipped(terminal: Terminal) -> None:
    terminal.expect(MENU)
    terminal.type("s")
    terminal.expect(MENU)
    terminal.type("b")
    assert "(1/3)" in terminal.expect(MENU)
    terminal.type("a")
    terminal.expect(MENU)
    terminal.type("b")
    terminal.expect("上一步不是跳过")


def test_the_paragraph_and_the_keys_on_demand(terminal: Terminal) -> None:
    terminal.expect(MENU)
    terminal.type("p")
    terminal.expect("截止目前，各项工作进展顺利。")
    terminal.type("?")
    terminal.expect("b 回到刚跳过的一处")


@pytest.mark.parametrize("key", ["e", "i"])
def test_an_interrupt_in_a_line_leaves_the_line_alone(terminal: Terminal, tmp_path: Path, key: str) -> None:
    terminal.expect(MENU)
    terminal.type(key)
    terminal.expect("空行作罢")
    time.sleep(0.2)
    terminal.type("至\x03")
    time.sleep(0.2)
    terminal.type("s")
    assert "(2/3)" in terminal.expect(MENU)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("typed", ["\x1b[A", "\x1bOP", "x"])
def test_a_key_that_means_nothing_changes_nothing(terminal: Terminal, tmp_path: Path, typed: str) -> None:
    terminal.expect(MENU)
    terminal.type(typed)
    time.sleep(0.2)
    terminal.type("s")
    assert "(2/3)" in terminal.expect(MENU)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("typed", ["\x03", "\x1b"])
def test_interrupted_it_says_how_far_it_came(terminal: Terminal, typed: str) -> None:
    terminal.expect(MENU)
    terminal.type(typed)
    terminal.expect("改了 0 处，忽略 0 处，跳过 0 处，还有 3 处没看")


def test_an_interrupt_while_it_is_writing_waits_for_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Halfway through a line it would be lost, or what is said afterwards would be."""
    monkeypatch.setattr("builtins.input", lambda _: "改")
    with keys.late_interrupts():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            keys.line("改为：")
        assert keys.line("改为：") == "改"
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_what_cannot_be_written_does_not_end_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DRAFT.encode("gbk"))
    terminal = Terminal(tmp_path, "review", "a.txt", "--select", "PLH001")
    terminal.expect(MENU)
    terminal.type("e")
    terminal.expect("改为")
    terminal.type("㐂届\nn")
    terminal.expect("GBK 里没有的字“㐂”")
    assert "(1/2)" in terminal.expect(MENU)
    changed = DRAFT.replace("顺利", "正常").encode("gbk")
    (tmp_path / "a.txt").write_bytes(changed)
    terminal.type("e")
    terminal.expect("改为")
    terminal.type("十届\nn")
    terminal.expect("文件在检查期间被改动，没有写入")
    assert (tmp_path / "a.txt").read_bytes() == changed
    terminal.expect(MENU)
    terminal.type("e")
    terminal.expect("改为")
    terminal.type("十届\nn")
    assert "(2/2)" in terminal.expect(MENU)
    assert (tmp_path / "a.txt").read_bytes() == changed.replace("X届".encode("gbk"), "十届".encode("gbk"), 1)
    terminal.close()


@pytest.mark.parametrize(("typed", "read"), [("Ａ", "a"), ("\0K", keys.NO_LETTER), ("\xe0S", keys.NO_LETTER)])
def test_keys_on_windows(monkeypatch: pytest.MonkeyPatch, typed: str, read: str) -> None:
    """Half of an arrow key or of Delete must not be taken for a letter."""
    coming = iter(typed)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(getwch=lambda: next(coming)))
    monkeypatch.setitem(sys.modules, "termios", None)
    assert keys.key() == read
    assert next(coming, None) is None


def test_ctrl_c_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(getwch=lambda: "\x03"))
    with pytest.raises(KeyboardInterrupt):
        keys.key()


def test_without_single_keys_a_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "termios", None)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Skip\n\n"))
    assert [keys.key(), keys.key(), keys.key()] == ["s", "", ""]


def test_the_session_in_the_readme(tmp_path: Path) -> None:
    """Its five lines, typed one after the other on a downloaded draft: what each is said to do, it does."""
    block = re.search(
        r"```sh\n(speechlint restore.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S
    )
    assert block
    lines = [shlex.split(line, comments=True)[1:] for line in block[1].splitlines()]
    assert [line[0] for line in lines] == ["restore", "--fix", "review", "baseline", "讲话稿.txt"]
    shutil.copy(ROOT / "tests" / "drafts" / "拼音与乱码.txt", tmp_path / "下载.txt")
    told = {}
    for line in lines:
        terminal = Terminal(tmp_path, *line)
        if line[0] == "review":
            terminal.expect(MENU)
            terminal.type("q")
        told[line[0]] = terminal.rest()
    draft = (tmp_path / "讲话稿.txt").read_text(encoding="utf-8")
    assert "(huì)" in (tmp_path / "下载.txt").read_text(encoding="utf-8")
    assert "(huì)" not in draft
    assert "拿不准：" in told["restore"]
    assert "必须改" in told["--fix"]
    assert "处没看" in told["review"]
    assert re.search(r"记下 \d+ 处（1 份文稿）", told["baseline"])
    assert "没有发现问题" in told["讲话稿.txt"]
    assert "按“初稿”这一阶段检查" in told["讲话稿.txt"]
