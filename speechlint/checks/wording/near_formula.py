"""A fixed formula (提法) that is one character away from its wording: 中华民族共同意识, 团结以……为核心的党中央周围.

Half of it stands as it must, and the other half is alike but for a character that is missing, another one, written
twice, or in the place of its neighbour. What is missing or put in for another is no particle and no joint: these come
and go in right texts.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.document.quotations import inside
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "固定提法差一个字：少了、错了、写重了或颠倒了一个字"
_LOOSE = frozenset("的地了着都也要把和与同及跟并其等")  # come and go
_MORE = 2  # characters to read beyond its length
_KEY = 4  # characters that every half has

Half = tuple[str, int, bool]  # the formula, where it is cut in two, whether this is the half before the cut


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "formulas": Option(
            "words", "固定提法，各八个字以上", "formulas, eight characters or more", required=True
        ),
        "right": Option("words", "差一个字而不错的", "what is one character away and right", default=[]),
    }


def prepare(options: Node) -> dict[str, Any]:
    """For what a half begins with the formulas it may belong to."""
    halves: dict[str, list[Half]] = {}
    for formula in options["formulas"]:
        cut = len(formula) // 2
        halves.setdefault(formula[:_KEY], []).append((formula, cut, True))
        halves.setdefault(formula[cut : cut + _KEY], []).append((formula, cut, False))
    return {"halves": halves, "right": frozenset(options["right"])}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    halves = options["halves"].values()
    return {"": frozenset(one[:cut] if before else one[cut:] for half in halves for one, cut, before in half)}


def check(query: Query) -> Iterator[Hit]:
    doc, halves = query.doc, query.options["halves"]
    found: dict[Span, str] = {}
    for offset in query.found.get("", ()):
        for formula, cut, before in halves[doc.text[offset : offset + _KEY]]:
            span = _slip(doc.text, offset, formula, cut, before)
            if span and doc[span] not in query.options["right"] and not inside(doc, span, "title"):
                found.setdefault(span, formula)
    told = 0
    for span, formula in sorted(found.items(), key=lambda one: (one[0].start, -one[0].end)):
        if span.start >= told:  # a formula may hold a shorter one
            told = span.end
            yield Hit(span, {"formula": formula}, (Fix((Edit(span, formula),)),))


def _slip(text: str, offset: int, formula: str, cut: int, before: bool) -> Span | None:
    """Where a formula stands with a slip, one half of which stands at ``offset``."""
    if not text.startswith(formula[:cut] if before else formula[cut:], offset):
        return None
    if before:
        start = offset + cut
        size = _alike(formula[cut:], text[start : start + len(formula) - cut + _MORE])
        return Span(offset, start + size) if size else None
    size = _alike(formula[cut - 1 :: -1], text[max(0, offset - cut - _MORE) : offset][::-1])
    return Span(offset - size, offset + len(formula) - cut) if size else None


def _alike(right: str, text: str) -> int:
    """How many characters of ``text`` are ``right`` with a slip; 0 if they are it, or something else."""
    if text.startswith(right):
        return 0
    at = 0
    while at < len(text) and text[at] == right[at]:
        at += 1
    if at == len(text) or not is_han(text[at]) or not is_han(right[at]):
        return 0
    rest = right[at + 1 :]
    if at and text[at] == text[at - 1] and text.startswith(right[at:], at + 1):
        return len(right) + 1
    if not rest:  # it may end otherwise
        return 0
    if text.startswith(rest, at):
        return 0 if right[at] in _LOOSE else len(right) - 1
    if text.startswith(right[at + 1] + right[at] + rest[1:], at):
        return len(right)
    if text.startswith(rest, at + 1):
        return 0 if text[at] in _LOOSE or right[at] in _LOOSE else len(right)
    return 0
