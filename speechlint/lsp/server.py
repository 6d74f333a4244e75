"""The server: what the editor says comes in here, and what is known of the drafts goes out."""

from __future__ import annotations

import asyncio
import logging
import os
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from speechlint import Layer, Project, __version__, check
from speechlint.api.editing import check_lines, line_rules
from speechlint.errors import SpeechlintError, bug, reason
from speechlint.lsp import shown, watching
from speechlint.lsp.checker import Checker, StaleError
from speechlint.lsp.client import Client, language
from speechlint.lsp.drafts import Draft, Told, path_of
from speechlint.lsp.protocol import Protocol, Written, dumps

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint.lsp.drafts import Now

log = logging.getLogger(__name__)
LONG = 60_000  # characters above which a draft is checked in two steps
_PAUSE = 0.5  # seconds without an edit after which a long draft rests
_LOOK = 1.5  # seconds between looks at the files beside the drafts
_Made = TypeVar("_Made")


class Server(LanguageServer):
    """One client, its drafts, and the thread that checks them. All but ``_check`` runs in the thread of the loop."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("speechlint", __version__, protocol_cls=Protocol)
        self.drafts: dict[str, Draft] = {}
        self.client = Client()
        self.lang = "zh"
        self.project = Project()
        self.checker = Checker(self._check)
        self.status = 1  # of the process, unless it is told to shut down
        self._waiting: dict[str, list[asyncio.Future[None]]] = {}
        self._told = ""
        self._results = count(1)
        self._resting: dict[str, asyncio.TimerHandle] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def units(self) -> str:
        """What columns are counted in, as agreed on with the client."""
        return types.PositionEncodingKind(self.server_capabilities.position_encoding or "utf-16").value

    def begin(self, params: types.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        self.client = Client.of(params.capabilities)
        self.lang = language(params.locale)
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
        if self.client.pulls:
            self._ask_to_ask()

    def _ask_to_ask(self) -> None:
        if self.client.refreshes:
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
            self._stir(uri)

    def _diagnostics(self, draft: Draft) -> str:
        return shown.diagnostics(draft, self.units, related=self.client.related)

    def asked(self, draft: Draft, known: str | None) -> Written:
        """What a client that asks for diagnostics is told; no more than that they are as before, where it has them."""
        told = self._diagnostics(draft)
        if told != draft.told.json:
            draft.told = Told(str(next(self._results)), told)
        elif known == draft.told.id:
            return Written(f'{{"kind":"unchanged","resultId":"{known}"}}')
        return Written(f'{{"kind":"full","resultId":"{draft.told.id}","items":{told}}}')

    async def checked(self, draft: Draft) -> None:
        """Waits until the draft has been checked as it is by then: who asks is not told anew by himself."""
        if draft.checked is not draft.text and draft.is_open:
            settled = asyncio.get_running_loop().create_future()
            self._waiting.setdefault(draft.uri, []).append(settled)
            await settled

    def changed(self, draft: Draft) -> None:
        """A draft was edited: it is checked at once; a long one where it was edited, and all of it when it rests."""
        if len(draft.text) > LONG:
            draft.rests = False
            self._stir(draft.uri)
        self.checker.want(draft)

    def _stir(self, uri: str) -> None:
        timer = self._resting.pop(uri, None)
        if timer:
            timer.cancel()

    def _rest(self, draft: Draft) -> None:
        draft.rests = True
        self.checker.want(draft)

    def _check(self, draft: Draft, now: Now, between: Callable[[], None]) -> None:
        """In the thread that checks."""
        accept: Callable[[], None] = partial(draft.accept, now.text, "", ())
        trouble = ""
        try:
            accept = self._found(draft, now, between)
        except StaleError:
            raise
        except Exception as why:
            trouble = self._told_of(why)
        assert self._loop
        self._loop.call_soon_threadsafe(self._accept, draft, accept, trouble)

    def _told_of(self, why: Exception) -> str:
        """Why a draft could not be checked, in words for who writes it."""
        if isinstance(why, SpeechlintError):
            return why.told(self.lang)
        log.error("not checked", exc_info=why)
        return (reason(why) if isinstance(why, OSError) else bug(why))[self.lang == "en"]

    def _found(self, draft: Draft, now: Now, between: Callable[[], None]) -> Callable[[], None]:
        """How the draft is told what is found in it."""
        project, path, source = self.project, draft.path, now.text.source
        if project.config(path).excludes(path):
            return partial(draft.accept, now.text, "", ())
        if not draft.rests and draft.checked and now.edited and now.reading is not None:
            span, findings = check_lines(path, source, now.edited, now.reading, project)
            return partial(
                draft.accept_lines, now.text, span, line_rules(path, project), shown.each(findings)
            )
        done = check(path, source, project, between=between)
        between()
        reading = done.doc.text
        done.doc.forget_views()
        return partial(draft.accept, now.text, reading, shown.each(done.findings))

    def _accept(self, draft: Draft, accept: Callable[[], None], trouble: str) -> None:
        if trouble and trouble != self._told:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, trouble))
        self._told = trouble
        if self.drafts.get(draft.uri) is not draft:
            return
        accept()
        if draft.checked is draft.text:
            self._settle(draft)
            if not draft.rests and self._loop:
                self._stir(draft.uri)
                self._resting[draft.uri] = self._loop.call_later(_PAUSE, self._rest, draft)
        else:
            self.checker.want(draft)
        if not self.client.pulls:
            self.publish(draft)
        elif len(draft.text) > LONG and draft.rests:
            self._ask_to_ask()

    def _settle(self, draft: Draft) -> None:
        for settled in self._waiting.pop(draft.uri, ()):
            if not settled.done():
                settled.set_result(None)

    def publish(self, draft: Draft) -> None:
        about = dumps({"uri": draft.uri, "version": draft.version})
        told = f'{about[:-1]},"diagnostics":{self._diagnostics(draft)}}}'
        self.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, told)

    def report_server_error(self, error: Exception, source: object) -> None:
        """What went wrong is for the log; nobody who writes wants a window about it."""
        log.error("%s: %s", getattr(source, "__name__", source), error)
