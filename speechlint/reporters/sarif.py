"""SARIF 2.1.0, which code hosts and their viewers read: rules, places, fixes, and what people have judged."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from speechlint import __version__
from speechlint.document.outcome import reason
from speechlint.document.span import CHAR, UTF16
from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import of_draft
from speechlint.reporters.families import family, title
from speechlint.reporters.json import dumped
from speechlint.reporters.paths import inside
from speechlint.reporters.rulepages import pages
from speechlint.reporters.terminal import readable, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Span
    from speechlint.document.columns import Columns
    from speechlint.finding import Finding, Fix, Mute
    from speechlint.quick.typing import Any
    from speechlint.reporters.diagnostics import Diagnostic
    from speechlint.reporters.rulepages import Page
    from speechlint.result import Run, View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {CHAR: "unicodeCodePoints", UTF16: "utf16CodeUnits"}  # all that the format knows
_NO_JUDGEMENT = "unchanged"  # a line that was not changed is none of this run's


def lines(run: Run, view: View) -> Iterator[str]:
    """One log of one run; columns are UTF-16 units, which viewers assume, or code points where asked."""
    unit = view.column_unit if view.column_unit in _KINDS else UTF16
    told = [
        one
        for result in run.results
        for one in of_draft(result, view, unit, muted=True)
        if not one.finding.muted_by or one.finding.muted_by.kind != _NO_JUDGEMENT
    ]
    codes = sorted({one.finding.code for one in told})
    yield dumped(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run, view, told, codes, unit)]}, indent=1
    )


def _run(run: Run, view: View, told: Sequence[Diagnostic], codes: list[str], unit: str) -> dict[str, Any]:
    known = pages(codes, run.packs)
    findings = {one.finding.code: one.finding for one in told}
    driver = {
        "name": "speechlint",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en" if view.lang == "en" else "zh-CN",
        "rules": [_rule(findings[code], known.get(code), view.lang) for code in codes],
    }
    return {
        "tool": {"driver": driver},
        "columnKind": _KINDS[unit],
        "invocations": [_invocation(run, view.lang)],
        "artifacts": [
            {"location": _artifact(result.doc.path), "encoding": result.doc.encoding}
            for result in run.results
        ],
        "results": [_result(one, codes.index(one.finding.code)) for one in told],
    }


def _rule(finding: Finding, page: Page | None, lang: str) -> dict[str, Any]:
    short = page.title if page and lang == "zh" else finding.name.replace("-", " ")
    made: dict[str, Any] = {
        "id": finding.code,
        "name": "".join(part.capitalize() for part in finding.name.split("-")),
        "shortDescription": {"text": short},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [title(family(finding.code), lang)]},
    }
    if page:
        made["fullDescription"] = {"text": page.why if lang == "zh" else short}
        text = page.told(finding.code, lang)
        made["help"] = {"text": text, "markdown": text.replace("\n", "\n\n")}
        made["properties"]["grade"] = page.grade
    return made


def _invocation(run: Run, lang: str) -> dict[str, Any]:
    notes = [(one.path, "error", one.message) for one in run.errors]
    notes += [(one.path, "note", reason(one.outcome, lang)) for one in run.left_out]
    return {
        "executionSuccessful": not run.errors,
        "toolExecutionNotifications": [
            {
                "level": level,
                "message": {"text": readable(message)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
            }
            for path, level, message in notes
        ],
    }


def _result(told: Diagnostic, rule: int) -> dict[str, Any]:
    finding = told.finding
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": told.message},
        "locations": [_location(told, told.span)],
        "relatedLocations": [
            {"id": number, **_location(told, other.span), "message": {"text": visible(other.message)}}
            for number, other in enumerate(finding.related, 1)
        ],
        # the second is what GitHub goes by: it keeps a judgement where the sentence moves
        "partialFingerprints": {
            "speechlint/v1": told.fingerprint,
            "primaryLocationLineHash": told.fingerprint,
        },
        "fixes": [_fix(told, fix) for fix in told.fixes],
        "suppressions": [_suppression(finding.muted_by)] if finding.muted_by else [],
        "properties": {"selector": finding.selector, "grade": finding.grade},
    }


def _suppression(mute: Mute) -> dict[str, Any]:
    kind = "inSource" if mute.kind == "comment" else "external"
    return {"kind": kind, "status": "accepted", "justification": mute.reason or f"{mute.kind}: {mute.where}"}


def _location(told: Diagnostic, span: Span) -> dict[str, Any]:
    region = {**_region(told.columns, span), "snippet": {"text": told.doc.source[slice(*span)]}}
    return {"physicalLocation": {"artifactLocation": _artifact(told.doc.path), "region": region}}


def _region(columns: Columns, span: Span) -> dict[str, int]:
    start, end = columns.place(span.start), columns.place(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(told: Diagnostic, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(told.columns, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    changes = [{"artifactLocation": _artifact(told.doc.path), "replacements": replacements}]
    return {"description": {"text": fix.title or told.message}, "artifactChanges": changes}


def _artifact(path: str) -> dict[str, str]:
    """Seen from the current folder, where a host has the top of the repository; elsewhere by its whole address."""
    seen = inside(path)
    if seen is None:
        return {"uri": Path(path).absolute().as_uri()}
    return {"uri": quote(seen), "uriBaseId": "%SRCROOT%"}
