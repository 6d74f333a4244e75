"""Word files (.docx, .docm, .dotx): what stands on the page, one line a paragraph, numbers of lists included."""

from __future__ import annotations

from speechlint.document import Document
from speechlint.document.layout import layout_of
from speechlint.errors import WriteError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word.package import Package
from speechlint.readers.word.source import laid
from speechlint.readers.word.story import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Span
    from speechlint.finding import Edit

__all__ = ["decode", "document", "edited", "shape"]


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text on the page, with its layout. Raises ``ReadError``; an ``encoding`` means nothing here."""
    del encoding
    return laid(read(Package(data))), "utf-8"


def document(path: str, source: str, encoding: str = "utf-8") -> Document:
    """The draft with this source; what is no part of the speech is not in its reading text."""
    layout = layout_of(source)
    if layout is None or not layout.asides:
        return Document(path, source, encoding=encoding)
    from speechlint.document.alignment import Change
    from speechlint.document.markup import UNSPOKEN, Markup

    changes = tuple([Change(*aside.span, "", UNSPOKEN) for aside in layout.asides])
    return Document(path, source, encoding=encoding, markup=Markup(changes))


def edited(data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes:
    """``data`` with sorted edits of its source made. Raises ``WriteError``."""
    del data, encoding, edits
    raise WriteError("还写不了 Word 文件", "Word files cannot be written yet")


def shape(source: str, gone: Sequence[Span] = ()) -> object:
    """Its numbers, and the parts of the page."""
    layout = layout_of(source)
    return layout.signature(source, gone) if layout else None
