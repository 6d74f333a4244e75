"""Feeds the harnesses of this folder with spoilt input, until one fails or it is enough.

    python tests/fuzz/fuzzing.py [NAME…] --seconds 5          each for so long
    python tests/fuzz/fuzzing.py [NAME…] --count 100000       each so often
    … --seed 7 --markdown docs/trust.md                       other input; adds it to the table there

Stopped by Ctrl-C (SIGINT), it counts what was run until then. What was kept in ``corpus/NAME/`` is tried first. Input that
reaches a line of the program which none reached before (Python 3.12) is spoilt further in turn. Input on which a
harness fails is made as small as it goes and kept: mend the fault, and it stays as a test (``test_kept.py``).
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import NamedTuple

import fuzz_files as files
import fuzz_parts as parts
import fuzz_whole as whole
from fuzz_inputs import CONFIG, OPENING, SIDECAR, Maker, again, damaged, drafts, like, rule_files, word_files
from fuzz_lines import Lines
from offline import forbid

CORPUS = Path(__file__).parent / "corpus"
POOL, SMALL = 300, 1_000  # inputs of which others are made; bytes of one
TRIES = 100  # to make an input smaller
SLOWEST = 20.0  # seconds of the processor that no input may take


class Harness(NamedTuple):
    """What is run on the bytes that ``made`` gives. ``whole`` ones run the whole program."""

    run: Callable[[bytes], None]
    made: Maker
    whole: bool = False


HARNESSES = {
    "chain": Harness(whole.chain, damaged, whole=True),
    "commands": Harness(whole.commands, damaged, whole=True),
    "faults": Harness(whole.faults, drafts, whole=True),
    "decode": Harness(parts.decode, damaged),
    "word": Harness(parts.word, word_files),
    "reading": Harness(parts.reading, drafts),
    "check": Harness(parts.check, drafts),
    "report": Harness(parts.report, drafts),
    "fix": Harness(parts.fix, drafts),
    "restore": Harness(parts.restore, drafts),
    "baseline": Harness(parts.judge, drafts),
    "compare": Harness(parts.compare, drafts),
    "config": Harness(files.config, like(lambda: [CONFIG])),
    "rules": Harness(files.rules, like(rule_files)),
    "ignore": Harness(files.ignore, like(lambda: [SIDECAR])),
}


class Ran(NamedTuple):
    """How often a harness ran, on how much kept before, seconds: the slowest, all; what failed; whether it was stopped."""

    executions: int
    kept: int
    slowest: float
    seconds: float = 0.0
    failed: str = ""
    stopped: bool = False


def kept(folder: Path) -> list[Path]:
    """The inputs kept for a harness, in order."""
    return sorted(folder.glob("*"))


class TooLongError(AssertionError):
    """It took more seconds of the processor than it may, or would never have ended."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stops what takes longer."""

    def stop(*_: object) -> None:
        raise TooLongError(f"{seconds:g} s")

    old = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)


class Runner:
    """Runs a harness, counts, and keeps the last input in ``data`` and those to spoil further in ``pool``."""

    def __init__(self, harness: Harness, pool: list[bytes]) -> None:
        self.harness, self.pool, self.lines = harness, pool, Lines()
        self.executions, self.slowest, self.seconds, self.data = 0, 0.0, 0.0, b""

    def __call__(self, data: bytes) -> None:
        self.executions, self.data = self.executions + 1, data
        began = time.process_time()
        with within(SLOWEST):
            self.harness.run(data)
        took = time.process_time() - began
        self.slowest, self.seconds = max(self.slowest, took), self.seconds + took

    def new(self, pick: Random) -> None:
        """Runs the input that ``pick`` settles; one that gets further than all before is kept to be spoilt."""
        from_pool = self.pool and pick.random() < 0.2
        data = again(pick.choice(self.pool), pick) if from_pool else self.harness.made(pick)
        before = self.lines.met
        self(data)
        if self.lines.met > before and len(data) < SMALL:
            self.pool[:] = [*self.pool[-POOL:], data]

    def ran(self, kept: int, failed: str = "", stopped: bool = False) -> Ran:
        return Ran(self.executions - stopped, kept, self.slowest, self.seconds, failed, stopped)


def fuzz(harness: Harness, is_enough: Callable[[int], bool], first: int = 0, folder: Path = CORPUS) -> Ran:
    """Runs a harness on what ``folder`` keeps, then on new input until ``is_enough`` says so of the number of runs.

    Input is settled by the number ``first`` and those that follow.
    """
    old = [path.read_bytes() for path in kept(folder)]
    runner = Runner(harness, [data for data in old if len(data) < SMALL])
    try:
        for data in old:
            runner(data)
        while not is_enough(runner.executions):
            runner.new(Random(first + runner.executions))
    except KeyboardInterrupt:
        return runner.ran(len(old), stopped=True)
    except Exception as why:
        traceback.print_exc()
        return runner.ran(len(old), keep(folder, smaller(harness, runner.data, why)))
    finally:
        runner.lines.close()
    return runner.ran(len(old))


def smaller(harness: Harness, data: bytes, why: Exception) -> bytes:
    """The input with all taken out that the failure does not need."""
    text, tries = data.decode("utf-8", "surrogateescape"), TRIES
    size = len(text) // 2
    while size and tries:
        at = 0
        while at < len(text) and tries:
            shorter, tries = text[:at] + text[at + size :], tries - 1
            if _fails(harness, shorter.encode("utf-8", "surrogateescape")) == _kind(why):
                text = shorter
            else:
                at += size
        size //= 2
    return text.encode("utf-8", "surrogateescape")


def _fails(harness: Harness, data: bytes) -> tuple[object, ...]:
    try:
        with within(SLOWEST / 10):
            harness.run(data)
    except Exception as why:
        return _kind(why)
    return ()


def _kind(why: Exception) -> tuple[object, ...]:
    """What fails, and in which line."""
    if isinstance(why, TooLongError):
        return (TooLongError,)
    last = traceback.extract_tb(why.__traceback__)[-1:]
    return (type(why), *((frame.filename, frame.lineno) for frame in last))


def keep(folder: Path, data: bytes) -> str:
    """Keeps an input on which a harness failed; where."""
    path = folder / blake2b(data, digest_size=4).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def table(rows: dict[str, Ran], page: Path) -> None:
    """Writes the rows into the table of the page; rows of other harnesses stay."""
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition("<!-- fuzz -->\n")
    inside, _, tail = rest.partition("<!-- /fuzz -->")
    old = {name: row for row, name in re.findall(r"^(\| `(\w+)` \|.*)$", inside, re.MULTILINE)}
    lines = {**old, **{name: _row(name, ran, old.get(name, "")) for name, ran in rows.items()}}
    body = "".join(f"{lines[name]}\n" for name in HARNESSES if name in lines)
    heading = "| 名 | 共多少次 | 末一回 | 存下的 | 最慢的一次（CPU 秒） |\n|---|---|---|---|---|\n"
    page.write_text(f"{head}<!-- fuzz -->\n{heading}{body}<!-- /fuzz -->{tail}", encoding="utf-8")


def _row(name: str, ran: Ran, old: str) -> str:
    """The row after one more run; a harness that failed begins anew."""
    before = 0 if ran.failed or not old else int(old.split("|")[2].replace(",", ""))
    return f"| `{name}` | {before + ran.executions:,} | {ran.executions:,} | {ran.kept} | {ran.slowest:.2f} |"


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "names", nargs="*", choices=[[], *HARNESSES], metavar="NAME", help=" ".join(HARNESSES)
    )
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--markdown", type=Path)
    parser.add_argument(
        "--part", choices=("1/2", "2/2"), help="one half of them, so that two can run side by side"
    )
    return parser.parse_args()


def main() -> int:
    """0 where nothing failed."""
    given_ = asked()
    page = given_.markdown.resolve() if given_.markdown else None
    forbid()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    rows: dict[str, Ran] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPEECHLINT_CACHE_DIR"] = os.path.join(folder, "cache")
        os.chdir(folder)
        warm()
        names = given_.names or list(HARNESSES)
        for name in names[given_.part == "2/2" :: 2] if given_.part else names:
            first, is_enough = given_.seed * 1_000_000, _enough(given_.count, given_.seconds)
            rows[name] = ran = fuzz(HARNESSES[name], is_enough, first, CORPUS / name)
            failed = f", FAILED: {ran.failed}" if ran.failed else ""
            print(
                f"{name}: {ran.executions:,} runs, {ran.kept} kept, {_each(ran):.2f} ms each, "
                f"slowest {ran.slowest:.2f} s{failed}",
                flush=True,
            )
            if ran.stopped:
                break
        os.chdir("/")
    if page:
        table(rows, page)
    return int(any(ran.failed for ran in rows.values()))


def _each(ran: Ran) -> float:
    return 1_000 * ran.seconds / max(ran.executions, 1)


def warm() -> None:
    """The rules are compiled before the first run is timed."""
    whole.chain(OPENING.encode())
    whole.commands(OPENING.encode())


def _enough(count: int | None, seconds: float) -> Callable[[int], bool]:
    if count is not None:
        return lambda executions: executions >= count
    end = time.process_time() + seconds
    return lambda _: time.process_time() >= end


if __name__ == "__main__":
    sys.exit(main())
