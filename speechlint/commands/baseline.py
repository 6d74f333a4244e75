"""``speechlint baseline``: writes down what a folder has now, lets it only shrink, says how it stands."""

from __future__ import annotations

import os

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING
from speechlint.errors import ReadError, UsageError, nearest
from speechlint.files import writing
from speechlint.judgements import baseline
from speechlint.judgements.debts import Known, debts, relative, updated, written
from speechlint.judgements.heirs import Heir
from speechlint.project import sources
from speechlint.project.judged import BASELINE_FILE, shown
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import output
from speechlint.reporters.terminal import harmless
from speechlint.result import LeftOut, Trouble, attempt
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.commands.arguments import Given
    from speechlint.judgements.baseline import Baseline
    from speechlint.judgements.debts import Change, Debt
    from speechlint.project.plan import Project
    from speechlint.result import Checked

ABOUT = About(
    "基线：把现有的问题记成旧账，以后只报新的",
    "baseline: note what there is now, report only what is new",
    "speechlint baseline create|update|check [OPTIONS] PATH…",
    (
        Option("--baseline", "基线文件", "the baseline file", "FILE"),
        Option(
            "--accept-new",
            "update 时新出现的也记进去（不加就只减不增）",
            "let update add new ones (else it only shrinks)",
        ),
        Option("--force", "create 时盖掉已有的", "let create replace an old baseline"),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint baseline create .", "把这个文件夹现有的问题记下来", "note what this folder has now"
        ),
        Example("speechlint baseline update .", "去掉已经改好的", "drop what is mended"),
        Example(
            "speechlint baseline check .",
            "有新问题，或有改好了没去掉的，状态 1",
            "status 1 on new or stale ones",
        ),
    ),
)
_VERBS = ("create", "update", "check")


class _Now(NamedTuple):
    """The drafts as they are: their debts, and their findings with those of the old baseline marked."""

    debts: list[Debt]
    results: list[Checked]
    left_out: list[LeftOut]
    failed: bool


def main(given: Given) -> int:
    """Do it; 1 where ``check`` finds a difference or ``update`` leaves new ones out, 2 for unread paths."""
    verb, *paths = given.words or ("",)
    if verb not in _VERBS:
        near = nearest(verb, _VERBS) or "create"
        raise UsageError(
            f"baseline 后面写 create、update 或 check：speechlint baseline {near} 路径",
            f"say create, update or check: speechlint baseline {near} PATH",
        )
    if not paths:
        raise UsageError(
            f"没有说是哪些文稿，如 speechlint baseline {verb} .",
            f"no path given: speechlint baseline {verb} .",
        )
    found = sources.find(paths, given.language)
    for trouble in found.errors:
        output.note(f"{trouble.path}: {trouble.message}")
    output.note_left_out(found.left_out, given.language)
    status = _create(found.paths, given) if verb == "create" else _compare(verb, found.paths, given)
    return 2 if found.errors else status


def _create(paths: tuple[str, ...], given: Given) -> int:
    project = wanted.project(given, baselines=False)
    path = given.last("--baseline") or _place(paths, project)
    own = project.files(paths[0]) if paths else ()
    others = [file for file in own if os.path.realpath(file) != os.path.realpath(path)]
    writing.refuse(path, paths, others, kept_in=BASELINE_FILE)
    if os.path.lexists(path) and not given.flag("--force"):
        raise UsageError(
            f"{path} 已经有了；要去掉改好的用 update，要重写用 create --force",
            f"{path} exists; use update to drop what is mended, create --force to write it anew",
        )
    now = _now(paths, project, os.path.dirname(os.path.abspath(path)), given)
    if now.left_out and not now.results:
        return 2 if now.failed else 0
    _save(path, now.debts, _known(now, os.path.dirname(os.path.abspath(path))))
    total, drafts = sum(debt.times for debt in now.debts), len({debt.path for debt in now.debts})
    _say(
        given,
        f"记下 {total} 处（{drafts} 份文稿），写进 {path}",
        f"{total} noted ({drafts} drafts) in {path}",
    )
    return 2 if now.failed else 0


def _compare(verb: str, paths: tuple[str, ...], given: Given) -> int:
    project = wanted.project(given)
    old = project.baseline(paths[0] if paths else "")
    if old is None:
        raise UsageError(
            f"没有找到基线（{BASELINE_FILE}）；先写一份：speechlint baseline create {' '.join(given.words[1:])}",
            f"no baseline ({BASELINE_FILE}) found; first: speechlint baseline create {' '.join(given.words[1:])}",
        )
    writing.refuse_draft(old.path, paths)
    now = _now(paths, project, old.root, given)
    moved = _moved(now, old)
    before = baseline.after_moves(old, moved)
    seen = {relative(one.doc.path, old.root) for one in now.results} | _gone(before, old, given)
    accept = given.flag("--accept-new")
    kept, change = updated(before, now.debts, seen, accept_new=accept)
    if verb == "update":
        left = seen.union(filter(old.is_gone, moved.values()))
        rest = [Known(*one) for one in old.sketches.items() if one[0] not in left]
        _save(old.path, kept, [*rest, *_known(now, old.root)])
        for path, origin in moved.items():
            _say(given, f"{path}：记着 {origin} 的旧账", f"{path}: has the debts of {origin}")
        _tell_update(change, old, given)
    else:
        _tell_check(change, now, old, given)
    if now.failed:
        return 2
    return int(bool(change.left or (verb == "check" and (change.settled or change.added))))


def _moved(now: _Now, old: Baseline) -> dict[str, str]:
    """The drafts whose debts stand under another path, and that path."""
    holds = {relative(one.doc.path, old.root): old.draft(one.doc, tuple(one.findings)) for one in now.results}
    return {path: origin for path, origin in holds.items() if path != origin}


def _gone(before: Iterable[Debt], old: Baseline, given: Given) -> set[str]:
    """The drafts that are gone from folders looked through whole."""
    whole = tuple(os.path.join(os.path.abspath(path), "") for path in filter(os.path.isdir, given.words[1:]))
    paths = {debt.path for debt in before} | {*old.sketches}
    return {path for path in paths if os.path.join(old.root, path).startswith(whole) and old.is_gone(path)}


def _known(now: _Now, root: str) -> list[Known]:
    return [Known(relative(one.doc.path, root), Heir(one.doc).sketch) for one in now.results]


def _now(paths: tuple[str, ...], project: Project, root: str, given: Given) -> _Now:
    noted: list[Debt] = []
    results: list[Checked] = []
    left_out: list[LeftOut] = []
    failed = False
    for path in paths:
        result = attempt(path, given.language, lambda path=path: _checked(path, project, given))  # type: ignore[misc]
        if isinstance(result, Trouble):
            failed = True
            output.note(f"{path}: {result.message}")
            continue
        if result.outcome:
            left_out.append(LeftOut(path, result.outcome))
            continue
        results.append(result)
        noted += debts(result.doc, result.findings, root)
    output.note_left_out(left_out, given.language)
    if not results and left_out:
        _say(given, "没有可检查的文稿", "No draft to check")
    return _Now(noted, results, left_out, failed)


def _checked(path: str, project: Project, given: Given) -> Checked:
    return check_draft(path, sources.content(path), project, given.last("--encoding"))


def _place(paths: tuple[str, ...], project: Project) -> str:
    """Where a new baseline goes: beside the config, else in this folder, where that is above all drafts."""
    folders = [os.path.dirname(os.path.abspath(path)) for path in paths]
    own = project.config(paths[0]).root if paths else ""
    folder = os.path.commonpath([own or os.getcwd(), *folders])
    return shown(os.path.join(folder, BASELINE_FILE))


def _save(path: str, noted: Iterable[Debt], drafts: Iterable[Known]) -> None:
    old = sources.content(path) if os.path.exists(path) else None
    made = written(noted, drafts).encode()
    if made == old:
        return
    try:
        writing.write(path, made, seen=old)
    except ReadError as why:
        raise UsageError(f"{path}：{why}", f"{path}: {why.told('en')}") from None


def _tell_update(change: Change, old: Baseline, given: Given) -> None:
    zh = f"{old.path}：去掉 {change.settled} 处"
    en = f"{old.path}: {change.settled} dropped"
    if change.added:
        zh, en = f"{zh}，记进新的 {change.added} 处", f"{en}, {change.added} added"
    if change.left:
        zh = f"{zh}；新出现的 {change.left} 处没有记进去（要记用 --accept-new）"
        en = f"{en}; {change.left} new ones left out (--accept-new takes them)"
    _say(given, zh, en)


def _tell_check(change: Change, now: _Now, old: Baseline, given: Given) -> None:
    for result in now.results:
        for finding in result.findings:
            if not finding.muted_by:
                place = result.doc.place(finding.span.start)
                where = f"{finding.path}:{place.line}:{place.column}"
                output.write(harmless(f"{where} {finding.code} {finding.message}"))
    new = change.left + change.added
    _say(
        given,
        f"{old.path}：新出现 {new} 处，改好了还记着的 {change.settled} 处",
        f"{old.path}: {new} new, {change.settled} stale",
    )


def _say(given: Given, zh: str, en: str) -> None:
    output.write(harmless(en if given.language == "en" else zh))
