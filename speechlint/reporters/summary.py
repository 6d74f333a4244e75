"""What a long report ends with: how many findings and places there are by family and by draft."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.excerpt import columns
from speechlint.reporters.families import family, title
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.finding import Finding
    from speechlint.result import Run

    _Row = dict[Severity, tuple[int, int]]

_DRAFTS = 20  # rows at most


def table(run: Run, lang: str) -> Iterator[str]:
    """The table by family, and by draft where there are several."""
    words = WORDS[lang]
    yield ""
    by_family: dict[str, _Row] = {}
    by_draft: list[tuple[str, _Row]] = []
    for result in run.results:
        of_draft: _Row = {}
        for finding in result.findings:
            if not finding.muted_by:
                of_family = by_family.setdefault(family(finding.code), {})
                _add(finding, of_family, of_draft)
        if result.findings.tally.counts:
            by_draft.append((visible(readable(result.doc.path)), of_draft))
    rows = [(title(letters, lang), row) for letters, row in by_family.items()]
    yield from _table(words.by_family, sorted(rows, key=_rank), lang)
    if len(run.results) < 2:
        return
    yield ""
    yield from _table(words.by_draft, sorted(by_draft, key=_rank)[:_DRAFTS], lang)
    if len(by_draft) > _DRAFTS:
        yield words.more_drafts.format(len(by_draft) - _DRAFTS)


def _add(finding: Finding, *rows: _Row) -> None:
    """Counts a finding and its places."""
    severity, there = finding.severity, len(finding.occurrences) or 1
    for row in rows:
        count, places = row.get(severity, (0, 0))
        row[severity] = count + 1, places + there


def _rank(row: tuple[str, _Row]) -> tuple[int, ...]:
    return tuple(-row[1].get(severity, (0, 0))[0] for severity in reversed(Severity))


def _table(head: str, rows: Sequence[tuple[str, _Row]], lang: str) -> Iterator[str]:
    words = WORDS[lang]
    levels = list(reversed(Severity))
    cells = [[head, *(words.labels[at] for at in levels)]]
    cells += [[name, *(_cell(row.get(at), lang) for at in levels)] for name, row in rows]
    widths = [max(columns(row[at]) for row in cells) for at in range(len(cells[0]))]
    for name, *counts in cells:
        left = name + " " * (widths[0] - columns(name))
        right = (" " * (width - columns(cell)) + cell for cell, width in zip(counts, widths[1:], strict=True))
        yield f"{left}  {'  '.join(right)}".rstrip()


def _cell(counted: tuple[int, int] | None, lang: str) -> str:
    if counted is None:
        return ""
    count, places = counted
    words = WORDS[lang]
    return words.each.format(count) if count == places else words.places.format(count, places)
