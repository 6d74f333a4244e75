"""Archives measured: what is found of passages that were planted, and what building and asking cost.

    python benchmarks/archive.py 1000 10000     recall and precision by class, each cost as a ratio in the same run

Needs the extra ``archive``.
"""

from __future__ import annotations

import itertools
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import minhash
from office import EDITS, LENGTHS, Planted, office, write

from speechlint.archive import engines, store
from speechlint.archive.against import Asked
from speechlint.archive.shared import pairs
from speechlint.archive.shelf import Shelf
from speechlint.archive.verifying import Pair

MOST = 10
_BESIDE = 2e7  # bytes: of more, MinHash takes too long
SPEECHLINT = [sys.executable, "-m", "speechlint"]
Span = tuple[int, int]


class Cost(NamedTuple):
    """Seconds by the clock and of processors, with those of worker processes; the most memory of one process, in MB."""

    seconds: float
    processor: float
    memory: float


def main() -> None:
    for count in map(int, sys.argv[1:] or ["1000"]):
        with tempfile.TemporaryDirectory(prefix="office-") as folder:
            measure(count, Path(folder))


def measure(count: int, folder: Path) -> None:
    planted = write(folder / "稿", office(count))
    size = sum(path.stat().st_size for path in (folder / "稿").rglob("*.txt"))
    print(f"\n== {count} 份，{size / 1e6:.1f} MB", flush=True)
    costs(folder, size, planted)


def costs(folder: Path, size: int, planted: dict[str, tuple[Planted, ...]]) -> None:
    """Times of whole commands, in seconds, and as a share of the plain check of the same folder in the same run."""
    print(f"{'':22} {'钟':>10} {'处理器':>9}    占平常检查的几倍（钟、处理器）  每处理器秒  内存")
    plain = timed("check", folder, "--no-cache", "--exit-zero", "--quiet", "--format", "jsonl", "稿")
    tell("check（平常的检查）", plain, plain, size)
    tell("build", timed("archive", folder, "build", "稿", "-o", "全"), plain, size)
    tell("build --no-lint", timed("archive", folder, "build", "稿", "-o", "库", "--no-lint"), plain, size)
    tell("pairs", timed("archive", folder, "pairs", "--in", "库", "--format", "jsonl"), plain, size)
    one = next((folder / "稿").rglob("*.txt"))
    shutil.copy(one, folder / "新稿.txt")
    tell("check 一份新稿", timed("archive", folder, "check", "新稿.txt", "--in", "库"), plain, size)
    found(folder, planted)
    if size < _BESIDE:
        beside(folder / "稿", size, planted)
    write(folder / "新", office(100, seed=22))
    tell("再加 100 份", timed("archive", folder, "build", "新", "-o", "库", "--no-lint"), plain, size)
    kept = sum(path.stat().st_size for path in (folder / "库").rglob("*.parquet"))
    print(f"库 {kept / 1e6:.1f} MB（稿子的 {kept / size:.2f}）", flush=True)


def timed(verb: str, folder: Path, *words: str) -> Cost:
    """What a command costs."""
    command = [*SPEECHLINT, verb, *words]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"{' '.join(command)}：{status}")
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def tell(what: str, cost: Cost, plain: Cost, size: int) -> None:
    ratios = f"{cost.seconds / plain.seconds:6.3f}× {cost.processor / plain.processor:6.3f}×"
    rate = size / 1e6 / cost.processor
    print(
        f"{what:22} {cost.seconds:8.2f} 秒 {cost.processor:8.2f} 秒 {ratios} {rate:7.2f} MB/s {cost.memory:5.0f} MB",
        flush=True,
    )


def found(folder: Path, planted: dict[str, tuple[Planted, ...]]) -> None:
    """Recall by length and edits; precision of all that is told."""
    archive = store.opened(str(folder / "库"))
    asked = Asked(archive, engines.of("duckdb", archive), Shelf(archive.settings), MOST)
    told: defaultdict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    right = total = 0
    known = sources(planted)
    began = time.perf_counter()
    for pair in pairs(asked, as_is):
        passage, names = pair.passage, (pair.one.path, pair.other.path)
        told[names].append((passage.here, passage.there))
        told[names[::-1]].append((passage.there, passage.here))
        total += 1
        right += is_planted(known, *names, passage.here, passage.there)
    print(
        f"两两比 {time.perf_counter() - began:.2f} 秒；说了 {total} 处，种下的 {right} 处：精确率 {right / max(1, total):.4f}"
    )
    recall(
        planted,
        lambda name, one, source: any(
            meets(here, (one.start, one.end)) and meets(there, one.source[1:])
            for here, there in told.get((name, source), ())
        ),
    )
    print(f"内存 {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


def as_is(pair: Pair, _: Shelf) -> Pair:
    return pair


def sources(planted: dict[str, tuple[Planted, ...]]) -> dict[str, list[tuple[Span, tuple[int, int, int]]]]:
    """For each draft what it has that others may have: its own source regions, and what it copied."""
    names = [*planted]
    known: dict[str, list[tuple[Span, tuple[int, int, int]]]] = defaultdict(list)
    for name, every in planted.items():
        for one in every:
            known[name].append(((one.start, one.end), one.source))
            known[names[one.source[0]]].append(((one.source[1], one.source[2]), one.source))
    return known


def is_planted(
    known: dict[str, list[tuple[Span, tuple[int, int, int]]]], one: str, other: str, here: Span, there: Span
) -> bool:
    """Whether both sides come from one region of one draft."""
    mine = [source for span, source in known.get(one, ()) if meets(span, here)]
    theirs = [source for span, source in known.get(other, ()) if meets(span, there)]
    return any(a[0] == b[0] and meets(a[1:], b[1:]) for a in mine for b in theirs)


def meets(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def beside(folder: Path, size: int, planted: dict[str, tuple[Planted, ...]]) -> None:
    """What MinHash finds, where it is installed: drafts with a paragraph alike, without where in it."""
    for name, seconds, alike in minhash.others(folder):
        print(
            f"{name}：{seconds:.1f} 秒处理器时间，{size / 1e6 / seconds:.2f} MB/s；对上的稿子 {len(alike) // 2} 对"
        )
        recall(planted, partial(_is_told, alike))


def _is_told(alike: set[tuple[str, str]], draft: str, _: Planted, source: str) -> bool:
    return (draft, source) in alike


def recall(planted: dict[str, tuple[Planted, ...]], is_told: Callable[[str, Planted, str], bool]) -> None:
    names = [*planted]
    all_: Counter[tuple[int, float]] = Counter()
    met: Counter[tuple[int, float]] = Counter()
    for name, every in planted.items():
        for one in every:
            group = (max(bound for bound in LENGTHS if bound <= one.length), one.edits)
            all_[group] += 1
            met[group] += is_told(name, one, names[one.source[0]])
    print("召回 " + "".join(f"{edits:>18.0%}" for edits in EDITS))
    for low, high in itertools.pairwise(LENGTHS):
        cells = ((met[low, edits], all_[low, edits]) for edits in EDITS)
        row = "".join(f"{a / max(1, b):>10.3f} ({b:>4})" for a, b in cells)
        print(f"{low:>3}—{high - 1:<3} {row}")


if __name__ == "__main__":
    main()
