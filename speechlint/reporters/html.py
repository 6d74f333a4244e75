"""The report as one HTML file that asks nothing of the network: the draft to read, its findings marked and listed."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import facts_page, left_out
from speechlint.reporters.chart import bars
from speechlint.reporters.facts_page import shipped_names
from speechlint.reporters.families import family, title
from speechlint.reporters.marked import marked
from speechlint.reporters.page import beginning, end, escaped
from speechlint.reporters.rows import row
from speechlint.reporters.sections import sections
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.text import verdict
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.finding import Finding
    from speechlint.reporters.rows import Row
    from speechlint.result import Checked, Run, View

LETTERS = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}
_ZH = {
    "report": "检查报告",
    "levels": "级别",
    "families": "类别",
    "found": "问题",
    "shown": "列出",
    "outline": "提纲",
    "sizes": "各部分字数",
    "draft": "文稿",
    "see": "在文中看",
    "change": "改法",
    "authority": "依据",
    "places": "处",
    "clean": "没有发现问题",
}
_EN = {
    "report": "Report",
    "levels": "level",
    "families": "family",
    "found": "Findings",
    "shown": "shown",
    "outline": "Outline",
    "sizes": "Length of the parts",
    "draft": "Draft",
    "see": "see it",
    "change": "change",
    "authority": "authority",
    "places": "places",
    "clean": "Nothing found",
}


def lines(run: Run, view: View) -> Iterator[str]:
    """The page piece by piece."""
    words = _EN if view.lang == "en" else _ZH
    drafts = [visible(readable(result.doc.path)) for result in run.results]
    name = drafts[0] if len(drafts) == 1 else words["report"]
    yield beginning(name, view.lang)
    yield f"<header><h1>{escaped(name)}</h1>"
    yield from _kind(run, view)
    yield f"<p>{escaped(verdict(run, view))}</p>"
    for trouble in run.errors:
        yield f"<p>{escaped(visible(readable(f'{trouble.path}: {trouble.message}')))}</p>"
    yield from _filters(run, view, words)
    yield "</header><main>"
    names = shipped_names()
    number = 0
    for draft, result in enumerate(run.results, 1):
        found = [finding for finding in result.findings if not finding.muted_by]
        yield from _draft(result, found, number, draft, view, words)
        yield from facts_page.lines(result.doc, draft, names, view.lang)
        yield "</section>"
        number += len(found)
    yield "</main><footer>"
    yield from (f"<p>{escaped(line)}</p>" for line in left_out(run.left_out, view.lang))
    yield f"<p>{WORDS[view.lang].as_of.format(day=run.as_of.day, origin='speechlint')}</p></footer>{end()}"


def _kind(run: Run, view: View) -> Iterator[str]:
    from speechlint.reporters.diagnosis import diagnosis

    for result in run.results[:1] if len(run.results) == 1 else ():
        told = diagnosis(result.doc, result.findings, view.lang, wanting=True)
        if told:
            yield f'<p class="kind">{escaped(told)}</p>'


def _filters(run: Run, view: View, words: dict[str, str]) -> Iterator[str]:
    """The choices; they are hidden where scripts do not run."""
    labels = WORDS[view.lang].labels
    unmuted = [finding for result in run.results for finding in result.findings if not finding.muted_by]
    kinds = dict.fromkeys(family(finding.code) for finding in unmuted)
    levels = sorted({finding.severity for finding in unmuted}, reverse=True)
    if not unmuted:
        return
    yield f'<div class="filters" hidden><fieldset><legend>{words["levels"]}</legend>'
    for level in levels:
        checked = " checked" if level > Severity.INFO or view.info else ""
        yield f'<label><input type="checkbox" value="{LETTERS[level]}"{checked}>{labels[level]}</label>'
    yield f"</fieldset><fieldset><legend>{words['families']}</legend>"
    for letters in kinds:
        yield f'<label><input type="checkbox" value="{escaped(letters)}" checked>{escaped(title(letters, view.lang))}</label>'
    yield f'</fieldset><p aria-live="polite">{words["shown"]} <span class="shown"></span></p></div>'


def _draft(
    result: Checked, found: Sequence[Finding], before: int, draft: int, view: View, words: dict[str, str]
) -> Iterator[str]:
    """The draft with that number: its outline and charts, its text, its findings; ``before`` counts those above."""
    doc, path = result.doc, escaped(visible(readable(result.doc.path)))
    yield f'<section aria-label="{path}"><h2>{path}</h2><div class="work">'
    yield f'<nav class="side first" aria-label="{words["outline"]} {path}" tabindex="0">'
    outline = list(sections(doc, found, before, view.lang, words["sizes"]))
    yield from ((f"<h3>{words['outline']}</h3>", *outline) if outline else ())
    yield from bars(found, view.lang, words["families"])
    yield f'</nav><article class="text" aria-label="{words["draft"]} {path}" lang="zh">'
    yield from marked(doc, found, before, draft)
    yield (
        f'</article><aside class="side list" aria-label="{words["found"]} {path}" tabindex="0"><h3>{words["found"]}</h3>'
    )
    yield "<ul>" if found else f"<p>{words['clean']}</p>"
    for number, finding in enumerate(found, before + 1):
        yield _item(row(doc, finding, number, view.lang), finding, words)
    yield ("</ul>" if found else "") + "</aside></div>"


def _item(told: Row, finding: Finding, words: dict[str, str]) -> str:
    letter = LETTERS[finding.severity]
    times = f" ×{told.times}" if told.times > 1 else ""
    more = [
        f"<p>{words[name]}：{escaped(text)}</p>"
        for name, text in (("change", told.change), ("authority", told.authority))
        if text
    ]
    return (
        f'<li id="f{told.number}" class="l{letter}" tabindex="-1" data-l="{letter}" data-k="{escaped(family(told.code))}">'
        f'<p><b class="{letter}">{told.level}</b> {escaped(told.code)} {escaped(told.family)}{times} '
        f'<a href="#m{told.number}">{escaped(told.place)}</a></p>'
        f"<p>{escaped(told.message)}</p>{''.join(more)}</li>"
    )
