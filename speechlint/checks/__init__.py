"""The checks a rule may name. A check looks at a draft and yields hits; it knows no rules.

Each module named in ``CHECKS`` has

- ``check(query) -> Iterator[Hit]``,
- ``ABOUT``: one line of Chinese that says what it sees (its docstring begins with one of English);

and may have

- ``declared() -> Table``: the options a rule may give it (``checks.options``); without it, a rule gives none,
- ``prepare(options) -> dict``: the options made ready for ``check``, as plain data that marshal knows. It gets them
  as ``rulebook.options`` read them, defaults filled in, and raises ``RuleError``. Without it, ``check`` gets them so,
- ``gates(options) -> {key: literals}``: every match of the part called ``key`` contains at least one of these
  literals; ``query.found[key]`` lists where they stand. A check with gates runs only where one of its literals is
  in the text; a key with ``None`` makes it run always, and so does the lack of ``gates``.
"""

from __future__ import annotations

from speechlint.quick import modules
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.document.dates import AsOf
    from speechlint.finding import Hit
    from speechlint.quick.typing import Any

CHECKS = {
    "age": "speechlint.checks.figures.age",
    "bare_name": "speechlint.checks.names.bare_name",
    "bare_rate": "speechlint.checks.figures.bare_rate",
    "blank": "speechlint.checks.wording.blank",
    "bounds": "speechlint.checks.figures.bounds",
    "calendar": "speechlint.checks.dates.calendar",
    "buried": "speechlint.checks.outline.buried_heading",
    "choice": "speechlint.checks.wording.choice",
    "count": "speechlint.checks.counts.count",
    "cut_before": "speechlint.checks.wording.cut_before",
    "dot": "speechlint.checks.wording.dot",
    "doubling": "speechlint.checks.repeats.doubling",
    "ending": "speechlint.checks.outline.ending",
    "figures": "speechlint.checks.figures.figures",
    "formulation": "speechlint.checks.wording.formulation",
    "gap": "speechlint.checks.wording.gap",
    "gathered": "speechlint.checks.wording.gathered_pattern",
    "half_width": "speechlint.checks.wording.half_width",
    "heading_count": "speechlint.checks.counts.heading_count",
    "held_post": "speechlint.checks.names.held_post",
    "item_marks": "speechlint.checks.outline.item_marks",
    "layers": "speechlint.checks.wording.mixed_periods",
    "leader_order": "speechlint.checks.names.leader_order",
    "last_twice": "speechlint.checks.repeats.last_twice",
    "leaked_ordinals": "speechlint.checks.leaks.leaked_ordinals",
    "leaked_people": "speechlint.checks.leaks.leaked_people",
    "leaked_places": "speechlint.checks.leaks.leaked_places",
    "leaked_terms": "speechlint.checks.leaks.leaked_terms",
    "line": "speechlint.checks.wording.site_line",
    "masked_years": "speechlint.checks.dates.masked_years",
    "members": "speechlint.checks.counts.set_members",
    "lost_character": "speechlint.checks.wording.lost_character",
    "miswritten_name": "speechlint.checks.names.miswritten_name",
    "named_set": "speechlint.checks.counts.named_set",
    "near_formula": "speechlint.checks.wording.near_formula",
    "page_line": "speechlint.checks.wording.page_line",
    "one_in_words": "speechlint.checks.wording.one_in_words",
    "names_to_check": "speechlint.checks.leaks.names_to_check",
    "pairs": "speechlint.checks.wording.pairs",
    "paragraph_end": "speechlint.checks.outline.paragraph_end",
    "misspelt": "speechlint.checks.wording.misspelt",
    "particle": "speechlint.checks.wording.particle",
    "parallel": "speechlint.checks.parallel.parallel",
    "pattern": "speechlint.checks.wording.pattern",
    "personal_number": "speechlint.checks.figures.personal_number",
    "plenums": "speechlint.checks.dates.plenums",
    "repair": "speechlint.checks.wording.repair",
    "repetition": "speechlint.checks.repeats.repetition",
    "sections": "speechlint.checks.outline.sections",
    "sequence": "speechlint.checks.outline.sequence",
    "slots": "speechlint.checks.wording.slots",
    "spans": "speechlint.checks.dates.elapsed_time",
    "spun": "speechlint.checks.wording.machine_spun",
    "stage": "speechlint.checks.told_by_a_stage",
    "straight_quotes": "speechlint.checks.wording.straight_quotes",
    "title": "speechlint.checks.outline.title",
    "torn_end": "speechlint.checks.outline.torn_end",
    "two_values": "speechlint.checks.figures.two_values",
    "unmet": "speechlint.checks.wording.unmet",
    "unmarked_numbers": "speechlint.checks.outline.unmarked_numbers",
    "writer_talk": "speechlint.checks.wording.writer_talk",
    "years": "speechlint.checks.dates.years",
}
# These read a roster; their ``with_roster(options, own)`` adds a project's own.
OF_NAMES = frozenset(("bare_name", "held_post", "leader_order", "miswritten_name", "names_to_check"))
# These, given the literals of some lines alone, yield what they do in those lines given all.
OF_LINES = frozenset(("pattern",))


def go_on() -> None:
    """Nobody has an end to a check in mind."""


class Query(NamedTuple):
    """What a rule asks of a draft. ``found`` maps a gate key to reading offsets of its literals.

    A check that is long about it calls ``between`` now and then; what that raises ends it.
    """

    doc: Document
    options: Mapping[str, Any]
    found: Mapping[str, Sequence[int]]
    as_of: AsOf
    between: Callable[[], None] = go_on


class Check(Protocol):
    ABOUT: str

    def check(self, query: Query) -> Iterator[Hit]: ...


@cache
def load(name: str) -> Check:
    """The check called ``name``; imported when first needed."""
    modules.ahead(CHECKS[name])
    return cast("Check", __import__(CHECKS[name], fromlist=("check",)))
