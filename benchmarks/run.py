"""All performance rows in one interleaved run: whole processes, medians, ratios to ``python -c pass``.

    python benchmarks/run.py [--small] [--runs N] [--markdown FILE]

The drafts are made by ``corpus.py``. Peers (autocorrect-node, zhlint, textlint from npm) are run
where they are installed; what is missing is said. Read the ratios: the times are one machine's.
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
from pathlib import Path
from typing import NamedTuple

import corpus

NOT_SEGMENTING = "PAR,LEK"  # the families that may ask for word segmentation
SPEECHLINT = [sys.executable, "-m", "speechlint", "--exit-zero", "--quiet"]


class Row(NamedTuple):
    """One thing to time: ``size`` in bytes where a throughput makes sense."""

    name: str
    command: list[str]
    size: int = 0


class Sample(NamedTuple):
    seconds: float
    peak_mib: float


def rows(work: Path, small: bool) -> list[Row]:
    """The drafts are written below ``work``; the commands name them."""
    files, big = (20, 200_000) if small else (1000, 20_000_000)
    one = work / "draft.txt"
    one.write_text(corpus.draft(12_000), encoding="utf-8")
    mega = work / "mega.txt"
    mega.write_text(corpus.draft(max(1_000_000, big // 20) if not small else 20_000), encoding="utf-8")
    huge = work / "huge.txt"
    huge.write_text(corpus.draft(big), encoding="utf-8")
    many = corpus.folder(work / "many", files, 10_000)
    total = sum(file.stat().st_size for file in many.iterdir())
    quick = [*SPEECHLINT, "--ignore", NOT_SEGMENTING]
    return [
        Row("python -c pass", [sys.executable, "-c", "pass"]),
        Row("冷启动，一稿，不分词", [*quick, str(one)]),
        Row("冷启动，一稿，全部规则", [*SPEECHLINT, str(one)]),
        Row(f"{files} 稿", [*SPEECHLINT, str(many)], total),
        Row("1 MB 一稿", [*SPEECHLINT, str(mega)], mega.stat().st_size),
        Row("20 MB 一稿", [*SPEECHLINT, str(huge)], huge.stat().st_size),
        *peers(one, many, total),
    ]


def peers(one: Path, many: Path, total: int) -> list[Row]:
    found = []
    for tool, arguments in (("autocorrect", ["--lint"]), ("zhlint", []), ("textlint", [])):
        path = shutil.which(tool)
        if path is None:
            print(f"没有装 {tool}，略过", file=sys.stderr)
            continue
        found += [
            Row(f"{tool}，一稿", [path, *arguments, str(one)]),
            Row(f"{tool}，多稿", [path, *arguments, *map(str, sorted(many.iterdir()))], total),
        ]
    return found


def measure(row: Row, cwd: Path) -> Sample:
    """One run of a command as a whole process."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as void:
        process = subprocess.Popen(row.command, stdout=void, stderr=void, cwd=cwd)
        _, _, usage = os.wait4(process.pid, 0)
    return Sample(time.perf_counter() - start, usage.ru_maxrss / 1024)


def table(measured: list[tuple[Row, list[Sample]]]) -> str:
    """The rows as Markdown; the first is the unit of the ratios."""
    unit = statistics.median(sample.seconds for sample in measured[0][1])
    lines = ["| 项目 | 中位数 ms | 是 pass 的几倍 | MB/s | 峰值 MiB |", "|---|---|---|---|---|"]
    for row, samples in measured:
        seconds = statistics.median(sample.seconds for sample in samples)
        speed = f"{row.size / seconds / 1e6:.1f}" if row.size else ""
        peak = statistics.median(sample.peak_mib for sample in samples)
        lines.append(f"| {row.name} | {seconds * 1000:.1f} | {seconds / unit:.1f} | {speed} | {peak:.0f} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--small", action="store_true", help="small drafts, two runs: only shows that it works"
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        todo = rows(work, options.small)
        measured: list[tuple[Row, list[Sample]]] = [(row, []) for row in todo]
        runs = 2 if options.small else options.runs
        for turn in range(runs + 1):
            for row, samples in measured:
                sample = measure(row, work)
                if turn:  # the first turn only warms the caches
                    samples.append(sample)
    head = f"Python {platform.python_version()}，{platform.machine()}，{os.cpu_count()} 核，{runs} 轮交错，取中位数\n\n"
    print(head + table(measured))
    if options.markdown:
        options.markdown.write_text(head + table(measured) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
