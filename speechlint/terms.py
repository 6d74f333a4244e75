"""Where thousands of literals stand in a text, in one pass over its pairs of characters.

A literal is looked for by its rarest pair of characters. As UTF-16 a text is one great number, and one
shift of it makes a 16-bit hash of every pair: the standard library then looks a whole text up in a
table without a Python step per character, 8 times the speed of slicing strings. A run that reads much
hands over to an automaton (see ``automaton``) where one is installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, compress, count

from speechlint import regex
from speechlint.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from speechlint.automaton import Automaton

_CHUNK = 65_536  # characters: bounds the memory, costs nothing
_HASHES = 0x10000
_MUCH = 300_000  # characters after which an automaton has paid for being built
_FOLDED = str.maketrans("０１２３４５６７８９", "0123456789")
_Keys = tuple[int, ...]
_Literals = list[tuple[str, int, _Keys]]  # literal, where in it the pair stands, keys


class _Run:
    """What scanning has come to in this process: the characters read, the automaton made of it."""

    __slots__ = ("automaton", "read")

    def __init__(self) -> None:
        self.read = 0
        self.automaton: Automaton | None = None

    def __eq__(self, other: object) -> bool:
        """It is no part of what an index is: two with the same literals are the same."""
        return isinstance(other, _Run)


class Index(NamedTuple):
    """Literals and their keys, by one pair of characters of each.

    ``pairs`` hold their literals as one string each, the keys as characters before each, split when
    first met (most never are); ``table`` is 1 for the hash of each pair; ``singles`` the literals of one character.
    """

    pairs: Mapping[str, str]
    table: bytes
    singles: Mapping[str, _Keys]
    met: dict[str, _Literals]
    run: _Run

    @property
    def any_single(self) -> re.Pattern[str]:
        return regex.compile(f"[{re.escape(''.join(sorted(self.singles)))}]")

    def around(self, pair: str) -> _Literals:
        """The literals known by ``pair``; none where it only has the hash of another."""
        known = _split(self.pairs[pair]) if pair in self.pairs else ()
        found = [(literal, literal.index(pair), keys) for literal, keys in known]
        self.met[pair] = found
        return found

    def automaton(self, size: int) -> Automaton | None:
        """The automaton for ``size`` more characters: None while it does not pay or where there can be none."""
        before = self.run.read
        self.run.read += size
        if before < _MUCH <= self.run.read:
            from speechlint import automaton

            self.run.automaton = automaton.build(chain.from_iterable(map(_split, self.pairs.values())))
        return self.run.automaton


def _split(joined: str) -> Iterator[tuple[str, _Keys]]:
    for part in joined.split("\0"):
        keys, _, literal = part.partition("\1")
        yield literal, tuple([ord(key) - 2 for key in keys])


def build(gates: Iterable[tuple[int, str]]) -> Index:
    """The index of ``(key, literal)`` pairs. A newline in a literal also stands for either end of the text."""
    from speechlint.frequency import rarest

    owners: dict[str, set[int]] = {}
    for key, literal in gates:
        owners.setdefault(literal, set()).add(key)
    pairs: dict[str, list[str]] = {}
    singles: dict[str, _Keys] = {}
    for literal, keys in owners.items():
        if len(literal) == 1:
            singles[literal] = tuple(sorted(keys))
        else:
            at = rarest(literal)
            names = "".join(chr(key + 2) for key in sorted(keys))
            pairs.setdefault(literal[at : at + 2], []).append(f"{names}\1{literal}")
    joined = {pair: "\0".join(own) for pair, own in pairs.items()}
    return Index(joined, _table(joined), singles, {}, _Run())


def extended(index: Index, gates: Iterable[tuple[int, str]]) -> Index:
    """The index with more ``(key, literal)`` pairs."""
    more = build(gates)
    pairs = dict(index.pairs)
    for pair, literals in more.pairs.items():
        pairs[pair] = f"{pairs[pair]}\0{literals}" if pair in pairs else literals
    singles = dict(index.singles)
    for char, keys in more.singles.items():
        singles[char] = (*singles.get(char, ()), *keys)
    return Index(pairs, _table(pairs), singles, {}, _Run())


def pack(index: Index) -> Any:
    """The index as plain data, fit for marshal."""
    return dict(index.pairs), index.table, dict(index.singles)


def unpack(data: Any) -> Index:
    """The index that was packed."""
    pairs, table, singles = data
    return Index(pairs, table, singles, {}, _Run())


def _table(pairs: Iterable[str]) -> bytes:
    table = bytearray(_HASHES)
    for pair in pairs:
        table[_hashes(pair)[0]] = 1
    return bytes(table)


def scan(text: str, index: Index) -> dict[int, list[int]]:
    """For each key whose literals occur in ``text``: their offsets, ascending; the keys by the first of them.

    A full-width digit counts as the digit. The offset of a literal that begins with a newline is that of the
    line it opens.
    """
    if regex.compile("[０-９]").search(text):
        text = text.translate(_FOLDED)
    lines = f"\n{text}\n"
    automaton = index.automaton(len(lines))
    places = automaton.places(lines) if automaton else _places(lines, index)
    found: dict[int, list[int]] = {}
    for start, keys in places:
        offset = start if lines[start] == "\n" else start - 1
        for key in keys:
            if key in found:
                found[key].append(offset)
            else:
                found[key] = [offset]
    for char in set(index.any_single.findall(text)) if index.singles else ():
        offsets = _offsets(text, char)
        for key in index.singles[char]:
            found.setdefault(key, []).extend(offsets)
    return _in_order(found)


def _in_order(found: dict[int, list[int]]) -> dict[int, list[int]]:
    for offsets in found.values():
        offsets.sort()
    return dict(sorted(found.items(), key=lambda item: (item[1][0], item[0])))


def _places(lines: str, index: Index) -> Iterator[tuple[int, _Keys]]:
    """Where a literal of two or more characters begins, and its keys."""
    met = index.met
    for at in _candidates(lines, index.table):
        pair = lines[at : at + 2]
        known = met.get(pair)
        for literal, before, keys in index.around(pair) if known is None else known:
            start = at - before
            if start >= 0 and lines.startswith(literal, start):
                yield start, keys


def _candidates(text: str, table: bytes) -> Iterable[int]:
    """Where two characters have the hash of a pair, ascending."""
    starts = range(0, len(text), _CHUNK)
    return chain.from_iterable(_in_chunk(text[start : start + _CHUNK + 1], start, table) for start in starts)


def _in_chunk(chunk: str, start: int, table: bytes) -> Iterable[int]:
    return compress(count(start), map(table.__getitem__, _hashes(chunk)[:_CHUNK]))


def _hashes(chunk: str) -> memoryview:
    """A hash of 16 bits for each character and the one behind it."""
    raw = chunk.encode("utf-16-le", "surrogatepass")
    if len(raw) > 2 * len(chunk):  # characters beyond the 16 bits: their pairs share a hash
        raw = (
            regex.compile("[\U00010000-\U0010ffff]").sub("\ufffd", chunk).encode("utf-16-le", "surrogatepass")
        )
    number = int.from_bytes(raw, "little")
    return memoryview((number ^ number >> 11).to_bytes(len(raw), "little")).cast("H")


def _offsets(text: str, char: str) -> list[int]:
    offsets = []
    at = text.find(char)
    while at >= 0:
        offsets.append(at)
        at = text.find(char, at + 1)
    return offsets
