"""What speechlint costs: whole processes, run in turn, medians and ratios.

    python benchmarks/run.py [--small] [--runs 7] [--markdown docs/performance.md]

The drafts are made from the project's own samples (see ``corpus``). Peers (autocorrect, zhlint,
textlint from npm) are run where they are installed; what is missing is said. Read the ratios: the times
are one machine's, and what the tools check differs.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import corpus

from speechlint import __version__

NOT_SEGMENTING = "PAR,LEK,DUP"  # the families that may look words up in the segmenter's dictionary
SPEECHLINT = [sys.executable, "-m", "speechlint", "--exit-zero", "--quiet"]
ANEW = [*SPEECHLINT, "--no-cache", "--jobs", "1"]
PEERS = (("autocorrect", ("--lint",)), ("zhlint", ()), ("textlint", ()))
PASS, COLD, SEGMENTING, MANY = (
    "python -c pass",
    "冷启动，一稿，不分词",
    "冷启动，一稿，全部规则",
    "多稿，一核",
)
MEGA, HUGE, TWO, AGAIN = "1 MB 一稿", "20 MB 一稿", "多稿，两核", "多稿，没有改动（缓存）"
HEAD = """\
# 速度

由 `python benchmarks/run.py --markdown docs/performance.md` 写成：整个进程计时，各项轮流跑，取中位数。
文稿由样稿的段落按固定的种子打乱拼成。看比例，不看毫秒：毫秒是这一台机器的。

"""


class Row(NamedTuple):
    """One thing to time: ``size`` in bytes where a throughput makes sense."""

    name: str
    command: list[str]
    size: int = 0


class Sample(NamedTuple):
    seconds: float
    peak_mib: float


class Goal(NamedTuple):
    """A ratio that must hold (``must``), and the one aimed at; ``least`` where more is better."""

    what: str
    value: float
    must: float
    goal: float
    least: bool = False

    @property
    def verdict(self) -> str:
        def holds(bound: float) -> bool:
            return self.value >= bound if self.least else self.value <= bound

        return "达到目标" if holds(self.goal) else "达到下限" if holds(self.must) else "未达到"


def rows(work: Path, small: bool) -> list[Row]:
    """The drafts are written below ``work``; the commands name them."""
    sizes = (12_000, 20_000, 200_000, 20) if small else (12_000, 1_000_000, 20_000_000, 1000)
    # by a process of its own: what this one holds would count as the peak of those it starts
    subprocess.run(
        [sys.executable, corpus.__file__, work, *map(str, sizes)], env=_environment(work), check=True
    )
    one, mega, huge, many = work / "one.txt", work / "mega.txt", work / "huge.txt", work / "many"
    total = sum(file.stat().st_size for file in many.iterdir())
    return [
        Row(PASS, [sys.executable, "-c", "pass"]),
        Row(COLD, [*ANEW, "--ignore", NOT_SEGMENTING, str(one)]),
        Row(SEGMENTING, [*ANEW, str(one)]),
        Row(MANY, [*ANEW, str(many)], total),
        Row(TWO, [*SPEECHLINT, "--no-cache", "--jobs", "2", str(many)], total),
        Row(AGAIN, [*SPEECHLINT, str(many)], total),
        Row(MEGA, [*ANEW, str(mega)], mega.stat().st_size),
        Row(HUGE, [*ANEW, str(huge)], huge.stat().st_size),
        *peers(one, many, total),
    ]


def peers(one: Path, many: Path, total: int) -> list[Row]:
    found = []
    for tool, arguments in PEERS:
        path = shutil.which(tool)
        if path is None:
            print(f"没有装 {tool}，略过（npm install -g {tool}）", file=sys.stderr)
            continue
        drafts = [str(file.relative_to(many.parent)) for file in sorted(many.iterdir())]
        found += [
            Row(f"{tool}，一稿", [path, *arguments, one.name]),
            Row(f"{tool}，多稿", [path, *arguments, *drafts], total),
        ]
    return found


def measure(row: Row, cwd: Path) -> Sample:
    """One run of a command as a whole process. Raises ``SystemExit`` where it fails."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as void:
        process = subprocess.Popen(
            row.command, stdout=void, stderr=void, cwd=cwd, env=_environment(cwd), start_new_session=True
        )
        _, status, usage = os.wait4(process.pid, 0)
    if status and "speechlint" in row.command:
        raise SystemExit(f"{row.name} 没有跑完：{' '.join(row.command)}")
    return Sample(time.perf_counter() - start, usage.ru_maxrss / 1024)


def _environment(work: Path) -> dict[str, str]:
    """Own caches, and the project importable wherever it is installed."""
    return {**os.environ, "SPEECHLINT_CACHE_DIR": str(work / "cache"), "PYTHONPATH": str(corpus.ROOT)}


def table(measured: Sequence[tuple[Row, list[Sample]]]) -> str:
    """The rows as Markdown; the first is the unit of the ratios."""
    unit = statistics.median(sample.seconds for sample in measured[0][1])
    lines = ["| 项目 | 中位数 ms | 是 pass 的几倍 | MB/s | 峰值 MiB |", "|---|---|---|---|---|"]
    for row, samples in measured:
        seconds = statistics.median(sample.seconds for sample in samples)
        speed = f"{row.size / seconds / 1e6:.1f}" if row.size else ""
        peak = statistics.median(sample.peak_mib for sample in samples)
        lines.append(f"| {row.name} | {seconds * 1000:.1f} | {seconds / unit:.1f} | {speed} | {peak:.0f} |")
    return "\n".join(lines)


def goals(measured: Sequence[tuple[Row, list[Sample]]]) -> str:
    """What the rows come to, against the bounds, as Markdown."""
    seconds = {row.name: statistics.median(s.seconds for s in samples) for row, samples in measured}
    size = {row.name: row.size for row, _ in measured}
    peak = {row.name: statistics.median(s.peak_mib for s in samples) for row, samples in measured}
    unit = seconds[PASS]
    per_mb = {name: (seconds[name] - unit) / size[name] for name in (MEGA, HUGE)}
    found = (
        Goal("冷启动不分词 ÷ pass", seconds[COLD] / unit, 5, 4),
        Goal("冷启动全部规则 ÷ pass", seconds[SEGMENTING] / unit, 28, 14),
        Goal("多稿一核，MB/s", size[MANY] / seconds[MANY] / 1e6, 4, 10, least=True),
        Goal("没有改动 ÷ pass", seconds[AGAIN] / unit, 16, 9),
        Goal("一核 ÷ 两核", seconds[MANY] / seconds[TWO], 1.6, 1.85, least=True),
        Goal("每 MB：20 MB ÷ 1 MB", per_mb[HUGE] / per_mb[MEGA], 1.3, 1.1),
        Goal("20 MB 的内存峰值，MiB", peak[HUGE], 150, 64),
    )
    lines = ["| 比例 | 量得 | 下限 | 目标 | |", "|---|---|---|---|---|"]
    lines += [f"| {g.what} | {g.value:.1f} | {g.must:g} | {g.goal:g} | {g.verdict} |" for g in found]
    return "\n".join(lines)


def versions() -> str:
    """The machine and every tool with its version, in one line."""
    known = [f"speechlint {__version__}", f"Python {platform.python_version()}"]
    for tool, _ in PEERS:
        if shutil.which(tool):
            done = subprocess.run([tool, "--version"], capture_output=True, encoding="utf-8", check=False)
            known.append(f"{tool} {done.stdout.strip().splitlines()[-1]}")
    return "，".join([*known, platform.machine(), f"{os.cpu_count()} 核"])


def run(todo: Sequence[Row], turns: int, work: Path) -> list[tuple[Row, list[Sample]]]:
    """All rows in turn, ``turns`` times; a first turn only warms the caches."""
    measured: list[tuple[Row, list[Sample]]] = [(row, []) for row in todo]
    for turn in range(turns + 1):
        for row, samples in measured:
            sample = measure(row, work)
            if turn:
                samples.append(sample)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--small", action="store_true", help="small drafts, one run: only shows that it works"
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    turns = 1 if options.small else options.runs
    with tempfile.TemporaryDirectory() as folder:
        measured = run(rows(Path(folder), options.small), turns, Path(folder))
    told = f"{versions()}；{turns} 轮。\n\n{table(measured)}\n\n{goals(measured)}\n"
    print(told)
    if options.markdown:
        options.markdown.write_text(HEAD + told, encoding="utf-8")


if __name__ == "__main__":
    main()
