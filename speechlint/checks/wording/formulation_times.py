"""What an entry of ``formulation`` may say of its time; read when rules are compiled."""

from __future__ import annotations

from speechlint.checks.options import CHECKED, REVIEW, Option
from speechlint.document.contexts import CONTEXTS
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.checks.options import Table


def times() -> Table:
    """What an entry may say of its time, and of what is said at another."""
    return {**_days(), **_instead()}


def _days() -> Table:
    return {
        "valid_from": Option("day", "哪一天起对", "the first day on which it was right"),
        "valid_until": Option(
            "day",
            "哪一天以后不对；不写就从来不对（有 early 的，至今还对）",
            "the last day on which it was right; without it, it never was (with early, it still is)",
        ),
        "grace": Option(
            "number",
            "停用后几个月里还当上一年的工作说",
            "so many months after valid_until it is still told as the past year's work",
        ),
        "at_once": Option(
            "flag",
            "true：第二天就不对（大会开幕了，不能再“喜迎”），不等人改过来",
            "true: wrong from the very next day (a congress that is open cannot be awaited)",
        ),
        "miswritten": Option(
            "flag",
            "true：写错了的，只是 valid_until 之前还没有定",
            "true: a wrong form, called so, that was still open until valid_until",
        ),
        "told_until": Option(
            "day",
            "报到哪一天；这以后改对了的也过了时，由别的条目说",
            "the last day it is told: later the right form is out of date too, and another entry says so",
            default="",
        ),
        "early": Option(
            "flag",
            "true：稿子在 valid_from 之前也报",
            "true: also reported where the draft's own date, else the day judged at, is before valid_from",
        ),
    }


def _instead() -> Table:
    return {
        "replacement": Option("text", r"现在怎么说；可用 \g<组名>", r"what is said now; \g<name> allowed"),
        "succession": Option(
            "succession",
            "successions.yaml 里的一串接续的提法，按判断的日子取一个作建议",
            "a row of successions.yaml, of which the wording of the day judged at is advised",
        ),
        "note": Option("text", "没有现成的换法，怎么办", "what to do, where that is not a replacement"),
        "excuse": Option(
            "some",
            "可用的场合；不写：过了时的是一切说往事的场合，写错了的是 title、quote、meta",
            "the contexts that cancel; else for what is out of date all that tell of the past, for what is "
            "miswritten title, quote and meta",
            default=(),
            of=CONTEXTS,
            beside="instead",
        ),
        "before": Option("text", "此前怎么说", "what was said earlier", kept=False),
        "checked": CHECKED,
        "review": REVIEW,
    }
