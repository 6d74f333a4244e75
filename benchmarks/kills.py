"""Kills commands that write, at random moments, and looks whether a file was left half written.

    python benchmarks/kills.py 1000

Every command is killed (SIGKILL) as often as the next one. A file may hold what it held before, or what an undisturbed
run makes of it, and nothing else; a run that follows must do its work. Prints a line for each command.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PROGRAM = (sys.executable, "-m", "speechlint")
DRAFT = (
    "在市总工会X届三次委员会议上的讲话\n\n同志们：\n" + "今天的会议很重要,请大家认真学习,抓好落实。\n" * 400
)
SHORT = "在会上的讲话\n\n同志们：\n今天的会议很重要,请大家学习。\n会议很重要,请落实。\n"


class Case(NamedTuple):
    """A command, the file it writes, what that may hold, and the keys to be typed."""

    name: str
    words: tuple[str, ...]
    file: str
    draft: str = DRAFT
    keys: str = ""


CASES = (
    Case("--fix", ("--fix", "--no-cache", "--quiet", "稿.txt"), "稿.txt"),
    Case("restore -o", ("restore", "稿.txt", "--force", "-o", "读本.txt"), "读本.txt"),
    Case("baseline create", ("baseline", "create", "--force", "稿.txt"), ".speechlint-baseline.yaml"),
    Case("baseline update", ("baseline", "update", "--accept-new", "稿.txt"), ".speechlint-baseline.yaml"),
    Case("ignore", ("ignore", "稿.txt:1:6", "--reason", "原话"), ".speechlint-ignore.yaml"),
    Case("review", ("review", "稿.txt"), "稿.txt", SHORT, "aaaa"),
)


class Counted(NamedTuple):
    """Kills that hit a running command, after which the file was old, new, or neither."""

    hit: int = 0
    old: int = 0
    new: int = 0
    torn: int = 0


def kills(case: Case, times: int, seed: int = 0) -> Counted:
    """What becomes of the file of a command that is killed so many times. Raises ``AssertionError`` where a later run fails."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _laid_out(case, folder)
        states, took = _undisturbed(case, folder)
        counted = Counted()
        for _ in range(times):
            _laid_out(case, folder)
            ended = _run(case, folder, rng.uniform(0.3, 1.1) * took)
            found = _content(folder / case.file)
            counted = Counted(
                counted.hit + (not ended),
                counted.old + (found == states[0]),
                counted.new + (found in states[1:] and found != states[0]),
                counted.torn + (found not in states),
            )
        _laid_out(case, folder)
        _run(case, folder, None)
        assert _content(folder / case.file) == states[-1]
        return counted


def _laid_out(case: Case, folder: Path) -> None:
    (folder / "稿.txt").write_text(case.draft, encoding="utf-8")
    (folder / "读本.txt").write_text("speechlint 还原过的旧的一份\n", encoding="utf-8")
    for name in (".speechlint-baseline.yaml", ".speechlint-ignore.yaml"):
        (folder / name).write_text("[]\n", encoding="utf-8")


def _undisturbed(case: Case, folder: Path) -> tuple[list[bytes | None], float]:
    """What the file may hold, first as it is, at last as the whole run makes it; and the seconds that takes."""
    states = [_content(folder / case.file)]
    for typed in range(1, len(case.keys) or 2):
        _laid_out(case, folder)
        _run(case._replace(keys=case.keys[:typed] + "q" if case.keys else ""), folder, None)
        states.append(_content(folder / case.file))
    began = time.monotonic()
    _laid_out(case, folder)
    _run(case, folder, None)
    states.append(_content(folder / case.file))
    return states, time.monotonic() - began


def _run(case: Case, folder: Path, seconds: float | None) -> bool:
    """Runs the command, for so long at most; whether it came to its end."""
    start: Callable[..., tuple[subprocess.Popen[bytes], list[int]]] = _on_a_terminal if case.keys else _piped
    process, files = start(case, folder)
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False
    finally:
        for file in files:
            os.close(file)


def _piped(case: Case, folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    nowhere = subprocess.DEVNULL
    words = [*PROGRAM, *case.words]
    return subprocess.Popen(words, cwd=folder, stdin=nowhere, stdout=nowhere, stderr=nowhere), []


def _on_a_terminal(case: Case, folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    import pty
    import tty

    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    os.write(ours, case.keys.encode())
    words = [*PROGRAM, *case.words]
    return subprocess.Popen(words, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs), [ours, theirs]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    torn = 0
    for case in CASES:
        made = kills(case, times // len(CASES))
        torn += made.torn
        print(f"{case.name}: {made.hit} killed; old {made.old}, new {made.new}, half {made.torn}", flush=True)
    print(f"half files: {torn}")
    return int(torn > 0)


if __name__ == "__main__":
    sys.exit(main())
