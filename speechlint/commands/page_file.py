"""The page put together: its front, and behind it Python, its library and speechlint, each gzip and base85.

The same bytes whenever it is made of the same parts.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import tarfile
import tempfile
import zipfile
from importlib.util import find_spec

from speechlint.errors import UsageError
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import catalogue, compiling, packs

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = b"<!-- speechlint page -->"
_SCRIPT = regex.later(r"(?s)<script>(.*)</script>\s*</body>")
_OPEN = "connect-src 'none'"
SAME = "connect-src 'self'"
# Rooms of speechlint that a page has no use for, and what of the standard library nothing on it imports.
_ROOMS = ("commands", "lsp", "cli.py", "__main__.py")
_UNUSED = frozenset(
    [
        "_aix_support",
        "_android_support",
        "_apple_support",
        "_ios_support",
        "_osx_support",
        "_pydatetime",
        "_pydecimal",
        "_pyio",
        "_pyrepl",
        "antigravity",
        "bdb",
        "cProfile",
        "cmd",
        "code",
        "colorsys",
        "compileall",
        "configparser",
        "ctypes",
        "curses",
        "dbm",
        "doctest",
        "email",
        "ensurepip",
        "filecmp",
        "fileinput",
        "fractions",
        "ftplib",
        "getopt",
        "getpass",
        "gettext",
        "graphlib",
        "http",
        "idlelib",
        "imaplib",
        "lib2to3",
        "mailbox",
        "modulefinder",
        "multiprocessing",
        "netrc",
        "optparse",
        "pdb",
        "pickletools",
        "plistlib",
        "poplib",
        "profile",
        "pstats",
        "pty",
        "py_compile",
        "pyclbr",
        "pydoc",
        "pydoc_data",
        "rlcompleter",
        "runpy",
        "sched",
        "smtplib",
        "socketserver",
        "sqlite3",
        "ssl",
        "statistics",
        "symtable",
        "tabnanny",
        "test",
        "this",
        "timeit",
        "tkinter",
        "trace",
        "tracemalloc",
        "tty",
        "turtle",
        "unittest",
        "uuid",
        "venv",
        "wave",
        "webbrowser",
        "wsgiref",
        "xmlrpc",
        "zipapp",
        "zoneinfo",
    ]
)


def is_ours(head: bytes) -> bool:
    """Whether a file that begins so is such a page."""
    return _MARK in head


def front(parts: str = "", connect: str = _OPEN) -> str:
    """The page with some parts, and what its policy lets it connect to. Raises ``UsageError`` where it was not built."""
    page = _asset("front.html").decode()
    [script] = _SCRIPT.findall(page)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = page.replace("SCRIPT-HASH", f"sha256-{digest}", 1).replace(_OPEN, connect, 1)
    return page.replace("<!--PARTS-->", parts, 1)


def whole() -> bytes:
    """The page with all that it needs. Raises ``UsageError`` where it was not built."""
    parts = {
        "worker": _asset("engine/worker"),
        "wasm": _asset("engine/wasm"),
        "stdlib": _trimmed(_asset("engine/stdlib")),
        "lib": _library(),
    }
    return front("\n".join(part(name, data) for name, data in parts.items())).encode()


def part(name: str, data: bytes) -> str:
    """The size when packed, and it in base85, but for the mark that would begin a tag."""
    small = gzip.compress(data, 9, mtime=0)
    packed = f"{len(small)}:" + base64.b85encode(small, pad=True).decode().replace("<", '"')
    return f'<script type="text/plain" data-part="{name}">{packed}</script>'


def _asset(name: str) -> bytes:
    inside = os.path.join(packs.PACKAGE, "front")
    folder = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(packs.PACKAGE), "page", "dist")
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except OSError:
        raise UsageError(
            "这一份 speechlint 没有带网页的前端：发布页上有现成的 检查讲话稿.html；要自己做，"
            "在源码的 page/ 里运行 npm ci && npm run build，再从源码安装",
            "this speechlint was installed without the front end of the page: releases have the page ready made; "
            "to make it, run npm ci && npm run build in page/ of the sources, and install from there",
        ) from None


def _trimmed(stdlib: bytes) -> bytes:
    """The standard library without what nothing imports; stored, as it is packed whole afterwards."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stdlib)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist()):
            if name.split("/")[0].removesuffix(".py") not in _UNUSED:
                new.writestr(zipfile.ZipInfo(name), old.read(name))
    return made.getvalue()


def _library() -> bytes:
    """A tar of what Python imports on the page."""
    files = dict(_files())
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(files):
            about = tarfile.TarInfo(name)
            about.size = len(files[name])
            tar.addfile(about, io.BytesIO(files[name]))
    return made.getvalue()


def _files() -> Iterator[tuple[str, bytes]]:
    for name, path in _below(packs.PACKAGE):
        if name.split("/")[0] not in (*_ROOMS, "rules", "front") and not name.endswith(".bin"):
            yield f"speechlint/{name}", _read(path)
    for name, path in _below(packs.shipped()):
        yield f"speechlint/rules/{name}", _read(path)
    yield f"speechlint/{catalogue.COMPILED}", _compiled()
    for package in ("yaml", "charset_normalizer"):
        for name, path in _below(_folder(package)):
            if name.endswith(".py") and not name.startswith("cli/"):
                yield f"{package}/{name}", _read(path)
    yield "jieba/dict.txt", _read(os.path.join(_folder("jieba"), "dict.txt"))


def _compiled() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, catalogue.COMPILED)
        compiling.write_shipped(packs.shipped(), path)
        return _read(path)


def _below(folder: str) -> Iterator[tuple[str, str]]:
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for file in files:
            path = os.path.join(at, file)
            yield os.path.relpath(path, folder).replace(os.sep, "/"), path


def _folder(package: str) -> str:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(name=package)
    return os.path.dirname(found.origin)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
