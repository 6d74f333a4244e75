"""What keeps the program readable: short functions, files that one reads in a sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import sources
from conftest import ROOT

FUNCTION, FILE, LONGEST, OVER = 40, 250, 324, 8  # lines, lines, lines, files


def functions() -> Iterator[tuple[int, str]]:
    """The lines of each function, and where it stands."""
    for path in sources.FILES:
        for node in sources.nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}: {node.name}"


def test_no_function_is_long() -> None:
    assert [where for lines, where in functions() if lines > FUNCTION] == []


def test_few_files_are_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in sources.FILES
    }
    long = [path for path, lines in lengths.items() if lines > FILE]
    assert len(long) <= OVER, sorted(long)
    assert max(lengths.values()) <= LONGEST
