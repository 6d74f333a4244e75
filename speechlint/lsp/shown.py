"""Findings as an editor shows them: a diagnostic for each place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lsprotocol import types

from speechlint import Severity
from speechlint.lsp.protocol import dumps
from speechlint.lsp.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint import Finding, Span
    from speechlint.lsp.drafts import Draft
    from speechlint.lsp.text import Text

SOURCE = "speechlint"
MOST = 1_000  # findings of one draft: more than any editor shows
_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 4}  # the last one a hint


def range_of(text: Text, span: Span, units: str) -> types.Range:
    start, end = (text.position(at, units) for at in span)
    return types.Range(types.Position(*start), types.Position(*end))


def offset_of(text: Text, position: types.Position, units: str) -> int:
    return text.offset(Position(position.line, position.character), units)


def each(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are told, each place that is decided by itself apart; of too many, the gravest."""
    every = [one for finding in findings if not finding.muted_by for one in finding.each()]
    if len(every) <= MOST:
        return every
    return sorted(sorted(every, key=lambda one: -one.severity)[:MOST], key=lambda one: one.span)


def diagnostics(draft: Draft, units: str, *, related: bool) -> str:
    """One for each place, as JSON; with ``related`` places, where the client knows what these are.

    They are no objects of pygls, nor dictionaries: to make and write a thousand of those takes longer than the check.
    """
    text, uri = draft.text, dumps(draft.uri)
    told = [
        f"{{{_range(text, place, units)},{_words(one.message, one.severity, one.code)}"
        f"{_related(one, text, uri, units) if related and one.related else ''}}}"
        for one in draft.findings
        for place in one.places
    ]
    return f"[{','.join(told)}]"


def _related(finding: Finding, text: Text, uri: str, units: str) -> str:
    told = [
        f'{{"location":{{"uri":{uri},{_range(text, one.span, units)}}},"message":{dumps(one.message)}}}'
        for one in finding.related
    ]
    return f',"relatedInformation":[{",".join(told)}]'


@lru_cache(maxsize=2 * MOST)
def _words(message: str, severity: Severity, code: str) -> str:
    """What stays as it is wherever the place moves to."""
    told = {"message": message, "severity": _SEVERITIES[severity], "code": code, "source": SOURCE}
    return dumps(told)[1:-1]


def _range(text: Text, span: Span, units: str) -> str:
    (line, at), (last, end) = text.position(span[0], units), text.position(span[1], units)
    return f'"range":{{"start":{{"line":{line},"character":{at}}},"end":{{"line":{last},"character":{end}}}}}'
