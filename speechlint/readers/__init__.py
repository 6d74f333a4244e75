"""Bytes → Document, by the path's suffix."""

from __future__ import annotations

import os

from speechlint.document import Document
from speechlint.readers.text import decode

READERS = {".txt": "text", ".md": "markdown", ".markdown": "markdown"}


def format_of(path: str) -> str:
    """The format of a draft: ``"text"`` or ``"markdown"``."""
    return READERS.get(os.path.splitext(path)[1].lower(), "text")


def read(path: str, data: bytes, encoding: str | None = None) -> Document:
    """The document in ``data``. Raises ``ReadError`` where that is not text."""
    return document(path, *decode(data, encoding))


def document(path: str, source: str, encoding: str) -> Document:
    """The document of a source that is decoded already (newlines ``\\n``)."""
    format = format_of(path)
    if format == "text":
        return Document(path, source, encoding=encoding)
    from speechlint.readers.markdown import markup

    return Document(path, source, format=format, encoding=encoding, markup=markup(source))
