"""Files of which a run reads little: plain data, and behind it bytes that are looked at when asked for."""

from __future__ import annotations

import marshal
import os

from speechlint.quick.cache import digest_of
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from mmap import mmap

    from speechlint.quick.typing import Any

_SEAL = 32  # the digits that stand for the head
_HEAD = _SEAL + 8


def framed(head: Any, rest: Sequence[bytes]) -> bytes:
    """``head``, which marshal must know, sealed, and what comes behind it as it is."""
    plain = marshal.dumps(head)
    return b"".join((digest_of(plain).encode(), len(plain).to_bytes(8, "little"), plain, *rest))


def parted(data: bytes | memoryview | mmap) -> tuple[Any, memoryview]:
    """The head, and what is behind it. Raises ``EOFError``, ``ValueError``, ``TypeError``."""
    view = memoryview(data)
    end = _HEAD + int.from_bytes(view[_SEAL:_HEAD], "little")
    plain = view[_HEAD:end]
    if digest_of(plain).encode() != view[:_SEAL]:
        raise ValueError("not what was written")
    return marshal.loads(plain), view[end:]


def mapped(file: int) -> mmap:
    """The file behind a descriptor, of which only what is looked at is read; the descriptor is closed.

    Raises ``OSError``, ``ValueError`` where it is empty.
    """
    from mmap import ACCESS_READ, mmap

    try:
        return mmap(file, 0, access=ACCESS_READ)
    finally:
        os.close(file)
