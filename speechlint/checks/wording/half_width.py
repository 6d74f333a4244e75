"""Half-width marks in Chinese text: one finding a kind, all its places in it, each with its full-width form.

Brackets, colons, marks of exclamation and question that are half-width throughout a text whose commas are
full-width are a habit of the house. All others (among full-width ones; a comma or semicolon; a text whose
commas are half-width too) are told without ``habit``; one alone in a long text that is else full-width is only a note.
"""

from __future__ import annotations

from itertools import chain

from speechlint.checks.wording.dot import STOP, UNSURE, kinds
from speechlint.document import Span
from speechlint.document.chinese import after, before, is_chinese, is_foreign, is_han
from speechlint.document.markup import OBJECT
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import places_of
from speechlint.quick.typing import TYPE_CHECKING, made_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.quick.typing import Any

ABOUT = "中文里的半角标点，一种一条"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
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
        "habit": Option(
            "flag", "true：只说全篇都用半角的，一次", "true: only told where it is a habit, once"
        ),
    }


_ALWAYS = ",;"  # never a matter of style
_OPEN, _SHUT = "(（", ")）"
_BEYOND_LATIN = "\u0370"
_HABIT = 3  # uses of a mark below which it is a slip, not a habit
_FEW = 0.1  # share of half-width commas from which a text counts as converted
_LONG = 300  # full-width commas of a text in which one half-width mark is an oversight that nobody hears


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {name: frozenset({entry["mark"]}) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    doc, habit = query.doc, query.options["habit"]
    for name, offsets in query.found.items():
        entry = query.options["entries"][name]
        mark, full = entry["mark"], entry["full"]
        if habit and not _may_be_habit(doc, mark, full):
            continue
        places = _in_chinese(doc, offsets, mark)
        if not places or habit != (len(places) >= _HABIT and _may_be_habit(doc, mark, full)):
            continue
        if mark == ".":
            yield from _stops(doc, places, name, full)
        else:
            yield _hit(places, (mark, full), name, habit=habit, lone=_is_oversight(doc, places))


def _is_oversight(doc: Document, places: list[int]) -> bool:
    """Whether it is the only one of its kind in a long text that is full-width else."""
    return len(places) == 1 and doc.text.count("，") >= _LONG


def _stops(doc: Document, places: list[int], name: str, full: str) -> Iterator[Hit]:
    """The stops, and beside them the dots that only may be some."""
    found = kinds(doc)
    for kind in (STOP, UNSURE):
        alike = [at for at in places if found[at] == kind]
        if alike:
            yield _hit(alike, (".", full), name, safe=kind == STOP)


def _hit(
    places: list[int],
    marks: tuple[str, str],
    name: str,
    *,
    habit: bool = False,
    safe: bool = True,
    lone: bool = False,
) -> Hit:
    spans = tuple([made_of(Span, (at, at + 1)) for at in places])
    edits = tuple([made_of(Edit, (span, marks[1])) for span in spans])
    words = {"mark": marks[0], "full": marks[1], "times": str(len(spans))}
    fix = Fix(edits, safe=safe, title="改为全角", title_en="make full-width")
    severity = Severity.INFO if lone else None
    return Hit(spans[0], words, (fix,), entry=name, severity=severity, occurrences=() if habit else spans)


def _may_be_habit(doc: Document, mark: str, full: str) -> bool:
    """Whether the text is one of full-width commas that never writes the mark so."""
    if mark in _ALWAYS or full in doc.text:
        return False
    commas, half = doc.text.count("，"), doc.text.count(",")
    return commas > 0 and half <= _FEW * commas


def _in_chinese(doc: Document, offsets: Sequence[int], mark: str) -> list[int]:
    """The marks that stand in Chinese; right after a Han character they mostly do."""
    text = doc.text
    if mark == ".":
        found = kinds(doc)
        return [at for at in offsets if found.get(at) in (STOP, UNSURE)]
    if mark in "()":
        chinese = _brackets(doc)
        return [at for at in offsets if at in chinese]
    if mark in _ALWAYS:
        return [at for at in offsets if is_han(text[at - 1 : at]) or _is_chinese(text, at, mark)]
    return [at for at in offsets if _is_chinese(text, at, mark) and not _is_lost(text, at, mark)]


def _is_lost(text: str, at: int, mark: str) -> bool:
    """Whether it stands for a character that was lost: no question ends after 、 or in a figure."""
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    return mark == "?" and bool(left) and (left in "、《（" or (left.isdigit() and right in "。，、；"))


def _is_chinese(text: str, at: int, mark: str) -> bool:
    """Whether the mark stands in Chinese, not in a number, a ratio, a formula, a phrase of another language."""
    left, right = before(text, at), after(text, at + 1)
    if left == OBJECT:  # some code, an address
        return is_han(right)
    if is_foreign(left):
        return False
    if is_chinese(left):
        return mark != ":" or not (right == "/" or text[at - 1] == '"' == text[at + 1 : at + 2])
    if mark == ":" and ((left.isdigit() and right.isdigit()) or _is_label(text, at)):
        return False
    return is_chinese(right) and not (
        mark != ";" and left.isascii() and left.isalpha() and _in_english(text, at)
    )


def _is_label(text: str, at: int) -> bool:
    """Whether a colon with a blank behind it ends a head in another language: Page 1: 首页."""
    return text[at + 1 : at + 2] == " " and text[text.rfind("\n", 0, at) + 1 : at].isascii()


@lru_cache(maxsize=1)
def _brackets(doc: Document) -> frozenset[int]:
    """The half-width brackets that stand in Chinese: both of a pair or none of them."""
    text = doc.text
    found: set[int] = set()
    opened: list[int] = []
    lone: list[int] = []
    end = -1
    for at in sorted(chain(*[places_of(text, mark) for mark in _OPEN + _SHUT])):
        if at > end:  # another line
            lone += opened
            opened, end = [], text.find("\n", at) % (len(text) + 1)
        if text[at] in _OPEN:
            opened.append(at)
        elif not opened:
            lone.append(at)
        else:
            start = opened.pop()
            if _is_bracketed(text[start + 1 : at], before(text, start)):
                found.update((start, at))
    found.update(at for at in (*lone, *opened) if _is_lone(text, at))
    return frozenset(found)


def _is_lone(text: str, at: int) -> bool:
    """Whether a bracket without its other half stands in Chinese."""
    if text[at] not in "()" or (text[at] == ")" and _is_number_bracket(text, at)):
        return False
    return is_han(before(text, at)) or is_han(after(text, at + 1))


def _is_bracketed(inner: str, left: str) -> bool:
    """Whether a pair of brackets belongs to Chinese: words in it, or a number after Chinese words."""
    if any(map(is_han, inner)):
        return True
    letters = [char for char in inner if not char.isascii()]
    return is_chinese(left) and (
        inner.isdigit() or ((bool(letters) and max(letters) < _BEYOND_LATIN) or any(map(is_chinese, letters)))
    )


def _is_number_bracket(text: str, at: int) -> bool:
    """1) 2) a): a numbering, which is not a matter of width alone."""
    start = at
    while start and text[start - 1].isascii() and text[start - 1].isalnum():
        start -= 1
    return start < at


def _in_english(text: str, at: int) -> bool:
    words = text[max(0, at - 24) : at]
    start = next((i for i in range(len(words), 0, -1) if is_chinese(words[i - 1])), 0)
    return " " in words[start:].strip()
