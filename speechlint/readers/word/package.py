"""A Word file as the parts it consists of: opened with care, since anybody may have made it.

Nothing is unpacked to disk; no part is read that is longer than any speech; document type declarations are refused,
and with them all entities.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree

from speechlint.errors import ReadError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import refusals
from speechlint.readers.word.names import STRICT

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST = 32_000_000  # bytes of one part, unpacked
_MOST = 96_000_000  # bytes of all parts that are read
_FILES = 20_000
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BAD = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a file by name, without a leading slash. Raises ``ReadError`` where ``data`` is no Word file."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(b"PK"):
            raise refusals.no_zip(data)
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
        except _BAD:
            raise refusals.truncated() from None
        self.files = {one.filename: one for one in self.zip.infolist()}
        if len(self.files) > _FILES or any(".." in name.replace("\\", "/").split("/") for name in self.files):
            raise refusals.odd_names()
        self._left = _MOST
        self.main = next(iter(self.related("", "officeDocument")), "word/document.xml")
        if self.main not in self.files:
            raise refusals.no_document(self.files)

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises ``ReadError`` where it is missing, damaged or longer than any speech."""
        known = self.files.get(name)
        if known is None:
            raise refusals.no_document(self.files)
        if known.flag_bits & 1:
            raise refusals.encrypted()
        most = min(_LONGEST, self._left)
        try:
            with self.zip.open(known) as file:
                data = file.read(most + 1)
        except _BAD:
            raise refusals.truncated() from None
        if len(data) > most:
            raise refusals.too_long()
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element:
        """The root of a part that is XML. Raises ``ReadError``."""
        return parsed(self.part(name), name)

    def optional(self, kind: str) -> Element | None:
        """The root of the part that the document relates to as ``kind`` (styles, numbering); None without one."""
        names = self.related(self.main, kind)
        return self.xml(names[0]) if names else None

    def related(self, source: str, kind: str) -> list[str]:
        """The names of the parts that a part ("" is the whole file) relates to as ``kind``."""
        return [name for _, name in self.relations(source, kind)]

    def relations(self, source: str, kind: str) -> list[tuple[str, str]]:
        """The identifiers and names of the parts that a part relates to as ``kind``."""
        folder, file = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self.files:
            return []
        found = []
        for one in self.xml(relations).iter(_RELATIONSHIP):
            target = one.get("Target", "")
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External":
                name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                if name in self.files:
                    found.append((one.get("Id", ""), name))
        return found


def parsed(data: bytes, name: str) -> Element:
    """The root of some XML, in the names of the transitional form. Raises ``ReadError``."""
    refuse_declarations(data)
    for strict, usual in STRICT:
        if strict in data:
            data = data.replace(strict, usual)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as why:
        raise refusals.bad_xml(name, str(why)) from None


def refuse_declarations(data: bytes) -> None:
    """Raises ``ReadError`` where a document type is declared, in UTF-8 or UTF-16."""
    if b"<!DOCTYPE" in data or (b"\0" in data[:4] and b"<!DOCTYPE" in data.replace(b"\0", b"")):
        raise refusals.declared()


__all__ = ["Package", "ReadError", "parsed"]
