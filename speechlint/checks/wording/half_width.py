"""Half-width marks in Chinese text: one finding a kind, all its places in it, each with its full-width form.

Brackets, colons, marks of exclamation and question that are half-width throughout a text whose commas are
full-width are a habit of the house. All others (among full-width ones; a comma or semicolon; a text whose
commas are half-width too) are told without ``habit``.
"""

from __future__ import annotations

from speechlint.checks.options import Option
from speechlint.document import Span
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.document import Document
    from speechlint.quick.typing import Any

ABOUT = "中文里的半角标点，一种一条"
OPTIONS = {
    "entries": Option(
        "entries",
        "半角标点",
        "half-width marks",
        required=True,
        table={
            "mark": Option("text", "半角的", "the half-width character", required=True),
            "full": Option("text", "对应的全角", "its full-width form", required=True),
        },
    ),
    "habit": Option("flag", "true：只说全篇都用半角的，一次", "true: only told where it is a habit, once"),
}
_ALWAYS = ",;"  # never a matter of style
_OPEN, _SHUT = "(", ")"
_BLANK = "\u3000"  # beyond it there are only characters of Chinese
_HABIT = 3  # uses of a mark below which it is a slip, not a habit
_FEW = 0.1  # share of half-width commas from which a text counts as converted


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {name: frozenset({entry["mark"]}) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    doc, habit = query.doc, query.options["habit"]
    for name, offsets in query.found.items():
        entry = query.options["entries"][name]
        mark, full = entry["mark"], entry["full"]
        if habit and not _may_be_habit(doc, mark, full):
            continue
        places = _in_chinese(doc.text, offsets, mark)
        if not places or habit != (len(places) >= _HABIT and _may_be_habit(doc, mark, full)):
            continue
        spans = tuple([Span(at, at + 1) for at in places])
        edits = tuple([Edit(span, full) for span in spans])
        words = {"mark": mark, "full": full, "times": str(len(spans))}
        fix = Fix(edits, safe=True, title="改为全角")
        yield Hit(spans[0], words, (fix,), entry=name, occurrences=() if habit else spans)


def _may_be_habit(doc: Document, mark: str, full: str) -> bool:
    """Whether the text is one of full-width commas that never writes the mark so."""
    if mark in _ALWAYS or full in doc.text:
        return False
    commas, half = doc.text.count("，"), doc.text.count(",")
    return commas > 0 and half <= _FEW * commas


def _in_chinese(text: str, offsets: Sequence[int], mark: str) -> list[int]:
    """Those that stand in Chinese; right after a character that can be nothing else they mostly do."""
    if mark not in _ALWAYS:
        return [at for at in offsets if _is_chinese(text, at, mark)]
    return [at for at in offsets if (at and text[at - 1] > _BLANK) or _is_chinese(text, at, mark)]


def _is_chinese(text: str, at: int, mark: str) -> bool:
    """Whether the mark stands in Chinese, not in a number, a ratio, a formula, an English phrase."""
    before = _beside(text, at, -1)
    if mark in _ALWAYS and _han(before):
        return True
    after = _beside(text, at, 1)
    if mark == _OPEN:
        close = text.find(_SHUT, at, at + 60)
        return _is_bracketed(text[at + 1 : close], before) if close > 0 else _han(before) or _han(after)
    if mark == _SHUT:
        opened = text.rfind(_OPEN, max(0, at - 60), at)
        known = _is_bracketed(text[opened + 1 : at], _beside(text, opened, -1)) if opened >= 0 else False
        return known or (opened < 0 and (_han(before) or _han(after)) and not _is_number_bracket(text, at))
    if mark == ".":
        if (
            before.isdigit()
            or (before.isnumeric() and after.isnumeric())
            or text[max(0, at - 1) : at + 2] == "“.”"
        ):
            return False
        return _han(before) and (_han(after) or after == "\n" or after in "”’")
    if mark in ":" and before.isdigit() and after.isdigit():
        return False
    if _han(before):
        return after != "/" or mark != ":"
    return _han(after) and not (
        mark in ",:!?" and before.isascii() and before.isalpha() and _in_english(text, at)
    )


def _is_bracketed(inner: str, before: str) -> bool:
    """Whether a pair of brackets belongs to Chinese: words in it, or a number after Chinese words."""
    if any(map(_han, inner)):
        return True
    return (_han(before) and not inner.isascii()) or (_han(before) and inner.isdigit())


def _is_number_bracket(text: str, at: int) -> bool:
    """1) 2) a): a numbering, which is not a matter of width alone."""
    start = at
    while start and text[start - 1].isascii() and text[start - 1].isalnum():
        start -= 1
    return start < at


def _in_english(text: str, at: int) -> bool:
    words = text[max(0, at - 24) : at]
    start = next((i for i in range(len(words), 0, -1) if _han(words[i - 1])), 0)
    return " " in words[start:].strip()


def _beside(text: str, at: int, step: int) -> str:
    """The nearest character that is no blank; a line's end counts as a newline."""
    at += step
    while 0 <= at < len(text) and text[at] in " \u3000\xa0\t":
        at += step
    return text[at] if 0 <= at < len(text) else "\n"


def _han(char: str) -> bool:
    return not char.isascii()
