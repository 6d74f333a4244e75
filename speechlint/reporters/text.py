"""The report for people: a verdict, then each finding with its sentence, at last the date it was judged at."""

from __future__ import annotations

from itertools import chain, dropwhile, islice

from speechlint.errors import bug
from speechlint.finding import Severity
from speechlint.findings import together
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import left_out
from speechlint.reporters.closing import closing, counted
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import COLORS, WORDS, heading, painted
from speechlint.result import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.findings import Tally
    from speechlint.reporters.entries import Look
    from speechlint.reporters.wording import Wording
    from speechlint.result import Run, View

_LONG = 30  # findings above which the gravest come first
_MUCH = 10  # places that make it worth asking what kind of draft this is


def lines(run: Run, view: View) -> Iterator[str]:
    """The report in ``view.lang``; without colour, words are marked ``⟦…⟧``."""
    words = WORDS[view.lang]
    if not run.results and run.errors:
        yield from islice(_unread(run, view, words), 1, None)
        yield from () if view.quiet else left_out(run.left_out, view.lang)
        return
    total = together(() if view.quiet else (result.findings.tally for result in run.results))
    long = _is_long(total, view)
    if not view.quiet:
        yield from _diagnosis(run, total, view, long=long)
        yield _verdict(run, total, view, words)
    told = chain(
        _unread(run, view, words),
        _counts(run, view) if view.statistics else _listing(run, view, long=long),
    )
    yield from dropwhile("".__eq__, told) if view.quiet else told
    if not view.quiet:
        yield from closing(run, total, view, long=long)


def _diagnosis(run: Run, total: Tally, view: View, *, long: bool) -> Iterator[str]:
    """Of a single draft with much wrong in it, what kind it is."""
    if len(run.results) == 1 and sum(total.places.values()) >= _MUCH:
        from speechlint.reporters.diagnosis import diagnosis

        told = diagnosis(run.results[0].doc, run.results[0].findings, view.lang, wanting=long)
        if told and view.wrap:
            from speechlint.reporters.wrap import wrapped

            yield from wrapped(told, view.width)
        elif told:
            yield told


def _counts(run: Run, view: View) -> Iterator[str]:
    from speechlint.reporters.statistics import statistics

    return statistics(run, view.lang)


def verdict(run: Run, view: View) -> str:
    """The line that says how much is wrong, without colour."""
    total = together(result.findings.tally for result in run.results)
    return _verdict(run, total, view._replace(color=False), WORDS[view.lang])


def _verdict(run: Run, total: Tally, view: View, words: Wording) -> str:
    told = words.between.join(
        painted(words.counts[severity].format(counted(total, severity, words)), COLORS[severity] + ";1", view)
        for severity in reversed(Severity)
        if severity in total.counts
    )
    drafts = [result for result in run.results if result.is_draft]
    size = sum(len(result.doc.source) for result in drafts)
    files = words.files.format(files=len(drafts), characters=size) if drafts or told else ""
    unwritten = sum(trouble.unwritten for trouble in run.errors)
    unread = len(run.errors) - unwritten
    told = (told or (words.clean if drafts else words.nothing)) + files
    told += words.unread.format(unread) if unread else ""
    return told + (words.unwritten.format(unwritten) if unwritten else "")


def _unread(run: Run, view: View, words: Wording) -> Iterator[str]:
    """Trouble stands first: a draft that was not read must not look clean."""
    if run.errors:
        yield ""
    for trouble in run.errors:
        label = painted(words.not_written if trouble.unwritten else words.trouble, "31;1", view)
        yield f"{visible(readable(trouble.path))} {label}{visible(readable(trouble.message))}"


def of_draft(doc: Document, findings: Sequence[Finding], view: View, *, long: bool = False) -> Iterator[str]:
    """The report's lines for one draft; ``long`` is the report, and told rule by rule, the gravest first."""
    told = _told(findings, view, long=long)
    if not told:
        return
    from speechlint.reporters.entries import look

    shown = look(doc, told, view)
    yield ""
    if not view.quiet:
        yield heading(doc.path, view)
    yield from _each(doc, told, shown, long=long)


def _each(doc: Document, told: Sequence[Finding], shown: Look, *, long: bool) -> Iterator[str]:
    view = shown.view
    if long and view.fold and view.sort != "position":
        from speechlint.reporters.folding import folded

        yield from folded(doc, told, shown)
        return
    from speechlint.reporters.entries import entry

    cited: set[str] = set()
    for finding in told:
        yield from entry(doc, finding, shown, cited)


def _listing(run: Run, view: View, *, long: bool) -> Iterator[str]:
    """The lines for each draft; a draft that the program fails to tell of is named, and fails the run at its end."""
    if long:
        from speechlint.reporters.gravity import first_ones

        yield from first_ones(run, _least(view), view)
    failed: Exception | None = None
    for result in run.results:
        try:
            yield from of_draft(result.doc, result.findings, view, long=long)
        except Exception as why:
            failed = failed or why
            yield from _unread(
                run._replace(errors=(Trouble(result.doc.path, bug(why)[view.lang == "en"]),)),
                view,
                WORDS[view.lang],
            )
    if failed:
        raise failed


def _told(findings: Sequence[Finding], view: View, *, long: bool) -> list[Finding]:
    """The findings that are listed, in the order asked for; muted ones and folded info are not."""
    least = _least(view)
    told = [finding for finding in findings if finding.severity >= least and not finding.muted_by]
    if view.sort == "position" or not (long or view.sort):
        return told
    from speechlint.reporters.gravity import gravest_first

    return gravest_first(told)


def _least(view: View) -> Severity:
    return Severity.INFO if view.info else Severity.WARNING


def _is_long(total: Tally, view: View) -> bool:
    """Whether more is listed than one reads from the first to the last."""
    listed = sum(count for severity, count in total.counts.items() if severity >= _least(view))
    return listed > _LONG and not view.quiet and not view.statistics
