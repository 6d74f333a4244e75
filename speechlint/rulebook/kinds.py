"""The check kinds as they document themselves: what each sees, and what a rule may say for it."""

from __future__ import annotations

from speechlint import checks
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.checks.options import Option
    from speechlint.quick.typing import Any

_KINDS = {
    "authority": ("依据", "an authority"),
    "day": ("日期", "a day"),
    "days": ("日期的列表", "a list of days"),
    "entries": ("条目表", "a table of entries"),
    "file": ("文件", "a file"),
    "flag": ("true 或 false", "true or false"),
    "group": ("映射", "a mapping"),
    "level": ("级别", "a severity"),
    "mapping": ("映射", "a mapping"),
    "number": ("整数", "a whole number"),
    "pattern": ("正则式", "a regular expression"),
    "patterns": ("正则式的列表", "a list of regular expressions"),
    "records": ("列表", "a list"),
    "roster": ("文件", "a file"),
    "share": ("0 到 1 的数", "a number from 0 to 1"),
    "some": ("其中几个", "some of the words"),
    "succession": ("successions.yaml 里的名字", "a name in successions.yaml"),
    "text": ("文字", "text"),
    "word": ("其中一个", "one of the words"),
    "words": ("词语的列表", "a list of words"),
}
_BESIDE = {
    "instead": ("也可写在 entries 旁边，给没写的条目", "also beside entries, for those that say nothing"),
    "more": ("也可写在 entries 旁边，各条都加上", "also beside entries, for all of them"),
}
_HEAD = (
    "# 检查",
    "",
    "规则文件的 `check:` 下写一个检查名和它的选项；由各检查的 `declared` 生成。条目表的每一条还要有 `id`，",
    "并可带自己的 `bad`、`good` 示例；写错的键、类型和词会报出文件、行和最近的写法。",
    "",
    "式子（`pattern`、`unless`、`ahead` 等）可以写成列表，一项一个“或”；里面的 `{名字}` 是 `fragments` 里的一段。",
    "有 `pattern` 的条目也可以不写它，而写：",
    "",
    "| 键 | 意思 |",
    "|---|---|",
    "| `wording` | 原话，一个或几个 |",
    "| `variants` | 原话的别的写法 |",
    "| `frame` | 句式：一个片段的名字；片段里的 `{wording}`、`{别的键}` 由这一条的同名键填上 |",
    "",
    "编辑器里照着补全、标错：`speechlint schema rule` 给出规则文件的 JSON Schema。",
)


class Row(NamedTuple):
    """One option: where it stands (``entries.pattern``), its kind, its default as YAML ("" for none), what it means.

    ``words`` are those it may say, each with its meaning or "". Texts are (Chinese, English).
    """

    name: str
    required: bool
    kind: tuple[str, str]
    default: str
    meaning: tuple[str, str]
    words: Mapping[str, tuple[str, str]]


def rows(check: str) -> Iterator[Row]:
    """The options of the check called so, in the order declared; options of a table behind it."""
    return _rows(getattr(checks.load(check), "declared", dict)(), "")


def about(check: str) -> tuple[str, str]:
    """One line of Chinese and one of English that say what the check sees."""
    module = checks.load(check)
    return module.ABOUT, (module.__doc__ or "").partition("\n")[0]


def _rows(table: Mapping[str, Option], above: str) -> Iterator[Row]:
    for name, option in table.items():
        words = option.of if isinstance(option.of, dict) else dict.fromkeys(option.of, ("", ""))
        words = {word: said if isinstance(said, tuple) else ("", "") for word, said in words.items()}
        meaning = _meaning(option)
        yield Row(above + name, option.required, _KINDS[option.kind], _default(option), meaning, words)
        yield from _rows(option.table, f"{above}{name}.")


def _meaning(option: Option) -> tuple[str, str]:
    zh, en = option.zh, option.en
    if option.one_of:
        zh += f"；每条恰好写 {'、'.join(option.one_of)} 之一"
        en += f"; exactly one of {', '.join(option.one_of)} in each"
    if option.beside:
        zh, en = (
            f"{said}{mark}{more}"
            for said, mark, more in zip((zh, en), "；;", _BESIDE[option.beside], strict=True)
        )
    return zh, en


def _default(option: Option) -> str:
    if option.default is None:
        return "false" if option.kind == "flag" and not option.required else ""
    return _written(option.default)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "、".join(value) if isinstance(value, tuple) else str(value)


def markdown() -> str:
    """All check kinds as a page in Chinese; without a newline at its end."""
    lines = [*_HEAD]
    for check in sorted(checks.CHECKS):
        lines += ["", f"## {check}", "", f"{about(check)[0]}。"]
        own = list(rows(check))
        lines += ["", "| 选项 | 类型 | 默认 | 意思 |", "|---|---|---|---|", *map(_line, own)] if own else []
    return "\n".join(lines)


def _line(row: Row) -> str:
    default = "必写" if row.required else f"`{row.default}`" if row.default else ""
    meaning = row.meaning[0] + (f"：{_told(row.words.items())}" if row.words else "")
    cells = (f"`{row.name}`", row.kind[0], default, meaning)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _told(words: Iterable[tuple[str, tuple[str, str]]]) -> str:
    told = [(word, said[0]) for word, said in words]
    if any(zh for _, zh in told):
        return "；".join(f"`{word}` {zh}".rstrip() for word, zh in told)
    return "、".join(f"`{word}`" for word, _ in told)
