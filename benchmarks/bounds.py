"""Learns where names begin that end with a generic noun, from lines in which each name is marked.

    python benchmarks/bounds.py

It reads benchmarks/bounds_*.txt, in which {i…} is an institution, {p…} a place, {m…} a meeting and {?…} what may be
either a name or none, and writes speechlint/document/facts/bounds_weights.py: the weights of a log-linear model
over the places where the name before each generic noun may begin, or that there is none. Deterministic.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path

from speechlint.document import Document
from speechlint.document.facts import bounds, worded
from speechlint.reporters.facts_page import shipped_names

_HERE = Path(__file__).parent
_WEIGHTS = _HERE.parent / "speechlint" / "document" / "facts" / "bounds_weights.py"
_ROUNDS, _RATE, _KEPT, _LEAST = 14, 0.3, 0.004, 0.08
Example = tuple[list[list[str]], int]  # the features of each place where a name may begin; which does, or -1
Mark = tuple[str, int, int]


def unmarked(line: str) -> tuple[str, list[Mark]]:
    """A line without its marks, and what they marked: the kind, where it begins and ends."""
    text, marks = "", []
    opened: list[tuple[str, int]] = []
    at = 0
    while at < len(line):
        if line[at] == "{":
            opened.append((line[at + 1], len(text)))
            at += 2
        elif line[at] == "}":
            kind, start = opened.pop()
            marks.append((kind, start, len(text)))
            at += 1
        else:
            text += line[at]
            at += 1
    return text, marks


def examples(line: str) -> Iterator[Example]:
    """The generic nouns of a line: of those within a marked name only the one that ends it."""
    text, marks = unmarked(line)
    for one in worded.lines(Document("行", text), shipped_names()):
        classes = bounds.classes_of(one)
        for head in bounds.heads(one):
            over = [mark for mark in marks if mark[1] < head.end <= mark[2]]
            ended = [mark for mark in over if mark[2] == head.end and mark[0] == head.kind]
            if (over and not ended) or any(mark[0] == "?" for mark in over):
                continue
            starts = bounds.starts(one, classes, head)
            if ended and ended[0][1] not in starts:
                print("开头不在词上：", text[ended[0][1] : ended[0][2]], file=sys.stderr)
                continue
            given = [bounds.features(one, classes, start, head) for start in starts]
            yield given, starts.index(ended[0][1]) if ended else -1


_BETWEEN = "转送到 送往 入选 跻身 覆盖 帮助 聘请 击败 授予 捐给 遍布 走访 借给 牵手 赶往 调往 考入 毕业于 提升 建成 取得 接管 收购 移交 配合 表扬 批评 领导 代表 辖 属于 不如 好于 早于 就是 不是 成为 以及 和 与 及 跟 同 对 向 为 由 从 到 给 比 在 还有 都 也 已经 正在 将 能 没有 等单位支持 牵头 书记带队考察 主任检查 领导来到 的同志来到 的 党委支持 建立联系支持 有限度支持 代表访问".split()
_BEFORE = "在 由 从 向 对 为 把 让 请 使 帮 到 去 当时 只能到 要去 随后赶到 后来进入 前往 我们 他们 大家 代表 感谢 加快建设 不断完善 重点支持 积极对接 进一步支持 广泛联系 高度评价 全面建设 先后到 曾经到 今后 目前 其中".split()


def glued(lines: list[str]) -> Iterator[str]:
    """More lines: names of all that are marked, with a word before them and one between them."""
    names = sorted({name for line in lines for name in _NAME.findall(line)})
    chance = random.Random(2)
    for _ in range(_GLUED):
        one, other = chance.choice(names), chance.choice(names)
        yield f"{chance.choice([*_BEFORE, ''])}{one}{chance.choice(_BETWEEN)}{other}{chance.choice(_BEHIND)}"


_NAME = re.compile("{[ipm][^{}]+}")
_GLUED = 1500
_BEHIND = ("。", "，", "的", "举行", "工作", "等", "负责人", "、", "干部", "建设", "发展", "")


def learned(given: list[Example]) -> dict[str, float]:
    """The weights by stochastic gradient with a rate of each feature's own, in an order that a seed gives."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    order = random.Random(1)
    for _ in range(_ROUNDS):
        order.shuffle(given)
        for candidates, right in given:
            _step(weights, squares, candidates, right)
    return {feature: weight for feature, weight in weights.items() if abs(weight) >= _LEAST}


def _step(
    weights: dict[str, float], squares: dict[str, float], candidates: list[list[str]], right: int
) -> None:
    scores = [sum(weights[feature] for feature in one) for one in candidates]
    most = max([0.0, *scores])
    odds = [exp(score - most) for score in scores]
    total = sum(odds) + exp(-most)
    for at, one in enumerate(candidates):
        slope = odds[at] / total - (at == right)
        if abs(slope) < 1e-4:
            continue
        for feature in one:
            whole = slope + _KEPT * weights[feature]
            squares[feature] += whole * whole
            weights[feature] -= _RATE * whole / sqrt(squares[feature] + 1e-8)


def _written(weights: dict[str, float]) -> str:
    words = [f"{feature}={weight:.1f}" for feature, weight in sorted(weights.items()) if round(weight, 1)]
    lines, row = [], ""
    for word in words:
        if len(row) + len(word) > 380:
            lines.append(row)
            row = ""
        row += word + "\t"
    body = "\n".join(f"    {line!r}" for line in [*lines, row.rstrip("\t")])
    return (
        '"""The weights of :mod:`bounds`, written by benchmarks/bounds.py from the lines beside it."""\n\n'
        "from __future__ import annotations\n\n"
        f"_WRITTEN = (\n{body}\n)\n"
        'WEIGHTS = {name: float(weight) for name, _, weight in (one.rpartition("=") for one in _WRITTEN.split("\\t"))}\n'
    )


def main() -> None:
    lines = [
        line for path in sorted(_HERE.glob("bounds_*.txt")) for line in path.read_text("utf-8").splitlines()
    ]
    given = [example for line in [*lines, *glued(lines)] for example in examples(line)]
    weights = learned(given)
    _WEIGHTS.write_text(_written(weights), encoding="utf-8")
    wrong = 0
    for candidates, right in given:
        scores = [sum(weights.get(feature, 0) for feature in one) for one in candidates]
        best = max(range(len(scores)), key=scores.__getitem__, default=-1)
        wrong += (best if best >= 0 and scores[best] > 0 else -1) != right
    print(f"{len(lines)} 行，{len(given)} 处，{sum(r >= 0 for _, r in given)} 处是名字；{len(weights)} 个权；学完还错 {wrong} 处")


if __name__ == "__main__":
    main()
