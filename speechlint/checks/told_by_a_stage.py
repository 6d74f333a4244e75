"""For rules that a step after the checks speaks for: this check itself sees nothing.

The step names the rule by its ``name`` (``unused-suppression``), and the engine tells its hits in
the rule's words.
"""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.finding import Hit
    from speechlint.quick.typing import Any


ABOUT = "检查之后由程序另行说的，如没有用的抑制；检查本身不看稿"


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """A gate without literals: the check is never called."""
    return {"": frozenset()}


def check(query: Query) -> Iterator[Hit]:
    del query
    return iter(())
