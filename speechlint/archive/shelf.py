"""The drafts of an archive where they still stand, read again to see what they say."""

from __future__ import annotations

import os

from speechlint.archive.letters import Letters, letters
from speechlint.archive.records import content_digest
from speechlint.document.position import paragraph
from speechlint.project import sources
from speechlint.quick import regex
from speechlint.quick.functools import cached_property, lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import read
from speechlint.result import Trouble, attempt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.archive.store import Settings
    from speechlint.document import Document

_NUMBER = regex.later("第?[0-9０-９一二三四五六七八九十百零〇○]+[届次期年场季月讲]?")
_OPEN = 64  # drafts read and kept


class Entry(NamedTuple):
    """A draft as the archive has it."""

    text: int
    root: int
    path: str
    digest: str
    date: str
    letters: int
    paragraphs: Sequence[int]

    def where(self, at: int, read: Read | None) -> Where:
        """Where a letter stands; without the draft at hand, the paragraph alone."""
        if read:
            return read.where(at)
        return Where(max(1, sum(start <= at for start in self.paragraphs)))


class Where(NamedTuple):
    """A place in a draft: its paragraph, line and column, from 1; the last two are None where it cannot be read."""

    paragraph: int
    line: int | None = None
    column: int | None = None


class Read:
    """A draft and its letters. Offsets are of letters unless they are said to be of the source."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc

    @cached_property
    def letters(self) -> str:
        return letters(self.doc.text)

    @cached_property
    def _places(self) -> Letters:
        return Letters(self.doc.text)

    @cached_property
    def series(self) -> str:
        """Its title without the numbers in it: that of all drafts of a series; "" where no number is in it."""
        title = next((line for line in map(str.strip, self.doc.text.split("\n")) if line), "")
        frame = _NUMBER.sub("", title)
        return frame if frame != title else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Some letters in the reading text, with the marks between them."""
        return self._places.offset(start), self._places.offset(end - 1) + 1

    def characters(self, start: int, end: int) -> int:
        """How long some letters are with the marks between them, without blanks."""
        first, last = self.span(start, end)
        return sum(map(len, self.doc.text[first:last].split()))

    def where(self, at: int) -> Where:
        first, last = self.span(at, at + 1)
        offset = self.doc.alignment.to_source((first, last)).start
        return Where(paragraph(self.doc, offset), *self.doc.place(offset))


class Shelf:
    """``folders`` say where the drafts stand now, in place of the archive's roots."""

    def __init__(self, settings: Settings, folders: Sequence[str] = ()) -> None:
        self._settings, self.folders = settings, tuple(folders)
        self._kept = lru_cache(maxsize=_OPEN)(self._read)

    def place(self, entry: Entry) -> str:
        """Where the draft stands as far as is known; the archive's name for it where it is not."""
        if self._settings.hash_paths:
            return self._hashed.get(entry.path, entry.path)
        if not self.folders:
            return os.path.join(self._roots[entry.root], entry.path)
        places = [os.path.join(folder, entry.path) for folder in self.folders]
        return next(filter(os.path.exists, places), places[0])

    @cached_property
    def _roots(self) -> list[str]:
        """The archive's roots as seen from here; "" for here."""
        return [root if (root := os.path.relpath(said)) != "." else "" for said in self._settings.roots]

    @cached_property
    def _hashed(self) -> dict[str, str]:
        """The drafts of the folders by the names that the archive has for them."""
        return {
            self._settings.named(os.path.relpath(path, folder)): path
            for folder in self.folders
            for path in sources.find([folder]).paths
        }

    def _read(self, place: str, digest: str) -> Read | None:
        data = attempt(place, "zh", lambda: sources.content(place))
        if isinstance(data, Trouble) or content_digest(data, self._settings.key) != digest:
            return None
        doc = attempt(place, "zh", lambda: read(place, data))
        return None if isinstance(doc, Trouble) else Read(doc)

    def find(self, entry: Entry) -> Read | None:
        """The draft as it was when it was put in; None where it is gone or has changed since."""
        return self._kept(self.place(entry), entry.digest)
