"""Places left blank (X届, 20xx年, ×××, **, ____, 某某), by what was left out.

Each blank has one kind, so that rules with different kinds never speak of the same blank. In the story of a
case people and places are left unnamed on purpose: there a blank is ``info``; a lone letter that may be a
name is a ``warning``.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.blanks.mask_runs import MARKS
from speechlint.document.blanks.unfilled import KINDS, Doubt
from speechlint.document.contexts import excused, place
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.blanks.unfilled import Blank
    from speechlint.quick.typing import Any

ABOUT = "没填的空缺：X届、20xx年、×××、____、某某，按缺的是什么分"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "kinds": Option("some", "报空着的哪几类", "the kinds of blank that are told", required=True, of=KINDS)
    }


_SEVERITY = {Doubt.NONE: None, Doubt.ALONE: Severity.WARNING, Doubt.STORY: Severity.INFO}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset("某" if options["kinds"] == ["unnamed"] else MARKS)}


def check(query: Query) -> Iterator[Hit]:
    groups = _alike(query.doc)
    for kind in query.options["kinds"]:
        for first, spans in groups.get(kind, {}).values():
            yield _hit(query.doc, first, spans)


@lru_cache(maxsize=1)
def _alike(doc: Document) -> dict[str, dict[tuple[object, ...], tuple[Blank, list[Span]]]]:
    """The blanks by kind; those of the same words are one, with all places: there may be a hundred thousand."""
    text = doc.text
    found: dict[str, dict[tuple[object, ...], tuple[Blank, list[Span]]]] = {}
    for blank in doc.blanks:
        span, mask, kind, doubt, reading = blank
        said = (text[span[0] : span[1]], doubt) if reading is None else (mask,)
        groups = found.setdefault(kind, {})
        if said in groups:
            groups[said][1].append(span)
        else:
            groups[said] = blank, [span]
    return found


def _hit(doc: Document, blank: Blank, spans: list[Span]) -> Hit:
    severity = _SEVERITY[blank.doubt]
    if severity is None and blank.kind == "letter" and excused(place(doc, blank.span, "", ""), ("quote",)):
        severity = Severity.WARNING  # it may stand so in what is quoted
    if blank.reading is None:
        several = len(spans) > 1
        return Hit(blank.span, severity=severity, occurrences=tuple(spans) if several else (), apart=several)
    before, after = Span(blank.span.start, blank.mask.start), Span(blank.mask.end, blank.span.end)
    whole = doc[before] + blank.reading + doc[after]
    return Hit(blank.span, {"whole": whole}, (Fix((Edit(blank.mask, blank.reading),)),), severity=severity)
