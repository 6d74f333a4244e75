"""What ``site_line`` looks for, worked out when rules are compiled."""

from __future__ import annotations

from speechlint.checks.wording.pattern import any_of
from speechlint.errors import RuleError
from speechlint.gates.literals import required
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

_EDGES = "\n \u3000\xa0\t"  # the line's ends, blanks apart
_FRONT = regex.later(r"\A(?:(?:\[\^?(?:\\.|[^\]\\])+\]|\\s)(?:\{0,\d+\}|[?*]))*(?![?+*])")


def prepared(entry: Node) -> dict[str, Any]:
    """The entry with its one expression, and the words one of which every match holds."""
    pattern = entry["pattern"] or any_of(entry["terms"])
    return {
        **{key: value for key, value in entry.items() if key not in ("terms", "between")},
        "pattern": pattern,
        "core": _core(pattern),
        "gate": _gate(entry, pattern),
        "whole": entry["whole"] or entry["share"] > 0,
    }


def _core(pattern: str) -> str:
    """What every match holds: the pattern without what may, but need not, stand before the rest of it.

    ``[^。]{0,40}`` at its front is tried at each place anew, at a cost that few lines are worth.
    """
    return _FRONT.sub("", pattern)


def _gate(entry: Node, pattern: str) -> list[str]:
    """Words one of which every match holds."""
    known = entry["gate"] or (required(pattern, edges=_EDGES) if pattern else ())
    if known is None:
        raise RuleError(
            f"{entry.where()}: 这一条里没有必现的字词；请把它写得具体些",
            f"{entry.where()}: no word stands in every match of this entry; say more",
        )
    return sorted(known)
