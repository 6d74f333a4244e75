"""All literals as one automaton of ahocorasick_rs, where that package is installed.

Once built it finds them in less than half the time ``terms`` takes; building it costs as much as it saves
on some 300,000 characters.
"""

from __future__ import annotations

from speechlint import regex
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.terms import Column, Offsets

_CHUNK = 0x40000  # characters: the package keeps a table of 8 bytes for each byte of a text
_Keys = tuple[int, ...]


class Automaton:
    """Raises ``ImportError`` without the package, ``UnicodeEncodeError`` for a literal with half a character."""

    def __init__(self, literals: Iterable[tuple[str, _Keys]]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        known = list(literals)
        words = [literal for literal, _ in known]
        "".join(words).encode()  # the package silently drops a literal that is none, and all behind it
        groups: dict[tuple[_Keys, bool], int] = {}
        self._group = [groups.setdefault((keys, literal[0] == "\n"), len(groups)) for literal, keys in known]
        self._groups = list(groups)
        self._longest = max(map(len, words), default=0)
        self._automaton = AhoCorasick(
            words, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def stood(self, lines: str, column: Column) -> Iterator[tuple[_Keys, Offsets]]:
        """The offsets of literals that have the same keys, as ``terms.scan`` counts them; in no order to rely on."""
        stood: dict[int, Offsets] = {}
        of = self._group
        for first in range(0, len(lines), _CHUNK):
            for literal, at, _end in self._matches(lines[first : first + _CHUNK + self._longest]):
                if at < _CHUNK:  # what begins behind is the next chunk's
                    group = of[literal]
                    if group in stood:
                        stood[group].append(first + at)
                    else:
                        stood[group] = column((first + at,))
        for group, starts in stood.items():
            keys, opens_line = self._groups[group]
            yield keys, starts if opens_line else column([start - 1 for start in starts])

    def _matches(self, chunk: str) -> list[tuple[int, int, int]]:
        try:
            return self._automaton.find_matches_as_indexes(chunk, overlapping=True)
        except UnicodeEncodeError:  # half a character: no literal has one, nor the zero in its place
            chunk = regex.compile("[\ud800-\udfff]").sub("\0", chunk)
            return self._automaton.find_matches_as_indexes(chunk, overlapping=True)


def build(literals: Iterable[tuple[str, _Keys]]) -> Automaton | None:
    """The automaton of some literals and their keys; None where there can be none."""
    try:
        return Automaton(literals)
    except (ImportError, UnicodeEncodeError):
        return None
