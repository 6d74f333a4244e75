"""The outline beside a draft: its headings, how long each part is, and how much is wrong in it."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.chart import chart
from speechlint.reporters.outline import characters
from speechlint.reporters.page import escaped
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.document.outline.item import Item
    from speechlint.finding import Finding

_DEEP = 3  # levels
_LONG = 24  # characters of a heading
_MANY = 60  # headings


def sections(doc: Document, findings: Sequence[Finding], before: int, lang: str, sizes: str) -> Iterator[str]:
    """A list of headings with links to the first thing wrong below each, and a chart of the parts' lengths.

    Nothing for a draft without headings.
    """
    at = [doc.alignment.to_reading(finding.span).start for finding in findings]
    items = [item for item in doc.outline.walk() if item.level <= _DEEP and item.own_line][:_MANY]
    listed = []
    for speech in doc.outline.speeches:
        if speech.title:
            listed.append(f"<li><b>{_short(doc[speech.title])}</b></li>")
        inside = (item for item in items if speech.span.start <= item.mark.start < speech.span.end)
        listed += [_line(doc, item, at, before, lang) for item in inside]
    yield from (('<ul class="out">', *listed, "</ul>") if listed else ())
    tops = [item for item in items if item.level == 1]
    if len(tops) > 1:
        lengths = [characters(doc, item.span) for item in tops]
        yield f"<h3>{sizes}</h3>"
        rows = [
            (_mark(doc, item), [("bs", size)], max(lengths)) for item, size in zip(tops, lengths, strict=True)
        ]
        yield chart(sizes, rows)


def _line(doc: Document, item: Item, at: Sequence[int], before: int, lang: str) -> str:
    inside = [number for number, start in enumerate(at) if item.span.start <= start < item.span.end]
    told = _short(f"{doc[item.mark]}{doc[item.head]}")
    size = f"{characters(doc, item.span)} {'chars' if lang == 'en' else '字'}"
    wrong = ""
    if inside:
        count = f"{len(inside)} {'findings' if lang == 'en' else '条'}"
        wrong = f' <a href="#m{before + inside[0] + 1}">{count}</a>'
    return f'<li class="d{item.level}">{told} <span class="dim">{size}</span>{wrong}</li>'


def _mark(doc: Document, item: Item) -> str:
    return visible(doc[item.mark].strip())[:6]


def _short(text: str) -> str:
    told = visible(" ".join(text.split()))
    return escaped(told if len(told) <= _LONG else told[:_LONG] + "…")
