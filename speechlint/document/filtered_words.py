"""Words in which a site's filter masked a character or put one in: 共产X员, 共 产 X 员, 政*府."""

from __future__ import annotations

import re

from speechlint.document import blank_words as words
from speechlint.document.mask_runs import LETTERS, Run
from speechlint.document.span import Span
from speechlint.typed import NamedTuple


class Masked(NamedTuple):
    """The word around a mask, and the character behind it; ``""`` where the mask was put in."""

    span: Span
    reading: str


def masked(run: Run) -> Masked | None:
    """The word a single mark stands in, if it is one that sites filter."""
    if len(run.marks) != 1:
        return None
    if run.previous == " " == run.following:
        return _spaced_out(run)
    text, table = run.text, words.holes()
    for before, after in ((2, 2), (1, 2), (2, 1), (1, 1), (0, 2), (2, 0)):
        around = Span(max(0, run.start - before), min(len(text), run.end + after))
        reading = table.get((text[around.start : run.start], text[run.end : around.end]))
        if reading or (reading == "" and run.marks not in LETTERS):
            return Masked(around, reading)
    return None


def _spaced_out(run: Run) -> Masked | None:
    """共产 X 员, 共 产 X 员: the mask set off by spaces."""
    before = run.near(5, 0)[: -(run.end - run.start)]
    after = run.near(0, 5)[run.end - run.start :]
    for left, right in ((2, 2), (2, 1)):
        head = re.search(rf"(?:\S ?){{{left}}}$", before)
        tail = re.match(rf"(?: ?\S){{{right}}}", after)
        if head and tail:
            reading = words.holes().get((head[0].replace(" ", ""), tail[0].replace(" ", "")))
            if reading:
                return Masked(Span(run.start - len(head[0]), run.end + tail.end()), reading)
    return None
