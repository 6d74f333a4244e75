"""What the language server costs: from a keystroke to its diagnostics, from start to hands shaken, in memory.

Each figure is told beside what it is measured against in the same run, in turn with it: an empty pygls server, one check in
this process. No waiting is in them: the pause after which a long draft is checked whole is left out.

    [NVIM_NEW=nvim] python benchmarks/lsp.py [--small] [--seconds 60] [--keys 400] [--part timed|other]

``--seconds`` is typed in Neovim, ``--keys`` into a short draft. What is no matter of time may be measured apart, on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from corpus import ROOT, draft

from speechlint import Project, check
from speechlint.lsp.shown import each

sys.path.append(str(ROOT / "tests" / "lsp"))
from client import Client, put

EMPTY = """
from lsprotocol import types
from pygls.lsp.server import LanguageServer
server = LanguageServer("empty", "1")
@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls, params):
    told(ls, params)
@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def told(ls, params):
    document = params.text_document
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, [], document.version))
server.start_io()
"""
URI = "file:///tmp/draft.txt"
TYPED = "我们要认真学习领会，切实抓好落实。"
RSS = 90  # MiB
_RUN = 40  # keys in a row
_SHORT = 60_000  # characters up to which each key has all checked


class Figure(NamedTuple):
    """A share of what it is held against, and the most that it may be."""

    name: str
    share: float
    most: float
    told: str


def p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]


def started(*command: str) -> tuple[Client, float]:
    began = time.perf_counter()
    client = Client(*command)
    client.start()
    return client, time.perf_counter() - began


def timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


class Typing:
    """One who types into a draft in one place, character by character."""

    def __init__(self, client: Client, text: str) -> None:
        self.client, self.version = client, 1
        lines = text.split("\n")
        self.line = len(lines) // 2
        self.column = 0
        client.open(URI, text)
        client.published(URI, 1)

    def key(self) -> None:
        self.version += 1
        char = TYPED[self.version % len(TYPED)]
        self.client.change(URI, self.version, put(self.line, self.column, self.column, char))
        self.client.published(URI, self.version)
        self.column += 1


def plain(size: int) -> str:
    """The plain speech again and again: long, and with next to no faults."""
    speech = (ROOT / "benchmarks" / "讲话.txt").read_text(encoding="utf-8")
    return (speech * (size // len(speech) + 1))[:size]


def faulty(size: int) -> str:
    return draft(size * 3)[:size]


def typed(text: str, keys: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of each keystroke, of the empty server's, and of a check of all of it in this process."""
    project = Project(isolated=True)
    server, empty = started()[0], started(sys.executable, "-c", EMPTY)[0]
    mine, its = Typing(server, text), Typing(empty, text)
    times: tuple[list[float], list[float], list[float]] = ([], [], [])
    check("draft.txt", text, project)
    for _ in range(0, keys, _RUN):  # without a pause, as one types: what follows a pause is another matter
        times[0].extend(timed(mine.key) for _ in range(_RUN))
        times[1].extend(timed(its.key) for _ in range(_RUN))
        # Of a short draft as many, so that what else the machine does falls on both alike.
        some = _RUN if len(text) < _SHORT else 1
        times[2].extend(timed(lambda: check("draft.txt", text, project)) for _ in range(some))
    server.close()
    empty.close()
    return times


def keystrokes(what: str, text: str, keys: int) -> Figure:
    mine, its, checks = typed(text, keys)
    got = p95(mine)
    if len(text) < _SHORT:
        against, most = p95(its) + p95(checks), 2.0
        beside = f"空服务器 {1e3 * p95(its):.1f} + 查一遍 {1e3 * p95(checks):.1f}"
    else:
        against, most = statistics.median(checks), 0.25
        beside = f"查一遍 {1e3 * against:.0f}"
    return Figure(
        f"{what} {len(text):,} 字，按键到诊断 p95", got / against, most, f"{1e3 * got:.1f} 毫秒；{beside}"
    )


def pauses(seconds: float) -> list[float]:
    """Between the keys of one who types some words, thinks, and goes on."""
    rng, told = random.Random(1), list[float]()
    while sum(told) < seconds:
        told += [*(rng.uniform(0.08, 0.25) for _ in range(rng.randint(3, 13))), rng.uniform(0.6, 2)]
    return told


def in_neovim(nvim: str, server: Sequence[str], text: str, keys: Sequence[float]) -> list[float]:
    """Seconds from each key that Neovim is given to its diagnostics there."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "稿.txt").write_text(text, encoding="utf-8")
        typing = {"server": server, "file": "稿.txt", "out": "out.json", "pauses": keys, "typed": [*TYPED]}
        homes = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA", "STATE")}
        argv = [nvim, "--headless", "-n", "-i", "NONE", "-S", str(ROOT / "benchmarks" / "typing.lua")]
        environment = {**os.environ, **homes, "TYPING": json.dumps(typing)}
        subprocess.run(argv, cwd=folder, env=environment, check=True, capture_output=True, timeout=600)
        return [one / 1e3 for one in json.loads((Path(folder) / "out.json").read_text(encoding="utf-8"))]


def writing(what: str, text: str, nvim: str, seconds: float) -> Figure:
    """Some time of typing in Neovim; the checks it is held against come at the same pace."""
    keys, project = pauses(seconds), Project(isolated=True)
    got = p95(in_neovim(nvim, [sys.executable, "-m", "speechlint.lsp"], text, keys))
    empty = p95(in_neovim(nvim, [sys.executable, "-c", EMPTY], text, keys)) if len(text) < _SHORT else 0.0
    checks = []
    check("draft.txt", text[:_SHORT], project)
    for pause in keys if len(text) < _SHORT else keys[:3]:
        time.sleep(pause)
        checks.append(timed(lambda: check("draft.txt", text, project)))
    against = empty + p95(checks) if len(text) < _SHORT else statistics.median(checks)
    told = f"{1e3 * got:.0f} 毫秒；" + (f"空服务器 {1e3 * empty:.0f} + " if empty else "")
    name = f"{what} {len(text):,} 字，Neovim 里打 {seconds:.0f} 秒，p95"
    return Figure(name, got / against, 2.0 if empty else 0.25, f"{told}查一遍 {1e3 * (against - empty):.0f}")


def start(times: int) -> Figure:
    mine: list[float] = []
    its: list[float] = []
    for _ in range(times):
        for command, seconds in (((), mine), ((sys.executable, "-c", EMPTY), its)):
            client, took = started(*command)
            seconds.append(took)
            client.close()
    got, against = min(mine), min(its)
    return Figure("启动到握手", got / against, 1.5, f"{1e3 * got:.0f} 毫秒；空服务器 {1e3 * against:.0f}")


def memory(drafts: int) -> Figure:
    client = started()[0]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(drafts):
            uri = (Path(folder) / f"{number}.txt").as_uri()
            client.open(uri, draft(18_000, seed=number)[:6_000])
            client.published(uri, 1)
            client.change(uri, 2, put(0, 0, 0, "的"))
            client.published(uri, 2)
    status = Path(f"/proc/{client.process.pid}/status").read_text(encoding="utf-8")
    kib = int(status.partition("VmRSS:")[2].split()[0])
    client.close()
    return Figure(f"开着 {drafts} 份 6,000 字的", kib / 1024 / RSS, 1.0, f"{kib / 1024:.1f} MiB；不过 {RSS}")


def stale(size: int) -> Figure:
    """Types fast, waits, and compares what is shown in the end with what a check says."""
    text = faulty(size)
    client = started()[0]
    typing = Typing(client, text)
    for at in range(40):
        typing.version += 1
        client.change(URI, typing.version, put(typing.line, at, at, TYPED[at % len(TYPED)]))
    last = client.published(URI, typing.version)
    lines = text.split("\n")
    lines[typing.line] = "".join(TYPED[at % len(TYPED)] for at in range(40)) + lines[typing.line]
    found = check("draft.txt", "\n".join(lines), Project(isolated=True))
    wanted = sum(len(one.places) for one in each(found.findings))
    while len(last) != wanted:
        last = client.published(URI, typing.version)
    client.close()
    return Figure(f"{size:,} 字，停下来后过时的诊断", 0.0, 0.0, f"{len(last)} 处，同查一遍")


def main(small: bool, seconds: float, keys: int, part: str) -> int:
    long = 70_000 if small else 340_000
    keys = 40 if small else keys
    nvim = os.environ.get("NVIM_NEW", "")  # Neovim 0.11 or later; Debian's is older
    typed_in = [
        ("满是毛病的", faulty(6_000)),
        ("平常的", plain(long)),
        ("满是毛病的", faulty(long)),
    ]
    timed_ones: tuple[Callable[[], Figure], ...] = (
        lambda: start(2 if small else 6),
        lambda: keystrokes("满是毛病的", faulty(6_000), keys),
        lambda: keystrokes("平常的", plain(long), min(keys, 120)),
        lambda: keystrokes("满是毛病的", faulty(long), min(keys, 120)),
        *(partial(writing, *each, nvim, 5 if small else seconds) for each in typed_in if nvim),
    )
    others: tuple[Callable[[], Figure], ...] = (
        lambda: memory(3 if small else 20),
        lambda: stale(6_000),
        lambda: stale(long),
    )
    missed = False
    for measure in {"timed": timed_ones, "other": others}.get(part, (*timed_ones, *others)):
        one = measure()
        missed |= one.share > one.most
        print(f"{one.name}：{one.share:.2f} 倍（不过 {one.most}）  {one.told}", flush=True)
    return int(missed and not small)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--small", action="store_true", help="short drafts, few keys: only shows that it works"
    )
    parser.add_argument("--seconds", type=float, default=60, help="how long is typed in Neovim")
    parser.add_argument("--keys", type=int, default=400, help="how many are typed into a short draft")
    parser.add_argument(
        "--part", choices=("timed", "other"), default="", help="only what is timed, or is not"
    )
    given = parser.parse_args()
    sys.exit(main(given.small, given.seconds, given.keys, given.part))
