"""All literals as one automaton of ahocorasick_rs, where that package is installed.

Once built it finds them in less than half the time ``terms`` takes; building it costs as much as it saves
on some 300,000 characters.
"""

from __future__ import annotations

from speechlint import regex
from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CHUNK = 0x40000  # characters: the package keeps a table of 8 bytes for each byte of a text
_Keys = tuple[int, ...]


class Automaton:
    """Raises ``ImportError`` without the package, ``UnicodeEncodeError`` for a literal with half a character."""

    def __init__(self, literals: Iterable[tuple[str, _Keys]]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        known = list(literals)
        words = [literal for literal, _ in known]
        "".join(words).encode()  # the package silently drops a literal that is none, and all behind it
        once: dict[_Keys, _Keys] = {}  # most literals share what is known of them
        self._keys = [once.setdefault(keys, keys) for _, keys in known]
        self._longest = max(map(len, words), default=0)
        self._automaton = AhoCorasick(
            words, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def places(self, lines: str) -> Iterator[tuple[int, _Keys]]:
        """Where each literal begins, and its keys; in no order to rely on."""
        keys = self._keys
        for first in range(0, len(lines), _CHUNK):
            for literal, at, _end in self._matches(lines[first : first + _CHUNK + self._longest]):
                if at < _CHUNK:  # what begins behind is the next chunk's
                    yield first + at, keys[literal]

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
