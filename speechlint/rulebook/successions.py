"""``successions.yaml`` beside rule files: what was said one after the other for the same thing, and until when."""

from __future__ import annotations

import os
from functools import cache

from speechlint.errors import RuleError, nearest
from speechlint.files.yamlfile import Node, check_keys, read_mapping

SUCCESSIONS = "successions.yaml"
_SAID = {"say": str, "until": str, "source": str}


def read(folder: str, name: str, where: str) -> list[tuple[str, str]]:
    """The wordings of the succession called ``name``, each with the last day of its use, "" for the last one.

    Raises ``RuleError``, which names ``where`` where there is none called so.
    """
    table = _table(folder)
    if name not in table:
        near = nearest(name, table)
        raise RuleError(
            f"{where}: {SUCCESSIONS} 里没有“{name}”" + (f"；是不是“{near}”？" if near else ""),
            f"{where}: no succession '{name}' in {SUCCESSIONS}" + (f"; '{near}'?" if near else ""),
        )
    return table[name]


@cache
def _table(folder: str) -> dict[str, list[tuple[str, str]]]:
    path = os.path.join(folder, SUCCESSIONS)
    node = read_mapping(path, RuleError) if os.path.isfile(path) else Node()
    return {name: _said(node, name) for name in node}


def _said(node: Node, name: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for row in node[name]:
        check_keys(row, _SAID, ("say", "source"), RuleError)
        if rows and not rows[-1][1] < row.get("until", "9"):
            raise RuleError(
                f"{row.where()}: “{name}”里各条的 until 要从早到晚，最后一条不写",
                f"{row.where()}: 'until' in '{name}' must rise, and the last has none",
            )
        rows.append((row["say"], row.get("until", "")))
    return rows
