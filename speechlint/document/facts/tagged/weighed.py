"""How likely a span is a fact of the kind that it is taken for: the sum of the weights of what it is like.

``doubts.bin`` is written by ``benchmarks/tagged.py``, which learns the weights from what the rules and the chain find in
texts that neither has seen: for each feature the four bytes of its hash and two of its weight, in the order of the hashes.
"""

from __future__ import annotations

from speechlint.document.facts.tagged import brands, chain
from speechlint.document.facts.tagged.hashed import number, path
from speechlint.document.words import frequency, tag
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.tagged.chain import Weights
    from speechlint.document.facts.tagged.characters import Told
    from speechlint.document.facts.worded import Line
    from speechlint.document.words import Word

TABLE = path("doubts.bin")
ONE = 1000  # what a weight of 1 is in the table
_LETTERS = {
    "person": "P",
    "place": "L",
    "institution": "O",
    "meeting": "M",
    "date": "T",
    "figure": "F",
    "document": "D",
    "quotation": "Q",
    "promise": "C",
}
_EDGE, _END, _NONE = "^", "$", "-"
_STEP, _WIDE, _MOST = 12, 25, 12  # of margins
_LONG, _OFTEN, _SHAPE = 9, 4, 12


class Candidate(NamedTuple):
    """A span of a line, the kind that it is taken for, and by whom: "r" by the rules, "m" by the chain alone."""

    line: Line
    start: int
    end: int
    kind: str
    by: str

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


class Around(NamedTuple):
    """The kinds of what is found in a line, by where it begins and by where it ends."""

    starts: dict[int, str]
    ends: dict[int, str]


def around(told: Told) -> Around:
    """Those of a line; of several at a place the first."""
    found = Around({}, {})
    for start, end, kind in told:
        found.starts.setdefault(start, kind)
        found.ends.setdefault(end, kind)
    return found


def weight(features: Iterator[str]) -> int:
    """The sum of the weights, in thousandths: above 0 where the span is rather a fact than none."""
    table = _table()
    return sum(table.get(number(one), 0) for one in features)


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    import struct

    with open(TABLE, "rb") as file:
        return dict(struct.iter_unpack("<Ih", file.read()))


def features(one: Candidate, found: Around, scored: list[Weights], often: dict[str, int]) -> Iterator[str]:
    """What a span is like; ``found`` is what is found in its line, ``often`` how often its words are found in the draft."""
    kind = _LETTERS[one.kind]
    yield ""
    yield kind + one.by
    for some in _of_itself(one):
        yield kind + some
    for some in _of_shape(one, found, often):
        yield kind + one.by + some
    if one.kind in chain.KINDS:
        for some in _of_margins(one, chain.margins(scored, one.kind, one.start, one.end)):
            yield kind + one.by + some


def _of_itself(one: Candidate) -> Iterator[str]:
    """Its characters and words, and those around it."""
    text, line, start, end = one.text, one.line.text, one.start, one.end
    words = _words(one)
    before, behind = _beside(one)
    yield f"a{text}"
    yield f"b{text[0]}"
    yield f"c{text[:2]}"
    yield f"d{text[-1]}"
    yield f"e{text[-2:]}"
    yield f"f{text[-3:]}"
    yield f"g{line[start - 1 : start] or _EDGE}"
    yield f"h{line[max(0, start - 2) : start]}"
    yield f"i{line[end : end + 1] or _END}"
    yield f"j{line[end : end + 2]}"
    if words:
        yield f"k{words[0].text}"
        yield f"l{words[-1].text}"
    if before:
        yield f"m{before.text}"
    if behind:
        yield f"n{behind.text}"


def _of_shape(one: Candidate, found: Around, often: dict[str, int]) -> Iterator[str]:
    """How long it is, what words it is made of, and what is found beside it."""
    text, line = one.text, one.line.text
    words = _words(one)
    before, behind = _beside(one)
    yield f"o{min(len(text), _LONG)}"
    yield f"p{_is_whole(one)}"
    yield "q" + "-".join(word.tag[:2] or "x" for word in words)[:_SHAPE]
    yield "r" + "-".join(f"{len(word.text)}{word.tag[:1] or 'x'}" for word in words)[:_SHAPE]
    yield f"s{_band(text)}"
    yield f"t{tag(text)[:2]}"
    if words:
        yield f"u{words[0].tag[:2]}"
        yield f"v{words[-1].tag[:2]}"
        yield f"w{min(_band(word.text) for word in words)}"
    yield f"x{_sort(line[one.start - 1 : one.start])}{_sort(line[one.end : one.end + 1])}"
    yield f"y{before.tag[:2] if before else _EDGE}"
    yield f"z{behind.tag[:2] if behind else _END}"
    yield f"A{before.tag[:1] if before else _EDGE}{behind.tag[:1] if behind else _END}"
    yield f"B{_kind(found.ends, one.start, -1 if line[one.start - 1 : one.start] == '、' else 0)}"
    yield f"C{_kind(found.starts, one.end, 1 if line[one.end : one.end + 1] == '、' else 0)}"
    yield f"D{min(often.get(text, 0), _OFTEN)}"
    yield f"E{brands.is_one(text):d}{min(_band(text), 3)}"


def _of_margins(one: Candidate, margins: list[int]) -> Iterator[str]:
    """What the chain says of it."""
    inside, behind = margins[: one.end - one.start], margins[one.end - one.start :]
    mean, least = sum(inside) // len(inside), min(inside)
    words = _words(one)
    yield f"F{_steps(mean, _STEP)}"
    yield f"G{_steps(least, _STEP)}"
    yield f"H{_steps(inside[0], _STEP)}"
    yield f"I{_steps(behind[0], _STEP) if behind else _END}"
    yield f"J{_steps(mean, _WIDE)},{_steps(least, _WIDE)}"
    yield f"K{_steps(mean, _WIDE)}{_is_whole(one)}"
    yield f"L{_steps(mean, _WIDE)}{words[-1].tag[:2] if words else _NONE}"
    yield f"M{_steps(mean, _WIDE)},{len(one.text)}"


def _steps(margin: int, size: int) -> int:
    return max(-_MOST, min(_MOST, margin // size))


def _band(word: str) -> int:
    """How often a word is met, by the digits of the number; 0 for what is no word."""
    count = frequency(word)
    return len(str(count)) if count else 0


def _sort(char: str) -> str:
    if not char:
        return _EDGE
    if "\u4e00" <= char <= "\u9fff":
        return "h"
    return "0" if char.isdigit() else "a" if char.isalpha() else char


def _words(one: Candidate) -> list[Word]:
    """The words that lie within the span."""
    line = one.line
    first = max(0, line.word_before(one.start))
    last = line.word_before(one.end) + 1
    return [
        word
        for word, start in zip(line.words[first:last], line.starts[first:last], strict=True)
        if one.start <= start and start + len(word.text) <= one.end
    ]


def _is_whole(one: Candidate) -> str:
    """Whether it begins where a word does, and ends where one does."""
    line = one.line
    ends = one.end == len(line.text) or _begins(line, one.end)
    return f"{_begins(line, one.start):d}{ends:d}"


def _begins(line: Line, at: int) -> bool:
    index = line.word_before(at) + 1
    return index < len(line.starts) and line.starts[index] == at


def _beside(one: Candidate) -> tuple[Word | None, Word | None]:
    """The words right before and behind it, where it is made of whole words there."""
    line = one.line
    first, last = line.word_before(one.start), line.word_before(one.end) + 1
    before = line.words[first] if first >= 0 and _begins(line, one.start) else None
    behind = line.words[last] if _begins(line, one.end) else None
    return before, behind


def _kind(found: dict[int, str], at: int, step: int) -> str:
    """The kind of what is found right at a place, or a ``step`` further, in a row with it."""
    kind = found.get(at) or found.get(at + step)
    return _LETTERS[kind] if kind else _NONE
