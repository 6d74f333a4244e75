"""Text of drafts, names and configs made fit for people: a terminal would obey some characters and turn lines about."""

from __future__ import annotations

from speechlint.quick import regex

# Controls but for the tab, the marks of directions, the separators of lines.
_OBEYED = regex.later("[\0-\x08\n-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_WIDE_BLANK = "\u3000"  # which indents Chinese


def harmless(line: str) -> str:
    """``line`` with everything a terminal would obey as ``<U+001B>``, a break as ``↵``; all the rest as it is."""
    if line.isprintable():
        return line
    return _OBEYED.sub(lambda found: _named(found[0]), line)


def visible(text: str) -> str:
    """``text`` on one line: control, zero-width and private characters as ``<U+200B>``, a break as ``↵``."""
    if text.isprintable() or text.replace(_WIDE_BLANK, "").isprintable():
        return text
    return "".join([char if char.isprintable() else _named(char) for char in text])


def _named(char: str) -> str:
    if char == _WIDE_BLANK:
        return char
    if char in "\xa0\u2002\u2003\u2009\t":
        return " "
    return "↵" if char == "\n" else f"<U+{ord(char):04X}>"


def readable(path: str) -> str:
    """``path`` as valid Unicode: under the C locale a Chinese name comes in as raw bytes."""
    if path.isascii():
        return path
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return path


def argument(path: str) -> str:
    """``path`` as it is typed in a command line that is shown: in quotation marks where a shell would split it."""
    shown = visible(readable(path))
    return f'"{shown}"' if any(char in shown for char in " ()&;'|<>*?$`\u3000") else shown
