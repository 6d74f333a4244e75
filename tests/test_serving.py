"""``speechlint serve``: who is answered, and with what."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from types import SimpleNamespace
from typing import Any, cast

import pytest

from speechlint.commands.serving import DESK, TOKEN, Door, Handler

NAME = "127.0.0.1:40000"
PAGE = "<p>网页</p>".encode()


@pytest.fixture
def door() -> Door:
    return Door(PAGE, NAME)


class Line(HTTPConnection):
    """A connection through a pair of sockets that no network has a part in."""

    def __init__(self, door: Door) -> None:
        super().__init__(NAME, timeout=10)
        self.sock, there = socket.socketpair()
        self.thread = threading.Thread(target=self._serve, args=(there, door))
        self.thread.start()

    @staticmethod
    def _serve(there: socket.socket, door: Door) -> None:
        with there, suppress(ConnectionError):
            Handler(cast("Any", there), ("", 0), cast("Any", SimpleNamespace(door=door)))

    def done(self) -> None:
        self.close()
        self.thread.join()


def said(door: Door, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[HTTPResponse, bytes]:
    line = Line(door)
    line.request(method, path, body, headers)
    reply = line.getresponse()
    data = reply.read()
    line.done()
    return reply, data


def asked(door: Door, desk: str = "a", data: bytes = b"", **request: str) -> dict[str, str]:
    body = json.dumps(request).encode() + b"\n" + data
    _, reply = said(door, "POST", "/desk", body, **{TOKEN: door.token, DESK: desk})
    told: dict[str, str] = json.loads(reply.partition(b"\n")[0])
    return told


def test_it_listens_on_the_loopback_interface_alone() -> None:
    code = "from speechlint.commands.serving import Server; s = Server(b''); print(*s.server_address, s.door.address)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    host, port, address = told.split()
    assert host == "127.0.0.1"
    assert address.startswith(f"http://127.0.0.1:{port}/#token=")
    assert len(address.partition("=")[2]) > 40


def test_the_page_is_the_only_thing_to_get(door: Door) -> None:
    reply, data = said(door, "GET", "/")
    assert (reply.status, data) == (200, PAGE)
    assert reply.getheader("X-Content-Type-Options") == "nosniff"
    assert reply.getheader("Access-Control-Allow-Origin") is None
    assert said(door, "GET", "/desk")[0].status == 404
    assert said(door, "GET", "/../etc/passwd")[0].status == 404


def test_who_has_the_token_is_answered(door: Door) -> None:
    text = "去年转移群众XX户。"
    assert asked(door, op="open", name="讲话稿.txt", data=text.encode())["text"] == text
    report = json.loads(asked(door, op="check", text=text)["report"])
    assert [one["code"] for one in report["findings"]] == ["PLH002"]


@pytest.mark.parametrize("token", ["", "x", "口令".encode().decode("latin-1")])
def test_who_has_not_is_refused(door: Door, token: str) -> None:
    assert said(door, "POST", "/desk", b"{}\n", **{TOKEN: token})[0].status == 403


def test_another_page_and_another_name_are_refused_even_with_the_token(door: Door) -> None:
    token = {TOKEN: door.token}
    assert said(door, "POST", "/desk", b"{}\n", Origin="https://example.com", **token)[0].status == 403
    assert said(door, "POST", "/desk", b"{}\n", Origin="null", **token)[0].status == 403
    assert said(door, "POST", "/desk", b"{}\n", Host="rebound.example.com", **token)[0].status == 403
    assert said(door, "GET", "/", Host="localhost.example.com")[0].status == 403


def test_each_page_has_its_own_draft(door: Door) -> None:
    for desk, text in (("a", "甲稿"), ("b", "乙稿")):
        asked(door, desk, op="open", name=f"{text}.txt", data=text.encode())
    body = json.dumps({"op": "draft", "text": "甲稿"}).encode() + b"\n"
    _, reply = said(door, "POST", "/desk", body, **{TOKEN: door.token, DESK: "a"})
    assert json.loads(reply.partition(b"\n")[0]) == {"name": "甲稿.txt"}


def test_what_is_too_large_is_not_read(door: Door) -> None:
    line = Line(door)
    line.putrequest("POST", "/desk")
    for name, value in ((TOKEN, door.token), ("Content-Length", "999999999999")):
        line.putheader(name, value)
    line.endheaders()
    assert line.getresponse().status == 413
    line.done()
