"""The page put together: its front, and behind it Python, its library and speechlint, each gzip and written as text.

The same bytes whenever it is made of the same parts.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import os

from speechlint.commands.page_library import library
from speechlint.commands.page_text import text
from speechlint.errors import UsageError
from speechlint.quick import regex
from speechlint.rulebook import packs

_MARK = b"<!-- speechlint page -->"
_SCRIPT = regex.later(r"(?s)<script>(.*)</script>\s*</body>")
_OPEN = "connect-src 'none'"
SAME = "connect-src 'self'"


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
        "stdlib": _asset("engine/stdlib"),
        "lib": library(_asset("engine/made")),
    }
    return front("\n".join(part(name, data) for name, data in parts.items())).encode()


def part(name: str, data: bytes) -> str:
    """The size when packed, and it as text."""
    small = gzip.compress(data, 9, mtime=0)
    packed = f"{len(small)}:{text(small)}"
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
