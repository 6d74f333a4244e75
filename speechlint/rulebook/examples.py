"""Examples of a rule and of the entries of its table: they are its tests."""

from __future__ import annotations

from speechlint.errors import RuleError
from speechlint.files.yamlfile import Node, check_keys
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.quick.typing import Any

_BOTH = ("bad", "good")
_KEYS: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "as_of": str,
    "format": str,
    "fixed": str,
    "gap": str,
    "beside": list,
}


class Example(NamedTuple):
    """``text`` with the words to be found marked ``⟦…⟧``; unmarked, nothing may be found.

    ``as_of`` is the day it is judged at, ``fixed`` what the rule's fixes make of it, ``gap`` the
    reason why it is not met yet, ``beside`` the codes of other rules that run with it, ``entry`` the
    table entry it belongs to.
    """

    text: str
    as_of: str | None = None
    format: str = "text"
    fixed: str | None = None
    gap: str | None = None
    beside: Sequence[str] = ()
    entry: str | None = None


def read(node: Node, entry: str | None = None) -> tuple[list[Example], list[Example]]:
    """The bad examples and the good ones under ``node``, those of ``entry``. Raises ``RuleError``."""
    check_keys(node, {"bad": list, "good": list}, (), RuleError)
    bad = [_example(item, node, entry) for item in node.get("bad", [])]
    good = [_example(item, node, entry) for item in node.get("good", [])]
    for example in bad:
        if "⟦" not in example.text:
            raise RuleError(
                f"{node.where('bad')}: “bad”示例没有用 ⟦…⟧ 标出应报的字：{example.text}",
                f"{node.where('bad')}: mark what is found in a 'bad' example with ⟦…⟧: {example.text}",
            )
    for example in good:
        if "⟦" in example.text:
            raise RuleError(
                f"{node.where('good')}: “good”示例里不应有 ⟦…⟧：{example.text}",
                f"{node.where('good')}: nothing is marked ⟦…⟧ in a 'good' example: {example.text}",
            )
    return bad, good


def _example(item: Any, node: Node, entry: str | None) -> Example:
    if isinstance(item, str):
        return Example(item, entry=entry)
    if not isinstance(item, Node):
        raise RuleError(
            f"{node.where()}: 示例应是文字，或带“text”的映射",
            f"{node.where()}: an example is text, or a mapping with 'text'",
        )
    check_keys(item, _KEYS, ("text",), RuleError)
    return Example(**item, entry=entry)


def of_table(table: list[Node]) -> tuple[list[Example], list[Example]]:
    """The examples that the entries of a table carry, bad and good. Raises ``RuleError``."""
    bad: list[Example] = []
    good: list[Example] = []
    for entry in table:
        own = entry.having({key: entry[key] for key in _BOTH if key in entry})
        found = read(own, entry.get("id"))
        bad += found[0]
        good += found[1]
    return bad, good


def without(options: Node, table: list[Node]) -> Node:
    """The options as the check sees them: no entry with its examples."""
    if not table:
        return options
    bare = [row.having({key: value for key, value in row.items() if key not in _BOTH}) for row in table]
    return options.having({**options, "entries": bare})
