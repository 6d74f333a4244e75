"""Words in which a site's filter masked a character or put one in: 共产X员, 共 产 X 员, 政*府."""

from __future__ import annotations

from speechlint.document.blanks import blank_words as words
from speechlint.document.blanks.mask_runs import LETTERS, STARS, is_han
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document.blanks.mask_runs import Run

_NEAR = 3


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
    left, right = run.text[max(0, run.start - 2) : run.start], run.text[run.end : run.end + 2]
    table = words.holes()
    for before, after in (
        *((left, right), (left[-1:], right), (left, right[:1])),
        *((left[-1:], right[:1]), ("", right), (left, "")),
    ):
        reading = table.get((before, after))
        if reading or (reading == "" and run.marks not in LETTERS):
            return Masked(Span(run.start - len(before), run.end + len(after)), reading)
    return _put_in(run) if run.marks in STARS else None


def _put_in(run: Run) -> Masked | None:
    """法*院, 群*众: a star in the middle of a word of the dictionary."""
    left, right = run.before(_NEAR), run.after(_NEAR)
    if run.end - run.start > 1 or not is_han(left[-1:]) or not is_han(right[:1]):
        return None
    from speechlint.document.words import cut

    at = 0
    for word in cut(left + right):
        end = at + len(word.text)
        if at < len(left) < end:
            name = word.tag.startswith("nr") or len(word.text) < 2
            start = run.start - len(left)
            return None if name else Masked(Span(start + at, start + end + 1), "")
        at = end
    return None


def _spaced_out(run: Run) -> Masked | None:
    """共产 X 员, 共 产 X 员: the mask set off by spaces."""
    before, after = run.before(5), run.after(5)
    for left, right in ((2, 2), (2, 1)):
        head = regex.compile(rf"(?:\S ?){{{left}}}$").search(before)
        tail = regex.compile(rf"(?: ?\S){{{right}}}").match(after)
        if head and tail:
            reading = words.holes().get((head[0].replace(" ", ""), tail[0].replace(" ", "")))
            if reading:
                return Masked(Span(run.start - len(head[0]), run.end + tail.end()), reading)
    return None
