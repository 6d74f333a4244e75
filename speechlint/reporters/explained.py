"""The page of a rule or a table entry: why it is one, on whose authority, with examples."""

from __future__ import annotations

import os
from pathlib import Path

from speechlint.errors import UsageError, nearest
from speechlint.finding import GRADES, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.authorities import in_language
from speechlint.reporters.families import family
from speechlint.reporters.sentence import sentence
from speechlint.rulebook import packs, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.quick.typing import Any
    from speechlint.rulebook.rule import Rule

_MARKED = regex.later("⟦(.*?)⟧")


_ELSEWHERE = ("id", "bad", "good", "source", "grade")  # of an entry: told in sections of their own
_REMARKS = ("note", "checked")  # written in Chinese


class _Words(NamedTuple):
    levels: dict[Severity, str]
    default: dict[bool, str]
    why: str
    says: str
    authority: str
    bad: str
    good: str
    entries: str
    todo: str
    advice: str
    fields: dict[str, str]


_ZH = _Words(
    {Severity.ERROR: "必须改", Severity.WARNING: "建议改", Severity.INFO: "可看"},
    {True: "默认使用", False: "默认不用"},
    "为什么",
    "报告里的话",
    "依据（{}）",
    "要报的（⟦⟧ 里的字）",
    "不报的",
    "条目（{}）",
    "怎么办",
    "只查它：speechlint --select {name} 文稿\n"
    "不查它：--ignore {name}，或写进 .speechlint.yaml 的 ignore\n"
    "这一处不必改：记进 .speechlint-ignore.yaml（path、code、words、reason），\n"
    "  .md 文稿也可在那一段前写 <!-- speechlint: ignore {name} 理由 -->",
    {
        "terms": "词语",
        "pattern": "表达式",
        "except": "不算",
        "unless": "句中有则不算",
        "valid_from": "起用",
        "valid_until": "停用",
        "replacement": "现用",
        "before": "此前",
        "ahead": "前面是",
        "behind": "后面是",
        "figure": "数目是",
        "note": "说明",
        "excuse": "可用的场合",
        "checked": "核对",
        "review": "下次核对",
        "severity": "级别",
        "default": "默认使用",
    },
)
_COLUMNS = 79  # a closing mark may still hang over
_NARROW = "\u2e7f"
_NEVER_FIRST = frozenset("，。、；：？！）》”’⟧|")
_ITEM = regex.later(" *(?:· |[^，。]{1,8}：)")
_PARTS = regex.later(r" *⟦?(?:[A-Za-z0-9._/%=@-]{1,40}|.)|.")
_EN = _Words(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
    {True: "on by default", False: "off by default"},
    "Why",
    "Message",
    "Authority ({})",
    "Found (the words in ⟦⟧)",
    "Left alone",
    "Entries ({})",
    "What to do",
    "only this: speechlint --select {name} DRAFT\n"
    "not this: --ignore {name}, or ignore in .speechlint.yaml\n"
    "this one place is right: note it in .speechlint-ignore.yaml (path, code, words, reason);\n"
    "  in a .md draft also <!-- speechlint: ignore {name} reason --> before the paragraph",
    {},
)


def page(name: str, where: Sequence[str], lang: str) -> str:
    """The page of a rule, an entry (``SLG001/xk-1``) or a family in the packs ``where``, in lines of eighty columns.

    Raises ``UsageError`` where there is none of that name.
    """
    lines = "\n".join(_explained(name, where, _EN if lang == "en" else _ZH, lang)).split("\n")
    return "\n".join(folded for line in lines for folded in _folded(line))


def _explained(name: str, where: Sequence[str], words: _Words, lang: str) -> Iterator[str]:
    files = {
        os.path.basename(path).partition("-")[0]: path for pack in where for path in packs.rule_files(pack)
    }
    code, slash, entry = name.partition("/")
    if code in files:
        read = rule.read(Path(files[code]))
        said = sentence(read, entry or None, files, lang)
        return _entry(read, entry, words, lang, said) if slash else _rule(read, where, words, lang, said)
    if any(family(other) == code for other in files):
        return _family(code, where, lang)
    known = [*files, *{family(other) for other in files}, *packs.families(where)]
    near = nearest(code, known)
    raise UsageError(
        f"没有规则“{code}”，"
        + (f"是不是 speechlint explain {near}？" if near else "全部规则见 speechlint rules"),
        f"no rule '{code}'; " + (f"did you mean {near}?" if near else "see speechlint rules"),
    )


def _folded(line: str) -> Iterator[str]:
    """A line of at most eighty columns, and what does not fit, indented under it."""
    hanging = 2 if _ITEM.match(line) else 0
    indent = " " * (len(line) - len(line.lstrip()) + hanging)
    row, width = "", 0
    for part in _PARTS.findall(line):
        size = sum(1 + (char > _NARROW) for char in part)
        if width + size > _COLUMNS and row.strip() and part not in _NEVER_FIRST:
            yield row.rstrip()
            row, width = indent, len(indent)
            part = part.lstrip()
        row, width = row + part, width + size
    yield row


def _family(letters: str, where: Sequence[str], lang: str) -> Iterator[str]:
    yield f"{letters} {packs.families(where).get(letters, {}).get(lang, '')}".rstrip()
    for pack in where:
        for path in packs.rule_files(pack):
            if family(os.path.basename(path).partition("-")[0]) == letters:
                read = rule.read(Path(path))
                yield f"  {read.code}  {read.title if lang == 'zh' else read.name}"


def _rule(read: Rule, where: Sequence[str], words: _Words, lang: str, said: str) -> Iterator[str]:
    named = packs.families(where).get(family(read.code), {}).get(lang, family(read.code))
    yield f"{read.code} {_called(read, lang)}"
    yield f"{named} · {words.levels[read.severity]} · {words.default[read.default]}"
    yield from _why(read, words, lang)
    yield from _section(words.says, [said])
    yield from _section(words.authority.format(_grade(read.grade, lang)), [in_language(read.source, lang)])
    yield from _examples(read, None, words)
    if len(read.entries) > 1:
        yield from _section(words.entries.format(len(read.entries)), _entries(read, words))
    yield from _section(words.todo, words.advice.format(name=read.code).splitlines())


def _called(read: Rule, lang: str) -> str:
    """The title of a rule, which is Chinese, and its English name."""
    return f"{read.title}（{read.name}）" if lang == "zh" else read.name


def _why(read: Rule, words: _Words, lang: str) -> Iterator[str]:
    """Why it is a rule, as its author wrote: in Chinese."""
    return _section(words.why, read.why.splitlines() if lang == "zh" else ())


def _entries(read: Rule, words: _Words) -> Iterator[str]:
    """Each entry with its level, and the words it finds in its first example."""
    found = {one.entry: _MARKED.findall(one.text) for one in reversed(read.bad)}
    own = {
        str(one.get("id")): str(one["severity"]) for one in rule.table(Path(read.path)) if "severity" in one
    }
    wide, broad = max(map(len, read.entries)), max(map(len, words.levels.values()))
    blank = " " if words is _EN else "\u3000"
    for entry in read.entries:
        level = words.levels[Severity[own[entry].upper()] if entry in own else read.severity]
        yield f"{read.code}/{entry:{wide}}  {level:{blank}<{broad}}  {'、'.join(found.get(entry, ()))}"


def _grade(grade: str, lang: str) -> str:
    return GRADES[grade][0] if lang == "zh" else grade


def _entry(read: Rule, entry: str, words: _Words, lang: str, said: str) -> Iterator[str]:
    found = next((one for one in rule.table(Path(read.path)) if str(one.get("id")) == entry), None)
    if found is None:
        near = nearest(entry, read.entries)
        zh = f"，是不是“{read.code}/{near}”？" if near else f"；全部条目见 speechlint explain {read.code}"
        en = f"; did you mean '{read.code}/{near}'?" if near else f"; see speechlint explain {read.code}"
        raise UsageError(f"{read.code} 没有条目“{entry}”{zh}", f"{read.code} has no entry '{entry}'{en}")
    yield f"{read.code}/{entry} {_called(read, lang)}"
    for key, value in found.items():
        if key not in _ELSEWHERE and (lang == "zh" or key not in _REMARKS):
            yield (
                f"  {words.fields.get(key, key)}：{_value(value)}"
                if lang == "zh"
                else f"  {key}: {_value(value)}"
            )
    yield from _section(words.says, [said])
    grade = _grade(found.get("grade", read.grade), lang)
    source = in_language(_value(found.get("source", read.source)), lang)
    yield from _section(words.authority.format(grade), [source])
    yield from _why(read, words, lang)
    yield from _examples(read, entry, words)
    yield from _section(words.todo, words.advice.format(name=f"{read.code}/{entry}").splitlines())


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(_value, value))
    if isinstance(value, dict):
        return " ".join(_value(part) for part in value.values())
    return str(value).strip()


def _examples(read: Rule, entry: str | None, words: _Words) -> Iterator[str]:
    for title, examples in ((words.bad, read.bad), (words.good, read.good)):
        own = [one for one in examples if entry is None or one.entry in (None, entry)]
        lines = (line for one in own[:8] for line in _indented(one.text, one.as_of))
        yield from _section(title, lines)


def _indented(text: str, as_of: str | None) -> Iterator[str]:
    first, *more = text.strip("\n").split("\n")
    yield f"· {first}" + (f"（{as_of}）" if as_of and not more else "")
    yield from (f"  {line}".rstrip() for line in more)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield title
        yield from (f"  {line}".rstrip() for line in lines)
