"""A draft that was opened, and the text that it has become since: as a document, and as bytes again."""

from __future__ import annotations

import os

from speechlint import readers
from speechlint.document.layout import layout_of
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.written import apply, between

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.quick.typing import Any


class Opened(NamedTuple):
    """The bytes of a draft, and its ``source`` and ``encoding`` as its reader has them."""

    path: str
    data: bytes
    source: str
    encoding: str

    def told(self) -> dict[str, Any]:
        """What a page has to know of it."""
        return {
            "name": self.path,
            "text": str(self.source),
            "encoding": self.encoding,
            "word": readers.is_word(self.path),
            "crlf": b"\r\n" in self.data or b"\r\0\n" in self.data,
        }

    def document(self, text: str) -> Document:
        """The draft with ``text`` in the place of its source; its layout goes along."""
        source = self.source
        if text != source:
            source = apply(source, between(source, text)) if layout_of(source) else text
        return readers.of(self.path).document(self.path, source, self.encoding)

    def written(self, text: str) -> bytes:
        """The bytes of the draft with ``text``: encoding, line ends and all else as they were. Raises ``WriteError``."""
        return readers.of(self.path).edited(self.data, self.encoding, between(self.source, text))


EMPTY = Opened("讲话稿.txt", b"", "", "utf-8")


def opened(path: str, data: bytes, encoding: str | None = None) -> Opened:
    """The draft called ``path``. Raises ``ReadError``, ``UsageError`` for an ``encoding`` that there is not."""
    name = os.path.basename(path) or EMPTY.path
    return Opened(name, data, *readers.of(name).decode(data, encoding or None))
