"""What a rule says for its check, read strictly against the options the check declares.

Every mistake is a ``RuleError`` with file and line; a word that is not known comes with the nearest that is.
"""

from __future__ import annotations

import os

from speechlint import checks
from speechlint.checks.options import Option
from speechlint.errors import RuleError, nearest
from speechlint.files.yamlfile import Node, check_keys
from speechlint.finding import Severity
from speechlint.gates.patterns import compiles
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from speechlint.quick.typing import Any

_ID = Option("text", "条目的名字", "name of the entry", required=True)
_NOTHING: dict[str, Any] = {"flag": False, "level": 0, "number": 0, "share": 0}
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


def read(check: str, options: Node) -> dict[str, Any]:
    """What a rule asks of the check called so, as plain data that marshal knows. Raises ``RuleError``."""
    module = checks.load(check)
    declared = getattr(module, "OPTIONS", {})
    if options and not declared:
        where = options.where(next(iter(options)))
        raise RuleError(f"{where}: 检查“{check}”没有选项", f"{where}: the check '{check}' has no options")
    prepare = getattr(module, "prepare", dict)
    made: dict[str, Any] = _plain(prepare(_read(options, declared)))
    return made


def severity(text: str, where: str) -> Severity:
    """``error``, ``warning`` or ``info`` as a Severity."""
    try:
        return Severity[text.upper()]
    except KeyError:
        raise RuleError(
            f"{where}: 级别“{text}”应为 error、warning 或 info",
            f"{where}: the severity '{text}' must be error, warning or info",
        ) from None


def authority(source: str | Node, where: str) -> str:
    """One line naming the authority: a title, with the place in it."""
    if isinstance(source, str):
        text = source.strip()
    else:
        check_keys(source, {"title": str, "at": str, "date": str, "note": str}, ("title",), RuleError)
        text = " ".join(source[key] for key in ("title", "at", "date") if key in source)
    if not text.strip("? ？"):
        raise RuleError(f"{where}: 依据不能是空的或问号", f"{where}: the authority is empty")
    return text


def _plain(value: Any) -> Any:
    """The value with mappings that know their place as plain ones."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


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
    return node.having({key: value for key, value in read.items() if table[key].kept})


def _beside(table: Mapping[str, Option]) -> dict[str, Option]:
    """Options of entries that may stand beside them."""
    entries = (option.table for option in table.values() if option.kind == "entries")
    return {key: option for own in entries for key, option in own.items() if option.beside}


def _value(node: Node, key: str, option: Option) -> Any:
    if key in node:
        return _READERS.get(option.kind, _as_it_is)(node, key, option)
    if option.default is not None:
        return option.default
    if option.kind == "group":
        return _read(node.having({}), option.table)
    if _TYPES.get(option.kind) in (list, dict):
        return {} if option.kind in ("entries", "mapping") else []
    return _NOTHING.get(option.kind)


def _as_it_is(node: Node, key: str, _: Option) -> Any:
    return node[key]


def _words(node: Node, key: str, _: Option) -> list[str]:
    for word in node[key]:
        if not isinstance(word, str) or not word:
            raise RuleError(
                f"{node.where(key)}: “{key}”里的“{word}”应为文字；像数字、日期、yes/no 的请加引号",
                f"{node.where(key)}: '{word}' in '{key}' must be text; quote what looks like a number, a date, yes or no",
            )
    return list(node[key])


def _split(node: Node, key: str, _: Option) -> list[str]:
    return str(node[key]).split()


def _number(node: Node, key: str, option: Option) -> Any:
    value = node[key]
    if isinstance(value, bool) or (option.kind == "share" and not 0 <= value <= 1):
        zh, en = ("整数", "a whole number") if option.kind == "number" else ("0 到 1 的数", "between 0 and 1")
        raise RuleError(f"{node.where(key)}: “{key}”应为{zh}", f"{node.where(key)}: '{key}' must be {en}")
    return value


def _word(node: Node, key: str, option: Option) -> str:
    return _known(node[key], option.of, key, node.where(key))


def _some(node: Node, key: str, option: Option) -> list[str]:
    return [_known(word, option.of, key, node.where(key)) for word in _words(node, key, option)]


def _known(word: str, words: Collection[str], key: str, where: str) -> str:
    if word in words:
        return word
    near = nearest(word, words)
    raise RuleError(
        f"{where}: “{key}”没有“{word}”" + (f"，是不是“{near}”？" if near else f"；只认 {'、'.join(words)}"),
        f"{where}: '{key}' knows no '{word}'"
        + (f"; did you mean '{near}'?" if near else f"; known: {', '.join(words)}"),
    )


def _pattern(node: Node, key: str, _: Option) -> str:
    compiles(node[key], node.where(key))
    return str(node[key])


def _patterns(node: Node, key: str, option: Option) -> list[str]:
    expressions = _words(node, key, option)
    for expression in expressions:
        compiles(expression, node.where(key))
    return expressions


def _day(node: Node, key: str, _: Option) -> str:
    return _date(node[key], key, node.where(key))


def _days(node: Node, key: str, option: Option) -> list[str]:
    return [_date(day, key, node.where(key)) for day in _words(node, key, option)]


def _date(text: str, key: str, where: str) -> str:
    from datetime import date

    try:
        if len(text) == len("2026-11-20"):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise RuleError(
        f"{where}: “{key}”的“{text}”不是日期，应写作 2026-11-20",
        f"{where}: '{text}' of '{key}' is no day; write 2026-11-20",
    )


def _level(node: Node, key: str, _: Option) -> int:
    return int(severity(node[key], node.where(key)))


def _authority(node: Node, key: str, _: Option) -> str:
    return authority(node[key], node.where(key))


def _roster(node: Node, key: str, _: Option) -> dict[str, Any]:
    from speechlint.checks.names import roster

    path = os.path.normpath(os.path.join(os.path.dirname(node.path), node[key]))
    if not os.path.isfile(path):
        raise RuleError(
            f"{node.where(key)}: 没有名录“{node[key]}”（从规则文件算起）",
            f"{node.where(key)}: no roster '{node[key]}' (seen from the rule file)",
        )
    return roster.shipped(path, RuleError)


def _mapping(node: Node, key: str, option: Option) -> dict[str, Any]:
    own: Node = node[key]
    if option.table:
        return {name: _read(_node(own, name), option.table) for name in own}
    check_keys(own, dict.fromkeys(own, (str, int)), (), RuleError)
    return {name: str(value) for name, value in own.items()}


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
        for shared, value in common.items():
            if option.table[shared].beside == "more":
                entry[shared] = [*value, *entry[shared]]
            elif shared not in row:
                entry[shared] = value
        made[name] = entry
    return made


_READERS: dict[str, Callable[[Node, str, Option], Any]] = {
    "authority": _authority,
    "day": _day,
    "days": _days,
    "entries": _entries,
    "group": _group,
    "level": _level,
    "mapping": _mapping,
    "number": _number,
    "pattern": _pattern,
    "patterns": _patterns,
    "records": _records,
    "roster": _roster,
    "share": _number,
    "some": _some,
    "word": _word,
    "words": _words,
    "words in a text": _split,
}
