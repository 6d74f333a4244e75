"""``speechlint check``: arguments → drafts → findings → report → exit status."""

from __future__ import annotations

import sys

from speechlint.commands import About, Example, telling, wanted
from speechlint.commands.chosen import chosen, contents, place
from speechlint.commands.fix_options import FIXING
from speechlint.commands.options import OPTIONS
from speechlint.project import sources
from speechlint.quick import cache, modules, regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import harmless
from speechlint.run import timing
from speechlint.run.timing import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.commands.arguments import Given
    from speechlint.commands.fixing import Done
    from speechlint.files.writing import Cleared
    from speechlint.project.plan import Project
    from speechlint.result import Trouble

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
    if given.flag("--watch"):
        from speechlint.commands.watching import watch

        return watch(given, check)
    return check(given)


def check(given: Given) -> int:
    """One run; its exit status."""
    if given.last("--cache-dir"):
        cache.move(given.last("--cache-dir") or "")
    project = wanted.project(given)
    found = sources.find(given.words, given.language)
    drafts = chosen(found, project, given)
    if given.flag("--show-files"):
        output.write("\n".join(map(harmless, drafts)))
        return _told(found.errors)
    first = project.plan(place(drafts[0], given) if drafts else "")
    view = telling.view_of(first, given)
    if given.flag("--show-config"):
        from speechlint.commands.settings import shown

        output.write(shown(first, drafts[0] if drafts else None))
        return _told(found.errors)
    to = _targets(drafts, project, given)
    fixed = _fixed(drafts, project, given)
    unread = found.errors if fixed is None else (*found.errors, *fixed.errors)
    if fixed and (given.flag("--fix-only") or given.flag("--diff") or sources.STDIN in drafts):
        if not given.flag("--quiet"):
            output.note_left_out((*fixed.left_out, *found.left_out), view.lang)
        return _told(unread) or int(_counts(fixed, given))
    if given.flag("--timing"):
        timing.start()
    with Step("read"):
        read, errors = contents(drafts, project, given)
    told = telling.report(read, (*unread, *errors), found.left_out, to, project, view, given)
    if given.flag("--timing"):
        print(timing.table(view.lang), file=sys.stderr)
    regex.keep()
    modules.keep()
    dictionary = sys.modules.get("speechlint.document.dictionary")
    if dictionary:
        dictionary.keep()
    if told.unread:
        return 2
    return int((told.failed and not given.flag("--exit-zero")) or _counts(fixed, given))


def _targets(drafts: Sequence[str], project: Project, given: Given) -> dict[str, Cleared | None]:
    if not given.flag("--output-file") and not given.flag("--also"):
        return {wanted.report_format(given): None}
    from speechlint.commands import targets

    return targets.cleared(drafts, project, given)


def _fixed(drafts: list[str], project: Project, given: Given) -> Done | None:
    """What was fixed; None where nothing was to be."""
    if not any(name in given.values for name in FIXING):
        return None
    from speechlint.commands import fixing

    return fixing.fix_all(drafts, project, given, place)


def _counts(fixed: Done | None, given: Given) -> bool:
    """Whether what was fixed, or would be, fails the run."""
    wanted = given.flag("--exit-non-zero-on-fix") or given.flag("--diff")
    return bool(fixed and fixed.settled and wanted and not given.flag("--exit-zero"))


def _told(errors: tuple[Trouble, ...]) -> int:
    for trouble in errors:
        output.note(f"{trouble.path}: {trouble.message}")
    return 2 if errors else 0
