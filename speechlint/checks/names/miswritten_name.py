"""A leader's name written wrong: a known wrong form, one character off beside his post, or torn apart.

Hits name their entry: ``form`` (a wrong form), ``namesake`` (that others may bear: beside a leader's title, or 同志
in such a sentence), ``one-off`` (one given character wrong, lost or swapped beside a post that is known
to have been held by nobody else, or what is named after him), ``listed`` (among the others of a standing
committee), ``lost`` (学习近平), ``split`` (over two lines, or by a space).

The message may use ``text`` and ``name``.
"""

from __future__ import annotations

from speechlint.checks.names import mentions
from speechlint.document import Span
from speechlint.document.contexts import excused, place
from speechlint.document.quotations import inside
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

__all__ = ["ABOUT", "check", "declared", "gates", "prepare", "with_roster"]
ABOUT = "写错的领导人姓名"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import ROSTER, Option

    return {
        "roster": ROSTER,
        "titles": Option(
            "group",
            "名录之外也能认出是谁的职务",
            "posts that prove a leader besides those of the roster",
            required=True,
            table={
                "before": Option("words", "在姓名前的", "before a name", required=True),
                "after": Option("words", "在姓名后的", "after a name", required=True),
            },
        ),
        "context": Option(
            "pattern",
            "句中有它，与别人同名的（曾庆洪同志）才存疑",
            "in the sentence, makes a name that others bear too (曾庆洪同志) a doubtful one",
            required=True,
        ),
    }


_LOST = "学习近平"  # 学习习近平
_DOUBLED = "习习近平"
_LEARNING = "学练研温复演讲传补"
_COMMON = ("同志", "主席")  # which prove nothing of a name that others bear
_TORN = regex.later("[ \u3000]*\n?[ \u3000]*")
_GAPS = "\n \u3000"
_HAN = regex.later(r"[^\W\d_a-zA-Z]+")


def prepare(options: Node) -> dict[str, Any]:
    """The options and what follows from their roster; titles the longest first."""
    from speechlint.checks.names.proofs import derived

    titles = {side: sorted(names, key=len, reverse=True) for side, names in options["titles"].items()}
    return derived({"roster": options["roster"], **titles, "context": options["context"]})


def with_roster(options: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    from speechlint.checks.names.proofs import derived

    return derived(mentions.with_roster(options, own))


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    roster = options["roster"]
    return {
        "forms": frozenset((*roster["wrong"], *roster["namesakes"])),
        "titles": frozenset(options["proofs"]),
        "listed": frozenset(f"{name}、" for order in roster["orders"] for name in order[2]),
        "lost": frozenset((_LOST, _DOUBLED)),
        "split": frozenset(
            f"{name[:at]}{gap}" for name in options["long"] for at in range(1, len(name)) for gap in _GAPS
        ),
    }


def check(query: Query) -> Iterator[Hit]:
    seen: set[int] = set()
    for hit in _hits(query):
        if hit.span.start not in seen and not _talked_about(query.doc, hit.span):
            seen.add(hit.span.start)
            yield mentions.vouched(hit, query.options["roster"], [hit.words["name"]])


def _hits(query: Query) -> Iterator[Hit]:
    yield from _forms(query, query.found.get("forms", ()))
    yield from _beside_titles(query, query.found.get("titles", ()))
    yield from _listed(query)
    yield from _lost(query.doc, query.found.get("lost", ()))
    yield from _split(query, query.found.get("split", ()))


def _talked_about(doc: Document, span: Span) -> bool:
    return excused(place(doc, span, "", ""), ("meta",))


def _hit(span: Span, name: str, entry: str, severity: Severity | None = None) -> Hit:
    return Hit(span, {"name": name}, (Fix((Edit(span, name),)),), entry=entry, severity=severity)


# --- known forms


def _forms(query: Query, places: Iterable[int]) -> Iterator[Hit]:
    roster, text = query.options["roster"], query.doc.text
    for at in sorted(places):
        for size in [size for size in (2, 3, 4) if at + size <= len(text)]:
            form = text[at : at + size]
            if form in roster["wrong"] and _stands_alone(text, at, at + size):
                yield _hit(Span(at, at + size), roster["wrong"][form], "form")
            elif form in roster["namesakes"]:
                severity = _proof(query, at, at + size)
                if severity:
                    yield _hit(Span(at, at + size), roster["namesakes"][form], "namesake", severity)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not part of other words: 李刻|强调, 学习|近乎."""
    learning = text[start] == "习" and text[start - 1 : start] in [*_LEARNING]
    return mentions.ends_name(text, end) and (not learning or _has_title(text, end))


def _has_title(text: str, end: int) -> bool:
    return text.startswith(("总书记", "同志", "主席", "新时代"), end)


def _proof(query: Query, start: int, end: int) -> Severity | None:
    """The context's proof that a leader is meant."""
    text = query.doc.text
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    titles = (*query.options["roster"]["forms"], *query.options["before"])
    for title in titles:
        if before.endswith(title) and not before.removesuffix(title).endswith("副"):
            return Severity.ERROR
    coined = query.options["roster"]["coined"].get(query.options["roster"]["namesakes"][text[start:end]], ())
    coined = [word for word in coined if word not in _COMMON]
    if after.startswith((*query.options["after"], *coined)) and not after.startswith(("总理事", "总书记员")):
        return Severity.ERROR
    if not after.startswith(("同志", "主席", "等同志", "等人", "、")) or not mentions.ends_name(text, end):
        return None
    sentence = query.doc.sentence_at(start)
    around = text[max(sentence.start, start - 60) : min(sentence.end, end + 60)]
    return Severity.WARNING if regex.compile(query.options["context"]).search(around) else None


# --- one character off beside a post


def _beside_titles(query: Query, places: Iterable[int]) -> Iterator[Hit]:
    roster, text = query.options["roster"], query.doc.text
    for title in _met(query, places):
        holders, *where = query.options["proofs"][text[slice(*title)]]
        for span in _beside(text, title, *where):
            name = _meant(text, span, holders, span.end == title.start)
            if name and text[slice(*span)] not in (*roster["people"], *roster["others"]):
                yield _hit(span, name, "one-off", Severity.WARNING if _is_own(roster, name) else None)


def _met(query: Query, places: Iterable[int]) -> Iterator[Span]:
    """Each title that stands at ``places``: the longest there."""
    text, title = query.doc.text, regex.compile(query.options["title"])
    for at in sorted(set(places)):
        met = title.match(text, at)
        if met and text[at - 1 : at] not in ("副", "代"):
            yield Span(at, met.end())


def _beside(text: str, title: Span, surnames: str, behind: bool, before: bool) -> Iterator[Span]:
    """Where a name with one of the surnames may stand beside a title that stands behind or before it."""
    for size in (3, 2) if behind else ():
        start = title.start - size
        if start >= 0 and text[start] in surnames:
            yield Span(start, title.start)
    if before and title.end < len(text) and text[title.end] in surnames:
        yield Span(title.end, min(title.end + 3, len(text)))


def _is_own(roster: Mapping[str, Any], name: str) -> bool:
    return any(roster["posts"][term[0]]["own"] for term in roster["people"][name])


def _meant(text: str, span: Span, holders: Iterable[str], leads: bool) -> str | None:
    """Which holder's name the words are, but for one given character wrong, lost (习近总书记) or swapped.

    ``leads``: they stand before the title; after it, a word must not go on (总书记习近平安).
    """
    said = text[slice(*span)]
    if not _HAN.fullmatch(said) or said[-1] in "副代总" or not (leads or mentions.ends_name(text, span.end)):
        return None
    if said[0] == "习" and text[span.start - 1 : span.start] in [*_LEARNING]:  # 学习近期总书记讲话
        return None
    tail = text[max(0, span.end - 4) : span.end]
    return next((name for name in holders if mentions.is_off(said, name, tail)), None)


def _listed(query: Query) -> Iterator[Hit]:
    places = query.found.get("listed")
    if not places:
        return
    from speechlint.checks.names.committee_rows import lacking

    for span, name, severity in lacking(query, places):
        yield _hit(span, name, "listed", severity)


# --- characters lost, names torn apart


def _lost(doc: Document, places: Iterable[int]) -> Iterator[Hit]:
    for at in sorted(places):
        span = Span(at, at + 4)
        if any(inside(doc, span, kind) for kind in ("quote", "title")):
            continue
        if doc[span] == _LOST and doc.text[at + 4 : at + 5] not in ("原", "台", "衡", "均"):
            yield _hit(span, "学习习近平", "lost")
        elif doc[span] == _DOUBLED and doc.text[max(0, at - 1) : at] not in [*_LEARNING]:
            yield _hit(span, "习近平", "lost")


def _split(query: Query, places: Iterable[int]) -> Iterator[Hit]:
    """A name of three characters or more with a line break or a space in it."""
    text = query.doc.text
    for at in sorted(places):
        size = next((size for size in (1, 2, 3) if text[at + size : at + size + 1] in (*_GAPS,)), 0)
        if not size:  # a name at the very end
            continue
        rest = at + size + len(_TORN.match(text, at + size)[0])  # type: ignore[index]
        for name in query.options["long"]:
            if name[:size] == text[at : at + size] and text.startswith(name[size:], rest):
                span = Span(at, rest + len(name) - size)
                if mentions.ends_name(text, span.end):
                    yield _hit(span, name, "split")
