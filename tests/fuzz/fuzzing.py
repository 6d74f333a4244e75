"""Feeds the harnesses of this folder with spoilt input, until one fails or it is enough.

    python tests/fuzz/fuzzing.py [NAME…] --seconds 5          each for so long
    python tests/fuzz/fuzzing.py [NAME…] --count 100000       each so often
    … --seed 7 --markdown docs/trust.md                       other input; adds it to the table there

Stopped by Ctrl-C, it counts what was run until then. What was kept in ``corpus/NAME/`` is tried first. Input on which a harness fails is made as small as it goes and
kept there: mend the fault, and it stays as a test (``test_kept.py``).
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import fuzz_files as files
import fuzz_parts as parts
import fuzz_whole as whole
from fuzz_inputs import CONFIG, OPENING, SIDECAR, damaged, drafts, rule_files, texts_like, word_seeds
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from offline import forbid

CORPUS = Path(__file__).parent / "corpus"
BATCH = 50
SLOWEST = 20.0  # seconds of the processor that no input may take


class Harness(NamedTuple):
    """What is run on the bytes that ``inputs`` gives. ``whole`` ones run the whole program."""

    run: Callable[[bytes], None]
    inputs: Callable[[], st.SearchStrategy[bytes]]
    whole: bool = False


HARNESSES = {
    "chain": Harness(whole.chain, damaged, whole=True),
    "commands": Harness(whole.commands, damaged, whole=True),
    "faults": Harness(whole.faults, drafts, whole=True),
    "decode": Harness(parts.decode, damaged),
    "word": Harness(parts.word, lambda: st.sampled_from(word_seeds()).flatmap(_salted)),
    "reading": Harness(parts.reading, drafts),
    "check": Harness(parts.check, drafts),
    "report": Harness(parts.report, drafts),
    "fix": Harness(parts.fix, drafts),
    "restore": Harness(parts.restore, drafts),
    "baseline": Harness(parts.judge, drafts),
    "compare": Harness(parts.compare, drafts),
    "config": Harness(files.config, lambda: texts_like([CONFIG])),
    "rules": Harness(files.rules, lambda: texts_like(rule_files())),
    "ignore": Harness(files.ignore, lambda: texts_like([SIDECAR])),
}


def _salted(data: bytes) -> st.SearchStrategy[bytes]:
    """The same package with some bytes behind it, which readers pass over: each settles other choices."""
    return st.binary(min_size=1, max_size=4).map(lambda salt: data + salt)


class Ran(NamedTuple):
    """How often a harness ran, what was kept of it before, the slowest run in seconds, what failed; whether it was stopped."""

    executions: int
    kept: int
    slowest: float
    failed: str = ""
    stopped: bool = False


def kept(folder: Path) -> list[Path]:
    """The inputs kept for a harness, in order."""
    return sorted(folder.glob("*"))


class Runner:
    """Runs a harness, counts, and knows the last input."""

    def __init__(self, harness: Harness) -> None:
        self.harness = harness
        self.executions, self.slowest, self.data = 0, 0.0, b""

    def __call__(self, data: bytes) -> None:
        self.executions, self.data = self.executions + 1, data
        began = time.process_time()
        self.harness.run(data)
        took = time.process_time() - began
        self.slowest = max(self.slowest, took)
        assert took < SLOWEST, f"{took:.1f} s"


def fuzz(harness: Harness, is_enough: Callable[[int], bool], first: int = 0, folder: Path = CORPUS) -> Ran:
    """Runs a harness on what ``folder`` keeps, then on new input until ``is_enough`` says so of the number of runs.

    Input is settled by the number ``first`` and those that follow.
    """
    runner = Runner(harness)
    old = kept(folder)
    try:
        for path in old:
            runner(path.read_bytes())
        for number in _until(lambda: is_enough(runner.executions)):
            _batch(runner, first + number)
    except KeyboardInterrupt:
        return Ran(runner.executions - 1, len(old), runner.slowest, stopped=True)
    except Exception:
        traceback.print_exc()
        return Ran(runner.executions, len(old), runner.slowest, keep(folder, runner.data))
    return Ran(runner.executions, len(old), runner.slowest)


def _until(is_enough: Callable[[], bool]) -> Iterator[int]:
    number = 0
    while not is_enough():
        yield number
        number += 1


def _batch(runner: Runner, number: int) -> None:
    """Some dozen runs on input that the number settles."""

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(runner.harness.inputs())
    def some(data: bytes) -> None:
        runner(data)

    some()


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
    return parser.parse_args()


def main() -> int:
    """0 where nothing failed."""
    given_ = asked()
    page = given_.markdown.resolve() if given_.markdown else None
    forbid()
    rows: dict[str, Ran] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPEECHLINT_CACHE_DIR"] = os.path.join(folder, "cache")
        os.chdir(folder)
        warm()
        for name in given_.names or HARNESSES:
            first, is_enough = given_.seed * 1_000_000, _enough(given_.count, given_.seconds)
            rows[name] = ran = fuzz(HARNESSES[name], is_enough, first, CORPUS / name)
            failed = f", FAILED: {ran.failed}" if ran.failed else ""
            print(
                f"{name}: {ran.executions:,} runs, {ran.kept} kept, slowest {ran.slowest:.2f} s{failed}",
                flush=True,
            )
            if ran.stopped:
                break
        os.chdir("/")
    if page:
        table(rows, page)
    return int(any(ran.failed for ran in rows.values()))


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
