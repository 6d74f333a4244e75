"""``speechlint rules --check``: runs the examples of a rule pack and names those that are not met."""

from __future__ import annotations

import os
import time

from speechlint.document.alignment import Change, apply
from speechlint.errors import RuleError, UsageError
from speechlint.fixing import fix
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import output
from speechlint.reporters.terminal import visible
from speechlint.rulebook import compiling, packs
from speechlint.run import proving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.document import Span
    from speechlint.rulebook.catalogue import Catalogue
    from speechlint.rulebook.examples import Example
    from speechlint.rulebook.rule import Rule

_PROVED = {
    "zh": "{rules} 条规则，{examples} 个例子都对",
    "en": "{rules} rule(s), {examples} example(s), all met",
}
_FAILED = {"zh": "{failed} 个例子不对（共 {examples} 个）", "en": "{failed} of {examples} example(s) not met"}
_SKIPPED = {
    "zh": "另有 {} 个（Word 文件、基线等）没有跑",
    "en": "{} more (Word files, baselines) were not run",
}


class _Failure(NamedTuple):
    """An example that is not met: what it ``says``, and what was ``got``."""

    rule: Rule
    says: str
    got: str
    kind: str


def check(folder: str, day: str | None, given: Given) -> int:
    """Checks the pack in ``folder``; 1 where an example is not met. Raises ``RuleError``, ``UsageError``."""
    if not os.path.isdir(folder):
        raise UsageError(f"没有规则包文件夹“{folder}”", f"no folder '{folder}'")
    rules = _rules(folder)
    if not rules:
        raise UsageError(f"“{folder}”里没有规则文件（代码-英文名.yaml）", f"no rule file in '{folder}'")
    examples = [(rule, one) for rule in rules for one in (*rule.bad, *rule.good) if not one.gap]
    run = [(rule, one) for rule, one in examples if proving.is_provable(one)]
    today = day or time.strftime("%Y-%m-%d")
    made: dict[tuple[str, ...], Catalogue] = {}
    failed = [failure for rule, one in run for failure in _failures(rule, one, rules, made, today)]
    output.write("\n".join(_told(failed, rules, len(run), len(examples) - len(run), given.language)))
    return int(bool(failed))


def _rules(folder: str) -> Sequence[Rule]:
    """The rules of the pack, read as they will be when the config names it: no code may be a shipped one's."""
    own = packs.load([folder])
    if os.path.realpath(folder) != os.path.realpath(packs.shipped()):
        shipped = {
            os.path.basename(path).partition("-")[0]: path for path in packs.rule_files(packs.shipped())
        }
        for rule in own:
            if rule.code in shipped:
                raise RuleError(
                    f"{rule.path}: 代码 {rule.code} 已用于 {shipped[rule.code]}",
                    f"{rule.path}: the code {rule.code} is that of {shipped[rule.code]}",
                )
        compiling.load([folder])  # which refuses expressions that some texts slow down
    return own


def _failures(
    rule: Rule,
    example: Example,
    rules: Sequence[Rule],
    catalogues: dict[tuple[str, ...], Catalogue],
    day: str,
) -> Iterator[_Failure]:
    """How an example is not met; ``catalogues`` are those made so far, by the codes of their rules."""
    catalogue = catalogues.get((rule.code, *example.beside))
    if catalogue is None:
        beside = (one for one in rules if one.code in example.beside)
        catalogue = catalogues[rule.code, *example.beside] = compiling.compile_rules([rule, *beside])
    doc, wanted = proving.document(example), proving.unmarked(example.text)[1]
    got = proving.found(rule, example, catalogue, day)
    if got != wanted:
        yield _Failure(rule, example.text, _marked(doc.source, got), "found")
    elif example.fixed is not None:
        fixed = _fixed(rule, example, catalogue, day)
        if fixed != example.fixed:
            yield _Failure(rule, example.fixed, fixed, "fixed")


def _fixed(rule: Rule, example: Example, catalogue: Catalogue, day: str) -> str:
    """What the best fix of each finding makes of an example."""
    doc = proving.document(example)
    found = proving.findings(rule, example, doc, catalogue, day)
    edits, _ = fix.compatible(one.fixes[0] for one in found if one.fixes)
    return apply(doc.source, [Change(*edit.span, edit.text, "edit") for edit in sorted(edits)])


def _marked(text: str, spans: Sequence[Span]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def _told(
    failed: Sequence[_Failure], rules: Sequence[Rule], examples: int, skipped: int, lang: str
) -> Iterator[str]:
    english = lang == "en"
    for one in failed:
        yield f"{visible(one.rule.path)}: {one.rule.code}"
        heads = ("例子里写的：", "实际报的：") if one.kind == "found" else ("fixed 写的：", "改成了：")
        if english:
            heads = ("the example says: ", "found: ") if one.kind == "found" else ("fixed says: ", "became: ")
        yield f"  {heads[0]}{visible(one.says)}"
        yield f"  {heads[1]}{visible(one.got)}"
    said = _FAILED[lang] if failed else _PROVED[lang]
    yield said.format(failed=len(failed), rules=len(rules), examples=examples)
    if skipped:
        yield _SKIPPED[lang].format(skipped)
