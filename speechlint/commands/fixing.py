"""What ``--fix``, ``--fix-only`` and ``--diff`` do: each draft's fixes made, written or shown."""

from __future__ import annotations

import os

from speechlint import readers
from speechlint.document.outcome import left_out
from speechlint.errors import UsageError
from speechlint.files import writing
from speechlint.fixing import fix
from speechlint.fixing.undoing import Changed
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters import output
from speechlint.result import LeftOut, Trouble, attempt
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.finding import Finding
    from speechlint.project.plan import Project

_DOING = ("--fix", "--fix-only", "--diff")


class Done(NamedTuple):
    """The outcome of a run of fixes: findings settled, drafts changed, and the paths that were not read or written."""

    settled: int
    drafts: int
    errors: tuple[Trouble, ...]
    changed: tuple[Changed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def fix_all(
    drafts: Sequence[str], project: Project, given: Given, place: Callable[[str, Given], str]
) -> Done:
    """Fixes every draft as the options want it; one that cannot be is told of, the others are not held up.

    Raises ``UsageError`` where the options do not go together.
    """
    _check(given)
    settled = drafts_changed = 0
    written: list[Changed] = []
    errors: list[Trouble] = []
    passed: list[LeftOut] = []
    for path in drafts:
        lang = project.plan(place(path, given)).settings.lang
        where = place(path, given)
        made = attempt(where, lang, lambda path=path, where=where: _fix(path, where, project, written, given))  # type: ignore[misc]
        if isinstance(made, Trouble):
            errors.append(made)
            continue
        count, outcome = made
        settled, drafts_changed = settled + count, drafts_changed + bool(count)
        if outcome:
            passed.append(LeftOut(where, outcome))
    done = Done(settled, drafts_changed, tuple(errors), tuple(written), tuple(passed))
    _note(done, given)
    return done


def _check(given: Given) -> None:
    doing = [name for name in _DOING if given.flag(name)]
    if not doing:
        name = next(filter(given.flag, ("--unsafe-fixes", "--backup")), "--exit-non-zero-on-fix")
        raise UsageError(f"{name} 要和 --fix 或 --diff 一起用", f"{name} goes with --fix or --diff")
    if "--diff" in doing and len(doing) > 1:
        raise UsageError(
            f"--diff 只看不写，不和 {doing[0]} 一起用",
            f"--diff writes nothing; it does not go with {doing[0]}",
        )
    if given.flag("--backup") and ("--diff" in doing or sources.STDIN in given.words):
        raise UsageError(
            "--backup 是写稿子时留的，不和 --diff、标准输入（-）一起用",
            "--backup keeps what --fix writes over; it does not go with --diff or standard input (-)",
        )
    if sources.STDIN in given.words and len(given.words) > 1:
        raise UsageError("改标准输入（-）时不带别的路径", "fix standard input (-) alone, without other paths")


def _fix(path: str, place: str, project: Project, written: list[Changed], given: Given) -> tuple[int, str]:
    """The number of findings settled in the draft, and its outcome."""
    data, reader = sources.content(path), readers.of(place)
    source, encoding = reader.decode(data, given.last("--encoding"))
    outcome = left_out(reader.document(place, source, encoding))

    def lint(source: str) -> Sequence[Finding]:
        return check_document(reader.document(place, source, encoding), project).findings

    made = fix.fix(data, encoding, lint, unsafe=given.flag("--unsafe-fixes"), reader=reader)
    if given.flag("--diff"):
        _show(place, source, reader.decode(made.data, encoding)[0], given)
    elif path == sources.STDIN:
        output.pour(reader.decode(made.data, encoding)[0], made.data)
    elif made.data != data:
        backup = writing.back_up(path, data) if given.flag("--backup") else ""
        writing.write(path, made.data, seen=data)
        written.append(Changed(path, backup, data))
        _tell_link(path, given)
    return made.settled, outcome


def _tell_link(path: str, given: Given) -> None:
    if os.path.islink(path) and not given.flag("--quiet"):
        target = os.path.realpath(path)
        zh, en = f"{path} 是符号链接，改的是 {target}", f"{path} is a symbolic link; {target} was changed"
        output.note(en if given.lang == "en" else zh)


def _show(path: str, old: str, new: str, given: Given) -> None:
    """A unified diff; line ends are shown as ``\\n``, whatever they are in the file."""
    from io import StringIO  # its lines end at \n alone

    from speechlint.reporters.difference import difference

    before, after = (list(StringIO(text)) for text in (old, new))
    color = output.wants_color(given.last("--color") or "auto")
    output.write("".join(difference(path, before, after, color=color)).removesuffix("\n"), painted=True)


def _note(done: Done, given: Given) -> None:
    """Says how much was fixed, on standard error: standard output is for the report, diff or draft."""
    if given.flag("--quiet") or (done.errors and not done.settled):
        return
    zh, en = ("会改 {} 处（{} 份文稿），没有写入", "{} would be fixed in {} draft(s); nothing was written")
    if not given.flag("--diff"):
        zh, en = ("改了 {} 处（{} 份文稿）", "{} fixed in {} draft(s)")
    if not done.settled:
        zh, en = ("没有可以自动改的", "nothing to fix")
    output.note((en if given.lang == "en" else zh).format(done.settled, done.drafts))
    if done.changed:
        from speechlint.fixing import undoing

        output.note(undoing.told(done.changed, given.lang or "zh"))
