"""What a rule says of its examples: the sentence that a report would hold."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.rulebook.examples import Example
    from speechlint.rulebook.rule import Rule

_MARKS = regex.later("[⟦⟧]")
_BASELINE = "baseline"


def sentence(read: Rule, entry: str | None, files: Mapping[str, str], lang: str) -> str:
    """The message on the first example that the rule, or its ``entry``, speaks of today.

    ``files`` are the rule files by code. Where no example can be judged by itself, the message with its gaps.
    """
    examples = (one for one in read.bad if entry is None or one.entry in (None, entry))
    said = (message for example in examples for message in _told(read, example, files, lang))
    return next(said, _with_gaps(read.message[lang]))


def _told(read: Rule, example: Example, files: Mapping[str, str], lang: str) -> Iterator[str]:
    if example.gap or example.format == _BASELINE:
        return
    from time import strftime

    from speechlint.document.dates import AsOf
    from speechlint.project.layers import Settings
    from speechlint.readers import read as opened
    from speechlint.rulebook.compiling import compile_rules
    from speechlint.rulebook.selection import Selection
    from speechlint.run.engine import lint

    others = [rule.read(Path(files[code])) for code in example.beside if code in files]
    name = f"{read.code}/{example.entry}" if example.entry else read.code
    day = AsOf(example.as_of or strftime("%Y-%m-%d"), "--as-of")
    settings = Settings(day, Selection((name, *example.beside)), lang=lang)
    path = "draft.md" if example.format == "markdown" else "draft.txt"
    doc = opened(path, _MARKS.sub("", example.text).encode(), "utf-8")
    for finding in lint(doc, compile_rules([read, *others]), settings):
        if finding.code == read.code:
            yield finding.message


def _with_gaps(template: str) -> str:
    return "".join(text + ("…" if name else "") for text, name, _, _ in Formatter().parse(template))
