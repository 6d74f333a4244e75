"""Makes the index of literals: when rules are compiled, or given a roster. A plain run reads it as it was kept."""

from __future__ import annotations

from speechlint.gates.frequency import rarest
from speechlint.gates.index import GROUP, HASHES, KEYS, KINDS, NEXT, OWNED, PAIR, unpack
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.gates.index import Index

    # A literal behind its keys as characters, and how far before its pair it begins, as the first of them.
    _Row = tuple[str, str]


def build(gates: Iterable[tuple[int, str]]) -> Index:
    """The index of ``(key, literal)`` pairs. A newline in a literal also stands for either end of the text."""
    return _index(*_rows(gates))


def extended(index: Index, gates: Iterable[tuple[int, str]]) -> Index:
    """The index with more ``(key, literal)`` pairs."""
    rows = {at: list(_read(_part(index, number))) for at, number in enumerate(index.numbers) if number}
    singles = dict(index.singles)
    more, more_singles = _rows(gates)
    for at, own in more.items():
        rows.setdefault(at, []).extend(own)
    for char, keys in more_singles.items():
        singles[char] = singles.get(char, "") + keys
    return _index(rows, singles)


def pack(index: Index) -> tuple[dict[str, str], tuple[bytes, ...]]:
    """The index as plain data, and as bytes for a machine of the same byte order."""
    parts = index.filled, index.numbers, index.starts, index.words
    return dict(index.singles), tuple(map(bytes, parts))


def _hash(pair: str) -> int:
    """What ``pair_hashes`` makes of a pair: its kind and its hash."""
    return (ord(pair[0]) ^ ord(pair[1]) << 5) % (KINDS * HASHES)


def _part(index: Index, number: int) -> str:
    start, end = index.starts[number : number + 2]
    return str(index.words[start:end], "utf-8", "surrogatepass")


def _rows(gates: Iterable[tuple[int, str]]) -> tuple[dict[int, list[_Row]], dict[str, str]]:
    """The literals by the hash of a pair of each; and those of one character."""
    owners: dict[str, set[int]] = {}
    for key, literal in gates:
        owners.setdefault(literal, set()).add(key)
    rows: dict[int, list[_Row]] = {}
    singles: dict[str, str] = {}
    for literal, keys in owners.items():
        names = "".join(chr(key + KEYS) for key in sorted(keys))
        if len(literal) == 1:
            singles[literal] = names
        else:
            at = rarest(literal)
            rows.setdefault(_hash(literal[at : at + 2]) % HASHES, []).append(
                (chr(at + KEYS) + names, literal)
            )
    return rows, singles


def _written(rows: Iterable[_Row]) -> tuple[str, int]:
    """The rows of a part by their pair, and the kinds of these as bits."""
    pairs: dict[str, list[_Row]] = {}
    for names, literal in rows:
        before = ord(names[0]) - KEYS
        pairs.setdefault(literal[before : before + 2], []).append((names, literal))
    kinds = {_hash(pair) // HASHES for pair in pairs}
    return PAIR.join(pair + _of_pair(pair, own) for pair, own in pairs.items()), sum(
        1 << kind for kind in kinds
    )


def _of_pair(pair: str, rows: Iterable[_Row]) -> str:
    """Rows of a pair: the keys of itself, the characters behind it, what ends with it, what begins with each."""
    whole, ending, longer = "", [], dict[str, list[str]]()
    for names, literal in rows:
        end = ord(names[0]) - KEYS + 2
        if literal == pair and pair[0] != "\n":
            whole += names[1:]
        elif end == len(literal):
            ending.append(names + OWNED + literal)
        else:
            longer.setdefault(literal[end], []).append(names + OWNED + literal)
    if not ending and not longer:
        return whole
    groups = GROUP.join(map(NEXT.join, longer.values()))
    return GROUP.join((whole, "".join(longer), NEXT.join(ending), groups))


def _read(part: str) -> Iterator[_Row]:
    """The rows that were written."""
    for words in part.split(PAIR):
        pair, (whole, *groups) = words[:2], words[2:].split(GROUP)
        if whole:
            yield chr(KEYS) + whole, pair
        for one in (one for group in groups[1:] if group for one in group.split(NEXT)):
            names, _, literal = one.partition(OWNED)
            yield names, literal


def _index(rows: Mapping[int, Iterable[_Row]], singles: Mapping[str, str]) -> Index:
    filled, numbers = bytearray(HASHES), memoryview(bytearray(2 * HASHES)).cast("H")
    starts = memoryview(bytearray(4 * (len(rows) + 2))).cast("I")
    words = []
    for number, (at, own) in enumerate(rows.items(), 1):
        part, filled[at] = _written(own)
        words.append(part.encode("utf-8", "surrogatepass"))
        numbers[at] = number
        starts[number + 1] = starts[number] + len(words[-1])
    made = filled, numbers.cast("B"), starts.cast("B"), b"".join(words)
    return unpack(singles, *[memoryview(part) for part in made])
