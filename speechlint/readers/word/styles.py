"""What ``styles.xml`` says of paragraphs: their list, and which of them are lines of a contents list."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VALUE, W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENTS = ("toc ", "目录 ")
_NUMBER, _LIST, _LEVEL = f"{W}numPr", f"{W}numId", f"{W}ilvl"
_DEPTH = 20  # styles built on each other


class Style(NamedTuple):
    """``list`` and ``level`` are as the style itself says: None where it says nothing."""

    name: str
    based_on: str
    list: str | None
    level: int | None
    hidden: bool


class Styles:
    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        self.lists: dict[str, str] = {}  # of numbering styles
        self._given: dict[str, tuple[str, int | None, str]] = {}
        self._contents: dict[str, bool] = {}
        for element in root.iter(f"{W}style") if root is not None else ():
            self._read(element)

    def _read(self, element: Element) -> None:
        name = element.get(f"{W}styleId", "")
        properties = element.find(PARAGRAPH_PROPERTIES)
        list, level = own_list(properties)
        shown = element.find(f"{W}name")
        based_on = element.find(f"{W}basedOn")
        self._styles[name] = Style(
            shown.get(VALUE, "").lower() if shown is not None else "",
            based_on.get(VALUE, "") if based_on is not None else "",
            list,
            level,
            is_on(element.find(f"{RUN_PROPERTIES}/{W}vanish")),
        )
        kind = element.get(f"{W}type", "paragraph")
        if kind == "paragraph" and element.get(f"{W}default", "0") in ("1", "true", "on"):
            self.default = name
        if kind == "numbering" and list:
            self.lists[name] = list

    def list_of(self, style: str) -> tuple[str, int | None, str]:
        """The list a style gives, its level (None where it says none), and the style that says so; "" for no list."""
        known = self._given.get(style)
        if known is None:
            known = self._given[style] = self._list_of(style)
        return known

    def _list_of(self, style: str) -> tuple[str, int | None, str]:
        for _ in range(_DEPTH):
            found = self._styles.get(style)
            if found is None:
                break
            if found.list is not None:
                return found.list, found.level, style
            style = found.based_on
        return "", None, ""

    def is_contents(self, style: str) -> bool:
        """Whether a style is that of a line in a contents list."""
        known = self._contents.get(style)
        if known is None:
            found = self._styles.get(style)
            known = found is not None and found.name.startswith(_CONTENTS) and found.name[-1:].isdigit()
            self._contents[style] = known
        return known

    def is_hidden(self, style: str) -> bool:
        found = self._styles.get(style)
        return found is not None and found.hidden


def own_list(properties: Element | None) -> tuple[str | None, int | None]:
    """The list (numId) and level that paragraph properties name themselves."""
    numbered = properties.find(_NUMBER) if properties is not None else None
    if numbered is None:
        return None, None
    list, level = numbered.find(_LIST), numbered.find(_LEVEL)
    at = level.get(VALUE, "0") if level is not None else ""
    return (
        list.get(VALUE) if list is not None else None,
        int(at) if at.isascii() and at.isdigit() else None,
    )


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get(VALUE, "1") not in ("0", "false", "off")
