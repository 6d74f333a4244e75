"""What is looked for last, where nothing has been found: names that only what stands around them tells, bare numbers."""

from __future__ import annotations

from itertools import chain

from speechlint.document.facts import (
    before_persons,
    by_their_people,
    called_by,
    called_so,
    convened,
    desks,
    doers,
    familiar,
    fellows,
    given,
    happened,
    held,
    housed,
    in_provinces,
    leftover,
    numbered,
    organs,
    placed,
    saying,
    settled,
    shaped,
    together,
    townships,
)
from speechlint.document.facts.kept import names
from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.document.words import frequency, tag
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from speechlint.document import Document
    from speechlint.document.facts.worded import Line


_COUNTED = ("date", "figure")
_WITHIN = ("date", "figure", "place", "institution", "person", "quotation", "promise")  # 1998年/特大洪水


def seen(doc: Document, lines: list[Line], found: list[Seen], taken: list[Span]) -> list[Seen]:
    """The persons, offices, places and numbers in nothing of what is ``found`` or ``taken``."""
    told: list[Seen] = []

    def add(more: Iterable[Seen], within: Collection[str] = ()) -> None:
        spans = (one.span for one in (*found, *told) if one.kind not in within)
        is_free = free([*taken, *spans])
        told.extend(one for one in more if is_free(*one.span))

    add(_persons(doc.text, found))
    add(_given(doc.text, [*found, *told]), within=("place", "institution"))
    add((*_of_known(doc.text, [*found, *told]), *_of_kinds(doc.text, called_so.seen)))
    persons = {one.span.start for one in (*found, *told) if one.kind == "person"}
    add(_of_kinds(doc.text, lambda text: before_persons.seen(text, persons)))
    add((*_offices(lines, [*found, *told]), *_of_kinds(doc.text, organs.seen)))
    add(_housed(doc.text, lines, [*found, *told]), within=("meeting", "figure"))
    by_shape = [*_of_kinds(doc.text, shaped.seen), *_of_kinds(doc.text, numbered.seen)]
    add(one for one in by_shape if one.kind == "person")
    add((*_places(lines), *_of_kinds(doc.text, in_provinces.seen)))
    add(_townships(lines, [*found, *told]))
    add(_again(doc.text, told))
    add(_fellows(lines, [*found, *told]))
    add((one for one in by_shape if one.kind not in _COUNTED), within=_COUNTED)  # 2008年度/表彰大会
    add(one for one in by_shape if one.kind in _COUNTED)
    add((*_happened(lines), *_of_kinds(doc.text, convened.seen)), within=_WITHIN)
    add(_of_kinds(doc.text, by_their_people.seen))
    add(_of_kinds(doc.text, called_by.seen))
    add(_of_kinds(doc.text, leftover.seen))
    add(_of(line, "place", *span) for line in lines for span in together.countries(line))
    return told


def _of_kinds(text: str, look: Callable[[str], Iterable[tuple[str, int, int]]]) -> Iterator[Seen]:
    for kind, start, end in look(text):
        yield Seen(kind, text[start:end], "", Span(start, end))


def _persons(text: str, found: list[Seen]) -> Iterator[Seen]:
    bodies = {one.span.end for one in found if one.kind == "institution"}
    for name, span in (
        *familiar.seen(text),
        *doers.seen(text),
        *doers.beside(text, bodies),
        *saying.seen(text),
    ):
        yield Seen("person", name, "", span)


def _given(text: str, found: list[Seen]) -> Iterator[Seen]:
    persons = {one.span.start for one in found if one.kind == "person"}
    for name, span in given.seen(text, persons):
        yield Seen("person", name, "", span)


def _of_known(text: str, found: list[Seen]) -> Iterator[Seen]:
    known = {one.text for one in found if one.kind == "person"}
    told = (
        given.of_known(text, known),
        given.surnames(text, known),
        given.of_a_spirit(text, names("people")),
    )
    for name, span in chain.from_iterable(told):
        yield Seen("person", name, "", span)


def _offices(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    persons = {one.span.start for one in found if one.kind == "person"}
    for line in lines:
        for start, end in desks.seen(line, persons):
            yield _of(line, "institution", start, end)


def _places(lines: list[Line]) -> Iterator[Seen]:
    for line in lines:
        for start, end in settled.seen(line):
            yield _of(line, "place", start, end)


def _again(text: str, told: list[Seen]) -> Iterator[Seen]:
    """The other places of names that the dictionary does not have, of whatever stood around one of them."""
    unknown = {one.text for one in told if one.kind == "place" and len(one.text) > 1 and not tag(one.text)}
    for name in sorted(unknown):
        at = text.find(name)
        while at >= 0:
            if not _is_torn(text, at, at + len(name)):
                yield Seen("place", name, "", Span(at, at + len(name)))
            at = text.find(name, at + 1)


def _is_torn(text: str, start: int, end: int) -> bool:
    """Whether a word begins before a name and ends in it, or begins in it and ends behind."""
    return any(
        len(pair) > 1 and frequency(pair) > _SELDOM
        for pair in (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
    )


_SELDOM = 20


def _townships(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    ends = {one.span.end for one in found if one.kind == "place"}
    for line in lines:
        here = {end - line.at for end in ends if line.at < end <= line.at + len(line.text)}
        for start, end in (
            *townships.owning(line),
            *townships.seen(line, here),
            *townships.levelled(line),
            *placed.seen(line),
        ):
            yield _of(line, "place", start, end)


def _housed(text: str, lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    for line in lines:
        for start, end in housed.seen(line):
            yield _of(line, "institution", start, end)
    bodies = [one for one in found if one.kind == "institution"]
    known = lines[0].known.places | lines[0].known.levelled if lines else frozenset()
    for start, end in (*housed.short(text, bodies), *housed.tails(text, bodies, known)):
        yield Seen("institution", text[start:end], "", Span(start, end))


def _happened(lines: list[Line]) -> Iterator[Seen]:
    for line in lines:
        until = 0
        for start, end in sorted((*happened.seen(line), *held.seen(line))):
            if start >= until:
                until = end
                yield _of(line, "meeting", start, end)


def _fellows(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    is_free = free(one.span for one in found)
    for line in lines:
        yield from fellows.seen(line, found, is_free)


def _of(line: Line, kind: str, start: int, end: int) -> Seen:
    return Seen(kind, line.text[start:end], "", Span(line.at + start, line.at + end))
