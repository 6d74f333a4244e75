"""The stand-ins for ``typing`` and ``enum`` do what those do."""

from __future__ import annotations

import enum
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from speechlint.quick.typing import IntEnum, NamedTuple


class Ours(NamedTuple):
    one: int
    two: str = "b"
    three: tuple[int, ...] = ()


class Theirs(typing.NamedTuple):
    one: int
    two: str = "b"
    three: tuple[int, ...] = ()


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class TheirLevel(enum.IntEnum):
    LOW = 1
    HIGH = 2


CALLS: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    ((1,), {}),
    ((1, "x"), {}),
    ((1, "x", (2,)), {}),
    ((), {"one": 1, "three": (3,)}),
    ((1,), {"three": (3,)}),
    ((), {}),
    ((1, "x", (), 4), {}),
    ((1, "x"), {"two": "y"}),
    ((1,), {"four": 4}),
    ((), {"two": "y"}),
)


def outcome(make: Callable[[], Any]) -> Any:
    try:
        return tuple(make())
    except TypeError:
        return TypeError


@pytest.mark.parametrize(("values", "named"), CALLS)
def test_a_tuple_is_made_or_refused_alike(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    assert outcome(lambda: Ours(*values, **named)) == outcome(lambda: Theirs(*values, **named))


@pytest.mark.parametrize(("values", "named"), CALLS)
def test_it_stays_so_however_often_one_was_made(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for _ in range(1_000):
        Ours(1, three=(2,))
    assert outcome(lambda: Ours(*values, **named)) == outcome(lambda: Theirs(*values, **named))


def test_a_tuple_can_be_changed_told_and_pickled() -> None:
    ours, theirs = Ours(1, three=(2,)), Theirs(1, three=(2,))
    assert ours._asdict() == theirs._asdict()
    assert tuple(ours._replace(two="y")) == tuple(theirs._replace(two="y"))
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert pickle.loads(pickle.dumps(ours)) == ours


def test_members_are_numbers_with_names() -> None:
    assert [(level.name, int(level)) for level in Level] == [(level.name, int(level)) for level in TheirLevel]
    assert Level(2) is Level.HIGH is Level["HIGH"]
    assert pickle.loads(pickle.dumps(Level.LOW)) is Level.LOW
    with pytest.raises(ValueError, match="3"):
        Level(3)
