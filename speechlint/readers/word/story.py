"""All that a Word file says, in the order in which it is read: body, boxes, notes; headers and watermarks apart."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word import names, refusals
from speechlint.readers.word.names import W
from speechlint.readers.word.numbering import Numbering
from speechlint.readers.word.styles import Styles
from speechlint.readers.word.walk import TooDeepError, Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from speechlint.readers.word.package import Package
    from speechlint.readers.word.walk import Entry

_HEADERS = (("header", "页眉"), ("footer", "页脚"))


class Story(NamedTuple):
    """What was read: paragraphs of the body, of notes, of headers."""

    body: list[Entry]
    notes: list[Entry]
    headers: list[Entry]
    contents: list[str]
    embedded: int
    paged: bool

    @property
    def shown_headers(self) -> list[Entry]:
        """Each text of a header once: first pages, even pages and sections repeat them."""
        known: dict[str, Entry] = {}
        for entry in self.headers:
            if entry.text.strip():
                known.setdefault(entry.text, entry)
        return list(known.values())


def read(package: Package, *, original: bool = False, parse: Callable[[str], Element] | None = None) -> Story:
    """Reads a file; ``parse`` gives the root of a part by its name. Raises ``ReadError``."""
    parse = parse or package.xml
    styles = Styles(package.optional("styles"))
    numbering = Numbering(package.optional("numbering"), styles.lists)
    walk = Walk(styles, numbering, original=original)
    try:
        root = parse(package.main)
        walk.story(next(root.iter(f"{W}body"), root))
        told, pages = walk.taken(), walk.runs.pages
        for kind, place in (("footnotes", "脚注"), ("endnotes", "尾注")):
            _notes(package, kind, place, walk, parse)
        notes = walk.taken()
        for kind, place in _HEADERS:
            _headers(package, kind, place, walk, parse)
    except (TooDeepError, RecursionError):
        raise refusals.too_deep() from None
    return Story(
        told,
        notes,
        walk.taken(),
        walk.contents,
        walk.embedded,
        bool(pages),
    )


def _notes(package: Package, kind: str, place: str, walk: Walk, parse: Callable[[str], Element]) -> None:
    """The notes that the body refers to, in that order, numbered so."""
    wanted = [id for noted, id in dict.fromkeys(walk.runs.notes) if noted == place]
    files = package.related(package.main, kind) if wanted else []
    for name in files[:1]:
        by_id = {note.get(f"{W}id", ""): note for note in parse(name)}
        for number, id in enumerate(wanted, 1):
            if id in by_id:
                walk.note(by_id[id], place, id, f"{place}{number}")


def _headers(package: Package, kind: str, place: str, walk: Walk, parse: Callable[[str], Element]) -> None:
    for name in dict.fromkeys(package.related(package.main, kind)):
        root = parse(name)
        walk.header(root, place)
        for words in _watermarks(root):
            walk.add_mark(words, "水印")


def _watermarks(root: Element) -> Iterator[str]:
    """The words behind the page, of WordArt."""
    for path in root.iter(f"{names.VML}textpath"):
        if path.get("string", "").strip():
            yield path.get("string", "")
