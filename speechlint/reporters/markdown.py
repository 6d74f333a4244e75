"""The sheet as Markdown: a table for each draft."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import left_out
from speechlint.reporters.families import family, title
from speechlint.reporters.rows import HEADS, row
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.text import verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.result import Checked, Run, View

_MARKS = regex.later(r"[\\`*_{}\[\]<>#|~!&$]")
_COLUMNS = ("number", "place", "level", "code", "words", "message", "change", "authority")


def lines(run: Run, view: View) -> Iterator[str]:
    """The verdict, then the drafts that have findings; what was not checked at the end."""
    yield f"<!-- speechlint -->\n\n# {'检查报告' if view.lang == 'zh' else 'Report'}\n"
    yield escaped(verdict(run, view))
    for trouble in run.errors:
        yield f"\n- {escaped(visible(readable(trouble.path)))}：{escaped(visible(readable(trouble.message)))}"
    for result in run.results:
        yield from _draft(result, view.lang)
    for line in left_out(run.left_out, view.lang):
        yield "\n" + escaped(line)


def _draft(result: Checked, lang: str) -> Iterator[str]:
    found = [finding for finding in result.findings if not finding.muted_by]
    if not found:
        return
    heads = dict(zip(_FIELDS, HEADS[lang], strict=True))
    yield f"\n## {escaped(visible(readable(result.doc.path)))}\n"
    yield _line(heads[name] for name in _COLUMNS)
    yield _line("---" for _ in _COLUMNS)
    for number, finding in enumerate(found, 1):
        cells = row(result.doc, finding, number, lang)._asdict()
        cells["code"] = f"{finding.code} {title(family(finding.code), lang)}"
        if len(finding.places) > 1:
            cells["words"] = f"{cells['words']}（×{len(finding.places)}）"
        yield _line(escaped(str(cells[name])) for name in _COLUMNS)


_FIELDS = (
    *("number", "path", "place", "level", "family", "code", "words", "times"),
    *("message", "change", "authority"),
)


def escaped(text: str) -> str:
    """``text`` as Markdown that reads the same."""
    return _MARKS.sub(lambda found: "\\" + found[0], text)


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
