"""An ordinal blanked in one place and kept in another: 第X次代表大会 beside 第八次代表大会."""

from __future__ import annotations

from speechlint.checks.wording.pattern import matches
from speechlint.document import Span
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "一处隐去、一处留着的届次：第X次代表大会、第八次代表大会"
_BLANKED = regex.later(
    r"第?[XxＸ×]{1,3}(?P<unit>[次届])(?P<what>(?!全国)[^\W\d_a-zA-Z]{2,8}?(?:大会|全会|会议))"
)
_REACH = 60
_KEPT = "第[一二三四五六七八九十]{{1,3}}{unit}"


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": frozenset(f"{sign}{unit}" for sign in "XxＸ×" for unit in "次届")}


def check(query: Query) -> Iterator[Hit]:
    seen: set[str] = set()
    for blanked in matches(query.doc, _BLANKED, query.found[""], _REACH):
        what, text = blanked["what"], query.doc.text
        if what in seen:
            continue
        seen.add(what)
        numbered = regex.compile(_KEPT.format(unit=blanked["unit"])).finditer(text)
        kept = [Span(*m.span()) for m in numbered if text.startswith(what, m.end())]
        if kept:
            related = (Related(Span(*blanked.span()), "这里已隐去", "masked here"),)
            yield Hit(kept[0], {"blanked": blanked[0]}, occurrences=tuple(kept), related=related)
