"""How a check declares what a rule may say for it: ``declared()``, each option by its name.

What a rule file says is read by ``rulebook.options``, when rules are compiled; a plain run does not even load this.
"""

from __future__ import annotations

from speechlint.finding import GRADES
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal, TypeAlias

    from speechlint.quick.typing import Any

    Kind = Literal[
        "authority",  # who says so, as one line; "" is refused
        "day",  # YYYY-MM-DD
        "days",
        "entries",  # rows of a table by their id, each read by ``table``
        "file",  # one that is there, seen from the rule file, as its path
        "flag",
        "group",  # a mapping read by ``table``
        "level",  # a severity as its number; 0 without one
        "mapping",  # from text to text, or to what is read by ``table``
        "number",
        "pattern",  # a regular expression
        "patterns",
        "records",  # a list of texts or of what is read by ``table``; a text is its first field
        "roster",  # a file beside the rule, as ``checks.names.roster`` reads it
        "share",  # a number from 0 to 1
        "some",  # a list of the words in ``of``
        "succession",  # the name of one in ``successions.yaml`` beside the rule
        "text",
        "word",  # one of the words in ``of``
        "words",
    ]


class Option(NamedTuple):
    """One option: its kind, and what it means in Chinese and English.

    ``default`` stands for it where a rule says nothing (None: what is nothing to its kind). ``one_of`` names
    options of ``table`` of which exactly one is given. An option of an entry with ``beside`` may also stand
    beside the entries, for all of them: ``instead`` of nothing, or as ``more`` of a list. One that is not
    ``kept`` is for the reader of the rule file alone.
    """

    kind: Kind
    zh: str
    en: str
    required: bool = False
    default: Any = None
    of: Collection[str] = ()  # a mapping says what each means, in Chinese and English
    table: Mapping[str, Option] = {}
    one_of: tuple[str, ...] = ()
    beside: str = ""
    kept: bool = True


if TYPE_CHECKING:
    Table: TypeAlias = dict[str, Option]


# What entries of many tables have.
SEVERITY = Option("level", "这一条的级别，不写就是规则的", "severity of the entry, else that of the rule")
SOURCE = Option("authority", "这一条的依据，不写就是规则的", "authority of the entry, else that of the rule")
GRADE = Option("word", "这个依据算哪一等，不写就是规则的", "how far it goes, else as the rule's", of=GRADES)
DEFAULT = Option("flag", "false：点名才查", "false: speaks only when chosen by name", default=True)
WORDS = Option("mapping", "报告的话里要用的字", "words for the message")
FIX = Option("text", r"改成什么；可用 \g<组名>", r"the replacement; \g<name> allowed")
SAFE = Option("flag", "true：不看也可改", "true: the fix needs no eye on it")
FORMAT = Option("text", "只查 text 或 markdown", "only told in text or markdown drafts")
CHECKED = Option("text", "何时对照什么核过", "against what it was checked, and when", kept=False)
REVIEW = Option("day", "哪一天该再核", "the day it is due to be checked again", kept=False)
ROSTER = Option("roster", "名录文件，从规则文件算起", "a roster file, seen from the rule file", required=True)


def which(kinds: Mapping[str, tuple[str, str]]) -> Table:
    """The one option of a check that looks at one of several ``kinds``: what each is, in Chinese and English."""
    return {"kind": Option("word", "看什么", "what is looked at", required=True, of=kinds)}
