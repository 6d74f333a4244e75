"""The marks within a paragraph: code, links, pictures, emphasis, tags, escapes."""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.markup import COMMENT, ESCAPE, OBJECT, UNSPOKEN
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.markdown import html, links, meant
from speechlint.readers.markdown.emphasis import Runs

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from speechlint.readers.markdown.emphasis import Run

_SPECIAL = regex.later(
    r"\*+|_+|~~+|`+|!\[|\[|\]|\\|<|\{\{[<%]|\{%|\$\$?|(?<![0-9A-Za-z])(?:https?://(?=[0-9A-Za-z])|www\.(?=[0-9A-Za-z]))"
)
_POINTED = regex.later(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20]*|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)>"
)
_DECLARED = regex.later(r"<![A-Za-z]")
_EMPTY_COMMENT = regex.later(r"<!--(?:-?>)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENDS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "$$": "$$"}
_ORDERS = (("<!--", "-->", 4), ("<?", "?>", 2), ("<![CDATA[", "]]>", 9))
_UNITS = frozenset("省市州县区镇乡村年月届次")
_TASK = regex.later(r"\[[ xX]\][ \t]+(?=\S)")
_FORMULA = regex.later(r"\$(?=\S)([^$\n]*[^\s$])\$(?![0-9])")
_HAN = regex.later("[\u4e00-\u9fff]")


class Bracket(NamedTuple):
    """A [ that may open a link: where, whether of a picture, and the last run of emphasis before it."""

    start: int
    end: int
    picture: bool
    since: Run | None


class Known(NamedTuple):
    """The labels that definitions and footnotes have, as they are compared."""

    definitions: frozenset[str]
    notes: frozenset[str]


def changes(text: str, known: Known) -> list[Change]:
    """The marks of a paragraph, in order; one in another is left out."""
    scan = _Scan(text, known)
    found = scan.run()
    kept: list[Change] = []
    for change in sorted(found, key=lambda change: (change.start, -change.end)):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    if "**" in text:
        kept = sorted([*kept, *meant.emphasis(text, kept, scan.masks)])
    return kept if _says_more(text, kept) else [_silent(change) for change in kept]


def task(text: str) -> Change | None:
    """The box of a task that opens an item."""
    box = _TASK.match(text)
    return Change(0, box.end(), "", "mark") if box else None


def _says_more(text: str, kept: list[Change]) -> bool:
    """Whether anything stands beside pictures, addresses and code."""
    at = 0
    for change in kept:
        if text[at : change.start].strip():
            return True
        at = change.end
    return bool(text[at:].strip())


def _silent(change: Change) -> Change:
    return change._replace(text="") if change.text == OBJECT else change


class _Scan:
    def __init__(self, text: str, known: Known) -> None:
        self._text = text
        self._known = known
        self.masks: set[int] = set()
        self._found: list[Change] = []
        self._runs = Runs()
        self._brackets: list[Bracket] = []
        self._dead = 0  # so many brackets from the first stand around a link: they open none
        self._none: set[str] = set()  # what does not come any more
        self._ticks: dict[int, list[int]] | None = None

    def run(self) -> list[Change]:
        at, search = 0, _SPECIAL.search
        while special := search(self._text, at):
            at = _HANDLERS[special[0][0]](self, special)
        self._pair(None)
        return self._found

    def _mark(self, start: int, end: int, text: str = "", kind: str = "mark") -> int:
        self._found.append(Change(start, end, text, kind))
        return end

    def _pair(self, since: Run | None) -> None:
        for opener, closer in self._runs.pair(since):
            if self._text[opener.end : closer.start] in _UNITS:  # **县** stands for a name
                self.masks.update((opener.start, closer.start))
                continue
            self._mark(*opener, kind="opens")
            self._mark(*closer, kind="closes")

    def _emphasis(self, found: re.Match[str]) -> int:
        if found[0][0] != "~" or len(found[0]) == 2:
            self._runs.add(self._text, *found.span())
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        size = len(found[0])
        if self._ticks is None:
            self._ticks = _ticks(self._text)
        places = self._ticks.get(size, [])
        while places and places[-1] < found.end():
            places.pop()
        if not places:
            return found.end()
        return self._mark(found.start(), places[-1] + size, OBJECT, UNSPOKEN)

    def _escape(self, found: re.Match[str]) -> int:
        at = found.start()
        escaped = self._text[at + 1 : at + 2]
        if escaped in _PUNCTUATION:
            return self._mark(at, at + 2, escaped, ESCAPE)
        return self._mark(at, at + 1) if escaped == "\n" else at + 1

    def _past(self, closer: str, at: int) -> int:
        """Where the next ``closer`` ends; -1 where none comes."""
        end = -1 if closer in self._none else self._text.find(closer, at)
        if end < 0:
            self._none.add(closer)
            return -1
        return end + len(closer)

    def _shortcode(self, found: re.Match[str]) -> int:
        end = self._past(_ENDS[found[0]], found.end())
        return self._mark(found.start(), end, OBJECT, UNSPOKEN) if end > 0 else found.end()

    def _formula(self, found: re.Match[str]) -> int:
        if found[0] == "$$":
            return self._shortcode(found)
        formula = _FORMULA.match(self._text, found.start())
        if not formula or _HAN.search(formula[1]):
            return found.end()
        return self._mark(*formula.span(), OBJECT, UNSPOKEN)

    def _address(self, found: re.Match[str]) -> int:
        end = links.address(self._text, found.start())
        if end <= found.end():
            return found.end()
        return self._mark(found.start(), end, OBJECT, UNSPOKEN)

    def _pointed(self, found: re.Match[str]) -> int:
        text, at = self._text, found.start()
        if address := _POINTED.match(text, at):
            return self._mark(*address.span(), OBJECT, UNSPOKEN)
        if tag := html.TAG.match(text, at):
            return self._mark(*tag.span(), html.line_break(text, *tag.span()), UNSPOKEN)
        if empty := _EMPTY_COMMENT.match(text, at):
            return self._mark(*empty.span(), kind=COMMENT)
        for opener, closer, size in _ORDERS:
            if text.startswith(opener, at) and (end := self._past(closer, at + size)) > 0:
                return self._mark(at, end, kind=COMMENT if size == 4 else UNSPOKEN)
        if _DECLARED.match(text, at) and (end := self._past(">", at)) > 0:
            return self._mark(at, end, kind=UNSPOKEN)
        return at + 1

    def _open(self, found: re.Match[str]) -> int:
        if found[0] == "[" and self._text.startswith("^", found.end()):
            note = links.label(self._text, found.start())
            if note and links.normal(note[1][1:]) in self._known.notes:
                return self._mark(*note.span(), kind=UNSPOKEN)
        self._brackets.append(Bracket(*found.span(), found[0] == "![", self._runs.last))
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        if not self._brackets:
            return found.end()
        opener = self._brackets.pop()
        dead = len(self._brackets) < self._dead
        self._dead = min(self._dead, len(self._brackets))
        if dead and not opener.picture:
            return found.end()
        end = self._target(opener, found)
        if end < 0:
            return found.end()
        self._pair(opener.since)
        if opener.picture:
            return self._mark(opener.start, end, OBJECT, UNSPOKEN)
        self._mark(opener.start, opener.end)
        self._dead = len(self._brackets)
        return self._mark(found.start(), end, kind=UNSPOKEN)

    def _target(self, opener: Bracket, found: re.Match[str]) -> int:
        """Where the address or the label ends that makes a link of the brackets; -1 where none does."""
        text, at = self._text, found.end()
        end = links.target(text, at) if text.startswith("(", at) else -1
        if end > 0:
            return end
        label = links.label(text, at)
        if label and label[1]:
            return label.end() if links.normal(label[1]) in self._known.definitions else -1
        own = links.label(text, opener.end - 1)
        if own and own.end() == at and links.normal(own[1]) in self._known.definitions:
            return label.end() if label else at
        return -1


def _ticks(text: str) -> dict[int, list[int]]:
    """Where runs of so many backticks begin, the last first."""
    found: dict[int, list[int]] = {}
    for run in regex.compile("`+").finditer(text):
        found.setdefault(run.end() - run.start(), []).append(run.start())
    for places in found.values():
        places.reverse()
    return found


_HANDLERS: dict[str, Callable[[_Scan, re.Match[str]], int]] = {
    **dict.fromkeys("*_~", _Scan._emphasis),
    "`": _Scan._code,
    "\\": _Scan._escape,
    "<": _Scan._pointed,
    "[": _Scan._open,
    "!": _Scan._open,
    "]": _Scan._close,
    "{": _Scan._shortcode,
    "$": _Scan._formula,
    **dict.fromkeys("hw", _Scan._address),
}
