"""Which method of the protocol is done by what."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from speechlint.api.editing import explain, fixes, outline
from speechlint.lsp import actions, ignoring, watching
from speechlint.lsp.drafts import Change
from speechlint.lsp.hover import hover
from speechlint.lsp.server import Server
from speechlint.lsp.shown import offset_of
from speechlint.lsp.symbols import symbols
from speechlint.lsp.text import Position

if TYPE_CHECKING:
    from speechlint.lsp.drafts import Draft
    from speechlint.lsp.protocol import Written

log = logging.getLogger(__name__)


def server() -> Server:
    """A server with all that it can do, before a client has come."""
    made = Server()
    _lifetime(made)
    _texts(made)
    _actions(made)
    _reading(made)
    _watching(made)
    return made


def _lifetime(made: Server) -> None:
    @made.feature(types.INITIALIZE)
    def _(ls: Server, params: types.InitializeParams) -> None:
        ls.begin(params)
        if ls.client.pulls:
            _pulling(ls)

    @made.feature(types.SHUTDOWN)
    def _(ls: Server, _: None) -> None:
        ls.status = 0


def _texts(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.opened(params.text_document)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        draft = ls.drafts.get(params.text_document.uri)
        if draft is None:
            log.warning("changed, but not open: %s", params.text_document.uri)
            return
        draft.change(map(_change, params.content_changes), params.text_document.version, ls.units)
        ls.changed(draft)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.closed(uri)
        if not ls.client.pulls:
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _change(said: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(said, types.TextDocumentContentChangeWholeDocument):
        return Change(None, None, said.text)
    start, end = (Position(one.line, one.character) for one in (said.range.start, said.range.end))
    return Change(start, end, said.text)


def _pulling(made: Server) -> None:
    options = types.DiagnosticOptions(
        identifier="speechlint", inter_file_dependencies=False, workspace_diagnostics=False
    )

    @made.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def _(ls: Server, params: types.DocumentDiagnosticParams) -> Written | dict[str, Any]:
        draft = ls.drafts.get(params.text_document.uri)
        if draft is None:
            return {"kind": "full", "items": []}
        await ls.checked(draft)
        return ls.asked(draft, params.previous_result_id)


def _actions(made: Server) -> None:
    options = types.CodeActionOptions(code_action_kinds=list(actions.KINDS), resolve_provider=True)

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def _(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        draft = ls.drafts.get(params.text_document.uri)
        if draft is None:
            return []
        offered: list[types.CodeAction] = []
        if actions.wants(params.context.only, types.CodeActionKind.QuickFix):
            offered += actions.quick_fixes(draft, params, ls.units, ls.lang, versioned=ls.client.versioned)
        if params.context.only and actions.wants(params.context.only, actions.FIX_ALL):
            made = await _fixed(ls, draft)
            offered += [made] if made.edit else []
        return offered

    @made.feature(types.CODE_ACTION_RESOLVE)
    async def _(ls: Server, params: types.CodeAction) -> types.CodeAction:
        said = params.data if isinstance(params.data, dict) else {}
        draft = ls.drafts.get(str(said.get("uri")))
        return await _fixed(ls, draft) if draft else params

    @made.command(actions.IGNORE)
    async def _(ls: Server, said: Any) -> None:
        await ignoring.ignore(ls, said)

    @made.command(actions.FIX_ALL_COMMAND)
    async def _(ls: Server, uri: Any) -> None:
        draft = ls.drafts.get(str(uri))
        made = await _fixed(ls, draft) if draft else None
        if made and made.edit:
            ls.workspace_apply_edit(types.ApplyWorkspaceEditParams(made.edit, made.title))


async def _fixed(ls: Server, draft: Draft) -> types.CodeAction:
    """All safe fixes of a draft, as edits of what it is by then."""
    made, text, project = actions.fix_all(draft, ls.lang), draft.text, ls.project
    edits = await ls.do(lambda: fixes(draft.path, text.source, project))
    now = draft.rebased(text, edits)
    if now:
        made.edit = actions.workspace_edit(draft, now, ls.units, versioned=ls.client.versioned)
    return made


def _reading(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def _(ls: Server, params: types.HoverParams) -> types.Hover | None:
        draft = ls.drafts.get(params.text_document.uri)
        if draft is None:
            return None

        def page(name: str) -> str:
            return explain(name, draft.path, ls.project, ls.lang)

        offset = offset_of(draft.text, params.position, ls.units)
        return hover(draft, offset, ls.units, page, markdown=ls.client.markdown)

    @made.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def _(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        draft = ls.drafts.get(params.text_document.uri)
        if draft is None:
            return []
        text, found = draft.text, list(draft.findings)
        headings = await ls.do(lambda: outline(draft.path, text.source, found))
        return symbols(headings, text, ls.units, ls.lang)


def _watching(made: Server) -> None:
    @made.feature(types.INITIALIZED)
    async def _(ls: Server, _: types.InitializedParams) -> None:
        if ls.client.watches:
            ls.client_register_capability(watching.registration())
        await ls.watch()

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _(ls: Server, _: types.DidChangeWatchedFilesParams) -> None:
        ls.refresh()

    @made.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def _(ls: Server, params: types.DidChangeConfigurationParams) -> None:
        ls.configure(params.settings)
        ls.refresh()
