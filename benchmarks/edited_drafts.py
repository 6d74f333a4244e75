"""Edit drafts at random, and count how much of a baseline holds and whether it ever hides what is new.

    python benchmarks/edited_drafts.py FOLDER [--edits 200] [--sentences] [--walk] [--seed 6] [--missed]

Each ``.txt`` and ``.md`` of FOLDER gets a baseline of all it has. Then, EDITS times, a paragraph (a line
that is not blank; with ``--sentences`` a sentence) is inserted, deleted or moved: in the draft as it
was or, with ``--walk``, in what the edits before have left. A finding is untouched where its rule,
its words and its place in its own paragraph are as they were: it must be in the baseline still. Any other is
new, and must be reported.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.finding import Finding
from speechlint.judgements import baseline, debts
from speechlint.project.layers import Settings
from speechlint.readers import of, read
from speechlint.rulebook import compiling
from speechlint.run.engine import lint

AS_OF = "2026-11-20"
PLANTED = (
    "会议由县委X届委员会召集，请各位代表准时到会。",
    "截止目前，各乡镇的台账都已报来。",
    "这件事XX同志已经讲过，我不再重复。",
    "老李昨天又去了一趟河堤，回来没有说话。",
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SENTENCE = re.compile(r"[^\n。]*[。\n]|[^\n。]+")
Piece = tuple[int | None, str]  # its number in the draft as it was, None for a planted one
Lint = Callable[[Document], Sequence[Finding]]


class Seen(NamedTuple):
    """One place of a finding: its rule, the piece as it was, the column there, the words, and whether it is muted."""

    selector: str
    piece: int | None
    column: int
    words: str
    muted: bool


class Kept(NamedTuple):
    """Of ``untouched`` places, ``quiet`` are in the baseline still; ``loud`` are not, ``hidden`` are new ones that are."""

    untouched: int
    quiet: int
    new: int
    loud: tuple[Seen, ...]
    hidden: tuple[Seen, ...]


def pieces(source: str, *, sentences: bool = False) -> list[Piece]:
    """The draft cut up; all pieces together are the draft."""
    return list(enumerate((_SENTENCE if sentences else _LINE).findall(source)))


def edited(old: Sequence[Piece], chance: random.Random) -> list[Piece]:
    """A piece inserted, deleted or moved."""
    now = list(old)
    full = [at for at, (_, text) in enumerate(now) if text.strip()]
    kind = chance.choice(("insert", "delete", "move")) if len(full) > 1 else "insert"
    newline = "\n" if now and now[0][1].endswith("\n") else ""
    moved: Piece = (None, chance.choice(PLANTED) + newline)
    if kind != "insert":
        moved = now.pop(chance.choice(full))
    if kind != "delete":
        now.insert(chance.randrange(len(now) + 1), moved)
    return now


def seen(now: Sequence[Piece], name: str, found: Lint, old: baseline.Baseline) -> Iterator[Seen]:
    """Every place of every finding in a draft made of these pieces."""
    doc = of(name).document(name, "".join(text for _, text in now))
    starts = [0]
    for _, text in now:
        starts.append(starts[-1] + len(text))
    for finding in old.mark(doc, found(doc)):
        for place in finding.places:
            at = min(bisect_right(starts, place.start), len(now)) - 1
            words = "".join(doc.source[place.start : place.end].split())
            yield Seen(finding.selector, now[at][0], place.start - starts[at], words, bool(finding.muted_by))


def kept(
    doc: Document,
    found: Lint,
    chance: random.Random,
    *,
    edits: int = 200,
    sentences: bool = False,
    walk: bool = False,
) -> Kept:
    """What a baseline of all that ``doc`` has is worth after random edits."""
    old = baseline.parse(debts.written(debts.debts(doc, found(doc), ".")), "b.yaml")
    now = whole = pieces(doc.source, sentences=sentences)
    before = {place[:4] for place in seen(whole, doc.path, found, old)}
    loud: list[Seen] = []
    hidden: list[Seen] = []
    untouched = new = 0
    for _ in range(edits):
        now = edited(now if walk else whole, chance)
        for place in seen(now, doc.path, found, old):
            if place[:4] in before:
                untouched += 1
                loud += () if place.muted else (place,)
            else:
                new += 1
                hidden += (place,) if place.muted else ()
    return Kept(untouched, untouched - len(loud), new, tuple(loud), tuple(hidden))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--walk", action="store_true")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--missed", action="store_true", help="list what was loud or hidden")
    asked = parser.parse_args()
    rules, settings = compiling.load(), Settings(AsOf(AS_OF, "--as-of"))
    for path in sorted(path for path in asked.folder.iterdir() if path.suffix in (".txt", ".md")):
        started = time.perf_counter()
        made = kept(
            read(path.name, path.read_bytes()),
            lambda doc: lint(doc, rules, settings),
            random.Random(asked.seed),
            edits=asked.edits,
            sentences=asked.sentences,
            walk=asked.walk,
        )
        share = made.quiet / made.untouched if made.untouched else 1.0
        took = (time.perf_counter() - started) / asked.edits
        print(
            f"{path.name}: {made.quiet}/{made.untouched} quiet ({share:.4f}), "
            f"{made.new} new, {len(made.hidden)} of them hidden, {took * 1000:.0f} ms an edit",
            flush=True,
        )
        for kind, places in (("loud", made.loud), ("hidden", made.hidden)):
            for place in sorted(set(places), key=repr) if asked.missed else ():
                print(f"    {kind} ×{places.count(place)} {place[:4]}")


if __name__ == "__main__":
    main()
