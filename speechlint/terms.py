"""Where thousands of literals stand in a text, in one pass over its pairs of characters.

A literal is looked for by its rarest pair of characters. As UTF-16 a text is one great number, and one
shift of it makes a 16-bit hash of every pair: the standard library then looks a whole text up in a
table without a Python step per character, 8 times the speed of slicing strings. A run that reads much
hands over to an automaton (see ``automaton``) where one is installed.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence
from itertools import accumulate, compress, count

from speechlint import regex
from speechlint.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from speechlint.automaton import Automaton

_CHUNK = 65_536  # characters: bounds the memory, costs nothing
_HASHES = 0x10000
_HUGE = 1_000_000  # characters
_MUCH = 300_000  # characters after which an automaton has paid for being built
_FOLDED = str.maketrans("０１２３４５６７８９", "0123456789")
_Keys = tuple[int, ...]
Offsets = MutableSequence[int]
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
    """Literals and their keys, by the hash of one pair of characters of each.

    ``numbers`` has, for each hash, the number of the part of ``words`` that holds its literals (0: it has none);
    a part begins where ``starts`` says, and is split when first met: most never are. ``singles`` are the literals
    of one character.
    """

    numbers: Sequence[int]
    starts: Sequence[int]
    words: str
    singles: Mapping[str, _Keys]
    met: dict[int, _Literals]
    run: _Run

    @property
    def any_single(self) -> re.Pattern[str]:
        return regex.compile(f"[{re.escape(''.join(sorted(self.singles)))}]")

    def part(self, number: int) -> str:
        return self.words[self.starts[number] : self.starts[number + 1]]

    def known(self, number: int) -> _Literals:
        """The literals of a part."""
        found = self.met[number] = list(_split(self.part(number)))
        return found

    def automaton(self, size: int) -> Automaton | None:
        """The automaton for ``size`` more characters: None while it does not pay or where there can be none."""
        before = self.run.read
        self.run.read += size
        if before < _MUCH <= self.run.read:
            from speechlint import automaton

            parts = map(self.part, range(1, len(self.starts) - 1))
            literals = ((literal, keys) for part in parts for literal, _, keys in _split(part))
            self.run.automaton = automaton.build(literals)
        return self.run.automaton


def _split(part: str) -> Iterator[tuple[str, int, _Keys]]:
    """Each literal, where in it its pair stands, and its keys."""
    for one in part.split("\0"):
        names, _, literal = one.partition("\1")
        yield literal, ord(names[0]) - 2, tuple([ord(key) - 2 for key in names[1:]])


def build(gates: Iterable[tuple[int, str]]) -> Index:
    """The index of ``(key, literal)`` pairs. A newline in a literal also stands for either end of the text."""
    return _index(*_parts(gates))


def extended(index: Index, gates: Iterable[tuple[int, str]]) -> Index:
    """The index with more ``(key, literal)`` pairs."""
    parts = {at: index.part(number) for at, number in enumerate(index.numbers) if number}
    singles = dict(index.singles)
    more, more_singles = _parts(gates)
    for at, part in more.items():
        parts[at] = f"{parts[at]}\0{part}" if at in parts else part
    for char, keys in more_singles.items():
        singles[char] = (*singles.get(char, ()), *keys)
    return _index(parts, singles)


def _parts(gates: Iterable[tuple[int, str]]) -> tuple[dict[int, str], dict[str, _Keys]]:
    """The literals as strings, by the hash of a pair of each; and those of one character."""
    from speechlint.frequency import rarest

    owners: dict[str, set[int]] = {}
    for key, literal in gates:
        owners.setdefault(literal, set()).add(key)
    parts: dict[int, list[str]] = {}
    singles: dict[str, _Keys] = {}
    for literal, keys in owners.items():
        if len(literal) == 1:
            singles[literal] = tuple(sorted(keys))
        else:
            at = rarest(literal)
            names = "".join(chr(number + 2) for number in (at, *sorted(keys)))
            parts.setdefault(_hashes(literal[at : at + 2])[0], []).append(f"{names}\1{literal}")
    return {at: "\0".join(own) for at, own in parts.items()}, singles


def _index(parts: Mapping[int, str], singles: Mapping[str, _Keys]) -> Index:
    numbers = array("I", bytes(4 * _HASHES))
    for number, at in enumerate(parts, 1):
        numbers[at] = number
    starts = array("I", (0, *accumulate(map(len, parts.values()), initial=0)))
    return Index(numbers, starts, "".join(parts.values()), singles, {}, _Run())


def pack(index: Index) -> Any:
    """The index as plain data, fit for marshal on a machine of the same byte order."""
    return bytes(index.numbers), bytes(index.starts), index.words, dict(index.singles)


def unpack(data: Any) -> Index:
    """The index that was packed."""
    numbers, starts, words, singles = data
    return Index(array("I", numbers), array("I", starts), words, singles, {}, _Run())


def scan(text: str, index: Index) -> dict[int, Sequence[int]]:
    """For each key whose literals occur in ``text``: their offsets, ascending; the keys by the first of them.

    A full-width digit counts as the digit. The offset of a literal that begins with a newline is that of the
    line it opens.
    """
    if regex.compile("[０-９]").search(text):
        text = text.translate(_FOLDED)
    lines = f"\n{text}\n"
    automaton = index.automaton(len(lines))
    places = automaton.places(lines) if automaton else _places(lines, index)
    column = _column if len(text) > _HUGE else list
    found: dict[int, Offsets] = {}
    for start, keys in places:
        offset = start if lines[start] == "\n" else start - 1
        for key in keys:
            if key in found:
                found[key].append(offset)
            else:
                found[key] = column((offset,))
    for char in {match[0] for match in index.any_single.finditer(text)} if index.singles else ():
        offsets = _offsets(text, char)
        for key in index.singles[char]:
            found.setdefault(key, column(())).extend(offsets)
    return _in_order(found, column)


def _column(offsets: Iterable[int]) -> Offsets:
    """Offsets in a ninth of the memory a list takes."""
    return array("I", offsets)


def _in_order(
    found: dict[int, Offsets], column: Callable[[Iterable[int]], Offsets]
) -> dict[int, Sequence[int]]:
    for key, offsets in found.items():
        found[key] = column(sorted(offsets))
    return dict(sorted(found.items(), key=lambda item: (item[1][0], item[0])))


def _places(lines: str, index: Index) -> Iterator[tuple[int, _Keys]]:
    """Where a literal of two or more characters begins, and its keys."""
    met = index.met
    for first in range(0, len(lines), _CHUNK):
        hashes = _hashes(lines[first : first + _CHUNK + 1])
        numbers = list(map(index.numbers.__getitem__, hashes[:_CHUNK]))
        for at in compress(count(first), numbers):
            number = numbers[at - first]
            known = met.get(number)
            for literal, before, keys in index.known(number) if known is None else known:
                start = at - before
                if start >= 0 and lines.startswith(literal, start):
                    yield start, keys


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
