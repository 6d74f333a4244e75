"""Harnesses of the whole: one draft through everything, and command lines in a folder of spoilt files."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import fuzz_parts as parts
from fuzz_inputs import CONFIG, SIDECAR

from speechlint import cli
from speechlint.judgements import baseline

OURS = ("speechlint 自己的错", "a fault of speechlint itself", "Traceback")
COMMANDS = (
    ("稿.txt",),
    ("--info", "--lang", "en", "."),
    ("--statistics", "稿.txt", "稿2.md"),
    ("--format", "json", "."),
    ("--format", "jsonl", "--no-suppress", "稿.txt"),
    ("--diff", "稿.txt"),
    ("--diff", "--unsafe-fixes", "."),
    ("--fix", "稿.txt"),
    ("--fix-only", "--unsafe-fixes", "--backup", "."),
    ("--as-of", "draft", "--sort", "gravity", "稿.txt"),
    ("restore", "稿.txt"),
    ("restore", "稿.txt", "-o", "新.txt"),
    ("restore", "稿.txt", "--split"),
    ("outline", "稿.txt", "稿2.md"),
    ("outline", "--format", "json", "稿.txt"),
    ("baseline", "create", "--force", "."),
    ("baseline", "update", "--accept-new", "."),
    ("baseline", "check", "稿.txt"),
    ("ignore", "稿.txt:3:1", "--reason", "原话"),
    ("compare", "稿.txt", "稿2.md"),
    ("--show-config", "稿.txt"),
    ("--show-files", "."),
)
FAULTS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS, errno.EDQUOT, errno.EMFILE, errno.ENOENT)
TOUCHING = (
    "open",
    "os.rename",
    "os.remove",
    "os.chmod",
    "os.mkdir",
    "os.scandir",
    "os.listdir",
    "os.link",
    "os.utime",
)
CHAIN = (
    parts.decode,
    parts.reading,
    parts.check,
    parts.report,
    parts.fix,
    parts.restore,
    parts.judge,
    parts.compare,
)


def chain(data: bytes) -> None:
    """One draft is decoded, read, checked, reported, fixed, restored, noted in a baseline and compared."""
    for part in CHAIN:
        part(data)


def commands(data: bytes) -> None:
    """A command in a folder of spoilt files ends with a status and a word for people, and writes only what it is to write."""
    pick = parts.choice(data)
    argv = pick.choice(COMMANDS)
    with laid_out(data, pick) as before:
        answered(argv)
        untouched(argv, before)


def faults(data: bytes) -> None:
    """The same where the system refuses one of the calls: a draft is as it was, or as the undisturbed command makes it."""
    pick = parts.choice(data)
    argv, error, at = pick.choice(COMMANDS), pick.choice(FAULTS), pick.randrange(1, 12)
    state = pick.getstate()
    with laid_out(data, pick):
        answered(argv)
        after = contents()
    pick.setstate(state)
    with laid_out(data, pick) as before:
        with refusing(error, at):
            answered(argv)
        untouched(argv, before)
        for name, now in contents().items():
            assert now in (before.get(name), after.get(name)) or is_of_fewer(name, now), (argv, name)


def is_of_fewer(name: str, now: bytes) -> bool:
    """Whether it is a whole baseline of the drafts that could be read, or what a refused deletion left."""
    if name == ".speechlint-baseline.yaml":
        baseline.parse(now.decode(), name)
        return True
    return name.endswith(".tmp")


@contextmanager
def laid_out(data: bytes, pick: Random) -> Iterator[dict[str, bytes]]:
    """A new current folder with the draft in it twice, and perhaps a config and judgements, a little spoilt."""
    files = {
        "稿.txt": data,
        "稿2.md": data[: pick.randint(0, len(data))] + "\n请县委X届委员会审议。\n".encode(),
    }
    for name, text in (
        (".speechlint.yaml", CONFIG),
        (".speechlint-ignore.yaml", SIDECAR),
        (".speechlint-baseline.yaml", "[]\n"),
    ):
        if pick.random() < 0.4:
            files[name] = cut(text, pick).encode()
    home = os.getcwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for name, content in files.items():
                Path(name).write_bytes(content)
            yield files
        finally:
            os.chdir(home)


def cut(text: str, pick: Random) -> str:
    """The text, half the time with one line gone."""
    lines = text.splitlines(keepends=True)
    if pick.random() < 0.5:
        del lines[pick.randrange(len(lines))]
    return "".join(lines)


def contents() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}


def untouched(argv: tuple[str, ...], before: dict[str, bytes]) -> None:
    """Drafts are written by fixes alone, judgements by the commands for them."""
    for name, content in before.items():
        written = argv[0].startswith("--fix") or (argv[0] in name and name.startswith("."))
        assert written or Path(name).read_bytes() == content, (argv, name)


def answered(argv: tuple[str, ...]) -> None:
    """The command line ends as it should."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = cli.main(argv)
        out.flush()
    told = out.buffer.getvalue().decode("utf-8", "surrogateescape") + err.getvalue()
    assert status in (0, 1, 2), (argv, status)
    assert not any(words in told for words in OURS), (argv, told)


class _Refusal:
    """The calls of the system until one is refused; nothing is while ``left`` is 0."""

    left = 0
    error = 0
    folder = ""
    hooked = False


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if _Refusal.left and event in TOUCHING and _is_here(args[0]):
        _Refusal.left -= 1
        if not _Refusal.left:
            raise OSError(
                _Refusal.error, os.strerror(_Refusal.error), args[0] if isinstance(args[0], str) else None
            )


def _is_here(path: object) -> bool:
    """Whether it lies in the current folder: what the program brings with it, and its cache, do not count."""
    return isinstance(path, str) and (not os.path.isabs(path) or path.startswith(_Refusal.folder))


@contextmanager
def refusing(error: int, at: int) -> Iterator[None]:
    """The ``at``-th call that touches a file fails, with this error."""
    if not _Refusal.hooked:
        sys.addaudithook(_refuse)
        _Refusal.hooked = True
    _Refusal.error, _Refusal.folder, _Refusal.left = error, os.getcwd(), at
    try:
        yield
    finally:
        _Refusal.left = 0
