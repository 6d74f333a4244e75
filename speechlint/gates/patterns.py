"""Regular expressions against text made to slow them: long runs and near misses of their own pieces.

An expression that tries a text in ever new ways takes time that grows faster than the text. What is
tried grows step by step, so that even the worst of them is stopped while it still answers.
"""

from __future__ import annotations

import re
import time
from itertools import pairwise
from re import _constants as op  # type: ignore[attr-defined]

from speechlint.errors import RuleError
from speechlint.gates.parsing import REPEATS, check, parsed
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.quick.typing import Any

_LEAST = 0.03  # seconds below which the clock tells nothing
# Sizes of texts, and the seconds from which an expression is slow on them: a sound one takes a hundredth of that. The
# last ask the same of one that takes four times as long for twice the text as 2500 characters in 0.25 seconds would.
_SIZES = (*((size, _LEAST) for size in (20, 24, 28, 32, 40, 64)), (500, 0.05), (1250, 0.0625))
_PIECES = 5
_AHEAD = 4  # texts that repetitions are tried behind
_SHOWN = 200  # characters of an expression that is wrong
_LONG = 20  # times that a bounded repetition may take to be as bad as one without a bound


def compiles(pattern: str, where: str) -> None:
    """Raise ``RuleError`` naming ``where`` if it does not compile; it is not kept: most rules are never run."""
    try:
        check(pattern)
    except (re.error, OverflowError, RecursionError) as trouble:
        raise RuleError(
            f"{where}: 正则式 {pattern[:_SHOWN]!r} 有误：{trouble}",
            f"{where}: the regular expression {pattern[:_SHOWN]!r} is wrong: {trouble}",
        ) from None


def check_template(template: str, pattern: str, where: str) -> None:
    """Raise ``RuleError`` naming ``where`` if what replaces a match of ``pattern`` names a group it has not."""
    if "\\" not in template:
        return
    try:
        re.compile(pattern).sub(template, "")
    except (re.error, LookupError) as trouble:
        raise RuleError(
            f"{where}: 改法“{template}”有误：{trouble}",
            f"{where}: the fix '{template}' makes no sense: {trouble}",
        ) from None


def any_of(terms: Iterable[str]) -> str:
    """An expression for one of the terms, the longest that stands there."""
    return "|".join(map(re.escape, sorted(terms, key=lambda term: (-len(term), term))))


def expressions(options: Any) -> Iterator[str]:
    """Whatever in a rule's options reads as a regular expression with a repetition in it."""
    if isinstance(options, dict):
        for value in options.values():
            yield from expressions(value)
    elif isinstance(options, list | tuple | set | frozenset):
        for value in options:
            yield from expressions(value)
    elif isinstance(options, str) and re.search(r"[*+]|\{\d", options):
        try:
            re.compile(options)
        except re.error:
            return
        yield options


def slow_on(pattern: str, flags: int = 0) -> str | None:
    """A text on which the expression takes too long, cut to 16 characters; None where there is none."""
    compiled = re.compile(pattern, flags)
    for ahead in _ahead(pattern):
        for piece in _pieces(pattern):
            for size, limit in _SIZES:
                text = ahead + (piece * (size // len(piece) + 1))[:size]
                if _is_slow(compiled, f"{text}\x00", limit):
                    return text[:16]
    return None


def _is_slow(compiled: re.Pattern[str], text: str, limit: float) -> bool:
    """Whether it is slow each of three times: once may be the machine."""
    return all(_seconds(compiled, text) > limit for _ in range(3))


def _seconds(compiled: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in compiled.finditer(text):
        pass
    return time.process_time() - began


def _pieces(pattern: str) -> list[str]:
    """Texts to repeat: characters that the expression takes, alone, in pairs, and as it has them in a row."""
    chars = list(dict.fromkeys(_characters(parsed(pattern))))[:_PIECES] or ["一"]
    every = [*chars, "一", " "]
    return list(dict.fromkeys((*every, *map("".join, pairwise(chars)), "".join(chars))))


def _characters(items: Any) -> Iterator[str]:
    """One character for each literal and each class of the parsed expression, in order."""
    for kind, value in items:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.IN:
            yield from _of_class(value)
        elif kind is op.SUBPATTERN:
            yield from _characters(value[3])
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _characters(branch)
        elif kind in REPEATS:
            yield from _characters(value[2])
        elif kind is op.ATOMIC_GROUP:
            yield from _characters(value)


def _ahead(pattern: str) -> list[str]:
    """Texts that may have to stand before a repetition, so that it is tried: none, and what the expression wants there."""
    wanted = dict.fromkeys(_before_repetitions(parsed(pattern), ""))
    return list(dict.fromkeys(("", *wanted)))[:_AHEAD]


def _before_repetitions(items: Any, ahead: str) -> Iterator[str]:
    """A text for everything before each repetition without an end, in order."""
    for kind, value in items:
        if kind in REPEATS:
            if value[1] >= _LONG and ahead:
                yield ahead
            yield from _before_repetitions(value[2], ahead)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _before_repetitions(branch, ahead)
        elif inside := _inside(kind, value):
            yield from _before_repetitions(inside, ahead)
        ahead += _sample(kind, value)


def _inside(kind: Any, value: Any) -> Any:
    """The parsed expression within a group or an assertion."""
    if kind is op.SUBPATTERN:
        return value[3]
    if kind is op.ATOMIC_GROUP:
        return value
    return value[1] if kind is op.ASSERT else None


def _sample(kind: Any, value: Any) -> str:
    """A text that a piece of a parsed expression takes; of a class the first character, of branches the first."""
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.IN:
        return next(_of_class(value), "一")
    if kind in (op.ANY, op.NOT_LITERAL):
        return "一"
    if kind in REPEATS:
        return _samples(value[2]) * min(int(value[0]), _LONG)
    if kind is op.BRANCH:
        return _samples(value[1][0])
    if kind is op.ASSERT and value[0] > 0:  # what must follow is taken by what follows
        return ""
    return _samples(_inside(kind, value) or ())


def _samples(items: Any) -> str:
    return "".join([_sample(*item) for item in items])


def _of_class(members: Any) -> Iterator[str]:
    for kind, value in members[:1]:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.RANGE:
            yield chr(value[0])
