"""Files of which a run reads little: plain data, and behind it bytes that are looked at when asked for."""

from __future__ import annotations

import marshal

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from mmap import mmap

    from speechlint.quick.typing import Any


def framed(head: Any, rest: Sequence[bytes]) -> bytes:
    """``head``, which marshal must know, and what comes behind it as it is."""
    plain = marshal.dumps(head)
    return b"".join((len(plain).to_bytes(8, "little"), plain, *rest))


def parted(data: bytes | memoryview | mmap) -> tuple[Any, memoryview]:
    """The head, and what is behind it. Raises ``EOFError``, ``ValueError``, ``TypeError``."""
    view = memoryview(data)
    end = 8 + int.from_bytes(view[:8], "little")
    return marshal.loads(view[8:end]), view[end:]


def mapped(path: str) -> mmap:
    """The file, of which only what is looked at is read. Raises ``OSError``, ``ValueError`` where it is empty."""
    from mmap import ACCESS_READ, mmap

    with open(path, "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
