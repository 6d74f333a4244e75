"""Which characters are Chinese, which are of another script, and whether Chinese surrounds a place.

Everything that changes marks, spaces or invisible characters asks here: beside words of other scripts nothing is
changed.
"""

from __future__ import annotations

from bisect import bisect_right

# Han characters, in pairs of a first character and the one after the last.
_HAN = (
    "\u3005",
    "\u3008",
    "\u3400",
    "\u4dc0",
    "\u4e00",
    "\ua000",
    "\uf900",
    "\ufb00",
    "\U00020000",
    "\U00040000",
)
# Letters, vowel signs and marks of other scripts; ideographic punctuation, symbols and private use are none.
_FOREIGN = (
    *("\xc0", "\xd7", "\xd8", "\xf7", "\xf8", "\u2000", "\u2c00", "\u2e00"),
    *("\u3040", "\u3200", "\ua000", "\ud800", "\ufb00", "\ufe00", "\ufe70", "\ufeff"),
    *("\uff66", "\uffe0", "\U00010000", "\U0001d000", "\U0001e000", "\U0001f000"),
)
# Between words of Chinese these say nothing of what they stand in.
_PASSED = " \t\xa0\u3000\"'()[]"
_FAR = 60


def is_han(char: str) -> bool:
    """Whether it is a Han character; 〇 and 々 are."""
    return "\u4e00" <= char <= "\u9fff" or bisect_right(_HAN, char[:1]) % 2 == 1


def han_run(text: str) -> str:
    """The Han characters that ``text`` begins with."""
    return text[: next((at for at, char in enumerate(text) if not is_han(char)), len(text))]


def is_foreign(char: str) -> bool:
    """Whether it belongs to a script that is neither Han nor ASCII: Cyrillic, Arabic, Hangul, Thai, é, か."""
    return char > "\x7f" and not "\u4e00" <= char <= "\u9fff" and bisect_right(_FOREIGN, char[:1]) % 2 == 1


def is_chinese(char: str) -> bool:
    """Whether it is a Han character, a full-width mark or a symbol, not a character of ASCII or of another script."""
    return char > "\x7f" and not is_foreign(char)


def before(text: str, at: int) -> str:
    """The nearest character before ``at`` that is no blank, bracket or straight quotation mark; a newline at the end."""
    start = max(0, at - _FAR)
    return text[start:at].rstrip(_PASSED)[-1:] or "\n"


def after(text: str, at: int) -> str:
    """The nearest such character from ``at`` on."""
    return text[at : at + _FAR].lstrip(_PASSED)[:1] or "\n"
