"""How the number of a list is written: ``w:numFmt``, by ECMA-376 Part 1, 17.18.59 ST_NumberFormat."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SIMPLIFIED = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_OLD = "零壹貳參肆伍陸柒捌玖"
_DIGITS = "〇一二三四五六七八九"
_RINGED = "○一二三四五六七八九"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN, _MOST_LETTERS = 32_767, 780


def written(value: int, format: str) -> str:
    """``value`` as a list in that format shows it; what has no such sign, or no known format, in plain figures."""
    write = _FORMATS.get(format)
    return (write(value) if write else "") or str(value)


def _figures(value: int, digits: str) -> str:
    return "".join(digits[int(figure)] for figure in str(value))


def _counted(value: int, digits: str = _SIMPLIFIED, units: str = "十百千", *, one_ten: bool = False) -> str:
    """一百零一: the Chinese way below ten thousand; 10 to 19 without the leading 一 unless ``one_ten``."""
    if not 0 < value < 10_000:
        return ""
    said, gap = "", False
    for place in (3, 2, 1, 0):
        figure = value // 10**place % 10
        if not figure:
            gap = bool(said)
            continue
        said += digits[0] * gap + digits[figure] + (units[place - 1] if place else "")
        gap = False
    return said[1:] if 10 <= value < 20 and not one_ten else said


def _below_hundred(value: int) -> str:
    """The Chinese way up to 99, figure by figure above."""
    return _counted(value) if value < 100 else _figures(value, _RINGED)


def _japanese(value: int) -> str:
    """百一: the Japanese way, without zeros, and without a one before ten, hundred and thousand."""
    if not 0 < value < 10_000:
        return ""
    said = ""
    for place, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        figure = value // 10**place % 10
        if figure:
            said += (_SIMPLIFIED[figure] if figure > 1 or not unit else "") + unit
    return said


def _letters(value: int) -> str:
    """a … z, aa, bb …"""
    if not 0 < value <= _MOST_LETTERS:
        return ""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return ""
    said = ""
    for size, letters in _ROMAN:
        said += letters * (value // size)
        value %= size
    return said


def _row(first: int, most: int) -> Callable[[int], str]:
    """Characters that follow each other, as ① to ⑳."""
    return lambda value: chr(first + value - 1) if 0 < value <= most else ""


def _circled(value: int) -> str:
    for start, end, first in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if start <= value <= end:
            return chr(first + value - start)
    return "⓪" if value == 0 else ""


def _signs(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else ""


def _ordinal(value: int) -> str:
    teens = 10 < value % 100 < 14
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _sixty(value: int) -> str:
    """甲子, 乙丑 …"""
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value > 0 else ""


def _wide(value: int) -> str:
    return "".join(chr(ord("０") + int(figure)) for figure in str(value))


_FORMATS: dict[str, Callable[[int], str]] = {
    "bullet": lambda _: "",
    "chineseCounting": _below_hundred,
    "chineseCountingThousand": _counted,
    "chineseLegalSimplified": lambda value: _counted(value, _FORMAL, "拾佰仟", one_ten=True),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _row(0x2488, 20),
    "decimalEnclosedParen": _row(0x2474, 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda value: f"{value:02}",
    "ideographDigital": lambda value: _figures(value, _DIGITS),
    "ideographEnclosedCircle": _row(0x3280, 10),
    "ideographLegalTraditional": lambda value: _counted(value, _FORMAL_OLD, "拾佰仟", one_ten=True),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": lambda value: _figures(value, _DIGITS),
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "taiwaneseCounting": _below_hundred,
    "taiwaneseCountingThousand": _counted,
    "taiwaneseDigital": lambda value: _figures(value, _RINGED),
    "upperLetter": lambda value: _letters(value).upper(),
    "upperRoman": lambda value: _roman(value).upper(),
}
