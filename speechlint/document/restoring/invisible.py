"""Characters that cannot be seen, and look-alikes of Han characters.

Zero-width characters, soft hyphens and byte order marks split words for every search; Kangxi
radicals and compatibility ideographs come out of PDF files in the place of ordinary characters.
"""

from __future__ import annotations

import unicodedata

from speechlint.document.alignment import Change
from speechlint.document.chinese import is_foreign
from speechlint.quick import regex

ZERO_WIDTH = "\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff"
_VARIANTS = "\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef"
_LOOK_ALIKES = "\\u2e80-\\u2fdf\\uf900-\\ufaff\\U0002f800-\\U0002fa1f"
_LINES = "\\x0b\\x0c\\x85\\u2028\\u2029"
_CONTROL = "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f"
_ODD = regex.later(
    f"(?P<zero>[{ZERO_WIDTH}]+|(?<=[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f])[{_VARIANTS}]+)"
    f"|(?P<alike>[{_LOOK_ALIKES}]+)|(?P<line>[{_LINES}])|(?P<control>[{_CONTROL}]+)"
)
_KINDS = {"zero": "zero-width", "alike": "look-alike", "line": "line-separator", "control": "control"}
# Radicals of CJK Radicals Supplement that Unicode gives no ordinary form.
_RADICALS = str.maketrans(
    "⺟⺠⺬⺮⺶⺼⻁⻂⻄⻅⻆⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "母民示竹羊肉虎衣西见角贝车長镸长门雨青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)


def changes(text: str) -> list[Change]:
    """Each of them, and what it reads as."""
    found = []
    for match in _ODD.finditer(text):
        was = match.group()
        if match.lastgroup == "zero" and _is_useful(text, *match.span()):
            continue
        reading = _reading(was, str(match.lastgroup))
        if reading != was:
            found.append(Change(match.start(), match.end(), reading, _KINDS[str(match.lastgroup)]))
    return found


def _is_useful(text: str, start: int, end: int) -> bool:
    """Whether it shapes or parts letters of another script, turns their direction, or joins emoji.

    What stands between Han characters, or between ASCII ones, never does.
    """
    left, right = text[max(0, start - 1) : start], text[end : end + 1]
    if "\ufeff" in text[start:end]:
        return False
    if is_foreign(left) or (is_foreign(right) and text[start] != "\u200b"):
        return True
    return "\u200d" in text[start:end] and _is_emoji(left) and _is_emoji(right)


def _is_emoji(char: str) -> bool:
    return char >= "\U0001f000" or "\u2190" <= char <= "\u2bff" or char == "\ufe0f"


def _reading(was: str, group: str) -> str:
    if group == "alike":
        plain = "".join(unicodedata.normalize("NFKC", char) for char in was).translate(_RADICALS)
        return plain if len(plain) == len(was) else was
    return "\n" if group == "line" else ""
