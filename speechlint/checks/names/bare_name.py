"""A leader in office who speaks by his bare name: 赵乐际强调, where a title or 同志 is due.

Names of two characters, which others bear too, are only told where a project lists them. In news
(新华社…电) bare names are the custom.

The message may use ``text`` and ``address``.
"""

from __future__ import annotations

from speechlint.checks.names import mentions
from speechlint.checks.names.mentions import with_roster
from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day, last_day
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.names.mentions import Mention
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

__all__ = ["ABOUT", "check", "declared", "gates", "with_roster"]
ABOUT = "在任领导人直呼其名：赵乐际强调，该有职务或“同志”"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import ROSTER, Option

    return {
        "roster": ROSTER,
        "besides": Option(
            "words", "称呼归另一条规则管的人", "names whose forms of address another rule looks after"
        ),
    }


_SPEAKS = regex.later(
    "(?:在[^，。；]{1,24}[上中时])?(?:还|又|也|多次|明确|反复|曾)?(?:指出|强调|要求|提出|作出?了?重要|发表了?重要|的(?:重要)?(?:讲话|指示|批示|要求|嘱托))"
)
_STARTS = "，。；：、！？“\n \u3000"
_LEADS = regex.later("(?:学习|贯彻|落实|领会|按照|根据|牢记|遵照)(?:了|好)?$")
_NEWS = regex.later("新华社|本报讯|本报记者|记者[^，。]{0,8}[）)]|[0-9]日电")
_HEAD = 400


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    people, posts = options["roster"]["people"], options["roster"]["posts"]
    told = (
        name
        for name, terms in people.items()
        if len(name) > 2 or any(posts[term[0]]["own"] for term in terms)
    )
    return {"names": frozenset(told) - frozenset(options["besides"])}


def check(query: Query) -> Iterator[Hit]:
    if _NEWS.search(query.doc.text, 0, _HEAD):
        return
    roster = query.options["roster"]
    for mention in mentions.mentions(query.doc, roster, mentions.offsets(query.found)):
        post = _post(query, roster, mention)
        if post and _is_bare(query, mention):
            short = roster["posts"][post]["short"]
            words = {"post": f"{mention.name}{short}", "comrade": f"{mention.name}同志"}
            hit = Hit(mention.span, words)
            yield mentions.vouched(hit, roster, [mention.name])


def _is_bare(query: Query, mention: Mention) -> bool:
    text, (start, end) = query.doc.text, mention.span
    if mention.before or mention.after or not _SPEAKS.match(text, end):
        return False
    if start and text[start - 1] not in _STARTS and not _LEADS.search(text, max(0, start - 4), start):
        return False
    return not excused(place(query.doc, mention.span, "", ""), ("title", "quote", "meta"))


def _post(query: Query, roster: Mapping[str, Any], mention: Mention) -> str:
    """The post he holds on the day judged at; "" where he holds none."""
    day = judged_day(query.doc, query.as_of, mention.span.start)
    for post, since, until, _ in roster["people"][mention.name]:
        if since <= last_day(day) and day <= (until or "9"):
            return str(post)
    return ""
