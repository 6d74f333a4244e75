"""What speechlint costs: whole processes, run in turn, medians and ratios.

    python benchmarks/run.py [--small] [--runs 7] [--peers FOLDER] [--markdown docs/performance.md]

The drafts are made from the project's own samples (see ``corpus``). Peers are run where they are installed:
in FOLDER, by ``npm install autocorrect-node zhlint textlint textlint-rule-prh``; what is missing is said.
Read the ratios: the times are one machine's, and what the tools check differs.
"""

from __future__ import annotations

import argparse
import json
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
PROGRAM = shutil.which("speechlint", path=str(Path(sys.executable).parent))
SPEECHLINT = [PROGRAM or "speechlint", "--exit-zero", "--quiet"]
ANEW = [*SPEECHLINT, "--no-cache", "--jobs", "1"]
PEERS = ("autocorrect", "zhlint", "textlint")
PASS, COLD, SEGMENTING = "python -c pass", "冷启动，一稿，不分词", "冷启动，一稿，全部规则"
PAIRS = 40  # a cold start and ``python -c pass``, strictly in turn
MANY = "多稿，一核"
PEER_ONE, PEER_MANY = "{}，一稿", "{}，多稿，一核"
MEGA, HUGE, TWO, AGAIN = "1 MB 一稿", "20 MB 一稿", "多稿，两核", "多稿，没有改动（缓存）"
HEAD = """\
# 速度

由 `python benchmarks/run.py --markdown docs/performance.md` 写成：整个进程计时，各项轮流跑，取中位数。
文稿由样稿和一篇平常讲话的段落按固定的种子打乱拼成，一万字节约 55 处发现，比五份真实的下载稿（约 38 处）还多。
看比例，不看毫秒：毫秒是这一台机器的。多稿各行限在一个核上；textlint 用 prh 规则查 200 个词。
查的是装好的程序。老的 pip（如 23.2）写的启动脚本自己要装 re，冷启动约多半倍 pass。

"""
TAIL = """
## 还差多少，为什么

- **冷启动**：多的是后来加的规则：网页的行打分、半角的点、整行网站的字合成一条，这一稿样样都碰上；只看 `--version` 也多 18%，
  因为模块是一并读进来的。词典是二分找的，一稿要找一百来回，约 0.15 倍 pass，现在每个汉字的行从哪里起记在缓存里。一百五十个小模块原占三分之一，从一个文件里取以后少约 0.9 倍 pass
  （`speechlint/quick/modules.py`，各样替身各省多少见 `speechlint/quick/__init__.py`）。查之前花在哪里，按指令数（pass 的倍数）：
  三百个正则式从留存的程序装起来约 0.5，模块读进来约 0.5，一百零五个类造出来约 0.4（一个类二十万条指令，少一个类比少一个模块省得多），
  老的 pip 的启动脚本装 re 约 0.4，规则和选项读进来约 0.4，六十处发现写成报告约 0.3。
  试过不值得的：不经 `importlib` 直接装模块（少 0.02 倍），代码里不留 docstring（0.02），收垃圾更少（0）。
- **吞吐**：同从前的一版轮流比处理器时间（f47bfc4，各 7 到 9 轮，整个进程，一核）：发表过的长讲话（31 份、1.6 MB）是它的 0.84，真实的下载长稿 0.99（一份带注音的繁体稿从前占去大半），满是毛病的一万字节的稿子约 0.70：
  多的是一份一份、一处一处的代价。慢的不在命中到发现这一段（一条规则的命中一次取齐、一次告诉，没有命中的不花工夫），在新的规则和一处处地说。同音错字的字对已并进字词索引，一趟看完；
  网页的行不够分的不细看，看过的行记住；剩下的是没有人连着写的字（要另看一趟）、“的”“地”、整行网站的字合成一条。
- **20 MB 一稿**：常说的话、常见的字样只留一份，原来的字节读过就放下，报告一行一行地写：逐条列出（`--quiet`，这里量的）约 277 MiB。没有一篇讲话有 20 MB。
- **指令数**：`.ci/more budget` 数查样稿的指令，比记下的（benchmarks/budget.json）多出 3% 就不过；有意加的，`python benchmarks/budget.py --write` 重记。
- **核对表**（`facts`）：认名字的模型逐字算十几个权重，认出来的每一处再称一遍，2.8 万字的报告 5 秒多，别的命令不装它。
- **不写自己的编译代码**：一份稿子约 8 毫秒，一件事写成两种语言，比快的那几毫秒更费事，也更容易错。
- **再加五千个词**的代价：`python benchmarks/more_terms.py`。
- **两核**：把稿子分成两半分头跑，两个进程在这台机器上的极限是 1.9 倍；结果要送回主进程。
"""


class Row(NamedTuple):
    """One thing to time: ``size`` in bytes where a throughput makes sense."""

    name: str
    command: list[str]
    size: int = 0
    one_core: bool = False


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


def rows(work: Path, small: bool, peers_in: Path | None) -> list[Row]:
    """The drafts are written below ``work``; the commands name them."""
    sizes = (12_000, 20_000, 100_000, 6) if small else (12_000, 1_000_000, 20_000_000, 1000)
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
        Row(MANY, [*ANEW, str(many)], total, one_core=True),
        Row(TWO, [*SPEECHLINT, "--no-cache", "--jobs", "2", str(many)], total),
        Row(AGAIN, [*SPEECHLINT, str(many)], total),
        Row(MEGA, [*ANEW, str(mega)], mega.stat().st_size),
        Row(HUGE, [*ANEW, str(huge)], huge.stat().st_size),
        *peers(one, many, total, peers_in),
    ]


def peers(one: Path, many: Path, total: int, folder: Path | None) -> list[Row]:
    """The tools in ``folder`` on the same drafts; zhlint takes only paths seen from where it runs."""
    found = []
    for tool in PEERS:
        path = folder and shutil.which(tool, path=str(folder / "node_modules" / ".bin"))
        if not folder or not path:
            print(f"没有装 {tool}，略过（npm install 见 benchmarks/run.py --help）", file=sys.stderr)
            continue
        arguments = {"autocorrect": ["--lint"], "zhlint": [], "textlint": textlint(one.parent, folder)}[tool]
        every = {"zhlint": ["many/*.txt"], "textlint": [f"{many}/*.txt"]}.get(tool, [str(many)])
        found += [
            Row(PEER_ONE.format(tool), [path, *arguments, one.name]),
            Row(PEER_MANY.format(tool), [path, *arguments, *every], total, one_core=True),
        ]
    return found


def textlint(work: Path, folder: Path) -> list[str]:
    """Its arguments: the rule prh with the words that ``corpus`` drew from the drafts."""
    config = work / ".textlintrc.json"
    config.write_text('{"rules": {"prh": {"rulePaths": ["prh.yml"]}}}', encoding="utf-8")
    return ["--config", str(config), "--rules-base-directory", str(folder / "node_modules")]


def measure(row: Row, cwd: Path) -> Sample:
    """One run of a command as a whole process. Raises ``SystemExit`` where it fails."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as void:
        process = subprocess.Popen(
            [*_pinned(row), *row.command],
            stdout=void,
            stderr=void,
            cwd=cwd,
            env=_environment(cwd),
            start_new_session=True,
        )
        _, status, usage = os.wait4(process.pid, 0)
    if status and row.command[0] in (SPEECHLINT[0], sys.executable):
        raise SystemExit(f"{row.name} 没有跑完：{' '.join(row.command)}")
    return Sample(time.perf_counter() - start, usage.ru_maxrss / 1024)


def _pinned(row: Row) -> list[str]:
    """What keeps a command on one processor, where the system has it."""
    taskset = shutil.which("taskset") if row.one_core else None
    return [taskset, "-c", "0"] if taskset else []


def _environment(work: Path) -> dict[str, str]:
    """Own caches; the bytecode of a checkout is kept, as that of an installed package is."""
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "SPEECHLINT_CACHE_DIR": str(work / "cache")}


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


def cold_start(work: Path, pairs: int) -> float:
    """How many times ``python -c pass`` a cold start takes: one of each strictly in turn, medians."""
    one = Row(SEGMENTING, [*ANEW, str(work / "one.txt")])
    passed = Row(PASS, [sys.executable, "-c", "pass"])
    seconds: dict[str, list[float]] = {PASS: [], SEGMENTING: []}
    for turn in range(pairs + 1):
        for row in (passed, one):
            sample = measure(row, work)
            if turn:
                seconds[row.name].append(sample.seconds)
    return statistics.median(seconds[SEGMENTING]) / statistics.median(seconds[PASS])


def goals(measured: Sequence[tuple[Row, list[Sample]]], cold: float) -> str:
    """What the rows, and a cold start, come to, against the bounds, as Markdown."""
    seconds = {row.name: statistics.median(s.seconds for s in samples) for row, samples in measured}
    size = {row.name: row.size for row, _ in measured}
    peak = {row.name: statistics.median(s.peak_mib for s in samples) for row, samples in measured}
    unit = seconds[PASS]
    per_mb = {name: (seconds[name] - unit) / size[name] for name in (MEGA, HUGE)}
    found = (
        Goal(f"冷启动 ÷ pass，严格轮流 {PAIRS} 对", cold, 6.5, 6),
        Goal("多稿一核，MB/s", size[MANY] / seconds[MANY] / 1e6, 4, 10, least=True),
        Goal("没有改动 ÷ pass", seconds[AGAIN] / unit, 16, 9),
        Goal("一核 ÷ 两核", seconds[MANY] / seconds[TWO], 1.6, 1.85, least=True),
        Goal("每 MB：20 MB ÷ 1 MB", per_mb[HUGE] / per_mb[MEGA], 1.3, 1.1),
        Goal("20 MB 的内存峰值，MiB", peak[HUGE], 300, 150),
    )
    bounds = {"autocorrect": (0.6, 0.6, 1.5), "zhlint": (0.25, 1, 1), "textlint": (0.15, 1.5, 3.5)}
    against: list[Goal] = []
    for tool, (cold, must, goal) in bounds.items():
        one, many = PEER_ONE.format(tool), PEER_MANY.format(tool)
        if one in seconds:
            against.append(Goal(f"冷启动 ÷ {tool}", seconds[COLD] / seconds[one], cold, cold))
            against.append(
                Goal(f"多稿一核的吞吐 ÷ {tool}", seconds[many] / seconds[MANY], must, goal, least=True)
            )
    lines = ["| 比例 | 量得 | 下限 | 目标 | |", "|---|---|---|---|---|"]
    lines += [
        f"| {g.what} | {g.value:.2f} | {g.must:g} | {g.goal:g} | {g.verdict} |" for g in (*found, *against)
    ]
    return "\n".join(lines)


def versions(peers_in: Path | None) -> str:
    """The machine and every tool with its version, in one line."""
    known = [f"speechlint {__version__}", f"Python {platform.python_version()}"]
    for tool in PEERS:
        package = f"{tool}-node" if tool == "autocorrect" else tool
        described = (peers_in or Path()) / "node_modules" / package / "package.json"
        if peers_in and described.is_file():
            known.append(f"{tool} {json.loads(described.read_text(encoding='utf-8'))['version']}")
    return "，".join([*known, platform.machine(), f"{os.cpu_count()} 核"])


def run(todo: Sequence[Row], turns: int, work: Path, warm: bool = True) -> list[tuple[Row, list[Sample]]]:
    """All rows in turn, ``turns`` times; before, with ``warm``, once more for the caches."""
    measured: list[tuple[Row, list[Sample]]] = [(row, []) for row in todo]
    for turn in range(-warm, turns):
        for row, samples in measured:
            sample = measure(row, work)
            if turn >= 0:
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
    parser.add_argument("--peers", type=Path, help="the folder where the peers' npm packages are installed")
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    turns = 1 if options.small else options.runs
    with tempfile.TemporaryDirectory() as folder:
        asked = rows(Path(folder), options.small, options.peers)
        measured = run(asked, turns, Path(folder), warm=not options.small)
        cold = cold_start(Path(folder), 1 if options.small else PAIRS)
    told = f"{versions(options.peers)}；{turns} 轮。\n\n{table(measured)}\n\n{goals(measured, cold)}\n"
    print(told)
    if options.markdown:
        options.markdown.write_text(HEAD + told + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
