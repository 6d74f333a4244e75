"""What can be done about a finding: its fixes, all safe ones at once, noting that it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from speechlint import Edit, Span
from speechlint.lsp.shown import offset_of, range_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint import Finding, Fix
    from speechlint.lsp.drafts import Draft

FIX_ALL = "source.fixAll.speechlint"
IGNORE = "speechlint.ignore"
FIX_ALL_COMMAND = "speechlint.fixAll"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
_WORDS = {
    "zh": (
        "改为“{}”",
        "删去“{}”",
        "合拢",
        "改掉全部稳妥的问题",
        "这一处不必改（{}）：记下理由",
        "这里写理由",
    ),
    "en": (
        *("change to “{}”", "delete “{}”", "close up", "fix all that is safe to fix"),
        *("this place is right ({}): note why", "reason"),
    ),
}
_SHOWN = 40  # characters of a title


def wants(only: Sequence[str] | None, kind: str) -> bool:
    """Whether a client that asks for ``only`` these kinds asks for one; a kind stands for those below it."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)


def quick_fixes(
    draft: Draft, params: types.CodeActionParams, units: str, lang: str, *, versioned: bool
) -> Iterator[types.CodeAction]:
    """The fixes of the findings that a range touches, then the ways to say that they are right."""
    there = list(_touched(draft, params.range, units))
    told = {id(one): _meant(draft, one, params.context.diagnostics, units) for one in there}
    for finding in there:
        for fix in finding.fixes:
            yield types.CodeAction(
                title=_title(draft, finding, fix, lang),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=told[id(finding)],
                is_preferred=(fix.safe and len(finding.fixes) == 1) or None,
                edit=workspace_edit(draft, fix.edits, units, versioned=versioned),
            )
    for finding in there:
        for action in _ignoring(draft, finding, units, lang, versioned=versioned):
            action.diagnostics = told[id(finding)]
            yield action


def _meant(
    draft: Draft, finding: Finding, shown: Sequence[types.Diagnostic], units: str
) -> list[types.Diagnostic] | None:
    """The diagnostics of a finding, of those that the client says are there."""
    starts = {place.start for place in finding.places}
    return [
        one
        for one in shown
        if one.code == finding.code and offset_of(draft.text, one.range.start, units) in starts
    ] or None


def fix_all(draft: Draft, lang: str) -> types.CodeAction:
    """All safe fixes; the edits are made when it is chosen."""
    return types.CodeAction(title=_WORDS[lang][3], kind=FIX_ALL, data={"uri": draft.uri})


def workspace_edit(
    draft: Draft, edits: Iterable[Edit], units: str, *, versioned: bool
) -> types.WorkspaceEdit:
    """The edits of a draft as it is now; where it is ``versioned``, of no other."""
    made = [types.TextEdit(range_of(draft.text, edit.span, units), edit.text) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={draft.uri: made})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=draft.uri, version=draft.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(made))])


def _touched(draft: Draft, asked: types.Range, units: str) -> Iterator[Finding]:
    start, end = (offset_of(draft.text, one, units) for one in (asked.start, asked.end))
    for finding in draft.findings:
        if any(place.start <= end and start <= place.end for place in finding.places):
            yield finding


def _title(draft: Draft, finding: Finding, fix: Fix, lang: str) -> str:
    if fix.title:
        return fix.title
    change, delete, close, *_ = _WORDS[lang]
    words = _rewritten(draft, finding, fix)
    if words.strip():
        return change.format(_short(words))
    gone = draft.text.source[slice(*fix.edits[0].span)]
    return delete.format(_short(gone)) if gone.strip() else close


def _rewritten(draft: Draft, finding: Finding, fix: Fix) -> str:
    """What the words of a finding are after a fix; else what its first edit puts in."""
    start, end = finding.span
    own = sorted(edit for edit in fix.edits if start <= edit.span.start and edit.span.end <= end)
    if not own:
        return fix.edits[0].text
    if not any(edit.text for edit in own):
        return ""
    parts, at = [], start
    for edit in own:
        parts += [draft.text.source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*parts, draft.text.source[at:end]))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _ignoring(
    draft: Draft, finding: Finding, units: str, lang: str, *, versioned: bool
) -> Iterator[types.CodeAction]:
    title = _WORDS[lang][4].format(finding.selector)
    place = range_of(draft.text, finding.span, units)
    said = {
        "uri": draft.uri,
        "code": finding.selector,
        "line": place.start.line,
        "character": place.start.character,
    }
    yield types.CodeAction(
        title=f"{title} .speechlint-ignore.yaml",
        kind=types.CodeActionKind.QuickFix,
        command=types.Command(title=title, command=IGNORE, arguments=[said]),
    )
    if draft.path.lower().endswith((".md", ".markdown")):
        comment = f"<!-- speechlint: ignore {finding.selector} {_WORDS[lang][5]} -->\n"
        at = offset_of(draft.text, types.Position(place.start.line, 0), units)
        yield types.CodeAction(
            title=f"{title} <!-- -->",
            kind=types.CodeActionKind.QuickFix,
            edit=workspace_edit(draft, [Edit(Span(at, at), comment)], units, versioned=versioned),
        )
