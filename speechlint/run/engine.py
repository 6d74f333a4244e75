"""The one way from a document to its findings: rules → hits → told → suppress → grade → one fault once → sort."""

from __future__ import annotations

from itertools import chain

from speechlint import checks
from speechlint.checks import Query
from speechlint.document.quotations import quoted
from speechlint.errors import RuleError
from speechlint.finding import Edit, Finding, Hit, Severity, without_total
from speechlint.gates import index
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.run import timing
from speechlint.run.one_fault import one_fault
from speechlint.run.together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Document, Span
    from speechlint.document.layout import Layout
    from speechlint.finding import Fix, Related
    from speechlint.judgements.suppression import Suppression
    from speechlint.project.layers import Settings
    from speechlint.rulebook.catalogue import Catalogue, ReadyRule

_SEVERITIES = {int(severity): severity for severity in Severity}


def lint(
    doc: Document,
    catalogue: Catalogue,
    settings: Settings,
    between: Callable[[], None] | None = None,
    told: Iterable[tuple[str, Hit]] = (),
) -> list[Finding]:
    """All findings of the chosen rules in ``doc``, muted ones too, by place, then code.

    ``between`` is called before each rule. ``told`` is what was seen beforehand and not in the draft alone, with the
    names of the rules that tell it.
    """
    findings = found_by(doc, _hits(doc, catalogue, settings, between), settings)
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
    return sorted(one_fault(doc, findings), key=lambda f: (f.span, f.code, f.entry or ""))


def _remarks(layout: Layout) -> Iterator[tuple[str, Hit]]:
    """What the reader of the draft has to tell, by the names of the rules that tell it."""
    return ((one.rule, Hit(one.span, one.words, in_source=True)) for one in layout.remarks)


def tell(
    doc: Document, hits: Iterable[tuple[str, Hit]], catalogue: Catalogue, settings: Settings
) -> Iterator[Finding]:
    """Findings of what a step after the checks saw, by the names of its rules; a rule that is not loaded says nothing."""
    rules = {rule.name: rule for rule in catalogue.rules if rule.check == "stage"}
    return found_by(doc, ((rules[name], hit) for name, hit in hits if name in rules), settings)


def found_by(doc: Document, hits: Iterable[tuple[ReadyRule, Hit]], settings: Settings) -> Iterator[Finding]:
    """The findings that hits are."""
    for rule, hit in hits:
        if settings.selection.speaks(rule.code, hit.entry, rule.default and not hit.off):
            yield _told(doc, rule, hit, settings)


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
) -> Iterator[tuple[ReadyRule, Hit]]:
    plain: Iterable[int]
    gated: Iterable[int]
    plain, gated = catalogue.speaking(settings.selection)
    if between:
        plain, gated = _each(plain, between), _each(gated, between)
    for position in plain:
        yield from _of_rule(doc, catalogue, position, {}, settings)
    found = literals_in(doc, catalogue)  # not before: with what the others keep, it would fill the memory
    for position in gated:
        literals = found.pop(position, {})
        if literals or not catalogue.rules[position].gated:
            yield from _of_rule(doc, catalogue, position, literals, settings)


def _each(positions: Sequence[int], between: Callable[[], None]) -> Iterator[int]:
    for position in positions:
        between()
        yield position


def _of_rule(
    doc: Document,
    catalogue: Catalogue,
    position: int,
    literals: Mapping[str, Sequence[int]],
    settings: Settings,
) -> Iterator[tuple[ReadyRule, Hit]]:
    rule = catalogue.rules[position]
    query = Query(doc, catalogue.options(position), literals, settings.as_of)
    try:
        hits = timing.timed(rule.code, iter(checks.load(rule.check).check(query)))
        for hit in together(doc, rule.code, hits):
            yield rule, hit
    except Exception as bug:
        bug.add_note(f"规则 {rule.code}，文件 {doc.path}")
        raise


def literals_in(
    doc: Document, catalogue: Catalogue, part: Span | None = None
) -> dict[int, dict[str, Sequence[int]]]:
    """The offsets of gate literals, in all of it or in ``part``, whole lines, by the rule's position and the gate key."""
    found: dict[int, dict[str, Sequence[int]]] = {}
    with timing.Step("literals"):
        known = _scanned(doc, catalogue, part) if part else index.scan(doc.text, catalogue.literals)
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


def _told(doc: Document, rule: ReadyRule, hit: Hit, settings: Settings) -> Finding:
    """A hit in the words of its rule, placed in the source."""
    reading = doc[doc.alignment.to_reading(hit.span) if hit.in_source else hit.span]
    span, fixes, occurrences, related = _placed(doc, hit)
    if any(fix.title_en for fix in fixes):
        fixes = tuple([fix.told(settings.lang) for fix in fixes])
    if related:
        related = tuple([other.told(settings.lang) for other in related])
    finding = Finding(
        path=doc.path,
        code=rule.code,
        name=rule.name,
        severity=hit.severity if hit.severity is not None else _SEVERITIES[rule.severity],
        message=_message(rule, settings.lang, {"text": reading, **hit.words}),
        span=span,
        reading=reading,
        entry=hit.entry,
        fixes=fixes,
        occurrences=occurrences,
        related=related,
        source=hit.source or rule.source,
        grade=hit.grade or rule.grade,
        apart=hit.apart,
    )
    if doc.markup:
        from speechlint.run import marked

        finding = marked.told(doc, hit, finding)
    if doc.layout:
        from speechlint.run import laid

        finding = laid.told(doc.layout, finding)
    return finding


def _message(rule: ReadyRule, lang: str, words: Mapping[str, str]) -> str:
    template = rule.message[lang]
    if "1" in (words.get("count"), words.get("times")):
        template = without_total(without_total(template, "{count}"), "{times}")
    for name, word in words.items():
        if "“" in word:
            template = template.replace(f"“{{{name}}}”", _literally(quoted(word)))
    try:
        return template.format_map(words)
    except LookupError:
        known = "、".join(f"{{{word}}}" for word in words)
        raise RuleError(
            f"规则 {rule.code} 的 message 里有这条规则不给的词；可用：{known}",
            f"the message of rule {rule.code} uses a word the rule does not give; it gives {known}",
        ) from None


def _literally(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _placed(doc: Document, hit: Hit) -> tuple[Span, tuple[Fix, ...], tuple[Span, ...], tuple[Related, ...]]:
    """The span, fixes, occurrences and related places of a hit, in the source."""
    fixes = hit.fixes if all(fix.edits for fix in hit.fixes) else tuple([f for f in hit.fixes if f.edits])
    if hit.in_source or doc.alignment.is_identity:
        return hit.span, fixes, hit.occurrences, hit.related
    place = doc.alignment.to_source
    return (
        place(hit.span),
        tuple([fix._replace(edits=tuple([_edit(doc, edit) for edit in fix.edits])) for fix in fixes]),
        tuple(map(place, hit.occurrences)),
        tuple([other._replace(span=place(other.span)) for other in hit.related]),
    )


def _edit(doc: Document, edit: Edit) -> Edit:
    """An edit of the reading in the source; what a repair made together with its words stays."""
    span = doc.alignment.to_source(edit.span)
    start, end = doc.alignment.to_reading(span)
    before, after = doc.text[start : edit.span.start], doc.text[edit.span.end : end]
    return Edit(span, f"{before}{edit.text}{after}")
