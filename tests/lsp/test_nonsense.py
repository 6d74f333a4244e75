"""What a client may send that makes no sense: it is told so or it is logged, and the server serves on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client import SECONDS, Client, put

FAULTY = "同志们：\n去年转移群众XX户。\n"
URI = "file:///tmp/%E5%B8%82%E9%95%BF%E7%9A%84%E8%AE%B2%E8%AF%9D%20%28%E5%AE%9A%E7%A8%BF%29.txt"


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    made = Client()
    made.start()
    made.open(URI, FAULTY)
    made.published(URI, 1)
    yield made
    made.close()


def is_alive(client: Client) -> bool:
    asked = {"textDocument": {"uri": URI}, "position": {"line": 1, "character": 7}}
    return "PLH002" in client.request("textDocument/hover", asked)["contents"]["value"]


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b"{",
            b"null",
            b"17",
            b'"a"',
            b"[]",
            b"{}",
            b"\xff\xfe\x00",
            b'[{"jsonrpc":"2.0","id":1,"method":"x"}]',
        ),
        *(
            b'{"jsonrpc":"1.0","id":9,"method":"shutdown"}',
            b'{"jsonrpc":"2.0"}',
            b'{"jsonrpc":"2.0","id":null}',
        ),
        *(b'{"jsonrpc":"2.0","id":{},"method":"shutdown"}', b'{"jsonrpc":"2.0","method":17}'),
        *(
            b'{"jsonrpc":"2.0","id":77,"result":{}}',
            b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}}',
        ),
        b'{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{}}}',
        b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[]}',
        b'{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"a","version":1},'
        b'"contentChanges":[{"range":{"start":{"line":-1,"character":0},"end":{"line":0,"character":0}},"text":""}]}}',
        b"[" * 100_000,
    ],
)
def test_no_message_ends_it(client: Client, body: bytes) -> None:
    client.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body) or 1, body or b" "))
    assert is_alive(client)


@pytest.mark.parametrize(
    "header", [b"\r\n\r\n", b"Content-Length: x\r\n\r\n", b"Content-Type: a\r\n", b"\x00\xff\r\n"]
)
def test_no_header_ends_it(client: Client, header: bytes) -> None:
    client.raw(header)
    assert is_alive(client)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/hover", None),
        ("textDocument/hover", {"textDocument": {"uri": 3}, "position": "here"}),
        ("textDocument/codeAction", {"textDocument": {"uri": URI}}),
        ("workspace/executeCommand", {"command": "rm"}),
        ("workspace/executeCommand", {"command": "speechlint.ignore"}),
        ("workspace/executeCommand", {"command": "speechlint.ignore", "arguments": ["a"]}),
        (
            "workspace/executeCommand",
            {"command": "speechlint.ignore", "arguments": [{"uri": URI, "code": 1}]},
        ),
        ("textDocument/definition", {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}),
        ("speechlint/nothing", {}),
    ],
)
def test_a_request_that_makes_no_sense_is_told_so(client: Client, method: str, params: Any) -> None:
    assert client.answer(client.ask(method, params))["error"]["message"]
    assert is_alive(client)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        (
            "textDocument/hover",
            {"textDocument": {"uri": "file:///tmp/none.txt"}, "position": {"line": 0, "character": 0}},
        ),
        (
            "textDocument/hover",
            {"textDocument": {"uri": URI}, "position": {"line": 4_000_000, "character": 0}},
        ),
        ("codeAction/resolve", {"title": "a", "data": {"uri": "file:///tmp/none.txt"}}),
    ],
)
def test_what_is_not_there_has_nothing_to_tell(client: Client, method: str, params: Any) -> None:
    assert client.request(method, params) in (None, params)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [(1, 4, 999_999_999), (77, 5, 9), (1, 9, 6), (0, 1, 1)],
)
def test_positions_that_there_are_not_are_the_nearest(
    client: Client, line: int, start: int, end: int
) -> None:
    uri = f"file:///tmp/{line}-{start}-{end}.txt"
    client.open(uri, "𠮷林：\n去年转移群众XX户。")
    client.published(uri, 1)
    client.change(uri, 7, put(line, start, end, "的"), put(0, 0, 0, ""))
    client.published(uri, 7)
    assert is_alive(client)


@pytest.mark.parametrize(
    "uri",
    [
        *(
            "",
            "a",
            "file:",
            "file://",
            "file:///",
            "untitled:Untitled-1",
            "git:/%E7%A8%BF.txt?%7B%7D",
            "file:///%00.txt",
        ),
        *(
            "file:///c%3A/%E7%A8%BF.txt",
            "file://server/%E7%A8%BF.md",
            "vscode-remote://a/b.md",
            "file:///%E7%A8.txt",
            "http://[bad",
        ),
    ],
)
def test_any_address_may_name_a_draft(client: Client, uri: str) -> None:
    client.open(uri, FAULTY)
    assert [one["code"] for one in client.published(uri, 1)] == ["PLH002"]
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_what_is_not_open_is_not_changed(client: Client) -> None:
    client.change("file:///tmp/none.txt", 3, put(0, 0, 0, "a"))
    client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///tmp/none.txt"}})
    client.open(URI, FAULTY, version=5)
    assert len(client.published(URI, 5)) == 1
    client.change(URI, 2, {"text": "half \ud83d a character"}, {"text": FAULTY})
    assert len(client.published(URI, 2)) == 1
    assert is_alive(client)


def test_a_huge_draft_does_not_hold_up_the_others(client: Client) -> None:
    client.open("file:///tmp/huge.txt", "大家都要认真学习，抓好落实。\n" * 15_000)
    assert is_alive(client)
    client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///tmp/huge.txt"}})
    client.open("file:///tmp/small.txt", FAULTY)
    assert client.published("file:///tmp/small.txt", 1)


def test_a_client_that_says_no_more_leaves_no_server() -> None:
    client = Client()
    client.open(URI, FAULTY)  # before hands are shaken nothing is done
    assert "error" in client.answer(client.ask("textDocument/hover", {"textDocument": {"uri": URI}}))
    client.start()
    client.open(URI, FAULTY * 500)
    assert client.process.stdin
    client.process.stdin.close()
    assert client.process.wait(SECONDS) == 1
    client.close()


def test_a_client_that_reads_no_more_leaves_no_server() -> None:
    read, written = os.pipe()
    argv = [sys.executable, "-m", "speechlint.lsp"]
    server = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=written, stderr=subprocess.DEVNULL)
    os.close(written)
    os.close(read)
    body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"processId":null,"rootUri":null}}'
    assert server.stdin
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()
    assert server.wait(SECONDS) == 1
    server.stdin.close()


@pytest.mark.skipif(os.name != "posix", reason="kill")
def test_a_client_that_is_killed_leaves_no_server(tmp_path: Path) -> None:
    """Its pipes live on in another process: the server looks whether the one it serves is there."""
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    client = Client()
    client.start(processId=other.pid, folder=tmp_path)
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert other.stdin
    other.stdin.close()
    assert client.process.wait(SECONDS) == 1
    client.close()
