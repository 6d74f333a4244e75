"""Parts of expressions that are written once: ``{name}`` in an expression stands for one of them.

``fragments:`` in a rule file holds those of this file, ``fragments.yaml`` in a folder those of its rule files:
name → an expression, or a list of alternatives. What has alternatives, or is repeated, is put in
parentheses unless it is an alternative itself. ``{2,3}`` stays a count, ``\\{`` a brace. Besides, under ``check``

- an expression may be a list: its alternatives;
- an entry may have ``wording``, and ``variants`` of it, in place of ``pattern``;
- or ``frame``, the name of a fragment that is the pattern: ``{wording}`` in it, or any other key of the entry
  (``{verbs}``), stands for what the entry has under this key.
"""

from __future__ import annotations

import os

from speechlint.errors import RuleError, nearest
from speechlint.files.yamlfile import Node, read_mapping
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from speechlint.quick.typing import Any

FRAGMENTS = "fragments.yaml"
_NAME = regex.later(r"[^\W\d]\w*")
_USE = regex.later(r"\\[\s\S]|\{(?!\d*,?\d*\})([^{}\[\]()|\\?*+.^$]+)\}")
_OPENED = regex.later(r"(?<!\\)(?:\||\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)\Z")
_INERT = regex.later(r"\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]")
_REPEATED = regex.later(r"[?*+]|\{\d*,?\d*\}")
_ATOM = regex.later(r"\\?[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\((?:\\[\s\S]|[^()\\])*\)")
_EXPRESSIONS = frozenset(
    ("pattern", "unless", "unless_before", "along", "against", "ahead", "behind", "context")
)
# What is no expression: words as they are, and what is told of an entry.
_PLAIN = frozenset(
    (
        "id",
        "terms",
        "gate",
        "fix",
        "words",
        "replacement",
        "note",
        "source",
        "checked",
        "review",
        "bad",
        "good",
    )
)


def of_folder(folder: str) -> Fragments:
    """The fragments that the rule files of ``folder`` share. Raises ``RuleError``."""
    path = os.path.join(folder, FRAGMENTS)
    return Fragments(read_mapping(path, RuleError) if os.path.isfile(path) else empty(path))


def empty(path: str) -> Node:
    """A mapping with nothing in it."""
    node = Node()
    node.path, node.line, node.lines = path, 1, {}
    return node


class Fragments:
    """The fragments of a file or folder, and with them those of ``outer``, the folder of the file.

    Raises ``RuleError`` for names that are none, or are known already.
    """

    def __init__(self, table: Node, outer: Fragments | None = None) -> None:
        self._table, self._outer = table, outer
        self._used: set[str] = set()
        self._open: list[str] = []
        for name, said in table.items():
            self._check(name, said, table.where(name))

    def _check(self, name: str, said: Any, where: str) -> None:
        if not _NAME.fullmatch(name):
            raise RuleError(
                f"{where}: 片段名“{name}”应以文字开头，只含文字、数字和 _（{{2,3}} 这样的是次数）",
                f"{where}: fragment '{name}' must be called by letters, digits and _, a letter first "
                "(what looks like {2,3} is a count)",
            )
        if self._outer and name in self._outer._table:
            other = self._outer._table.where(name)
            raise RuleError(
                f"{where}: 片段“{name}”在 {other} 已经有了",
                f"{where}: fragment '{name}' is already in {other}",
            )
        parts = said if isinstance(said, list) else [said]
        if not parts or not all(isinstance(part, str) and part for part in parts):
            raise RuleError(
                f"{where}: 片段“{name}”应是式子，或式子的列表",
                f"{where}: fragment '{name}' must be an expression or a list of them",
            )

    def check_used(self) -> None:
        """Raise ``RuleError`` for the first fragment that nothing used."""
        for name in self._table:
            if name not in self._used:
                where = self._table.where(name)
                raise RuleError(f"{where}: 片段“{name}”没有用到", f"{where}: fragment '{name}' is not used")

    def expanded(self, node: Node) -> Node:
        """The options of a check with no fragments left in them. Raises ``RuleError`` naming file and line."""
        made = Node()
        made.path, made.line, made.lines = node.path, node.line, dict(node.lines)
        said = [key for key in node if key in ("wording", "frame")] if "pattern" not in node else []
        pattern, taken = self._worded(node) if said else ("", frozenset())
        for key, value in node.items():
            if said[:1] == [key]:
                made.lines["pattern"] = node.lines[key]
                made["pattern"] = pattern
            elif key not in taken:
                made[key] = value if key in _PLAIN else self._value(key, value, node.where(key))
        return made

    def _value(self, key: str, value: Any, where: str) -> Any:
        if isinstance(value, Node):
            return self.expanded(value)
        if isinstance(value, str):
            return self.text(value, where)
        if not isinstance(value, list):
            return value
        items = [self._value("", item, where) for item in value]
        return "|".join(items) if key in _EXPRESSIONS and all(isinstance(i, str) for i in items) else items

    def _worded(self, node: Node) -> tuple[str, frozenset[str]]:
        """The pattern of an entry that says its wording, and the keys it is made of."""
        holes = {key: self._filling(key, node) for key in node if key not in _PLAIN}
        if "variants" in holes and "wording" in holes:
            holes["wording"] += f"|{holes['variants']}"
        if "frame" not in node:
            return holes["wording"], frozenset(("wording", "variants"))
        filled = _Filled(holes)
        pattern = self.text(f"{{{node['frame']}}}", node.where("frame"), filled)
        return pattern, frozenset((*filled.taken, "wording", "variants", "frame"))

    def _filling(self, key: str, node: Node) -> str:
        value, where = node[key], node.where(key)
        parts = value if isinstance(value, list) else [value]
        return "|".join(self.text(str(part), where) for part in parts if isinstance(part, (str, int)))

    def text(self, text: str, where: str, holes: _Filled | None = None) -> str:
        """``text`` with its fragments put in, and those of ``holes`` that it has."""
        return _USE.sub(lambda use: self._put(use, where, holes), text)

    def _put(self, use: re.Match[str], where: str, holes: _Filled | None) -> str:
        name = use[1]
        if name is None:  # an escaped character
            return use[0]
        made = holes.take(name) if holes else None
        if made is None:
            made = self._made(name, where, holes)
        return f"(?:{made})" if _needs_parentheses(made, use) else made

    def _made(self, name: str, where: str, holes: _Filled | None) -> str:
        if name not in self._table:
            if self._outer and name in self._outer._table:
                return self._outer._made(name, where, holes)
            raise self._unknown(name, where)
        where = self._table.where(name)
        if name in self._open:
            circle = " → ".join((*self._open, name))
            raise RuleError(f"{where}: 片段绕成了圈：{circle}", f"{where}: fragments in a circle: {circle}")
        self._used.add(name)
        self._open.append(name)
        said = self._table[name]
        parts = [self.text(part, where, holes) for part in (said if isinstance(said, list) else [said])]
        self._open.pop()
        return "|".join(parts)

    def _unknown(self, name: str, where: str) -> RuleError:
        near = nearest(name, [*self._table, *(self._outer._table if self._outer else ())])
        zh = f"是不是“{near}”？" if near else "花括号本身要写作 \\{"
        en = f"did you mean '{near}'?" if near else "a brace itself is written \\{"
        return RuleError(f"{where}: 没有叫“{name}”的片段；{zh}", f"{where}: no fragment '{name}'; {en}")


class _Filled:
    """What an entry puts into its frame, and which of it the frame has ``taken``."""

    def __init__(self, holes: dict[str, str]) -> None:
        self._holes = holes
        self.taken: set[str] = set()

    def take(self, name: str) -> str | None:
        if name in self._holes:
            self.taken.add(name)
        return self._holes.get(name)


def _needs_parentheses(made: str, use: re.Match[str]) -> bool:
    """Whether ``made`` is read otherwise where it is put in: several alternatives, or repeated as a whole."""
    if _has_alternatives(made):
        return not _is_alternative(use)
    return bool(_REPEATED.match(use.string, use.end())) and not _ATOM.fullmatch(made)


def _has_alternatives(expression: str) -> bool:
    depth = 0
    for char in _INERT.sub("", expression):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            return True
    return False


def _is_alternative(use: re.Match[str]) -> bool:
    """Whether what is put in stands between bars or parentheses, so that it needs none of its own."""
    text = use.string
    begins = use.start() == 0 or _OPENED.search(text, 0, use.start())
    return bool(begins) and text[use.end() : use.end() + 1] in ("", "|", ")")
