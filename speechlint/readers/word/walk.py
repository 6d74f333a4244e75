"""The story of a Word file in the order of the page: paragraphs with their numbers, pieces of text, places.

What is read is what stands on the page once all tracked changes are accepted, or, ``original``, all rejected.
"""

from __future__ import annotations

from speechlint.document.layout import BODY
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word import names
from speechlint.readers.word.names import VALUE, W
from speechlint.readers.word.runs import Runs, is_prompt
from speechlint.readers.word.styles import is_on, own_list
from speechlint.readers.word.tables import THROUGH, is_covered, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from speechlint.readers.word.numbering import Numbering
    from speechlint.readers.word.runs import Piece
    from speechlint.readers.word.styles import Styles

_STYLE, _SECTION, _FRAME = f"{W}pStyle", f"{W}sectPr", f"{W}framePr"
_DEEP = 60  # tables, boxes and controls in each other


class TooDeepError(Exception):
    """Things stand in each other more often than in any document that people write."""


class Entry(NamedTuple):
    """A paragraph as read; ``elements`` are the XML ones it is made of, several where tracked changes or a drop
    cap join them.

    ``prompts`` are the characters of its text that say what is to be filled in, ``hidden`` how many were left out,
    ``solid`` those that are no text in the file.
    """

    number: str
    pieces: list[Piece]
    ordinal: int
    place: str
    region: int
    page: int
    elements: list[Element]
    prompts: Sequence[tuple[int, int]] = ()
    hidden: int = 0
    solid: Sequence[tuple[int, int]] = ()

    @property
    def text(self) -> str:
        return "".join([text for _, text in self.pieces])


class Walk:
    """Reads one story after the other; ``entries`` are the paragraphs so far, ``contents`` lines of contents lists."""

    def __init__(self, styles: Styles, numbering: Numbering, *, original: bool = False) -> None:
        self.entries: list[Entry] = []
        self.contents: list[str] = []
        self.embedded = 0
        self.runs = Runs(styles, original=original)
        self._styles, self._numbering = styles, numbering
        self._gone = f"{W}ins" if original else f"{W}del"
        self._skipped = {f"{W}ins", f"{W}moveTo"} if original else {f"{W}del", f"{W}moveFrom"}
        self._kept = {f"{W}del", f"{W}moveFrom"} if original else {f"{W}ins", f"{W}moveTo"}
        self._ordinal = self._tables = self._regions = 0
        self._joined: tuple[list[Piece], list[Element]] = ([], [])
        self._hidden = 0  # characters left out that a paragraph has told
        self._referred: dict[tuple[str, str], int] = {}  # the paragraphs of the notes that are referred to
        self._beside: int | None = None  # the paragraph that what is being read belongs to

    def note(self, root: Iterable[Element], kind: str, id: str, place: str) -> None:
        """Reads a note; it counts as of the paragraph that refers to it."""
        self._beside = self._referred.get((kind, id))
        self.story(root, place)
        self._beside = None

    def header(self, root: Iterable[Element], place: str) -> None:
        """Reads a header or footer; it counts as of the first paragraph."""
        self._beside = 1
        self.story(root, place)
        self._beside = None

    def story(self, root: Iterable[Element], place: str = BODY) -> None:
        """Reads a body, a note, a header."""
        self.runs.begin_story()
        self._blocks(root, place, self._region(), 0)
        self._end_region()

    def taken(self) -> list[Entry]:
        """The paragraphs read since this was last asked."""
        taken, self.entries = self.entries, []
        return taken

    def add_mark(self, words: str, place: str) -> None:
        """Words that are no paragraph of the story: a watermark."""
        self.entries.append(Entry("", [(None, words)], 1, place, self._region(), 1, []))

    def _region(self) -> int:
        self._regions += 1
        return self._regions

    def _end_region(self) -> None:
        """A paragraph whose mark was deleted at the end of a cell is one all the same."""
        self._joined = ([], [])

    def _blocks(self, parent: Iterable[Element], place: str, region: int, depth: int) -> None:
        if depth > _DEEP:
            raise TooDeepError
        for element in parent:
            tag = element.tag
            if tag == names.P:
                ends = self._paragraph(element, place, region, depth)
                region = self._region() if ends else region
            elif tag == names.TABLE:
                region = self._table(element, place, depth)
            elif tag == names.CONTROL:
                self._control(element, place, depth)
                region = self._region()
            elif tag in THROUGH or tag in self._kept:
                self._blocks(element, place, region, depth + 1)
            elif tag == names.ALTERNATE:
                self._blocks(chosen(element), place, region, depth + 1)
            elif tag == f"{W}altChunk":
                self.embedded += 1

    def _control(self, control: Element, place: str, depth: int) -> None:
        content = control.find(names.CONTROL_CONTENT)
        if content is None:
            return
        gallery = control.find(f"{names.CONTROL_PROPERTIES}/{W}docPartObj/{W}docPartGallery")
        listed = gallery is not None and "table of contents" in gallery.get(VALUE, "").lower()
        prompting = is_prompt(control)
        self.runs.contents += listed
        self.runs.prompting += prompting
        self._blocks(content, place, self._region(), depth + 1)
        self.runs.contents -= listed
        self.runs.prompting -= prompting

    def _table(self, table: Element, place: str, depth: int) -> int:
        """Reads a table cell by cell; the region that begins behind it."""
        own = place == BODY
        self._tables += own
        name = f"表{self._tables}" if own else place
        for row, cells in enumerate(rows(table, self._skipped), 1):
            for column, cell in enumerate(cells, 1):
                if is_covered(cell):
                    continue
                here = f"{name}第{row}行第{column}列" if own else place
                self._blocks(cell, here, self._region(), depth + 1)
                self._end_region()
        return self._region()

    def _paragraph(self, paragraph: Element, place: str, region: int, depth: int) -> bool:
        """Reads a paragraph; whether a section of the document ends with it."""
        properties = paragraph.find(names.PARAGRAPH_PROPERTIES)
        style = (_style(properties) if properties is not None else "") or self._styles.default
        self.runs.in_contents = self._styles.is_contents(style)
        pieces, boxes, listed = self.runs.read(paragraph)
        pieces, elements = self._joined[0] + pieces, [*self._joined[1], paragraph]
        self._joined = ([], [])
        if listed and not pieces:
            self.contents.append(listed)
        elif _has(properties, self._gone) or _is_drop_cap(properties):
            self._joined = (pieces, elements)
        elif not (pieces == [] and self._is_hidden(properties)):
            self._add(properties, style, pieces, elements, place, region)
        for box in boxes:
            self.runs.begin_box()
            self._blocks(box, place if place != BODY else "文本框", self._region(), depth + 1)
            self.runs.end_box()
        return _has(properties, _SECTION, own=True)

    def _add(
        self,
        properties: Element | None,
        style: str,
        pieces: list[Piece],
        elements: list[Element],
        place: str,
        region: int,
    ) -> None:
        section = not pieces and _has(properties, _SECTION, own=True)
        number = "" if section else self._number(properties, style)
        self._ordinal += place == BODY and bool(pieces or number)
        prompts, solid = self._moved(pieces, self.runs.prompts), self._moved(pieces, self.runs.solid)
        hidden, self._hidden = self.runs.hidden - self._hidden, self.runs.hidden
        page, ordinal = self.runs.page, self._beside or max(1, self._ordinal)
        for note in self.runs.notes[len(self._referred) :]:
            self._referred.setdefault(note, ordinal)
        self.entries.append(
            Entry(number, pieces, ordinal, place, region, page, elements, prompts, hidden, solid)
        )

    def _moved(self, pieces: list[Piece], spans: list[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """Spans of the last paragraph read in that which other paragraphs were joined to before it."""
        if not spans:
            return ()
        before = sum([len(text) for _, text in pieces[: len(pieces) - self.runs.count]])
        return [(start + before, end + before) for start, end in spans]

    def _number(self, properties: Element | None, style: str) -> str:
        own, level = own_list(properties)
        inherited, at, namer = self._styles.list_of(style)
        list = own if own is not None else inherited
        if not list or list == "0":
            return ""
        if level is None:
            level = at if own is None else None
        if level is None:
            level = self._numbering.level_of_style(list, namer or style)
        return self._numbering.next(list, level)

    def _is_hidden(self, properties: Element | None) -> bool:
        """Whether the mark of a paragraph without words is hidden text, too: then it is not on the page."""
        mark = properties.find(names.RUN_PROPERTIES) if properties is not None else None
        return mark is not None and is_on(mark.find(f"{W}vanish"))


def _style(properties: Element) -> str:
    style = properties.find(_STYLE)
    return style.get(VALUE, "") if style is not None else ""


def _is_drop_cap(properties: Element | None) -> bool:
    """Whether it is the big first letter in a frame, with which the paragraph behind it begins (首字下沉)."""
    frame = properties.find(_FRAME) if properties is not None else None
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"


def _has(properties: Element | None, tag: str, *, own: bool = False) -> bool:
    """Whether paragraph properties, or (not ``own``) those of the paragraph mark, have an element."""
    if properties is None:
        return False
    holder = properties if own else properties.find(names.RUN_PROPERTIES)
    return holder is not None and holder.find(tag) is not None


def chosen(alternate: Element) -> Iterable[Element]:
    """What a program reads that knows all namespaces: the first choice; else what is to be taken instead."""
    choice = alternate.find(names.CHOICE)
    found = choice if choice is not None else alternate.find(names.FALLBACK)
    return found if found is not None else ()
