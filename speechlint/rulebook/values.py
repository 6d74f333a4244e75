"""Reads a value of a rule file, by the kind of its option (``checks.options``)."""

from __future__ import annotations

import os

from speechlint.errors import RuleError, nearest
from speechlint.files.yamlfile import check_keys, texts
from speechlint.finding import GRADES, Severity
from speechlint.gates.patterns import compiles
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from speechlint.checks.options import Option
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


def value(node: Node, key: str, option: Option) -> Any:
    """Reads the value at ``key``, of the right YAML type, as the check is to have it. Raises ``RuleError``."""
    return _READERS.get(option.kind, _as_it_is)(node, key, option)


def severity(text: str, where: str) -> Severity:
    """``error``, ``warning`` or ``info`` as a Severity."""
    try:
        return Severity[text.upper()]
    except KeyError:
        raise RuleError(
            f"{where}: 级别“{text}”应为 error、warning 或 info",
            f"{where}: the severity '{text}' must be error, warning or info",
        ) from None


def grade(text: str, where: str) -> str:
    """How far the authority goes: one of ``GRADES``."""
    return _known(text, GRADES, "grade", where)


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


def _as_it_is(node: Node, key: str, _: Option) -> Any:
    return node[key]


def _words(node: Node, key: str, _: Option) -> list[str]:
    return texts(node, key, RuleError)


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


def _file(node: Node, key: str, _: Option) -> str:
    path = os.path.normpath(os.path.join(os.path.dirname(node.path), node[key]))
    if not os.path.isfile(path):
        raise RuleError(
            f"{node.where(key)}: 没有文件“{node[key]}”（从规则文件算起）",
            f"{node.where(key)}: no file '{node[key]}' (seen from the rule file)",
        )
    return path


def _roster(node: Node, key: str, option: Option) -> dict[str, Any]:
    from speechlint.checks.names import roster

    return roster.shipped(_file(node, key, option), RuleError)


def _succession(node: Node, key: str, _: Option) -> list[tuple[str, str]]:
    """The wordings of one succession, each with the last day it was the one in use ("" for the last of them)."""
    from speechlint.rulebook.successions import read

    return read(os.path.dirname(node.path), node[key], node.where(key))


_READERS: dict[str, Callable[[Node, str, Option], Any]] = {
    "authority": _authority,
    "day": _day,
    "days": _days,
    "file": _file,
    "level": _level,
    "number": _number,
    "pattern": _pattern,
    "patterns": _patterns,
    "roster": _roster,
    "share": _number,
    "some": _some,
    "succession": _succession,
    "word": _word,
    "words": _words,
}
