"""Persons whom no roster knows, in a draft that is anonymised in part or was damaged in copying: 王大川老师.

One hit for all of them: whose names these are nobody can tell from the draft, so they are to be checked, not errors.
"""

from __future__ import annotations

from speechlint.checks.names.mentions import with_roster
from speechlint.document import Span
from speechlint.document.blanks.anonymised import in_part
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.quick.typing import Any

__all__ = ["ABOUT", "check", "declared", "gates", "with_roster"]

ABOUT = "名录里没有的人名：隐去了一部分、复制坏了的稿子里的"
_SHOWN = 4  # names that the message tells
_DAMAGED = 3  # repairs: fewer may be of one stray sign
_BEFORE = regex.later(r"(?:^|(?<=[\s，,。；;：:、！？“（由请和与]))[\u4e00-\u9fff]{2,3}$")
_BEHIND = regex.later(
    r"[ \u3000]?(?P<name>[\u4e00-\u9fff]{2,3}?)(?=同志|老师|先生|女士|[，,。；;：:、！）\n]|主持|讲话|致辞|致欢迎辞|$)"
)


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import ROSTER, Option

    return {
        "roster": ROSTER,
        "known": Option(
            "words", "谁都可以提的英模、先辈", "heroes and forebears anyone may name", required=True
        ),
        "calls": Option(
            "words", "姓名后面的称呼、职务：老师、书记", "what stands behind a name", required=True
        ),
        "posts": Option("words", "姓名前面的职务：书记、主任", "what stands before a name", required=True),
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"calls": frozenset(options["calls"]), "posts": frozenset(options["posts"])}


def check(query: Query) -> Iterator[Hit]:
    doc = query.doc
    if len(doc.repairs) < _DAMAGED and not in_part(doc):
        return
    known = {*query.options["roster"]["people"], *query.options["known"]}
    places = sorted({span for span in _named(query) if doc[span] not in known})
    if places:
        names = list(dict.fromkeys(map(doc.__getitem__, places)))
        shown = "、".join(names[:_SHOWN]) + ("等" if len(names) > _SHOWN else "")
        yield Hit(places[0], {"count": str(len(names)), "names": shown}, occurrences=tuple(places))


def _named(query: Query) -> Iterator[Span]:
    """Names before a form of address, and behind a post."""
    from speechlint.document.surnames import begins_with_surname, is_name

    text = query.doc.text
    for at in query.found.get("calls", ()):
        before = _BEFORE.search(text, max(0, at - 4), at)
        name = before[0] if before else ""
        if begins_with_surname(name) and is_name(name):
            yield Span(at - len(name), at)
    for at in query.found.get("posts", ()):
        post = next((one for one in query.options["posts"] if text.startswith(one, at)), "")
        behind = _BEHIND.match(text, at + len(post))
        if behind and begins_with_surname(behind["name"]) and is_name(behind["name"], post):
            yield Span(*behind.span("name"))
