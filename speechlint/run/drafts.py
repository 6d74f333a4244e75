"""Checks all drafts of a run, in one process or several: each by ``check_draft``."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.result import Checked, attempt
from speechlint.run import workers

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
    unknown = (
        [] if jobs == "1" or len(drafts) < 2 else [at for at, one in enumerate(drafts) if not kept.has(one)]
    )
    processes = workers.number(jobs, [drafts[at] for at in unknown])
    arriving = iter(
        workers.check_all([drafts[at] for at in unknown], processes, wanted, project) if processes > 1 else ()
    )
    coming = set(unknown) if processes > 1 else set()
    for at, draft in enumerate(drafts):
        if at in coming:
            one = next(arriving)
            if isinstance(one, Checked):
                kept.keep(draft, one)
        else:
            one = attempt(draft.path, project.lang(draft.path), lambda draft=draft: kept.check(draft))  # type: ignore[misc]
            if isinstance(one, Checked):
                one.doc.forget_views()
        yield one
