"""File names as people and programs can read them."""

from __future__ import annotations


def readable(path: str) -> str:
    """``path`` as valid Unicode: under the C locale a Chinese name comes in as raw bytes."""
    if path.isascii():
        return path
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return path
