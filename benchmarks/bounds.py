"""Learns where names begin that end with a generic noun, from lines in which each name is marked.

    python benchmarks/bounds.py

It reads benchmarks/bounds_*.txt, in which {i…} is an institution, {p…} a place, {m…} a meeting and {?…} what may be
either a name or none, and writes speechlint/document/facts/bounds_weights.py: the weights of a log-linear model
over the places where the name before each generic noun may begin, or that there is none. Deterministic.
"""

from __future__ import annotations

import random
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
        for head in bounds.heads(one.text):
            over = [mark for mark in marks if mark[1] < head.end <= mark[2]]
            ended = [mark for mark in over if mark[2] == head.end and mark[0] == head.kind]
            if (over and not ended) or any(mark[0] == "?" for mark in over):
                continue
            starts = bounds.starts(one, head)
            if ended and ended[0][1] not in starts:
                print("开头不在词上：", text[ended[0][1] : ended[0][2]], file=sys.stderr)
                continue
            given = [bounds.features(one, classes, start, head) for start in starts]
            yield given, starts.index(ended[0][1]) if ended else -1


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
    given = [example for line in lines for example in examples(line)]
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
