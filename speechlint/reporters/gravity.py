"""What to read first: the gravest findings, and of these what would be worst on the platform."""

from __future__ import annotations

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.entries import place
from speechlint.reporters.families import family
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import WORDS
from speechlint.reporters.wrap import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document
    from speechlint.finding import Finding, Severity
    from speechlint.result import Run, View

_FIRST = 5

# A wrong formulation or an empty place is heard by everybody; the text of a web site is seen when one reads.
_FAMILIES = "SLG PLH ELI LEK CNT FIG NUM TYP DUP WMK ENC PAR PUN SPC SYS"


def gravity(finding: Finding) -> tuple[int, int, str]:
    """The lesser, the graver; findings of one rule stay together."""
    return -finding.severity, _rank(finding.code), finding.code


@lru_cache(maxsize=512)
def _rank(code: str) -> int:
    return _FAMILIES.find(family(code)) % (len(_FAMILIES) + 1)  # the last, where it is not among them


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """By gravity; where that is the same, in the order they have."""
    return sorted(findings, key=gravity)


def first_ones(run: Run, least: Severity, view: View) -> Iterator[str]:
    """A line for each of the gravest findings of a run, no two of one rule."""
    words = WORDS[view.lang]
    first: dict[str, tuple[Document, Finding]] = {}
    for result in run.results:
        for finding in result.findings:
            if finding.severity >= least and not finding.muted_by:
                known = first.get(finding.code)
                if known is None or finding.severity > known[1].severity:
                    first[finding.code] = result.doc, finding
    yield ""
    yield words.first
    for doc, finding in sorted(first.values(), key=lambda one: gravity(one[1]))[:_FIRST]:
        path = f"{visible(readable(doc.path))}:" if len(run.results) > 1 else ""
        told = f"{path}{place(doc, finding)} {words.labels[finding.severity]} {visible(finding.message)}"
        yield f"  {cut(told, view.width - 2) if view.wrap else told}"
