"""The lines that may be a web page's: all outside a speech, elsewhere those with gate words, and sentences with two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby

from speechlint.checks.wording.page_features import Seen, is_item
from speechlint.checks.wording.page_sentences import LONG, many, sentences
from speechlint.checks.wording.site_line import trimmed
from speechlint.document import Span
from speechlint.document.outline.speeches import is_call
from speechlint.document.span import COMMON_BLANKS
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from speechlint.document import Document

_WIDE = 160  # characters: with its blanks, too, a longer line than LONG
_STOPS = "。！？；!?;…”："
_MARKED = regex.later(r"[#>*\\]|\|.|[-+] |\d{1,2}\. ")  # Markdown of a writer, not of a page
_LINES = 24
_TINY = 8
_TALK = 300
_HEAD = 12  # lines at the beginning of a draft among which its salutation is looked for
_SPOKEN = ("大家好", "各位", "同志们", "谢谢", "我是")
_CALLED = regex.later(
    "(?:[尊敬亲][敬重爱]的|各位|同志们|老师们|同学们|大家好|女士们)"
)  # what a speech begins with
_SHORT = 40
_BARS = frozenset("：:>｜|»›")
_CLOSE = regex.later(
    "谢谢(?:大家|各位|[！!])|我就讲这些|讲话完了|发言完毕|我的(?:发言|汇报|演讲)(?:完了|到此结束)"
)
_END, _SCRAP = 120, 10  # characters below the last line of a page, and of a scrap there
_TAIL = 1600  # characters before the end of a speech in which its close is looked for


def units(doc: Document, offsets: Sequence[int], ads: Sequence[int], own: str) -> Iterator[tuple[Span, Seen]]:
    """The lines outside a speech, those in which gate words stand at ``offsets``, and sentences, at ``ads``."""
    outside, beside = list(_outside(doc, own)), _beside(doc, offsets)
    for place, region in outside:
        yield from _around(doc, beside, place, region, own)
    begins = [region.start for _, region in outside]
    starts, past = doc.line_starts, -1
    for offset in offsets:
        if offset < past:
            continue
        line = doc.line_at(offset)
        past = line.end
        at = bisect_right(begins, line.start) - 1
        if at >= 0 and line.start < outside[at][1].end:
            continue
        if line.end - line.start > _WIDE:
            yield from sentences(doc, line, offsets, ads)
            continue
        found = trimmed(doc, line)
        bare = doc[found]
        if len(bare) <= LONG and "。" not in bare[:-1]:
            if _MARKED.match(bare):
                continue
            place = _place(doc, found)
            if place != "middle" or bare[-1] not in _STOPS or many(offsets, line):
                yield found, Seen(bare, place, beside(bisect_right(starts, line.start) - 1))
        else:
            yield from sentences(doc, line, offsets, ads)


def _outside(doc: Document, own: str) -> Iterator[tuple[str, Span]]:
    """What stands above the title of a speech, between it and the salutation, and below the close."""
    text = doc.text
    for part in doc.parts:
        start, end = part.span
        if part.title:
            above = text.rfind("\n", start, part.title.start)
            if above >= 0 and _few(text, start, above):
                yield "above", Span(start, above)
            call = _call(doc, part.title.end)
            if call:
                yield "under", Span(part.title.end, call)
        elif start == 0:
            yield from _untitled(doc, own)
        closes = list(_CLOSE.finditer(text, max(start, end - _TAIL), end))
        below = text.find("\n", closes[-1].end(), end) if closes else -1
        if below >= 0 and _few(text, below, end):
            yield "below", Span(below, end)


def _call(doc: Document, offset: int) -> int:
    """Where the salutation begins that follows a title within some lines; 0 for none."""
    starts = doc.line_starts
    at = bisect_right(starts, offset)
    for start in starts[at : at + _LINES]:
        if is_call(doc[trimmed(doc, doc.line_at(start))]):
            return start
    return 0


def _untitled(doc: Document, own: str) -> Iterator[tuple[str, Span]]:
    """What stands above the salutation, but for a title that does not name its kind; without one, the tiny lines."""
    lines: list[Span] = []
    for start in doc.line_starts[:_HEAD]:
        line = trimmed(doc, doc.line_at(start))
        words = doc[line]
        if is_call(words) or (_CALLED.match(words) and all(_is_short(doc[above]) for above in lines)):
            break
        if any(spoken in words for spoken in _SPOKEN):
            lines = []
            break
        lines += [line] * bool(words)
    else:
        lines = []
    if not lines:
        yield "above", Span(0, _tiny_lines(doc))
        return
    title = next((line for line in reversed(lines) if _may_title(doc[line], own)), Span(0, 0))
    yield "above", Span(0, title.start)
    yield "under", Span(title.end, lines[-1].end)


def _is_short(words: str) -> bool:
    return len(words) <= _SHORT and words[-1] not in "。；"


def _may_title(words: str, own: str) -> bool:
    return words[-1] not in _STOPS and _BARS.isdisjoint(words) and not _is_own(own, words)


def _tiny_lines(doc: Document) -> int:
    """Where the tiny lines end that a draft without a title begins with."""
    for start in doc.line_starts[:_LINES]:
        line = doc.line_at(start)
        if line.end - line.start > _TINY or doc[line][-1:] in _STOPS:
            return start
    return 0


def last(doc: Document, offset: int, own: str) -> Iterator[Span]:
    """The lines below an offset that end a draft, if all are short, no sentences and not the speech's own."""
    if len(doc.text) - offset > _END:
        return
    starts = doc.line_starts
    every = [trimmed(doc, doc.line_at(start)) for start in starts[bisect_right(starts, offset) :]]
    lines = [line for line in every if line.start < line.end]
    if all(_is_scrap(doc[line], own) for line in lines):
        yield from lines


def _is_scrap(words: str, own: str) -> bool:
    """Whether a line is a word or two that end in no stop and are no item, place or date."""
    return (
        len(words) <= _SCRAP
        and words[-1] not in _STOPS
        and words[0] not in "#*|-+（(《【"
        and any(map(str.isalpha, words))
        and not is_item(words)
        and not _is_own(own, words)
    )


def _around(
    doc: Document, beside: Callable[[int], bool], place: str, region: Span, own: str
) -> Iterator[tuple[Span, Seen]]:
    """The lines of a region outside a speech that are not the speech's own."""
    starts = doc.line_starts
    first, last = bisect_left(starts, region.start), bisect_left(starts, region.end)
    every = [(number, trimmed(doc, doc.line_at(starts[number]))) for number in range(first, last)]
    lines = [(number, line) for number, line in every if line.start < line.end]
    tiny = (line.end - line.start <= _TINY and doc[line][-1] not in _STOPS for _, line in lines)
    near = [beside(number) for number, _ in lines]
    columns = _columns(zip(tiny, near, strict=True))
    for (_, line), close, column in zip(lines, near, columns, strict=True):
        words = doc[line]
        if (
            len(words) > _TALK
            or words[0] in "#*|"
            or not any(map(str.isalnum, words))
            or _is_own(own, words)
            or is_call(words)
        ):
            continue
        yield line, Seen(words, place, close, column)


def _columns(lines: Iterable[tuple[bool, bool]]) -> Iterator[bool]:
    """Which lines, tiny or not, beside a gate word or not, are of a column: tiny ones in a row, of which one is."""
    for tiny, run in groupby(lines, lambda line: line[0]):
        row = list(run)
        told = tiny and len(row) > 1 and any(near for _, near in row)
        yield from (told for _ in row)


@lru_cache(maxsize=4096)
def _is_own(own: str, words: str) -> bool:
    """Whether a line is the speech's own; kept, as drafts of one place have the same lines."""
    return bool(regex.compile(own).fullmatch(words))


def _place(doc: Document, span: Span) -> str:
    heads, tails = doc.edges
    head, tail = _around_of(heads, span.start), _around_of(tails, span.start)
    if not (head or tail):
        return "middle"
    above = doc.text.count("\n", head.start, span.start) if head else _LINES + 1
    below = doc.text.count("\n", span.end, tail.end) if tail else _LINES + 1
    if min(above, below) > _LINES:
        return "middle"
    return "tail" if below < above else "head"


def _around_of(spans: Sequence[Span], offset: int) -> Span | None:
    """The one of the spans, in order, that holds an offset."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset <= spans[at].end else None


def _few(text: str, start: int, end: int) -> bool:
    """Whether no more than some lines lie between two offsets; what is taken for an edge may be a whole draft."""
    return text.count("\n", start, end) <= _LINES


def _beside(doc: Document, offsets: Sequence[int]) -> Callable[[int], bool]:
    """Tells whether the line above or below one of that number holds a gate word and ends in none of the stops."""
    starts = doc.line_starts
    known: dict[int, bool] = {}

    def is_open(number: int) -> bool:
        start = starts[number]
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(doc.text)
        if bisect_left(offsets, end) == bisect_left(offsets, start):
            return False
        words = doc.text[start:end].strip(COMMON_BLANKS)
        return 0 < len(words) <= LONG and words[-1] not in _STOPS

    def beside(number: int) -> bool:
        for other in (number - 1, number + 1):
            if other not in known:
                known[other] = 0 <= other < len(starts) and is_open(other)
        return known[number - 1] or known[number + 1]

    return beside
