"""What ``re`` reads an expression as: once for whoever asks whether it is sound, and for its literals."""

from __future__ import annotations

from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.quick.typing import Any

_WIDE = 1_000  # characters that no compiler finds too many
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


@lru_cache(maxsize=512)
def parsed(pattern: str) -> Any:
    """The expression as ``re`` reads it. Raises ``re.error``."""
    return parser.parse(pattern)


def check(pattern: str) -> None:
    """Raise what ``re.compile`` does on an expression that is none: one that can be read fails only by its look-behinds."""
    made = parsed(pattern)
    if ("(?<=" in pattern or "(?<!" in pattern) and not _is_fixed(made):
        compiler.compile(made)


def _is_fixed(items: Any) -> bool:
    """Whether every look-behind in it has one width."""
    for kind, value in items:
        if kind is op.IN:
            continue
        for part in _parts(value):
            least, most = part.getwidth()
            if kind in (op.ASSERT, op.ASSERT_NOT) and value[0] < 0 and not least == most < _WIDE:
                return False
            if not _is_fixed(part):
                return False
    return True


def _parts(value: Any) -> Iterator[Any]:
    """The expressions within an item."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _parts(one)


def joined(items: Any) -> Iterator[tuple[Any, Any]]:
    """The items of a parsed expression; of characters in a row, one item with all of them as a string."""
    row = ""
    for kind, value in items:
        if kind is op.LITERAL:
            row += chr(value)
            continue
        if row:
            yield op.LITERAL, row
            row = ""
        yield kind, value
    if row:
        yield op.LITERAL, row
