"""Tracked changes: what 接受 and 拒绝 in Word and WPS take or give back."""

from __future__ import annotations

import re

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import names
from speechlint.readers.word.escaping import quoteattr
from speechlint.readers.word.names import W
from speechlint.readers.word.splice import put_inside, text_element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from speechlint.readers.word.splice import Splice

AUTHOR = "speechlint"
_ID = re.compile(rb'\bid="(\d{1,9})"')
_MARKS = {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}
_BEFORE_CHANGE = {f"{W}rPrChange"}


class Tracking:
    """Writes insertions and deletions, each with an id of its own and the same date (``2026-11-28T08:00:00Z``)."""

    def __init__(self, date: str, first: int) -> None:
        self.date = date
        self._next = first

    def about(self, prefix: str) -> str:
        """The attributes of one change."""
        self._next += 1
        return (
            f"{prefix}id={quoteattr(str(self._next))} {prefix}author={quoteattr(AUTHOR)} "
            f"{prefix}date={quoteattr(self.date)}"
        )

    def inserted(self, prefix: str, run: bytes) -> bytes:
        return f"<{prefix}ins {self.about(prefix)}>".encode() + run + f"</{prefix}ins>".encode()

    def deleted(self, prefix: str, run: bytes) -> bytes:
        return f"<{prefix}del {self.about(prefix)}>".encode() + run + f"</{prefix}del>".encode()

    def change(
        self, splice: Splice, run: Element, child: Element, old: str | None, new: str
    ) -> tuple[bytes, ...]:
        """The old words of a child of a run (None for a child that is no text) struck out, the new ones put in."""
        located = splice.located
        prefix = located.prefix(run)
        opening, closing = located.opening(run), f"</{prefix}r>".encode()
        properties = run.find(names.RUN_PROPERTIES)
        head = opening + (located.raw(properties) if properties is not None else b"")
        parts: list[bytes] = []
        if old != "":
            gone = located.raw(child) if old is None else text_element(prefix, old, "delText")
            parts.append(self.deleted(prefix, head + gone + closing))
        if new:
            run_of_new = head + text_element(prefix, new) + closing
            inside = (
                located.ancestor(run, f"{W}ins") is not None
            )  # an insertion within one is none of its own
            parts.append(run_of_new if inside else self.inserted(prefix, run_of_new))
        return tuple(parts)

    def delete_mark(self, splice: Splice, paragraph: Element) -> None:
        """Strikes out the mark at the end of a paragraph."""
        located = splice.located
        prefix = located.prefix(paragraph)
        mark = f"<{prefix}del {self.about(prefix)}/>".encode()
        properties = paragraph.find(names.PARAGRAPH_PROPERTIES)
        if properties is None:
            put_inside(
                splice,
                paragraph,
                f"<{prefix}pPr><{prefix}rPr>".encode() + mark + f"</{prefix}rPr></{prefix}pPr>".encode(),
            )
            return
        own = properties.find(names.RUN_PROPERTIES)
        if own is not None and not located.is_empty(own):
            if not any(one.tag in _MARKS for one in own):
                splice.put(located.inside(own), mark)
            return
        whole = f"<{prefix}rPr>".encode() + mark + f"</{prefix}rPr>".encode()
        if own is not None:
            splice.replace(located.start(own), located.end(own), whole)
        elif located.is_empty(properties):
            closing = f"</{prefix}pPr>".encode()
            splice.replace(
                located.start(properties),
                located.end(properties),
                located.opening(properties) + whole + closing,
            )
        else:
            last = next((one for one in properties if one.tag in (f"{W}sectPr", f"{W}pPrChange")), None)
            splice.put(located.start(last) if last is not None else located.close(properties), whole)


def last_id(parts: list[bytes]) -> int:
    """The greatest identifier in some parts."""
    return max((int(found[1]) for data in parts for found in _ID.finditer(data)), default=0)
