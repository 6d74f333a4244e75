"""The checks a rule may name. A check looks at a draft and yields hits; it knows no rules.

Each module named here has

- ``check(query) -> Iterator[Hit]``, and, where useful,
- ``compile(options, where) -> dict``: strict options → plain marshallable data (raises
  ``RuleError``); the default is the options as they stand,
- ``gates(options) -> {key: literals}``: every match of the part called ``key`` contains at least one
  of these literals; ``query.found[key]`` then lists where they stand. A check with gates is only
  called when one of its literals is in the text; a key with ``None`` makes the check run always.
"""

from __future__ import annotations

from importlib import import_module

from speechlint.cached import cache
from speechlint.typed import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.document.dates import AsOf
    from speechlint.finding import Hit
    from speechlint.typed import Any

CHECKS = {
    "bare_name": "speechlint.checks.bare_name",
    "bare_rate": "speechlint.checks.bare_rate",
    "blank": "speechlint.checks.blank",
    "bounds": "speechlint.checks.bounds",
    "calendar": "speechlint.checks.calendar",
    "buried": "speechlint.checks.buried",
    "count": "speechlint.checks.count",
    "doubling": "speechlint.checks.doubling",
    "ending": "speechlint.checks.ending",
    "figures": "speechlint.checks.figures",
    "formulation": "speechlint.checks.formulation",
    "gathered": "speechlint.checks.gathered",
    "half_width": "speechlint.checks.half_width",
    "heading_count": "speechlint.checks.heading_count",
    "held_post": "speechlint.checks.held_post",
    "item_marks": "speechlint.checks.item_marks",
    "layers": "speechlint.checks.layers",
    "leader_order": "speechlint.checks.leader_order",
    "leaked_ordinals": "speechlint.checks.leaked_ordinals",
    "leaked_people": "speechlint.checks.leaked_people",
    "leaked_places": "speechlint.checks.leaked_places",
    "leaked_terms": "speechlint.checks.leaked_terms",
    "line": "speechlint.checks.line",
    "masked_years": "speechlint.checks.masked_years",
    "members": "speechlint.checks.members",
    "miswritten_name": "speechlint.checks.miswritten_name",
    "named_set": "speechlint.checks.named_set",
    "pairs": "speechlint.checks.pairs",
    "paragraph_end": "speechlint.checks.paragraph_end",
    "parallel": "speechlint.checks.parallel",
    "pattern": "speechlint.checks.pattern",
    "personal_number": "speechlint.checks.personal_number",
    "plenums": "speechlint.checks.plenums",
    "repair": "speechlint.checks.repair",
    "repetition": "speechlint.checks.repetition",
    "sections": "speechlint.checks.sections",
    "sequence": "speechlint.checks.sequence",
    "spans": "speechlint.checks.spans",
    "spun": "speechlint.checks.spun",
    "stage": "speechlint.checks.stage",
    "title": "speechlint.checks.title",
    "two_values": "speechlint.checks.two_values",
    "years": "speechlint.checks.years",
}
# These read a roster; their ``with_roster(options, own)`` adds a project's own.
OF_NAMES = frozenset(("bare_name", "held_post", "leader_order", "miswritten_name"))


class Query(NamedTuple):
    """What a rule asks of a draft. ``found`` maps a gate key to reading offsets of its literals."""

    doc: Document
    options: Mapping[str, Any]
    found: Mapping[str, Sequence[int]]
    as_of: AsOf


class Check(Protocol):
    def check(self, query: Query) -> Iterator[Hit]: ...


@cache
def load(name: str) -> Check:
    """The check called ``name``; imported when first needed."""
    return cast("Check", import_module(CHECKS[name]))
