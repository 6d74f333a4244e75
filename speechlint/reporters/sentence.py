"""What a rule says of its examples: the sentence that a report would hold."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechlint.finding import Finding, Hit
    from speechlint.rulebook.examples import Example
    from speechlint.rulebook.rule import Rule

_MARKS = regex.later("[⟦⟧]")
_BASELINE = "baseline"


def sentence(read: Rule, entry: str | None, files: Mapping[str, str], lang: str) -> str:
    """The message on the first example that the rule, or its ``entry``, speaks of today.

    ``files`` are the rule files by code. Where it speaks of none any more, the message with its gaps.
    """
    examples = [one for one in read.bad if not one.gap and (entry is None or one.entry in (None, entry))]
    found = (finding for example in examples for finding in _found(read, example, entry, files, lang))
    said = (one.message for one in found if one.code == read.code and entry in (None, one.entry))
    return next(said, _with_gaps(read.message[lang]))


def _found(
    read: Rule, example: Example, entry: str | None, files: Mapping[str, str], lang: str
) -> Iterable[Finding]:
    from time import strftime

    from speechlint.document.dates import AsOf
    from speechlint.project.layers import Settings
    from speechlint.readers import read as opened
    from speechlint.rulebook.compiling import compile_rules
    from speechlint.rulebook.selection import Selection
    from speechlint.run.engine import lint, tell

    rules = compile_rules([read, *(rule.read(Path(files[code])) for code in example.beside if code in files)])
    name = f"{read.code}/{entry or example.entry}" if entry or example.entry else read.code
    day = AsOf(example.as_of or strftime("%Y-%m-%d"), "--as-of")
    settings = Settings(day, Selection((name, *example.beside)), lang=lang)
    text = _MARKS.sub("", example.text)
    doc = opened("draft.md" if example.format == "markdown" else "draft.txt", text.encode(), "utf-8")
    return (
        tell(doc, _stale(read, example, text), rules, settings)
        if example.format == _BASELINE
        else lint(doc, rules, settings)
    )


def _stale(read: Rule, example: Example, text: str) -> Iterable[tuple[str, Hit]]:
    """What a baseline says of entries whose findings are gone."""
    from speechlint.judgements import baseline

    old = baseline.parse(text, "speechlint-baseline.yaml")
    return old.told(old.stale(lambda _: True, (read.code, *example.beside), ()))


def _with_gaps(template: str) -> str:
    return "".join(text + ("…" if name else "") for text, name, _, _ in Formatter().parse(template))
