"""What a rule finds in its examples, against what is marked in them: the examples of a rule are its tests."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.dates import AsOf
from speechlint.project.layers import Settings
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import read
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.rulebook.catalogue import Catalogue
    from speechlint.rulebook.examples import Example
    from speechlint.rulebook.rule import Rule

_MARK = regex.later("[⟦⟧]")
_NAMES = {"text": "draft.txt", "markdown": "draft.md"}


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without its ``⟦⟧`` and the spans they marked."""
    spans: list[Span] = []
    starts: list[int] = []
    for removed, match in enumerate(_MARK.finditer(text)):
        at = match.start() - removed
        if match.group() == "⟦":
            starts.append(at)
        else:
            spans.append(Span(starts.pop(), at))
    return _MARK.sub("", text), sorted(spans)


def is_provable(example: Example) -> bool:
    """Whether it is a draft: not a Word file, or the baseline of one, which take more than their text to make."""
    return example.format in _NAMES and not example.gap


def document(example: Example) -> Document:
    return read(_NAMES[example.format], unmarked(example.text)[0].encode(), "utf-8")


def findings(
    rule: Rule, example: Example, doc: Document, catalogue: Catalogue, day: str
) -> Sequence[Finding]:
    """What the rule finds in ``doc``; ``day`` is the one it is judged at where the example names none."""
    name = f"{rule.code}/{example.entry}" if example.entry else rule.code
    settings = Settings(AsOf(example.as_of or day, "--as-of"), Selection((name, *example.beside)))
    return [one for one in lint(doc, catalogue, settings) if one.code == rule.code]


def found(rule: Rule, example: Example, catalogue: Catalogue, day: str) -> list[Span]:
    """The places that the rule, or the entry of the example, finds in an example."""
    hits = findings(rule, example, document(example), catalogue, day)
    return sorted({span for hit in hits for span in (hit.occurrences or (hit.span,))})
