"""The report of a run of ``check``: made of what is found, or told once more, and written where it is wanted."""

from __future__ import annotations

import os

from speechlint import reporters
from speechlint.commands import wanted
from speechlint.quick import cache
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import is_slow
from speechlint.reporters import output
from speechlint.result import View, gathered
from speechlint.run.drafts import check_all
from speechlint.run.kept import Kept, Told, report_key
from speechlint.run.timing import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.files.writing import Cleared
    from speechlint.project.plan import Plan, Project
    from speechlint.result import Checked, LeftOut, Run, Trouble
    from speechlint.run.one import Draft


def report(
    drafts: Sequence[Draft],
    troubles: Sequence[Trouble],
    left_out: Sequence[LeftOut],
    to: Mapping[str, Cleared | None],
    project: Project,
    view: View,
    given: Given,
) -> Told:
    """Tell what is found in the drafts; once more what was told before, where nothing has changed since.

    ``to`` are the formats wanted, each with the leave to write it to a file; None is standard output.
    """
    unkept = given.flag("--no-cache") or cache.is_stopped()
    disk = not (unkept or given.flag("--timing"))  # what comes from the cache tells no time
    kept = Kept(project, wanted.encoding(given), disk=disk)
    format = wanted.report_format(given)
    encoding = _encoding(format, to[format])
    alone = len(to) == 1 and format != "github"  # whose summary is another report
    key = _key(drafts, left_out, project, view, encoding, given) if disk and alone and not troubles else ""
    told = kept.report(key)
    if told:
        _write(told.pieces, to[format])
        return told
    run, failed, stopped = _run(drafts, troubles, left_out, kept, project, given)
    pieces = output.Pieces(_lines(format, run, project, view, given), encoding, keep=bool(key))
    with Step("report"):
        _write(pieces, to[format])
        for other in to if not alone else ():
            _write_also(other, run, to, project, view, given)
    if stopped:  # what was done is told; that more was to come, by the status
        raise KeyboardInterrupt
    told = Told(pieces.kept, failed, bool(run.errors))
    if pieces.whole and not told.unread:
        kept.keep_report(key, told)
    return told


def _write_also(
    format: str,
    run: Run,
    to: Mapping[str, Cleared | None],
    project: Project,
    view: View,
    given: Given,
) -> None:
    """A format besides the first one, and what belongs to one that is not written where it is."""
    if format != wanted.report_format(given):
        plain = view._replace(color=False, wrap=False, links=False)
        lines = _lines(format, run, project, plain, given)
        _write(output.Pieces(lines, _encoding(format, to[format]), keep=False), to[format])
    if format == "github":
        from speechlint.commands import jobsummary

        jobsummary.append(_prepared("markdown", run, project, view, given), view)


def _lines(format: str, run: Run, project: Project, view: View, given: Given) -> Iterator[str]:
    prepared = _prepared(format, run, project, view, given)
    if format != "text" and not view.quiet:
        _note(format, prepared, view.lang)
    return reporters.load(format).lines(prepared, view)


def _prepared(format: str, run: Run, project: Project, view: View, given: Given) -> Run:
    """The run as a format tells it: without the words of the drafts, or with the gravest alone, where asked."""
    if format != "text":
        run = run._replace(titles=project.titles(), packs=project.packs())
    if given.flag("--max-findings"):
        from speechlint.reporters.limiting import limited

        most = wanted.number("--max-findings", given)
        run = limited(run, most, reporters.least(format, view))
    if view.redact:
        from speechlint.reporters.redacting import redacted

        run = redacted(run, view.lang)
    return run


def _note(format: str, run: Run, lang: str) -> None:
    """On standard error, what a format has no place for: drafts left out, findings that are not listed."""
    if format in reporters.SILENT:
        output.note_left_out(run.left_out, lang)
    if run.unlisted:
        from speechlint.reporters.wording import WORDS

        output.note(WORDS[lang].unlisted.format(run.unlisted))


def _run(
    drafts: Sequence[Draft],
    troubles: Sequence[Trouble],
    left_out: Sequence[LeftOut],
    kept: Kept,
    project: Project,
    given: Given,
) -> tuple[Run, bool, bool]:
    """Everything found, whether a finding fails the run, and whether it was interrupted before its end."""
    jobs = "1" if given.flag("--timing") else given.last("--jobs")
    checked: list[Checked | Trouble] = []
    stopped = False
    with Step("lint"):
        try:
            for one in _tracked(check_all(drafts, kept, project, wanted.run(given), jobs), drafts, given):
                checked.append(one)  # noqa: PERF402 (what there is when somebody interrupts)
        except KeyboardInterrupt:
            stopped = True
            if not checked:
                raise
    as_of = project.plan(drafts[0].path if drafts else "").settings.as_of
    run = gathered(checked, as_of, troubles, left_out)
    failed = any(result.fails for result in run.results)
    if project.judged.sidecars or project.judged.baselines:
        from speechlint.run.useless import useless

        folders = filter(os.path.isdir, given.words)
        run = run._replace(results=(*run.results, *useless(project, run.results, folders)))
    return run, failed, stopped


def _tracked(
    checked: Iterable[Checked | Trouble], drafts: Sequence[Draft], given: Given
) -> Iterable[Checked | Trouble]:
    """The drafts as they come, with a progress bar for who sits at a terminal and waits; slow ones by name."""
    if len(drafts) < 2 or given.flag("--quiet") or not output.may_animate():
        return checked
    from speechlint.reporters.progress import named, track

    if any(is_slow(draft.path) for draft in drafts):
        return named(checked, [draft.path for draft in drafts])
    return track(checked, len(drafts))


def _key(
    drafts: Sequence[Draft],
    left_out: Sequence[LeftOut],
    project: Project,
    view: View,
    encoding: str,
    given: Given,
) -> str:
    """What the report of this run is known by; "" where it is not to be kept."""
    passed = "\0".join(one.path for one in left_out)
    most = given.last("--max-findings") or ""
    shown = (wanted.report_format(given), repr(view), encoding, wanted.encoding(given) or "", passed, most)
    return report_key(
        drafts, lambda path: "" if project.has_judgements(path) else project.depends_on(path), shown
    )


def _encoding(format: str, to: Cleared | None) -> str:
    """What the report is written in."""
    return "utf-8" if to else output.encoding(format)


def view_of(first: Plan, given: Given) -> View:
    """How the report is to look. Raises ``UsageError``."""
    on_screen = not given.last("--output-file")
    return View(
        lang=first.settings.lang,
        color=on_screen and output.wants_color(given.last("--color") or "auto"),
        width=output.width(),
        info=given.flag("--info"),
        quiet=given.flag("--quiet"),
        statistics=given.flag("--statistics"),
        sort=given.last("--sort") or "",
        wrap=output.wraps() and on_screen,
        fold=not given.flag("--no-fold"),
        verbose=given.flag("--verbose"),
        redact=given.flag("--redact"),
        links=on_screen and output.wants_links(),
        column_unit=given.last("--column-unit") or "",
        max_occurrences=wanted.number("--max-occurrences", given),
    )


def _write(pieces: Iterable[bytes], to: Cleared | None) -> None:
    if to is None:
        output.write_all(pieces)
        return
    from speechlint.files import writing

    writing.save(pieces, to)
