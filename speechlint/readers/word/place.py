"""From characters of a draft's source to the elements of a Word file in which they stand."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word import names
from speechlint.readers.word.located import Located
from speechlint.readers.word.package import Package
from speechlint.readers.word.source import laid
from speechlint.readers.word.splice import Splice
from speechlint.readers.word.story import read
from speechlint.readers.word.tracking import last_id
from speechlint.readers.word.written import written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from speechlint.document.layout import Laid
    from speechlint.readers.word.walk import Entry


class Here(NamedTuple):
    """A piece of a paragraph's text: ``start`` to ``end`` in the source is ``element``, from its character ``skipped``."""

    start: int
    end: int
    element: Element
    skipped: int


class Line(NamedTuple):
    """A paragraph of the source: its beginning, that of its own text, and its end (where its newline stands)."""

    start: int
    text: int
    end: int
    entry: Entry


class Places:
    """An opened Word file: its source, and where everything in it stands. Raises ``ReadError``, ``WriteError``."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.parts: dict[str, Located] = {}
        story = read(self.package, parse=self._parse)
        self.source: Laid = laid(story)
        self.splices = {name: Splice(located) for name, located in self.parts.items()}
        entries = [*story.body, *story.notes, *story.shown_headers]
        starts = [one.start for one in self.source.layout.paragraphs]
        ends = [*starts[1:], len(self.source)]
        self.lines = [
            Line(start, start + len(entry.number), end - 1, entry)
            for start, end, entry in zip(starts, ends, entries, strict=True)
        ]
        self._starts = starts

    def _parse(self, name: str) -> Element:
        self.parts[name] = Located(self.package.part(name), name)
        return self.parts[name].root

    def index(self, offset: int) -> int:
        """The line around an offset, from 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def splice_of(self, element: Element) -> Splice:
        """The changes of the part that an element belongs to."""
        for splice in self.splices.values():
            if splice.located.holds(element):
                return splice
        raise KeyError(element)

    def written(self, added: Mapping[str, bytes] | None = None) -> bytes:
        """The file with all changes made, and ``added`` parts or parts replaced."""
        changed = {name: one.made() for name, one in self.splices.items() if not one.is_empty}
        return written(self.package, {**changed, **(added or {})})

    def last_id(self) -> int:
        """The greatest identifier of a revision or comment in the file."""
        return last_id([one.data for one in self.parts.values()])

    def pieces(self, line: Line) -> list[Here]:
        """The pieces of a line's own text, in order."""
        found: list[Here] = []
        at = line.text
        for element, text in line.entry.pieces:
            if element is not None:
                found.append(Here(at, at + len(text), element, _skipped(element, text)))
            at += len(text)
        return found


def _skipped(element: Element, text: str) -> int:
    """How many characters of a text element, blanks, come before those that count."""
    whole = element.text or ""
    return len(whole) - len(whole.lstrip(" \t\r\n")) if len(whole) != len(text) else 0


def run_around(located: Located, element: Element) -> tuple[Element, Element] | None:
    """The outermost run of the paragraph in which an element stands, and its child there; None outside runs."""
    found = None
    child, at = element, located.parents.get(element)
    while at is not None and at.tag != names.P:
        if at.tag == names.RUN:
            found = (at, child)
        child, at = at, located.parents.get(at)
    return found
