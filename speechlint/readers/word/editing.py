"""Edits of a draft's source made in its Word file: as if typed, or as tracked changes."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.errors import WriteError
from speechlint.finding import Edit
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import names
from speechlint.readers.word.names import W
from speechlint.readers.word.place import run_around
from speechlint.readers.word.splice import AT, Op, content_start, put_inside, text_element

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from speechlint.readers.word.place import Here, Line, Places
    from speechlint.readers.word.splice import Splice
    from speechlint.readers.word.tracking import Tracking

_CELLS = {names.CELL, names.BOX, f"{W}footnote", f"{W}endnote", f"{W}hdr", f"{W}ftr", f"{W}body"}
_PAIRED = (
    ("bookmarkStart", "bookmarkEnd"),
    ("commentRangeStart", "commentRangeEnd"),
    ("permStart", "permEnd"),
    ("moveFromRangeStart", "moveFromRangeEnd"),
    ("moveToRangeStart", "moveToRangeEnd"),
)
_KEPT = {
    f"{W}{name}" for name in ("sectPr", "drawing", "pict", "object", "footnoteReference", "endnoteReference")
}


def make(places: Places, edits: Sequence[Edit], tracking: Tracking | None = None) -> None:
    """Notes sorted edits of the source in the splices of ``places``.

    Raises ``WriteError`` where one touches what is not in the file, or joins what stands apart on the page.
    """
    made = _Made(places, tracking)
    for edit in edits:
        made.edit(_least(places.source, edit))


def _least(source: str, edit: Edit) -> Edit:
    """An edit without the characters at its ends that stay."""
    (start, end), text = edit
    while start < end and text and source[start] == text[0] != "\n":
        start, text = start + 1, text[1:]
    while start < end and text and source[end - 1] == text[-1] != "\n":
        end, text = end - 1, text[:-1]
    return Edit(Span(start, end), text)


class _Made:
    """One edit on its way into the file."""

    def __init__(self, places: Places, tracking: Tracking | None) -> None:
        self._places, self._tracking = places, tracking

    def edit(self, edit: Edit) -> None:
        lines, source = self._places.lines, self._places.source
        (start, end), text = edit
        if end > start and source[start] == "\n" and not text and self._is_end(end) and self._is_end(start):
            start, end = (
                start + 1,
                end + 1,
            )  # a line and the newline before it: the same as with the one behind it
        first, last = self._places.index(start), self._places.index(end)
        whole = (
            start == lines[first].start and (end == lines[last].start or end == len(source)) and end > start
        )
        if whole and not text:
            for line in lines[first : last if end == lines[last].start else last + 1]:
                self._delete(line)
        elif first == last:
            self._within(lines[first], start, end, text)
        else:
            self._join(first, last, Edit(Span(start, end), text))

    def _is_end(self, offset: int) -> bool:
        return self._places.lines[self._places.index(offset)].end == offset

    def _join(self, first: int, last: int, edit: Edit) -> None:
        lines = self._places.lines
        if any(line.entry.region != lines[first].entry.region for line in lines[first : last + 1]):
            raise _apart()
        if lines[last].text > lines[last].start:
            raise _no_text()
        self._within(lines[first], edit.span.start, lines[first].end, edit.text)
        for line in lines[first + 1 : last]:
            self._delete(line)
        self._within(lines[last], lines[last].text, edit.span.end, "")
        self._glue(lines[first], lines[last])

    def _glue(self, first: Line, last: Line) -> None:
        """Makes one paragraph of two neighbours: what stands between their words goes."""
        one, two = first.entry.elements[-1], last.entry.elements[0]
        splice = self._places.splice_of(one)
        located = splice.located
        if self._tracking:
            self._tracking.delete_mark(splice, one)
            return
        if located.parents.get(one) is not located.parents.get(two):
            raise _apart()
        if located.is_empty(two) or located.is_empty(one):
            gone = two if located.is_empty(two) else one
            splice.replace(located.start(gone), located.end(gone))
            return
        if one.find(f"{names.PARAGRAPH_PROPERTIES}/{W}sectPr") is not None:
            raise _apart()
        splice.replace(located.close(one), content_start(splice, two))

    def _delete(self, line: Line) -> None:
        """Takes a paragraph out; where something else hangs on it, its words alone."""
        elements = line.entry.elements
        splice = self._places.splice_of(elements[0]) if elements else None
        if splice is None:
            raise _no_text()
        if self._tracking:
            self._within(line, line.text, line.end, "")
            self._tracking.delete_mark(splice, elements[-1])
        elif all(_may_go(splice, element) for element in elements):
            for element in elements:
                splice.replace(splice.located.start(element), splice.located.end(element))
        else:
            self._within(line, line.text, line.end, "")

    def _within(self, line: Line, start: int, end: int, text: str) -> None:
        """Puts ``text`` for the characters from ``start`` to ``end`` of one line."""
        if start < line.text:
            raise _no_text()
        if start == end and not text:
            return
        pieces = self._places.pieces(line)
        touched = [piece for piece in pieces if piece.start < end and start < piece.end]
        if touched:
            for at, piece in enumerate(touched):
                self._replace(piece, max(start, piece.start), min(end, piece.end), "" if at else text)
        elif text:
            self._insert(line, pieces, start, text)

    def _replace(self, piece: Here, start: int, end: int, text: str) -> None:
        splice = self._places.splice_of(piece.element)
        around = run_around(splice.located, piece.element)
        is_text = piece.element.tag in (names.TEXT, f"{W}delText")
        if (
            around is None
            or around[1] is not piece.element
            or (not is_text and end - start < piece.end - piece.start)
        ):
            raise _no_text()
        run, child = around
        first = start - piece.start + piece.skipped if is_text else 0
        last = end - piece.start + piece.skipped if is_text else 1
        parts: tuple[str | bytes, ...] = (text,)
        if self._tracking:
            parts = self._tracking.change(
                splice, run, child, (child.text or "")[first:last] if is_text else None, text
            )
        splice.change(run, child, Op(first, last, AT, parts))

    def _insert(self, line: Line, pieces: Sequence[Here], at: int, text: str) -> None:
        """Puts new words behind those before them, in their look; where there are none, before the next, or alone."""
        for piece in sorted(pieces, key=lambda one: (one.end != at, one.start != at)):
            splice = self._places.splice_of(piece.element)
            around = run_around(splice.located, piece.element)
            if at in (piece.start, piece.end) and around and around[1] is piece.element:
                is_text = piece.element.tag == names.TEXT
                offset = (at - piece.start + piece.skipped) if is_text else int(at == piece.end)
                parts: tuple[str | bytes, ...] = (text,)
                if self._tracking:
                    parts = self._tracking.change(splice, *around, "", text)
                splice.change(*around, Op(offset, offset, AT, parts))
                return
        if not line.entry.elements:
            raise _no_text()
        self._insert_alone(line.entry.elements[0], text)

    def _insert_alone(self, paragraph: Element, text: str) -> None:
        splice = self._places.splice_of(paragraph)
        prefix = splice.located.prefix(paragraph)
        run = f"<{prefix}r>".encode() + text_element(prefix, text) + f"</{prefix}r>".encode()
        if self._tracking:
            run = self._tracking.inserted(prefix, run)
        put_inside(splice, paragraph, run)


def _may_go(splice: Splice, paragraph: Element) -> bool:
    """Whether a paragraph can go as a whole: nothing hangs on it, and its cell keeps another."""
    parent = splice.located.parents.get(paragraph)
    if any(element.tag in _KEPT for element in paragraph.iter()):
        return False
    if parent is not None and parent.tag in _CELLS and parent.tag != f"{W}body":
        blocks = [one for one in parent if one.tag in (names.P, names.TABLE)]
        if blocks[-1] is paragraph or len(blocks) == 1:
            return False
    fields = [one.get(f"{W}fldCharType") for one in paragraph.iter(f"{W}fldChar")]
    if fields.count("begin") != fields.count("end"):
        return False
    return all(_ids(paragraph, begin) == _ids(paragraph, end) for begin, end in _PAIRED)


def _ids(paragraph: Element, name: str) -> set[str | None]:
    return {one.get(f"{W}id") for one in paragraph.iter(f"{W}{name}")}


def _no_text() -> WriteError:
    return WriteError(
        "要改的地方不是文件里的字（自动编号、域、图形），没有写入；请在 Word 或 WPS 里改",
        "what is to be changed is no text in the file (a number, a field, a drawing); change it in Word or WPS",
    )


def _apart() -> WriteError:
    return WriteError(
        "要连起来的两段在页面上分开（在两个格子、两节里，或中间隔着别的），没有写入；请在 Word 或 WPS 里改",
        "two paragraphs to be joined stand apart on the page; join them in Word or WPS",
    )
