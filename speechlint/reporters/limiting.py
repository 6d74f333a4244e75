"""A run with its gravest findings alone, for reports that are to stay short; all are counted."""

from __future__ import annotations

from speechlint.findings import Findings
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.gravity import gravity

if TYPE_CHECKING:
    from speechlint.finding import Severity
    from speechlint.result import Run


def limited(run: Run, most: int, least: Severity) -> Run:
    """The ``most`` gravest findings of the run, in their places; how many more are at ``least`` so grave is told."""
    every = [
        (gravity(finding), at, number, finding)
        for at, result in enumerate(run.results)
        for number, finding in enumerate(result.findings)
        if not finding.muted_by and finding.severity >= least
    ]
    kept = {(at, number) for _, at, number, _ in sorted(every)[:most]}
    results = [
        result._replace(
            findings=Findings.part(
                [one for number, one in enumerate(result.findings) if one.muted_by or (at, number) in kept],
                result.findings.tally,
            )
        )
        for at, result in enumerate(run.results)
    ]
    return run._replace(results=tuple(results), unlisted=len(every) - len(kept))
