"""Runs made by hand: what a reporter is given, without any rule having run."""

from __future__ import annotations

from conftest import unmarked

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.finding import Finding, Severity
from speechlint.findings import Findings
from speechlint.result import Checked, Run, Trouble, View

TODAY = AsOf("2026-11-20", "today")
ERROR = Finding(
    "稿.txt",
    "PLH001",
    "unfilled-session",
    Severity.ERROR,
    "“X届”没有填",
    Span(0, 0),
    "",
    source="约定",
    grade="convention",
)


def result(marked: str, like: Finding = ERROR, path: str = "稿.txt") -> Checked:
    """A draft with one finding like ``like`` at each ``⟦…⟧``."""
    source, spans = unmarked(marked)
    doc = Document(path, source)
    found = Findings(like._replace(path=path, span=span, reading=source[slice(*span)]) for span in spans)
    return Checked(doc, found, TODAY)


def run(*results: Checked, errors: tuple[Trouble, ...] = (), as_of: AsOf = TODAY) -> Run:
    return Run(results, errors, as_of)


PLAIN = View(width=60)
