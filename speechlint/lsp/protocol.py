"""The protocol as pygls speaks it, but for two things: drafts are kept by us, and nonsense is answered."""

from __future__ import annotations

import json
import logging
import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

log = logging.getLogger(__name__)


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

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Sends a notification that is plain data."""
        body = json.dumps({"jsonrpc": self.VERSION, "method": method, "params": params}).encode()
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
