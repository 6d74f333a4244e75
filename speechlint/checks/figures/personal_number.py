"""Mobile numbers, and identity-card numbers whose check digit holds (GB 11643-1999)."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "手机号和校验位正确的身份证号"
_MOBILE = regex.later(r"(?<![\dA-Za-z.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])")
_CARD = regex.later(
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_BORN = 6  # where in a card's number the year of birth stands
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(["13", "14", "15", "16", "17", "18", "19", "20"])}


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    for offset in sorted(query.found[""]):
        mobile = _MOBILE.match(text, offset)
        if mobile:
            yield Hit(Span(*mobile.span()), {"what": "手机号", "what_en": "a mobile number"})
        card = _CARD.match(text, offset - _BORN) if offset >= _BORN else None
        if card and _holds(card[0]):
            yield Hit(Span(*card.span()), {"what": "身份证号", "what_en": "an identity-card number"})


def _holds(card: str) -> bool:
    """Whether the last character is the check digit of the first seventeen."""
    total = sum(int(digit) * weight for digit, weight in zip(card, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == card[17].upper()
