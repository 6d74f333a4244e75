"""The protocol as pygls speaks it, but for three things: drafts are kept by us, nonsense is answered, diagnostics are written by us."""

from __future__ import annotations

import json
import logging
import os
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

log = logging.getLogger(__name__)
dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))  # half as long as escaped


class Written(NamedTuple):
    """An answer that is JSON already: pygls would go through all of it once more."""

    json: str


class Protocol(LanguageServerProtocol):
    """Without the copies of documents that pygls keeps: it ends lines where no editor does (U+2028, U+0085)."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def structure_message(self, data: dict[str, Any]) -> Any:
        """As pygls, and a request that makes no sense is told so."""
        try:
            return super().structure_message(data)
        except JsonRpcException as why:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=why.to_response_error())
            raise

    def tell(self, method: str, params: str) -> None:
        """Sends a notification whose ``params`` are JSON."""
        self._write(f'{{"jsonrpc":"{self.VERSION}","method":{dumps(method)},"params":{params}}}')

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        if error is None and isinstance(result, Written):
            self._result_types.pop(msg_id, None)
            self._write(f'{{"jsonrpc":"{self.VERSION}","id":{dumps(msg_id)},"result":{result.json}}}')
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, json: str) -> None:
        body = json.encode("utf-8", "replace")
        if self.writer:
            self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def handle_message(self, message: Any) -> None:
        if not hasattr(message, "jsonrpc"):
            raise JsonRpcInvalidRequest(f"no JSON-RPC message: {message!r:.80}")
        super().handle_message(message)


class Output:
    """Standard output; once nobody reads it, there is no one to serve."""

    def __init__(self, to: BinaryIO) -> None:
        self._to = to

    def write(self, data: bytes) -> None:
        try:
            self._to.write(data)
            self._to.flush()
        except (OSError, ValueError):
            log.warning("the client has gone")
            os._exit(1)

    def flush(self) -> None:
        """All is written as it comes."""

    def close(self) -> None:
        self._to.close()
