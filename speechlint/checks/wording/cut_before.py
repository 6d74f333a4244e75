"""Half a sentence above a page's line: what a site that shows only a part leaves of the words."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.span import COMMON_BLANKS
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

ABOUT = "断在网页的一行前面的半句话"
_BEFORE = 40  # characters at the end of the words above that are looked at


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "gate": Option("words", "有其一才看的字词", "words one of which the line must hold", required=True),
        "line": Option("pattern", "网页的一行怎样开头", "how the page's line begins", required=True),
        "end": Option("pattern", "上面的话怎样断的", "how the words above it end", required=True),
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(options["gate"])}


def check(query: Query) -> Iterator[Hit]:
    doc, options = query.doc, query.options
    line, end = regex.compile(options["line"]), regex.compile(f"(?:{options['end']})$")
    past = -1
    for offset in sorted(query.found[""]):
        if offset < past:
            continue
        start, past = doc.line_at(offset)
        if not line.match(doc[(start, past)].lstrip(COMMON_BLANKS)):
            continue
        first = max(0, start - _BEFORE)
        match = end.search(doc.text[first:start].rstrip("\n" + COMMON_BLANKS))
        if match:
            yield Hit(Span(first + match.start(), first + match.end()))
