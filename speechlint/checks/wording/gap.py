"""Blanks that are all that is left of a name or a number: 授予 同志, 由 主持, 在 的带领下, 共投入 万元."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.document.restoring.hole_words import WORD
from speechlint.document.restoring.holes import hole
from speechlint.document.restoring.spaces import GAP, MANY_HOLES, is_prose
from speechlint.finding import Hit, Severity
from speechlint.quick.numbers import places_of
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document.restoring.hole_rules import Hole

_MARKS = "·•`^\\"  # that a filter leaves as well
ABOUT = "名字、数字抽掉后留下的空格：授予 同志、共投入 万元"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "words": Option(
            "mapping",
            "少了什么怎样说：person 姓名，figure 数字，name 名称，word 别的字",
            "what to say of what is gone: a person, a figure, a name, another word",
            required=True,
        ),
    }


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    found = _blanks(text)
    for mark in _MARKS:
        if mark not in text:  # mostly
            continue
        found += [one for at in places_of(text, mark) if (one := hole(text, at, at + 1)) and one.sure]
    for one in found:
        severity = Severity.ERROR if one.sure else None
        words = {"gone": query.options["words"][one.kind]}
        yield Hit(Span(one.start, one.end), words, severity=severity)


def _blanks(text: str) -> list[Hole]:
    """Those that something was taken out at; among many such any between two Han characters is one."""
    found, others = [], []
    for gap in GAP.finditer(text):
        told = hole(text, *gap.span())
        if told and (told.sure or _is_said(_line_of(text, gap.start()))):
            found.append(told)
        elif not told and is_han(text[gap.start() - 1]) and is_han(text[gap.end()]):
            others.append(gap)
    if sum(told.sure for told in found) >= MANY_HOLES:
        found += [
            found[0]._replace(kind=WORD, sure=False, start=one.start() - 1, end=one.end() + 1)
            for one in others
        ]
    return sorted(found, key=lambda told: told.start)


def _is_said(line: str) -> bool:
    """Whether a line is of sentences: a heading, a row of names, a table is set with blanks."""
    return line.rstrip()[-1:] in "。！？" or is_prose(line)


def _line_of(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]
