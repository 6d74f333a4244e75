"""Bytes → Document, and edits of a document → bytes, by the path's suffix.

Each module named here has

- ``decode(data, encoding) -> (source, encoding)``: the text of a draft (newlines ``\\n``, no byte order mark), and what
  it was in; ``encoding`` is the user's word, None finds it out. Raises ``ReadError`` where ``data`` is no such format,
  ``UsageError`` for an unknown encoding;
- ``document(path, source, encoding) -> Document``;
- ``edited(data, encoding, edits) -> bytes``: ``data`` with sorted edits of its source made, every other byte as it was.
  Raises ``WriteError`` where that cannot be, with the reason and the way out;
- ``shape(source, gone)``: what a draft consists of besides words, apart from what stands in ``gone``; no fix changes it.
"""

from __future__ import annotations

import os

from speechlint.quick.typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document, Span
    from speechlint.finding import Edit

READERS = {
    ".txt": "speechlint.readers.text",
    ".md": "speechlint.readers.markdown",
    ".markdown": "speechlint.readers.markdown",
    ".docx": "speechlint.readers.word",
    ".docm": "speechlint.readers.word",
    ".dotx": "speechlint.readers.word",
    ".dotm": "speechlint.readers.word",
}


# Read where another program or package is there to help: the suffix, the reader, and what tells whether it is.
HELPED = {
    **dict.fromkeys((".doc", ".wps", ".odt", ".rtf"), ("speechlint.readers.office", "program")),
    ".pdf": ("speechlint.readers.pdf", "is_able"),
}
# Read where it is named: in a folder it is more often something else.
_NAMED = {".html": "speechlint.readers.page", ".htm": "speechlint.readers.page"}
_WORD = "speechlint.readers.word"
ORIGINAL = "original"


class Reader(Protocol):
    def decode(self, data: bytes, encoding: str | None = None) -> tuple[str, str]: ...
    def document(self, path: str, source: str, encoding: str = "utf-8") -> Document: ...
    def edited(self, data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes: ...
    def shape(self, source: str, gone: Sequence[Span] = ()) -> object: ...


def of(path: str) -> Reader:
    """The reader for the draft at ``path``; what has no suffix of its own is read as text."""
    suffix = os.path.splitext(path)[1].lower()
    module = READERS.get(suffix) or _NAMED.get(suffix) or HELPED.get(suffix, (READERS[".txt"],))[0]
    return cast("Reader", __import__(module, fromlist=("document",)))


def reads(suffix: str) -> bool:
    """Whether drafts with that suffix are read in folders: what needs help, where it is there."""
    if suffix in READERS or suffix not in HELPED:
        return suffix in READERS
    module, asked = HELPED[suffix]
    return bool(getattr(__import__(module, fromlist=(asked,)), asked)())


def is_word(path: str) -> bool:
    """Whether the draft at ``path`` is a Word file: it takes comments and tracked changes."""
    return READERS.get(os.path.splitext(path)[1].lower()) == _WORD


def is_slow(path: str) -> bool:
    """Whether another program reads the draft at ``path`` for us, which takes seconds."""
    return HELPED.get(os.path.splitext(path)[1].lower(), ("", ""))[1] == "program"


def read(path: str, data: bytes, encoding: str | None = None) -> Document:
    """The document in ``data``. Raises ``ReadError``, ``UsageError``.

    ``encoding`` may be ``ORIGINAL``: then Word files are read as they were before their tracked changes.
    """
    reader = of(path)
    if encoding == ORIGINAL and not is_word(path):
        encoding = None
    return reader.document(path, *reader.decode(data, encoding))
