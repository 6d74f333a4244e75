"""The data of TYP014 and TYP009: ``python benchmarks/choices.py FOLDER… [--write]`` (needs numpy), folders of right texts (UTF-8).

For each word of the rule's pairs and the other one: how much more often the other is met behind and before the same
one to three characters, as the logarithm of the odds over those of both words anywhere. A context is kept if it was
met ``_LEAST`` times or ``_MORE`` times beside the commonest words, and tells what a shorter one does not. It is stored
as a number at its hash (``speechlint.checks.wording.met_choices``): no text can be read back. The file that is there
was made from government reports and policy papers of all levels, laws and regulations, the news of state television,
speeches and articles of party and state leaders, a translators' and a technology weekly, exam essays and 4,000 novels
in translation, 180 million characters.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np  # type: ignore[import-not-found]
import yaml

from speechlint.checks.wording import met_choices as met

RULE = Path(__file__).parent.parent / "rules" / "typo" / "TYP014-chosen-character.yaml"
_LEAST, _MORE, _COMMON = 6, 20, 900_000  # a word met so often is common
_TOLD, _STEP = 1.0, 1.0  # odds that tell something, and something else than a shorter context
_EACH, _ALONE = 1.5, 4.5  # what a side must tell at least, and what one must alone
_PRIOR = 4.0  # times that a context counts as met by what a shorter one tells
_FULL = 0.7  # of the table
_BLOCK = 20_000_000

_PARTICLE = ["的", "地"]  # TYP009 asks for these

Counts = tuple[Any, Any]  # contexts as numbers, and how often each of the two words was met in it


def texts(folders: list[Path]) -> Iterator[Any]:
    """The texts as arrays of code points, plain, an edge on each side."""
    table = np.full(0x110000, ord(met.EDGE), dtype=np.uint16)
    table[0x4E00:0xA000] = np.arange(0x4E00, 0xA000)
    for char in map(chr, range(128)):
        table[ord(char)] = ord(met.plain(char))
    edge = np.full(met.WIDEST + 1, ord(met.EDGE), dtype=np.uint16)
    for folder in folders:
        for file in sorted(folder.rglob("*.txt")):
            text = file.read_text("utf-8")
            for at in range(0, len(text), _BLOCK):
                raw = np.frombuffer(text[at : at + _BLOCK].encode("utf-32-le"), dtype=np.uint32)
                yield np.concatenate((edge, table[raw], edge))


def places(text: Any, word: str) -> Any:
    found = np.flatnonzero(text == ord(word[0]))
    for far, char in enumerate(word[1:], 1):
        found = found[text[found + far] == ord(char)]
    return found


def contexts(text: Any, at: Any, size: int) -> list[Any]:
    """The contexts of one to three characters before, then behind, the nearest in the highest bits but for edges."""
    made = []
    for step, first in ((-1, at - 1), (1, at + size)):
        key, open_ = np.zeros(len(at), dtype=np.uint64), np.ones(len(at), dtype=bool)
        for far in range(met.WIDEST):
            char = text[first + step * far].astype(np.uint64)
            key = key | np.where(open_, char << np.uint64(16 * (met.WIDEST - 1 - far)), np.uint64(0))
            made.append(np.where(open_, key, np.uint64(0)))
            open_ = open_ & (char != ord(met.EDGE))
    return made


def counted(chunks: list[list[Any]]) -> list[Counts]:
    return [np.unique(np.concatenate(parts), return_counts=True) for parts in zip(*chunks, strict=True)]


def told(
    wrong: list[Counts], right: list[Counts], least: int, single: bool
) -> Iterator[tuple[int, str, float]]:
    """Which side, the context with the nearest character first, and the odds; first those of all contexts together."""
    sizes = [int(counts[0][1].sum()) for counts in (wrong, right)]
    prior = sizes[1] / sum(sizes)
    base = np.log(prior / (1 - prior))
    yield 0, "", float(base)
    for side in (0, 1):
        shorter: dict[int, tuple[float, float]] = {}
        for far in range(met.WIDEST):
            keys, both = _joined(wrong[met.WIDEST * side + far], right[met.WIDEST * side + far])
            mask = ~((1 << 16 * (met.WIDEST - far)) - 1)
            backed = np.array([shorter.get(key & mask, (prior, 0.0)) for key in keys.tolist()])
            share = (both[:, 1] + _PRIOR * backed[:, 0]) / (both.sum(1) + _PRIOR)
            value, parent = np.log(share / (1 - share)) - base, backed[:, 1]
            against = (value <= -_TOLD if not single else False) | (parent > 0)
            new = ((value >= _TOLD) & (value - parent >= _STEP)) | (against & (parent - value >= _STEP))
            new &= both.sum(1) >= least
            if single and not side and not far:  # one character before another tells little
                new &= keys == ord(met.EDGE) << 16 * (met.WIDEST - 1)
            for key, tells in zip(keys[new].tolist(), value[new].tolist(), strict=True):
                chars = [chr(key >> 16 * (met.WIDEST - 1 - n) & 0xFFFF) for n in range(far + 1)]
                yield side, "".join(chars), tells
            kept = np.where(new, value, parent)
            shorter = dict(zip(keys.tolist(), zip(share.tolist(), kept.tolist(), strict=True), strict=True))


def _joined(wrong: Counts, right: Counts) -> tuple[Any, Any]:
    keys = np.union1d(wrong[0], right[0])
    both = np.zeros((len(keys), 2))
    for column, (own, often) in enumerate((wrong, right)):
        both[np.searchsorted(keys, own), column] = often
    seen = (both.sum(1) >= _LEAST) & (keys > 0)
    return keys[seen], both[seen]


def table(entries: list[tuple[int, float]], ahead: set[tuple[str, str, int]]) -> bytes:
    """The bits of ``ahead``, two characters before another, then the entries at their places; the surest first, so that
    those that find none are the least sure.
    """
    bits = bytearray(met.BITS >> 3)
    for two, word, side in ahead:
        at, bit = met.bit(two, word, side)
        bits[at] |= bit
    size, lost = int(len(entries) / _FULL) + met.PROBES, 0
    marks, odds = bytearray(2 * size), bytearray(size)
    for mixed, value in sorted(entries, key=lambda entry: -abs(entry[1])):
        first, mark = met.place(mixed, size)
        for at in range(first, first + met.PROBES):
            if not any(marks[2 * at : 2 * at + 2]):
                marks[2 * at : 2 * at + 2] = mark
                odds[at] = met.MOST + 1 + max(-met.MOST, min(met.MOST, round(value * met.STEP)))
                break
        else:
            lost += 1
    print(f"{len(entries)} contexts, {lost} without a place, {len(ahead)} ahead of one")
    return bytes(bits + marks + odds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    listed = yaml.safe_load(RULE.read_text("utf-8"))["check"]["choice"]
    pairs = [_PARTICLE, *(pair.split(">") for name in ("characters", "words") for pair in listed[name])]
    chunks: dict[str, list[list[Any]]] = {word: [] for pair in pairs for word in pair}
    for text in texts(args.folders):
        for word, own in chunks.items():
            own.append(contexts(text, places(text, word), len(word)))
    counts = {word: counted(own) for word, own in chunks.items()}
    entries: list[tuple[int, float]] = []
    ahead: set[tuple[str, str, int]] = set()
    for wrong, right in pairs:
        common = max(int(counts[word][0][1].sum()) for word in (wrong, right)) > _COMMON
        made = list(told(counts[wrong], counts[right], _MORE if common else _LEAST, len(wrong) == 1))
        seed = met.seed(wrong, right)
        entries += [(met.folded(seed ^ side, context), value) for side, context, value in made]
        if len(wrong) == 1:
            far = [one for one in made if len(one[1]) > 1 and wrong != _PARTICLE[0]]
            ahead.update((text[1::-1], wrong, 0) for side, text, value in far if not side and value >= _EACH)
            ahead.update((text[:2], wrong, 1) for side, text, value in far if side and value >= _ALONE)
        print(wrong, right, len(made), flush=True)
    data = table(entries, ahead)
    if args.write:
        Path(met.TABLE).write_bytes(data)


if __name__ == "__main__":
    main()
