"""The outline of drafts as a writer wants to see it: level, number, heading, characters, share, and what is wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from speechlint.document import Document
from speechlint.finding import Finding
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.excerpt import columns
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Span
    from speechlint.document.outline.tree import Item, Speech
    from speechlint.quick.typing import Any

SCHEMA_VERSION = 1
FAMILIES = ("NUM", "CNT", "PAR")  # what can be wrong in an outline
_SIGNS = {3: "✗", 2: "!", 1: "·"}


class Words(NamedTuple):
    """The words of the report in one language."""

    untitled: str
    empty: str
    characters: str


WORDS = {
    "zh": Words("（没有标题）", "没有分条", "字"),
    "en": Words("(no title)", "no numbered parts", "chars"),
}
Drafts = Sequence[tuple[Document, Sequence[Finding]]]


def text(drafts: Drafts, width: int = 80, lang: str = "zh") -> str:
    """The trees for people; a line is at most ``width`` columns unless a message is longer."""
    lines: list[str] = []
    for doc, findings in drafts:
        lines.append(visible(doc.path))
        found = placed(doc, findings)
        for speech in doc.outline.speeches:
            lines.extend(_speech(doc, speech, found, width, WORDS[lang]))
    return "\n".join(lines)


def json(drafts: Drafts) -> str:
    """The same as JSON, a stable format: ``{schema_version, files: [{path, speeches: [{…, items: […]}]}]}``."""
    from speechlint.reporters.json import dumped

    files = [{"path": doc.path, "speeches": speeches(doc, findings)} for doc, findings in drafts]
    return dumped({"schema_version": SCHEMA_VERSION, "files": files}, indent=2)


Placed = dict[int, list[Finding]]


def placed(doc: Document, findings: Sequence[Finding]) -> Placed:
    """Findings by what they stand in (its ``id``): the innermost item, or, before the first, the speech."""
    speeches = doc.outline.speeches
    begins = [speech.span.start for speech in speeches]
    items = [list(speech.walk()) for speech in speeches]
    starts = [[item.mark.start for item in each] for each in items]
    placed: Placed = {}
    for finding in findings:
        at = doc.alignment.to_reading(finding.span).start
        number = bisect_right(begins, at) - 1
        if number >= 0 and at < speeches[number].span.end:
            item = _around(items[number], bisect_right(starts[number], at) - 1, at)
            placed.setdefault(id(item or speeches[number]), []).append(finding)
    return placed


def _around(items: Sequence[Item], index: int, at: int) -> Item | None:
    """The innermost item around an offset."""
    item = items[index] if index >= 0 else None
    while item and at >= item.span.end:
        item = item.parent
    return item


def _speech(doc: Document, speech: Speech, placed: Placed, width: int, words: Words) -> Iterator[str]:
    total = characters(doc, speech.body)
    title = visible(doc[speech.title].strip()) if speech.title else words.untitled
    yield ""
    yield _row(f"  {title}", f"{total} {words.characters}", "", width)
    yield from _notes(placed.get(id(speech), ()), "    ")
    if not speech.items:
        yield f"    {words.empty}"
    for item in speech.walk():
        size = characters(doc, item.span)
        share = f"{round(100 * size / max(1, total))}%"
        indent = "  " * (item.level + 1)
        head = visible(doc[item.head].strip())
        yield _row(f"{indent}{_mark(doc, item)} {head}", f"{size} {words.characters}", share, width)
        yield from _notes(placed.get(id(item), ()), indent + "  ")


def _notes(findings: Sequence[Finding], indent: str) -> Iterator[str]:
    for finding in findings:
        yield f"{indent}{_SIGNS[int(finding.severity)]} {visible(finding.message)}  {finding.code}"


def _row(left: str, size: str, share: str, width: int) -> str:
    right = f"{size:>9}{share:>6}" if share else f"{size:>9}{'':>6}"
    room = max(20, width - columns(right) - 1)
    left = _cut(left, room)
    return f"{left}{' ' * (room - columns(left))} {right}".rstrip()


def _cut(words: str, room: int) -> str:
    """As much of the beginning as fits, with ``…`` where something is left out."""
    used = 0
    for at, char in enumerate(words):
        used += columns(char)
        if used > room - 2 and columns(words[at:]) > 2:
            return words[:at] + "…"
    return words


def _mark(doc: Document, item: Item) -> str:
    return visible(doc[item.mark].strip())


def characters(doc: Document, span: Span) -> int:
    """Characters without blanks."""
    return sum(map(len, doc[span].split()))


def speeches(doc: Document, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    found = placed(doc, findings)
    return [_speech_data(doc, speech, found) for speech in doc.outline.speeches]


def _speech_data(doc: Document, speech: Speech, placed: Placed) -> dict[str, Any]:
    total = characters(doc, speech.body)
    return {
        "title": doc[speech.title].strip() if speech.title else None,
        "line": doc.place(doc.alignment.to_source(speech.span).start).line,
        "characters": total,
        "findings": _findings(placed.get(id(speech), ())),
        "items": [_item(doc, item, total, placed) for item in speech.items],
    }


def _item(doc: Document, item: Item, total: int, placed: Placed) -> dict[str, Any]:
    place = doc.place(doc.alignment.to_source(item.mark).start)
    size = characters(doc, item.span)
    return {
        "level": item.level,
        "style": item.style,
        "number": item.number,
        "mark": doc[item.mark].strip(),
        "heading": doc[item.head].strip(),
        "line": place.line,
        "column": place.column,
        "characters": size,
        "share": round(size / max(1, total), 4),
        "findings": _findings(placed.get(id(item), ())),
        "items": [_item(doc, child, total, placed) for child in item.children],
    }


def _findings(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [{"code": f.code, "severity": f.severity.label, "message": f.message} for f in findings]
