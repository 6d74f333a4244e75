"""The JSON report: stable, versioned, described by ``report.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from speechlint import __version__
from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.finding import Finding

SCHEMA_VERSION = 1


def report(results: Sequence[tuple[Document, Sequence[Finding]]], as_of: AsOf) -> str:
    counts = {3: 0, 2: 0, 1: 0}
    findings = []
    for doc, found in results:
        for finding in found:
            counts[finding.severity] += 1
            findings.append(_finding(doc, finding))
    return json.dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "speechlint_version": __version__,
            "files": [_file(doc, as_of) for doc, _ in results],
            "errors": [],
            "findings": findings,
            "summary": {"errors": counts[3], "warnings": counts[2], "info": counts[1], "files": len(results)},
        },
        ensure_ascii=False,
        indent=1,
    )


def _file(doc: Document, as_of: AsOf) -> dict[str, Any]:
    return {
        "path": doc.path,
        "encoding": doc.encoding,
        "characters": len(doc.source),
        "as_of": as_of.day,
        "as_of_source": as_of.origin,
    }


def _finding(doc: Document, finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.path,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
        "message": finding.message,
        **_position(doc, finding.span),
        "text": doc.source[finding.span.start : finding.span.end],
        "reading": finding.reading,
        "entry": finding.entry,
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [{**_offsets(edit.span), "text": edit.text} for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
        "occurrences": [_offsets(span) for span in finding.occurrences],
        "related": [
            {"line": place.line, "column": place.column, "message": related.message}
            for related in finding.related
            for place in [doc.place(related.span.start)]
        ],
        "source": finding.source,
    }


def _position(doc: Document, span: Span) -> dict[str, int]:
    start, end = doc.place(span.start), doc.place(span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        **_offsets(span),
    }


def _offsets(span: Span) -> dict[str, int]:
    return {"offset": span.start, "end_offset": span.end}
