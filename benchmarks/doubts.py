"""Learns how likely a span is the fact that it is taken for, from texts in which all facts are marked.

    python benchmarks/doubts.py [--out FILE] --unseen CHAIN TEXTS… [--unseen CHAIN TEXTS…]

CHAIN is a table that benchmarks/tagged.py has learned without TEXTS, so that it is as often wrong there as it will be in
any draft: learn one from each half of the texts, and let it tell the names of the other half. In TEXTS all kinds are marked,
each with one letter. What the rules see and the chain tells is right where it touches a mark.

A log-linear model, learned in a fixed order: deterministic.
"""

from __future__ import annotations

import argparse
import random
import struct
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path

import tagged as chains

from speechlint.document import Document
from speechlint.document.facts import by_rules, marks
from speechlint.document.facts.tagged import candidates, chain
from speechlint.document.facts.tagged.hashed import number
from speechlint.document.facts.tagged.weighed import ONE, TABLE, features

_ROUNDS, _RATE, _DECAY, _OFTEN = 8, 0.06, 1e-4, 2
Example = tuple[list[str], bool]


def examples(paths: list[Path]) -> Iterator[Example]:
    """What each span is like that is taken for a fact, and whether it is one."""
    for path in paths:
        for text, marked in chains.drafts(path):
            lines, found, taken = by_rules(marks.full(Document("行", text)), chains.KNOWN)
            often = Counter(one.text for one in found)
            right = {line.at: spans for line, spans in zip(lines, marked, strict=True)}
            for one, near, scored in candidates(lines, found, taken):
                is_one = any(start < one.end and one.start < end for start, end, _ in right[one.line.at])
                yield list(features(one, near, scored, often)), is_one


def learned(some: list[Example]) -> dict[str, float]:
    """The weight of each feature."""
    met = Counter(feature for told, _ in some for feature in told)
    kept = [([one for one in told if met[one] >= _OFTEN], right) for told, right in some]
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(float)
    shuffled = random.Random(1)
    for _ in range(_ROUNDS):
        shuffled.shuffle(kept)
        for told, right in kept:
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, sum(weights[one] for one in told)))))
            for one in told:
                step = likely - right + _DECAY * weights[one]
                moved[one] += step * step
                weights[one] -= _RATE * step / sqrt(moved[one] + 0.1)
    return weights


def packed(weights: dict[str, float]) -> bytes:
    """The table, as ``speechlint/document/facts/tagged/weighed.py`` reads it."""
    rows = {number(one): round(weight * ONE) for one, weight in weights.items()}
    return b"".join(struct.pack("<Ih", at, rows[at]) for at in sorted(rows) if rows[at])


def main() -> int:
    """Learns and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unseen", nargs="+", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path, default=Path(TABLE))
    given = parser.parse_args()
    some: list[Example] = []
    for table, *texts in given.unseen:
        chain.use(str(table))
        some += examples(texts)
    data = packed(learned(some))
    given.out.write_bytes(data)
    print(
        f"{given.out.name}: {len(data):,} bytes, {len(some):,} spans, {sum(right for _, right in some):,} right"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
