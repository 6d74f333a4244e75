"""Settling findings: which fixes to take, and how they are written back byte for byte.

A fix is taken where it is safe, or, on demand, where a finding has one answer only. Fixes that
overlap wait for the next round; rounds end when nothing is left to take. A fix that would put
another fault in its place is not made (see ``harm``). Bytes outside the edits stay as they were: encoding, byte
order mark, line ends.
"""

from __future__ import annotations

import errno
import os
import time
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from contextlib import suppress

from speechlint.document.alignment import Alignment, Change
from speechlint.errors import WriteError, reason
from speechlint.finding import Edit, Finding
from speechlint.fixing.harm import deletions, half_pairs, harmful, is_within
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document.span import Span
    from speechlint.finding import Fix

_ROUNDS = 100  # as many as no draft needs: each settles all that does not overlap
_PART = regex.later(r"\.speechlint-\d+\.tmp")
_OLD = 3600  # seconds after which nobody writes a file any more


Lint = Callable[[str], Sequence[Finding]]


class Fixed(NamedTuple):
    """A file's bytes with fixes made, and how many findings, or places of grouped ones, were settled."""

    data: bytes
    settled: int


def fix(data: bytes, encoding: str, lint: Lint, *, unsafe: bool = False) -> Fixed:
    """``data`` with all fixes made that may be, again and again until nothing changes.

    ``lint`` gives the findings of a source (newlines ``\\n``, no byte order mark). Raises
    ``WriteError`` for a character the encoding lacks.
    """
    mark, before = _raw(data, encoding)
    raw, settled = before, 0
    for made in rounds(before, lint, unsafe=unsafe):
        raw, settled = made.raw, settled + made.settled
    return Fixed(mark + _encoded(raw, encoding, before) if settled else data, settled)


class Round(NamedTuple):
    """A text after one round of fixes, with its own line ends, what is found in it, how many fixes were made."""

    raw: str
    findings: Sequence[Finding]
    settled: int


def rounds(raw: str, lint: Lint, *, unsafe: bool = False) -> Iterator[Round]:
    """The rounds of fixes until nothing changes."""
    findings, seen = lint(text.source(raw)), {raw}
    for _ in range(_ROUNDS):
        made = _round(raw, findings, answers(findings, unsafe=unsafe), lint)
        if made is None or made.raw in seen:
            return
        seen.add(made.raw)
        raw, findings = made.raw, made.findings
        yield made


def _round(raw: str, findings: Sequence[Finding], fixes: list[Fix], lint: Lint) -> Round | None:
    """One round of fixes, without those that would put something wrong in their place; None changes nothing."""
    source = text.source(raw)
    while True:
        edits, count = compatible(fixes)
        bad = half_pairs(source, edits)
        if not bad:
            changed = _apply_to_raw(raw, edits)
            if changed == raw:
                return None
            after = lint(text.source(changed))
            bad = harmful(source, edits, findings, after)
            if not bad:
                return Round(changed, after, count)
        fixes = [fix for fix in fixes if bad.isdisjoint(fix.edits)]


def edited(data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes:
    """``data`` with sorted edits of its source made. Raises ``WriteError``, as ``fix``."""
    mark, raw = _raw(data, encoding)
    return mark + _encoded(_apply_to_raw(raw, edits), encoding, raw)


def _raw(data: bytes, encoding: str) -> tuple[bytes, str]:
    """The byte order mark, and the text with its own line ends."""
    mark = text.byte_order_mark(data, encoding)
    raw = text.raw(data[len(mark) :], encoding)
    if text.encoded(raw, encoding) != data[len(mark) :]:
        raise WriteError(
            f"这份 {encoding} 文件无法逐字节写回，没有改动；请先另存为 UTF-8",
            f"this {encoding} file cannot be written back byte for byte; save it as UTF-8 first",
        )
    return mark, raw


def answers(findings: Iterable[Finding], *, unsafe: bool) -> list[Fix]:
    """The fix to take for each finding, or place of a grouped one, that has one; a muted finding has none."""
    taken = []
    deleted = deletions(findings)
    for finding in findings:
        if finding.muted_by:
            continue
        safe = [fix for fix in finding.fixes if fix.safe]
        if len(safe) == 1 or (unsafe and len(finding.fixes) == 1):
            parts = _parts(finding, (safe or list(finding.fixes))[0])
            taken += [part for part in parts if not is_within(part, finding, deleted)]
    return taken


def _parts(finding: Finding, fix: Fix) -> list[Fix]:
    """The fix of a grouped finding place by place: each stands for itself, with all its edits."""
    if not fix.edits:
        return []
    own: dict[Span, list[Edit]] = {}
    for edit in fix.edits:
        at = bisect_right(finding.occurrences, edit.span.start, key=lambda place: place.start) - 1
        if at < 0 or edit.span.end > finding.occurrences[at].end:
            return [fix]
        own.setdefault(finding.occurrences[at], []).append(edit)
    return [fix._replace(edits=tuple(edits)) for edits in own.values()]


def compatible(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """The edits of as many fixes as do not touch each other, sorted, and the number of fixes."""
    kept: list[Edit] = []
    count = 0
    for one in sorted(fixes, key=lambda fix: min(edit.span for edit in fix.edits)):
        if not any(_is_taken(edit, kept) for edit in one.edits):
            for edit in one.edits:
                if edit not in kept[bisect_left(kept, edit) :][:1]:
                    insort(kept, edit)
            count += 1
    return kept, count


def _is_taken(edit: Edit, kept: Sequence[Edit]) -> bool:
    """Whether a different edit among the sorted ``kept`` shares a place with this one."""
    at = bisect_left(kept, edit)
    near = kept[max(0, at - 1) : at + 2]
    return any(
        other != edit and (edit.span.overlaps(other.span) or edit.span.start == other.span.start)
        for other in near
    )


def apply(source: str, edits: Sequence[Edit]) -> str:
    """``source`` with sorted edits made, none of which overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, source[at:]))


def _apply_to_raw(raw: str, edits: Sequence[Edit]) -> str:
    """``raw`` with edits of its source made; new lines end as most lines of the file do."""
    ends = Alignment(_crlf(raw))
    newline = "\r\n" if raw.count("\r\n") * 2 > raw.count("\n") else "\n"
    return apply(raw, [Edit(ends.span_to_old(span), text.replace("\n", newline)) for span, text in edits])


def write(path: str, data: bytes, *, seen: bytes | None) -> None:
    """Replace a file's bytes at once or not at all, its mode and owner kept, links followed.

    ``seen`` is what was read: where the file holds something else by now, nothing is written. None
    is for a new file.
    Raises ``WriteError`` with what to do.
    """
    target = os.path.realpath(path)
    part = os.path.join(os.path.dirname(target), f".speechlint-{os.getpid()}.tmp")
    try:
        if seen is not None:
            _check_unchanged(target, seen)
        _write_whole(part, data, like=None if seen is None else os.stat(target))
        os.replace(part, target)
        _tidy(os.path.dirname(target))
    except OSError as why:
        zh, en = _refused(why, part)
        kept = ("", "") if seen is None else ("，原文件没有改动", ", the file is as it was")
        raise WriteError(f"没有写入{kept[0]}：{zh}", f"not written{kept[1]}: {en}") from None
    finally:
        if os.path.exists(part):
            os.unlink(part)


def _tidy(folder: str) -> None:
    """Takes away what a run that was killed has left in ``folder``."""
    with suppress(OSError):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if _PART.fullmatch(name) and os.stat(path).st_mtime < time.time() - _OLD:
                os.unlink(path)


def _refused(why: OSError, part: str) -> tuple[str, str]:
    """Why a file could not be written, and what to do."""
    zh, en = reason(why)
    if why.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{zh}；腾出地方再运行一次", f"{en}; make room and run again"
    if os.path.exists(part):  # written, but not put in place: Windows, where somebody has it open
        return (
            f"{zh}；文件若在别的软件里开着，关掉再运行一次",
            f"{en}; close the file elsewhere and run again",
        )
    if why.errno == errno.ENOENT:
        return "没有这个文件夹；先建好", "there is no such folder; make it first"
    if why.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"所在的文件夹里不能新建文件（{zh}）；换到能写的文件夹里再来",
            f"no file can be made in its folder ({en}); take a folder where you may write",
        )
    return zh, en


def _check_unchanged(target: str, seen: bytes) -> None:
    if not os.path.isfile(target):
        raise WriteError("不是普通文件，没有写入", "no regular file; nothing was written")
    with open(target, "rb") as file:
        if file.read() != seen:
            raise WriteError(
                "文件在检查期间被改动，没有写入；请重新运行",
                "the file was changed meanwhile; nothing was written; run again",
            )
    # the mode is looked at too, since a superuser may write everywhere
    if not os.stat(target).st_mode & 0o222 or not os.access(target, os.W_OK):
        raise WriteError(
            "文件是只读的，没有写入；请先去掉只读属性", "the file is read-only; nothing was written"
        )


def _write_whole(part: str, data: bytes, *, like: os.stat_result | None) -> None:
    """A new file with the mode and, where the system lets us, the owner of another."""
    with open(part, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like is None:
        return
    with suppress(OSError, AttributeError):  # Windows knows no owner
        os.chown(part, like.st_uid, like.st_gid)
    os.chmod(part, like.st_mode & 0o7777)


def _encoded(raw: str, encoding: str, before: str) -> bytes:
    """``raw`` in the encoding of the file, which held ``before``."""
    named = encoding
    if encoding == "gb18030" and _unencodable(before, "gbk") is None:
        named = "GBK"  # and stays it: whoever reads GBK alone knows no more characters
    lacking = _unencodable(raw, named)
    if lacking is None:
        return text.encoded(raw, encoding)
    raise WriteError(
        f"修改后有 {named} 里没有的字“{lacking}”（U+{ord(lacking):04X}），没有写入；请先另存为 UTF-8",
        f"the fix needs {lacking} (U+{ord(lacking):04X}), which {named} lacks; save the file as UTF-8 first",
    )


def _unencodable(raw: str, encoding: str) -> str | None:
    """The first character the encoding lacks."""
    try:
        text.encoded(raw, encoding)
    except UnicodeEncodeError as trouble:
        return raw[trouble.start]
    return None


def _crlf(raw: str) -> Iterable[Change]:
    at = raw.find("\r\n")
    while at >= 0:
        yield Change(at, at + 2, "\n", "newline")
        at = raw.find("\r\n", at + 2)
