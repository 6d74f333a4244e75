"""The data of TYP011: ``python benchmarks/met.py FOLDER… [--read FOLDER…] [--write]``, folders of right texts (UTF-8).

Which two characters are met side by side at least ``_PAIR`` times (once in texts that were read for slips, ``--read``),
and which three ``_TRIPLE`` times, as bits at their hashes (``speechlint.checks.wording.met``): no text can be read
back. The files that are there were made from laws and regulations, the news of state television 2020 to 2026,
government reports of 1954 to 2026, a month of a daily of 1998 and the manual of Python, 35 million characters.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path

from speechlint.checks.wording import met

_PAIR, _TRIPLE = 40, 30
_RUN = re.compile("[\u4e00-\u9fff]{2,}")


def runs(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for file in sorted(folder.rglob("*.txt")):
            yield from _RUN.findall(file.read_text("utf-8"))


def bits(size: int, places: Iterable[tuple[int, int]]) -> bytes:
    made = bytearray(size)
    for at, bit in places:
        made[at] |= bit
    return bytes(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--read", nargs="+", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pairs: Counter[str] = Counter()
    triples: Counter[str] = Counter()
    for run in runs(chain(args.folders, args.read)):
        pairs.update(a + b for a, b in pairwise(run))
        triples.update(run[at : at + 3] for at in range(len(run) - 2))
    two = {pair for pair, times in pairs.items() if times >= _PAIR}
    two.update(a + b for run in runs(args.read) for a, b in pairwise(run))
    three = [triple for triple, times in triples.items() if times >= _TRIPLE]
    print(f"{len(two)} pairs, {len(three)} triples")
    if args.write:
        frames = {(triple[0], triple[2]) for triple in three}
        places = chain((met.pair_place(*pair) for pair in two), (met.frame_place(*frame) for frame in frames))
        Path(met.PAIRS).write_bytes(bits(met.PAIR_BYTES, places))
        every = (place for triple in three for place in met.triple_places(triple))
        Path(met.TRIPLES).write_bytes(bits(met.TRIPLE_BYTES, every))


if __name__ == "__main__":
    main()
