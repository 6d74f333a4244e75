"""A server of the page on the loopback interface: it answers whoever has its token, from its own page, by its own name."""

from __future__ import annotations

import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

from speechlint.api.desk import Desk
from speechlint.commands.page_file import SAME, front

HOST = "127.0.0.1"
TOKEN, DESK = "X-Speechlint-Token", "X-Speechlint-Desk"
_MOST = 200_000_000  # bytes of a request
_SHORT, _DIGITS = 65_536, 13
_DESKS = 16  # pages that are open at once; the oldest gives way
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Door:
    """Who is let in to what: the page, and a desk for each page that is open, one request at a time."""

    def __init__(self, page: bytes, name: str) -> None:
        self.page, self.name = page, name
        self.token = secrets.token_urlsafe(32)
        self._desks: dict[str, Desk] = {}
        self._lock = Lock()

    @property
    def address(self) -> str:
        """The token stands behind ``#``: a browser sends that to nobody."""
        return f"http://{self.name}/#token={self.token}"

    def answer(self, desk: str, request: bytes) -> bytes:
        with self._lock:
            known = self._desks.pop(desk) if desk in self._desks else Desk()
            self._desks[desk] = known
            if len(self._desks) > _DESKS:
                del self._desks[next(iter(self._desks))]
            return known.answer(request)


class Server(ThreadingHTTPServer):
    """Listens on a port of the system's choice."""

    daemon_threads = True

    def __init__(self, page: bytes) -> None:
        super().__init__((HOST, 0), Handler)
        self.door = Door(page, f"{HOST}:{self.server_address[1]}")

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that has gone is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """``GET /`` is the page, ``POST /desk`` a request of it."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "speechlint", ""

    def do_GET(self) -> None:
        if not self._is_for_us():
            self._reply(403, b"")
        elif self.path == "/":
            self._reply(200, self.server.door.page, "text/html; charset=utf-8")
        else:
            self._reply(404, b"")

    def do_POST(self) -> None:
        said = self.headers.get("Content-Length", "")
        size = int(said) if said.isdecimal() and len(said) < _DIGITS else _MOST + 1
        if not self._is_for_us() or not self._is_ours():
            self._refuse(403, size)
        elif self.path != "/desk" or size > _MOST:
            self._refuse(404 if self.path != "/desk" else 413, size)
        else:
            request = self.rfile.read(size)
            self._reply(200, self.server.door.answer(self.headers.get(DESK, ""), request))

    def _refuse(self, status: int, size: int) -> None:
        """Hears out what is short, so that the reply arrives; whoever sends more is cut off."""
        if size <= _SHORT:
            self.rfile.read(size)
        self.close_connection = True
        self._reply(status, b"")

    def _is_for_us(self) -> bool:
        """Whether it was sent to this server by its own name: no other name was turned to this computer."""
        return self.headers.get("Host") == self.server.door.name

    def _is_ours(self) -> bool:
        """Whether it comes from this server's page, and knows the token."""
        from_page = (
            self.headers.get("Origin", f"http://{self.server.door.name}") == f"http://{self.server.door.name}"
        )
        said = self.headers.get(TOKEN, "").encode("latin-1", "replace")
        return from_page and secrets.compare_digest(said, self.server.door.token.encode())

    def _reply(self, status: int, data: bytes, kind: str = "application/octet-stream") -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what is asked is nobody's business."""


def serving() -> Server:
    """A server that listens already. Raises ``UsageError`` where the front end was not built."""
    return Server(front(connect=SAME).encode())
