"""The summary of a job on GitHub: the report as Markdown, added to the file that the runner names."""

from __future__ import annotations

import os

from speechlint.errors import ReadError
from speechlint.files import reading, writing
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import load, output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.result import Run, View

_FILE = "GITHUB_STEP_SUMMARY"
_MOST = 1_000_000  # bytes; GitHub drops a summary of more than a mebibyte whole


def append(run: Run, view: View) -> None:
    """Adds the report to what the step has said so far; that it could not be is told, and fails nothing."""
    path = os.environ.get(_FILE)
    if not path:
        return
    try:
        before = reading.content(path) if os.path.exists(path) else None
        room = _MOST - len(before or b"")
        writing.write(path, (before or b"") + _cut(load("markdown").lines(run, view), room), seen=before)
    except (ReadError, OSError) as why:
        output.note(f"{_FILE}: {why}")


def _cut(lines: Iterable[str], room: int) -> bytes:
    """As many whole lines as there is room for."""
    made: list[bytes] = []
    for line in lines:
        piece = f"{line}\n".encode("utf-8", "backslashreplace")
        room -= len(piece)
        if room < 0:
            break
        made.append(piece)
    return b"".join(made)
