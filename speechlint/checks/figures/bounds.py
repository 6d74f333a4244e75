"""25人以上 and 25人以下 in one paragraph: both include 25 (民法典第一千二百五十九条)."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "同一段里“25人以上”和“25人以下”，两头都含 25"
_BOUND = regex.later(
    r"(?<![\d.])(?P<what>\d+(?:\.\d+)?(?:万元|亿元|元|人|名|户|家|个|岁|年|分|次))(?:（含[^）]{0,4}）)?(?P<side>以上|以下|以内)"
)


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(["以上"])}


def check(query: Query) -> Iterator[Hit]:
    done = -1
    for offset in query.found[""]:
        if offset < done:
            continue
        line = query.doc.line_at(offset)
        done = line.end
        if "以下" not in query.doc[line] and "以内" not in query.doc[line]:  # mostly
            continue
        bounds = list(_BOUND.finditer(query.doc.text, *line))
        for upper in bounds:
            lower = next((b for b in bounds if b["side"] != "以上" and b["what"] == upper["what"]), None)
            if upper["side"] == "以上" and lower and "含" not in upper[0] + lower[0]:
                words = {"other": lower[0], "number": upper["what"]}
                yield Hit(
                    Span(*upper.span()),
                    words,
                    related=(Related(Span(*lower.span()), "同一个界限", "the same bound"),),
                )
                break
