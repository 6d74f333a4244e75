"""What only a Word file can have wrong: hidden text, prompts that nobody filled in, a contents list gone stale."""

from __future__ import annotations

from speechlint.document.layout import Remark
from speechlint.document.span import Span
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document.layout import Paragraph
    from speechlint.readers.word.story import Story
    from speechlint.readers.word.walk import Entry

_LEADERS = "\t .…·\u3000\xa0"
_LONGEST = 60  # characters of a heading
_ALIKE = 0.7  # share of characters that two wordings of one heading have in common


def remarks(story: Story, paragraphs: Sequence[Paragraph]) -> Iterator[Remark]:
    """What there is to tell, in order of the rules; ``paragraphs`` are the places of the body's and all others."""
    pairs = list(zip(story.body, paragraphs, strict=False))
    hidden = [(entry, place) for entry, place in pairs if entry.hidden]
    if hidden:
        count = sum(entry.hidden for entry, _ in hidden)
        yield Remark("hidden-text", _all(*hidden[0]), {"count": str(count)})
    for entry, place in pairs:
        for start, end in entry.prompts:
            first = place.start + place.number
            yield Remark("unfilled-control", Span(first + start, first + end), {})
    if story.embedded:
        beginning = _all(*pairs[0]) if pairs else Span(0, 0)
        yield Remark("embedded-document", beginning, {"count": str(story.embedded)})
    yield from _stale(story, pairs)


def _all(entry: Entry, place: Paragraph) -> Span:
    return Span(place.start, place.start + place.number + len(entry.text))


def _stale(story: Story, pairs: Sequence[tuple[Entry, Paragraph]]) -> Iterator[Remark]:
    """The first line of a contents list that the heading it stands for has not; how many such lines there are."""
    headings = [
        (_bare(entry.number + entry.text), entry, place) for entry, place in pairs if entry.text.strip()
    ]
    known = {heading for heading, _, _ in headings}
    by_words = {_words(heading): (heading, entry, place) for heading, entry, place in reversed(headings)}
    short = [one for one in headings if len(one[0]) <= _LONGEST]
    wrong = []
    for line in story.contents:
        listed = _bare(_without_page(line))
        if len(listed) > 1 and listed not in known and _words(listed):
            found = by_words.get(_words(listed)) or _reworded(listed, short)
            if found:
                wrong.append((_without_page(line).strip(_LEADERS), *found))
    if wrong:
        line, _, entry, place = wrong[0]
        words = {"listed": " ".join(line.split()), "count": str(len(wrong))}
        yield Remark("stale-contents", _all(entry, place), words)


def _reworded(
    listed: str, headings: Sequence[tuple[str, Entry, Paragraph]]
) -> tuple[str, Entry, Paragraph] | None:
    """The heading with the same number whose words are nearly those of a line; None without a number."""
    number = listed[: len(listed) - len(_words(listed))]
    if not number:
        return None
    from difflib import SequenceMatcher

    for one in headings:
        same = one[0].startswith(number) and one[0][: len(one[0]) - len(_words(one[0]))] == number
        if same and SequenceMatcher(None, _words(listed), _words(one[0])).ratio() >= _ALIKE:
            return one
    return None


def _without_page(line: str) -> str:
    """A line of a contents list without its leader and page."""
    head, tab, page = line.rpartition("\t")
    if tab and (page.strip().isdigit() or not page.strip()):
        return head
    return line.rstrip("0123456789").rstrip(_LEADERS) if line.rstrip("0123456789")[-1:] in _LEADERS else line


def _bare(text: str) -> str:
    return "".join(text.split())


def _words(heading: str) -> str:
    """A heading without its number: 一、（二）3. 1.2 第一章."""
    from speechlint.quick import regex

    found = regex.compile(
        "(?:第[一二三四五六七八九十百零〇0-9]+[章节条部分篇]+|[（(][一二三四五六七八九十0-9]+[）)]"
        "|[一二三四五六七八九十百]+[、.．]|[0-9]+(?:[.．][0-9]+)*[、.．]?)[:：]?"
    ).match(heading)
    return heading[found.end() :] if found else heading
