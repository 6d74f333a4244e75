"""Rename, move, copy and edit judged drafts, and count how much of what people judged holds, and whether it hides what is new.

    python benchmarks/moved_drafts.py [--drafts 300] [--size 3000] [--sentences]

Drafts are made (corpus.py) and all they have is judged, by turns in a baseline and by an ignore. Then each draft is
renamed, moved to another folder, copied, and copied with 5 % of its paragraphs (with ``--sentences`` of its sentences)
struck out, moved or added, and one more with a fault in it; all that is undone again. For each, a new draft is made of
the same paragraphs beside it. A place is untouched where its rule, its words and its place in its own paragraph are
as they were: it must be judged still. Any other is new, as is all in a new draft: it must be reported.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import corpus
from edited_drafts import PLANTED, Piece, edited, pieces

from speechlint.judgements import debts
from speechlint.judgements.heirs import Heir
from speechlint.judgements.sidecar import judgement
from speechlint.project.judged import BASELINE_FILE, IGNORE_FILE
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.result import Checked
from speechlint.run.one import check_draft

LAYER = Layer(as_of="2026-11-20")
KINDS = ("renamed", "moved", "copied", "edited", "other")
EDITS = 0.05


class Counted(NamedTuple):
    """Of ``judged`` places that are untouched, ``kept`` are judged still; of ``new`` ones ``hidden`` are not reported."""

    judged: int = 0
    kept: int = 0
    new: int = 0
    hidden: int = 0

    @property
    def share(self) -> float:
        return self.kept / self.judged if self.judged else 1.0


def together(parts: Sequence[Counted]) -> Counted:
    return Counted(*map(sum, zip(*parts, strict=True)))


def made(root: Path, number: int, size: int) -> list[Path]:
    """Judged drafts in a folder of their own."""
    (root / "在审").mkdir()
    files = [root / "在审" / f"讲话{at:04}送审稿.txt" for at in range(number)]
    project, bare = Project(LAYER), str(root)
    noted: list[debts.Debt] = []
    known: list[debts.Known] = []
    ignored: list[str] = []
    for at, path in enumerate(files):
        path.write_text(corpus.draft(size, corpus.SEED + at), encoding="utf-8")
        doc, found, *_ = check_draft(str(path), path.read_bytes(), project)
        noted += debts.debts(doc, found[::2], bare)
        known.append(debts.Known(debts.relative(str(path), bare), Heir(doc).sketch))
        ignored += [text for finding in found[1::2] for text in judgement(doc, finding, "看过了", bare)]
    (root / BASELINE_FILE).write_text(debts.written(noted, known), encoding="utf-8")
    (root / IGNORE_FILE).write_text("".join(ignored), encoding="utf-8")
    return files


Place = tuple[str, int | None, int, str]  # rule, piece (None: a new one), column there, words


def places(done: Checked, now: Sequence[Piece]) -> Iterator[tuple[Place, bool]]:
    """Every place of a finding in a draft made of these pieces, and whether it is judged."""
    starts = [0]
    for _, text in now:
        starts.append(starts[-1] + len(text))
    for finding in done.findings:
        for place in finding.places:
            at = min(bisect_right(starts, place.start), len(now)) - 1
            words = "".join(done.doc.source[place.start : place.end].split())
            yield (finding.selector, now[at][0], place.start - starts[at], words), bool(finding.muted_by)


def counted(old: Counter[Place], now: Iterator[tuple[Place, bool]]) -> Counted:
    judged: list[bool] = []
    new: list[bool] = []
    for place, muted in now:
        old[place] -= 1
        (new if old[place] < 0 else judged).append(muted)
    return Counted(len(judged), sum(judged), len(new), sum(new))


def copy(whole: Sequence[Piece], rng: random.Random) -> list[Piece]:
    """The draft with one edit for every twenty pieces, and one more with a fault in it."""
    now = list(whole)
    for _ in range(round(EDITS * len(whole))):
        now = edited(now, rng)
    at = rng.choice([at for at, (_, text) in enumerate(now) if text.endswith("\n")])
    now.insert(at + 1, (None, rng.choice(PLANTED) + "\n"))
    return now


def holds(kind: str, path: Path, project: Project, rng: random.Random, *, sentences: bool) -> Counted:
    """What holds of the judgements of the draft at ``path`` after it was renamed, moved …"""
    whole = pieces(path.read_text(encoding="utf-8"), sentences=sentences)
    before = check_draft(str(path), path.read_bytes(), project)
    now = copy(whole, rng) if kind == "edited" else whole
    if kind == "other":
        text = corpus.draft(len(path.read_bytes()), corpus.SEED - 1 - rng.randrange(10**6))
        now = [(None, line) for _, line in pieces(text)]
    to = path.parents[1] / "归档" / path.name if kind == "moved" else path.with_name(f"{kind}{path.name}")
    aside = path.with_suffix(".aside")
    if kind in ("renamed", "moved"):
        path.rename(aside)
    after = check_draft(str(to), "".join(text for _, text in now).encode(), project)
    if aside.exists():
        aside.rename(path)
    return counted(Counter(place for place, _ in places(before, whole)), places(after, now))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--drafts", type=int, default=300)
    parser.add_argument("--size", type=int, default=3000, help="bytes of a draft")
    parser.add_argument("--sentences", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = made(Path(name), asked.drafts, asked.size)
        project, rng, failed = Project(LAYER), random.Random(corpus.SEED), False
        for kind in KINDS:
            every = together([holds(kind, path, project, rng, sentences=asked.sentences) for path in files])
            failed |= every.share < 0.98 or every.hidden > 0
            print(
                f"{kind}: {every.kept}/{every.judged} kept ({every.share:.4f}); "
                f"{every.new} new, {every.hidden} of them hidden",
                flush=True,
            )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
