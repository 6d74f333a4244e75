"""Learns the weights of the chain of labels in ``speechlint/document/facts/tagged`` from texts in which names are marked.

    pip install python-crfsuite
    python benchmarks/tagged.py [--out FILE] TEXTS…

Each of TEXTS has a line for a piece of text, marked as the lines of benchmarks/bounds.py are: {i…} is an institution,
{p…} a place, {n…} a person, {m…} a meeting or an event. A kind that is nowhere marked in a text is taken to be where the
rules see it. A text whose name begins with ``own`` is one that the rules were written with: they
know its names, so that in each of several copies four in ten of the names that they find are hidden from the chain,
which has to tell them by itself. What it tells is weighed once more, see benchmarks/doubts.py.

The averaged perceptron of CRFsuite learns the chain; the features that weigh most are kept. Deterministic.
"""

from __future__ import annotations

import argparse
import random
import struct
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import bounds

from speechlint.document import Document
from speechlint.document.facts import by_rules, marks
from speechlint.document.facts.seen import Seen
from speechlint.document.facts.tagged import by_line
from speechlint.document.facts.tagged.chain import LABELS, TABLE
from speechlint.document.facts.tagged.characters import Told, features
from speechlint.document.facts.tagged.hashed import number
from speechlint.document.facts.worded import Line
from speechlint.document.span import Span
from speechlint.reporters.facts_page import shipped_names

KINDS = {"n": "person", "p": "place", "i": "institution", "m": "meeting"}
_ROUNDS, _OFTEN, _COPIES, _HIDDEN = 8, 3, 3, 0.4
_KEPT, _TOP, _MOST, _FORBIDDEN = 80_000, 60.0, 127, -32_768
_WANTED = 45  # so much less for no name: one missed costs more than one told wrongly
_TOGETHER = 3000  # characters of lines that are read as one draft
Spans = list[tuple[int, int, str]]
KNOWN = shipped_names()


def drafts(path: Path) -> Iterator[tuple[str, list[Spans]]]:
    """The lines of a file as they are read, so many together as make a draft, and the marks of each line."""
    lines: list[str] = []
    marked: list[Spans] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        for text, spans in _as_read(*bounds.unmarked(line)):
            lines.append(text)
            marked.append(spans)
        if sum(map(len, lines)) > _TOGETHER:
            yield from _together(lines, marked)
            lines, marked = [], []
    yield from _together(lines, marked)


def _together(lines: list[str], marked: list[Spans]) -> Iterator[tuple[str, list[Spans]]]:
    """Lines as one draft; each as one by itself, where together they are read otherwise."""
    text = "\n".join(lines)
    read = Document("行", text).text
    if len(read) == len(text) and read.count("\n") == text.count("\n"):
        yield text, marked
    else:
        yield from ((line, [spans]) for line, spans in zip(lines, marked, strict=True))


def _as_read(text: str, told: list[bounds.Mark]) -> Iterator[tuple[str, Spans]]:
    """The lines that a line is read as, without what is not read, such as a space between two characters."""
    doc = marks.full(Document("行", text))
    places = [doc.alignment.to_source(Span(at, at + 1)).start for at in range(len(doc.text))]
    first = 0
    for read in doc.text.split("\n"):
        here = places[first : first + len(read)]
        first += len(read) + 1
        spans = []
        for kind, start, end in told:
            within = [at for at, place in enumerate(here) if start <= place < end]
            if within:
                spans.append((within[0], within[-1] + 1, kind))
        if read.strip() and marks.full(Document("行", read)).text == read:
            yield read, spans


def examples(path: Path) -> Iterator[tuple[list[list[str]], list[str]]]:
    """The features and the label of each character of each clause."""
    own = path.name.startswith("own")
    some = [(text, marked) for text, marked in drafts(path)]
    told_there = {kind for _, marked in some for spans in marked for *_, kind in spans}
    unmarked = {name for kind, name in KINDS.items() if kind not in told_there}
    for text, marked in some:
        lines, found, _ = by_rules(marks.full(Document("行", text)), KNOWN)
        every = [told for _, told in by_line(lines, found)]
        for _ in range(_COPIES if own else 1):
            told = by_line(lines, _some_of(found) if own else found)
            for (line, of_line), all_of_line, spans in zip(told, every, marked, strict=True):
                named = [(start, end, KINDS[kind]) for start, end, kind in spans if kind in KINDS]
                named += [one for one in all_of_line if one[2] in unmarked]
                yield from _clauses(line, named, of_line)


def _some_of(found: list[Seen]) -> list[Seen]:
    names = sorted({one.text for one in found if one.kind in KINDS.values()})
    hidden = {name for name in names if random.random() < _HIDDEN}
    return [one for one in found if one.text not in hidden]


def _clauses(line: Line, spans: Spans, told: Told) -> Iterator[tuple[list[list[str]], list[str]]]:
    labels = ["O"] * len(line.text)
    for start, end, kind in sorted(spans, key=lambda span: span[0] - span[1], reverse=True):
        labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    some = features(line, told)
    start = 0
    for end in [*(at + 1 for at, one in enumerate(line.text) if one in "。！？；"), len(line.text)]:
        if end > start:
            yield some[start:end], labels[start:end]
        start = end


def learned(paths: list[Path]) -> tuple[dict[str, dict[str, float]], dict[tuple[str, str], float]]:
    """The weights of each feature for each label, and of the pairs of labels."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer("ap", verbose=False)
    trainer.set_params(
        {"max_iterations": _ROUNDS, "feature.minfreq": _OFTEN, "feature.possible_transitions": True}
    )
    for path in paths:
        for some, labels in examples(path):
            trainer.append(pycrfsuite.ItemSequence(some), labels)
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        told = tagger.info()
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for (feature, label), weight in told.state_features.items():
        weights[feature][label] = weight
    return weights, told.transitions


def packed(weights: dict[str, dict[str, float]], pairs: dict[tuple[str, str], float]) -> bytes:
    """The table of the model, as ``speechlint/document/facts/tagged`` reads it."""
    data = b"".join(
        struct.pack(f"<{len(LABELS)}h", *(_pair(pairs, one, two) for two in LABELS)) for one in LABELS
    )
    kept = sorted(weights, key=lambda one: (-max(map(abs, weights[one].values())), one))[:_KEPT]
    rows = {number(one): [_scaled(weights[one].get(label, 0)) for label in LABELS] for one in kept}
    return data + b"".join(struct.pack(f"<I{len(LABELS)}b", at, *rows[at]) for at in sorted(rows))


def _pair(pairs: dict[tuple[str, str], float], one: str, two: str) -> int:
    if two[0] == "I" and one[1:] != two[1:]:
        return _FORBIDDEN
    return round(pairs.get((one, two), 0) * _MOST / _TOP) - (_WANTED if two == "O" else 0)


def _scaled(weight: float) -> int:
    return max(-_MOST, min(_MOST, round(weight * _MOST / _TOP)))


def main() -> int:
    """Learns and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(TABLE))
    given = parser.parse_args()
    random.seed(7)
    data = packed(*learned(given.texts))
    given.out.write_bytes(data)
    print(f"{given.out.name}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
