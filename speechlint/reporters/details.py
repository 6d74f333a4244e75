"""The lines below a finding's sentence: how it reads, what to change, where else it is, where to look."""

from __future__ import annotations

from speechlint.document.alignment import Change, apply
from speechlint.document.quotations import quoted
from speechlint.finding import GRADES
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.terminal import visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding, Fix
    from speechlint.reporters.wording import Wording

_MOST_PLACES = 8
_MOST_FIXES = 4
_LONG = 60


def authority(finding: Finding, cited: Sequence[str], lang: str) -> str:
    """The rule's authority, once in a draft; ``cited`` are the rules for which this one was given already."""
    if cited:
        return WORDS[lang].same.format(cited[0])
    grade = GRADES[finding.grade][0] if lang == "zh" else finding.grade
    return WORDS[lang].authority.format(visible(finding.source), grade=grade)


def details(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """The lines below a finding's sentence, without indent; none where there is no more to say."""
    told = _fixes(doc, finding, words) if finding.fixes else _reading(doc, finding, words)
    if len(finding.occurrences) > 1:
        lines = sorted({_line(doc, span.start) for span in finding.occurrences})
        listed = _listed(map(str, lines), words)
        line = words.paragraph if doc.layout else words.line
        told.append(words.occurrences.format(count=len(finding.occurrences), lines=listed, line=line))
    if finding.related:
        told.append(words.related.format(words.between_places.join(_related(doc, finding, words))))
    return told


def _reading(doc: Document, finding: Finding, words: Wording) -> list[str]:
    """How the words of a finding read, where that is not how they stand."""
    text = doc.source[finding.span.start : finding.span.end]
    if len(text) <= _LONG and _is_damaged(text, finding.reading):
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
    """What to choose from, on one line; a fix with a title, or one that deletes, needs no “change to”."""
    told: list[str] = []
    choices: list[str] = []
    for fix in finding.fixes:
        if fix.title:
            told.append(visible(fix.title))
        elif any(edit.text for edit in fix.edits):
            choices.append(quoted(_short(rewritten(doc, finding, fix))))
        else:
            gone = doc.source[slice(*fix.edits[0].span)]
            told.append(words.delete.format(_short(gone)) if gone.strip() else words.close_up)
    lines = [_either(told, words)] if told else []
    if choices:
        lines.append(words.fix.format(_either(choices, words)))
    return lines


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
