"""Which literals must stand where a regular expression matches: the gate of a pattern.

An expression is read from left to right with what is known of the text just before: a set of strings
one of which stands there. What lookarounds ask for counts too, and a line's ends are newlines. A digit
is one of ten: whoever looks for the literals folds the full-width ones.
"""

from __future__ import annotations

import re
from itertools import repeat
from re import _constants as op  # type: ignore[attr-defined]

from speechlint.gates import frequency
from speechlint.gates.choosing import best, cost, shortest
from speechlint.gates.parsing import REPEATS, joined, parsed
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.quick.typing import Any

_EVERYWHERE = (
    0.025  # the cost of a literal that most lines have: the engine finds where such a pattern begins as fast
)
_MOST = 600  # literals a gate may have: beyond that the pattern is better run everywhere
_LONGER = 120  # strings that are still made longer: more and longer ones are no better known
_EMPTY = frozenset([""])
_DIGITS = frozenset("0123456789")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_COMPOSED = (op.SUBPATTERN, op.BRANCH, *REPEATS)
_Strings = frozenset[str]


@lru_cache(maxsize=8192)  # a rule is asked for its gates when it is made ready and again when it is compiled
def required(pattern: str, *, edges: str = "") -> _Strings | None:
    """Literals one of which stands in or beside every match of ``pattern``; None where there are none, or where they
    stand everywhere.

    ``edges`` are the characters one of which stands where ``^`` and ``$`` match, if those are a line's ends.
    Raises ``re.error`` on a pattern that does not compile.
    """
    items = parsed(pattern)
    reader = _Reader(bool(items.state.flags & re.IGNORECASE), frozenset(edges))
    found = best([*reader.sequence(items, _EMPTY), reader.before])
    return found if found and cost(found) < _EVERYWHERE else None


def traces(pattern: str) -> _Strings:
    """Characters and pairs of them, one of which stands in or beside every match, for a text that is not folded.

    Empty where there are none.
    """
    rarest = {_trace(literal) for literal in required(pattern) or ()}
    return frozenset(
        rarest
        | {wide for wide, digit in zip("０１２３４５６７８９", "0123456789", strict=True) if digit in rarest}
    )


def _trace(literal: str) -> str:
    """Its rarest pair of characters; of one character, or with digits, which may be wide ones, a character."""
    if len(literal) > 1 and not any(map(str.isdecimal, literal)):
        at = frequency.rarest(literal)
        return literal[at : at + 2]
    return min(literal, key=lambda char: (char.isdecimal(), frequency.of_character(char)))


def begins(pattern: str, literals: _Strings, *, edges: str = "") -> bool:
    """Whether every match of ``pattern`` begins with one of ``literals``, as ``required`` gave them."""
    items = parsed(pattern)
    reader = _Reader(bool(items.state.flags & re.IGNORECASE), frozenset(edges))
    return all(map(str.startswith, reader.openings(items), repeat(tuple(literals))))


def widest(pattern: str) -> int:
    """The most characters a match of ``pattern`` can have."""
    return int(parsed(pattern).getwidth()[1])


class _Reader:
    """``before``: strings one of which stands just before where the reading is; "" where nothing is known."""

    def __init__(self, ignore_case: bool, edges: _Strings) -> None:
        self._ignore_case, self._edges = ignore_case, edges
        # What the parts of the expression match, by their identity: it is kept as long as they are.
        self._known: dict[int, _Strings | None] = {}
        self.before = _EMPTY

    def sequence(self, items: Any, before: _Strings) -> list[_Strings]:
        """The sets of which every text that the items match, behind ``before``, holds one string each."""
        self.before = before
        found: list[_Strings] = []
        for kind, value in self._items(items):
            found += self._item(kind, value)
        return found

    def openings(self, items: Any) -> _Strings:
        """Strings with one of which every text that the items match begins."""
        begun = _EMPTY
        for kind, value in self._items(items):
            if kind in (op.ASSERT, op.ASSERT_NOT) or (kind is op.AT and begun != _EMPTY):
                continue
            exact = self._exact(kind, value)
            more = self._opening(kind, value) if exact is None else exact
            joined = more if begun == _EMPTY else _product(begun, more)
            if joined is None:
                break
            begun = joined
            if exact is None and kind is not op.AT:
                break
        return begun

    def _opening(self, kind: Any, value: Any) -> _Strings:
        if kind is op.SUBPATTERN:
            return self.openings(value[3])
        if kind is op.BRANCH:
            return frozenset().union(*map(self.openings, value[1]))
        return self._edges if kind is op.AT and value is op.AT_BEGINNING and self._edges else _EMPTY

    def _item(self, kind: Any, value: Any) -> list[_Strings]:
        exact = self._exact(kind, value)
        if exact is not None:
            return self._append(exact)
        if kind is op.SUBPATTERN:
            return self.sequence(value[3], self.before)
        if kind is op.ATOMIC_GROUP:
            return self.sequence(value, self.before)
        if kind is op.BRANCH:
            return self._branch(value[1])
        if kind in REPEATS:
            return self._repeat(*value)
        if kind is op.ASSERT:
            return self._assertion(*value)
        if kind is op.AT:
            return self._line_end(value)
        return [] if kind is op.ASSERT_NOT else self._unknown()

    def _append(self, strings: _Strings) -> list[_Strings]:
        joined = _product(self.before, strings)
        if joined is not None:
            self.before = joined
            return []
        found = [self.before]
        self.before = _product(_tails(self.before), strings) or strings
        return found

    def _unknown(self) -> list[_Strings]:
        found = [self.before]
        self.before = _EMPTY
        return found

    def _branch(self, branches: Any) -> list[_Strings]:
        before, ends = self.before, []
        held_by: list[_Strings | None] = []
        for branch in branches:
            held_by.append(best([*self.sequence(branch, before), self.before]))
            ends.append(self.before)
        end = frozenset().union(*ends)
        self.before = end if len(end) <= _MOST else _EMPTY
        held = frozenset().union(*(strings or () for strings in held_by))
        most = max(_MOST, len(branches))  # a list of words is looked for, however long
        return [before, *([held] if all(held_by) and len(held) <= most else [])]

    def _repeat(self, least: int, _most: int, items: Any) -> list[_Strings]:
        strings = self._finite(items)
        before = self.before
        if strings is None:
            found = self.sequence(items, before) if least else []
            return [*found, *self._unknown(), before]
        joined = _product(before, strings) if least else None
        follows = strings if least else strings | before
        self.before = follows if len(follows) <= _MOST else _EMPTY
        return [before, joined or before]

    def _assertion(self, direction: int, items: Any) -> list[_Strings]:
        before = self.before
        if direction > 0:
            found = [*self.sequence(items, before), self.before]
            self.before = before
            return found
        found = [*self.sequence(items, _EMPTY), self.before, before]
        if "" not in before and best([before, self.before]) == shortest(before):
            self.before = before
        return found

    def _line_end(self, where: Any) -> list[_Strings]:
        if not self._edges or where not in (op.AT_BEGINNING, op.AT_END):
            return []
        if where is op.AT_END:
            return [_product(self.before, self._edges) or self.before]
        found = [self.before]
        self.before = self._edges
        return found

    def _finite(self, items: Any) -> _Strings | None:
        """The strings a sequence matches; None where they are not few."""
        strings: _Strings | None = _EMPTY
        for kind, value in self._items(items):
            exact = self._exact(kind, value)
            if exact is None or (strings := _product(strings or _EMPTY, exact)) is None:
                return None
        return strings

    def _items(self, items: Any) -> Iterable[tuple[Any, Any]]:
        """Characters in a row as one, where there is one way to write each."""
        return (
            ((kind, chr(value) if kind is op.LITERAL else value) for kind, value in items)
            if self._ignore_case
            else joined(items)
        )

    def _exact(self, kind: Any, value: Any) -> _Strings | None:
        if kind is op.LITERAL:
            return self._cases(value)
        if kind is op.IN:
            return self._members(value)
        if kind not in _COMPOSED:
            return None
        part = id(value)
        if part not in self._known:
            self._known[part] = self._composed(kind, value)
        return self._known[part]

    def _composed(self, kind: Any, value: Any) -> _Strings | None:
        if kind is op.SUBPATTERN:
            return self._finite(value[3])
        if kind is op.BRANCH:
            parts = [self._finite(branch) for branch in value[1]]
            union = frozenset().union(*(part or () for part in parts))
            return union if all(parts) and len(union) <= _MOST else None
        if value[1] == 1:
            strings = self._finite(value[2])
            return strings if strings is None or value[0] else strings | _EMPTY
        return None

    def _members(self, value: Any) -> _Strings | None:
        chars: set[str] = set()
        for kind, member in value:
            if kind is op.LITERAL:
                chars.add(chr(member))
            elif kind is op.RANGE and member[1] - member[0] < _MOST:
                chars.update(map(chr, range(member[0], member[1] + 1)))
            elif kind is op.CATEGORY and member is op.CATEGORY_DIGIT:
                chars |= _DIGITS
            else:
                return None
        made = frozenset().union(*map(self._cases, chars))
        return made if len(made) <= _MOST else None

    def _cases(self, text: str) -> _Strings:
        folded = text.translate(_FULL_WIDTH)
        return frozenset([folded.lower(), folded.upper()]) if self._ignore_case else frozenset([folded])


def _product(before: _Strings, after: _Strings) -> _Strings | None:
    if len(before) * len(after) > _LONGER:
        return None
    return frozenset(a + b for a in before for b in after)


def _tails(strings: _Strings) -> _Strings:
    """Their last characters."""
    return frozenset(string[-1:] for string in strings)
