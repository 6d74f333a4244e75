"""Checks all drafts of a run, in one process or several: each by ``check_document``."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import Checked, attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.project.plan import Project
    from speechlint.project.wanted import Wanted
    from speechlint.result import Trouble
    from speechlint.run.kept import Kept
    from speechlint.run.one import Draft


def check_all(
    drafts: Sequence[Draft], kept: Kept, project: Project, wanted: Wanted, jobs: str | None = "1"
) -> Iterator[Checked | Trouble]:
    """Checks each draft, in order; one that fails does not hold the others up.

    ``jobs`` is how many processes to use: a number, or ``auto`` (also None) for as many as pay.
    Raises ``ConfigError``, ``RuleError``, ``UsageError``.
    """
    elsewhere = {} if jobs == "1" or len(drafts) < 2 else _elsewhere(drafts, kept, wanted, project, jobs)
    for at, draft in enumerate(drafts):
        if at in elsewhere:
            one = next(elsewhere[at])
            if isinstance(one, Checked):
                kept.keep(draft, one)
        else:
            one = attempt(draft.path, project.lang, lambda draft=draft: kept.check(draft))  # type: ignore[misc]
            if isinstance(one, Checked):
                one.doc.forget_views()
        yield one


def _elsewhere(
    drafts: Sequence[Draft], kept: Kept, wanted: Wanted, project: Project, jobs: str | None
) -> dict[int, Iterator[Checked | Trouble]]:
    """Where the results of other processes come from, by the number of the draft; none where starting them does not pay."""

    from speechlint.run import workers

    unknown = [at for at, one in enumerate(drafts) if not kept.has(one)]
    sent = [drafts[at] for at in unknown]
    processes = workers.number(jobs, sent)
    return (
        dict.fromkeys(unknown, workers.check_all(sent, processes, wanted, project)) if processes > 1 else {}
    )
