"""The rules made ready to run: plain data with one literal index, cached so that YAML is read once.

The cache lives in the user's cache folder under a name made of the version and of every rule
file's path, size and time; a missing, stale or corrupt one is rebuilt, an unwritable one ignored.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from speechlint import __version__, checks, packs
from speechlint.terms import build

_FORMAT = 3


class Entry(NamedTuple):
    """A rule as the engine needs it. ``gated`` rules run only when one of their literals is met."""

    code: str
    name: str
    title: str
    severity: int
    message: Mapping[str, str]
    source: str
    check: str
    options: Mapping[str, Any]
    gated: bool
    default: bool
    entries: tuple[str, ...] = ()


class Catalogue(NamedTuple):
    """``rules`` by position; ``gates`` name for each key of ``literals`` its rule's position and gate key."""

    rules: Sequence[Entry]
    gates: Sequence[tuple[int, str]]
    literals: Mapping[str, Any]


def load(folders: Sequence[str] = (), *, cache: bool = True) -> Catalogue:
    """The shipped rules and those of ``folders``. Raises ``RuleError``."""
    where = [packs.shipped(), *folders]
    path = _cache_path(where) if cache else None
    if path:
        cached = _read(path)
        if cached is not None:
            return cached
    made = compile_rules(packs.load(where))
    if path:
        _write(path, made)
    return made


def compile_rules(rules: Sequence[Any]) -> Catalogue:
    """The catalogue of some ``Rule`` values."""
    entries: list[Entry] = []
    gates: list[tuple[int, str]] = []
    terms: list[tuple[int, str]] = []
    for position, rule in enumerate(rules):
        gate = getattr(checks.load(rule.check), "gates", None)
        keys = gate(rule.options) if gate else {"": None}
        for key, literals in keys.items():
            if literals is not None:
                terms += [(len(gates), literal) for literal in sorted(literals)]
                gates.append((position, key))
        entries.append(
            Entry(
                rule.code,
                rule.name,
                rule.title,
                int(rule.severity),
                dict(rule.message),
                rule.source,
                rule.check,
                rule.options,
                all(literals is not None for literals in keys.values()),
                rule.default,
                rule.entries,
            )
        )
    return Catalogue(entries, gates, build(terms))


def _cache_path(folders: Sequence[str]) -> str | None:
    parts = [__version__, sys.version, str(_FORMAT)]
    own = os.path.dirname(os.path.abspath(__file__))
    try:
        for file in [file for folder in folders for file in packs.rule_files(folder)]:
            status = os.stat(file)
            parts.append(f"{file}\0{status.st_size}\0{status.st_mtime_ns}")
        for code in (own, os.path.join(own, "checks")):
            parts += sorted(f"{file.name}{file.stat().st_mtime_ns}" for file in os.scandir(code))
    except OSError:
        return None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", base)
    return os.path.join(base, "speechlint", f"{_digest(parts)}.rules")


def _digest(parts: list[str]) -> str:
    from _blake2 import blake2b  # hashlib would load OpenSSL

    return blake2b("\0\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _read(path: str) -> Catalogue | None:
    try:
        with open(path, "rb") as file:
            rules, gates, index = marshal.loads(file.read())
        return Catalogue([Entry(*rule) for rule in rules], gates, index)
    except (OSError, EOFError, ValueError, TypeError):
        return None


def _write(path: str, made: Catalogue) -> None:
    """Atomic, so that two processes at once are safe; a folder that cannot be written is no error."""
    data = marshal.dumps(([tuple(rule) for rule in made.rules], list(made.gates), dict(made.literals)))
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError:
        return
