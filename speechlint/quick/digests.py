"""Digests, from where ``hashlib`` has them: it would load OpenSSL too, 4 ms of a cold start.

``checksum`` is the quick one, of what lies in our own cache: the hash that ``importlib`` knows sources by: three
quarters of the instructions of ``zlib.crc32`` over the megabyte of kept modules, and no library to load for it.
"""

from __future__ import annotations

from _imp import source_hash

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

__all__ = ["blake2b", "checksum"]


def checksum(data: bytes | memoryview, key: int = 0) -> int:
    """A number of 32 bits that tells damaged data; another one with another key."""
    return int.from_bytes(source_hash(key, data)[:4], "little")
