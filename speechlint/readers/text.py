"""Decoding: BOM, UTF-8, GB18030, and newlines to ``\\n``; nothing else is changed."""

from __future__ import annotations


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text (newlines ``\\n``, no BOM) and the encoding it was in."""
    for name in (encoding,) if encoding else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n"), name.removesuffix("-sig")
    raise NotImplementedError
