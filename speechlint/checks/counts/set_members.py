"""Members of a fixed set that stand together: their order, and the one left out.

The message may use ``wording``, ``state`` and ``state_en``.
"""

from __future__ import annotations

from speechlint.checks.wording.pattern import matches
from speechlint.document import Span
from speechlint.document.alignment import Change, apply
from speechlint.document.contexts import CONTEXTS, excused, place
from speechlint.document.dates import judged_day, own_date
from speechlint.document.quotations import quoted
from speechlint.finding import Edit, Fix, Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "连着写的固定几项，次序不对或少了一项"
_JOIN = "[、，,]?(?:和|与|及|以及)?"


def _entry() -> Table:
    """What an entry may say."""
    from speechlint.checks.options import CHECKED, DEFAULT, GRADE, REVIEW, SEVERITY, SOURCE, Option

    return {
        "members": Option(
            "records",
            "各项，按次序",
            "the members in their order",
            required=True,
            table={
                "word": Option("pattern", "这一项的正则式", "an expression for it", required=True),
                "since": Option(
                    "day", "后来才有的，从哪一天起", "since when, for a member that came later", default=""
                ),
            },
        ),
        "join": Option("text", "两项之间可以有的字", "what may stand between two members", default=_JOIN),
        "least": Option(
            "number", "至少几项连着才算；不写是全部", "how many members make the set; else all of them"
        ),
        "complete": Option(
            "level",
            "少一项时报什么级别；不写不报",
            "the severity at which a missing member is told; else none",
        ),
        "tail": Option("flag", "true：少的是最后一项也报", "true: also where the missing one is the last"),
        "before": Option("text", "紧挨在前面必须有的", "an expression right before the members", default=""),
        "after": Option("text", "紧挨在后面必须有的", "an expression right after the members", default=""),
        "valid_from": Option("day", "哪一天起固定", "since when the set is fixed", default=""),
        "excuse": Option(
            "some", "可用的场合", "contexts in which nothing is told", of=CONTEXTS, beside="instead"
        ),
        "severity": SEVERITY,
        "source": SOURCE,
        "grade": GRADE,
        "default": DEFAULT,
        "checked": CHECKED,
        "review": REVIEW,
    }


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {"entries": Option("entries", "固定搭配的几项", "fixed sets", required=True, table=_entry())}


_REACH = 300
_AND = ("和", "与", "同", "跟")
_UNSHOWN = regex.later(r"\(\?[<!=]+[^)]*\)|\(\?:[^()]*\)\?|\?(?!:)")
_CHOICE = regex.later(r"\(\?:([^|()]*)[^()]*\)")
# A name of all of them right behind says that none is left out: ……、生活富裕的总要求.
_NAMED = regex.later(
    "(?:[、，][^，。；、“”\\n]{2,6}(?=[“「]|的))?[”」]?的?[“「]?(?:[一二三四五六七八九]个?[^，。；、\\n]{1,5}[”」]|(?:伟大)?(?:总要求|总体要求|总目标|能力|精神|理念|方针|"
    "总体?布局|战略布局|本领|品格|考验|危险|作风|使命任务|核心价值观|根本要求|重要要求)(?=[，。；、！”]|建设|为))"
)
_MOST = 3  # members, all but one, that make a set with its name behind
_BESIDE = regex.later(r"\(\?(?:=|!|<[=!])")


def prepare(options: Node) -> dict[str, Any]:
    """The entries, each with the expressions for a run of its members."""
    return {"entries": {name: _prepared(entry) for name, entry in options["entries"].items()}}


def _prepared(entry: Node) -> dict[str, Any]:
    from speechlint.gates.patterns import compiles

    members = [member["word"] for member in entry["members"]]
    any_ = "|".join(f"(?:{member})" for member in members)
    more = f"(?:{entry['join']}(?:{any_})){{1,{len(members)}}}"
    run = f"{entry['before']}(?P<at>(?:{any_}){more}){entry['after']}"
    compiles(run, entry.where("members"))
    least = entry["least"] or len(members)
    kept = ("complete", "tail", "valid_from", "excuse", "severity", "source", "grade", "default")
    return {
        **{key: entry[key] for key in kept},
        "run": run,
        "fewest": _fewest(run, members, min(least, max(_MOST, len(members) - 1))),
        "each": "|".join(f"({member})" for member in members),
        "members": members,
        "names": [_shown(member) for member in members],
        "since": [member["since"] for member in entry["members"]],
        "least": least,
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    from speechlint.gates.literals import required

    return {name: required(entry["run"]) for name, entry in options["entries"].items()}


def check(query: Query) -> Iterator[Hit]:
    entries = query.options["entries"]
    for name in filter(query.found.get, entries):
        entry, offsets = entries[name], query.found[name]
        if len(offsets) < entry["fewest"]:  # mostly one member alone
            continue
        for match in matches(query.doc, regex.compile(entry["run"], regex.MULTILINE), offsets, _REACH):
            hit = _hit(query, name, entry, Span(*match.span("at")))
            if hit:
                yield hit


def _hit(query: Query, name: str, entry: Mapping[str, Any], span: Span) -> Hit | None:
    day = judged_day(query.doc, query.as_of, span.start)
    if entry["valid_from"] and day < entry["valid_from"]:
        return None
    here = _standing(query.doc.text, entry, span)
    order = [number for number, _ in here]
    span = Span(here[0][1].start, here[-1][1].end)
    named = len(set(order)) >= max(_MOST, len(entry["members"]) - 1) and bool(
        _NAMED.match(query.doc.text, span.end)
    )
    if len(set(order)) < entry["least"] and not named:
        return None
    told = _misordered(query, entry, here)
    level = Severity.WARNING if named else entry["complete"]
    lacks = _incomplete(query, entry, sorted(here) if told else here, level, day) if level else None
    if told and lacks:
        told = (*told[:3], ())  # in order it would still lack something
    told = told or lacks
    if not told or _is_excused(query, entry, span, day):
        return None
    severity, state, state_en, fixes = told
    words = {
        "wording": query.doc[span],
        "state": state,
        "state_en": state_en,
    }
    return Hit(span, words, fixes, name, severity, entry["source"], entry["grade"], off=not entry["default"])


_Told = tuple[Severity | None, str, str, tuple[Fix, ...]]


def _standing(text: str, entry: Mapping[str, Any], span: Span) -> list[tuple[int, Span]]:
    """The members in the span, by number and place."""
    found = regex.compile(entry["each"], regex.MULTILINE).finditer(text, *span)
    return [(int(match.lastindex or 1) - 1, Span(*match.span())) for match in found]


def _misordered(query: Query, entry: Mapping[str, Any], here: list[tuple[int, Span]]) -> _Told | None:
    order = [number for number, _ in here]
    if order == sorted(set(order)) or len(set(order)) < len(order):
        return None
    text = query.doc.text
    if len(here) > 2 and text[here[0][1].end : here[1][1].start].strip("、，,") in _AND:
        return None  # 把文化自信和道路自信、理论自信、制度自信并列: one of them is set apart
    right = sorted(here)
    words = [text[span.start : span.end] for _, span in right]
    edits = tuple(
        Edit(old, new) for (_, old), new in zip(here, words, strict=True) if text[slice(*old)] != new
    )
    severity = Severity(entry["severity"]) if entry["severity"] else None
    how = "次序应为" if entry["grade"] == "regulation" else "通行的次序是"
    at, end = here[0][1].start, here[-1][1].end
    changes = (Change(old.start - at, old.end - at, new, "edit") for old, new in edits)
    wording = apply(text[at:end], changes)
    return severity, f"{how}{quoted(wording)}", f"the order is {quoted(wording)}", (Fix(edits),)


def _incomplete(
    query: Query, entry: Mapping[str, Any], here: list[tuple[int, Span]], level: int, day: str
) -> _Told | None:
    """What is missing; of a set that is not told anyway, any member, for its name is behind it."""
    order = [number for number, _ in here]
    if order != sorted(set(order)):
        return None
    whole_set = entry["tail"] or not entry["complete"]
    first, last = (
        order[0] if entry["complete"] else -1,
        len(entry["members"]) if whole_set else order[-1],
    )
    missing = [n for n in range(last) if n not in order and entry["since"][n] <= day and n > first]
    start, end = here[0][1].start, here[-1][1].end
    sentence = query.doc.sentence_at(start)
    near = query.doc.text[max(sentence.start, start - _REACH) : min(sentence.end, end + _REACH)]
    missing = [n for n in missing if not regex.compile(entry["members"][n], regex.MULTILINE).search(near)]
    if not missing:
        return None
    names = "、".join(entry["names"][n] for n in missing)
    members = dict.fromkeys(missing) | {number: query.doc[at] for number, at in here}
    whole = "、".join(members[n] or entry["names"][n] for n in sorted(members))
    state = f"缺{quoted(names)}，全的是{quoted(whole)}"
    return Severity(level), state, f"{quoted(names)} is missing in {quoted(whole)}", ()


def _is_excused(query: Query, entry: Mapping[str, Any], span: Span, day: str) -> bool:
    own = own_date(query.doc, span.start)
    return excused(place(query.doc, span, (own or day)[:4], ""), entry["excuse"])


def _fewest(run: str, members: list[str], least: int) -> int:
    """The least number of gate literals in a run that counts: one a member, where each holds its own."""
    from speechlint.gates.literals import required

    gate = required(run) or frozenset()
    held = ((required(member) or {""}) <= gate and not _BESIDE.search(member) for member in members)
    return max(2, least) if all(held) else 1


def _shown(member: str) -> str:
    """The words of a member's expression: the first of its alternatives, without what may be left out but marks."""
    return str(_CHOICE.sub(r"\1", _UNSHOWN.sub("", member)).split("|")[0])
