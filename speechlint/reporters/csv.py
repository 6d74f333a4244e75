"""The sheet as CSV: UTF-8 with a byte order mark, which spreadsheets need to see; lines end in CRLF."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.rows import HEADS, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.result import Run, View

_FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would compute


def lines(run: Run, view: View) -> Iterator[str]:
    """A head, and a line for each finding."""
    yield "\ufeff" + record(HEADS[view.lang])
    for row in rows(run, view.lang):
        yield record(map(str, row))


def record(cells: Iterable[str]) -> str:
    """One line of CSV without its line feed."""
    return ",".join(_cell(cell) for cell in cells) + "\r"


def _cell(text: str) -> str:
    text = "'" + text if text.startswith(_FORMULA) else text
    return '"' + text.replace('"', '""') + '"'
