"""Numbers as speeches write them: 三, 十二, 二十, 两, 廿, 12."""

from __future__ import annotations

_DIGITS = {d: n for n, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
CHINESE = frozenset("一二三四五六七八九十百")
# ① ⑴ ⒈ ㈠ ㊀ Ⅰ ⅰ ❶ ➀ ➊
_ROWS = (
    *((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10), (0x3280, 10)),
    *((0x2160, 12), (0x2170, 12), (0x2776, 10), (0x2780, 10), (0x278A, 10)),
)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}


def number(text: str) -> int | None:
    """The value of a numeral below 10,000; ``None`` for anything vague (几, 多, 余) or no numeral."""
    if text.isdecimal():
        return int(text)
    if text in _CIRCLED:
        return _CIRCLED[text]
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char]
        elif char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _TENS:
            total += _TENS[char]
        else:
            return None
    return total + digit if text else None


def numeral(value: int) -> str:
    """The Chinese numeral of 1–99, as headings write it; beyond, Arabic digits."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else "一二三四五六七八九"[tens - 1] + "十"
    return head + ("一二三四五六七八九"[ones - 1] if ones else "")


def is_ligature(char: str) -> bool:
    """Whether a number and what stands around it are one character: ③ ⑶ ⒊ ㈢."""
    return _row(char) is not None


def written_like(old: str, value: int) -> str | None:
    """``value`` in the characters that the numeral ``old`` is written in: 3 三 ３ ③ ⑶ ⒊; None where they have no such."""
    row = _row(old)
    if row:
        return chr(row[0] + value - 1) if 0 < value <= row[1] else None
    if old.isdecimal():
        return str(value) if old.isascii() else str(value).translate(_WIDE)
    known = number(old)
    return numeral(value) if known is not None and numeral(known) == old and 0 < value < 100 else None


def _row(char: str) -> tuple[int, int] | None:
    """The first code point and the size of the row of numbers a character is of."""
    if len(char) != 1 or not "\u2160" <= char <= "\u3289":  # mostly
        return None
    return next((row for row in _ROWS if row[0] <= ord(char) < row[0] + row[1]), None)


def circled(value: int) -> str:
    """①–⑳; beyond, Arabic digits."""
    return chr(0x245F + value) if 0 < value < 21 else str(value)
