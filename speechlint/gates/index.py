"""Where thousands of literals stand in a text, in one pass over its pairs of characters.

A literal is looked for by its rarest pair of characters. As UTF-16 a text is one great number, and one
shift of it makes a 16-bit hash of every pair: the standard library then looks a whole text up in a
table without a Python step per character, 8 times the speed of slicing strings.
"""

from __future__ import annotations

from itertools import chain, compress, count

from speechlint.quick import regex
from speechlint.quick.numbers import column, utf16
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence

    Offsets = MutableSequence[int]
    Column = Callable[[Iterable[int]], Offsets]

_CHUNK = 65_536  # characters: bounds the memory, costs nothing
_HASHES = 0x10000
_SOME = 20_000  # characters after which a list has paid for being made
_FOLDED = str.maketrans("０１２３４５６７８９", "0123456789")
_KEYS = 2  # key 0 as a character; those below part literals
_OfPair = dict[
    str | None, list[tuple[str, int, str]]
]  # literals, where in them the pair stands, keys as characters


class _Keys(dict[str, tuple[int, ...]]):
    """Keys by the characters they are written as; of those that the rules have, few are met."""

    def __missing__(self, names: str) -> tuple[int, ...]:
        keys = self[names] = tuple([ord(name) - _KEYS for name in names])
        return keys


class _Run:
    """The state of scanning in this process: the characters read, and what was made for reading more."""

    __slots__ = ("keys", "numbers", "read")

    def __init__(self) -> None:
        self.read = 0
        self.keys = _Keys()
        self.numbers: Sequence[int] = ()

    def __eq__(self, other: object) -> bool:
        """It is no part of what an index is: two with the same literals are the same."""
        return isinstance(other, _Run)


class Index(NamedTuple):
    """Literals and their keys, by the hash of one pair of characters of each.

        ``numbers`` has, for each hash, the number of the part of ``words`` that holds its literals (0: it has none);
    <<<<<<< HEAD
        a part begins at the character that ``starts`` says, and is read when first met: most never are; ``words`` is
        UTF-16. ``singles`` are the literals of one character. Keys are characters here, from number ``_KEYS`` on.
        ``met`` are the literals of each pair that was met, by the character behind the pair; None has those that end with it.
    =======
        a part begins at the byte that ``starts`` says, and is read when first met: most never are; ``words`` is
        UTF-8. ``singles`` are the literals of one character. Keys are characters here, from number ``_KEYS`` on.
    >>>>>>> main
    """

    numbers: memoryview
    starts: memoryview
    words: memoryview
    singles: Mapping[str, str]
    met: dict[str, _OfPair]
    run: _Run

    @property
    def any_single(self) -> re.Pattern[str]:
        return regex.compile(f"[{regex.escape(''.join(sorted(self.singles)))}]")

    def part(self, number: int) -> str:
        start, end = self.starts[number : number + 2]
        return str(self.words[start:end], "utf-8", "surrogatepass")

    def known(self, number: int, pair: str) -> _OfPair:
        """The literals of a pair, which are of that part if there are any: of most pairs there are none."""
        found: _OfPair = {}
        self.met[pair] = found
        part = self.part(number)
        for literal, before, keys in _split(part) if pair in part else ():
            end = before + 2
            if literal[before:end] == pair:
                found.setdefault(literal[end : end + 1] or None, []).append((literal, before, keys))
        return found

    def table(self) -> Sequence[int]:
        """``numbers``; once more than a draft was read, as a list, which is twice as fast."""
        if self.run.read < _SOME:
            return self.numbers
        if not self.run.numbers:
            self.run.numbers = self.numbers.tolist()
        return self.run.numbers


def _split(part: str) -> Iterator[tuple[str, int, str]]:
    """Each literal, where in it its pair stands, and its keys."""
    for one in part.split("\0"):
        names, _, literal = one.partition("\1")
        yield literal, ord(names[0]) - _KEYS, names[1:]


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
        singles[char] = singles.get(char, "") + keys
    return _index(parts, singles)


def _parts(gates: Iterable[tuple[int, str]]) -> tuple[dict[int, str], dict[str, str]]:
    """The literals as strings, by the hash of a pair of each; and those of one character."""
    from speechlint.gates.frequency import rarest

    owners: dict[str, set[int]] = {}
    for key, literal in gates:
        owners.setdefault(literal, set()).add(key)
    parts: dict[int, list[str]] = {}
    singles: dict[str, str] = {}
    for literal, keys in owners.items():
        names = "".join(chr(key + _KEYS) for key in sorted(keys))
        if len(literal) == 1:
            singles[literal] = names
        else:
            at = rarest(literal)
            names = chr(at + _KEYS) + names
            parts.setdefault(_hashes(literal[at : at + 2])[0], []).append(f"{names}\1{literal}")
    return {at: "\0".join(own) for at, own in parts.items()}, singles


def _index(parts: Mapping[int, str], singles: Mapping[str, str]) -> Index:
    numbers = memoryview(bytearray(2 * _HASHES)).cast("H")
    starts = memoryview(bytearray(4 * (len(parts) + 2))).cast("I")
    words = [part.encode("utf-8", "surrogatepass") for part in parts.values()]
    for number, (at, part) in enumerate(zip(parts, words, strict=True), 1):
        numbers[at] = number
        starts[number + 1] = starts[number] + len(part)
    return Index(numbers, starts, memoryview(b"".join(words)), singles, {}, _Run())


def pack(index: Index) -> tuple[dict[str, str], tuple[bytes, bytes, bytes]]:
    """The index as plain data, and as bytes for a machine of the same byte order."""
    return dict(index.singles), (bytes(index.numbers), bytes(index.starts), bytes(index.words))


def unpack(singles: dict[str, str], numbers: memoryview, starts: memoryview, words: memoryview) -> Index:
    """The index that was packed."""
    return Index(numbers.cast("H"), starts.cast("I"), words, singles, {}, _Run())


def scan(text: str, index: Index) -> dict[int, Sequence[int]]:
    """The offsets of literals in ``text``, ascending, by their key; the keys are in the order of their first.

    A full-width digit counts as the digit. The offset of a literal that begins with a newline is that of the
    line it opens.
    """
    if regex.compile("[０-９]").search(text):
        text = text.translate(_FOLDED)
    lines = f"\n{text}\n"
    index.run.read += len(lines)
    listed = column(len(text))
    found: dict[int, Offsets] = {}
    keys = index.run.keys
    for start, names in chain(_longer(lines, index), _single(lines, index)):
        offset = start if lines[start] == "\n" else start - 1
        for key in keys[names]:
            if key in found:
                found[key].append(offset)
            else:
                found[key] = listed((offset,))
    for key, offsets in found.items():
        if isinstance(offsets, list):
            offsets.sort()
        else:
            found[key] = listed(sorted(offsets))
    return {key: found[key] for _, key in sorted([(offsets[0], key) for key, offsets in found.items()])}


def _single(lines: str, index: Index) -> Iterator[tuple[int, str]]:
    """Where a literal of one character stands, and its keys."""
    for match in index.any_single.finditer(lines) if index.singles else ():
        yield match.start(), index.singles[match[0]]


def _longer(lines: str, index: Index) -> Iterator[tuple[int, str]]:
    """Where a literal of two or more characters begins, and its keys; in no order to rely on."""
    met, table = index.met, index.table()
    for first in range(0, len(lines), _CHUNK):
        hashes = _hashes(lines[first : first + _CHUNK + 1])
        numbers = list(map(table.__getitem__, hashes[:_CHUNK]))
        for at in compress(count(first), numbers):
            pair = lines[at : at + 2]
            known = met.get(pair)
            if known is None:
                known = index.known(numbers[at - first], pair)
            if not known:  # another pair has that hash
                continue
            for end in (None, lines[at + 2 : at + 3]):
                for literal, before, keys in known.get(end, ()):
                    start = at - before
                    if start >= 0 and lines[start : start + len(literal)] == literal:
                        yield start, keys


def _hashes(chunk: str) -> memoryview:
    """A hash of 16 bits for each character and the one behind it."""
    raw = utf16(chunk)
    if len(raw) > 2 * len(chunk):  # characters beyond the 16 bits: their pairs share a hash
        raw = utf16(regex.compile("[\U00010000-\U0010ffff]").sub("\ufffd", chunk))
    number = int.from_bytes(raw, "little")
    return memoryview((number ^ number >> 11).to_bytes(len(raw), "little")).cast("H")
