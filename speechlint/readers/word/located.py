"""XML with the place of each element in its bytes, so that a change touches nothing but what it changes."""

from __future__ import annotations

import re
from xml.etree.ElementTree import TreeBuilder
from xml.parsers import expat

from speechlint.errors import WriteError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import refusals
from speechlint.readers.word.names import STRICT
from speechlint.readers.word.package import refuse_declarations

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_USUAL = {strict.decode(): usual.decode() for strict, usual in STRICT}


class Located:
    """A part of a file: its ``root``, and for its elements their parents and their places in ``data``.

    Raises ``ReadError`` where it is no XML, ``WriteError`` where it is not in UTF-8.
    """

    def __init__(self, data: bytes, name: str) -> None:
        refuse_declarations(data)
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
            raise WriteError(
                f"这份 Word 文件的 {name} 不是 UTF-8，写不回去；请用 Word 或 WPS 另存一次",
                f"{name} in this Word file is not in UTF-8; save it once more in Word or WPS",
            )
        self.data, self.name = data, name
        self.parents: dict[Element, Element] = {}
        self._starts: dict[Element, int] = {}
        self._ends: dict[Element, int] = {}
        self._names: dict[str, str] = {}
        self._open: list[Element] = []
        self.root = self._parsed(data, name)

    def _parsed(self, data: bytes, name: str) -> Element:
        builder = TreeBuilder()
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True

        def start(tag: str, attributes: dict[str, str]) -> None:
            own = {self._named(key): value for key, value in attributes.items()}
            element = builder.start(self._named(tag), own)
            if self._open:
                self.parents[element] = self._open[-1]
            self._open.append(element)
            self._starts[element] = parser.CurrentByteIndex

        def end(tag: str) -> None:
            self._ends[self._open.pop()] = parser.CurrentByteIndex
            builder.end(self._named(tag))

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = builder.data
        try:
            parser.Parse(data, True)
        except expat.ExpatError as why:
            raise refusals.bad_xml(name, str(why)) from None
        return builder.close()

    def _named(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, brace, local = name.rpartition("}")
            known = f"{{{_USUAL.get(space, space)}}}{local}" if brace else name
            self._names[name] = known
        return known

    def holds(self, element: Element) -> bool:
        """Whether an element is one of this part."""
        return element in self._starts

    def start(self, element: Element) -> int:
        """Where the start tag begins."""
        return self._starts[element]

    def inside(self, element: Element) -> int:
        """Where the start tag ends."""
        found = _TAG.match(self.data, self._starts[element])
        assert found
        return found.end()

    def is_empty(self, element: Element) -> bool:
        """Whether the element is one tag: ``<w:p/>``."""
        return self.data[self.inside(element) - 2 : self.inside(element)] == b"/>"

    def close(self, element: Element) -> int:
        """Where the end tag begins; where the tag ends, if it is the only one."""
        return self._ends[element]

    def end(self, element: Element) -> int:
        """Where the element ends."""
        at = self._ends[element]
        return at if self.is_empty(element) else self.data.index(b">", at) + 1

    def raw(self, element: Element) -> bytes:
        """The bytes of an element."""
        return self.data[self.start(element) : self.end(element)]

    def opening(self, element: Element) -> bytes:
        """Its start tag, also where it has no end tag."""
        tag = self.data[self.start(element) : self.inside(element)]
        return tag[:-2] + b">" if tag.endswith(b"/>") else tag

    def prefix(self, element: Element) -> str:
        """The prefix of an element's name, with its colon: ``w:``."""
        tag = self.data[self.start(element) + 1 : self.inside(element)]
        name = tag.split(None, 1)[0].rstrip(b"/>").decode()
        return name.partition(":")[0] + ":" if ":" in name else ""

    def ancestor(self, element: Element, tag: str) -> Element | None:
        """The nearest element around this one that is called so."""
        at = self.parents.get(element)
        while at is not None and at.tag != tag:
            at = self.parents.get(at)
        return at
