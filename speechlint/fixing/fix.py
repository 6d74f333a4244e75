"""Settling findings: which fixes to take, and how they are written back byte for byte.

A fix is taken where it is safe, or, on demand, where a finding has one answer only. Fixes that
overlap wait for the next round; rounds end when nothing is left to take. A fix that would put
another fault in its place is not made (see ``harm``). Bytes outside the edits stay as they were: encoding, byte
order mark, line ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence

from speechlint.document.alignment import Alignment, Change
from speechlint.errors import WriteError
from speechlint.finding import Edit, Finding
from speechlint.fixing.harm import deletions, half_pairs, harmful, is_within
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document.span import Span
    from speechlint.finding import Fix

_ROUNDS = 100  # as many as no draft needs: each settles all that does not overlap


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
