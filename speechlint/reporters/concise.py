"""One line for each place, ``path:line:column: code message``: what editors and compilers' users know how to follow."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import message, of_run, shown
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.result import Run, View


def lines(run: Run, view: View) -> Iterator[str]:
    """Drafts that could not be read stand first, at 1:1."""
    words = WORDS[view.lang]
    for trouble in run.errors:
        label = words.not_written if trouble.unwritten else words.trouble
        yield f"{visible(readable(trouble.path))}:1:1: {label}{visible(readable(trouble.message))}"
    for told in of_run(run, view, least=shown(view)):
        yield f"{visible(told.path)}:{told.start.line}:{told.start.column}: {message(told)}"
