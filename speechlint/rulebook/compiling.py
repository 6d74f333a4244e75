"""Rules made ready to run: their checks' options as bytes, their literals as one index, and all of it as a file."""

from __future__ import annotations

import marshal
import os

from speechlint import checks
from speechlint.gates.building import build, extended
from speechlint.quick import cache
from speechlint.quick.mapped import framed
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import packs
from speechlint.rulebook.catalogue import (
    TABLES,
    Catalogue,
    ReadyRule,
    Table,
    kept,
    name_of,
    origin,
    packed,
    sizes_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from speechlint.quick.typing import Any

_LARGE = 1_000  # bytes of a value that are worth keeping once


def load(folders: Sequence[str] = (), *, keep: bool = True) -> Catalogue:
    """The shipped rules and those of ``folders``; compiled, and kept for the next run, where they are not.

    Raises ``RuleError``, also for a rule of one's own that some texts slow down.
    """
    return (kept(folders) if keep else None) or _compiled(folders, keep=keep)


def _compiled(folders: Sequence[str], *, keep: bool) -> Catalogue:
    shipped = packs.shipped()
    rules = packs.load([shipped, *folders])
    _refuse_slow(rule for rule in rules if not rule.path.startswith(os.path.join(shipped, "")))
    made, name = compile_rules(rules), name_of(folders) if keep else ""
    if name:
        cache.write_sealed(name, packed(made))
    return made._replace(stamp=name)


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
    shared = _shared(rules)
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
                severity=int(rule.severity),
                check=rule.check,
                literals=any(literals is not None for literals in keys.values()),
                gated=all(literals is not None for literals in keys.values()),
                default=rule.default,
                said=_said(rule),
                packed=_closed(rule.options, shared),
            )
        )
    terms = ((key, literal) for key, (literals, _) in enumerate(gates) for literal in sorted(literals))
    return Catalogue(
        ready, list(map(tuple, gates.values())), build(terms), Table(shared), opened={}, chosen={}
    )


def _said(rule: Any) -> bytes:
    """The words of a ``Rule``."""
    return marshal.dumps(
        (rule.name, rule.title, dict(rule.message), rule.source, rule.grade, tuple(rule.entries))
    )


def _shared(rules: Iterable[Any]) -> dict[str, bytes]:
    """Values that stand in the options of several rules, by a name made of what they are."""
    met: dict[str, list[Any]] = {}
    for rule in rules:
        for value in rule.options.values():
            met.setdefault(_called(value), []).append(value)
    packed = {name: marshal.dumps(values[0]) for name, values in met.items() if len(values) > 1}
    return {name: value for name, value in packed.items() if len(value) > _LARGE}


def _called(value: Any) -> str:
    """A name made of what the value is: of the plainest bytes, which do not depend on who else holds its parts."""
    return cache.digest_of(marshal.dumps(value, 0))


def _closed(options: Mapping[str, Any], shared: Mapping[str, bytes] = {}) -> bytes:
    """A check's options as bytes, the entries of its tables each on its own; of what is ``shared``, the names."""
    own = dict(options)
    for table in TABLES & own.keys():
        own[table] = _table(own[table])
    names = {key: _called(value) for key, value in options.items()} if shared else {}
    elsewhere = {key: name for key, name in names.items() if name in shared}
    return marshal.dumps(({key: value for key, value in own.items() if key not in elsewhere}, elsewhere))


def _table(entries: Mapping[str, Any]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """A table's entries as ``Table`` takes them."""
    kinds = {tuple(entry) if isinstance(entry, dict) else () for entry in entries.values()}
    fields = kinds.pop() if len(kinds) == 1 else ()
    return {
        name: marshal.dumps(tuple(entry.values()) if fields else entry) for name, entry in entries.items()
    }, fields


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
    literals = extended(made.literals, terms)
    return made._replace(rules=rules, literals=literals, opened={}, chosen={}, stamp=stamp)


def write_shipped(pack: str, path: str) -> None:
    """Write the compiled rules of ``pack`` for the wheel. Raises ``RuleError``, ``OSError``."""
    about = origin(), sizes_of(packs.data_files(pack))
    data = framed(about, [packed(compile_rules(packs.load([pack])))])
    with open(path, "wb") as file:
        file.write(data)
