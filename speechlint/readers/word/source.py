"""The paragraphs of a Word file as the source of a draft: a line each, with its layout."""

from __future__ import annotations

from speechlint.document.layout import Aside, Laid, Layout, Paragraph
from speechlint.document.span import Span
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.readers.word.story import Story
    from speechlint.readers.word.walk import Entry

# Headers hold names and page numbers; what is wrong there is what was never filled in, and what a site put in.
HEADERS = ("PLH", "WMK")
# A note is no part of the speech's structure.
NOTES = ("PLH", "WMK", "ENC", "SLG", "TYP", "PUN", "SPC", "FIG")


def laid(story: Story) -> Laid:
    """The source of a draft: body, then notes and headers, each part once."""
    lines: list[str] = []
    paragraphs: list[Paragraph] = []
    asides: list[Aside] = []
    at = _add(story.body, 0, lines, paragraphs, paged=story.paged)
    for entries, families in ((story.notes, NOTES), (story.shown_headers, HEADERS)):
        start = at
        at = _add(entries, at, lines, paragraphs, paged=False)
        if at > start:
            asides.append(Aside(Span(start, at), families))
    solid = _solid((*story.body, *story.notes, *story.shown_headers), paragraphs)
    found = tuple(remarks(story, paragraphs)) if _has_remarks(story) else ()
    return Laid("".join(lines), Layout(tuple(paragraphs), tuple(asides), found, solid))


def _solid(entries: Iterable[Entry], paragraphs: Iterable[Paragraph]) -> tuple[Span, ...]:
    """The spans of the source that are no text in the file."""
    found = []
    for entry, place in zip(entries, paragraphs, strict=True):
        first = place.start + place.number
        found += [Span(first + start, first + end) for start, end in entry.solid if end > start]
    return tuple(sorted(found))


def _has_remarks(story: Story) -> bool:
    return bool(story.contents or story.embedded or any(one.hidden or one.prompts for one in story.body))


def _add(
    entries: Iterable[Entry], at: int, lines: list[str], paragraphs: list[Paragraph], *, paged: bool
) -> int:
    """Appends a line for each paragraph; where the next one begins."""
    for number, pieces, ordinal, place, region, page, *_ in entries:
        line = number + "".join([text for _, text in pieces]) + "\n"
        first = not paragraphs or paragraphs[-1].region != region
        paragraphs.append(Paragraph(at, len(number), ordinal, place, region, page if paged else None, first))
        lines.append(line)
        at += len(line)
    return at
