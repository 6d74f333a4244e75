"""The rules made ready to run: plain data with one literal index, cached so that YAML is read once.

An installed package brings the shipped rules compiled. Else the cache lives in the user's cache folder
under a name made of the version and of every rule file's path, size and time. A missing, stale or
corrupt one is rebuilt, an unwritable one ignored.
"""

from __future__ import annotations

import marshal
import os
import sys
from itertools import accumulate, chain, pairwise

from speechlint import __version__
from speechlint.gates.index import PARTS, unpack
from speechlint.quick import cache
from speechlint.quick.functools import lru_cache
from speechlint.quick.mapped import framed, mapped, parted
from speechlint.quick.typing import TYPE_CHECKING, Any, NamedTuple
from speechlint.rulebook import packs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.gates.index import Index
    from speechlint.rulebook.selection import Selection

    # Positions of rules without literals, and of the rest.
    Speaking = tuple[Sequence[int], Sequence[int]]

_FORMAT = 24
COMPILED = "rules.bin"
TABLES = {"entries", "gates", "windows"}  # the options by entry, of which a draft meets few
_UNPACKING = 60  # seconds an installer may take from the first file to the last


class Words(NamedTuple):
    """What is said of a rule, in lists and with its findings."""

    name: str
    title: str
    message: Mapping[str, str]
    source: str
    grade: str
    entries: tuple[str, ...]


class ReadyRule(NamedTuple):
    """A rule as the engine needs it. One with ``literals`` runs behind those without, a ``gated`` one
    only when one of its literals is met.

    ``packed`` are the check's options, unpacked by ``Catalogue.options`` when the rule first runs; ``said`` are its
    ``words``, unpacked when asked for: most rules have no finding in a draft.
    """

    code: str
    severity: int
    check: str
    literals: bool
    gated: bool
    default: bool
    said: bytes | memoryview
    packed: bytes | memoryview

    @property
    def words(self) -> Words:
        return _said(self.said)


@lru_cache(maxsize=512)
def _said(packed: bytes) -> Words:
    return Words._make(marshal.loads(packed))


class Catalogue(NamedTuple):
    """``rules`` by position; ``gates`` name for each key of ``literals`` whose it is: positions of rules and gate keys.

    ``shared`` are large values that the options of several rules have, a roster, a list of words. ``stamp`` stands for
    the rules and the code that reads them; "" where that is not known. What was asked for is kept: the options
    ``opened`` by position, the rules ``chosen`` by a selection.
    """

    rules: Sequence[ReadyRule]
    gates: Sequence[Sequence[tuple[int, str]]]
    literals: Index
    shared: Table
    opened: dict[int, Mapping[str, Any]]
    chosen: dict[Selection, Speaking]
    stamp: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process gets the rules as they are kept on disk, and opens what it needs."""
        return _restored, (packed(self), self.stamp)

    def options(self, position: int) -> Mapping[str, Any]:
        """The options that the rule at ``position`` gives its check."""
        options = self.opened.get(position)
        if options is None:
            options = self.opened[position] = _opened(self.rules[position].packed, self.shared)
        return options

    def speaking(self, selection: Selection) -> Speaking:
        """The positions of the rules that have anything to say under a selection: those without literals, the rest."""
        chosen = self.chosen.get(selection)
        if chosen is None:
            asked = [at for at, rule in enumerate(self.rules) if selection.rule(rule.code, rule.default)]
            chosen = (
                [at for at in asked if not self.rules[at].literals],
                [at for at in asked if self.rules[at].literals],
            )
            self.chosen[selection] = chosen
        return chosen


class Table(dict[str, Any]):
    """Values by name, each unpacked when first asked for: of a table's entries a draft meets few.

    ``fields`` are the keys that all values have, if these are mappings of the same keys: then the rest is kept alone.
    """

    def __init__(self, packed: Mapping[str, bytes | memoryview], fields: Sequence[str] = ()) -> None:
        super().__init__()
        self.packed, self.fields = packed, fields

    def __missing__(self, name: str) -> Any:
        value = marshal.loads(self.packed[name])
        if self.fields:
            value = dict(zip(self.fields, value, strict=True))
        self[name] = value
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def __contains__(self, name: object) -> bool:
        return name in self.packed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and dict(self.items()) == dict(other.items())

    def keys(self) -> Any:
        return self.packed.keys()

    def values(self) -> Any:
        return [self[name] for name in self.packed]

    def items(self) -> Any:
        return [(name, self[name]) for name in self.packed]

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self.packed else default


def _opened(packed: bytes | memoryview, shared: Table) -> Mapping[str, Any]:
    options: dict[str, Any]
    options, elsewhere = marshal.loads(packed)
    for key, name in elsewhere.items():
        options[key] = shared[name]
    for table in TABLES & options.keys():
        options[table] = Table(*options[table])
    return options


def kept(folders: Sequence[str] = ()) -> Catalogue | None:
    """The shipped rules and those of ``folders`` as they were compiled before; None where they are not, or not as they are now."""
    made = None if folders else _shipped(packs.shipped())
    if made is not None:
        return made
    name = name_of(folders)
    made = _unpacked(cache.read_sealed(name)) if name else None
    return made and made._replace(stamp=name or "")


def name_of(folders: Sequence[str]) -> str:
    """The cache file's name: other rules, another version or another machine have another one; "" where they cannot be read."""
    parts = [__version__, sys.version, sys.byteorder, str(_FORMAT)]
    try:
        for file in (file for folder in (packs.shipped(), *folders) for file in packs.data_files(folder)):
            status = file.stat()
            parts.append(f"{file.path}\0{status.st_size}\0{status.st_mtime_ns}")
        for folder, folders, files in os.walk(packs.PACKAGE):
            folders[:] = [name for name in folders if name != "__pycache__"]  # Python writes there as it goes
            parts += sorted(f"{name}{os.stat(os.path.join(folder, name)).st_mtime_ns}" for name in files)
    except OSError:
        return ""
    return f"{cache.digest(parts)}.rules"


def _shipped(pack: str) -> Catalogue | None:
    """The rules that came compiled with the package, unless a rule file was changed since."""
    path = os.path.join(os.path.dirname(pack), COMPILED)
    try:
        (made_by, sizes), data = parted(mapped(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))))
        written = os.stat(path).st_mtime
    except (OSError, EOFError, ValueError, TypeError):
        return None
    files = list(packs.data_files(pack))
    made = _unpacked(data) if made_by == origin() and sizes == sizes_of(files) else None
    changed = any(file.stat().st_mtime > written + _UNPACKING for file in files)
    return None if changed or made is None else made._replace(stamp=f"{__version__} {written}")


def origin() -> tuple[str, str, int]:
    return __version__, sys.byteorder, _FORMAT


def sizes_of(files: Iterable[os.DirEntry[str]]) -> list[tuple[str, int]]:
    return [(file.name, file.stat().st_size) for file in files]


def packed(made: Catalogue) -> bytes:
    """The rules, and behind these, to be read where asked for, the index, their words and their options."""
    from speechlint.gates.building import pack

    singles, index = pack(made.literals)
    shared = made.shared.packed
    own = chain.from_iterable((rule.said, rule.packed) for rule in made.rules)
    rest = *index, *map(bytes, shared.values()), *map(bytes, own)
    rules = [rule[:-2] for rule in made.rules]
    return framed((rules, list(made.gates), singles, list(shared), list(map(len, rest))), rest)


def _restored(data: bytes, stamp: str) -> Catalogue:
    """Unpacks what another process packed."""
    made = _unpacked(data)
    if made is None:
        raise ValueError("not a catalogue of this version")
    return made._replace(stamp=stamp)


def _unpacked(data: bytes | memoryview | None) -> Catalogue | None:
    try:
        (rules, gates, singles, names, sizes), rest = parted(data or b"")
        if len(rest) != sum(sizes):
            return None
        parts = [rest[a:b] for a, b in pairwise(accumulate(sizes, initial=0))]
        shared, own = parts[PARTS : PARTS + len(names)], iter(parts[PARTS + len(names) :])
        ready = [ReadyRule._make((*rule, next(own), next(own))) for rule in rules]
        literals = unpack(singles, *parts[:PARTS])
        return Catalogue(
            ready, gates, literals, Table(dict(zip(names, shared, strict=True))), opened={}, chosen={}
        )
    except (EOFError, ValueError, TypeError, StopIteration):
        return None
