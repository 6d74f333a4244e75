"""Prints the config in effect for ``--show-config``, in the words of a config file."""

from __future__ import annotations

from speechlint.files.quoting import quoted
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.project.layers import Settings
    from speechlint.project.plan import Plan
    from speechlint.rulebook.selection import Selection


class _Words(NamedTuple):
    draft: str
    config: str
    none: str
    default: str
    then: str
    rules: str


_ZH = _Words("文稿：", "配置：", "（没有）", "默认的规则", "其次：", "规则：用 {} 条，共 {} 条")
_EN = _Words("draft: ", "config: ", "none", "the default rules", "then: ", "rules: {} of {}")


def shown(plan: Plan, path: str | None) -> str:
    """A YAML text that says what applies to the draft at ``path``, and where it comes from."""
    return "\n".join(_lines(plan, path))


def _lines(plan: Plan, path: str | None) -> Iterator[str]:
    settings = plan.settings
    words = _EN if settings.lang == "en" else _ZH
    yield f"# {words.draft}{harmless(path or words.none)}"
    yield f"# {words.config}{harmless(plan.config.path or words.none)}"
    yield from _choices(settings.selection, words)
    yield f"severity: {_mapping((n, level.label) for n, level in settings.severity.items())}"
    yield f"as_of: {_as_of(settings)}"
    yield f"fail_on: {plan.fail_on}"
    yield f"lang: {settings.lang}"
    yield f"stage: {harmless(plan.phase)}"
    yield f"exclude: {_list(plan.config.exclude)}"
    yield f"packs: {_list(plan.config.packs)}"
    yield f"baseline: {_list([plan.baseline.path] if plan.baseline else [])}"
    yield f"allow: {_list(allowed.term for allowed in settings.allowed)}"
    speaking = [rule for rule in plan.catalogue.rules if settings.selection.rule(rule.code, rule.default)]
    yield f"# {words.rules.format(len(speaking), len(plan.catalogue.rules))}"


def _choices(selection: Selection | None, words: _Words) -> Iterator[str]:
    """The layers of choices, the highest first; the first that names a rule decides."""
    lines = []
    while selection is not None:
        said = {"select": selection.select, "ignore": selection.ignore, "extend_select": selection.extend}
        if any(said.values()):
            lines.append("; ".join(f"{key}: {_list(names)}" for key, names in said.items() if names))
        selection = selection.under
    yield lines[0].replace("; ", "\n") if lines else f"select: []  # {words.default}"
    for line in lines[1:]:
        yield f"# {words.then}{line}"


def _as_of(settings: Settings) -> str:
    as_of = settings.as_of
    return f"{'draft' if as_of.by_draft else repr(as_of.day)}  # {as_of.origin}"


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"


def _mapping(pairs: Iterable[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"
