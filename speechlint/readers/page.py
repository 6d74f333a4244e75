"""Saved web pages (.html): the words of the main part, without menus, scripts and what stands around it."""

from __future__ import annotations

from html.parser import HTMLParser

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import decoding
from speechlint.readers.office import edited
from speechlint.readers.text import document, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["decode", "document", "edited", "shape"]

_UNSEEN = {"script", "style", "noscript", "template", "svg", "head", "select", "textarea", "button"}
_AROUND = {"nav", "header", "footer", "aside", "form", "menu"}
_BLOCKS = {
    *(
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "main",
        "blockquote",
        "dd",
        "dt",
    ),
    *("table", "tr", "td", "th", "ul", "ol", "pre", "figcaption", "title", "center", "body"),
}
_HOLDS = {"div", "section", "article", "main", "td", "body", "blockquote", "center"}
_EMPTY = {
    "br",
    "hr",
    "img",
    "input",
    "meta",
    "link",
    "wbr",
    "area",
    "base",
    "col",
    "embed",
    "source",
    "track",
}
_MOST = 0.75


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The words of the main part of a page, a block a line. Raises ``ReadError``, ``UsageError``."""
    text, used = decoding.decode(data, encoding or _declared(data))
    parser = _Page()
    parser.feed(text)
    parser.close()
    parser.end_line()
    return "".join(f"{line}\n" for line in _main(parser.lines)), used


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, where Python knows it."""
    import codecs
    import re

    found = re.search(rb"""charset\s*=\s*["']?([\w-]{1,40})""", data[:2_000], re.IGNORECASE)
    try:
        return codecs.lookup(found[1].decode()).name if found else None
    except LookupError:
        return None


class _Page(HTMLParser):
    """The lines of a page, each with the containers around it, the outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[tuple[int, ...], str]] = []
        self._open: list[tuple[str, int]] = []
        self._number = 0
        self._line = ""

    def end_line(self) -> None:
        words = " ".join(self._line.split(" ")).strip(" \t\r\n")
        hidden = any(tag in _UNSEEN or tag in _AROUND for tag, _ in self._open)
        if words and not hidden:
            self.lines.append((tuple(number for tag, number in self._open if tag in _HOLDS), words))
        self._line = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in _BLOCKS or tag in _UNSEEN or tag in _AROUND or tag in ("br", "hr"):
            self.end_line()
        if tag not in _EMPTY:
            self._number += 1
            self._open.append((tag, self._number))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _UNSEEN or tag in _AROUND:
            self.end_line()
        at = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] == tag), None)
        if at is not None:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        if not any(tag in _UNSEEN for tag, _ in self._open):
            self._line += " ".join(data.split("\n")) if "\n" in data else data


def _main(lines: Iterable[tuple[tuple[int, ...], str]]) -> list[str]:
    """The lines in the smallest container that holds most of the sentences."""
    every = list(lines)
    weights: dict[int, int] = {}
    total = 0
    for holders, words in every:
        weight = len(words) if any(mark in words for mark in "，。！？；") else 0
        total += weight
        for holder in holders:
            weights[holder] = weights.get(holder, 0) + weight
    best = max((holder for holder, weight in weights.items() if weight >= total * _MOST), default=None)
    if best is None or not total:
        return [words for _, words in every]
    return [words for holders, words in every if best in holders]
