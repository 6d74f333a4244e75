"""The JSON report: stable, versioned, described by ``report.schema.json``."""

from __future__ import annotations

import json

from speechlint import __version__
from speechlint.document.columns import Columns
from speechlint.document.outcome import reason
from speechlint.document.position import position
from speechlint.document.span import CHAR
from speechlint.finding import Severity
from speechlint.findings import together
from speechlint.judgements.fingerprint import fingerprint
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.families import family, title
from speechlint.reporters.terminal import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Document, Span
    from speechlint.finding import Finding, Fix
    from speechlint.quick.typing import Any
    from speechlint.result import Checked, LeftOut, Run, Trouble, View

SCHEMA_VERSION = 1
_CONTROL = regex.later("[\x7f-\x9f]")


def lines(run: Run, view: View) -> Iterator[str]:
    """One JSON object; findings that are muted are left out."""
    made = {
        **versions(),
        "column_unit": view.column_unit or CHAR,
        "files": [file(result) for result in run.results],
        "skipped": [skipped(one, view.lang) for one in run.left_out],
        "errors": [error(trouble) for trouble in run.errors],
        "findings": [told for result in run.results for told in findings(result, run, view)],
        "summary": summary(run),
    }
    yield dumped(made, indent=1)


def dumped(value: Any, indent: int | None = None) -> str:
    """``value`` as JSON; the controls that JSON leaves as they are (DEL, C1) are escaped too."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def versions() -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "speechlint_version": __version__}


def findings(result: Checked, run: Run, view: View) -> Iterator[dict[str, Any]]:
    """The findings of one draft but for muted ones."""
    columns = Columns(result.doc, view.column_unit or CHAR)
    return (finding(found, columns, run.titles, view) for found in result.findings if not found.muted_by)


def file(result: Checked) -> dict[str, Any]:
    return {
        "path": readable(result.doc.path),
        "encoding": result.doc.encoding,
        "characters": len(result.doc.source),
        "as_of": result.as_of.day,
        "as_of_source": result.as_of.origin,
        "stage": result.phase or None,
    }


def error(trouble: Trouble) -> dict[str, Any]:
    return {"path": readable(trouble.path), "message": readable(trouble.message)}


def skipped(one: LeftOut, lang: str) -> dict[str, Any]:
    return {"path": readable(one.path), "reason": reason(one.outcome, lang)}


def summary(run: Run) -> dict[str, Any]:
    total = together(result.findings.tally for result in run.results)
    return {
        **_by_severity(total.counts),
        "places": _by_severity(total.places),
        "unlisted": run.unlisted,
        "files": len(run.results),
    }


def _by_severity(counts: Mapping[int, int]) -> dict[str, int]:
    names = (("errors", Severity.ERROR), ("warnings", Severity.WARNING), ("info", Severity.INFO))
    return {name: counts.get(severity, 0) for name, severity in names}


def finding(found: Finding, columns: Columns, titles: Mapping[str, str], view: View) -> dict[str, Any]:
    """One finding; ``titles`` are those of the rules in Chinese, by code."""
    doc = columns.doc
    occurrences = found.occurrences[: view.max_occurrences or None]
    return {
        "path": readable(found.path),
        "code": found.code,
        "name": found.name,
        "title": titles.get(found.code, found.name) if view.lang == "zh" else found.name,
        "family": title(family(found.code), view.lang),
        "severity": found.severity.label,
        "message": found.message,
        **_span(columns, found.span),
        **_position(doc, found.span),
        "text": doc.source[found.span.start : found.span.end],
        "reading": found.reading,
        "entry": found.entry,
        "fixes": [_fix(fix, columns) for fix in found.fixes],
        "occurrences": [_span(columns, span) for span in occurrences],
        "occurrences_left_out": len(found.occurrences) - len(occurrences),
        "related": [{**_span(columns, other.span), "message": other.message} for other in found.related],
        "source": found.source,
        "grade": found.grade,
        "also": list(found.also),
        "fingerprint": fingerprint(doc, found),
    }


def _fix(fix: Fix, columns: Columns) -> dict[str, Any]:
    edits = [{**_span(columns, edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _position(doc: Document, span: Span) -> dict[str, Any]:
    where = position(doc, span.start)
    return {
        "paragraph": where.paragraph,
        "place": where.place,
        "headings": list(where.headings),
        "page": where.page,
    }


def _span(columns: Columns, span: Span) -> dict[str, int]:
    start, end = columns.place(span.start), columns.place(span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "offset": span.start,
        "end_offset": span.end,
    }
