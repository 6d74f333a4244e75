"""Reads the values on the command line of ``check``; a value that makes no sense is a ``UsageError``."""

from __future__ import annotations

import os

from speechlint.commands.options import LEVELS
from speechlint.errors import UsageError, nearest
from speechlint.finding import Severity
from speechlint.project.layers import Layer
from speechlint.project.sources import STDIN
from speechlint.project.wanted import Wanted
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import ORIGINAL
from speechlint.rulebook import naming
from speechlint.rulebook.naming import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.files.writing import Cleared
    from speechlint.project.plan import Project


def layer(given: Given) -> Layer:
    """The layer that the command line puts over every draft. Raises ``UsageError``."""
    return Layer(
        select=tuple(map(normal, given.listed("--select"))),
        ignore=tuple(map(normal, given.listed("--ignore"))),
        extend_select=tuple(map(normal, given.listed("--extend-select"))),
        severity=_severities(given),
        as_of=_as_of(given.last("--as-of")),
        fail_on=given.last("--fail-on"),
        lang=given.lang,
        phase=given.last("--stage"),
    )


def run(given: Given, *, baselines: bool = True) -> Wanted:
    """The command line's wishes for a run; without ``baselines`` as if there were none. Raises ``UsageError``."""
    return Wanted(
        layer(given),
        config_file=given.last("--config"),
        isolated=given.flag("--isolated"),
        suppress=not given.flag("--no-suppress"),
        baseline=given.last("--baseline") if baselines else "",
        changed=given.last("--changed"),
        encoding=encoding(given),
        settings=tuple(given.values.get("--set", ())),
        lang=given.language,
    )


def encoding(given: Given) -> str | None:
    """The user's word on how drafts are read: their encoding, or Word files as before their tracked changes.

    Raises ``UsageError`` for fixes of what is not in the file any more.
    """
    if given.last("--revisions") != ORIGINAL:
        return given.last("--encoding")
    if any(map(given.flag, ("--fix", "--fix-only", "--diff"))):
        raise UsageError(
            "--revisions original 只看不改，不和 --fix、--diff 一起用",
            "--revisions original goes with no fixes",
        )
    return ORIGINAL


def project(given: Given, *, baselines: bool = True) -> Project:
    """The drafts' project, as ``run`` wants it. Raises ``UsageError``, ``ConfigError``."""
    return run(given, baselines=baselines).project()


def check_input(given: Given) -> None:
    """Raises ``UsageError`` where it is not said what to read, or not sensibly how."""
    if not given.words:
        hint = "；文件就叫 check 时请写 ./check" if os.path.isfile("check") else "，如 speechlint 讲话稿.txt"
        raise UsageError(f"没有说要检查哪个文件{hint}", "no path given; see speechlint --help")
    if given.flag("--stdin-filename") and STDIN not in given.words:
        raise UsageError("--stdin-filename 只和“-”（标准输入）一起用", "--stdin-filename goes with '-' only")
    jobs = given.last("--jobs") or "auto"
    if jobs != "auto" and not (jobs.isascii() and jobs.isdigit() and len(jobs) < 10 and int(jobs) > 0):
        raise UsageError(
            f"--jobs 应是 auto 或一个正整数，不是“{jobs}”", f"--jobs wants auto or a number, not '{jobs}'"
        )
    if given.last("--column-unit"):
        _check_columns(given)
    if given.last("--encoding"):
        from speechlint.readers.decoding import codec

        codec(given.last("--encoding") or "")


def _check_columns(given: Given) -> None:
    """Raises ``UsageError`` where no format that is wanted has columns."""
    from speechlint.reporters import REPORTERS, WITHOUT_COLUMNS

    also = (said.replace("＝", "=").partition("=")[0].strip() for said in given.values.get("--also", ()))
    formats = {report_format(given), *also}
    if formats.issubset(WITHOUT_COLUMNS):
        named, those = "、".join(sorted(formats)), [one for one in REPORTERS if one not in WITHOUT_COLUMNS]
        raise UsageError(
            f"--column-unit 只管给程序的格式里的列，{named} 里没有列；有列的是 {'、'.join(those)}",
            f"--column-unit is for formats with columns: {', '.join(those)}",
        )


def cleared(
    path: str,
    drafts: Sequence[str],
    project: Project,
    given: Given,
    *,
    seen: Sequence[str] = (),
    is_ours: Callable[[bytes], bool] | None = None,
) -> Cleared:
    """The leave to write a file that the command line names. Raises ``UsageError`` where there is none.

    ``drafts`` are the ones that were named, ``seen`` those that were found in folders.
    """
    from speechlint.files import writing

    own = [file for draft in (*drafts, *seen, path)[:1] for file in project.files(draft)]
    own += [file for file in map(given.last, ("--config", "--baseline")) if file and file != path]
    force = given.flag("--force")
    return writing.cleared(path, drafts=drafts, own=own, force=force, is_ours=is_ours, seen=seen)


def date(given: Given) -> str:
    """The moment that comments and tracked changes bear. Raises ``UsageError``."""
    import time

    said = given.last("--revision-date")
    if said is None:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    from speechlint.document.as_of import day_of

    day = day_of(said)
    if day is None:
        raise UsageError(
            f"--revision-date 的“{said}”不是日期；应为 2026-03-05",
            f"--revision-date: '{said}' is no date; use 2026-03-05",
        )
    return f"{day}T00:00:00Z"


def number(name: str, given: Given) -> int:
    """The number that an option gives; 0 without it. Raises ``UsageError``."""
    said = given.last(name)
    if said is None:
        return 0
    if not (said.isascii() and said.isdigit() and len(said) < 10 and int(said) > 0):
        raise UsageError(f"{name} 应是一个正整数，不是“{said}”", f"{name} wants a number, not '{said}'")
    return int(said)


def report_format(given: Given) -> str:
    """The format of the report: ``text`` unless asked otherwise."""
    return given.last("--format") or "text"


def _severities(given: Given) -> Mapping[str, Severity]:
    wanted = {}
    for said in given.listed("--severity"):
        name, _, called = said.replace("＝", "=").partition("=")
        level = naming.level(called.strip())
        if level not in LEVELS:
            near = nearest(level, LEVELS) or "error"
            raise UsageError(
                f"--severity 应写作“规则=级别”，级别是 error、warning 或 info：--severity {name}={near}",
                f"--severity takes RULE=LEVEL with error, warning or info: --severity {name}={near}",
            )
        wanted[normal(name.strip())] = Severity[level.upper()]
    return wanted


def _as_of(said: str | None) -> str | None:
    if said is None:
        return None
    from speechlint.document.as_of import DRAFT, TODAY, day_of

    day = said if said in (DRAFT, TODAY) else day_of(said)
    if day is None:
        raise UsageError(
            f"--as-of 的“{said}”不是日期；应为 2026-03-05、2026-03、2026 或 draft",
            f"--as-of: '{said}' is no date; use 2026-03-05, 2026-03, 2026 or draft",
        )
    return day
