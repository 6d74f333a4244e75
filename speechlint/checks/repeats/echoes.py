"""Where words come again right behind themselves, found without a Python step per character.

With a byte of each character a text is one great number. Shifted by some characters and compared with
itself it is zero where the text repeats: a run of zeros as long as the shift is a word said twice. A longer
run is one stretch, however long: a draft of one sign 100,000 times is no 100,000 things to look at.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.quick.numbers import low_bytes
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Stretch = tuple[int, int, int]  # the first offset, the one behind the last, the size of the words

CHUNK = 32_768  # characters: bounds the memory
_WINDOW = 64  # bytes of a run looked at first


def echoes(text: str, sizes: Sequence[int]) -> Iterator[Stretch]:
    """Stretches in which a word that stands twice running begins at every offset: by chunks, size, offset."""
    for start in range(0, len(text), CHUNK):
        chunk = text[start : start + CHUNK + 2 * max(sizes) - 1]
        low = low_bytes(chunk)
        number = int.from_bytes(low, "little")
        for size in sizes:
            same = (number ^ number >> 8 * size).to_bytes(len(low), "little")
            for at, end in _zeros(same[: min(len(low) - size, CHUNK + size - 1)], size):
                for first, last in _equal(chunk, at, end, size):
                    yield start + first, start + last - size + 1, size


def least(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The same by offset; where several sizes would do, the least."""
    edges = sorted({edge for start, stop, _ in stretches for edge in (start, stop)})
    waiting = sorted(stretches, reverse=True)
    met: dict[int, int] = {}  # size: where its stretch ends
    for at, following in pairwise(edges):
        while waiting and waiting[-1][0] == at:
            _, stop, size = waiting.pop()
            met[size] = stop
        size = min((size for size, stop in met.items() if stop > at), default=0)
        if size:
            yield at, following, size


def _equal(chunk: str, at: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    """Where in a stretch, of whose characters one byte is equal, those ``size`` ahead are the same."""
    here, ahead = chunk[at:end], chunk[at + size : end + size]
    if here == ahead:
        yield at, end
    else:
        for first, last in _zeros(bytes(map(str.__ne__, here, ahead)), size):
            yield at + first, at + last


def _zeros(same: bytes, size: int) -> Iterator[tuple[int, int]]:
    """Runs of at least ``size`` zeros."""
    zeros = bytes(size)
    at = same.find(zeros)
    while at >= 0:
        end = _behind(same, at + size)
        yield at, end
        at = same.find(zeros, end)


def _behind(same: bytes, at: int) -> int:
    """Where the zeros at an offset end."""
    window = _WINDOW
    while at < len(same):
        beyond = same[at : at + window].lstrip(b"\0")
        if beyond:
            return min(len(same), at + window) - len(beyond)
        at, window = at + window, 2 * window
    return len(same)
