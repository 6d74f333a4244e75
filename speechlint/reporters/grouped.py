"""The places under the path of their draft, aligned: short enough for a long list, to be read by people."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import message, of_draft, shown
from speechlint.reporters.excerpt import columns
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import COLORS, WORDS, heading, painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.result import Checked, Run, View


def lines(run: Run, view: View) -> Iterator[str]:
    """Drafts without findings are not named."""
    words = WORDS[view.lang]
    for trouble in run.errors:
        label = words.not_written if trouble.unwritten else words.trouble
        yield f"{visible(readable(trouble.path))}\n  {label}{visible(readable(trouble.message))}\n"
    for result in run.results:
        yield from _draft(result, view)


def _draft(result: Checked, view: View) -> Iterator[str]:
    found = list(of_draft(result, view, least=shown(view)))
    if not found:
        return
    labels = WORDS[view.lang].labels
    wide = max(len(f"{told.start.line}:{told.start.column}") for told in found)
    room = max(columns(labels[told.finding.severity]) for told in found)
    yield heading(result.doc.path, view)
    for told in found:
        label = labels[told.finding.severity]
        place = f"{told.start.line}:{told.start.column}"
        gap = " " * (room - columns(label))
        yield f"  {place:<{wide}}  {painted(label, COLORS[told.finding.severity], view)}{gap}  {message(told)}"
    yield ""
