"""Word files (.docx, .docm, .dotx): what stands on the page, one line a paragraph, numbers of lists included."""

from __future__ import annotations

from speechlint.document import Document
from speechlint.document.layout import layout_of
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word.names import W
from speechlint.readers.word.package import Package
from speechlint.readers.word.source import laid
from speechlint.readers.word.story import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Span
    from speechlint.finding import Edit
    from speechlint.readers.word.comments import Comment

__all__ = ["annotated", "decode", "document", "edited", "restriction", "shape", "tracked"]


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text on the page, with its layout. Raises ``ReadError``.

    Tracked changes are read as accepted; as rejected where ``encoding`` is ``original``: no other means anything here.
    """
    return laid(read(Package(data), original=encoding == "original")), "utf-8"


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
    """``data`` with sorted edits of its source made, every untouched part byte for byte as it was.

    Raises ``WriteError`` where one touches what is not in the file.
    """
    del encoding
    from speechlint.readers.word.editing import make
    from speechlint.readers.word.place import Places

    if not edits:
        return data
    places = Places(data)
    make(places, edits)
    return places.written()


def tracked(data: bytes, edits: Sequence[Edit], date: str) -> bytes:
    """``data`` with sorted edits of its source as tracked changes. Raises ``WriteError``, as ``edited``."""
    from speechlint.readers.word.editing import make
    from speechlint.readers.word.place import Places
    from speechlint.readers.word.tracking import Tracking

    if not edits:
        return data
    places = Places(data)
    make(places, edits, Tracking(date, places.last_id()))
    return places.written()


def annotated(data: bytes, comments: Sequence[Comment], edits: Sequence[Edit], date: str) -> bytes:
    """``data`` with comments, and sorted edits of its source as tracked changes. Raises ``WriteError``."""
    from speechlint.readers.word.comments import put
    from speechlint.readers.word.editing import make
    from speechlint.readers.word.place import Places
    from speechlint.readers.word.tracking import Tracking

    places = Places(data)
    added = put(places, comments, date)
    make(places, edits, Tracking(date, places.last_id() + len(comments) + 1000))
    return places.written(added)


def restriction(data: bytes) -> str:
    """The kind of editing that a file is restricted to (readOnly, comments …); "" where it is not."""
    settings = Package(data).optional("settings")
    found = settings.find(f"{W}documentProtection") if settings is not None else None
    if found is None or found.get(f"{W}enforcement", "0") in ("0", "false", "off"):
        return ""
    kind = found.get(f"{W}edit", "none")
    return "" if kind == "none" else kind


def shape(source: str, gone: Sequence[Span] = ()) -> object:
    """Its numbers, and the parts of the page."""
    layout = layout_of(source)
    return layout.signature(source, gone) if layout else None
