"""The numbers of automatic lists, which stand nowhere in the text: ``numbering.xml``, counted paragraph by paragraph.

The counters belong to the abstract list, not to the list: two lists of one abstract list go on from
each other, but where one says where to start anew, which it does once (ECMA-376 Part 1, 17.9).
"""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word.names import ALTERNATE, FALLBACK, VALUE, W
from speechlint.readers.word.numerals import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PLACE = regex.later("%([1-9])")
_LEVELS = 9


class Level(NamedTuple):
    """One level of a list: ``%1`` … in ``text`` stand for the numbers of the levels, from 1.

    ``restart`` is the level, from 1, whose use lets it begin anew; 0 for none, None for any above.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 0
    restart: int | None = None
    plain: bool = False
    style: str = ""


class _List(NamedTuple):
    """A list: its abstract list, levels of its own, where its levels start anew at their first use."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None, linked: dict[str, str] | None = None) -> None:
        """``linked`` are the lists (numId) of the numbering styles."""
        self._abstract: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._linked = linked or {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root.iter() if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._read_abstract(element)
            elif element.tag == f"{W}num":
                self._read_list(element)

    def _read_abstract(self, element: Element) -> None:
        name = element.get(f"{W}abstractNumId", "")
        self._abstract[name] = dict(_levels(element))
        link = element.find(f"{W}numStyleLink")
        if link is not None:
            self._links[name] = link.get(VALUE, "")

    def _read_list(self, element: Element) -> None:
        abstract = element.find(f"{W}abstractNumId")
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element.findall(f"{W}lvlOverride"):
            level = _whole(override.get(f"{W}ilvl"), 0)
            levels.update(dict(_levels(override)))
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[level] = _whole(start.get(VALUE), 0)
        name = abstract.get(VALUE, "") if abstract is not None else ""
        self._lists[element.get(f"{W}numId", "")] = _List(name, levels, starts)

    def level_of_style(self, list: str, style: str) -> int:
        """The level of a list that names a paragraph style; 0 where none does."""
        own = self._list(list)
        levels = {**self._abstract.get(own.abstract, {}), **own.levels}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def next(self, list: str, level: int) -> str:
        """The number of the next paragraph at a level of a list, as on the page; "" for a bullet."""
        own = self._list(list)
        level = min(max(level, 0), _LEVELS - 1)
        counts = self._counts.setdefault(own.abstract or f"?{list}", [None] * _LEVELS)
        self._count(list, own, counts, level)
        return self._shown(own, counts, level)

    def _list(self, list: str) -> _List:
        own = self._lists.get(list, _List("", {}, {}))
        seen = {list}
        while own.abstract in self._links:  # a list that is kept with a style
            list = self._linked.get(self._links[own.abstract], "")
            if list in seen or list not in self._lists:
                break
            seen.add(list)
            own = own._replace(abstract=self._lists[list].abstract)
        return own

    def _level(self, own: _List, level: int) -> Level:
        found = own.levels.get(level) or self._abstract.get(own.abstract, {}).get(level)
        return found or Level(text=f"%{level + 1}.", start=1)

    def _count(self, list: str, own: _List, counts: list[int | None], level: int) -> None:
        start = self._level(own, level).start
        anew = level in own.starts and (list, level) not in self._begun
        if anew:
            self._begun.add((list, level))
            start = own.starts[level]
        now = counts[level]
        counts[level] = start if now is None or anew else now + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = own.starts.get(above, self._level(own, above).start)
        for below in range(level + 1, _LEVELS):
            if counts[below] is None:
                continue
            restart = self._level(own, below).restart
            if restart is None or (restart and level < restart):
                counts[below] = None

    def _shown(self, own: _List, counts: list[int | None], level: int) -> str:
        this = self._level(own, level)
        if this.format == "bullet":
            return ""

        def number(place: int) -> str:
            format = self._level(own, place).format
            value = counts[place] or 0
            if format in ("none", "bullet"):
                return ""
            return written(value, "decimal" if this.plain else format)

        return _PLACE.sub(lambda found: number(int(found[1]) - 1), this.text).strip()


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for level in element.findall(f"{W}lvl"):
        text = level.find(f"{W}lvlText")
        restart = level.find(f"{W}lvlRestart")
        plain = level.find(f"{W}isLgl")
        style = level.find(f"{W}pStyle")
        start = level.find(f"{W}start")
        yield (
            _whole(level.get(f"{W}ilvl"), 0),
            Level(
                format=_format(level),
                text=text.get(VALUE, "") if text is not None else "",
                start=_whole(start.get(VALUE), 0) if start is not None else 0,
                restart=_whole(restart.get(VALUE), 0) if restart is not None else None,
                plain=plain is not None and plain.get(VALUE, "1") not in ("0", "false", "off"),
                style=style.get(VALUE, "") if style is not None else "",
            ),
        )


def _format(level: Element) -> str:
    """The format of a level; of one that older programs do not know, the one they are to take."""
    found = level.find(f"{W}numFmt")
    if found is None:
        found = level.find(f"{ALTERNATE}/{FALLBACK}/{W}numFmt")
    return found.get(VALUE, "decimal") if found is not None else "decimal"


def _whole(text: str | None, otherwise: int) -> int:
    """An integer of an attribute; ``otherwise`` where there is none."""
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise
