"""What ``--show-config`` prints: the config in effect, in the words of a config file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.engine import Settings
from speechlint.project import Plan
from speechlint.selection import Selection


def shown(plan: Plan, path: str | None) -> str:
    """A YAML text that says what applies to the draft at ``path``, and where it comes from."""
    return "\n".join(_lines(plan, path))


def _lines(plan: Plan, path: str | None) -> Iterator[str]:
    settings = plan.settings
    yield f"# 文稿：{path or '（没有）'}"
    yield f"# 配置：{plan.config.path or '（没有）'}"
    yield from _choices(settings.selection)
    yield f"severity: {_mapping((n, level.label) for n, level in settings.severity.items())}"
    yield f"as_of: {_as_of(settings)}"
    yield f"fail_on: {plan.fail_on}"
    yield f"lang: {settings.lang}"
    yield f"exclude: {_list(plan.config.exclude)}"
    yield f"packs: {_list(plan.config.packs)}"
    yield f"allow: {_list(allowed.term for allowed in settings.allowed)}"
    speaking = [rule for rule in plan.catalogue.rules if settings.selection.rule(rule.code, rule.default)]
    yield f"# 规则：{len(plan.catalogue.rules)} 条里用 {len(speaking)} 条"


def _choices(selection: Selection | None) -> Iterator[str]:
    """The layers of choices, the highest first; the first that names a rule decides."""
    lines = []
    while selection is not None:
        said = {"select": selection.select, "ignore": selection.ignore, "extend_select": selection.extend}
        if any(said.values()):
            lines.append("; ".join(f"{key}: {_list(names)}" for key, names in said.items() if names))
        selection = selection.under
    yield lines[0].replace("; ", "\n") if lines else "select: []  # 默认的规则"
    for line in lines[1:]:
        yield f"# 其次：{line}"


def _as_of(settings: Settings) -> str:
    as_of = settings.as_of
    return f"{'draft' if as_of.by_draft else repr(as_of.day)}  # {as_of.origin}"


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _mapping(pairs: Iterable[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
