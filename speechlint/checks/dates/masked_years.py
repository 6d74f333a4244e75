"""Two masked years in one sentence that stand for different years: 总结20xx年、部署20xx年."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.quick.typing import Any

ABOUT = "一句话里两个 20xx年，指的不是同一年"
_MASKED = regex.later(r"(?:19|20)(?:[xXＸ×*]{2}|\d[xXＸ×*])年")
_PAST = regex.later("总结|回顾|表彰|通报|取得")
_COMING = regex.later("安排|部署|谋划|打算|展望|任务|目标")
_FIGURE = regex.later(r"[^，。；,;\d]{0,8}\d+(?:\.\d+)?%?")


def gates(_options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {
        "": frozenset(
            f"{century}{sign}" for century in ("20", "19", "200", "201", "202") for sign in "xXＸ×*"
        )
    }


def check(query: Query) -> Iterator[Hit]:
    done = -1
    for offset in sorted(query.found[""]):
        if offset < done:
            continue
        sentence = query.doc.sentence_at(offset)
        done = sentence.end
        years = list(_MASKED.finditer(query.doc.text, *sentence))
        for at, later in enumerate(years[1:], 1):
            if any(_clash(query.doc.text, sentence, sooner, later) for sooner in years[:at]):
                yield Hit(Span(*later.span()), {"year": later[0]})
                break


def _clash(text: str, sentence: Span, sooner: re.Match[str], later: re.Match[str]) -> bool:
    if sooner[0] != later[0]:
        return False
    between = text[sooner.end() : later.start()]
    after = text[later.end() : min(sentence.end, later.end() + 30)]
    told = text[max(sentence.start, sooner.start() - 30) : later.start()]
    if _PAST.search(told) and _COMING.search(after) and not _COMING.search(between):
        return True
    compared = _FIGURE.match(between)
    return bool(compared and len(between) - compared.end() <= 3 and _FIGURE.match(after))
