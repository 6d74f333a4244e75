"""Slots of a template: words in brackets that the rule's entries know, and all other brackets of the same kind.

Where two pairs of one kind of brackets are slots, the draft is a template, and so is every other pair of that kind.
"""

from __future__ import annotations

from speechlint.checks.wording import pattern
from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "模板里等着填的格：括号里的字，和同样括号的其余各处"
_SIBLINGS = "siblings"
_PAIRS = {"[": "]", "［": "］", "【": "】", "〔": "〕", "〖": "〗", "{": "}", "<": ">"}
_ENOUGH = 2
_MOST = 80  # characters in a pair


def declared() -> Table:
    """What a rule may say for this check: what it may for ``pattern``, and what is no slot even in a template."""
    from speechlint.checks.options import Option

    return {
        **pattern.declared(),
        "labels": Option("patterns", "模板里也不算的括号", "brackets that are no slots even in a template"),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The entries as ``pattern`` has them, and the labels as one expression."""
    return {**pattern.prepare(options), "labels": "|".join(options["labels"])}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return pattern.gates(options)


def check(query: Query) -> Iterator[Hit]:
    hits = list(pattern.check(query))
    yield from hits
    for opening, closing in _PAIRS.items():
        told = [hit.span for hit in hits if query.doc.text[hit.span.start] == opening]
        if len(told) >= _ENOUGH:
            yield from _siblings(query, opening, closing, told)


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
