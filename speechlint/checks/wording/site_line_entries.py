"""What a rule may say for ``site_line``, and what that looks for, worked out when rules are compiled."""

from __future__ import annotations

from speechlint.errors import RuleError
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any


def _entry() -> Table:
    """What an entry may say: what it looks for, in which lines, and what of them is told."""
    return {**_words(), **_lines(), **_told()}


def _words() -> Table:
    from speechlint.checks.options import Option

    return {
        "pattern": Option(
            "pattern",
            "正则式；^ 和 $ 是去掉空格的行首、行尾",
            "a regular expression; ^ and $ are the line's ends, blanks apart",
        ),
        "terms": Option("words", "词语", "words as they are"),
        "between": Option(
            "flag",
            "true：讲话之上，夹在别的条目报的两行之间的",
            "true: lines between two lines found by the other entries, above a speech",
        ),
        "gate": Option(
            "words",
            "必有其一的字词，比从表达式看出来的好时写",
            "words of which every match contains one, where better ones are known than the pattern tells",
        ),
    }


def _lines() -> Table:
    from speechlint.checks.options import Option

    return {
        "share": Option(
            "share",
            "找到的字（连同 along）至少占这一行多少",
            "the least part of the line's written characters that all matches (and along) cover",
        ),
        "along": Option(
            "pattern",
            "陪着的字：单凭它不算，算进 share",
            "words that prove nothing by themselves, but count for share",
        ),
        "longest": Option("number", "这一行最多多少字", "the most written characters the line may have"),
        "place": Option(
            "word",
            "只在哪里找；不写处处找",
            "where it is looked for; else anywhere",
            default="",
            of={
                "head": ("讲话之上", "above a speech"),
                "tail": ("讲话之下", "below it"),
                "edge": ("之上或之下", "either"),
            },
        ),
    }


def _told() -> Table:
    from speechlint.checks.options import DEFAULT, FORMAT, GRADE, SAFE, SEVERITY, SOURCE, WORDS, Option

    return {
        "whole": Option(
            "flag",
            "true：报整行，不只是找到的字；有 share 的总是",
            "true: the finding is the whole line, not the words; with share it always is",
        ),
        "except": Option("patterns", "与它重叠的不算", "a match that overlaps one of these does not count"),
        "unless": Option("pattern", "行里有它就不算", "found in the line, it cancels"),
        "remove": Option(
            "flag",
            "true：改法是删去这一行或这几个字（叫 keep 的组留下）",
            "true: the fix takes out the line or the words (but for what a group keep matched)",
        ),
        "safe": SAFE,
        "words": WORDS,
        "severity": SEVERITY,
        "source": SOURCE,
        "grade": GRADE,
        "format": FORMAT,
        "default": DEFAULT,
    }


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "entries": Option(
            "entries",
            "不是讲话的行",
            "lines that are no speech",
            required=True,
            table=_entry(),
            one_of=("pattern", "terms", "between"),
        )
    }


_EDGES = "\n \u3000\xa0\t"  # the line's ends, blanks apart
_FRONT = regex.later(r"\A(?:(?:\[\^?(?:\\.|[^\]\\])+\]|\\s)(?:\{0,\d+\}|[?*]))*(?![?+*])")


def prepare(options: Node) -> dict[str, Any]:
    """The entries with their expressions, their gates, and which is ``between`` the others ("" for none)."""
    entries = options["entries"]
    between = [name for name, entry in entries.items() if entry["between"]]
    made = {name: _prepared(entry) for name, entry in entries.items()}
    gates = {name: _gate(entry, made[name]["pattern"]) for name, entry in entries.items()}
    return {
        "entries": made,
        "gates": {name: words for name, words in gates.items() if words},
        "between": between[-1] if between else "",
    }


def _prepared(entry: Node) -> dict[str, Any]:
    """The entry with its one expression, and the part of it that every match holds."""
    from speechlint.gates.patterns import any_of

    pattern = entry["pattern"] or any_of(entry["terms"])
    return {
        **{key: value for key, value in entry.items() if key not in ("terms", "between", "gate")},
        "pattern": pattern,
        "core": _core(pattern),
        "whole": entry["whole"] or entry["share"] > 0,
    }


def _core(pattern: str) -> str:
    """The part of the pattern that every match holds: without an optional beginning.

    ``[^。]{0,40}`` at its front is tried at each place anew, at a cost that few lines are worth.
    """
    return _FRONT.sub("", pattern)


def _gate(entry: Node, pattern: str) -> list[str]:
    """Words one of which every match holds."""
    from speechlint.gates.literals import required

    known = entry["gate"] or (required(pattern, edges=_EDGES) if pattern else ())
    if known is None:
        raise RuleError(
            f"{entry.where()}: 这一条里没有必现的字词；请把它写得具体些",
            f"{entry.where()}: no word stands in every match of this entry; say more",
        )
    return sorted(known)
