"""The findings of a file that has more of them than fit in memory."""

from __future__ import annotations

import marshal
from collections.abc import Sequence

from speechlint.finding import Finding
from speechlint.packing import made, plain
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.typed import Any

_PLACE = 10  # bytes of the two offsets a row begins with


class Rows(Sequence[Finding]):
    """Findings by place, then code, each kept as bytes and made again when it is looked at.

    A row is what the rows are sorted by, a zero byte, then the finding; what many have in common (path, code,
    name, entry, source) is kept once.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        known: dict[tuple[str, str, str, str | None, str], int] = {}
        self._rows: list[bytes] = []
        for at, finding in enumerate(findings):
            common = finding.path, finding.code, finding.name, finding.entry, finding.source
            bare = finding._replace(path="", code="", name="", entry=None, source="")
            row = known.setdefault(common, len(known)), plain(bare)
            self._rows.append(_rank(finding) + at.to_bytes(4, "big") + marshal.dumps(row))
        self._rows.sort()
        self._common = list(known)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Finding]:
        return map(self._finding, self._rows)

    def __getitem__(self, at: Any) -> Any:
        rows = self._rows[at]
        return list(map(self._finding, rows)) if isinstance(at, slice) else self._finding(rows)

    def _finding(self, row: bytes) -> Finding:
        common, own = marshal.loads(memoryview(row)[row.index(0, _PLACE) + 5 :])
        path, code, name, entry, source = self._common[common]
        return made(*own)._replace(path=path, code=code, name=name, entry=entry, source=source)


def _rank(finding: Finding) -> bytes:
    """Sorts as the finding does: by place, then code, then entry."""
    place = b"".join(offset.to_bytes(5, "big") for offset in finding.span)
    return place + f"{finding.code}\x01{finding.entry or ''}\0".encode()
