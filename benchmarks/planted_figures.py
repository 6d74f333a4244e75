"""Take one percent sign out of a clean speech, put one paragraph in twice, and count which are found.

    python benchmarks/planted_figures.py FOLDER [--as-of 2026-11-20] [--most N] [--seed N] [--missed]

For every ``.txt`` in FOLDER at most N (default 40) signs and as many paragraphs are drawn, with a
random generator of its own, and planted one at a time:

- ``percent dropped``: a percent sign is deleted (not the first one of a range: 5%—6% may be written 5—6%);
- ``paragraph twice``: a paragraph of forty characters or more is repeated right behind itself, or as the
  last one of the text.

Found is a finding of warning or above that the untouched text does not have, on the figure or in one
of the two paragraphs. The findings of the same rules on the untouched texts are the false alarms.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.finding import Finding, Severity
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook import compiling
from speechlint.rulebook.catalogue import Catalogue
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

KINDS = {"percent dropped": ("FIG", "ELI"), "paragraph twice": ("DUP",)}
_RATE = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<sign>[%％])(?![%％—－~～-]|[到至]\d)")
_PARAGRAPH = 40


class Fault(NamedTuple):
    kind: str
    text: str
    places: tuple[Span, ...]
    what: str


def faults(text: str, most: int, chance: random.Random) -> Iterator[Fault]:
    rates = list(_RATE.finditer(text))
    for match in sorted(chance.sample(rates, min(most, len(rates))), key=lambda m: m.start()):
        yield _dropped(text, match)
    lines = [m.span() for m in re.finditer(r"^.+$", text, re.M) if len(m[0].strip()) >= _PARAGRAPH]
    for start, end in sorted(chance.sample(lines, min(most, len(lines)))):
        yield _twice(text, Span(start, end), end if chance.random() < 0.5 else len(text.rstrip("\n")))


def _dropped(text: str, match: re.Match[str]) -> Fault:
    at = match.start("sign")
    what = f"{text[max(0, match.start() - 25) : at]}⟦⟧{text[at + 1 : at + 16]}".replace("\n", "↵")
    return Fault("percent dropped", text[:at] + text[at + 1 :], (Span(*match.span("number")),), what)


def _twice(text: str, line: Span, at: int) -> Fault:
    paragraph = text[slice(*line)]
    copy = Span(at + 1, at + 1 + len(paragraph))
    return Fault("paragraph twice", f"{text[:at]}\n{paragraph}{text[at:]}", (line, copy), paragraph[:40])


def reported(doc: Document, rules: Catalogue, settings: Settings) -> list[Finding]:
    kinds = tuple(code for codes in KINDS.values() for code in codes)
    return [f for f in lint(doc, rules, settings) if f.code[:3] in kinds and f.severity > Severity.INFO]


def found(fault: Fault, path: str, rules: Catalogue, settings: Settings, before: Counter[str]) -> bool:
    """Whether a rule that says more than in the untouched text speaks in one of the places."""
    now = reported(Document(path, fault.text), rules, settings)
    more = Counter(f.code for f in now) - before
    return any(
        f.code in more and f.code[:3] in KINDS[fault.kind] and any(p.overlaps(f.span) for p in fault.places)
        for f in now
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", default="2026-11-20")
    parser.add_argument("--most", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    settings = Settings(
        AsOf(given.as_of, "--as-of"), Selection(select=tuple(c for kind in KINDS.values() for c in kind))
    )
    rules = compiling.load()
    count: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    alarms: list[str] = []
    size = 0
    for path in sorted(given.folder.rglob("*.txt")):
        doc = read(str(path), path.read_bytes())
        size += len(doc.text)
        untouched = reported(doc, rules, settings)
        alarms += [f"{f.code} {doc[f.span]} ({path.name})" for f in untouched]
        before = Counter(f.code for f in untouched)
        for fault in faults(doc.text, given.most, random.Random(f"{given.seed} {path.name}")):
            seen = found(fault, str(path), rules, settings, before)
            count[fault.kind] += 1
            hits[fault.kind] += seen
            if given.missed and not seen:
                print("MISSED", fault.kind, fault.what)
    for kind in KINDS:
        print(f"{kind:16} found: {hits[kind]}/{count[kind]} = {hits[kind] / max(1, count[kind]):.3f}")
    print(f"reported in the untouched texts: {len(alarms)} in {size} characters")
    for alarm in alarms:
        print("   ", alarm)


if __name__ == "__main__":
    main()
