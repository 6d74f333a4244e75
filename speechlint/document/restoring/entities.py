"""Remains of the web page: HTML entities (also those that lost their & or ;), escapes of JSON, tags."""

from __future__ import annotations

from html import unescape

from speechlint.document.alignment import Change
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_NAMES = "nbsp|[lr][ds]quo|hellip|mdash|middot|e[mn]sp"
_ENTITY = regex.later(
    r"&(?:amp;)?(?:#\d{2,6};|#[xX][0-9a-fA-F]{2,6};|[a-zA-Z]{2,8}\d{0,2};|#\d{4,5}(?![\d;])|"
    rf"(?:{_NAMES})(?![a-z]))|(?<![a-zA-Z&])(?:{_NAMES});|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{{4}}"
)
_TAG = regex.later(
    r"<(?P<line>br|/p|/div|/li|/h\d)\s{0,4}/?>"
    r"|</?(?:p|div|span|strong|b|i|u|em|font|a|h\d|li|ul|ol|td|tr|table|tbody|center|img|section)(?:\s[^<>]{0,200})?/?>",
    regex.IGNORECASE,
)


def changes(text: str) -> list[Change]:
    """Each entity and tag, and what it reads as."""
    found = []
    for match in _ENTITY.finditer(text):
        reading = _reading(match.group())
        if reading != match.group():
            found.append(Change(match.start(), match.end(), reading, "entity"))
    found += [Change(m.start(), m.end(), _break(text, m), "tag") for m in _TAG.finditer(text)]
    return sorted(found)


def _reading(code: str) -> str:
    """What an entity or an escape stands for."""
    if code.startswith("\\u"):
        return chr(int(code[2:], 16))
    return unescape(
        unescape(f"{'' if code.startswith('&') else '&'}{code}{'' if code.endswith(';') else ';'}")
    )


def _break(text: str, match: re.Match[str]) -> str:
    """A line break where the tag is one, unless the text has it already."""
    breaks = match["line"] is not None and not text.startswith("\n", match.end())
    return "\n" if breaks and match.end() < len(text) else ""
