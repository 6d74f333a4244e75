"""The server: what the editor says comes in here, and what is known of the drafts goes out."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from speechlint import Layer, Project, __version__, check
from speechlint.errors import SpeechlintError
from speechlint.lsp import shown, watching
from speechlint.lsp.checker import Checker
from speechlint.lsp.drafts import Draft, path_of
from speechlint.lsp.protocol import Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speechlint import Finding
    from speechlint.lsp.text import Text

log = logging.getLogger(__name__)
_LOOK = 1.5  # seconds between looks at the files beside the drafts
_Made = TypeVar("_Made")


class Server(LanguageServer):
    """One client, its drafts, and the thread that checks them. All but ``_check`` runs in the thread of the loop."""

    def __init__(self) -> None:
        super().__init__("speechlint", __version__, protocol_cls=Protocol)
        self.drafts: dict[str, Draft] = {}
        self.lang = "zh"
        self.project = Project()
        self.checker = Checker(self._check)
        self.status = 1  # of the process, unless it is told to shut down
        self._waiting: dict[str, list[asyncio.Future[None]]] = {}
        self._told = ""
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def units(self) -> str:
        """What columns are counted in, as agreed on with the client."""
        return str(self.server_capabilities.position_encoding or "utf-16")

    def begin(self, params: types.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        self.lang = _lang(params.locale)
        self.configure(params.initialization_options)
        self.forget()

    def configure(self, said: object) -> None:
        """Takes the settings of the editor: ``lang``, by themselves or under ``speechlint``."""
        own = said.get("speechlint", said) if isinstance(said, dict) else None
        lang = own.get("lang") if isinstance(own, dict) else None
        self.lang = lang if lang in ("zh", "en") else self.lang

    def forget(self) -> None:
        """Reads config, rules and judgements anew, and checks all drafts by them."""
        self.project = Project(Layer(lang=self.lang))
        self._told = ""
        for draft in self.drafts.values():
            draft.checked = None
            self.checker.want(draft)

    async def watch(self) -> None:
        """Looks at the files that have a say, and whether the client is still there, now and then, for good."""
        seen: dict[str, tuple[int, int] | None] = {}
        while True:
            now = watching.stamps([draft.path for draft in self.drafts.values()], self.project)
            if any(file in seen and seen[file] != stamp for file, stamp in now.items()):
                self.refresh()
            seen = now
            if self.process_id and not watching.is_there(self.process_id):
                log.warning("the client has gone")
                os._exit(1)
            await asyncio.sleep(_LOOK)

    def refresh(self) -> None:
        """As ``forget``; a client that asks for diagnostics is told to ask again."""
        self.forget()
        workspace = self.client_capabilities.workspace
        can = workspace.diagnostics if workspace else None
        if self.pulls and can and can.refresh_support:
            self.workspace_diagnostic_refresh(None)

    async def do(self, work: Callable[[], _Made]) -> _Made:
        """Has something done in the thread that checks; gives what it gives, raises what it raises."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[_Made] = loop.create_future()

        def settle(made: _Made | None, why: BaseException | None) -> None:
            if done.cancelled():
                return
            if why:
                done.set_exception(why)
            else:
                done.set_result(made)  # type: ignore[arg-type]

        def run() -> None:
            try:
                made = work()
            except Exception as why:
                loop.call_soon_threadsafe(settle, None, why)
            else:
                loop.call_soon_threadsafe(settle, made, None)

        self.checker.do(run)
        return await done

    @property
    def pulls(self) -> bool:
        """Whether the client asks for diagnostics; then none are sent unasked."""
        document = self.client_capabilities.text_document
        return bool(document and document.diagnostic)

    @property
    def versioned(self) -> bool:
        """Whether the client knows edits that hold for one version of a draft."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)

    @property
    def reads_markdown(self) -> bool:
        """Whether the client shows Markdown under the pointer."""
        document = self.client_capabilities.text_document
        told = document.hover.content_format if document and document.hover else None
        return types.MarkupKind.Markdown in (told or ())

    @property
    def can_watch(self) -> bool:
        """Whether the client watches files for us."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        return bool(watched and watched.dynamic_registration)

    @property
    def _shows_related(self) -> bool:
        document = self.client_capabilities.text_document
        published = document.publish_diagnostics if document else None
        pulled = document.diagnostic if document else None
        return bool((published and published.related_information) or (pulled and pulled.related_information))

    def folder(self) -> str:
        """Where drafts without a path of their own stand."""
        roots = [to_fs_path(uri) for uri in self.workspace.folders]
        return next(filter(None, roots), None) or self.workspace.root_path or os.getcwd()

    def opened(self, document: types.TextDocumentItem) -> None:
        self.closed(document.uri)
        path = path_of(document.uri, document.language_id, self.folder())
        draft = self.drafts[document.uri] = Draft(document.uri, path, document.version, document.text)
        self.checker.want(draft)

    def closed(self, uri: str) -> None:
        draft = self.drafts.pop(uri, None)
        if draft:
            draft.is_open = False
            self._settle(draft)

    def diagnostics(self, draft: Draft) -> list[types.Diagnostic]:
        return shown.diagnostics(draft, self.units, related=self._shows_related)

    async def checked(self, draft: Draft) -> None:
        """Waits until the draft has been checked as it is now, or as it was a moment ago."""
        if draft.checked is not draft.text and draft.is_open:
            settled = asyncio.get_running_loop().create_future()
            self._waiting.setdefault(draft.uri, []).append(settled)
            await settled

    def _check(self, draft: Draft, text: Text, between: Callable[[], None]) -> None:
        """In the thread that checks."""
        found: Sequence[Finding] = ()
        trouble = ""
        try:
            found = self._found(draft, text, between)
        except SpeechlintError as why:
            trouble = why.told(self.lang)
        except OSError as why:
            trouble = str(why)
        assert self._loop
        self._loop.call_soon_threadsafe(self._accept, draft, text, found, trouble)

    def _found(self, draft: Draft, text: Text, between: Callable[[], None]) -> list[Finding]:
        project = self.project
        if project.config(draft.path).excludes(draft.path):
            return []
        done = check(draft.path, text.source, project, between=between)
        done.doc.forget_views()
        return [one for finding in done.findings if not finding.muted_by for one in finding.each()]

    def _accept(self, draft: Draft, text: Text, found: Sequence[Finding], trouble: str) -> None:
        if trouble and trouble != self._told:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, trouble))
        self._told = trouble
        if self.drafts.get(draft.uri) is not draft:
            return
        draft.accept(text, found)
        if draft.checked is not draft.text:
            self.checker.want(draft)
        self._settle(draft)
        if not self.pulls:
            self.publish(draft)

    def _settle(self, draft: Draft) -> None:
        for settled in self._waiting.pop(draft.uri, ()):
            if not settled.done():
                settled.set_result(None)

    def publish(self, draft: Draft) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(draft.uri, self.diagnostics(draft), draft.version)
        )

    def report_server_error(self, error: Exception, source: object) -> None:
        """What went wrong is for the log; nobody who writes wants a window about it."""
        log.error("%s: %s", getattr(source, "__name__", source), error)


def _lang(locale: str | None) -> str:
    return "en" if locale and locale.lower().startswith("en") else "zh"
