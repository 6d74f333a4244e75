"""The pieces of text in a paragraph: runs, fields, tracked changes, and what stands for a character."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import names
from speechlint.readers.word.characters import is_line, symbol, text_of
from speechlint.readers.word.names import VALUE, W
from speechlint.readers.word.styles import is_on

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from speechlint.readers.word.styles import Styles

Piece = tuple["Element | None", str]  # an element that stands for some text

_FIELD, _FIELD_PART, _CODE = f"{W}fldChar", f"{W}fldCharType", f"{W}instrText"
_BREAK, _PAGE, _HIDDEN, _RUN_STYLE = f"{W}br", f"{W}lastRenderedPageBreak", f"{W}vanish", f"{W}rStyle"
_OBJECT = "\ufffc"
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_THROUGH = {f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
_MATH = {f"{names.M}oMath", f"{names.M}oMathPara"}
_NOTES = {f"{W}footnoteReference": "脚注", f"{W}endnoteReference": "尾注"}


class _Field:
    """A field that has begun: its code, and whether its result is being read."""

    __slots__ = ("code", "pieces", "shown")

    def __init__(self) -> None:
        self.code, self.shown = "", False
        self.pieces: list[Piece] = []


class Runs:
    """Reads paragraphs of one document, one after the other: fields and contents lists go on from one to the next."""

    def __init__(self, styles: Styles, *, original: bool = False) -> None:
        self.contents = 0  # contents lists that are open
        self.in_contents = False  # the paragraph is a line of one
        self.pages = 0  # ends of pages seen
        self.hidden = 0  # characters left out
        self.notes: list[tuple[str, str]] = []  # kind and id, in order
        self.prompting = 0  # controls around the paragraph that show what to fill in
        self.prompts: list[tuple[int, int]] = []  # characters of the paragraph that say so
        self.solid: list[tuple[int, int]] = []  # characters that are no text in the file: formulas, symbols
        self._styles = styles
        self._fields: list[_Field] = []
        self._outside: list[tuple[list[_Field], int]] = []
        self._skipped = {f"{W}ins", f"{W}moveTo"} if original else {f"{W}del", f"{W}moveFrom"}
        self._kept = {f"{W}del", f"{W}moveFrom"} if original else {f"{W}ins", f"{W}moveTo"}
        self._texts = (names.TEXT, f"{W}delText") if original else (names.TEXT,)
        self._pieces: list[Piece] = []
        self._listed: list[str] = []
        self._boxes: list[Element] = []

    @property
    def count(self) -> int:
        """How many pieces the last paragraph has."""
        return len(self._pieces)

    @property
    def page(self) -> int:
        return self.pages + 1

    def begin_story(self) -> None:
        self._fields, self.contents = [], 0

    def begin_box(self) -> None:
        """A text box is a story of its own, within another."""
        self._outside.append((self._fields, self.contents))
        self._fields, self.contents = [], 0

    def end_box(self) -> None:
        self._fields, self.contents = self._outside.pop()

    def read(self, paragraph: Element) -> tuple[list[Piece], list[Element], str]:
        """The pieces of a paragraph, the text boxes in it, and what of it is of a contents list."""
        self._pieces, self._listed, self._boxes, self.prompts, self.solid = [], [], [], [], []
        self._inline(paragraph)
        if self.prompting:
            self._prompted(0)
        return self._pieces, self._boxes, "".join(self._listed)

    def _inline(self, parent: Element) -> None:
        for element in parent:
            tag = element.tag
            if tag == names.RUN:
                self._run(element)
            elif tag in _THROUGH or tag in self._kept:
                self._inline(element)
            elif tag == names.CONTROL:
                self._control(element)
            elif tag in _MATH:
                self._put_solid(element, _OBJECT)
            elif tag == names.ALTERNATE:
                self._drawn(element)

    def _control(self, control: Element) -> None:
        content = control.find(names.CONTROL_CONTENT)
        if content is None:
            return
        start = self._length() if is_prompt(control) else -1
        self._inline(content)
        if start >= 0:
            self._prompted(start)

    def _length(self) -> int:
        return sum([len(text) for _, text in self._pieces])

    def _prompted(self, start: int) -> None:
        """What was read since character ``start`` says what is to be filled in there."""
        if self._length() > start:
            self.prompts.append((start, self._length()))

    def _run(self, run: Element) -> None:
        properties = run.find(names.RUN_PROPERTIES)
        hidden = properties is not None and self._is_hidden(properties)
        for element in run:
            tag = element.tag
            if tag == names.RUN_PROPERTIES:
                continue
            if tag in self._texts:
                if hidden:
                    self.hidden += len(element.text or "")
                else:
                    text = text_of(element)
                    self._put(
                        element, text if text.strip() or not is_line(properties, text) else "_" * len(text)
                    )
            elif tag == _FIELD:
                self._field(element.get(_FIELD_PART, ""))
            elif tag == _CODE:
                self._code(element)
            elif not hidden:
                self._special(element, tag)

    def _special(self, element: Element, tag: str) -> None:
        if tag in _CHARACTERS:
            self._put(element, _CHARACTERS[tag])
        elif tag == _BREAK:
            if element.get(f"{W}type", "textWrapping") == "textWrapping":
                self._put(element, "\n")
        elif tag == f"{W}sym":
            self._put_solid(element, symbol(element))
        elif tag == _PAGE:
            self.pages += 1
        elif tag == f"{W}ruby":
            base = element.find(f"{W}rubyBase")
            if base is not None:
                start = self._length()
                self._inline(base)
                self.solid.append((start, self._length()))
        elif tag in _NOTES:
            self.notes.append((_NOTES[tag], element.get(f"{W}id", "")))
        elif tag in _DRAWN or tag == names.ALTERNATE:
            self._drawn(element)

    def _is_hidden(self, properties: Element) -> bool:
        own = properties.find(_HIDDEN)
        if own is not None:
            return is_on(own)
        style = properties.find(_RUN_STYLE)
        return style is not None and self._styles.is_hidden(style.get(VALUE, ""))

    def _drawn(self, element: Element) -> None:
        """The text boxes of a drawing: what another program shows instead is the same once more."""
        stack = [element]
        while stack:
            one = stack.pop()
            if one.tag == names.BOX:
                self._boxes.append(one)
            elif one.tag == names.ALTERNATE:
                choice = one.find(names.CHOICE)
                stack += reversed(choice if choice is not None else one.find(names.FALLBACK) or ())
            else:
                stack += reversed(one)

    def _put(self, element: Element | None, text: str) -> None:
        if not text or (self._fields and not self._fields[-1].shown):
            return
        if self.contents or self.in_contents or (self._fields and any(field.code for field in self._fields)):
            self._listed.append(text)
        else:
            self._pieces.append((element, text))

    def _put_solid(self, element: Element, text: str) -> None:
        start = self._length()
        self._put(element, text)
        self.solid.append((start, self._length()))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            field = self._fields[-1]
            field.code, field.shown = field.code.strip().upper(), True
            if not field.code.startswith("TOC"):
                field.code = ""
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if not field.shown and field.code.split()[:1] == ["MACROBUTTON"]:
                self._prompt(field)

    def _code(self, element: Element) -> None:
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].code += element.text or ""
            self._fields[-1].pieces.append((element, element.text or ""))

    def _prompt(self, field: _Field) -> None:
        """The words of a button to be clicked on, which stand in its code behind the name of a macro."""
        words = field.code.split(None, 2)[2:]
        left = len(words[0].strip()) if words else 0
        shown: list[Piece] = []
        for element, text in reversed(field.pieces):
            text = text.rstrip() if not shown else text
            if left > 0 and text:
                shown.append((element, text[-left:]))
                left -= len(text)
        start = self._length()
        for element, text in reversed(shown):
            self._put(element, text)
        self._prompted(start)
        self.solid.append((start, self._length()))


def is_prompt(control: Element) -> bool:
    """Whether a content control shows what is to be filled in, and nobody has."""
    properties = control.find(names.CONTROL_PROPERTIES)
    return properties is not None and is_on(properties.find(f"{W}showingPlcHdr"))
