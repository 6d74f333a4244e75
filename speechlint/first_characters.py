"""What a match of an expression may begin with, told to its engine, which then skips all other places.

``re`` finds this out itself where an expression begins with a word, a class, or nothing but words to choose
from; not for 禁止|[严不]得, nor behind a lookbehind. Searching is then three to fifteen times slower.
"""

from __future__ import annotations

from re import _compiler, _constants  # type: ignore[attr-defined]

from speechlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.typed import Any

    Item = tuple[Any, Any]  # an operation and its operand, as the parser gives them

_NO_WIDTH = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_TOLD = 2  # where in the code it says what is told of a match; behind it stand its least and greatest length


def tell(code: list[int], parsed: Any, flags: int) -> None:
    """Put the characters a match begins with into the code made of ``parsed``, if it has none yet."""
    if code[_TOLD] or flags & _constants.SRE_FLAG_IGNORECASE:
        return
    characters, empty = _first(parsed)
    if characters and not empty:
        charset, _ = _compiler._optimize_charset(characters)
        told: list[int] = []
        _compiler._compile_charset(charset, flags, told)
        code[1] += len(told)
        code[_TOLD] = _constants.SRE_INFO_CHARSET
        code[_TOLD + 3 : _TOLD + 3] = told


def _first(items: Iterable[Item]) -> tuple[list[Item] | None, bool]:
    """What the first character is one of (None: anything), and whether there may be none."""
    found: list[Item] = []
    for operation, operand in items:
        if operation in _NO_WIDTH:
            continue
        characters, empty = _first_of(operation, operand)
        if characters is None:
            return None, False
        found += characters
        if not empty:
            return found, False
    return found, True


def _first_of(operation: Any, operand: Any) -> tuple[list[Item] | None, bool]:
    if operation is _constants.LITERAL:
        return [(operation, operand)], False
    if operation is _constants.IN and operand[0][0] is not _constants.NEGATE:
        return list(operand), False
    if operation is _constants.SUBPATTERN and not (operand[1] or operand[2]):  # no flags of its own
        return _first(operand[3])
    if operation is _constants.ATOMIC_GROUP:
        return _first(operand)
    if operation in _REPEATS:
        characters, empty = _first(operand[2])
        return characters, empty or operand[0] == 0
    if operation is _constants.BRANCH:
        branches = [_first(branch) for branch in operand[1]]
        if all(characters is not None for characters, _ in branches):
            return [one for own, _ in branches for one in own or ()], any(empty for _, empty in branches)
    return None, False
