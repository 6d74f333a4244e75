"""``speechlint check``: arguments → drafts → findings → report → exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from speechlint import output, reporters, sources
from speechlint.arguments import Given
from speechlint.commands import About, Example
from speechlint.commands.options import LEVELS, OPTIONS
from speechlint.config import Layer
from speechlint.engine import lint
from speechlint.errors import ReadError, UsageError, nearest
from speechlint.finding import Finding, Severity
from speechlint.project import Plan, Project
from speechlint.readers import read
from speechlint.run import Result, Run, Trouble, View
from speechlint.selection import normal

ABOUT = About(
    "检查讲话稿（子命令 check 可以省略）",
    "check speech drafts (the word check may be left out)",
    "speechlint [check] [OPTIONS] PATH…",
    OPTIONS,
    (
        Example("speechlint 讲话稿.txt", "检查一份讲话稿", "check one draft"),
        Example(
            "speechlint 2026年/ --info", "检查文件夹里的文稿，可看的也列出", "check a folder, list everything"
        ),
        Example("speechlint 旧稿.txt --as-of 2022", "按 2022 年底的提法检查", "judge by the wording of 2022"),
        Example("speechlint a.txt --select PLH,NUM", "只查占位符和序号", "only placeholders and numbering"),
        Example("speechlint - < a.txt", "从标准输入读", "read standard input"),
        Example(
            "speechlint ./check", "文件就叫 check，或以“-”开头", "a file called check, or with a leading '-'"
        ),
    ),
)
_CODECS = ("utf-8", "gb18030", "gbk", "gb2312", "big5", "utf-16", "utf-16-le", "utf-16-be")


class _Judged(NamedTuple):
    """A finished run, and whether a finding is grave enough to fail it."""

    run: Run
    failed: bool


def main(given: Given) -> int:
    lang = given.lang or "zh"
    if not given.words:
        raise _no_path()
    _check_input(given)
    project = Project(
        asked(given),
        config_file=given.last("--config"),
        isolated=given.flag("--isolated"),
        suppress=not given.flag("--no-suppress"),
    )
    found = sources.find(given.words, lang)
    if not given.flag("--quiet"):
        for remark in found.notes:
            output.note(remark)
    drafts = [path for path in found.paths if not project.config(_place(path, given)).excludes(path)]
    if given.flag("--show-files"):
        return _show_files(drafts, found.errors)
    first = project.plan(_place(drafts[0], given) if drafts else "")
    if given.flag("--show-config"):
        from speechlint.commands.settings import shown

        output.write(shown(first, drafts[0] if drafts else None))
        return 2 if found.errors else 0
    judged = _judge(drafts, found.errors, project, given)
    _report(judged.run, first, given)
    return 2 if judged.run.errors else int(judged.failed and not given.flag("--exit-zero"))


def asked(given: Given) -> Layer:
    """What the command line says of every draft. Raises ``UsageError``."""
    return Layer(
        select=tuple(map(normal, given.listed("--select"))),
        ignore=tuple(map(normal, given.listed("--ignore"))),
        extend_select=tuple(map(normal, given.listed("--extend-select"))),
        severity=_severities(given),
        as_of=_as_of(given.last("--as-of")),
        fail_on=given.last("--fail-on"),
        lang=given.lang,
    )


def _severities(given: Given) -> Mapping[str, Severity]:
    wanted = {}
    for said in given.listed("--severity"):
        name, _, level = said.partition("=")
        if level not in LEVELS:
            near = nearest(level, LEVELS) or "error"
            raise UsageError(
                f"--severity 应写作“规则=级别”，级别是 error、warning 或 info：--severity {name}={near}",
                f"--severity takes RULE=LEVEL with error, warning or info: --severity {name}={near}",
            )
        wanted[normal(name)] = Severity[level.upper()]
    return wanted


def _as_of(said: str | None) -> str | None:
    if said is None:
        return None
    from speechlint.as_of import DRAFT, day_of

    day = said if said == DRAFT else day_of(said)
    if day is None:
        raise UsageError(
            f"--as-of 的“{said}”不是日期；应为 2026-03-05、2026-03、2026 或 draft",
            f"--as-of: '{said}' is no date; use 2026-03-05, 2026-03, 2026 or draft",
        )
    return day


def _no_path() -> UsageError:
    hint = "；文件就叫 check 时请写 ./check" if os.path.isfile("check") else "，如 speechlint 讲话稿.txt"
    return UsageError(f"没有说要检查哪个文件{hint}", "no path given; see speechlint --help")


def _check_input(given: Given) -> None:
    if given.flag("--stdin-filename") and sources.STDIN not in given.words:
        raise UsageError("--stdin-filename 只和“-”（标准输入）一起用", "--stdin-filename goes with '-' only")
    encoding = given.last("--encoding")
    if encoding is None:
        return
    try:
        "".encode(encoding)
    except LookupError:
        near = nearest(encoding, _CODECS) or "gb18030"
        raise UsageError(
            f"没有叫“{encoding}”的编码，是不是“{near}”？", f"no encoding '{encoding}'; did you mean '{near}'?"
        ) from None


def _place(path: str, given: Given) -> str:
    """Where a draft counts as standing: standard input stands where it is said to come from."""
    return path if path != sources.STDIN else given.last("--stdin-filename") or path


def _judge(drafts: list[str], unread: tuple[Trouble, ...], project: Project, given: Given) -> _Judged:
    results: list[Result] = []
    errors = list(unread)
    failed = False
    for path in _tracked(drafts, given):
        place = _place(path, given)
        plan = project.plan(place)
        try:
            doc = read(place, _bytes(path), given.last("--encoding"))
        except ReadError as why:
            errors.append(Trouble(place, why.told(plan.settings.lang)))
            continue
        except OSError as why:
            errors.append(sources.trouble(place, why, plan.settings.lang))
            continue
        findings = tuple(lint(doc, plan.catalogue, plan.settings))
        failed = failed or _fails(findings, plan)
        results.append(Result(doc, findings, plan.settings.as_of))
    useless = tuple(project.useless_judgements(results))
    as_of = project.plan(_place(drafts[0], given) if drafts else "").settings.as_of
    return _Judged(Run((*results, *useless), tuple(errors), as_of), failed)


def _tracked(drafts: list[str], given: Given) -> Iterable[str]:
    """The drafts, with a progress bar for who sits at a terminal and waits."""
    if len(drafts) < 2 or given.flag("--quiet") or not output.may_animate():
        return drafts
    from speechlint.reporters.progress import track

    return track(drafts)


def _bytes(path: str) -> bytes:
    if path == sources.STDIN:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def _fails(findings: tuple[Finding, ...], plan: Plan) -> bool:
    if plan.fail_on == "never":
        return False
    least = Severity[plan.fail_on.upper()]
    return any(f.severity >= least and not f.muted_by for f in findings)


def _report(run: Run, first: Plan, given: Given) -> None:
    format = given.last("--format") or "text"
    to_file = given.last("--output-file")
    view = View(
        lang=first.settings.lang,
        color=not to_file and output.wants_color(given.last("--color") or "auto"),
        width=output.width(),
        info=given.flag("--info"),
        quiet=given.flag("--quiet"),
        statistics=given.flag("--statistics"),
        sort=given.last("--sort") or "position",
    )
    text = reporters.load(format).report(run, view)
    if to_file is None:
        output.write(text, format)
    else:
        output.save(text, to_file)


def _show_files(drafts: list[str], errors: tuple[Trouble, ...]) -> int:
    output.write("\n".join(drafts))
    for trouble in errors:
        output.note(f"{trouble.path}: {trouble.message}")
    return 2 if errors else 0
