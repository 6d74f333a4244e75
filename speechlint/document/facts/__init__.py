"""What a reader must verify in a draft, extracted and not judged: persons, places, dates, figures, documents, words quoted.

Places are *source* spans. Nothing is looked up outside the draft but the dictionary.
"""

from __future__ import annotations

from speechlint.document.facts import (
    announced,
    between,
    bounds,
    campaigns,
    companies,
    documents,
    elided,
    figures,
    honours,
    institutions,
    last,
    learned,
    marked,
    marks,
    meetings,
    people,
    periods,
    places,
    projects,
    promises,
    quotations,
    refused,
    repeated,
    rows,
    tagged,
    titled,
    translit,
    when,
    within,
    worded,
)
from speechlint.document.facts.kept import names
from speechlint.document.facts.seen import Known, free
from speechlint.document.facts.world import WORLD
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechlint.document import Document
    from speechlint.document.facts.bounds import Bounded
    from speechlint.document.facts.seen import Seen
    from speechlint.document.facts.worded import Line

KINDS = {
    "person": ("人名、职务", "persons and posts"),
    "place": ("地名", "places"),
    "institution": ("单位、机构", "institutions"),
    "date": ("日期、期限", "dates and periods"),
    "figure": ("数据", "figures"),
    "document": ("文件、书名", "documents"),
    "meeting": ("会议、活动、工程、称号", "meetings, campaigns, projects, titles"),
    "quotation": ("引文", "quotations"),
    "promise": ("许诺的数", "promised counts"),
}


_OF_MANY = ("person", "place", "institution", "meeting")  # the same whatever is said of it


_CELEBRATING = ("庆祝", "纪念")
_NOTHING = Known()
_ADDRESS = regex.later(
    r"\]\([^)\n]*\)|https?://[0-9A-Za-z/._?&=%#~-]+|[0-9A-Za-z_/.-]+\.(?:png|jpe?g|md|docx?|html?|pdf|pptx?)"
)


class Fact(NamedTuple):
    """One thing to verify, at all its places in order.

    ``about`` is what a figure measures, who is quoted, how many answer a promise; "" where that is not told.
    ``forms`` are other facts of the draft that may be the same thing in another form.
    """

    kind: str
    text: str
    about: str
    places: tuple[Span, ...]
    forms: tuple[str, ...] = ()


def facts(doc: Document, known: Known = _NOTHING) -> list[Fact]:
    """The facts of a draft by kind, each kind in the order of the text."""
    order = list(KINDS)
    return sorted(
        _with_forms(list(_gathered(doc, _seen(marks.full(doc), known)))),
        key=lambda fact: (order.index(fact.kind), fact.places[0]),
    )


def _seen(doc: Document, known: Known) -> list[Seen]:
    """All that is seen: what the rules see, as far as it is likely, and the names that only a model tells."""
    lines, found, taken = by_rules(doc, known)
    told = [one for one in tagged.kept(lines, found, taken) if not refused.is_none(one, doc.text)]
    for more in (campaigns, projects, honours, marked, announced):
        told += more.seen(lines, told)
    return told


def by_rules(doc: Document, known: Known) -> tuple[list[Line], list[Seen], list[Span]]:
    """The lines, what the rules see in them, and what is taken and no fact.

    Within the name of a document, a meeting or an institution no place is told by itself.
    """
    known = known._replace(
        places=known.places | WORLD | frozenset(learned.towns(doc.text)),
        people=known.people | names("people"),
    )
    lines = list(worded.lines(doc, known))
    written = list(documents.seen(doc))
    taken = [Span(*found.span()) for found in _ADDRESS.finditer(doc.text)]
    taken += [one.span for one in written if one.text[0] == "《"]
    taken += [Span(*found.span()) for found in quotations.VERSES.finditer(doc.text)]
    bounded = [(line, list(bounds.seen(line))) for line in lines]
    unwritten = free([*taken, *(one.span for one in written)])
    written += [one for line, ends in bounded for one in documents.bounded(line, ends, unwritten)]
    found = [*written, *_named(doc, bounded, taken, known)]
    untitled = free(taken)
    counted = [one for one in (*_dated(doc), *promises.seen(doc)) if untitled(*one.span)]
    nowhere = free([*taken, *(one.span for one in found if one.kind != "place")])
    somewhere = [one for one in found if one.kind == "place"]
    in_no_row = free(Span(line.at + s, line.at + e) for line in lines for s, e in rows.places(line))
    persons = [
        one
        for one in people.seen(doc, known, _in_none(somewhere, nowhere))
        if untitled(*one.span) and in_no_row(*one.span)
    ]
    nobody = free(one.span for one in persons)
    found = [one for one in found if one.kind != "place" or nobody(*one.span)]
    found += [*counted, *persons]
    found += translit.unnamed(doc.text, lines, found)
    found += titled.seen(lines, found)
    found += between.seen(doc, found)
    found += between.parallel(doc, found)
    found += repeated.seen(lines, found, known)
    outside = free([*taken, *(one.span for one in found if one.kind != "person")])
    found += [*figures.seen(doc, outside), *quotations.seen(doc)]
    found += last.seen(doc, lines, found, taken)
    return lines, found, taken


def _dated(doc: Document) -> list[Seen]:
    """The dates and periods, each where none has been found before."""
    dated = list(when.seen(doc))
    for more in (periods, elided):
        undated = free(one.span for one in dated)
        dated += [one for one in more.seen(doc) if undated(*one.span)]
    return dated


def _named(
    doc: Document, bounded: list[tuple[Line, list[Bounded]]], taken: list[Span], known: Known
) -> list[Seen]:
    """The meetings, institutions and places outside the spans ``taken``.

    An institution or a place that a meeting begins with is one too.
    """
    outside = free(taken)
    met = [
        one
        for line, ends in bounded
        for one in meetings.seen(line, ends)
        if outside(*one.span) or one.text[0] == "《"
    ]
    whole = free([*taken, *(one.span for one in met)])
    bodies = [
        one
        for line, ends in bounded
        for one in institutions.seen(line, ends)
        if whole(*one.span) or (outside(*one.span) and _is_within(one, met))
    ]
    named = {one.span for one in bodies}
    bodies += [one for one in within.seen(met) if one.span not in named]
    bodies = companies.with_short_forms(doc, bodies, known)
    unnamed = free([*taken, *(one.span for one in bodies)])
    apart = free(one.span for one in met)
    somewhere = [
        one
        for line, ends in bounded
        for one in places.seen(line, ends, unnamed)
        if apart(*one.span) or _is_within(one, met)
    ]
    begun = {one.span.start for one in (*bodies, *somewhere)}
    somewhere += [one for one in within.places(met) if one.span.start not in begun]
    return [*met, *bodies, *somewhere]


def _is_within(one: Seen, longer: list[Seen]) -> bool:
    """Whether a name is the beginning of a longer one, or what is celebrated: 市总工会 of 市总工会第八次代表大会."""
    return any(
        one.span.end < other.span.end
        and (at := one.span.start - other.span.start) >= 0
        and (not at or other.text[:at] in _CELEBRATING)
        for other in longer
    )


def _in_none(places: list[Seen], free: Callable[[int, int], bool]) -> Callable[[int, int], bool]:
    """Whether a span is ``free`` and within no place; a place within it is the end of a name: 罗/永昌."""
    spans = [place.span for place in places]
    return lambda start, end: (
        free(start, end) and not any(one.start <= start and end <= one.end for one in spans)
    )


def _gathered(doc: Document, seen: Iterable[Seen]) -> Iterator[Fact]:
    """Things that are the same in kind, words and what they are about, as one; a person with all the posts told."""
    known: dict[tuple[str, str, str], tuple[list[Span], list[str]]] = {}
    for one in seen:
        by = "" if one.kind in _OF_MANY else one.about
        text = doc[one.span] if len(one.text) == one.span.end - one.span.start else one.text
        spans, said = known.setdefault((one.kind, text, by), ([], []))
        spans.append(doc.alignment.to_source(one.span))
        said.append(one.about)
    for (kind, text, _), (spans, said) in known.items():
        about = "、".join(dict.fromkeys(filter(None, said)))
        yield Fact(kind, text, about, tuple(sorted(spans)))


def _with_forms(found: list[Fact]) -> Iterator[Fact]:
    groups: dict[tuple[str, object], list[Fact]] = {}
    for fact in found:
        groups.setdefault((fact.kind, _likeness(fact)), []).append(fact)
    for fact in found:
        alike = groups[fact.kind, _likeness(fact)] if _likeness(fact) else []
        forms = [other.text for other in alike if other.text != fact.text and _may_be_one(fact, other)]
        yield fact._replace(forms=tuple(dict.fromkeys(forms)))


def _likeness(fact: Fact) -> object:
    """What two facts of a kind have alike that may be one; None for one that is like no other."""
    if fact.kind == "person":
        return fact.text[0]
    if fact.kind == "place":
        return places.bare(fact.text)
    return figures.measure(fact.about, fact.text) if fact.kind == "figure" else None


def _may_be_one(fact: Fact, other: Fact) -> bool:
    return fact.kind != "person" or people.may_be_one(fact.text, other.text)
