"""What a pack of 5,000 more terms costs: whole processes with and without it, run in turn, medians and ratios.

    python benchmarks/more_terms.py [--small] [--runs 7] [--terms 5000] [--drafts 300]

The terms are 3 to 6 common characters put together by a fixed seed; the pack is one rule with them all in one
entry, or each in an entry of its own. The drafts are those of ``corpus``. The catalogue of rules and pack is cached,
as it is for a user from the second run on; results are not.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

import corpus
from run import ANEW, Row, Sample, run

COMMON = (
    "工会作和动大建新展发全要实职力进化设中加推市强国人重务高产政在开提创成体持好等各能民生制企行级增组深地年心面入"
    "活经主区学以上改个保社部服不合群机基有家资平导点党用织项对出济系坚关现质造定领劳度理施同众量治省三事性代方更长"
    "分育文总水法快把技做城完干升科效优广"
)
PACK = """\
title: 另加的词
severity: info
message: {{zh: "{{text}}", en: "{{text}}"}}
why: 只为计时。
source: {{title: 由固定的种子拼成}}
grade: convention
check:
  pattern:
    entries:
{entries}
examples:
  bad: ["⟦{example}⟧"]
"""
CONFIGS = (("自带的规则", "none"), ("再加，一个条目", "list"), ("再加，一词一条目", "entries"))


def terms(number: int) -> list[str]:
    """Made-up terms, each once."""
    rng = random.Random(corpus.SEED)
    made: dict[str, None] = {}
    while len(made) < number:
        made["".join(rng.choices(COMMON, k=rng.randint(3, 6)))] = None
    return list(made)


def packs(work: Path, number: int) -> None:
    """The packs below ``work``, each of one rule, and a config for each row."""
    words = terms(number)
    shapes = {"none": [], "list": [words], "entries": [[word] for word in words]}
    for name, shape in shapes.items():
        asked = [name] if shape else []
        (work / f"{name}.yaml").write_text(f"packs: {asked}\n", encoding="utf-8")
        rule = work / name / "more" / "MOR001-more-terms.yaml"
        rule.parent.mkdir(parents=True)
        entries = "\n".join(f"      - {{id: t{at}, terms: [{', '.join(of)}]}}" for at, of in enumerate(shape))
        rule.write_text(PACK.format(entries=entries, example=words[0]), encoding="utf-8")


def rows(work: Path) -> list[Row]:
    """The runs without and with the packs."""
    return [
        Row(what, [*ANEW, "--config", str(work / f"{config}.yaml"), str(work / "many")])
        for what, config in CONFIGS
    ]


def table(measured: Sequence[tuple[Row, list[Sample]]]) -> str:
    """The rows as Markdown; the first is the shipped rules alone."""
    seconds = [statistics.median(sample.seconds for sample in samples) for _, samples in measured]
    lines = ["| 项目 | 中位数 ms | 吞吐 |", "|---|---|---|"]
    for at, (row, _) in enumerate(measured):
        lines.append(f"| {row.name} | {seconds[at] * 1000:.0f} | {seconds[0] / seconds[at]:.0%} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--small", action="store_true", help="few terms and drafts, one run: only shows that it works"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--terms", type=int, default=5000)
    parser.add_argument("--drafts", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        corpus.folder(work / "many", 2 if options.small else options.drafts, 10_000)
        packs(work, 200 if options.small else options.terms)
        turns = 1 if options.small else options.runs
        print(table(run(rows(work), turns, work, warm=not options.small)))


if __name__ == "__main__":
    main()
