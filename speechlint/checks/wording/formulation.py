"""Formulations with the time they were valid in, and the contexts in which an old one is right.

Options: ``entries`` as in ``pattern``, each also with

- ``valid_from``, ``valid_until``: the first and last day (ISO) on which it was right; without
  ``valid_until`` it never was (with ``early``, it still is);
- ``grace``: so many months after ``valid_until`` it is still told as the past year's work;
- ``miswritten: true``: a wrong form, called so, that was still open until ``valid_until``;
- ``early: true``: also reported where the draft's own date, else the day judged at, is before
  ``valid_from``;
- ``replacement``: what is said now; ``note``: what to do, where that is not a replacement;
- ``excuse``: the contexts that cancel (``document.contexts``); also beside ``entries``, for all;
- ``before``: what was said earlier; ``checked``: against what it was checked, and when; ``review``: when
  it is due again (ISO).

The message may use ``wording``, and ``state``, ``advice`` and ``then``, each of them also with ``_en``.
"""

from __future__ import annotations

from speechlint.checks.wording import pattern
from speechlint.document.contexts import CONTEXTS, excused, place, reviewed
from speechlint.document.dates import judged_day, last_day, later, own_date, shown
from speechlint.errors import RuleError
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.files.yamlfile import Node
    from speechlint.finding import Hit
    from speechlint.quick.typing import Any

_KEPT = ("valid_from", "valid_until", "early", "miswritten", "replacement", "note")
_TOLD = ("before", "checked", "review")  # for explain and rules --due, which read the rule file
_DATES = ("valid_from", "valid_until", "review")


def compile(options: Node) -> dict[str, Any]:
    """Strict options → those of ``pattern``, and ``windows``: {id: its own keys}."""
    shared = _contexts(options, ("title", "quote", "history", "since", "year", "meta", "done"))
    windows = {str(node.get("id")): _window(node, shared) for node in options.get("entries", ())}
    options.pop("excuse", None)
    return {**pattern.compile(options), "windows": windows}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return pattern.gates(options)


def check(query: Query) -> Iterator[Hit]:
    for raw in pattern.check(query):
        hit = _judged(query, raw)
        if hit:
            yield hit


def _judged(query: Query, hit: Hit) -> Hit | None:
    """The hit in words, unless it is right on the day judged at, or rightly used where it stands."""
    window = query.options["windows"][hit.entry]
    day = judged_day(query.doc, query.as_of, hit.span.start)
    own = own_date(query.doc, hit.span.start)
    early = bool(window["early"] and last_day(own or day) < window["valid_from"])
    if not early and _is_valid(window, day):
        return None
    found = place(query.doc, hit.span, (own or day)[:4], window["valid_until"] or "")
    if excused(found, window["excuse"]):
        return None
    if _of_this_year(own, day) and "history" in window["excuse"] and reviewed(found):
        return None
    wording = _nested(query.doc[hit.span])
    return hit._replace(words={**hit.words, "wording": wording, **_words(window, own, early)})


def _of_this_year(own: str | None, day: str) -> bool:
    """What an old draft calls the year gone by is not the one before the day judged at."""
    return not own or own[:4] == day[:4]


def _is_valid(window: Mapping[str, Any], day: str) -> bool:
    if window["bound"]:
        return bool(day <= window["bound"])
    return bool(window["early"])


def _nested(text: str) -> str:
    """Quotation marks inside quotation marks: “十一五”规划 is quoted as ‘十一五’规划."""
    return text.replace("“", "‘").replace("”", "’")


def _words(window: Mapping[str, Any], own: str | None, early: bool) -> dict[str, str]:
    state, state_en = _state(window, early)
    replacement, note = window["replacement"], window["note"]
    advice = f"，现用“{_nested(replacement)}”" if replacement else ""
    advice_en = f"; now: {replacement}" if replacement else ""
    if not window["valid_until"] or window["miswritten"]:
        advice, advice_en = advice.replace("现用", "应为"), advice_en.replace("now", "write")
    then, then_en = _then(window, own) if not early else ("", "")
    return {
        "state": state,
        "state_en": state_en,
        "advice": advice + (f"；{note}" if note else ""),
        "advice_en": advice_en + (f" ({note})" if note else ""),
        "then": then,
        "then_en": then_en,
    }


def _state(window: Mapping[str, Any], early: bool) -> tuple[str, str]:
    if early:
        return f"{shown(window['valid_from'])}才有", f"did not exist before {window['valid_from']}"
    until = window["valid_until"]
    if until and not window["miswritten"]:
        return f"已过时（用到{shown(until)}）", f"is out of date (in use until {until})"
    return "不合固定写法", "is not the fixed wording"


def _then(window: Mapping[str, Any], own: str | None) -> tuple[str, str]:
    """Whether it was still right when the draft was written."""
    until = window["valid_until"]
    if not own or not until or window["miswritten"]:
        return "", ""
    if own <= until:
        return f"；成稿时（{shown(own)}）还有效", f"; still right when it was written ({own})"
    return f"；成稿时（{shown(own)}）已过时", f"; already out of date when it was written ({own})"


def _window(node: Node, shared: list[str]) -> dict[str, Any]:
    excuse = _contexts(node, shared)
    for key in _DATES:
        if key in node and not _is_day(node[key]):
            raise RuleError(f"{node.where(key)}: “{key}”应写作 2026-11-20")
    window: dict[str, Any] = {key: node.pop(key, None) for key in _KEPT}
    until, grace = window["valid_until"], node.pop("grace", 0)
    for key in (*_TOLD, "excuse"):
        node.pop(key, None)
    if window["early"] and not window["valid_from"]:
        raise RuleError(f"{node.where()}: “early”要有“valid_from”")
    return {**window, "excuse": excuse, "bound": later(until, grace) if until else None}


def _is_day(text: Any) -> bool:
    return isinstance(text, str) and len(text) == 10 and text.replace("-", "").isdigit()


def _contexts(node: Node, default: tuple[str, ...] | list[str]) -> list[str]:
    kinds = list(node.get("excuse", default))
    for kind in kinds:
        if kind not in CONTEXTS:
            raise RuleError(f"{node.where('excuse')}: “excuse”只认 {'、'.join(CONTEXTS)}")
    return kinds
