"""Rows of words for ``misspelt``, a key of two characters and two more: sorted by a hash of the key, as UTF-16."""

from __future__ import annotations

from speechlint.quick.numbers import of_utf16, utf16
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def rows_of(own: Mapping[str, Any], key: str) -> Iterator[str]:
    """What belongs to ``key`` in packed rows."""
    at, starts = 2 * _bucket(key), own["starts"]
    first, past = starts[at] | starts[at + 1] << 8, starts[at + 2] | starts[at + 3] << 8
    rows = of_utf16(own["rows"][_WIDE * first : _WIDE * past])
    for row in range(0, len(rows), _ROW):
        if rows.startswith(key, row):
            yield rows[row + 2 : row + _ROW]


def _bucket(key: str) -> int:
    return (31 * ord(key[0]) ^ ord(key[1])) % _BUCKETS
