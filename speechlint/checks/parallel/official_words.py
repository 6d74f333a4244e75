"""Words of official writing by the part they play at the head of a clause: ``words.yaml`` of the rule pack."""

from __future__ import annotations

import marshal

from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


class Words(NamedTuple):
    """The words of each kind, as the file says what they are; ``listed`` are those that a clause may open with.

    ``sections`` is an expression; of ``halves`` each is what a frame opens with and what it goes on with.
    """

    verbs: frozenset[str]
    dual: frozenset[str]
    nominal: frozenset[str]
    heads: frozenset[str]
    govern: frozenset[str]
    taking: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    one: frozenset[str]
    result: frozenset[str]
    of_degree: frozenset[str]
    suffixes: frozenset[str]
    negations: frozenset[str]
    said: frozenset[str]
    after_verbs: frozenset[str]
    of_kind: frozenset[str]
    measures: tuple[str, ...]
    modals: tuple[str, ...]
    sections: str
    halves: Sequence[tuple[str, Sequence[str]]]
    listed: frozenset[str]


_SETS = Words._fields[:16]
_OPENING = ("verbs", "adverbs", "dual", "nominal", "prepositions")


def read(path: str) -> bytes:
    """The words in a file like the shipped one, for ``opened``.

    As bytes, so that of all the rules that name the same file only one has them unpacked. Raises ``RuleError``.
    """
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import check_keys, read_mapping, texts

    node = read_mapping(path, RuleError)
    keys = tuple(key for key in Words._fields if key != "listed")
    check_keys(node, dict.fromkeys(keys, list), keys, RuleError)
    said: dict[str, Any] = {key: "\n".join(texts(node, key, RuleError)) for key in keys if key != "halves"}
    halves = [_half(half, node) for half in node["halves"]]
    return marshal.dumps((said, halves))


def _half(half: Any, node: Node) -> tuple[str, tuple[str, ...]]:
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import Node, check_keys, texts

    if not isinstance(half, Node):
        where = node.where("halves")
        raise RuleError(
            f"{where}: “halves”应是带“opening”“marks”的映射的列表",
            f"{where}: 'halves' must be a list of mappings with 'opening' and 'marks'",
        )
    check_keys(half, {"opening": str, "marks": list}, ("opening", "marks"), RuleError)
    return half["opening"], tuple(texts(half, "marks", RuleError))


@lru_cache(maxsize=1)
def opened(packed: bytes) -> Words:
    """The words that ``read`` made ready."""
    said, halves = marshal.loads(packed)
    lists = {key: told.split("\n") for key, told in said.items()}
    made: dict[str, Any] = {key: frozenset(lists[key]) for key in _SETS}
    made |= {key: tuple(lists[key]) for key in ("measures", "modals")}
    listed = frozenset(word for key in _OPENING for word in lists[key])
    return Words(**made, sections="|".join(lists["sections"]), halves=halves, listed=listed)
