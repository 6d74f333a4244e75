"""The letters of many drafts in files of their own: memory would not hold them all, and processes share them.

Each share of the drafts is a file: where the letters of each begin, in bytes from 0, and those of the last end; then
the letters, four bytes each, so that a few of them can be read without the rest.
"""

from __future__ import annotations

import os
from array import array

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE = ("utf-32-le", "surrogatepass")
_BYTES = 4  # a letter


class Aside:
    """Drafts by their place in a list, ``size`` of them a share, in the files of ``folder``."""

    def __init__(self, folder: str, size: int) -> None:
        self._folder, self.size = folder, size
        self._file = lru_cache(maxsize=None)(self._opened)

    def put(self, share: int, drafts: Iterable[str]) -> None:
        """Writes the letters of all drafts of a share."""
        starts = array("Q", bytes(8 * (self.size + 1)))
        end = starts.itemsize * len(starts)
        with open(self._path(share), "wb") as file:
            file.seek(end)
            for number, letters in enumerate(drafts):
                starts[number] = end
                end += file.write(letters.encode(*_WIDE))
                starts[number + 1] = end
            file.seek(0)
            starts.tofile(file)

    def letters(self, place: int, start: int = 0, end: int | None = None) -> str:
        """The letters of a draft, or as many of those from ``start`` to ``end`` as it has."""
        share, number = divmod(place, self.size)
        file, starts = self._file(share)
        first, last = starts[number], starts[number + 1]
        if end is not None:
            last = min(last, first + _BYTES * end)
        first += _BYTES * start
        return os.pread(file, max(0, last - first), first).decode(*_WIDE)

    def _path(self, share: int) -> str:
        return os.path.join(self._folder, str(share))

    def _opened(self, share: int) -> _Open:
        file = os.open(self._path(share), os.O_RDONLY)
        starts = array("Q")
        starts.frombytes(os.pread(file, starts.itemsize * (self.size + 1), 0))
        return _Open(file, starts)


class _Open(NamedTuple):
    file: int
    starts: array[int]
