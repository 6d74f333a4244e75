"""A client as small as one can be: it speaks the protocol with a server in a process of its own."""

from __future__ import annotations

import contextlib
import itertools
import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

Message = dict[str, Any]
SECONDS = 30  # to wait for what must come


class Client:
    """A server that was started, and what it has said. Not thread-safe."""

    def __init__(self, *command: str) -> None:
        argv = command or (sys.executable, "-m", "speechlint.lsp")
        self.process = subprocess.Popen(
            argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self._ids = itertools.count(1)
        self._came: queue.Queue[Message] = queue.Queue()
        self.kept: list[Message] = []
        self.log: list[bytes] = []
        self._listeners = [
            threading.Thread(target=listen, daemon=True) for listen in (self._listen, self._listen_to_errors)
        ]
        for listener in self._listeners:
            listener.start()

    def _listen(self) -> None:
        out = self.process.stdout
        assert out
        while True:
            size = 0
            while (line := out.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
            if not size:
                return
            self._came.put(json.loads(out.read(size)))

    def _listen_to_errors(self) -> None:
        assert self.process.stderr
        self.log.extend(self.process.stderr)

    def raw(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: Any) -> None:
        body = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method: str, params: Any = None) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any = None) -> int:
        """Sends a request and does not wait; its number."""
        number = next(self._ids)
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return number

    def answer(self, number: int) -> Message:
        return self.next(lambda one: one.get("id") == number and "method" not in one)

    def request(self, method: str, params: Any = None) -> Any:
        answer = self.answer(self.ask(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def next(self, wanted: Any) -> Message:
        """The first message, of those not taken yet, that is wanted."""
        for at, one in enumerate(self.kept):
            if wanted(one):
                return self.kept.pop(at)
        while True:
            one = self._came.get(timeout=SECONDS)
            if wanted(one):
                return one
            self.kept.append(one)

    def start(self, *, units: str = "utf-16", folder: Path | None = None, **more: Any) -> Any:
        """Shakes hands; what the server can do."""
        capabilities: dict[str, Any] = {
            "general": {"positionEncodings": [units]} if units else {},
            "workspace": {"workspaceEdit": {"documentChanges": True}, "applyEdit": True},
            "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
        }
        for part, values in more.pop("capabilities", {}).items():
            capabilities[part] = {**capabilities.get(part, {}), **values}
        uri = folder.as_uri() if folder else None
        folders = [{"uri": uri, "name": "folder"}] if uri else None
        params = {
            "processId": None,
            "rootUri": uri,
            "workspaceFolders": folders,
            "capabilities": capabilities,
        }
        told = self.request("initialize", {**params, **more})
        self.notify("initialized", {})
        return told["capabilities"]

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: Any) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def published(self, uri: str, version: int | None) -> list[Message]:
        """The diagnostics of a version that are sent unasked."""

        def wanted(one: Message) -> bool:
            params = one.get("params") or {}
            return (
                one.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == uri
                and params.get("version") == version
            )

        return list(self.next(wanted)["params"]["diagnostics"])

    def stop(self) -> int:
        """Says goodbye; the status of the process."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(SECONDS)

    def close(self) -> None:
        """Ends the process, however it is."""
        self.process.kill()
        self.process.wait()
        for listener in self._listeners:
            listener.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe
            with contextlib.suppress(OSError):
                pipe.close()


def put(line: int, start: int, end: int, text: str) -> Message:
    """A change within one line."""
    return {
        "range": {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}},
        "text": text,
    }
