"""What ``--fix``, ``--fix-only`` and ``--diff`` do: each draft's fixes made, written or shown."""

from __future__ import annotations

import os

from speechlint import readers
from speechlint.commands import wanted
from speechlint.document.outcome import left_out
from speechlint.errors import UsageError, WriteError
from speechlint.files import writing
from speechlint.fixing import fix
from speechlint.fixing.undoing import Changed
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.written import composed
from speechlint.reporters import output
from speechlint.result import LeftOut, Trouble, attempt
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.finding import Finding
    from speechlint.project.plan import Project

_WITH_FIX = ("--unsafe-fixes", "--backup", "--no-backup", "--track-changes", "--revision-date")
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
    work = _Work()
    try:
        for path in drafts:
            _try(path, place(path, given), project, work, given)
    except BaseException:
        if work.written:  # before what stops the run: what was written must not go unsaid
            _note(work.done(), given)
        raise
    _note(work.done(), given)
    return work.done()


class _Work:
    """What has been done so far."""

    def __init__(self) -> None:
        self.settled = self.drafts = 0
        self.errors: list[Trouble] = []
        self.written: list[Changed] = []
        self.left_out: list[LeftOut] = []

    def done(self) -> Done:
        return Done(self.settled, self.drafts, tuple(self.errors), tuple(self.written), tuple(self.left_out))


def _try(path: str, place: str, project: Project, work: _Work, given: Given) -> None:
    lang = project.plan(place).settings.lang
    made = attempt(place, lang, lambda: _fix(path, place, project, work, given))
    if isinstance(made, Trouble):
        work.errors.append(made)
    elif made:
        work.left_out.append(LeftOut(place, made))


def _check(given: Given) -> None:
    doing = [name for name in _DOING if given.flag(name)]
    if not doing:
        name = next(filter(given.flag, _WITH_FIX), "--exit-non-zero-on-fix")
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


def _fix(path: str, place: str, project: Project, work: _Work, given: Given) -> str:
    """Settles what is safe to settle in the draft; its outcome."""
    data, reader = sources.content(path), readers.of(place)
    source, encoding = reader.decode(data, given.last("--encoding"))
    outcome = left_out(reader.document(place, source, encoding))

    def lint(source: str) -> Sequence[Finding]:
        return check_document(reader.document(place, source, encoding), project).findings

    made = list(fix.rounds(source, lint, unsafe=given.flag("--unsafe-fixes"), reader=reader))
    if given.flag("--diff"):
        _show(place, source, made[-1].source if made else source, given)
    else:
        _write(path, place, data, _written(place, data, encoding, made, given), work.written, given)
    settled = sum(one.settled for one in made)
    work.settled += settled
    work.drafts += bool(settled)
    return outcome


def _written(place: str, data: bytes, encoding: str, made: Sequence[fix.Round], given: Given) -> bytes:
    """The bytes of a draft with its fixes made, in Word files as tracked changes where asked."""
    if not given.flag("--track-changes"):
        return fix.written(data, encoding, made, readers.of(place))
    if not readers.is_word(place):
        raise WriteError(
            "--track-changes 只用于 Word 文件（.docx），没有改动", "--track-changes is for Word files (.docx)"
        )
    if not made:
        return data
    from speechlint.readers import word

    edits = composed((one.edits for one in made), made[0].before)
    return word.tracked(data, edits, wanted.date(given))


def _write(path: str, place: str, old: bytes, new: bytes, written: list[Changed], given: Given) -> None:
    if path == sources.STDIN:
        output.pour(readers.of(place).decode(new, given.last("--encoding"))[0], new)
    elif new != old:
        backup = writing.back_up(path, old) if keeps_copy(path, given) else ""
        writing.write(path, new, seen=old)
        written.append(Changed(path, backup, old))
        _tell_link(path, given)


def keeps_copy(path: str, given: Given) -> bool:
    """Whether a draft is kept as it was beside the changed one: where asked, and Word files unless asked not to."""
    return given.flag("--backup") or (readers.is_word(path) and not given.flag("--no-backup"))


def _tell_link(path: str, given: Given) -> None:
    if os.path.islink(path) and not given.flag("--quiet"):
        target = os.path.realpath(path)
        zh, en = f"{path} 是符号链接，改的是 {target}", f"{path} is a symbolic link; {target} was changed"
        output.note(en if given.language == "en" else zh)


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
    output.note((en if given.language == "en" else zh).format(done.settled, done.drafts))
    if done.changed:
        from speechlint.fixing import undoing

        output.note(undoing.told(done.changed, given.language))
