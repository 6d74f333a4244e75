"""Slots of a template: words in brackets that the rule's entries know, and all other brackets of the same kind.

Where two pairs of one kind of brackets are slots, the draft is a template, and so is every other pair of that kind.
Where a draft has three pairs of braces or more and few of them name a kind of thing, they are its own marks, told once.
Where two blanks are the same sign, ……县 and ～的工作, it is one wherever it stands so.
What proves nothing by itself, as 其中女干部名 or 1个平台, is one where the draft has enough that does.
"""

from __future__ import annotations

from speechlint.checks.wording import pattern
from speechlint.document import Span
from speechlint.finding import Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "模板里等着填的格：括号里的字，和同样括号的其余各处"
_SIBLINGS, _OWN, _PROVED = "siblings", "own-braces", "proved"
_BRACES = "{｛"
_BRACED = regex.later(r"(?<![{$#\\])[{｛]([^{}｛｝\n]{1,30})[}｝](?!\})")
_SEVERAL = 3
_PAIRS = {"[": "]", "［": "］", "【": "】", "〔": "〕", "〖": "〗", "{": "}", "<": ">"}
_ENOUGH = 2
_MOST = 80  # characters in a pair


def declared() -> Table:
    """What a rule may say for this check: what it may for ``pattern``, and what is no slot even in a template."""
    from speechlint.checks.options import Option

    return {
        **pattern.declared(),
        "labels": Option("patterns", "模板里也不算的括号", "brackets that are no slots even in a template"),
        "kinds": Option(
            "pattern", "花括号里是一种东西的名字；多半不是的，是这份稿子自己的记号", "braces that name a kind"
        ),
        "again": Option(
            "patterns",
            "报了两处以后，同样开头的记号也算",
            "a sign that begins as two hits do is one, too",
        ),
        "proved": Option(
            "patterns",
            "稿里别处报够了（proof）才算的",
            "what counts where the draft has hits enough (proof)",
        ),
        "proof": Option("number", "别处报几处才够", "how many hits are enough", default=1),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The entries as ``pattern`` has them, and the labels and signs as one expression each."""
    own = {name: "|".join(options[name]) for name in ("labels", "again", "proved")}
    if options["either"]:
        from speechlint.gates.marks import either

        own["proved"] = either(own["proved"])
    return {**pattern.prepare(options), **own, **{name: options[name] for name in ("kinds", "proof")}}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return pattern.gates(options)


def check(query: Query) -> Iterator[Hit]:
    hits = list(_own_braces(query, list(pattern.check(query))))
    yield from hits
    if query.options["again"]:
        yield from _again(query, hits)
    if query.options["proved"] and len(hits) >= query.options["proof"]:
        yield from _proved(query, hits)
    for opening, closing in _PAIRS.items() if query.options["labels"] else ():
        told = [hit.span for hit in hits if query.doc.text[hit.span.start] == opening]
        if len(told) >= _ENOUGH:
            yield from _siblings(query, opening, closing, told)


def _again(query: Query, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Signs of a kind of which two are told."""
    text = query.doc.text
    told: dict[str, list[Hit]] = {}
    for hit in hits:
        told.setdefault(text[hit.span.start], []).append(hit)
    signs = {sign: same[0].words for sign, same in told.items() if len(same) >= _ENOUGH}
    if not signs:
        return
    for match in regex.compile(query.options["again"], regex.MULTILINE).finditer(text):
        span = Span(*match.span())
        if match[0][0] in signs and not any(span.overlaps(hit.span) for hit in hits):
            yield Hit(span, signs[match[0][0]], entry=_SIBLINGS)


def _proved(query: Query, hits: Sequence[Hit]) -> Iterator[Hit]:
    """What the hits prove, said and mended as the first of them."""
    first = hits[0]
    for match in regex.compile(query.options["proved"], regex.MULTILINE).finditer(query.doc.text):
        span = Span(*match.span())
        if span.start < span.end and not any(span.overlaps(hit.span) for hit in hits):
            fixes = tuple(fix._replace(edits=(fix.edits[0]._replace(span=span),)) for fix in first.fixes)
            yield Hit(span, first.words, fixes, entry=_PROVED, severity=first.severity)


def _own_braces(query: Query, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits; those in single braces that are the draft's own marks are one, to be looked at."""
    text, kinds = query.doc.text, query.options["kinds"]
    single = [
        hit for hit in hits if text[hit.span.start] in _BRACES and text[hit.span.start + 1] not in _BRACES
    ]
    pairs = _BRACED.findall(text) if single and kinds else []
    named = sum(bool(regex.compile(kinds).fullmatch(words.strip())) for words in pairs)
    if len(pairs) < _SEVERAL or 2 * named >= len(pairs):
        yield from hits
        return
    yield from (hit for hit in hits if hit not in single)
    spans = tuple(hit.span for hit in single)
    yield Hit(
        spans[0],
        single[0].words,
        entry=_OWN,
        severity=Severity.INFO,
        occurrences=spans if len(spans) > 1 else (),
        apart=True,
    )


def _siblings(query: Query, opening: str, closing: str, told: Sequence[Span]) -> Iterator[Hit]:
    inside = regex.escape(opening + closing)
    pair = rf"{regex.escape(opening)}[^{inside}\n]{{1,{_MOST}}}{regex.escape(closing)}(?![(\[（])"
    labels = query.options["labels"]
    for match in regex.compile(pair).finditer(query.doc.text):
        span = Span(*match.span())
        words = match[0][1:-1].strip()
        plain = not words or words.isdecimal() or words.startswith("^")
        if plain or any(span.overlaps(other) for other in told):
            continue
        if not (labels and regex.compile(labels).fullmatch(words)):
            yield Hit(span, entry=_SIBLINGS)
