"""Which literals a match of a regular expression must contain: the gate of a pattern."""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from speechlint.typed import Any

_MOST = 240  # literals a gate may have: beyond that the pattern is better run everywhere
_EMPTY = frozenset([""])


def required(pattern: str) -> frozenset[str] | None:
    """A set of literals of which every match of ``pattern`` contains one; None where there is none.

    Raises ``re.error`` on a pattern that does not compile.
    """
    parsed = parser.parse(pattern)
    ignore_case = bool(parsed.state.flags & re.IGNORECASE)
    best = _best(_candidates(list(parsed), ignore_case))
    return best if best and "" not in best else None


def widest(pattern: str) -> int:
    """The most characters a match of ``pattern`` can have."""
    return int(parser.parse(pattern).getwidth()[1])


def _best(candidates: list[frozenset[str]]) -> frozenset[str] | None:
    usable = [_shortest(c) for c in candidates if c and "" not in c]
    if not usable:
        return None
    return max(usable, key=lambda c: (min(2, min(map(len, c))), -len(c), min(map(len, c))))


def _shortest(literals: frozenset[str]) -> frozenset[str]:
    """Those that hold no other one: where “十一五”规划 stands, 十一五 does."""
    kept: list[str] = []
    for literal in sorted(literals, key=len):
        if not any(short in literal for short in kept):
            kept.append(literal)
    return frozenset(kept)


def _candidates(items: list[Any], ignore_case: bool) -> list[frozenset[str]]:
    """All literal sets that any text matching the sequence must hold one of."""
    done: list[frozenset[str]] = []
    run = _EMPTY

    def close() -> None:
        nonlocal run
        done.append(run)
        run = _EMPTY

    for kind, value in items:
        exact = _exact(kind, value, ignore_case)
        if exact is not None:
            product = frozenset(a + b for a in run for b in exact)
            if len(product) <= _MOST:
                run = product
                continue
            close()
            run = exact
            continue
        close()
        if kind is op.SUBPATTERN:
            done.extend(_candidates(list(value[3]), ignore_case))
        elif kind is op.ATOMIC_GROUP:
            done.extend(_candidates(list(value), ignore_case))
        elif kind is op.BRANCH:
            done.append(_union([_best(_candidates(list(b), ignore_case)) for b in value[1]]))
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
            inner = _sequence(list(value[2]), ignore_case)
            if inner is None:
                done.extend(_candidates(list(value[2]), ignore_case))
            else:
                done[-1] = _joined(done[-1], inner)
                run = inner
    close()
    return [c for c in done if c]


def _joined(before: frozenset[str], after: frozenset[str]) -> frozenset[str]:
    product = frozenset(a + b for a in before for b in after)
    return product if len(product) <= _MOST else before


def _union(parts: list[frozenset[str] | None]) -> frozenset[str]:
    if any(part is None for part in parts):
        return frozenset()
    union = frozenset().union(*[part for part in parts if part is not None])
    return union if len(union) <= _MOST else frozenset()


def _sequence(items: list[Any], ignore_case: bool) -> frozenset[str] | None:
    """The finite set of strings a sequence matches; None where it is not small and finite."""
    strings = _EMPTY
    for kind, value in items:
        exact = _exact(kind, value, ignore_case)
        if exact is None:
            return None
        strings = frozenset(a + b for a in strings for b in exact)
        if len(strings) > _MOST:
            return None
    return strings


def _exact(kind: Any, value: Any, ignore_case: bool) -> frozenset[str] | None:
    if kind is op.LITERAL:
        return _cases(chr(value), ignore_case)
    if kind is op.IN:
        return _members(value, ignore_case)
    if kind is op.SUBPATTERN:
        return _sequence(list(value[3]), ignore_case)
    if kind is op.BRANCH:
        parts = [_sequence(list(branch), ignore_case) for branch in value[1]]
        return _union(parts) or None
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        low, high, inner = value
        strings = _sequence(list(inner), ignore_case)
        if strings is None or high not in (0, 1):
            return None
        return strings | _EMPTY if low == 0 else strings
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return _EMPTY
    return None


def _members(value: Any, ignore_case: bool) -> frozenset[str] | None:
    chars: set[str] = set()
    for kind, member in value:
        if kind is op.LITERAL:
            chars |= _cases(chr(member), ignore_case)
        elif kind is op.RANGE and member[1] - member[0] < _MOST:
            for point in range(member[0], member[1] + 1):
                chars |= _cases(chr(point), ignore_case)
        else:
            return None
    return frozenset(chars) if len(chars) <= _MOST else None


def _cases(char: str, ignore_case: bool) -> frozenset[str]:
    return frozenset([char.lower(), char.upper()]) if ignore_case else frozenset([char])
