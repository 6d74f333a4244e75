"""The outline of a draft: its speeches, and their headings and enumerations as one tree.

``outline(doc)`` (or ``doc.outline``) gives an ``Outline``:

- ``speeches``: each with ``span``, ``title`` (a span or ``None``), ``body`` (what is spoken: without
  附件 and 名词解释) and ``items``, the outermost parts;
- ``groups``: every run of siblings (一、二、三、 of a speech, 一是二是三是 of a paragraph), in order.

An ``Item`` has ``level`` (depth in the tree, from 1), ``style`` (its kind by its first member: ``一、``
``（一）`` ``1.`` ``（1）`` ``①`` ``一是`` ``一要`` ``第一`` ``第一点`` ``首先`` ``其一`` ``一方面`` …), ``number`` (``None`` for
最后), spans ``mark``, ``head`` (the words after the mark: an own-line heading without its end mark, a
run-in one to its first 。 or to the break that ends it), ``body`` (after the head, children included)
and ``span`` (all of it), ``own_line``, ``parent`` and ``children``. All spans are in the reading text.
"""

from __future__ import annotations

from speechlint.document.outline.headings import bound, measure
from speechlint.document.outline.item import Item
from speechlint.document.outline.lists import Builder
from speechlint.document.outline.marks import marks
from speechlint.document.outline.siblings import is_list
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.outline.speeches import Part
    from speechlint.document.span import Span

__all__ = ["Item", "Outline", "Speech", "outline"]


class Speech(NamedTuple):
    span: Span
    title: Span | None
    body: Span
    items: tuple[Item, ...]
    groups: tuple[tuple[Item, ...], ...]

    def walk(self) -> Iterator[Item]:
        """All items of the speech in order."""
        for item in self.items:
            yield from item.walk()


class Outline(NamedTuple):
    speeches: tuple[Speech, ...]

    @property
    def groups(self) -> tuple[tuple[Item, ...], ...]:
        return tuple(group for speech in self.speeches for group in speech.groups)

    def walk(self) -> Iterator[Item]:
        for speech in self.speeches:
            yield from speech.walk()


def outline(doc: Document) -> Outline:
    """The outline of ``doc``; computed in one pass over the reading text."""
    breaks = [b.at for b in doc.breaks]
    joints = frozenset(breaks)
    speeches = [_speech(doc, part, marks(doc.text, part.body, joints), breaks) for part in doc.parts]
    return Outline(tuple(speeches))


def _speech(doc: Document, part: Part, own: list[Item], breaks: list[int]) -> Speech:
    lists = Builder(doc).build(own)
    kept = list(filter(is_list, lists))
    alive = {id(item) for found in kept for item in found.items}
    items = [item for item in own if id(item) in alive]
    for item in items:
        while item.parent and id(item.parent) not in alive:
            item.parent = item.parent.parent
    _nest(items)
    bound(doc, part, items, kept)
    if _move_out(items):
        _nest(items)
        bound(doc, part, items, kept)
    measure(doc, items, breaks)
    return Speech(
        part.span,
        part.title,
        part.body,
        tuple(i for i in items if not i.parent),
        tuple(tuple(found.items) for found in kept),
    )


def _nest(items: list[Item]) -> None:
    """Levels and children from parents."""
    below: dict[int, list[Item]] = {}
    for item in items:
        item.level = item.parent.level + 1 if item.parent else 1
        if item.parent:
            below.setdefault(id(item.parent), []).append(item)
    for item in items:
        item.children = tuple(below.get(id(item), ()))


def _move_out(items: list[Item]) -> bool:
    """Free the items that stand behind the end of the one they were put under."""
    moved = False
    for item in items:
        while item.parent and item.mark.start >= item.parent.end:
            item.parent = item.parent.parent
            moved = True
    return moved
