"""Rows of words for ``misspelt``, a key of two characters and two more: sorted by a hash of the key, as UTF-16."""

from __future__ import annotations

from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import of_utf16, utf16
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.quick.typing import Any

_ROW = 4  # characters
_WIDE = 2 * _ROW  # bytes of a row
_BUCKETS = 4096


def packed(rows: list[str]) -> dict[str, Any]:
    """The rows by their bucket, and where each bucket begins, in two bytes."""
    from itertools import accumulate

    sizes = [0] * _BUCKETS
    for row in rows:
        sizes[_bucket(row)] += 1
    starts = b"".join(start.to_bytes(2, "little") for start in accumulate(sizes, initial=0))
    ordered = "".join(sorted(rows, key=lambda row: (_bucket(row), row)))
    return {"rows": utf16(ordered), "starts": starts}


def keys(own: Mapping[str, Any]) -> frozenset[str]:
    """The keys of packed rows."""
    rows = of_utf16(own["rows"])
    return frozenset([rows[at : at + 2] for at in range(0, len(rows), _ROW)])


def rows_of(own: Mapping[str, Any], key: str) -> list[str]:
    """What belongs to ``key`` in packed rows."""
    return _rows_of(own["rows"], own["starts"], key)


@lru_cache(maxsize=1024)  # the keys of a draft come again
def _rows_of(rows: bytes, starts: bytes, key: str) -> list[str]:
    at = 2 * _bucket(key)
    first, past = starts[at] | starts[at + 1] << 8, starts[at + 2] | starts[at + 3] << 8
    bucket = of_utf16(rows[_WIDE * first : _WIDE * past])
    return [bucket[at + 2 : at + _ROW] for at in range(0, len(bucket), _ROW) if bucket.startswith(key, at)]


def _bucket(key: str) -> int:
    return (31 * ord(key[0]) ^ ord(key[1])) % _BUCKETS
