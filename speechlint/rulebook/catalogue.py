"""The rules made ready to run: plain data with one literal index, cached so that YAML is read once.

An installed package brings the shipped rules compiled. Else the cache lives in the user's cache folder
under a name made of the version and of every rule file's path, size and time. A missing, stale or
corrupt one is rebuilt, an unwritable one ignored.
"""

from __future__ import annotations

import marshal
import os
import sys
from itertools import accumulate, pairwise

from speechlint import __version__, checks
from speechlint.gates.index import build, extended, pack, unpack
from speechlint.quick import cache
from speechlint.quick.mapped import framed, mapped, parted
from speechlint.quick.typing import TYPE_CHECKING, Any, Mapping, NamedTuple
from speechlint.rulebook import packs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.gates.index import Index
    from speechlint.rulebook.selection import Selection

    # Positions of rules without literals, and of the rest.
    Speaking = tuple[Sequence[int], Sequence[int]]

_FORMAT = 15
COMPILED = "rules.bin"
_UNPACKING = 60  # seconds an installer may take from the first file to the last


class ReadyRule(NamedTuple):
    """A rule as the engine needs it. ``gated`` rules run only when one of their literals is met.

    ``packed`` are the check's options, unpacked by ``Catalogue.options`` when the rule first runs.
    """

    code: str
    name: str
    title: str
    severity: int
    message: Mapping[str, str]
    source: str
    grade: str
    check: str
    packed: bytes | memoryview
    gated: bool
    default: bool
    entries: tuple[str, ...] = ()


class Catalogue(NamedTuple):
    """``rules`` by position; ``gates`` name for each key of ``literals`` whose it is: positions of rules and gate keys.

    ``stamp`` stands for the rules and the code that reads them; "" where that is not known. What was asked
    for is kept: the options ``opened`` by position, the rules ``chosen`` by a selection.
    """

    rules: Sequence[ReadyRule]
    gates: Sequence[Sequence[tuple[int, str]]]
    literals: Index
    opened: dict[int, Mapping[str, Any]]
    chosen: dict[Selection, Speaking]
    stamp: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process gets the rules as they are kept on disk, and opens what it needs."""
        return _restored, (_packed(self), self.stamp)

    def options(self, position: int) -> Mapping[str, Any]:
        """The options that the rule at ``position`` gives its check."""
        options = self.opened.get(position)
        if options is None:
            options = self.opened[position] = _opened(self.rules[position].packed)
        return options

    def speaking(self, selection: Selection) -> Speaking:
        """The positions of the rules that have anything to say under a selection: those without literals, the rest."""
        chosen = self.chosen.get(selection)
        if chosen is None:
            asked = [at for at, rule in enumerate(self.rules) if selection.rule(rule.code, rule.default)]
            gated = {position for owners in self.gates for position, _ in owners}
            chosen = [at for at in asked if at not in gated], [at for at in asked if at in gated]
            self.chosen[selection] = chosen
        return chosen


class _Table(Mapping[str, Any]):
    """The entries of a table, each unpacked when first asked for: a draft meets few of them."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._met: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._met:
            self._met[name] = marshal.loads(self._packed[name])
        return self._met[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _closed(options: Mapping[str, Any]) -> bytes:
    """A check's options as bytes, the entries of a table each on its own."""
    table = options.get("entries")
    if table is not None:
        options = {**options, "entries": {name: marshal.dumps(entry) for name, entry in table.items()}}
    return marshal.dumps(dict(options))


def _opened(packed: bytes | memoryview) -> Mapping[str, Any]:
    options: dict[str, Any] = marshal.loads(packed)
    if "entries" in options:
        options["entries"] = _Table(options["entries"])
    return options


def load(folders: Sequence[str] = (), *, keep: bool = True) -> Catalogue:
    """The shipped rules and those of ``folders``. Raises ``RuleError``."""
    where = [packs.shipped(), *folders]
    made = None if folders else _shipped(where[0])
    if made is not None:
        return made
    name = _name(where) if keep else None
    made = _unpacked(cache.read_sealed(name)) if name else None
    if made is None:
        rules = packs.load(where)
        _refuse_slow(rule for rule in rules if not rule.path.startswith(os.path.join(where[0], "")))
        made = compile_rules(rules)
        if name:
            cache.write_sealed(name, _packed(made))
    return made._replace(stamp=name or "")


def _refuse_slow(own: Iterable[Any]) -> None:
    """Raise ``RuleError`` for a rule of the user's with an expression that some texts slow down ever more."""
    from speechlint.errors import RuleError
    from speechlint.gates import patterns

    for rule in own:
        for pattern in dict.fromkeys(patterns.expressions(rule.options)):
            text = patterns.slow_on(pattern)
            if text:
                raise RuleError(
                    f"{rule.path}: 规则 {rule.code} 的正则式 {pattern!r} 遇到“{text}…”这样的文字会越查越慢，"
                    "像停住了一样；请去掉套着的重复，如 (a+)+ 写作 a+",
                    f"{rule.path}: rule {rule.code}: {pattern!r} takes ever longer on text like '{text}…'; "
                    "undo the nested repetition, as a+ for (a+)+",
                )


def compile_rules(rules: Sequence[Any]) -> Catalogue:
    """The catalogue of some ``Rule`` values. Gates of the same literals have one key, but for those a roster adds to."""
    ready: list[ReadyRule] = []
    gates: dict[tuple[frozenset[str], object], list[tuple[int, str]]] = {}
    for position, rule in enumerate(rules):
        gate = getattr(checks.load(rule.check), "gates", None)
        keys = gate(rule.options) if gate else {"": None}
        for key, literals in keys.items():
            if literals is not None:
                apart = (position, key) if rule.check in checks.OF_NAMES else None
                gates.setdefault((literals, apart), []).append((position, key))
        ready.append(
            ReadyRule(
                code=rule.code,
                name=rule.name,
                title=rule.title,
                severity=int(rule.severity),
                message=dict(rule.message),
                source=rule.source,
                grade=rule.grade,
                check=rule.check,
                packed=_closed(rule.options),
                gated=all(literals is not None for literals in keys.values()),
                default=rule.default,
                entries=rule.entries,
            )
        )
    terms = ((key, literal) for key, (literals, _) in enumerate(gates) for literal in sorted(literals))
    return Catalogue(ready, list(map(tuple, gates.values())), build(terms), opened={}, chosen={})


def with_roster(made: Catalogue, own: Mapping[str, Any]) -> Catalogue:
    """The catalogue with a project's own roster known to the checks that read one."""
    rules = list(made.rules)
    terms: list[tuple[int, str]] = []
    for position, rule in enumerate(rules):
        if rule.check in checks.OF_NAMES:
            check = checks.load(rule.check)
            old = made.options(position)
            new = check.with_roster(old, own)  # type: ignore[attr-defined]
            rules[position] = rule._replace(packed=_closed(new))
            known = check.gates(old)  # type: ignore[attr-defined]
            for key, literals in check.gates(new).items():  # type: ignore[attr-defined]
                gate = next(at for at, owners in enumerate(made.gates) if (position, key) in owners)
                terms += [(gate, literal) for literal in sorted(literals - known[key])]
    stamp = cache.digest((made.stamp, repr(own))) if made.stamp else ""
    return Catalogue(rules, made.gates, extended(made.literals, terms), opened={}, chosen={}, stamp=stamp)


def _name(folders: Sequence[str]) -> str | None:
    """The cache file's name: other rules, another version or another machine have another one."""
    parts = [__version__, sys.version, sys.byteorder, str(_FORMAT)]
    try:
        for file in (file for folder in folders for file in packs.data_files(folder)):
            status = file.stat()
            parts.append(f"{file.path}\0{status.st_size}\0{status.st_mtime_ns}")
        for folder, _, files in os.walk(packs.PACKAGE):
            parts += sorted(f"{name}{os.stat(os.path.join(folder, name)).st_mtime_ns}" for name in files)
    except OSError:
        return None
    return f"{cache.digest(parts)}.rules"


def write_shipped(pack: str, path: str) -> None:
    """Write the compiled rules of ``pack`` for the wheel. Raises ``RuleError``, ``OSError``."""
    about = _origin(), _sizes(packs.data_files(pack))
    data = framed(about, [_packed(compile_rules(packs.load([pack])))])
    with open(path, "wb") as file:
        file.write(data)


def _shipped(pack: str) -> Catalogue | None:
    """The rules that came compiled with the package, unless a rule file was changed since."""
    path = os.path.join(os.path.dirname(pack), COMPILED)
    try:
        (origin, sizes), data = parted(mapped(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))))
        written = os.stat(path).st_mtime
    except (OSError, EOFError, ValueError, TypeError):
        return None
    files = list(packs.data_files(pack))
    made = _unpacked(data) if origin == _origin() and sizes == _sizes(files) else None
    changed = any(file.stat().st_mtime > written + _UNPACKING for file in files)
    return None if changed or made is None else made._replace(stamp=f"{__version__} {written}")


def _origin() -> tuple[str, str, int]:
    return __version__, sys.byteorder, _FORMAT


def _sizes(files: Iterable[os.DirEntry[str]]) -> list[tuple[str, int]]:
    return [(file.name, file.stat().st_size) for file in files]


def _packed(made: Catalogue) -> bytes:
    """The rules without their options, and behind these, to be read where asked for, the index and the options."""
    singles, index = pack(made.literals)
    rest = *index, *(bytes(rule.packed) for rule in made.rules)
    rules = [tuple(rule._replace(packed=b"")) for rule in made.rules]
    return framed((rules, list(made.gates), singles, list(map(len, rest))), rest)


def _restored(data: bytes, stamp: str) -> Catalogue:
    """Unpacks what another process packed."""
    made = _unpacked(data)
    if made is None:
        raise ValueError("not a catalogue of this version")
    return made._replace(stamp=stamp)


def _unpacked(data: bytes | memoryview | None) -> Catalogue | None:
    try:
        (rules, gates, singles, sizes), rest = parted(data or b"")
        if len(rest) != sum(sizes):
            return None
        numbers, starts, words, *options = [rest[a:b] for a, b in pairwise(accumulate(sizes, initial=0))]
        ready = [ReadyRule._make(rule)._replace(packed=own) for rule, own in zip(rules, options, strict=True)]
        literals = unpack(singles, numbers, starts, words)
        return Catalogue(ready, gates, literals, opened={}, chosen={})
    except (EOFError, ValueError, TypeError):
        return None
