"""What the worst drafts cost: one unit repeated, at growing sizes, a process of its own for each.

    python benchmarks/adversarial.py [--small] [--sizes 125,250] [--only X,md] [--markdown docs/trust.md]

Every draft opens with pages of plain speech, so that it counts as Chinese; then one unit fills it to the
size: a mark, a word, a line that some rule looks at closely. The whole command is timed, from bytes to the
text report with every finding listed. A child that uses more than ``LIMIT`` CPU seconds is stopped.
Read the ratio (2 is linear, where the sizes double) and the seconds for each MB. Ends with 1 where a child was stopped
or failed, or the seconds grow from the last size but one to the last as if with its power ``STEEP``.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from math import log
from pathlib import Path
from typing import NamedTuple

from speechlint import __version__

SIZES = (125_000, 250_000, 500_000, 1_000_000)
SMALL = (5_000, 10_000)
LIMIT = 60  # CPU seconds for one child
NOISE = 0.15  # seconds; below, a ratio says nothing
STEEP = 1.8  # the power of the size that the seconds grow with: 2 is quadratic
BEGIN, END = "<!-- adversarial -->\n", "<!-- /adversarial -->\n"
PAGE = Path(__file__).with_name("讲话.txt").read_text(encoding="utf-8") * 3

Unit = str | Callable[[int], str]


def numbered(template: str) -> Callable[[int], str]:
    """A unit of lines that differ by their number."""

    def made(size: int) -> str:
        lines: list[str] = []
        left = size
        for number in count(1):
            lines.append(template.format(number))
            left -= len(lines[-1].encode())
            if left <= 0:
                return "".join(lines)
        raise AssertionError

    return made


def spun(size: int) -> str:
    """Sentences as a synonym machine leaves them, 5,000 to the MB."""
    words = (
        "增强",
        "加强",
        "强化",
        "提升",
        "提高",
        "促进",
        "推动",
        "推进",
        "深入",
        "深刻",
        "周全",
        "全面",
        "抓牢",
    )
    filler = "要{0}学习，{1}认识，{2}落实，{3}发展，把各项工作往实里做，让群众满足，使干部增长本领，确保目标告竣。\n"
    lines = (
        filler.format(*(words[(number * step + step) % len(words)] for step in (1, 2, 3, 5)))
        + "我们" * 8
        + "\n"
        for number in count()
    )
    return "".join(next(lines) for _ in range(max(1, size * 5_000 // 1_000_000)))


# The first characters of a name say what is repeated; “md” units are Markdown drafts.
UNITS: dict[str, Unit] = {
    "一": "一",
    "，": "，",
    "“": "“",
    "（": "（",
    "X": "X",
    "*": "*",
    ".": ".",
    "空格": " ",
    "抽掉的名字": "会上\t\t主任宣读。\t\t主任宣读了文件\n",
    "换行": "\n",
    "一是": "一是",
    "第一，": "第一，",
    "（一）": "（一）",
    "“”": "“”",
    "(a": "(a",
    "数字": "1234567890",
    "、": "、",
    "注音": "学(xué)习(xí)",
    "?F": "?F",
    "?": "?",
    "两种文字": "aаbв",
    "繁简相间": "国國学學",
    "《": "《",
    "X%": "X%",
    "某": "某",
    "标题": "一、抓落实\n",
    "一万个标题": numbered("{0}、抓好第{0}项工作的落实\n"),
    "短行": "好\n",
    "固定提法": "四个意识、四个自信、两个维护、",
    "一千处固定提法": numbered("要坚持五个结合：一是结合实际，二是结合形势，三是结合任务{0}。\n"),
    "近义": spun,
    "零宽": "大\u200b家\u200b",
    "组合符": "大\u0301",
    "实体": "&nbsp;&ldquo;",
    "<br>": "<br>",
    "乱码": "ä¸­å›½",
    "锟斤拷": "锟斤拷",
    "扩展B": "\U00020000",
    "XX年": "XX年",
    "20xx年": "20xx年",
    "1.": "1.",
    "①": "①",
    "——": "——",
    "@": "@",
    "邮址": "a@b.",
    "http": "http://",
    "网址": "http://a.cn/ ",
    "网址句": "http://a.cn。",
    "主席": "主席",
    "数字年": "2025年",
    "百分": "百分之五",
    "。": "。",
    "三点：": "三点：",
    "的地得": "的地得",
    "同志们：": "同志们：",
    "a": "a",
    "a b": "a b ",
    "大 家": "大 家 ",
    "字空格": "大" + " " * 40,
    "○": "○",
    "__": "__ ",
    "#": "#",
    "×": "大×大",
    "☆": "大☆大",
    "★行": "大★大★",
    "-": "-",
    "?（": "大（?",
    "\ufffd": "大\ufffd",
    "＊字": "*政",
    "某字": "某市",
    "一行一字": "X\n",
    "重复句": "我们要坚定不移地把这件事情办好办实。",
    "md <!--": "<!-- ",
    "md 围栏": "```\n大家\n```\n",
    "md 注释": "<!-- speechlint: ignore PLH001 x -->\n",
    "md [": "[",
    "md ](": "](",
    "md 链接": "[大家](http://a.cn) ",
    "md ---": "---\n",
    "md `": "`",
    "md ` 一": "` 一",
    "md *": "*大 ",
    "md _": "_",
    "md |": "| 大 ",
    "md >": "> ",
    "md 列表": "- 大\n",
    "md 引用定义": "[大]: http://a.cn\n",
    "md 脚注": "大[^1]",
    "md <": "<a ",
}
FEW = ("一", "X", "空格", "近义", "md 注释")


class Huge(NamedTuple):
    """A draft of one size."""

    name: str
    made: Callable[[], str]


HUGE = (
    Huge("一百万行", lambda: "大家好。\n" * 1_000_000),
    Huge("5 MB 一行", lambda: PAGE.replace("\n", "") * (5_000_000 // len(PAGE.encode()) + 1)),
)


class Cell(NamedTuple):
    """What one child used; ``trouble`` where it met the limit or failed."""

    size: int
    seconds: float
    peak_mib: float
    trouble: str


def filled(unit: Unit, size: int) -> str:
    """A draft of about ``size`` bytes: a page of speech, then the unit."""
    if not isinstance(unit, str):
        return PAGE + unit(size)
    return PAGE + unit * (size // len(unit.encode()) + 1)


def measure(text: str, markdown: bool, folder: Path) -> Cell:
    """Lint one draft in a process of its own."""
    path = folder / ("draft.md" if markdown else "draft.txt")
    path.write_text(text, encoding="utf-8", newline="")
    command = (sys.executable, "-m", "speechlint", "--no-cache", "--jobs", "1", "--exit-zero", "--info", path)
    with open(os.devnull, "wb") as void:
        process = subprocess.Popen(
            command,
            stdout=void,
            stderr=void,
            cwd=folder,
            env={**os.environ, "SPEECHLINT_CACHE_DIR": str(folder / "cache")},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)),
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    trouble = f">{LIMIT}" if process.returncode < 0 else "出错" if process.returncode else ""
    return Cell(path.stat().st_size, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, trouble)


def measured(name: str, sizes: tuple[int, ...], folder: Path) -> list[Cell]:
    """What drafts of a unit take, up to the first that is stopped or fails."""
    cells: list[Cell] = []
    for size in sizes:
        cells.append(measure(filled(UNITS[name], size), name.startswith("md "), folder))
        if cells[-1].trouble:
            break
    return cells


def grown(cells: list[Cell], bare: float) -> float:
    """The ratio of the last two; 0 where there are no two, or too short ones. ``bare`` is as in ``row``."""
    if len(cells) < 2 or cells[-2].seconds - bare <= NOISE:
        return 0.0
    return (cells[-1].seconds - bare) / (cells[-2].seconds - bare)


def is_steep(cells: list[Cell], bare: float) -> bool:
    ratio = grown(cells, bare)
    return ratio > 0 and log(ratio) / log(cells[-1].size / cells[-2].size) > STEEP


def row(name: str, cells: list[Cell], bare: float) -> str:
    """Seconds at each size, s/MB at the last, the ratio of the last two, the peak; as Markdown.

    ``bare`` seconds are what the page of speech alone takes.
    """
    told = " ".join(cell.trouble or f"{cell.seconds - bare:.2f}" for cell in cells)
    last = cells[-1]
    per_mb = (last.seconds - bare) / last.size * 1e6
    ratio = f"{grown(cells, bare):.2f}" if grown(cells, bare) else ""
    more = ">" if last.trouble else ""
    shown = name.replace("|", "\\|")
    return f"| `` {shown} `` | {told} | {more}{per_mb:.1f} | {ratio} | {last.peak_mib:.0f} |"


def head(sizes: tuple[int, ...]) -> list[str]:
    shown = "/".join(str(size // 1000) for size in sizes)
    return [
        f"speechlint {__version__}，Python {platform.python_version()}，{platform.machine()}；CPU 秒，含读入、检查、报告。\n",
        f"| 单元 | 秒（{shown} KB） | 秒/MB | 末次加倍 | 峰值 MiB |",
        "|---|---|---|---|---|",
    ]


def table(small: bool, sizes: tuple[int, ...], only: tuple[str, ...]) -> tuple[str, list[str]]:
    """Measures every unit in turn and prints its row at once: the table, and the names of those that cost too much."""
    dear: list[str] = []
    names = [name for name in UNITS if (name in FEW if small else not only or name.startswith(only))]
    lines = head(sizes)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        measure(PAGE, False, folder)  # the first run writes what later ones read
        bare = min(measure(PAGE, False, folder).seconds for _ in range(3))
        for name in names:
            cells = measured(name, sizes, folder)
            if is_steep(cells, bare):  # the machine may have been busy
                again = measured(name, sizes, folder)
                cells = [min(two, key=lambda cell: cell.seconds) for two in zip(cells, again, strict=False)]
            if cells[-1].trouble or is_steep(cells, bare):
                dear.append(name)
            lines.append(row(name, cells, bare))
            print(lines[-1], flush=True)
        for huge in () if small or only else HUGE:
            cell = measure(huge.made(), False, folder)
            if cell.trouble:
                dear.append(huge.name)
            lines.append(row(huge.name, [cell], bare))
            print(lines[-1], flush=True)
    return "\n".join(lines) + "\n", dear


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", action="store_true", help="a few units, small: only shows that it works")
    parser.add_argument(
        "--sizes",
        type=lambda told: tuple(int(size) * 1_000 for size in told.split(",")),
        default=SIZES,
        metavar="KB",
        help="the sizes, with commas between",
    )
    parser.add_argument("--only", default="", help="units whose names begin so, with commas between")
    parser.add_argument("--markdown", type=Path, help="the page whose table is renewed")
    options = parser.parse_args()
    sizes = SMALL if options.small else options.sizes
    told, dear = table(options.small, sizes, tuple(filter(None, options.only.split(","))))
    if options.markdown:
        options.markdown.write_text(renewed(options.markdown.read_text(encoding="utf-8"), told), "utf-8")
    if dear:
        print("花得太多：", "、".join(dear))
    return bool(dear)


def renewed(page: str, told: str) -> str:
    """The page with the rows of ``told`` in its table; rows of units that were not measured stay."""
    before, _, rest = page.partition(BEGIN)
    old, _, after = rest.partition(END)
    rows = {line.split(" | ")[0]: line for text in (old, told) for line in text.splitlines(keepends=True)}
    return before + BEGIN + "".join(rows.values()) + END + after


if __name__ == "__main__":
    sys.exit(main())
