"""``speechlint check``: arguments → drafts → findings → report → exit status."""

from __future__ import annotations

import os
import sys

from speechlint import reporters
from speechlint.commands import About, Example, wanted
from speechlint.commands.options import FIXING, OPTIONS
from speechlint.project import sources
from speechlint.quick import cache, modules, regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import is_slow
from speechlint.reporters import output
from speechlint.reporters.terminal import harmless
from speechlint.result import Trouble, View, attempt, gathered
from speechlint.run import timing
from speechlint.run.drafts import check_all
from speechlint.run.kept import Kept, Told, report_key
from speechlint.run.one import Draft
from speechlint.run.timing import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.commands.fixing import Done
    from speechlint.files.writing import Cleared
    from speechlint.project.plan import Plan, Project
    from speechlint.result import Checked, LeftOut, Run

ABOUT = About(
    "检查讲话稿（子命令 check 可以省略）",
    "check speech drafts (the word check may be left out)",
    "speechlint [check] [OPTIONS] PATH…",
    OPTIONS,
    (
        Example("speechlint 讲话稿.txt", "检查一份讲话稿", "check one draft"),
        Example(
            "speechlint 2026年/ --info", "检查文件夹里的文稿，可看的也列出", "check a folder, list everything"
        ),
        Example("speechlint 旧稿.txt --as-of 2022", "按 2022 年底的提法检查", "judge by the wording of 2022"),
        Example("speechlint a.txt --select PLH,NUM", "只查占位符和序号", "only placeholders and numbering"),
        Example("speechlint - < a.txt", "从标准输入读", "read standard input"),
        Example(
            "speechlint ./check", "文件就叫 check，或以“-”开头", "a file called check, or with a leading '-'"
        ),
    ),
)


def main(given: Given) -> int:
    wanted.check_input(given)
    if given.last("--cache-dir"):
        cache.move(given.last("--cache-dir") or "")
    project = wanted.project(given)
    found = sources.find(given.words, given.lang or "zh")
    drafts = _not_excluded(found, project, given)
    if given.flag("--show-files"):
        output.write("\n".join(map(harmless, drafts)))
        return _told(found.errors)
    first = project.plan(_place(drafts[0], given) if drafts else "")
    view = _view(first, given)
    if given.flag("--show-config"):
        from speechlint.commands.settings import shown

        output.write(shown(first, drafts[0] if drafts else None))
        return _told(found.errors)
    to = _cleared(drafts, project, given)
    fixed = _fixed(drafts, project, given)
    unread = found.errors if fixed is None else (*found.errors, *fixed.errors)
    if fixed and (given.flag("--fix-only") or given.flag("--diff") or sources.STDIN in drafts):
        if not given.flag("--quiet"):
            output.note_left_out((*fixed.left_out, *found.left_out), view.lang)
        return _told(unread) or int(_counts(fixed, given))
    if given.flag("--timing"):
        timing.start()
    with Step("read"):
        read, errors = _contents(drafts, project, given)
    told = _report(read, (*unread, *errors), found.left_out, to, project, view, given)
    if given.flag("--timing"):
        print(timing.table(view.lang), file=sys.stderr)
    regex.keep()
    modules.keep()
    if told.unread:
        return 2
    return int((told.failed and not given.flag("--exit-zero")) or _counts(fixed, given))


def _report(
    drafts: Sequence[Draft],
    troubles: Sequence[Trouble],
    left_out: Sequence[LeftOut],
    to: Cleared | None,
    project: Project,
    view: View,
    given: Given,
) -> Told:
    """Tell what is found in the drafts; once more what was told before, where nothing has changed since."""
    unkept = given.flag("--no-cache") or cache.is_stopped()
    disk = not (unkept or given.flag("--timing"))  # what comes from the cache tells no time
    kept = Kept(project, wanted.encoding(given), disk=disk)
    encoding = _encoding(given)
    key = _key(drafts, left_out, project, view, encoding, given) if disk and not troubles else ""
    told = kept.report(key)
    if told:
        _write(told.pieces, to)
        return told
    run, failed, stopped = _run(drafts, troubles, left_out, kept, project, given)
    pieces = output.Pieces(
        reporters.load(wanted.report_format(given)).lines(run, view), encoding, keep=bool(key)
    )
    with Step("report"):
        _write(pieces, to)
    if stopped:  # what was done is told; that more was to come, by the status
        raise KeyboardInterrupt
    told = Told(pieces.kept, failed, bool(run.errors))
    if pieces.whole and not told.unread:
        kept.keep_report(key, told)
    return told


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
    if project.sidecars or project.baselines:
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


def _fixed(drafts: list[str], project: Project, given: Given) -> Done | None:
    """What was fixed; None where nothing was to be."""
    if not any(name in given.values for name in FIXING):
        return None
    from speechlint.commands import fixing

    return fixing.fix_all(drafts, project, given, _place)


def _counts(fixed: Done | None, given: Given) -> bool:
    """Whether what was fixed, or would be, fails the run."""
    wanted = given.flag("--exit-non-zero-on-fix") or given.flag("--diff")
    return bool(fixed and fixed.settled and wanted and not given.flag("--exit-zero"))


def _not_excluded(found: sources.Found, project: Project, given: Given) -> list[str]:
    """The drafts to check; that a named one is left out must not go unsaid."""
    drafts = []
    notes = list(found.notes)
    for path in found.paths:
        own = project.config(_place(path, given))
        if not own.excludes(_place(path, given)):
            drafts.append(path)
        elif path in given.words:
            en = f"{_place(path, given)}: left out, as {own.path} says"
            notes.append(
                en if given.lang == "en" else f"{_place(path, given)}：按 {own.path} 的 exclude 没有检查"
            )
    for note in notes if not given.flag("--quiet") else ():
        output.note(note)
    return drafts


def _place(path: str, given: Given) -> str:
    """Where a draft counts as standing: standard input stands where it is said to come from."""
    return path if path != sources.STDIN else given.last("--stdin-filename") or path


def _contents(paths: Sequence[str], project: Project, given: Given) -> tuple[list[Draft], list[Trouble]]:
    """The bytes of the drafts that the system lets us read."""
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    for path in paths:
        place = _place(path, given)
        data = attempt(place, project.lang(place), lambda path=path: sources.content(path))  # type: ignore[misc]
        if isinstance(data, Trouble):
            troubles.append(data)
        else:
            drafts.append(Draft(place, data))
    return drafts, troubles


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
    shown = (wanted.report_format(given), repr(view), encoding, wanted.encoding(given) or "", passed)
    return report_key(
        drafts, lambda path: "" if project.has_judgements(path) else project.depends_on(path), shown
    )


def _encoding(given: Given) -> str:
    """What the report is written in."""
    return "utf-8" if given.last("--output-file") else output.encoding(wanted.report_format(given))


def _view(first: Plan, given: Given) -> View:
    return View(
        lang=first.settings.lang,
        color=not given.last("--output-file") and output.wants_color(given.last("--color") or "auto"),
        width=output.width(),
        info=given.flag("--info"),
        quiet=given.flag("--quiet"),
        statistics=given.flag("--statistics"),
        sort=given.last("--sort") or "",
        wrap=output.wraps() and not given.last("--output-file"),
        fold=not given.flag("--no-fold"),
        verbose=given.flag("--verbose"),
        redact=given.flag("--redact"),
    )


def _cleared(drafts: list[str], project: Project, given: Given) -> Cleared | None:
    """The leave to write the report to a file, before anything else is done; None for standard output."""
    path = given.last("--output-file")
    if path is None:
        return None
    from speechlint.document.outcome import is_report_data

    named = [_place(draft, given) for draft in given.words if not os.path.isdir(draft)]
    seen = [draft for draft in drafts if draft not in given.words]
    return wanted.cleared(path, named, project, given, seen=seen, is_ours=is_report_data)


def _write(pieces: Iterable[bytes], to: Cleared | None) -> None:
    if to is None:
        output.write_all(pieces)
        return
    from speechlint.files import writing

    writing.save(pieces, to)


def _told(errors: tuple[Trouble, ...]) -> int:
    for trouble in errors:
        output.note(f"{trouble.path}: {trouble.message}")
    return 2 if errors else 0
