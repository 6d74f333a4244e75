"""Quotation marks, brackets and title marks that lack their other half, paragraph by paragraph.

A quotation of several paragraphs that opens each of them anew and closes the last is right, and so is one
that is closed in the next paragraph. Half-width brackets pair with full-width ones: their width is another rule's.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.document import Span
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.document import Document

ABOUT = "不成对的引号、括号、书名号"
_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "「": "」",
    "『": "』",
}
_OPEN = {close: opened for opened, close in _PAIRS.items()} | {"〞": "“"}
_SAME = {"(": "（", ")": "）"}
_NAMES = {"“": "引号", "‘": "引号", "「": "引号", "『": "引号", "《": "书名号", "〈": "书名号"}
_FAR = 400  # characters: what spans more was not meant as a pair
_NEAR = 40  # two opening marks so close were meant as a pair
_NUMBERS = "0123456789一二三四五六七八九十"
_MARK = "[“”〞‘’《》〈〉（）()【】「」『』]"
_BETWEEN = f"[^{_MARK[1:-1]}\\n]{{0,{_FAR - 2}}}"
_SIMPLE = "|".join(f"(?<={o}){_BETWEEN}{c}" for o, c in ("“”", "‘’", "《》", "〈〉", "【】", "「」", "『』"))
# Nearly all marks stand in pairs with no other between them, which need no second look.
_MARK_OR_PAIR = f"{_MARK}(?:{_SIMPLE}|(?<=[（(]){_BETWEEN}[）)])?"


def check(query: Query) -> Iterator[Hit]:
    doc = query.doc
    for at in _unpaired(doc):
        yield _hit(doc, at)


def _hit(doc: Document, at: int) -> Hit:
    mark = doc.text[at]
    other = _PAIRS.get(mark) or _OPEN[mark]
    kind = _NAMES.get(mark if mark in _PAIRS else other, "括号")
    missing = "后一半" if mark in _PAIRS else "前一半"
    meant = _meant(doc, at)
    fixes = (
        (Fix((Edit(Span(at, at + 1), meant),), title=f"改为“{meant}”", title_en=f"change to “{meant}”"),)
        if meant
        else ()
    )
    return Hit(Span(at, at + 1), {"kind": kind, "missing": missing, "other": other}, fixes)


def _meant(doc: Document, at: int) -> str:
    """The mark this one was meant as, where the other half just beside it tells: “三性“, “三性’."""
    mark = doc.text[at]
    near = (
        doc.text[max(0, at - _NEAR) : at] if mark in _PAIRS or mark == "’" else doc.text[at + 1 : at + _NEAR]
    )
    other = _PAIRS.get(mark) or _OPEN[mark]
    if "\n" in near or other in near:
        return ""
    if mark == "’":
        return "”" if "“" in near and "”" not in near[near.rfind("“") :] else ""
    return other if mark in near else ""


def _unpaired(doc: Document) -> Iterator[int]:
    """Offsets of marks without their other half, in order."""
    text = doc.text
    carried: list[int] = []
    line_end = -1
    for found in regex.compile(_MARK_OR_PAIR).finditer(text):
        start, end = found.span()
        if start < line_end or (end - start > 1 and not carried):
            continue
        line = doc.line_at(start)
        line_end = line.end
        marks = [mark.start() for mark in regex.compile(_MARK).finditer(text, *line)]
        lone = _lone(text, marks)
        if not lone and not carried:
            continue
        closes = [at for at in lone if text[at] == "”"][:1] if carried else []
        if carried and not closes and text[marks[0]] != "“":
            yield from carried
        carried = [at for at in lone if text[at] == "“"][-1:] if _goes_on(doc, lone) else []
        yield from (at for at in _told(text, lone) if at not in closes and at not in carried)
    yield from carried


def _lone(text: str, marks: list[int]) -> list[int]:
    """Marks of a line without their other half, ascending."""
    stack: list[int] = []
    lone: list[int] = []
    for at in marks:
        if text[at] in _PAIRS:
            stack.append(at)
        elif stack and _closes(text, stack[-1], at):  # mostly
            stack.pop()
        elif (match := _last(text, stack, at)) is not None:
            lone += stack[match + 1 :]
            del stack[match:]
        elif not _is_numbering(text, at):
            lone.append(at)
    return sorted(lone + stack)


def _last(text: str, stack: list[int], at: int) -> int | None:
    """Which of the opening marks the one at ``at`` closes."""
    return next((i for i in range(len(stack) - 1, -1, -1) if _closes(text, stack[i], at)), None)


def _closes(text: str, opened: int, at: int) -> bool:
    wanted = _OPEN[text[at]]
    return at - opened <= _FAR and _SAME.get(text[opened], text[opened]) == _SAME.get(wanted, wanted)


def _is_numbering(text: str, at: int) -> bool:
    """1） a） 一）: a numbering with one bracket; ’ as an apostrophe."""
    before = text[at - 1 : at]
    latin = before.isascii() and before.isalpha()
    if text[at] == "’":
        return latin or text[at + 1 : at + 2].isdigit()
    return text[at] in ")）" and (latin or before in _NUMBERS)


def _goes_on(doc: Document, lone: list[int]) -> bool:
    """Whether a quotation left open on this line is taken up on the next one that has marks."""
    opened = [at for at in lone if doc.text[at] == "“"]
    if not opened:
        return False
    after = doc.text[doc.line_at(opened[-1]).end :][: 3 * _FAR]
    first = regex.compile("[“”]").search(after)
    return first is not None and (first[0] == "”" or after.lstrip().startswith("“"))


def _told(text: str, lone: list[int]) -> Iterator[int]:
    """Leaves out the sound one of two same halves close together (“三性“): only the other is told."""
    skip, paired = set(), set()
    for first, second in pairwise(lone):
        same = text[first] == text[second] or text[first] + text[second] == "“’"
        if same and second - first <= _NEAR and first not in paired:
            skip.add(first if text[first] in _PAIRS else second)
            paired.add(second)
    yield from (at for at in lone if at not in skip)
