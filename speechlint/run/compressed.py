"""The findings of a file that has more of them than fit in memory."""

from __future__ import annotations

import marshal
import zlib
from array import array
from collections.abc import Sequence
from itertools import islice

from speechlint.finding import Finding
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.run.packed import made, plain
from speechlint.tally import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.quick.typing import Any
    from speechlint.tally import Tally

_BLOCK = 32  # findings
_SORTED = 10_000  # findings that are sorted at once
_OPEN = 64  # blocks: each rule comes by place, so that all go on from one block of theirs to the next


class Rows(Sequence[Finding]):
    """Findings by place, then code, kept compressed in the order they came; each is made when it is looked at."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._blocks: list[bytes] = []
        self._opened = lru_cache(_OPEN)(self._open)
        self._kinds: dict[tuple[Any, ...], int] = {}
        self._of_kind = array("I")
        self._samples: list[Finding] = []
        starts, ends = array("I"), array("I")
        rest = iter(findings)
        while block := list(islice(rest, _BLOCK)):
            self._blocks.append(zlib.compress(marshal.dumps(list(map(plain, block))), 1))
            for finding in block:
                starts.append(finding.span.start)
                ends.append(finding.span.end)
                self._of_kind.append(self._kind(finding))
        names = [(sample.code, sample.entry or "") for sample in self._samples]
        self._order = array("I")
        for numbers in _by_stretch(starts):
            numbers.sort(key=lambda at: (starts[at], ends[at], names[self._of_kind[at]]))
            self._order.extend(numbers)

    def _kind(self, finding: Finding) -> int:
        """The number of all that is counted as this finding is; the first of them, without its places, is their sample."""
        mute = finding.muted_by
        key = (finding.code, finding.entry, finding.severity, mute and (mute.kind, len(finding.places)))
        if key not in self._kinds:
            self._kinds[key] = len(self._samples)
            places = finding.occurrences if mute else ()
            self._samples.append(finding._replace(fixes=(), occurrences=places, related=()))
        return self._kinds[key]

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Finding]:
        return map(self._finding, self._order)

    @property
    def tally(self) -> Tally:
        """What the findings come to; none is made anew for it."""
        return counted(map(self._samples.__getitem__, map(self._of_kind.__getitem__, self._order)))

    def __getitem__(self, at: Any) -> Any:
        order = self._order[at]
        return list(map(self._finding, order)) if isinstance(at, slice) else self._finding(order)

    def _finding(self, number: int) -> Finding:
        block, row = divmod(number, _BLOCK)
        return made(*self._opened(block)[row])

    def _open(self, block: int) -> Any:
        return marshal.loads(zlib.decompress(self._blocks[block]))


def _by_stretch(starts: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the findings, stretch by stretch of the text: to sort them all at once takes memory."""
    stretch = 1 + (max(starts, default=0) + 1) * _SORTED // max(1, len(starts))
    for first in range(0, max(starts, default=-1) + 1, stretch):
        yield [at for at, start in enumerate(starts) if first <= start < first + stretch]
