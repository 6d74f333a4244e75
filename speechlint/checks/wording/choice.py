"""One of two words that both are right, in the place of the other: 服务意思, 贫困程序深.

Each word of a pair is a gate literal. What stands before it and what stands behind it must both be met with the other
word far more often; between an edge and what is met with nothing but the other, the one side is enough.
"""

from __future__ import annotations

from speechlint.checks.wording.met_choices import (
    EDGE,
    WIDEST,
    before,
    behind,
    may_be_meant,
    plain,
    seed,
    usual,
)
from speechlint.document import Span
from speechlint.document.quotations import inside
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "两个都对的字词用混了，前后的字都只跟另一个连用：服务意思"
_KINDS = ("characters", "words")
_EACH, _BOTH = 1.5, 5.0  # how much (logarithm) each side must tell, and both together
# So much that an edge may stand on the other side, and the least that this may tell: nothing against it.
_ALONE, _AGAINST = 5.0, -0.5
_OFTEN = 3  # what a draft writes so often is meant


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "characters": Option(
            "words", "一个字的，写成“错>对”", "pairs of characters, wrong>right", required=True
        ),
        "words": Option("words", "两个字的，写成“错>对”", "pairs of words, wrong>right", required=True),
    }


def prepare(options: Node) -> dict[str, Any]:
    """For each word those that may be meant, and what the contexts of both are told by."""
    made: dict[str, Any] = {}
    for name in _KINDS:
        meant: dict[str, list[tuple[str, int]]] = {}
        for pair in options[name]:
            wrong, _, right = pair.partition(">")
            meant.setdefault(wrong, []).append((right, seed(wrong, right)))
        made[name] = meant
    return made


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(options[name]) for name in _KINDS}


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    for name, size in zip(_KINDS, (1, 2), strict=True):
        meant = query.options[name]
        for at in query.found.get(name, ()):
            if size == 1 and not may_be_meant(text, at):
                continue
            span = Span(at, at + size)
            right = _fitting(text, span, meant[text[at : at + size]])
            if right and not _is_meant(query.doc, span):
                yield Hit(span, {"right": right}, (Fix((Edit(span, right),)),))


def _fitting(text: str, span: Span, meant: list[tuple[str, int]]) -> str:
    """Which of the words that may be meant is met with what is around; "" for none."""
    return next((right for right, own in meant if fits(text, span, own)), "")


def fits(text: str, span: Span, own: int) -> bool:
    """Whether what stands before a place and behind it is met with the other word, whose contexts ``own`` tells."""
    single = span.end - span.start == 1
    ahead = plain(text[max(0, span.start - WIDEST) : span.start]) or EDGE
    first = before(own, ahead, 1 + single)
    if first < _AGAINST or (single and first < _EACH and ahead[-1] != EDGE):
        return False
    past = plain(text[span.end : span.end + WIDEST]) or EDGE
    second = behind(own, past)
    if first + second + usual(own) < _BOTH:
        return False
    if min(first, second) >= _EACH:
        return first + second >= _BOTH
    edge = EDGE in (ahead[-1], past[0])
    return edge and max(first, second) >= _ALONE and min(first, second) >= _AGAINST


def _is_meant(doc: Document, span: Span) -> bool:
    """Whether it is quoted, or written so again and again."""
    around = doc.text[max(0, span.start - 1) : span.end + 1]
    return (
        doc.text.count(around) >= _OFTEN
        or bool(inside(doc, span, "quote"))
        or bool(inside(doc, span, "title"))
    )
