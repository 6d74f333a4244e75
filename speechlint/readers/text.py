"""Plain text: its source is what its bytes say, and edits are written back byte for byte."""

from __future__ import annotations

from speechlint.document import Document
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Span
    from speechlint.finding import Edit

__all__ = ["decode", "document", "edited", "shape"]


def document(path: str, source: str, encoding: str = "utf-8") -> Document:
    """The draft with this source."""
    return Document(path, source, encoding=encoding)


def edited(data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes:
    """``data`` with sorted edits of its source made. Raises ``WriteError``."""
    from speechlint.readers.written import edited

    return edited(data, encoding, edits)


def shape(source: str, gone: Sequence[Span] = ()) -> object:
    """Plain text is words alone."""
    del source, gone
    return None
