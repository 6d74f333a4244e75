"""Changes to one part of a Word file, made in its bytes: text within runs, marks between them, elements taken out."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word import names
from speechlint.readers.word.escaping import escape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from speechlint.readers.word.located import Located

_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
BEFORE, AT, BEHIND = 0, 1, 2


class Op(NamedTuple):
    """In a child of a run: the characters from ``start`` to ``end`` are what ``parts`` say instead.

    Text stays in the run, bytes are put outside it. ``order`` tells what comes first of several at one place.
    """

    start: int
    end: int
    order: int
    parts: tuple[str | bytes, ...]


class Splice:
    """Collects changes to a part; ``made`` makes them all at once."""

    def __init__(self, located: Located) -> None:
        self.located = located
        self._runs: dict[Element, dict[Element, list[Op]]] = {}
        self._bytes: list[tuple[int, int, bytes]] = []

    def change(self, run: Element, child: Element, op: Op) -> None:
        """A change within a child of a run. A child that holds no text is one character long."""
        self._runs.setdefault(run, {}).setdefault(child, []).append(op)

    def put(self, at: int, data: bytes) -> None:
        self._bytes.append((at, at, data))

    def replace(self, start: int, end: int, data: bytes = b"") -> None:
        self._bytes.append((start, end, data))

    @property
    def is_empty(self) -> bool:
        return not (self._runs or self._bytes)

    def made(self) -> bytes:
        """The bytes of the part with all changes made; within what is taken out, nothing is changed."""
        located = self.located
        changes = [*self._bytes]
        for run, children in self._runs.items():
            changes.append(
                (located.start(run), located.end(run), b"".join(_rendered(located, run, children)))
            )
        done = 0
        out: list[bytes] = []
        for start, end, data in sorted(changes, key=lambda one: (one[0], one[1] > one[0], -one[1])):
            if start < done:
                continue
            out += (located.data[done:start], data)
            done = end
        return b"".join((*out, located.data[done:]))


def _rendered(located: Located, run: Element, children: dict[Element, list[Op]]) -> Iterator[bytes]:
    """A run in as many runs as its changes part it into."""
    opening, closing = located.opening(run), f"</{located.prefix(run)}r>".encode()
    properties = b""
    is_open = False
    for child in run:
        if child.tag == names.RUN_PROPERTIES:
            properties = located.raw(child)
            continue
        for inside, data in _child(located, child, children.get(child, ())):
            if inside and not is_open:
                yield opening + properties
            elif is_open and not inside:
                yield closing
            is_open = inside
            yield data
    if is_open:
        yield closing


def _child(located: Located, child: Element, ops: list[Op] | tuple[()]) -> Iterator[tuple[bool, bytes]]:
    """The pieces of a child of a run, and whether each stands inside a run."""
    if not ops:
        yield True, located.raw(child)
        return
    is_text = child.tag in (names.TEXT, f"{names.W}delText")
    text = (child.text or "") if is_text else "\0"
    at = 0
    said: list[str | bytes] = []
    for op in sorted(ops):
        start = max(op.start, at)
        said += (text[at:start], *op.parts)
        at = max(op.end, start)
    said.append(text[at:])
    words = ""
    for part in said:
        if isinstance(part, str):
            words += part
            continue
        yield from _words(located, child, words, is_text)
        yield False, part
        words = ""
    yield from _words(located, child, words, is_text)


def _words(located: Located, child: Element, words: str, is_text: bool) -> Iterator[tuple[bool, bytes]]:
    """Text of a child; of one that is no text, the child itself where it is still to stand."""
    if is_text:
        if words:
            tag = child.tag.rpartition("}")[2]
            yield True, text_element(located.prefix(child), words, tag)
        return
    head, there, tail = words.partition("\0")
    prefix = located.prefix(child)
    if head:
        yield True, text_element(prefix, head)
    if there:
        yield True, located.raw(child)
    if tail:
        yield True, text_element(prefix, tail)


def text_element(prefix: str, words: str, tag: str = "t") -> bytes:
    """``w:t`` with these words, line breaks and tabs as elements of their own."""
    made = ""
    for at, line in enumerate(words.split("\n")):
        made += f"<{prefix}br/>" * bool(at)
        for column, piece in enumerate(line.split("\t")):
            made += f"<{prefix}tab/>" * bool(column)
            if piece:
                space = ' xml:space="preserve"' if piece != piece.strip() else ""
                made += f"<{prefix}{tag}{space}>{escape(piece.translate(_NO_XML))}</{prefix}{tag}>"
    return made.encode("utf-8", "replace")


def content_start(splice: Splice, paragraph: Element) -> int:
    """Where what a paragraph says begins, behind its properties."""
    properties = paragraph.find(names.PARAGRAPH_PROPERTIES)
    return splice.located.inside(paragraph) if properties is None else splice.located.end(properties)


def put_inside(splice: Splice, paragraph: Element, data: bytes) -> None:
    """Puts something at the beginning of a paragraph, which may be one tag only."""
    located = splice.located
    if located.is_empty(paragraph):
        closing = f"</{located.prefix(paragraph)}p>".encode()
        splice.replace(
            located.start(paragraph), located.end(paragraph), located.opening(paragraph) + data + closing
        )
    else:
        splice.put(content_start(splice, paragraph), data)
