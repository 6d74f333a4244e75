"""The draft as HTML paragraphs, the words of its findings marked."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.page import escaped
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding

_LETTERS = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}


def marked(doc: Document, findings: Sequence[Finding], before: int, draft: int) -> Iterator[str]:
    """A paragraph for each line, ``p{draft}-{line}``; the first place of finding ``n`` has the id ``m{n}``, counted on from ``before``."""
    edges: dict[int, tuple[list[int], list[int]]] = {}
    for number, finding in enumerate(findings):
        for start, end in finding.places:
            edges.setdefault(start, ([], []))[0].append(number)
            edges.setdefault(max(end, start + 1), ([], []))[1].append(number)
    cuts = sorted(edges)
    open_now: list[int] = []
    seen: set[int] = set()
    at = cut = 0
    for line_number, line in enumerate(doc.source.split("\n"), 1):
        parts, end = [], at + len(line)
        while at < end or (cut < len(cuts) and cuts[cut] <= end):
            if cut < len(cuts) and cuts[cut] == at:
                begun, ended = edges[at]
                open_now = [number for number in open_now if number not in ended] + begun
                cut += 1
                continue
            stop = min(end, cuts[cut]) if cut < len(cuts) else end
            if stop <= at:
                break
            parts.append(_part(doc.source[at:stop], open_now, findings, before, seen))
            at = stop
        unseen = [number for number in open_now if number not in seen]
        if unseen:  # the break at the end of the line is what is wrong
            parts.append(_part("\n", unseen, findings, before, seen))
        yield f'<p id="p{draft}-{line_number}"><span class="n" aria-hidden="true">{line_number}</span>{"".join(parts)}</p>'
        at = end + 1


def _part(text: str, numbers: Sequence[int], findings: Sequence[Finding], before: int, seen: set[int]) -> str:
    """A piece of a line under the same findings; the gravest of them gives the colour."""
    told = escaped(visible(text))
    if not numbers:
        return told
    ranked = sorted(numbers, key=lambda number: -findings[number].severity)
    letter = _LETTERS[findings[ranked[0]].severity]
    ids = " ".join(str(before + number + 1) for number in ranked)
    new = [number for number in ranked if number not in seen]
    seen.update(new)
    anchors = "".join(f'<i id="m{before + number + 1}"></i>' for number in new[1:])
    if not new:
        return f'<mark class="{letter}" data-f="{ids}">{told}</mark>'
    first = before + ranked[0] + 1
    name = "" if told.strip() else f' aria-label="{first}"'  # a blank says nothing to who hears the page
    return f'{anchors}<a class="m {letter}" id="m{before + new[0] + 1}" href="#f{first}" data-f="{ids}"{name}>{told}</a>'
