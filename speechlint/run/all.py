"""Contents → findings of a run, with one process or several."""

from __future__ import annotations

from speechlint import reporters
from speechlint.commands import wanted
from speechlint.errors import BEFALLS_ALL, ReadError
from speechlint.finding import Severity
from speechlint.quick.numbers import HUGE
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import read
from speechlint.reporters import output
from speechlint.result import LeftOut, Run, Trouble, fault
from speechlint.run import workers
from speechlint.run.one import judged, key
from speechlint.run.timing import Stage
from speechlint.run.useless import useless
from speechlint.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.plan import Plan, Project
    from speechlint.quick.typing import Any
    from speechlint.result import Result, View
    from speechlint.run.workers import Task


class Judged(NamedTuple):
    """A finished run, and whether a finding is grave enough to fail it."""

    run: Run
    failed: bool


def judge(
    tasks: list[Task],
    unread: Sequence[Trouble],
    left_out: Sequence[LeftOut],
    project: Project,
    view: View,
    given: Given,
) -> Judged:
    place = tasks[0].place if tasks else ""
    docs, read_tasks, errors = _documents(tasks, project, given)
    tasks.clear()
    arrived = _ahead(docs, read_tasks, project, view, given)
    del read_tasks  # the bytes are not needed any more
    results: list[Result] = []
    passed: list[LeftOut] = []
    failed = False
    reached = -1
    for at, doc in enumerate(_tracked(docs, len(docs), given)):
        while reached < at:
            reached = next(arrived, len(docs))
        try:
            result = _judged(doc, project, view, given)
        except BEFALLS_ALL:
            raise
        except Exception as why:  # whatever it is, the other drafts are not held up
            errors.append(fault(doc.path, why, project.plan(doc.path).settings.lang))
            continue
        if result.outcome:
            passed.append(LeftOut(doc.path, result.outcome))
            doc.forget_views()
            continue
        failed = failed or _fails(result.findings, project.plan(doc.path))
        results.append(result)
        doc.forget_views()
    idle = tuple(useless(project, results))
    as_of = project.plan(place).settings.as_of
    troubles = tuple(dict.fromkeys((*unread, *errors)))
    return Judged(Run((*results, *idle), troubles, as_of, (*passed, *left_out)), failed)


def _judged(doc: Document, project: Project, view: View, given: Given) -> Result:
    """What is found in a draft, and, of one that fits in memory, what is said of it."""
    with Stage("lint"):
        result = judged(doc, project)
    told = getattr(result.findings, "told", None)
    if told is None and len(doc.source) <= HUGE:
        with Stage("report"):
            told = reporters.of_draft(wanted.report_format(given), doc, result.findings, view)
    return result._replace(told=told)


def _documents(
    tasks: list[Task], project: Project, given: Given
) -> tuple[list[Document], list[Task], list[Trouble]]:
    """The drafts that are text, and their bytes."""
    docs: list[Document] = []
    errors: list[Trouble] = []
    read_tasks: list[Task] = []
    for task in tasks:
        try:
            docs.append(read(*task, given.last("--encoding")))
            read_tasks.append(task)
        except ReadError as why:
            errors.append(Trouble(task.place, why.told(project.plan(task.place).settings.lang)))
    return docs, read_tasks, errors


def _ahead(
    docs: list[Document], tasks: list[Task], project: Project, view: View, given: Given
) -> Iterator[int]:
    """Lint what is not known yet in several processes, where that pays; the numbers of the drafts as they come."""
    if len(docs) < 2 or given.last("--jobs") == "1" or given.flag("--timing"):
        return
    assert project.results
    keys = [key(doc, project) for doc in docs]
    unknown = [at for at in range(len(docs)) if not project.results.has(keys[at])]
    todo = [tasks[at] for at in unknown]
    jobs = workers.number(given.last("--jobs"), todo)
    if jobs > 1:
        for at, found in zip(unknown, workers.lint_all(todo, jobs, view, given), strict=True):
            if found is not None:
                project.results.keep(docs[at], keys[at], found)
            yield at


def _tracked(drafts: Iterable[Any], number: int, given: Given) -> Iterable[Any]:
    """The drafts, with a progress bar for who sits at a terminal and waits."""
    if number < 2 or given.flag("--quiet") or not output.may_animate():
        return drafts
    from speechlint.reporters.progress import track

    return track(drafts, number)


def _fails(findings: Sequence[Finding], plan: Plan) -> bool:
    if plan.fail_on == "never":
        return False
    least = Severity[plan.fail_on.upper()]
    return any(severity >= least for severity in tally(findings).counts)
