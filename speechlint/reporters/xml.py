"""What the XML reports share: text that any XML parser takes."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.reporters.terminal import readable, visible

_MARKS = regex.later("[&<>\"']")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def escaped(text: str) -> str:
    """``text`` on one line, for an attribute or an element."""
    return _MARKS.sub(lambda found: _NAMES[found[0]], visible(readable(text)))


def tag(element: str, /, **attributes: object) -> str:
    """The name of an ``element`` and its attributes, without the brackets; those that are None are left out."""
    said = (f'{key}="{escaped(str(value))}"' for key, value in attributes.items() if value is not None)
    return " ".join((element, *said))
