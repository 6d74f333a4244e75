"""The user's cache folder. What lies there may be missing, stale or corrupt at any time; it only saves time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable


def folder() -> str:
    """Where the cache is, whether it exists or not; ``SPEECHLINT_CACHE_DIR`` moves it."""
    own = os.environ.get("SPEECHLINT_CACHE_DIR")
    if own:
        return own
    home = os.path.expanduser("~")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", base)
    return os.path.join(base, "speechlint")


def digest(parts: Iterable[str]) -> str:
    """32 hexadecimal digits that stand for the parts in their order."""
    from _blake2 import blake2b  # hashlib would load OpenSSL

    return blake2b("\0\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def read(name: str) -> bytes | None:
    """The bytes of a cache file; None where there is none to be read."""
    try:
        with open(os.path.join(folder(), name), "rb") as file:
            return file.read()
    except OSError:
        return None


def write(name: str, data: bytes) -> None:
    """Write a cache file at once or not at all; a folder that cannot be written is no error."""
    path = os.path.join(folder(), name)
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError:
        return
