"""Regular expressions, compiled once per machine instead of once per run.

Compiling is what a cold start would spend most of its time on: 200 expressions take 60 ms, longer than
everything else together. What the compiler made of an expression is kept in the user's cache folder,
for this Python alone; whatever is missing there, or does not fit, is compiled as usual.
"""

from __future__ import annotations

import _sre
import marshal
import sys
from bisect import bisect_left
from itertools import accumulate

from speechlint import __version__
from speechlint.quick import cache as kept
from speechlint.quick.digests import checksum
from speechlint.quick.functools import cache
from speechlint.quick.mapped import framed, mapped, parted
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    import re

    from speechlint.quick.typing import Any

Key = tuple[str, int]  # an expression and its flags
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


# As in ``re``, which is imported only to compile: it is 4 ms of a cold start.
IGNORECASE, MULTILINE, DOTALL, ASCII = 2, 8, 16, 256
_SPECIAL = {ord(char): f"\\{char}" for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


class _Kept(NamedTuple):
    """The programs of the cache file: most are not met in a run.

    A program is looked for by the checksum of its key, ascending in ``keys``; it begins where ``starts`` says and
    has the checksum in ``checks``.
    """

    keys: memoryview
    starts: memoryview
    checks: memoryview
    programs: memoryview

    def sound(self, number: int) -> memoryview | None:
        """The program of that number, if it is as it was written."""
        program = self.programs[self.starts[number] : self.starts[number + 1]]
        return program if checksum(program) == self.checks[number] else None

    def all_sound(self) -> list[tuple[int, int, bytes]]:
        """The checksums of key and program, and the program, of each that is as it was written."""
        found = ((number, self.sound(number)) for number in range(len(self.keys)))
        return [(self.keys[at], self.checks[at], bytes(program)) for at, program in found if program]


_NOTHING = _Kept(*([memoryview(b"")] * 4))
_kept: _Kept | None = None
_new: dict[Key, bytes] = {}


@cache
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, the same object for the same arguments. Raises ``re.error``."""
    key = (pattern, int(flags))
    return _from_cache(key) or _compiled(key)


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


# A reference to a group in a template: \1 or \g<name>.
_REFERENCE = later(r"\\([1-9](?!\d)|g<\w+>)")


def escape(words: str) -> str:
    """What ``re.escape`` gives."""
    return words.translate(_SPECIAL)


def expand(match: re.Match[str], template: str) -> str:
    """What ``match.expand`` gives."""
    if "\\" not in template:
        return template
    parts = _REFERENCE.split(template)  # words, a group, words, a group …, words
    if any("\\" in words for words in parts[::2]):
        return match.expand(template)
    names = (part.removeprefix("g<").rstrip(">") for part in parts[1::2])
    parts[1::2] = (match[int(name) if name.isdigit() else name] or "" for name in names)
    return "".join(parts)


def keep() -> None:
    """Write down what this run compiled anew, for the next one."""
    global _kept
    if not _new:
        return
    from array import array

    every = [
        (_checksum(key), checksum(program), program) for key, program in _new.items()
    ] + _known().all_sound()
    _kept = None  # Windows replaces no file that is in use
    keys, checks, programs = zip(*sorted(every), strict=True)
    columns = (keys, accumulate(map(len, programs), initial=0), checks)
    kept.write(file_name(), framed([array("I", column).tobytes() for column in columns], programs))
    _new.clear()


def _known() -> _Kept:
    """The programs kept in the file."""
    global _kept
    if _kept is None:
        _kept = _load()
    return _kept


def _from_cache(key: Key) -> re.Pattern[str] | None:
    try:
        known, place = _known(), _checksum(key)
        number = bisect_left(known.keys, place)
        while known.keys[number] == place:
            own, made = marshal.loads(known.sound(number) or b"")
            if own == key:
                return _assembled(key, made)
            number += 1
    except (EOFError, IndexError, TypeError, ValueError, RuntimeError):
        return None  # not kept, or not as it was written
    return None


def _compiled(key: Key) -> re.Pattern[str]:
    try:
        program = _program(*key)
        made = _assembled(key, program)
    except (ImportError, AttributeError, TypeError, RuntimeError):  # a Python whose compiler is another
        import re

        return re.compile(*key)
    _new[key] = marshal.dumps((key, program))
    return made


def _program(pattern: str, flags: int) -> Program:
    """What ``re`` hands to its engine for an expression."""
    from re import _compiler  # type: ignore[attr-defined]
    from struct import pack

    parsed = _compiler._parser.parse(pattern, flags)
    state = parsed.state
    code = _compiler._code(parsed, flags)
    order: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        order[number] = name
    return (
        int(flags | state.flags),
        pack(f"{len(code)}I", *code),
        state.groups - 1,
        dict(state.groupdict),
        tuple(order),
    )


def _assembled(key: Key, program: Program) -> re.Pattern[str]:
    flags, code, groups, names, order = program
    made: re.Pattern[str] = _sre.compile(
        key[0], flags, memoryview(code).cast("I").tolist(), groups, names, order
    )
    return made


def _checksum(key: Key) -> int:
    return checksum(key[0].encode("utf-8", "surrogatepass"), key[1])


def _load() -> _Kept:
    try:
        columns, programs = parted(mapped(kept.opened(file_name())))
        keys, starts, checks = (memoryview(column).cast("I") for column in columns)
        return _Kept(keys, starts, checks, programs)
    except (OSError, EOFError, ValueError, TypeError):
        return _NOTHING


def file_name() -> str:
    """The file of the cache that the programs are kept in."""
    made_by = (__version__, sys.version, str(_sre.MAGIC), sys.byteorder, "4")
    return f"regex6-{kept.digest(made_by)}.bin"
