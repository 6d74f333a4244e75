"""Regular expressions, compiled once per machine instead of once per run.

Compiling is what a cold start would spend most of its time on: 200 expressions take 60 ms, longer than
everything else together. What the compiler made of an expression is kept in the user's cache folder,
for this Python alone; whatever is missing there, or does not fit, is compiled as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array

from speechlint import __version__, cache
from speechlint.typed import Any, cast

Key = tuple[str, int]  # an expression and its flags
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

try:
    import _sre
    from re import _compiler  # type: ignore[attr-defined]
except ImportError:  # a Python that is not CPython compiles as usual
    _sre = None

_made: dict[Key, re.Pattern[str]] = {}
_kept: dict[str, bytes] | None = None  # marshalled programs: most are not met in a run
_new: dict[str, bytes] = {}


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, the same object for the same arguments. Raises ``re.error``."""
    key = (pattern, int(flags))
    made = _made.get(key)
    if made is None:
        made = _made[key] = _from_cache(key) or _compiled(key)
    return made


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same, but compiled when first used: a module's own expressions are mostly not."""
    return cast("re.Pattern[str]", _Later((pattern, int(flags))))


class _Later:
    """Gets the methods of the pattern, one by one, when they are asked for."""

    def __init__(self, key: Key) -> None:
        self._key = key

    def __getattr__(self, name: str) -> Any:
        found = getattr(compile(*self._key), name)
        self.__dict__[name] = found
        return found


def check(pattern: str) -> None:
    """Whether it compiles; it is not kept, as most rules are never run. Raises ``re.error``."""
    re.compile(pattern)


def keep() -> None:
    """Write down what this run compiled anew, for the next one."""
    if _new:
        cache.write(_name(), marshal.dumps({**_load(), **_new}))
        _new.clear()


def _from_cache(key: Key) -> re.Pattern[str] | None:
    global _kept
    if _kept is None:
        _kept = _load()
    try:
        return _assembled(key, marshal.loads(_kept[_written(key)]))
    except (KeyError, EOFError, TypeError, ValueError, RuntimeError):
        return None


def _compiled(key: Key) -> re.Pattern[str]:
    if _sre is None:
        return re.compile(*key)
    program = _program(*key)
    _new[_written(key)] = marshal.dumps(program)
    return _assembled(key, program)


def _program(pattern: str, flags: int) -> Program:
    """What ``re`` hands to its engine for an expression."""
    parsed = _compiler._parser.parse(pattern, flags)
    state = parsed.state
    code = array("I", _compiler._code(parsed, flags))
    order: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        order[number] = name
    return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(order)


def _assembled(key: Key, program: Program) -> re.Pattern[str]:
    flags, code, groups, names, order = program
    made: re.Pattern[str] = _sre.compile(key[0], flags, array("I", code).tolist(), groups, names, order)
    return made


def _written(key: Key) -> str:
    return f"{key[1]} {key[0]}"


def _load() -> dict[str, bytes]:
    data = cache.read(_name()) if _sre is not None else None
    try:
        table = marshal.loads(data) if data else None
    except (EOFError, ValueError, TypeError):
        return {}
    return table if isinstance(table, dict) else {}


def _name() -> str:
    return f"regex3-{cache.digest((__version__, sys.version, str(_sre.MAGIC), sys.byteorder, '2'))}.bin"
