"""Numbers with 万 and 亿, and how exact they are as written."""

from __future__ import annotations

from speechlint.document.numerals import number
from speechlint.quick.typing import NamedTuple

_FACTORS = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12}


class Quantity(NamedTuple):
    """``value`` as written; rounded figures may stand for anything from ``low`` to ``high``."""

    value: float
    low: float
    high: float


def quantity(digits: str, unit: str) -> Quantity:
    """The quantity of ``digits`` (12 or 1.25) in ``unit`` (万, 亿, 万亿 or nothing).

    A whole number without a unit is exact; any other is rounded at its last digit.
    """
    factor = _FACTORS[unit]
    decimals = len(digits.partition(".")[2])
    value = float(digits)
    half = 0.0 if not decimals and not unit else 0.5 * 10**-decimals
    return Quantity(value * factor, (value - half) * factor, (value + half) * factor)


def multiple(text: str) -> float | None:
    """The value of 两, 三, 2 or 1.5."""
    try:
        return float(text)
    except ValueError:
        value = number(text)
        return None if value is None else float(value)
