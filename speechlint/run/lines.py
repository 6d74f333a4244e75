"""What line checks find in some lines of a draft that was edited there: the rest is as it was."""

from __future__ import annotations

from speechlint import checks
from speechlint.checks import Query
from speechlint.document import Span
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.run.engine import literals_in, settled
from speechlint.run.telling import found_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding, Hit
    from speechlint.project.layers import Settings
    from speechlint.rulebook.catalogue import Catalogue, ReadyRule


class Lines(NamedTuple):
    """The *source* span that was looked at, and what was found there, muted ones too."""

    span: Span
    findings: Sequence[Finding]


def lines_to_check(doc: Document, part: Span, before: str) -> Span:
    """The lines of the reading text that ``part``, a *source* span, touches, and those that read otherwise than
    in the reading text ``before``.
    """
    start, end = doc.alignment.to_reading(part)
    if doc.text != before:
        same = common(doc.text, before)
        shorter = min(len(doc.text), len(before)) - same
        after = common(doc.text[len(doc.text) - shorter :][::-1], before[len(before) - shorter :][::-1])
        start, end = min(start, same), max(end, len(doc.text) - after)
    return Span(doc.line_at(start).start, doc.line_at(end).end)


def common(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def lint_lines(doc: Document, lines: Span, catalogue: Catalogue, settings: Settings) -> list[Finding]:
    """The findings of ``checks.OF_LINES`` in some lines of the reading text, each told by itself."""
    return settled(
        doc, found_by(doc, _hits(doc, lines, catalogue, settings), settings), catalogue, settings, whole=False
    )


def _hits(
    doc: Document, lines: Span, catalogue: Catalogue, settings: Settings
) -> Iterator[tuple[ReadyRule, Sequence[Hit]]]:
    found = literals_in(doc, catalogue, lines)
    for positions in catalogue.speaking(settings.selection):
        for position in positions:
            rule = catalogue.rules[position]
            if rule.check in checks.OF_LINES and (position in found or not rule.gated):
                options, literals = catalogue.options(position), found.get(position, {})
                hits = checks.load(rule.check).check(Query(doc, options, literals, settings.as_of))
                yield rule, [hit for hit in hits if lines.start <= hit.span.start <= lines.end]
