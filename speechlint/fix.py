"""Settling findings: which fixes to take, and how they are written back byte for byte.

A fix is taken where it is safe, or, on demand, where a finding has one answer only. Fixes that
overlap wait for the next round; rounds end when nothing is left to take. Bytes outside the edits
stay as they were: encoding, byte order mark, line ends.
"""

from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from speechlint.document.alignment import Alignment
from speechlint.document.repair import Change
from speechlint.errors import ReadError
from speechlint.finding import Edit, Finding, Fix
from speechlint.readers.text import byte_order_mark, newlines

_ROUNDS = 10


Lint = Callable[[str], Sequence[Finding]]


class Fixed(NamedTuple):
    """A file's bytes with fixes made, and how many findings were settled."""

    data: bytes
    settled: int


def fix(data: bytes, encoding: str, lint: Lint, *, unsafe: bool = False) -> Fixed:
    """``data`` with all fixes made that may be, again and again until nothing changes.

    ``lint`` gives the findings of a source (newlines ``\\n``, no byte order mark). Raises
    ``ReadError`` for a character the encoding lacks.
    """
    mark = byte_order_mark(data, encoding)
    raw = data[len(mark) :].decode(encoding)
    if raw.encode(encoding) != data[len(mark) :]:
        raise ReadError(f"这份 {encoding} 文件无法逐字节写回，没有改动；请先另存为 UTF-8")
    settled = 0
    for _ in range(_ROUNDS):
        edits, count = compatible(answers(lint(newlines(raw)), unsafe=unsafe))
        changed = _apply_to_raw(raw, edits)
        if changed == raw:
            break
        raw, settled = changed, settled + count
    return Fixed(mark + _encoded(raw, encoding) if settled else data, settled)


def answers(findings: Iterable[Finding], *, unsafe: bool) -> list[Fix]:
    """The fix to take for each finding that has one; a muted finding has none."""
    taken = []
    for finding in findings:
        if finding.muted_by:
            continue
        safe = [fix for fix in finding.fixes if fix.safe]
        if len(safe) == 1 or (unsafe and len(finding.fixes) == 1):
            taken.append((safe or list(finding.fixes))[0])
    return taken


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
    for span, text in edits:
        parts += (source[at : span.start], text)
        at = span.end
    return "".join((*parts, source[at:]))


def _apply_to_raw(raw: str, edits: Sequence[Edit]) -> str:
    """``raw`` with edits of its source made; new lines end as most lines of the file do."""
    ends = Alignment(_crlf(raw))
    newline = "\r\n" if raw.count("\r\n") * 2 > raw.count("\n") else "\n"
    return apply(raw, [Edit(ends.span_to_old(span), text.replace("\n", newline)) for span, text in edits])


def write(path: str, data: bytes, *, seen: bytes) -> None:
    """Replace a file's bytes at once or not at all, its mode kept, links followed.

    ``seen`` is what was read: where the file holds something else by now, nothing is written.
    Raises ``ReadError`` with what to do.
    """
    target = os.path.realpath(path)
    part = f"{target}.{os.getpid()}.tmp"
    try:
        with open(target, "rb") as file:
            if file.read() != seen:
                raise ReadError(f"{path}：文件在检查期间被改动，没有写入；请重新运行")
        if not os.access(target, os.W_OK):
            raise ReadError(f"{path}：文件是只读的，没有写入；请先去掉只读属性")
        with open(part, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, os.stat(target).st_mode & 0o7777)
        os.replace(part, target)
    except OSError as trouble:
        raise ReadError(f"{path}：没有写入：{trouble.strerror}；原文件没有改动") from None
    finally:
        if os.path.exists(part):
            os.unlink(part)


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as trouble:
        char = text[trouble.start]
        raise ReadError(
            f"修改后有 {encoding} 里没有的字“{char}”（U+{ord(char):04X}），没有写入；请先另存为 UTF-8"
        ) from None


def _crlf(raw: str) -> Iterable[Change]:
    at = raw.find("\r\n")
    while at >= 0:
        yield Change(at, at + 2, "\n", "newline")
        at = raw.find("\r\n", at + 2)
