"""What a character is like, in words that weights are learned for: itself, its neighbours, its word, what is found around.

The first letter of each says what it tells of; the order is that of ``benchmarks/tagged.py``, which learns the weights.
"""

from __future__ import annotations

from speechlint.document.facts.tagged import brands
from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

Told = list[tuple[int, int, str]]  # where a fact begins and ends in the line, and its kind
_LETTERS = {
    "person": "P",
    "place": "L",
    "institution": "O",
    "document": "D",
    "meeting": "M",
    "quotation": "Q",
    "date": "N",
    "figure": "N",
    "promise": "N",
}
_ROW = regex.later("[^、，。；：！？（）]+(?:、[^、，。；：！？（）]+)+")
_ONE = regex.later("[^、]+")
_EDGE, _END, _NONE = "^", "$", "0"


class _In(NamedTuple):
    """A word of the line with what stands beside it."""

    text: str
    tag: str
    before: str
    tag_before: str
    behind: str
    tag_behind: str
    found_before: str
    found_behind: str


def features(line: Line, told: Told) -> list[list[str]]:
    """For each character of a line all that is told of it; ``told`` is what has been found in the line."""
    marks = _marks(line, told)
    rows = _rows(line, marks)
    branded = brands.marks(line.text)
    made: list[list[str]] = []
    for word, start in _words(line, marks):
        size = len(word.text)
        for at in range(size):
            place = "S" if size == 1 else "B" if not at else "E" if at == size - 1 else "M"
            here = start + at
            some = [*_of_characters(line.text, here), *_of_word(word, place), f"s{marks[here]}"]
            if branded[here]:
                some += (f"y{branded[here]}", f"z{branded[here]}{word.tag}{place}")
            if not marks[here]:
                some += _around(word, place, rows.get(here, ""))
            made.append(some)
    return made


def _marks(line: Line, told: Told) -> list[str]:
    """For each character the kind of the fact that it is in, and whether it begins it."""
    marks = [""] * len(line.text)
    for start, end, kind in told:
        for at in range(max(start, 0), min(end, len(marks))):
            marks[at] = ("B" if at == start else "I") + _LETTERS[kind]
    return marks


def _words(line: Line, marks: list[str]) -> Iterator[tuple[_In, int]]:
    words, size = line.words, len(line.text)
    for at, (word, start) in enumerate(zip(words, line.starts, strict=True)):
        end = start + len(word.text)
        before = words[at - 1] if at else None
        behind = words[at + 1] if at + 1 < len(words) else None
        yield (
            _In(
                word.text,
                word.tag[:2] or "x",
                before.text if before else _EDGE,
                (before.tag[:2] or "x") if before else _EDGE,
                behind.text if behind else _END,
                (behind.tag[:2] or "x") if behind else _END,
                marks[start - 1][1:] if start else "",
                marks[end][1:] if end < size else "",
            ),
            start,
        )


def _of_characters(text: str, at: int) -> tuple[str, ...]:
    one = text[at]
    before, further = text[at - 1 : at] or _EDGE, text[max(0, at - 2) : max(0, at - 1)] or _EDGE
    behind, beyond = text[at + 1 : at + 2] or _EDGE, text[at + 2 : at + 3] or _EDGE
    return (
        f"a{one}",
        f"b{before}",
        f"c{behind}",
        f"d{further}",
        f"e{beyond}",
        f"f{before}{one}",
        f"g{one}{behind}",
        f"h{before}{behind}",
        f"i{further}{before}",
        f"j{behind}{beyond}",
    )


def _of_word(word: _In, place: str) -> Iterator[str]:
    yield f"k{word.tag}{place}"
    yield f"m{word.before}{place}"
    yield f"n{word.behind}{place}"
    yield f"o{word.tag_before}{word.tag}{word.tag_behind}{place}"
    yield f"p{word.tag_before}{place}"
    yield f"q{word.tag_behind}{place}"
    if len(word.text) > 1:
        yield f"l{word.text}{place}"
        yield f"r{len(str(frequency(word.text)))}{place}"


def _around(word: _In, place: str, row: str) -> Iterator[str]:
    yield f"t{word.found_before}{place}"
    yield f"u{word.found_behind}{place}"
    if row:
        yield f"v{row}{place}"
        yield f"w{row[0]}{word.tag}{place}"
        yield f"x{row[1]}{word.tag}{place}"


def _rows(line: Line, marks: list[str]) -> dict[int, str]:
    """For each character of a row the kinds of the names before and behind its member, as two letters."""
    kinds: dict[int, str] = {}
    for row in _ROW.finditer(line.text):
        members = [one.span() for one in _ONE.finditer(line.text, *row.span())]
        named = [_kind(marks, *member, first=not at) for at, member in enumerate(members)]
        for at, (start, end) in enumerate(members):
            before = named[at - 1] if at else _EDGE
            behind = named[at + 1] if at + 1 < len(named) else _END
            kinds.update(dict.fromkeys(range(start, end), before + behind))
    return kinds


def _kind(marks: list[str], start: int, end: int, first: bool) -> str:
    """The kind of the name that a member begins with; the first may begin with other words."""
    for at in range(start, end if first else start + 1):
        if marks[at][:1] == "B":
            return marks[at][1]
    return _NONE
