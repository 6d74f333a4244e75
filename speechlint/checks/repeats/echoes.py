"""Where words come again right behind themselves, found without a Python step per character.

With a byte of each character a text is one great number. Shifted by some characters and compared with
itself it is zero where the text repeats: a run of zeros as long as the shift is a word said twice.
"""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHUNK = 32_768  # characters: bounds the memory


def echoes(text: str, sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Offset and size of what stands twice running, by chunks of the text, then by size, then by offset."""
    for start in range(0, len(text), _CHUNK):
        chunk = text[start : start + _CHUNK + 2 * max(sizes) - 1]
        low = chunk.encode("utf-32-le", "surrogatepass")[::4]
        number = int.from_bytes(low, "little")
        for size in sizes:
            same = (number ^ number >> 8 * size).to_bytes(len(low), "little")
            for at in _zeros(same, size, min(len(low) - size, _CHUNK + size - 1)):
                if chunk.startswith(chunk[at : at + size], at + size):
                    yield start + at, size


def _zeros(same: bytes, size: int, end: int) -> Iterator[int]:
    zeros = bytes(size)
    at = same.find(zeros, 0, end)
    while at >= 0:
        yield at
        at = same.find(zeros, at + 1, end)
