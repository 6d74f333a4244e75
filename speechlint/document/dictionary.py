"""The dictionary that jieba ships, without loading it: its lines by the first character of their words.

The file is sorted by first character and mapped into memory. Where the lines of each Han character begin is found
once and kept in the user's cache folder: looking for them is a tenth of the check of an ordinary draft.
"""

from __future__ import annotations

import os
import sys

from speechlint.quick import cache
from speechlint.quick.digests import checksum
from speechlint.quick.functools import lru_cache
from speechlint.quick.mapped import framed, parted
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

_FIRST, _LAST = 0x4E00, 0x9FFF  # the characters whose lines' places are kept


@lru_cache(maxsize=4096)
def lines_of(first: str) -> bytes:
    """The dictionary's lines that begin with a character, each between newlines."""
    data, places = _data(), _places()
    if places and _FIRST <= ord(first) <= _LAST:
        start, end = places[ord(first) - _FIRST : ord(first) - _FIRST + 2]
    else:
        key = first.encode("utf-8", "surrogatepass")
        start, end = _line_from(data, key), _line_from(data, key + b"\xff")
    return b"\n" + data[start:end] + b"\n"


def keep() -> None:
    """Write down where each character's lines begin, for the next run."""
    if _path() and _places() is None and not cache.is_stopped() and os.access(cache.folder(), os.W_OK):
        made = _found(_data())
        cache.write(_name(), framed(checksum(made), [made]))
        _places.cache_clear()


@lru_cache(maxsize=1)
def _path() -> str:
    """The dictionary file; "" where jieba is not installed."""
    paths = (os.path.join(folder, "jieba", "dict.txt") for folder in sys.path)
    return next(filter(os.path.isfile, paths), "")


@lru_cache(maxsize=1)
def _data() -> bytes | mmap:
    """What the dictionary says, mapped."""
    import mmap

    if not _path():
        return b""
    with open(_path(), "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _name() -> str:
    status = os.stat(_path())
    return f"words-{cache.digest((_path(), f'{status.st_size} {status.st_mtime_ns}'))}.bin"


@lru_cache(maxsize=1)
def _places() -> memoryview | None:
    """Where the lines of each Han character begin, and behind the last; None where that is not kept."""
    try:
        known, places = parted(cache.read(_name()) or b"")
        return places.cast("I") if checksum(places) == known else None
    except (OSError, EOFError, ValueError, TypeError):
        return None


def _found(data: bytes | mmap) -> bytes:
    """The places, as they are kept. What stands before the sorted lines begin is left behind, as a search does."""
    places = memoryview(bytearray(4 * (_LAST - _FIRST + 2))).cast("I")
    begun, last, end = b"", 0, 0
    for line in data[:].splitlines(keepends=True):
        if line[:3] != begun:  # of a Han character all three
            begun = line[:3]
            at = min(max(ord(line.decode()[0]) - _FIRST, -1), len(places) - 1)
            for place in range(last + 1 if at > last else 0, at + 1):
                places[place] = end
            last = at
        end += len(line)
    for place in range(last + 1, len(places)):
        places[place] = end
    return bytes(places)


def _line_from(data: bytes | mmap, key: bytes) -> int:
    """Where the first line stands that is not below ``key``."""
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        if data[start : start + len(key)] < key:
            end = data.find(b"\n", middle)
            low = end + 1 if end >= 0 else len(data)
        else:
            high = start
    return low
