"""The rules as a Markdown page: what each finds, why, on whose authority, with examples."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from speechlint.finding import GRADES
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook.same_fault import OWN, TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.rulebook.examples import Example
    from speechlint.rulebook.rule import Rule

_LEVELS = {"error": "必须改（error）", "warning": "建议改（warning）", "info": "可看（info）"}
_MOST = 4


def markdown(rules: Iterable[Rule], families: Mapping[str, Mapping[str, str]]) -> str:
    """The whole page, by family, then code; without a newline at its end."""
    known = list(families)
    ordered = sorted(rules, key=lambda rule: (_rank(known, rule), rule.code))
    lines = ["# 规则", "", "由规则文件生成；`speechlint explain 代码` 看单条。`⟦…⟧` 里是会报的字。"]
    for family, members in groupby(ordered, key=lambda rule: rule.code[:-3]):
        lines += ["", f"## {family} {families.get(family, {}).get('zh', '')}".rstrip()]
        for rule in members:
            lines += _rule(rule)
    return "\n".join([*lines, *_told_once()])


def _told_once() -> Iterator[str]:
    """Which findings tell one fault."""
    yield from ("", "## 一个毛病只报一次", "")
    yield "两条规则说的是同一个毛病时只报一条，另一条的代码在 JSON 的 `also` 里：重的报，一样重的报长的；"
    yield "后者在前者要删的字里的，报前者（后者更重时都报）。复制留下的损伤（ENC、SPC）和它遮住的毛病是两个毛病，都报。"
    yield from ("", "| 规则 | 和 | 在哪里 | 为什么 |", "|---|---|---|---|")
    for row in (*TABLE, OWN):
        yield f"| {_names(row.codes)} | {_names(row.others)} | {row.how} | {row.why} |"


def _names(codes: Iterable[str]) -> str:
    """Codes, those of a family behind one another without its letters."""
    told = [
        f"{family}{'、'.join(code[len(family) :] for code in group)}" for family, group in _by_family(codes)
    ]
    return "；".join(told) or "—"


def _by_family(codes: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
    return groupby(codes, key=lambda code: code.rstrip("0123456789"))


def _rank(known: list[str], rule: Rule) -> int:
    family = rule.code[:-3]
    return known.index(family) if family in known else len(known)


def _rule(rule: Rule) -> Iterator[str]:
    off = "；默认不开" if not rule.default else ""
    yield from ("", f"### {rule.code} {rule.title}", "")
    yield f"{_LEVELS[rule.severity.label]}{off} · `{rule.name}`"
    yield from ("", " ".join(rule.why.split()), "")
    yield from (f"依据（{_grades(rule)}）：{rule.source}", "")
    for label, examples in (("会报", rule.bad), ("不报", rule.good)):
        for example in _chosen(examples):
            yield f"- {label}：{_code(example.text)}"


def _grades(rule: Rule) -> str:
    """The grade of a rule's authority, and how many of its entries have another."""
    entries = rule.options.get("entries", {})
    others = Counter(entry.get("grade") for entry in entries.values() if isinstance(entry, dict))
    told = [
        f"{GRADES[grade][0]} {others[grade]} 条" for grade in GRADES if others[grade] and grade != rule.grade
    ]
    return GRADES[rule.grade][0] + (f"；其中{'、'.join(told)}" if told else "")


def _chosen(examples: Iterable[Example]) -> list[Example]:
    """A few examples, one for each table entry before a second for any."""
    seen: dict[str | None, int] = {}
    ranked = []
    for example in examples:
        if not example.gap:
            seen[example.entry] = seen.get(example.entry, 0) + 1
            ranked.append((seen[example.entry], example))
    return [example for _, example in sorted(ranked, key=lambda pair: pair[0])[:_MOST]]


def _code(text: str) -> str:
    """A text as inline code, whatever marks it holds."""
    line = text.strip("\n").replace("\n", " ↵ ")
    ticks = "`" * (
        1 + max((len(run) for run in line.replace("`", " ` ").split() if set(run) == {"`"}), default=0)
    )
    return f"{ticks} {line} {ticks}" if "`" in line else f"`{line}`"
