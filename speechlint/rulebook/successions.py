"""``successions.yaml`` beside rule files: what was said one after the other for the same thing, and until when."""

from __future__ import annotations

import os
from functools import cache

from speechlint.errors import RuleError, nearest
from speechlint.files.yamlfile import Node, check_keys, read_mapping

SUCCESSIONS = "successions.yaml"
_SAID = {"say": str, "until": str, "source": str, "review": str}


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


def reviews(folder: str) -> list[tuple[str, str]]:
    """When each succession is to be looked at again, and its name. Raises ``RuleError``."""
    node = _node(folder)
    return [(row["review"], name) for name in node for row in node[name] if "review" in row]


def _node(folder: str) -> Node:
    path = os.path.join(folder, SUCCESSIONS)
    return read_mapping(path, RuleError) if os.path.isfile(path) else Node()


@cache
def _table(folder: str) -> dict[str, list[tuple[str, str]]]:
    node = _node(folder)
    return {name: _said(node, name) for name in node}


def _said(node: Node, name: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for row in node[name]:
        check_keys(row, _SAID, ("say", "source"), RuleError)
        until = _day(row) if "until" in row else ""
        if rows and not "" < rows[-1][1] < (until or "9"):
            raise RuleError(
                f"{row.where()}: “{name}”里各条的 until 要从早到晚，只有最后一条不写",
                f"{row.where()}: 'until' in '{name}' must rise, and only the last has none",
            )
        rows.append((row["say"], until))
    return rows


def _day(row: Node) -> str:
    from datetime import date

    try:
        return date.fromisoformat(row["until"]).isoformat()
    except ValueError:
        where = row.where("until")
        raise RuleError(
            f"{where}: “until”的“{row['until']}”不是日期，应写作 2026-11-20",
            f"{where}: '{row['until']}' of 'until' is no day; write 2026-11-20",
        ) from None
