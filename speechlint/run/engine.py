"""The one way from a document to its findings: rules → hits → told → suppress → grade → one fault once → sort."""

from __future__ import annotations

from itertools import chain

from speechlint import checks
from speechlint.checks import Query
from speechlint.finding import Hit
from speechlint.gates import index
from speechlint.quick.typing import TYPE_CHECKING, made_of
from speechlint.run import timing
from speechlint.run.one_fault import one_fault
from speechlint.run.telling import found_by
from speechlint.run.together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Document, Span
    from speechlint.document.layout import Layout
    from speechlint.finding import Finding
    from speechlint.judgements.suppression import Suppression
    from speechlint.project.layers import Settings
    from speechlint.rulebook.catalogue import Catalogue, ReadyRule


def lint(
    doc: Document,
    catalogue: Catalogue,
    settings: Settings,
    between: Callable[[], None] | None = None,
    told: Iterable[tuple[str, Hit]] = (),
) -> list[Finding]:
    """All findings of the chosen rules in ``doc``, muted ones too, by place, then code.

    ``between`` is called before each rule and each finding, and within what takes long; what it raises ends it. ``told``
    is what was seen beforehand and not in the draft alone, with the names of the rules that tell it.
    """
    findings = found_by(doc, _hits(doc, catalogue, settings, between), settings)
    if between:
        findings = _each(findings, between)
    return settled(doc, findings, catalogue, settings, told=told)


def settled(
    doc: Document,
    findings: Iterator[Finding],
    catalogue: Catalogue,
    settings: Settings,
    *,
    whole: bool = True,
    told: Iterable[tuple[str, Hit]] = (),
) -> list[Finding]:
    """The findings with all that is said of them, sorted; without the ``whole``, no more are made."""
    if doc.hidden:
        findings = _spoken(doc, findings)
    if whole and doc.layout and doc.layout.remarks:
        told = chain(_remarks(doc.layout), told)
    if told:
        findings = chain(findings, tell(doc, told, catalogue, settings))
    if settings.suppress:
        findings = _suppressed(doc, findings, catalogue, settings, whole=whole)
    if settings.severity or settings.at_most:
        from speechlint.judgements.grading import grade

        findings = grade(findings, settings.severity, settings.at_most)
    return sorted(one_fault(doc, list(findings)), key=lambda f: (f.span, f.code, f.entry or ""))


def _remarks(layout: Layout) -> Iterator[tuple[str, Hit]]:
    """What the reader of the draft has to tell, by the names of the rules that tell it."""
    return ((one.rule, Hit(one.span, one.words, in_source=True)) for one in layout.remarks)


def tell(
    doc: Document, hits: Iterable[tuple[str, Hit]], catalogue: Catalogue, settings: Settings
) -> Iterator[Finding]:
    """Findings of what a step after the checks saw, by the names of its rules; a rule that is not loaded says nothing."""
    rules = {rule.words.name: rule for rule in catalogue.rules if rule.check == "stage"}
    return found_by(doc, ((rules[name], (hit,)) for name, hit in hits if name in rules), settings)


def _spoken(doc: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, or the part of a grouped one, in what is read aloud."""
    for finding in findings:
        places = [place for place in finding.places if not doc.is_hidden(place)]
        if len(places) == len(finding.places):
            yield finding
        elif places:
            yield finding.only(places, doc[doc.alignment.to_reading(places[0])])


def _suppressed(
    doc: Document, findings: Iterator[Finding], catalogue: Catalogue, settings: Settings, *, whole: bool
) -> Iterator[Finding]:
    commented = "ignore" in doc.source or "speechlint" in doc.source
    if not (commented or settings.said or settings.allowed):
        return findings
    from speechlint.judgements import suppression

    own, hits = _ordered(doc, settings) if commented else ([], [])
    marked = list(suppression.suppress(doc, findings, (*own, *settings.said), settings.allowed))
    if not whole:
        return iter(marked)
    hits += suppression.unused(doc, own, marked, catalogue.rules, settings.selection)
    return iter([*marked, *tell(doc, hits, catalogue, settings)])


def _ordered(doc: Document, settings: Settings) -> tuple[list[Suppression], list[tuple[str, Hit]]]:
    from speechlint.judgements import orders

    return orders.read(doc, reasons=settings.reasons)


def _hits(
    doc: Document, catalogue: Catalogue, settings: Settings, between: Callable[[], None] | None
) -> Iterator[tuple[ReadyRule, Sequence[Hit]]]:
    """The rules that see anything, each with all of it."""
    plain, gated = catalogue.speaking(settings.selection)
    rules, between = catalogue.rules, between or checks.go_on
    for position in plain:
        hits = _of_rule(doc, catalogue, position, {}, settings, between)
        if hits:
            yield rules[position], hits
    # Not before: with what the others keep, it would fill the memory.
    found = literals_in(doc, catalogue, between=between)
    for position in gated:
        if position in found or not rules[position].gated:
            hits = _of_rule(doc, catalogue, position, found.pop(position, {}), settings, between)
            if hits:
                yield rules[position], hits


def _each(findings: Iterable[Finding], between: Callable[[], None]) -> Iterator[Finding]:
    for finding in findings:
        between()
        yield finding


def _of_rule(
    doc: Document,
    catalogue: Catalogue,
    position: int,
    literals: Mapping[str, Sequence[int]],
    settings: Settings,
    between: Callable[[], None],
) -> Sequence[Hit]:
    between()
    rule, opened = catalogue.rules[position], catalogue.opened
    options = opened[position] if position in opened else catalogue.options(position)
    query = made_of(Query, (doc, options, literals, settings.as_of, between))
    try:
        seen = checks.load(rule.check).check(query)
        hits = list(seen if timing.spent is None else timing.timed(rule.code, seen))
        return together(doc, rule.code, hits) if len(hits) > 1 else hits
    except Exception as bug:
        bug.add_note(f"规则 {rule.code}，文件 {doc.path}")
        raise


def literals_in(
    doc: Document, catalogue: Catalogue, part: Span | None = None, between: Callable[[], None] = checks.go_on
) -> dict[int, dict[str, Sequence[int]]]:
    """The offsets of gate literals, in all of it or in ``part``, whole lines, by the rule's position and the gate key."""
    found: dict[int, dict[str, Sequence[int]]] = {}
    with timing.Step("literals"):
        known = _scanned(doc, catalogue, part) if part else index.scan(doc.text, catalogue.literals, between)
    gates = catalogue.gates
    for key, offsets in known.items():
        for position, gate in gates[key]:
            if position in found:
                found[position][gate] = offsets
            else:
                found[position] = {gate: offsets}
    return found


def _scanned(doc: Document, catalogue: Catalogue, part: Span) -> dict[int, Sequence[int]]:
    found = index.scan(doc[part], catalogue.literals)
    return {key: [part.start + at for at in offsets] for key, offsets in found.items()}
