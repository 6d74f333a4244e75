"""Winnowed fingerprints of a text (Schleimer, Wilkerson, Aiken 2003), computed on whole columns.

Of all runs of ``GRAM`` letters, each window of ``WINDOW`` runs keeps the one of the least hash: two texts that share
``GRAM + WINDOW - 1`` letters in a row share a fingerprint.
"""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.quick.typing import Any

GRAM = 12
WINDOW = 6
_WRAP = 1 << 64


class Winnowed(NamedTuple):
    """Arrow columns: the fingerprints (64 bits, signed) and the letter, from 0, that each begins at."""

    digest: Any
    at: Any


def winnowed(letters: str, key: bytes) -> Winnowed:
    """The fingerprints of ``letters``; another ``key`` (16 bytes) makes others of the same letters."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if len(letters) < GRAM:
        return Winnowed(pa.array([], pa.int64()), pa.array([], pa.int32()))
    hashes = _hashes(letters, key)
    width = min(WINDOW, len(hashes))
    least = _over_windows(pc.min_element_wise, hashes, width)
    edge = pa.repeat(pa.scalar(0, pa.uint64()), width - 1)
    greatest = _over_windows(pc.max_element_wise, pa.concat_arrays([edge, least, edge]), width)
    at = pc.indices_nonzero(pc.equal(hashes, greatest))
    return Winnowed(hashes.take(at).view(pa.int64()), at.cast(pa.int32()))


def _over_windows(choose: Any, column: Any, width: int) -> Any:
    """``choose`` over each window of ``width`` values, by doubling."""
    size = 1
    while size < width:
        step = min(size, width - size)
        rest = len(column) - step
        column = choose(column.slice(0, rest), column.slice(step))
        size += step
    return column


def _hashes(letters: str, key: bytes) -> Any:
    """A keyed hash of each run of ``GRAM`` letters, as unsigned 64 bits."""
    import pyarrow as pa
    import pyarrow.compute as pc

    base = int.from_bytes(key[:8], "little") | 1
    points = pa.py_buffer(letters.encode("utf-32-le", "surrogatepass"))
    one = pa.Array.from_buffers(pa.uint32(), len(letters), [None, points]).cast(pa.uint64())

    def joined(left: Any, right: Any, of_left: int, of_right: int) -> Any:
        count = len(letters) - of_left - of_right + 1
        shifted = pc.multiply(left.slice(0, count), _number(pow(base, of_right, _WRAP)))
        return pc.add(shifted, right.slice(of_left, count))

    two = joined(one, one, 1, 1)
    four = joined(two, two, 2, 2)
    eight = joined(four, four, 4, 4)
    return _mixed(joined(eight, four, 8, 4), int.from_bytes(key[8:], "little") | 1)


def _mixed(column: Any, by: int) -> Any:
    """The hashes scattered, so that the least of a window is any of them."""
    import pyarrow.compute as pc

    for shift in (32, 29):
        column = pc.bit_wise_xor(column, pc.shift_right(column, _number(shift)))
        column = pc.multiply(column, _number(by))
    return pc.bit_wise_xor(column, pc.shift_right(column, _number(32)))


def _number(value: int) -> Any:
    import pyarrow as pa

    return pa.scalar(value, pa.uint64())
