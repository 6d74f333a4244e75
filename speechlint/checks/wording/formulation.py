"""Formulations with the time they were valid in, and the contexts in which an old one is right.

The message may use ``wording``, and ``state``, ``advice`` and ``then``, each of them also with ``_en``.
"""

from __future__ import annotations

from speechlint.checks.wording import pattern
from speechlint.document.contexts import DEMAND, excused, place, reviewed
from speechlint.document.dates import last_day, later, own_date, shown, year_ending
from speechlint.document.quotations import quoted
from speechlint.errors import RuleError
from speechlint.finding import Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document.contexts import Place
    from speechlint.files.yamlfile import Node
    from speechlint.finding import Hit
    from speechlint.quick.typing import Any


ABOUT = "有时效的提法，和旧提法可以用的场合"


_PAST = ("title", "quote", "history", "since", "year", "meta", "done", "raised", "subject", "former", "story")
_ANYWHERE = ("title", "quote", "meta")
_SETTLING = 1  # months after a wording ended in which nobody is told
_LENIENT = 6  # months after it in which it is no error yet
_LATELY = 10  # years within which what was done is told without its year
_QUOTED = 24  # characters that a message quotes of a fixed wording
_ENDED = ("完成", "收官", "结束")  # 确保…如期完成 tells of no end
_CLAUSES = regex.later("[，,。；;：:！？\\s]")
_NAMED = "今年(?:既?是|也是|正是)[^。；]*$"
_NEAR = 40  # characters before a wording in which ``ahead`` is looked for


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option
    from speechlint.checks.wording.formulation_times import times

    return {
        **pattern.declared(),
        "ahead": Option(
            "pattern", "紧接在前面的这些字说的是往事", "what stands right before a wording told of the past"
        ),
        "behind": Option(
            "pattern", "紧接在后面的这些字说的是往事", "what stands right after a wording told of the past"
        ),
        "lately": Option(
            "pattern",
            "同 behind，只给停用不到十年的",
            "as behind, for a wording that ended within ten years",
        ),
        "entries": pattern.declared()["entries"]._replace(
            zh="提法", en="formulations", table={**pattern.entry_options(), **times()}
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """Makes the entries ready as ``pattern`` does, and adds ``windows``: {id: when it is right}."""
    windows = {name: _window(entry) for name, entry in options["entries"].items()}
    past = [_before(options["ahead"]), options["behind"] or "", options["lately"] or ""]
    return {**pattern.prepare(options), "windows": windows, "past": past}


def _before(expression: str | None) -> str:
    return f"(?:{expression})$" if expression else ""


def _window(entry: Node) -> dict[str, Any]:
    from speechlint.gates.patterns import any_of, check_template

    pattern = entry["pattern"] or any_of(entry["terms"])
    check_template(entry["replacement"] or "", pattern, entry.where("replacement"))
    if entry["early"] and not entry["valid_from"]:
        where = entry.where("early")
        raise RuleError(f"{where}: “early”要有“valid_from”", f"{where}: 'early' needs 'valid_from'")
    kept = (
        "valid_from",
        "valid_until",
        "early",
        "miswritten",
        "replacement",
        "succession",
        "note",
        "told_until",
    )
    until, stale = entry["valid_until"], entry["valid_until"] and not entry["miswritten"]
    settling = stale and not entry["at_once"]
    grace = max(entry["grace"], _SETTLING) if settling else entry["grace"]
    return {
        **{key: entry[key] for key in kept},
        "excuse": list(entry["excuse"] or (_PAST if stale else _ANYWHERE)),
        "bound": later(until, grace) if until else None,
        "sure": later(until, max(grace, _LENIENT)) if settling else "",
    }


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
    own = own_date(query.doc, hit.span.start)
    day = query.as_of.judging(own)
    early = bool(window["early"] and last_day(own or day) < window["valid_from"])
    if (not early and _is_valid(window, day)) or (window["told_until"] and day > window["told_until"]):
        return None
    found = place(query.doc, hit.span, (own or day)[:4], window["valid_until"] or "")
    if excused(found, window["excuse"]) or _is_of_its_year(window, found):
        return None
    if "history" in window["excuse"] and (
        _is_told_of(query.options["past"], found) or (_of_this_year(own, day) and reviewed(found))
    ):
        return None
    if window["sure"] >= day and hit.severity is Severity.ERROR:
        hit = hit._replace(severity=Severity.WARNING)
    words = _words(window, hit, query.doc[hit.span], own, early, day)
    return hit._replace(words={**hit.words, **words})


def _is_told_of(past: Sequence[str], found: Place) -> bool:
    """Whether the words right before or after tell of the past: what a congress decided, 像…那样, …的基础上."""
    ahead, behind, lately = past
    if ahead and regex.compile(ahead).search(found.before[-_NEAR:]):
        return True
    recent = lately if found.until >= str(int(found.year) - _LATELY) else ""
    told = [regex.compile(part).match(found.after) for part in (behind, recent) if part]
    return any(
        words and not (words.group().endswith(_ENDED) and DEMAND.search(found.clause)) for words in told
    )


def _is_of_its_year(window: Mapping[str, Any], found: Place) -> bool:
    """今年是“十四五”收官之年, in a draft that says itself which year 今年 is: 2026年的钟声即将敲响."""
    if not regex.compile(_NAMED).search(found.clause):
        return False
    year = year_ending(found.doc, found.span.start)
    return year is not None and _is_valid(window, last_day(year))


def _of_this_year(own: str | None, day: str) -> bool:
    """An old draft's year gone by is another than the one before the day judged at."""
    return not own or own[:4] == day[:4]


def _is_valid(window: Mapping[str, Any], day: str) -> bool:
    if window["bound"]:
        return bool(day <= window["bound"])
    # Before the right wording was there, nobody is told to write it.
    return bool(window["early"] or day < (window["valid_from"] or ""))


# What a wording is that was never right, and how the right one is told, by the grade of the authority.
_WRONG = {
    "regulation": ("不合固定写法", "is not the fixed wording"),
    "usage": ("与通行的写法不同", "is not the usual wording"),
    "convention": ("与本项目约定的写法不同", "is not the wording agreed on"),
}
_RIGHT = {"regulation": "应为", "usage": "通行写作", "convention": "改为"}


def _advised(window: Mapping[str, Any], day: str) -> str:
    """What was said on ``day`` in its place."""
    said = next((said for said, until in window["succession"] if not until or day <= until), "")
    return said or window["replacement"] or ""


def _words(
    window: Mapping[str, Any], hit: Hit, wording: str, own: str | None, early: bool, day: str
) -> dict[str, str]:
    wrong = not early and (not window["valid_until"] or window["miswritten"])
    state, state_en = _WRONG[hit.grade or ""] if wrong else _state(window, early)
    replacement, note = _filled(_advised(window, day), hit.words), window["note"]
    if wrong and replacement:
        lead, rest = _rest_of_wording(hit, wording)
        wording, replacement = f"{lead}{wording}{rest}", f"{lead}{replacement}{rest}"
    how, how_en = (_RIGHT[hit.grade or ""], "write") if wrong else ("现用", "now")
    advice = f"，{how}{quoted(replacement)}" if replacement else ""
    advice_en = f"; {how_en}: {quoted(replacement)}" if replacement else ""
    then, then_en = _then(window, own) if not early else ("", "")
    return {
        "wording": wording,
        "state": state,
        "state_en": state_en,
        "advice": advice + (f"；{note}" if note else ""),
        "advice_en": advice_en,  # notes are in Chinese
        "then": then,
        "then_en": then_en,
    }


def _rest_of_wording(hit: Hit, wording: str) -> tuple[str, str]:
    """What stands before and after a wrong word in the fixed wording, where that is short enough to be quoted."""
    lead = _CLAUSES.split(hit.words.get("lead", ""))[-1]
    rest = _CLAUSES.split(hit.words.get("rest", ""), 1)[0]
    return (lead, rest) if len(lead) + len(wording) + len(rest) <= _QUOTED else ("", "")


def _filled(replacement: str, groups: Mapping[str, str]) -> str:
    for name, said in groups.items() if "\\g<" in replacement else ():
        replacement = replacement.replace(f"\\g<{name}>", said)
    return replacement


def _state(window: Mapping[str, Any], early: bool) -> tuple[str, str]:
    if early:
        return f"{shown(window['valid_from'])}才有", f"did not exist before {window['valid_from']}"
    until = window["valid_until"]
    return f"已过时（用到{shown(until)}）", f"is out of date (in use until {until})"


def _then(window: Mapping[str, Any], own: str | None) -> tuple[str, str]:
    """Whether it was still right when the draft was written."""
    until = window["valid_until"]
    if not own or not until or window["miswritten"]:
        return "", ""
    if own <= until:
        return f"；成稿时（{shown(own)}）还有效", f"; still right when it was written ({own})"
    return f"；成稿时（{shown(own)}）已过时", f"; already out of date when it was written ({own})"
