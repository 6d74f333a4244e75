"""Where the reports of one run are written, settled before anything is done."""

from __future__ import annotations

import os

from speechlint.commands import wanted
from speechlint.commands.chosen import place
from speechlint.document.outcome import is_report_data
from speechlint.errors import UsageError, nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import REPORTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.commands.arguments import Given
    from speechlint.files.writing import Cleared
    from speechlint.project.plan import Project


def cleared(drafts: Sequence[str], project: Project, given: Given) -> dict[str, Cleared | None]:
    """The formats wanted, each with the leave to write its file; None for standard output. Raises ``UsageError``."""
    paths: dict[str, str | None] = {wanted.report_format(given): given.last("--output-file")}
    for said in given.values.get("--also", ()):
        format, _, path = said.replace("＝", "=").partition("=")
        _check(format.strip(), path, paths)
        paths[format.strip()] = path
    return {
        format: _cleared(path, drafts, project, given) if path else None for format, path in paths.items()
    }


def _check(format: str, path: str, known: dict[str, str | None]) -> None:
    if format not in REPORTERS or not path:
        near = nearest(format, REPORTERS) or "sarif"
        raise UsageError(
            f"--also 应写作“格式=文件”：--also {near}={path or '文件'}；格式有 {'、'.join(REPORTERS)}",
            f"--also takes FORMAT=FILE: --also {near}={path or 'FILE'}; the formats are {', '.join(REPORTERS)}",
        )
    same = [one for one in known.values() if one and os.path.realpath(one) == os.path.realpath(path)]
    if format in known or same:
        raise UsageError(
            f"--also {format}={path}：同一种格式、同一个文件只能写一次",
            f"--also {format}={path}: a format and a file can be given once only",
        )


def _cleared(path: str, drafts: Sequence[str], project: Project, given: Given) -> Cleared:
    named = [place(draft, given) for draft in given.words if not os.path.isdir(draft)]
    seen = [draft for draft in drafts if draft not in given.words]
    return wanted.cleared(path, named, project, given, seen=seen, is_ours=is_report_data)
