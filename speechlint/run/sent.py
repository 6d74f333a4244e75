"""What a worker finds in a draft, on its way to the process that reports it."""

from __future__ import annotations

import marshal
from collections.abc import Sequence

from speechlint.quick.functools import cached_property
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.run.packed import packed, unpacked
from speechlint.tally import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.finding import Finding
    from speechlint.quick.typing import Any


def sent(findings: Sequence[Finding], told: list[str] | None) -> bytes:
    """The findings of a draft, with what the report says of them, as bytes."""
    counts, first, muted = tally(findings)
    numbers = {int(at): count for at, count in counts.items()}, {int(at): code for at, code in first.items()}
    return marshal.dumps((packed(findings), told, (*numbers, dict(muted))))


class Sent(Sequence["Finding"]):
    """Findings that were sent: made only when looked at, for the report is written and they are counted.

    ``packed`` are the findings alone, ``told`` is what the report says of them, where that was known.
    """

    def __init__(self, data: bytes) -> None:
        self.packed: bytes
        self.told: list[str] | None
        self.packed, self.told, numbers = marshal.loads(data)
        self.tally = Tally(*numbers)

    @cached_property
    def _made(self) -> list[Finding]:
        return unpacked(self.packed)

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._made)

    def __getitem__(self, at: Any) -> Any:
        return self._made[at]
