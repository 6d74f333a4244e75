"""The one way from a document to its findings: run the rules, tell the hits, sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from speechlint import checks, terms
from speechlint.catalogue import Catalogue, Entry
from speechlint.checks import Query
from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.finding import Edit, Finding, Fix, Hit, Related, Severity


class Selection(NamedTuple):
    """Which rules and entries speak. Each name is a code, a prefix of one, or ``CODE/entry``.

    The most specific name wins; between equals, ``ignore`` does. An empty ``select`` means the
    rules that are on by default.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()

    def rule(self, code: str, default: bool) -> bool:
        """Whether the rule has anything to say: itself, or an entry chosen by name."""
        chosen = (*self.select, *self.extend)
        return self.speaks(code, None, default) or any(n.startswith(f"{code}/") for n in chosen)

    def speaks(self, code: str, entry: str | None, default: bool) -> bool:
        """Whether a hit of ``code``, or of its ``entry``, is a finding."""
        name = f"{code}/{entry}" if entry else code
        chosen = self._longest((*self.select, *self.extend), name)
        dropped = self._longest(self.ignore, name)
        on = chosen >= 0 or (default and not self.select)
        return on and (dropped < 0 or chosen > dropped)

    @staticmethod
    def _longest(names: Iterable[str], name: str) -> int:
        fits = [len(n) for n in names if name == n or ("/" not in n and name.startswith(n))]
        return max(fits, default=-1)


class Settings(NamedTuple):
    """What a run asks for besides the drafts themselves."""

    as_of: AsOf
    selection: Selection = Selection()
    severity: Mapping[str, Severity] = {}
    lang: str = "zh"


def lint(doc: Document, catalogue: Catalogue, settings: Settings) -> list[Finding]:
    """All findings of the chosen rules in ``doc``, by place, then code."""
    if not _is_chinese(doc.source):
        return []
    findings = [
        _tell(doc, rule, hit, settings)
        for rule, hit in _hits(doc, catalogue, settings)
        if settings.selection.speaks(rule.code, hit.entry, rule.default and not hit.off)
    ]
    return sorted(findings, key=lambda f: (f.span, f.code, f.entry or ""))


def _hits(doc: Document, catalogue: Catalogue, settings: Settings) -> Iterator[tuple[Entry, Hit]]:
    found = _found(doc, catalogue)
    for position, rule in enumerate(catalogue.rules):
        literals = found.get(position, {})
        if rule.gated and not literals:
            continue
        if not settings.selection.rule(rule.code, rule.default):
            continue
        query = Query(doc, rule.options, literals, settings.as_of)
        try:
            for hit in checks.load(rule.check).check(query):
                if hit.in_source or not doc.is_hidden(hit.span):
                    yield rule, hit
        except Exception as bug:
            bug.add_note(f"规则 {rule.code}，文件 {doc.path}")
            raise


def _found(doc: Document, catalogue: Catalogue) -> dict[int, dict[str, list[int]]]:
    """For each rule's position, where the literals of its gate keys stand."""
    found: dict[int, dict[str, list[int]]] = {}
    for key, offsets in terms.scan(doc.text, catalogue.literals).items():
        position, gate = catalogue.gates[key]
        found.setdefault(position, {})[gate] = offsets
    return found


def _tell(doc: Document, rule: Entry, hit: Hit, settings: Settings) -> Finding:
    """A hit in the words of its rule, placed in the source."""
    place = _Place(doc, hit.in_source)
    span = place(hit.span)
    reading = doc[hit.span] if not hit.in_source else doc[doc.alignment.to_reading(hit.span)]
    severity = hit.severity if hit.severity is not None else Severity(rule.severity)
    severity = _override(settings.severity, rule.code, hit.entry, severity)
    return Finding(
        path=doc.path,
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=rule.message[settings.lang].format_map({"text": reading, **hit.words}),
        span=span,
        reading=reading,
        entry=hit.entry,
        fixes=tuple(_placed(fix, place) for fix in hit.fixes),
        occurrences=tuple(map(place, hit.occurrences)),
        related=tuple(Related(place(r.span), r.message) for r in hit.related),
        source=hit.source or rule.source,
    )


def _placed(fix: Fix, place: _Place) -> Fix:
    return fix._replace(edits=tuple(Edit(place(edit.span), edit.text) for edit in fix.edits))


class _Place:
    """Reading span → source span, or nothing to do for a hit that stands in the source."""

    def __init__(self, doc: Document, in_source: bool) -> None:
        self._doc, self._in_source = doc, in_source

    def __call__(self, span: Span) -> Span:
        return span if self._in_source else self._doc.alignment.to_source(span)


def _override(wanted: Mapping[str, Severity], code: str, entry: str | None, severity: Severity) -> Severity:
    """The severity the user gave the longest fitting name, else the one it has."""
    name = f"{code}/{entry}" if entry else code
    fits = [n for n in wanted if name == n or ("/" not in n and name.startswith(n))]
    return wanted[max(fits, key=len)] if fits else severity


def _is_chinese(source: str) -> bool:
    """Whether there is Chinese to judge: requirements.txt and an English README are none."""
    sample = source if len(source) <= 40_000 else source[:20_000] + source[-20_000:]
    written = [char for char in sample if not char.isspace()]
    han = sum("\u4e00" <= char <= "\u9fff" for char in written)
    return han * 5 >= len(written) or han >= 2_000
