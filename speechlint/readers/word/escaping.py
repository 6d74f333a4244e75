"""Text as it stands in XML: what ``xml.sax.saxutils`` does, which brings half the network of the standard library along."""

from __future__ import annotations


def escape(text: str) -> str:
    """``text`` as it stands in an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoteattr(text: str) -> str:
    """``text`` as an attribute's value, quoted."""
    made = escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return f'"{made.replace(chr(34), "&quot;")}"'
