"""The rows of GFM tables: how many columns there are, and where the cells stand."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document.alignment import Change
from speechlint.document.markup import UNSPOKEN
from speechlint.document.span import Span
from speechlint.quick import regex

_BAR = regex.later(r"\\.|\|")
_DELIMITERS = regex.later(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def columns(line: str) -> int:
    """The number of columns that a line of delimiters stands for; 0 for any other line."""
    return len(line.strip(" \t|").split("|")) if len(line) > 1 and _DELIMITERS.fullmatch(line) else 0


def head_columns(line: str) -> int:
    """The number of cells of a line that may be the head of a table; 0 without a bar."""
    bars = _bars(line)
    return len(_cells(line, bars)) if bars else 0


def cells(source: str, row: Span, count: int) -> tuple[list[Span], list[Change]]:
    """The cells of a row that are shown, and its bars: those between cells read as line breaks."""
    line = source[row.start : row.end]
    every = _cells(line, _bars(line))
    found = [Span(row.start + start, row.start + end) for start, end in every[:count]]
    marks, at = [], row.start
    for number, cell in enumerate(found):
        if at < cell.start:
            marks.append(Change(at, cell.start, "\n" if number else "", "mark"))
        at = cell.end
    if at < row.end:
        marks.append(Change(at, row.end, "", "mark" if len(every) <= count else UNSPOKEN))
    return found, marks


def _bars(line: str) -> list[int]:
    """Where bars stand that no backslash takes for text."""
    return [found.start() for found in _BAR.finditer(line) if found[0] == "|"]


def _cells(line: str, bars: list[int]) -> list[tuple[int, int]]:
    """The cells between bars; a bar at an end of the line opens or closes none."""
    edges = [-1, *bars, len(line)]
    found = [(before + 1, after) for before, after in pairwise(edges)]
    if not line[slice(*found[0])].strip(" \t"):
        found = found[1:]
    if found and not line[slice(*found[-1])].strip(" \t"):
        found.pop()
    return found
