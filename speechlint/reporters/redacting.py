"""A run without the words of its drafts: what a report of it may show to those who must not read them."""

from __future__ import annotations

from speechlint.document import Document
from speechlint.findings import Findings
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.families import family, title

if TYPE_CHECKING:
    from speechlint.finding import Finding
    from speechlint.result import Checked, Run

_WORDS = regex.later(r"[^\n]")


def redacted(run: Run, lang: str) -> Run:
    """The run with each character of a draft as □; findings keep rule, place and length, not their message or fixes."""
    return run._replace(results=tuple([_redacted(result, lang) for result in run.results]))


def _redacted(result: Checked, lang: str) -> Checked:
    doc = Document(result.doc.path, _WORDS.sub("□", result.doc.source), encoding=result.doc.encoding)
    doc.layout = result.doc.layout
    return result._replace(
        doc=doc,
        findings=Findings.part((_without_words(one, lang) for one in result.findings), result.findings.tally),
    )


def _without_words(finding: Finding, lang: str) -> Finding:
    length = finding.span.end - finding.span.start
    called = title(family(finding.code), lang)
    message = f"{called}, {length} characters" if lang == "en" else f"{called}，{length} 字"
    return finding._replace(
        message=message,
        reading="□" * length,
        entry=None,
        fixes=(),
        related=(),
        source="",
        muted_by=finding.muted_by,
    )
