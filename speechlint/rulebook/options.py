"""Reads a rule's options strictly against the options its check declares.

Every mistake is a ``RuleError`` with file and line; a word that is not known comes with the nearest that is.
"""

from __future__ import annotations

from speechlint import checks
from speechlint.checks.options import Option
from speechlint.errors import RuleError
from speechlint.files.yamlfile import Node, check_keys
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechlint.quick.typing import Any

_ID = Option("text", "条目的名字", "name of the entry", required=True)
_NOTHING: dict[str, Any] = {"flag": False, "level": 0, "number": 0, "share": 0, "succession": []}
_TYPES: dict[str, type | tuple[type, ...]] = {
    "authority": (str, dict),
    "days": list,
    "entries": list,
    "flag": bool,
    "group": dict,
    "mapping": dict,
    "number": int,
    "patterns": list,
    "records": list,
    "share": (int, float),
    "some": list,
    "words": list,
}


def read(check: str, options: Node, grade: str) -> dict[str, Any]:
    """Reads the options a rule gives the check called so: plain data that marshal knows. Raises ``RuleError``.

    Entries that do not say the grade of their authority have the ``grade`` of the rule's.
    """
    module = checks.load(check)
    declared: Mapping[str, Option] = getattr(module, "declared", dict)()
    if options and not declared:
        where = options.where(next(iter(options)))
        raise RuleError(f"{where}: 检查“{check}”没有选项", f"{where}: the check '{check}' has no options")
    prepare = getattr(module, "prepare", dict)
    said = _graded(_read(options, declared), grade)
    made: dict[str, Any] = _plain(prepare(said))
    return made


def _graded(options: Node, grade: str) -> Node:
    entries = options.get("entries")
    for entry in entries.values() if isinstance(entries, dict) else ():
        if "grade" in entry:
            entry["grade"] = entry["grade"] or grade
    return options


def _plain(said: Any) -> Any:
    """The value with mappings that know their place as plain ones."""
    if isinstance(said, dict):
        return {key: _plain(one) for key, one in said.items()}
    return [_plain(one) for one in said] if isinstance(said, list) else said


def _read(node: Node, table: Mapping[str, Option], one_of: tuple[str, ...] = ()) -> Node:
    """Every option of the table: what is given, or its default."""
    known = {**table, **_beside(table)}
    types = {key: _TYPES.get(option.kind, str) for key, option in known.items()}
    check_keys(node, types, tuple(key for key in table if table[key].required), RuleError)
    if one_of and sum(key in node for key in one_of) != 1:
        names = "、".join(f"“{key}”" for key in one_of)
        raise RuleError(
            f"{node.where()}: {names}应恰好写一个", f"{node.where()}: give exactly one of {', '.join(one_of)}"
        )
    read = {key: _value(node, key, option) for key, option in table.items()}
    return node.having({key: said for key, said in read.items() if table[key].kept})


def _beside(table: Mapping[str, Option]) -> dict[str, Option]:
    """Options of entries that may stand beside them."""
    entries = (option.table for option in table.values() if option.kind == "entries")
    return {key: option for own in entries for key, option in own.items() if option.beside}


def _value(node: Node, key: str, option: Option) -> Any:
    if key in node:
        return _TABLES.get(option.kind, value)(node, key, option)
    if option.default is not None:
        return option.default
    if option.kind == "group":
        return _read(node.having({}), option.table)
    if _TYPES.get(option.kind) in (list, dict):
        return {} if option.kind in ("entries", "mapping") else []
    return _NOTHING.get(option.kind)


def _mapping(node: Node, key: str, option: Option) -> dict[str, Any]:
    own: Node = node[key]
    if option.table:
        return {name: _read(_node(own, name), option.table) for name in own}
    check_keys(own, dict.fromkeys(own, (str, int)), (), RuleError)
    return {name: str(said) for name, said in own.items()}


def _group(node: Node, key: str, option: Option) -> Node:
    return _read(_node(node, key), option.table)


def _node(node: Node, key: str) -> Node:
    """The mapping at a key."""
    if isinstance(node[key], Node):
        found: Node = node[key]
        return found
    raise RuleError(f"{node.where(key)}: “{key}”应为映射", f"{node.where(key)}: '{key}' must be a mapping")


def _records(node: Node, key: str, option: Option) -> list[Node]:
    first = next(iter(option.table))
    rows = (node.having({first: row}) if isinstance(row, str) else row for row in node[key])
    return [_read(_row(row, node, key), option.table) for row in rows]


def _row(row: Any, node: Node, key: str) -> Node:
    if isinstance(row, Node):
        return row
    where = node.where(key)
    raise RuleError(f"{where}: “{key}”应是映射的列表", f"{where}: '{key}' must be a list of mappings")


def _entries(node: Node, key: str, option: Option) -> dict[str, Node]:
    """The rows of a table by their ids, with what stands beside them for all."""
    common = {
        name: _value(node, name, one) for name, one in option.table.items() if one.beside and name in node
    }
    made: dict[str, Node] = {}
    for row in node[key]:
        entry = _read(_row(row, node, key), {"id": _ID, **option.table}, option.one_of)
        name = entry.pop("id")
        if name in made:
            where = row.where("id")
            raise RuleError(f"{where}: 条目“{name}”写了两次", f"{where}: the entry '{name}' twice")
        for shared, said in common.items():
            if option.table[shared].beside == "more":
                entry[shared] = [*said, *entry[shared]]
            elif shared not in row:
                entry[shared] = said
        made[name] = entry
    return made


_TABLES: dict[str, Callable[[Node, str, Option], Any]] = {
    "entries": _entries,
    "group": _group,
    "mapping": _mapping,
    "records": _records,
}
