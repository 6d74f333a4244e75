"""From a rule's hits to findings: placed in the source, in the words of the rule and the language of the reader."""

from __future__ import annotations

from sys import intern

from speechlint.document.quotations import quoted
from speechlint.errors import RuleError
from speechlint.finding import Edit, Finding, Fix, Severity, without_total
from speechlint.quick.typing import TYPE_CHECKING, made_of
from speechlint.rulebook.selection import speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.finding import Hit
    from speechlint.project.layers import Settings
    from speechlint.rulebook.catalogue import ReadyRule

_SEVERITIES = {int(severity): severity for severity in Severity}


def found_by(
    doc: Document, hits: Iterable[tuple[ReadyRule, Sequence[Hit]]], settings: Settings
) -> Iterator[Finding]:
    """The findings that the hits of rules are."""
    speaks = speaker(settings.selection)
    for rule, own in hits:
        if own:
            yield from _told(doc, rule, own, settings.lang, speaks)


def _told(
    doc: Document, rule: ReadyRule, hits: Sequence[Hit], lang: str, speaks: Callable[..., bool]
) -> Iterator[Finding]:
    """The findings of a rule's hits; none of a hit that the selection leaves out, as ``speaks`` says."""
    alignment = doc.alignment
    moved = not alignment.is_identity
    own = _SEVERITIES[rule.severity]
    said = rule.words
    template = said.message[lang]
    for hit in hits:
        span, words, fixes, entry, severity, source, grade, occurrences, related, in_source, off, apart = hit
        if not speaks(rule.code, entry, rule.default and not off):
            continue
        # What is said often is kept once.
        reading = intern(doc[alignment.to_reading(span) if in_source else span])
        if moved and not in_source:
            place = alignment.to_source
            span, occurrences = place(span), tuple(map(place, occurrences))
            related = tuple([other._replace(span=place(other.span)) for other in related])
        told = (
            doc.path,
            rule.code,
            said.name,
            own if severity is None else severity,
            intern(_message(rule, template, reading, words)),
            span,
            reading,
            entry,
            _fixes(doc, fixes, lang, moved=moved and not in_source) if fixes else fixes,
            occurrences,
            tuple([other.told(lang) for other in related]) if related else related,
            source or said.source,
            grade or said.grade,
        )
        finding = made_of(Finding, (*told, None, (), apart))
        yield finding if not (doc.markup or doc.layout) else _kept(doc, hit, finding)


def _kept(doc: Document, hit: Hit, finding: Finding) -> Finding:
    """The finding as the format of the draft lets it be told."""
    if doc.markup:
        from speechlint.run import marked

        finding = marked.told(doc, hit, finding)
    if doc.layout:
        from speechlint.run import laid

        finding = laid.told(doc.layout, finding)
    return finding


def _message(rule: ReadyRule, template: str, reading: str, words: Mapping[str, str]) -> str:
    said = {"text": reading, **words}
    if words.get("count") == "1" or words.get("times") == "1":
        template = without_total(without_total(template, "{count}"), "{times}")
    if "“" in "".join(said.values()):
        template = _requoted(template, said)
    try:
        return template.format_map(said)
    except LookupError:
        known = "、".join(f"{{{word}}}" for word in said)
        raise RuleError(
            f"规则 {rule.code} 的 message 里有这条规则不给的词；可用：{known}",
            f"the message of rule {rule.code} uses a word the rule does not give; it gives {known}",
        ) from None


def _requoted(template: str, said: Mapping[str, str]) -> str:
    """The template with the words that have quotation marks of their own, within its own."""
    for name, word in said.items():
        if "“" in word:
            template = template.replace(f"“{{{name}}}”", _literally(quoted(word)))
    return template


def _literally(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _fixes(doc: Document, fixes: tuple[Fix, ...], lang: str, *, moved: bool) -> tuple[Fix, ...]:
    """The fixes that change something, placed in the source, with their titles in ``lang``."""
    made: list[Fix] = []
    for fix in fixes:
        edits, safe, title, title_en = fix
        if not edits:
            continue
        if moved or title_en:
            edits = tuple([_edit(doc, edit) for edit in edits]) if moved else edits
            fix = Fix(edits, safe, title_en if title_en and lang == "en" else title)
        made.append(fix)
    return tuple(made)


def _edit(doc: Document, edit: Edit) -> Edit:
    """An edit of the reading in the source; what a repair made together with its words stays."""
    span = doc.alignment.to_source(edit.span)
    start, end = doc.alignment.to_reading(span)
    before, after = doc.text[start : edit.span.start], doc.text[edit.span.end : end]
    return Edit(span, f"{before}{edit.text}{after}")
