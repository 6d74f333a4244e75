"""The characters that an element of a run stands for."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import names
from speechlint.readers.word.names import VALUE, W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BLANKS = " \t\r\n"
_SYMBOLS = {0xB7: "·", 0xA8: "□", 0xFE: "☑", 0xFC: "✓", 0x6F: "□", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0xD8: "➢"}


def text_of(element: Element) -> str:
    """The characters of a text; blanks at its edges count only where it says so."""
    text = element.text or ""
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        if element.get(names.SPACE) != "preserve":
            text = text.strip(_BLANKS)
        return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return text.replace("\n", " ").replace("\t", " ") if "\n" in text or "\t" in text else text


def symbol(element: Element) -> str:
    """The character of a symbol font, as far as it has one of its own."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, "\ufffd")
    return chr(code) if 0x20 <= code <= 0xFFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def is_line(properties: Element | None, text: str) -> bool:
    """Whether blanks are underlined: on the page they are a line to be filled in."""
    line = properties.find(f"{W}u") if properties is not None else None
    return len(text) > 1 and line is not None and line.get(VALUE, "single") != "none"
