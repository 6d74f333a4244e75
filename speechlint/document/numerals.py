"""Numbers as speeches write them: 三, 十二, 二十, 两, 廿, 12."""

from __future__ import annotations

_DIGITS = {d: n for n, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
CHINESE = frozenset("一二三四五六七八九十百")
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


def circled(value: int) -> str:
    """①–⑳; beyond, Arabic digits."""
    return chr(0x245F + value) if 0 < value < 21 else str(value)
