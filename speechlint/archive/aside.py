"""What many drafts say, in files of its own: memory would not hold it all, and processes share it.

Each share of the drafts is a file: where the bytes of each begin, and where those of the last end; then the bytes.
"""

from __future__ import annotations

from array import array
from io import FileIO

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Aside:
    """Bytes by their place in a list, ``size`` a share, in the files called ``name`` and the number of the share."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._open: dict[int, _Open] = {}

    def put(self, share: int, every: Sequence[bytes]) -> None:
        """Writes a share, all of it."""
        starts = array("Q", [8 * (len(every) + 1)])
        for one in every:
            starts.append(starts[-1] + len(one))
        with open(f"{self._name}{share}", "wb") as file:
            starts.tofile(file)
            file.writelines(every)

    def get(self, place: int, start: int = 0, end: int | None = None) -> bytes:
        """The bytes of a place, or as many of those from ``start`` to ``end`` as it has."""
        share, number = divmod(place, self._size)
        file, starts = self._open.get(share) or self._opened(share)
        first, last = starts[number], starts[number + 1]
        if end is not None:
            last = min(last, first + end)
        return _read(file, first + start, last)

    def _opened(self, share: int) -> _Open:
        file = FileIO(f"{self._name}{share}")
        [head] = array("Q", _read(file, 0, 8))
        one = self._open[share] = _Open(file, array("Q", _read(file, 0, head)))
        return one

    def close(self) -> None:
        """Closes the files; they can be read again."""
        while self._open:
            self._open.popitem()[1].file.close()


class _Open(NamedTuple):
    file: FileIO
    starts: array[int]


def _read(file: FileIO, start: int, end: int) -> bytes:
    """The bytes between two places. Not ``os.pread``, which Windows lacks."""
    file.seek(start)
    return file.read(max(0, end - start)) or b""
