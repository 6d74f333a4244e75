"""Imports run one way: a room uses only rooms below it, and no circle of files closes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

import pytest
import sources
from conftest import ROOT

# Rooms from the bottom up; rooms on one floor do not use each other.
FLOORS = (
    ("",),
    ("quick",),
    ("errors",),
    ("document",),
    ("finding", "files"),
    ("readers",),
    ("findings",),
    ("result",),
    ("gates",),
    ("checks",),
    ("rulebook",),
    ("judgements",),
    ("project",),
    ("run",),
    ("fixing", "archive"),
    ("reporters",),
    ("api",),
    ("lsp",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# What ``re`` keeps to itself is used where nothing else will do: kept programs, and what an expression needs.
INSIDE_RE = {"quick", "gates"}


class Import(NamedTuple):
    """``typing`` ones are for the type checker alone."""

    of: str
    typing: bool


FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sources.FILES
}


def room(module: str) -> str:
    return module.partition(".")[2].partition(".")[0]


def nodes(module: str) -> tuple[ast.AST, ...]:
    return sources.nodes(FILES[module])


@cache
def imports(module: str) -> tuple[Import, ...]:
    """The project's own modules that a module imports, anywhere in it."""
    return tuple(imported(module))


def imported(module: str) -> Iterator[Import]:
    guarded = {
        id(inner)
        for node in nodes(module)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in nodes(module):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "speechlint":
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield Import(whole if whole in FILES else node.module, id(node) in guarded)


@pytest.mark.parametrize("module", sorted(set(FILES) - {"speechlint"}))  # the front door opens on every room
def test_a_room_uses_only_rooms_below_it(module: str) -> None:
    own = room(module)
    above = {one.of for one in imports(module) if room(one.of) != own and FLOOR[room(one.of)] >= FLOOR[own]}
    assert not above, f"{module} 用了上面的 {above}"


def circle(*, typing: bool) -> list[str]:
    """The modules of one circle, the first one again at the end."""
    graph = {
        module: {one.of for one in imports(module) if one.of != module and (typing or not one.typing)}
        for module in set(FILES) - {"speechlint"}
    }
    if typing:  # a view knows the document that computes it when asked
        views = {module for module in FILES if room(module) == "document"}
        graph = {
            module: of - ({"speechlint.document"} if module in views else set())
            for module, of in graph.items()
        }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


@pytest.mark.parametrize("typing", [False, True], ids=["at-run-time", "for-the-type-checker"])
def test_no_circle_closes(typing: bool) -> None:
    assert not circle(typing=typing)


@pytest.mark.parametrize("module", FILES)
def test_the_private_half_of_re_is_used_in_one_room(module: str) -> None:
    used = {
        node.module
        for node in nodes(module)
        if isinstance(node, ast.ImportFrom)
        and (
            node.module == "_sre"
            or (node.module == "re" and any(one.name.startswith("_") for one in node.names))
        )
    }
    assert not used or room(module) in INSIDE_RE


def test_the_top_folder_tells_the_program() -> None:
    entries = {
        path.stem for path in (ROOT / "speechlint").iterdir() if not path.name.startswith("__pycache__")
    }
    known = set(FLOOR) - {""} | {"__init__", "py"}
    assert entries <= known, entries - known
    assert len(entries) <= 24
