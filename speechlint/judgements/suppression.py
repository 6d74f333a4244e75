"""The step that marks findings a person has already judged: comments (``orders``), the sidecar, allowed terms."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document import Span
from speechlint.finding import Hit, Mute
from speechlint.judgements.fingerprint import fingerprint
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook.naming import named
from speechlint.rulebook.selection import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.rulebook.catalogue import ReadyRule
    from speechlint.rulebook.selection import Selection

UNUSED = "unused-suppression"
UNKNOWN = "suppression-of-unknown-rule"


class Suppression(NamedTuple):
    """``selector`` (CODE or CODE/entry) is judged: in ``scope`` (a source span; None is the whole
    draft), where it stands within ``words`` (None is anywhere) or has this ``fingerprint``. ``at`` is where
    the draft itself says so.
    """

    selector: str
    mute: Mute
    scope: Span | None = None
    words: str | None = None
    at: Span | None = None
    fingerprint: str | None = None


class Allowed(NamedTuple):
    """A term the project stands by: findings of ``codes`` (all, without) inside it are muted."""

    term: str
    reason: str = ""
    codes: tuple[str, ...] = ()


def suppress(
    doc: Document, findings: Iterable[Finding], said: Sequence[Suppression], allowed: Sequence[Allowed] = ()
) -> Iterator[Finding]:
    """The findings, those judged marked ``muted_by``; a grouped one is parted where only some are."""
    scoped, plain = _by_selector(said, scoped=True), _by_selector(said, scoped=False)
    for finding in findings:
        names = dict.fromkeys((finding.code, finding.selector))
        near = [scoped[name] for name in names if name in scoped]
        relevant = [one for name in names for one in plain.get(name, ())]
        terms = [one for one in allowed if _may_speak_of(one, finding)]
        if not relevant and not near and not terms:
            yield finding
            continue
        general = [one for one in relevant if not one.fingerprint]
        single = {one.fingerprint: one for one in reversed(relevant) if one.fingerprint}
        parts: dict[Mute | None, list[Span]] = {}
        for place in finding.places:
            exact = single.get(fingerprint(doc, finding, place)) if single else None
            here = [*([exact] if exact else ()), *_around(near, place), *general]
            parts.setdefault(_judged(doc, place, here, terms), []).append(place)
        yield from parted(doc, finding, parts)


def _by_selector(said: Iterable[Suppression], *, scoped: bool) -> dict[str, list[Suppression]]:
    found: dict[str, list[Suppression]] = {}
    for one in said:
        if bool(one.scope) == scoped:
            found.setdefault(one.selector, []).append(one)
    return found


def _around(scoped: Iterable[list[Suppression]], place: Span) -> Iterator[Suppression]:
    """The first of each list whose paragraph has not ended before the place: they are in order."""
    for said in scoped:
        at = bisect_right(said, place.start, key=lambda one: one.scope.end if one.scope else 0)
        yield from said[at : at + 1]


def _may_speak_of(allowed: Allowed, finding: Finding) -> bool:
    return not allowed.codes or any(fits(name, finding.selector) for name in allowed.codes)


def _judged(doc: Document, place: Span, said: Sequence[Suppression], terms: Sequence[Allowed]) -> Mute | None:
    for one in said:
        if _means(one, doc, place):
            return one.mute
    for allowed in terms:
        if _says(doc, place, allowed.term):
            return Mute("allow", allowed.term, allowed.reason)
    return None


def _means(one: Suppression, doc: Document, place: Span) -> bool:
    """Whether it speaks of this place; one with a fingerprint has been chosen by it."""
    if one.scope and not one.scope.start <= place.start < one.scope.end:
        return False
    return bool(one.fingerprint) or one.words is None or _says(doc, place, one.words)


def _says(doc: Document, place: Span, words: str) -> bool:
    """Whether the place lies within these words, as they stand or as they read."""
    return _within(doc.source, place, words) or _within(doc.text, doc.alignment.to_reading(place), words)


def _within(text: str, place: Span, words: str) -> bool:
    return words in text[max(0, place.end - len(words)) : place.start + len(words)]


def parted(doc: Document, finding: Finding, parts: dict[Mute | None, list[Span]]) -> Iterator[Finding]:
    """The finding, or the part of a grouped one for each way its places are judged, marked with that."""
    divided = finding.divided(list(parts.values())) if len(parts) > 1 else (finding,)
    for mute, part in zip(parts, divided, strict=True):
        reading = doc[doc.alignment.to_reading(part.span)] if len(parts) > 1 else part.reading
        yield part._replace(reading=reading, muted_by=mute)


def unused(
    doc: Document,
    own: Sequence[Suppression],
    marked: Iterable[Finding],
    rules: Sequence[ReadyRule],
    selection: Selection,
) -> Iterator[tuple[str, Hit]]:
    """Hits, with the name of their rule, for the draft's own suppressions that judge nothing.

    Only of rules that ran: a run of a few rules does not make the other suppressions useless.
    """
    marked = list(marked)
    used = {(finding.muted_by, name) for finding in marked for name in (finding.code, finding.selector)}
    meant = {selector: named(selector, rules) for selector in {one.selector for one in own}}
    for one in own:
        rule = meant[one.selector]
        if rule is None:
            yield UNKNOWN, Hit(one.at or Span(0, 0), {"selector": one.selector}, in_source=True)
        elif selection.rule(rule.code, rule.default) and (one.mute, one.selector) not in used:
            yield UNUSED, useless(one.selector, one.at or Span(0, 0), _elsewhere(doc, one, marked))


def _elsewhere(doc: Document, one: Suppression, marked: Iterable[Finding]) -> int | None:
    """The line of what a misplaced suppression may have been meant for: the nearest that is reported."""
    places = [
        place.start
        for finding in marked
        if not finding.muted_by and one.selector in (finding.code, finding.selector)
        for place in finding.places
    ]
    if not (one.scope and one.at and places):
        return None
    at = one.at.start
    return doc.line_number(min(places, key=lambda start: abs(start - at)))


def useless(selector: str, at: Span, elsewhere: int | None = None) -> Hit:
    """A hit for a suppression that judges nothing; what it was meant for may be on another line."""
    zh, en = "那里已没有这样的问题，请删去", "there is nothing to suppress; delete it"
    if elsewhere is not None:
        zh = f"注释管的是后面紧接的一段，这样的问题在第 {elsewhere} 行；请移到那一段前面"
        en = f"a comment is for the paragraph after it, and this is on line {elsewhere}; move it before that paragraph"
    return Hit(at, {"selector": selector, "why": zh, "why_en": en}, in_source=True)
