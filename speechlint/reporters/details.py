"""The lines below a finding's sentence: how it reads, what to change, where else it is, where to look."""

from __future__ import annotations

from speechlint.document.alignment import Change, apply
from speechlint.document.quotations import quoted
from speechlint.finding import GRADES
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.terminal import visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document
    from speechlint.finding import Finding, Fix
    from speechlint.reporters.wording import Wording

_MOST_PLACES = 8
_MOST_FIXES = 4
_LONG = 60


def authority(finding: Finding, lang: str) -> str:
    """The rule's authority and its grade."""
    if lang == "zh":
        grade, source = GRADES[finding.grade][0], finding.source
    else:
        from speechlint.reporters.authorities import in_language

        grade, source = finding.grade, in_language(finding.source, lang)
    return WORDS[lang].authority.format(visible(source), grade=grade)


def details(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """The lines below a finding's sentence, without indent; none where there is no more to say."""
    return [*advice(doc, finding, words), *times(doc, finding, words), *elsewhere(doc, finding, words)]


def advice(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """What to change; where there is no fix, how the words read."""
    return _fixes(doc, finding, words) if finding.fixes else _reading(doc, finding, words)


def times(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """How often a grouped finding is seen, and on which lines."""
    if len(finding.occurrences) < 2:
        return []
    lines = sorted({_line(doc, span.start) for span in finding.occurrences})
    listed = _listed(map(str, lines), words)
    line = words.paragraph if doc.layout else words.line
    return [words.occurrences.format(count=len(finding.occurrences), lines=listed, line=line)]


def elsewhere(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """Where else to look."""
    if not finding.related:
        return []
    return [words.related.format(words.between_places.join(_related(doc, finding, words)))]


def _reading(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """How the words of a finding read, where that is not how they stand, nor said in its message."""
    text = doc.source[finding.span.start : finding.span.end]
    said = visible(finding.reading) in finding.message
    if len(text) <= _LONG and not said and _is_damaged(text, finding.reading):
        return [words.reading.format(visible(finding.reading))]
    return []


def _is_damaged(text: str, reading: str) -> bool:
    """Whether the words read otherwise than they stand, blanks apart."""
    return reading != text and "".join(reading.split()) not in ("", "".join(text.split()))


def _related(doc: Document, finding: Finding, words: Wording) -> Iterator[str]:
    """Where else to look, and why; places with one message together."""
    places: dict[str, list[str]] = {}
    for related in finding.related:
        places.setdefault(related.message, []).append(_place(doc, related.span.start, words))
    for message, there in places.items():
        yield f"{_listed(there, words)} {visible(message)}"


def _line(doc: Document, offset: int) -> int:
    """The line, or of a draft with pages the paragraph."""
    return doc.layout.at(offset).ordinal if doc.layout else doc.line_number(offset)


def _place(doc: Document, offset: int, words: Wording) -> str:
    if doc.layout:
        return words.at_paragraph.format(doc.layout.at(offset).ordinal)
    place = doc.place(offset)
    return f"{place.line}:{place.column}"


def _listed(items: Iterable[str], words: Wording) -> str:
    """The first few, with ``……`` where there are more."""
    all_ = list(items)
    return words.list.join(all_[:_MOST_PLACES]) + (words.more if len(all_) > _MOST_PLACES else "")


def _fixes(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """What to choose from, on one line; none where the message said it."""
    choices = [_choice(doc, finding, fix, words) for fix in finding.fixes[: _MOST_FIXES + 1]]
    if len(choices) == 1 and finding.fixes[0].title and choices[0] in finding.message:
        return []
    return [words.fix.format(_either(choices, words))]


def _choice(doc: Document, finding: Finding, fix: Fix, words: Wording) -> str:
    """A fix by its title, or by the new wording; one that deletes, by what goes."""
    if fix.title:
        return visible(fix.title)
    if any(edit.text for edit in fix.edits):
        return quoted(_short(rewritten(doc, finding, fix)))
    gone = doc.source[slice(*fix.edits[0].span)]
    return words.delete.format(_short(gone)) if gone.strip() else words.close_up


def rewritten(doc: Document, finding: Finding, fix: Fix) -> str:
    """What the words of a finding, at the first of its places, are after a fix; else what its first edit puts in."""
    start, end = finding.places[0]
    edits = [edit for edit in fix.edits if start <= edit.span.start and edit.span.end <= end]
    if not edits:
        return fix.edits[0].text
    changes = [Change(edit.span.start - start, edit.span.end - start, edit.text, "edit") for edit in edits]
    return apply(doc.source[start:end], sorted(changes))


def _either(choices: list[str], words: Wording) -> str:
    return words.either.join(choices[:_MOST_FIXES]) + (words.more if len(choices) > _MOST_FIXES else "")


def _short(text: str) -> str:
    return visible(text if len(text) <= _LONG else f"{text[: _LONG // 2]}…{text[-_LONG // 2 :]}")
