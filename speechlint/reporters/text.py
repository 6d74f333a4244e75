"""The report for people: a verdict, then each finding with its sentence, at last the date it was judged at."""

from __future__ import annotations

from itertools import chain, dropwhile, islice

from speechlint.document.outcome import listed
from speechlint.document.quotations import quoted
from speechlint.errors import bug
from speechlint.finding import Severity
from speechlint.findings import together
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import left_out
from speechlint.reporters.details import authority, details
from speechlint.reporters.excerpt import columns, excerpt
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import WORDS
from speechlint.result import FINAL, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.findings import Tally
    from speechlint.reporters.wording import Wording
    from speechlint.result import Run, View

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_INDENT = "    "
_SEEN = 100  # findings of a rule whose words are looked at for samples


def lines(run: Run, view: View) -> Iterator[str]:
    """The report in ``view.lang``; without colour, words are marked ``⟦…⟧``."""
    words = WORDS[view.lang]
    if not run.results and run.errors:
        yield from islice(_unread(run, view, words), 1, None)
        yield from () if view.quiet else left_out(run.left_out, view.lang)
        return
    total = together(() if view.quiet else (result.findings.tally for result in run.results))
    if not view.quiet:
        yield _verdict(run, total, view, words)
    told = chain(
        _unread(run, view, words),
        _statistics(run, words) if view.statistics else _listing(run, view),
    )
    yield from dropwhile("".__eq__, told) if view.quiet else told
    if not view.quiet:
        yield ""
        yield from _closing(run, total, view, words)


def _verdict(run: Run, total: Tally, view: View, words: Wording) -> str:
    told = words.between.join(
        _painted(
            words.counts[severity].format(_counted(total, severity, words)), _COLORS[severity] + ";1", view
        )
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


def _counted(total: Tally, severity: int, words: Wording) -> str:
    """How many findings there are of a severity, and how many places, where these are more."""
    count, places = total.counts[severity], total.places[severity]
    return words.each.format(count) if count == places else words.places.format(count, places)


def _unread(run: Run, view: View, words: Wording) -> Iterator[str]:
    """Trouble stands first: a draft that was not read must not look clean."""
    if run.errors:
        yield ""
    for trouble in run.errors:
        label = _painted(words.not_written if trouble.unwritten else words.trouble, "31;1", view)
        yield f"{visible(readable(trouble.path))} {label}{visible(readable(trouble.message))}"


class _Look(NamedTuple):
    """How findings are shown: the word for each severity, what marks the words, the columns for a sentence."""

    labels: Mapping[Severity, str]
    opening: str
    closing: str
    width: int


def _look(view: View, words: Wording) -> _Look:
    labels = {at: _painted(label, _COLORS[at] + ";1", view) for at, label in words.labels.items()}
    opening, closing = ("", "") if view.color else ("⟦", "⟧")
    return _Look(labels, opening, closing, max(20, view.width - len(_INDENT) - columns(opening + closing)))


def of_draft(doc: Document, findings: Sequence[Finding], view: View) -> Iterator[str]:
    """The report's lines for one draft."""
    words = WORDS[view.lang]
    look = _look(view, words)
    path = visible(readable(doc.path))
    cited: dict[str, list[str]] = {}
    for at, finding in enumerate(_told(findings, view)):
        if at == 0:
            yield ""
        yield from _finding(doc, path, finding, look, view)
        for line in details(doc, finding, words):
            yield _INDENT + line
        by = cited.setdefault(finding.source, [])
        if finding.source and finding.code not in by:
            yield _INDENT + _painted(authority(finding, by, view.lang), "2", view)
            by.append(finding.code)


def _listing(run: Run, view: View) -> Iterator[str]:
    """The lines for each draft; a draft that the program fails to tell of is named, and fails the run at its end."""
    failed: Exception | None = None
    for result in run.results:
        try:
            yield from list(of_draft(result.doc, result.findings, view))
        except Exception as why:
            failed = failed or why
            yield from _unread(
                run._replace(errors=(Trouble(result.doc.path, bug(why)[view.lang == "en"]),)),
                view,
                WORDS[view.lang],
            )
    if failed:
        raise failed


def _told(findings: Sequence[Finding], view: View) -> Iterable[Finding]:
    """The findings that are listed, in the order asked for; muted ones and folded info are not."""
    least = Severity.INFO if view.info else Severity.WARNING
    told = (finding for finding in findings if finding.severity >= least and not finding.muted_by)
    return sorted(told, key=lambda f: -f.severity) if view.sort == "gravity" else told


def _finding(doc: Document, path: str, finding: Finding, look: _Look, view: View) -> tuple[str, str]:
    """The line that says what is wrong and where, and the sentence it is in."""
    line, column = doc.place(finding.span.start)
    code = _painted(finding.code, "1", view)
    parts = excerpt(doc.source, *finding.span, look.width)
    where = ""
    if doc.layout:
        from speechlint.reporters.paragraphs import paragraph

        where = f"{paragraph(doc, finding.span.start, view.lang)}  "
    marked = look.opening + _painted(parts.words, _COLORS[finding.severity] + ";1;4", view) + look.closing
    return (
        f"{path}:{line}:{column} {look.labels[finding.severity]} {code} {visible(finding.message)}",
        _INDENT + where + f"{parts.before}{marked}{parts.after}".strip(" \u3000"),
    )


def _statistics(run: Run, words: Wording) -> Iterator[str]:
    """Counts the places of each rule, the most first, with some of the words it saw."""
    rules: dict[tuple[str, str, Severity], tuple[int, list[str]]] = {}
    unmuted = (finding for result in run.results for finding in result.findings if not finding.muted_by)
    for finding in unmuted:
        rule = (finding.code, finding.name, finding.severity)
        count, seen = rules.get(rule, (0, []))
        rules[rule] = count + len(finding.places), [*seen, finding.reading] if len(seen) < _SEEN else seen
    yield ""
    for (code, name, severity), (count, seen) in sorted(rules.items(), key=lambda one: (-one[1][0], one[0])):
        samples = list(dict.fromkeys(visible(text)[:12] for text in seen if text.strip()))[:3]
        told = words.list.join(s if s[0] in "“‘《【" else quoted(s) for s in samples)
        yield f"{count:>6}  {words.labels[severity]}  {code}  {name}  {told}".rstrip()


def _closing(run: Run, total: Tally, view: View, words: Wording) -> Iterator[str]:
    if Severity.INFO in total.counts and not view.info and not view.statistics:
        yield words.folded.format(_counted(total, Severity.INFO, words))
    yield from _unlisted(run, total, words, view.lang)
    yield from left_out(run.left_out, view.lang)
    if total.gravest:
        yield words.explain.format(total.gravest)
    if run.results:
        yield _as_of(run, words)


def _unlisted(run: Run, total: Tally, words: Wording, lang: str) -> Iterator[str]:
    """Names what is left out on demand: old debts, lines that were not changed, the phase."""
    for kind, count in total.muted.items():
        if kind in words.muted:
            yield words.muted[kind].format(count)
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


def _painted(text: str, color: str, view: View) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if view.color and text else text
