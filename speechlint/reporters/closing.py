"""The end of the report for people: what was not listed, what to do next, the date it was judged at."""

from __future__ import annotations

from speechlint.document.outcome import listed
from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import left_out
from speechlint.reporters.terminal import argument, visible
from speechlint.reporters.wording import WORDS
from speechlint.result import FINAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.findings import Tally
    from speechlint.reporters.wording import Wording
    from speechlint.result import Run, View


def counted(total: Tally, severity: int, words: Wording) -> str:
    """How many findings there are of a severity, and how many places, where these are more."""
    count, places = total.counts[severity], total.places[severity]
    return words.each.format(count) if count == places else words.places.format(count, places)


def closing(run: Run, total: Tally, view: View, *, long: bool) -> Iterator[str]:
    """The lines below the findings."""
    words = WORDS[view.lang]
    if long:
        from speechlint.reporters.summary import table

        yield from table(run, view.lang)
    yield ""
    if Severity.INFO in total.counts and not view.info and not view.statistics:
        yield words.folded.format(counted(total, Severity.INFO, words))
    yield from _unlisted(run, total, words, view.lang)
    yield from left_out(run.left_out, view.lang)
    yield from () if view.statistics else _next(run, view, words)
    if total.gravest:
        yield words.explain.format(total.gravest)
    if run.results:
        yield _as_of(run, words)


def _unlisted(run: Run, total: Tally, words: Wording, lang: str) -> Iterator[str]:
    """Names what is left out on demand: old debts, lines that were not changed, the phase."""
    for kind, count in total.muted.items():
        if kind in words.muted:
            yield words.muted[kind].format(count)
    if run.unlisted:
        yield words.unlisted.format(run.unlisted)
    stages: dict[str, list[str]] = {}
    for result in run.results:
        if result.phase not in ("", FINAL):
            stages.setdefault(result.phase, []).append(visible(result.doc.path))
    for stage, paths in stages.items():
        every = len(paths) == len(run.results)
        whose = "" if every else words.whose.format(listed(paths, lang))
        yield words.phase.format(visible(stage)) + whose


def _as_of(run: Run, words: Wording) -> str:
    """The last line: the day that drafts were judged at, and where it comes from."""
    origin = words.origins.get(run.as_of.origin, run.as_of.origin)
    if not run.as_of.by_draft:
        return words.as_of.format(day=run.as_of.day, origin=origin)
    if len(run.results) == 1 and run.results[0].as_of.origin == "draft":
        return words.as_of_found.format(day=run.results[0].as_of.day, origin=origin)
    return words.as_of_by_draft.format(day=run.as_of.day, origin=origin)


def _next(run: Run, view: View, words: Wording) -> Iterator[str]:
    """What to type next: what corrects by itself, then what goes through the rest of the worst draft."""
    least = Severity.INFO if view.info else Severity.WARNING
    drafts = [
        result
        for result in run.results
        if result.is_draft
        and result.doc.path != "-"
        and max(result.findings.tally.counts, default=0) >= least
    ]
    if not drafts:
        return
    from speechlint.reporters.entries import is_safe

    worst = max(drafts, key=lambda result: sorted(result.findings.tally.counts.items(), reverse=True))
    path = argument(worst.doc.path)
    safe = sum(is_safe(f) for r in drafts for f in r.findings if f.severity >= least and not f.muted_by)
    if safe:
        yield words.fix_all.format(safe, path if len(drafts) == 1 else "…")
    yield words.one_by_one.format(path)
