"""The cells of a table, whatever stands around them."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word import names
from speechlint.readers.word.names import VALUE, W

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

THROUGH = {f"{W}{name}" for name in ("customXml", "smartTag", "sdtContent")}


def rows(table: Element, skipped: AbstractSet[str]) -> list[list[Element]]:
    """The cells of each row, whatever controls stand around them; rows that are deleted have gone."""
    rows = []
    for row in _inside(table, names.ROW):
        marks = row.find(f"{W}trPr")
        if marks is None or not any(marks.find(tag) is not None for tag in skipped):
            rows.append(_inside(row, names.CELL))
    return rows


def is_covered(cell: Element) -> bool:
    """Whether a cell lies under the one above or beside it: what it holds is not on the page."""
    for merge in ("vMerge", "hMerge"):
        found = cell.find(f"{W}tcPr/{W}{merge}")
        if found is not None and found.get(VALUE, "continue") == "continue":
            return True
    return False


def _inside(parent: Element, tag: str) -> list[Element]:
    found: list[Element] = []
    for element in parent:
        if element.tag == tag:
            found.append(element)
        elif element.tag == names.CONTROL:
            content = element.find(names.CONTROL_CONTENT)
            found += _inside(content, tag) if content is not None else []
        elif element.tag in THROUGH:
            found += _inside(element, tag)
    return found
