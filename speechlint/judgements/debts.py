"""The debts of drafts: how findings are counted by fingerprint, written down, and how the count may only shrink."""

from __future__ import annotations

import os

from speechlint.files.quoting import quoted, unquoted
from speechlint.judgements.fingerprint import fingerprint
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.document import Document, Span
    from speechlint.finding import Finding

_HEAD = """\
# speechlint 的基线：记下的旧问题不再报。由 speechlint baseline create、update 写，不必手改。
# 改掉的会被指出，用 speechlint baseline update 去掉。draft 是那份文稿的内容，改了名、另存了一份也认得。
"""
_PATH = r"- \{path: (?P<path>'(?:[^'\n]|'')+'|\"(?:[^\"\\\n]|\\.)+\"), "
_DEBT = regex.later(
    _PATH + r"code: (?P<code>[A-Z]{2,4}\d{3}(?:/[\w.-]+)?), "
    r"fingerprint: '(?P<print>[0-9a-f]{16})', count: (?P<count>[1-9]\d{0,8}), words: (?P<words>'(?:[^'\n]|'')*')\}"
)
_KNOWN = regex.later(_PATH + r"draft: '(?P<sketch>[0-9a-f]{48})'\}")
_SHOWN = 20  # characters of the words kept, for whoever reads the file


class Debt(NamedTuple):
    """``times``: places of one fingerprint in the draft at ``path`` (relative, ``/``); ``words`` are to be read."""

    path: str
    selector: str
    fingerprint: str
    times: int
    words: str = ""


class Known(NamedTuple):
    """The draft at ``path`` (relative, ``/``) by its content, as it was when its debts were counted."""

    path: str
    sketch: str


def read(line: str) -> Debt | Known | None:
    """Reads a line of the file; None where it makes no sense."""
    match = _DEBT.fullmatch(line) or _KNOWN.fullmatch(line)
    if match is None:
        return None
    try:
        path = unquoted(match["path"])
        if match.lastgroup == "sketch":
            return Known(path, match["sketch"])
        return Debt(path, match["code"], match["print"], int(match["count"]), unquoted(match["words"]))
    except ValueError:  # an escape that JSON does not know
        return None


def written(debts: Iterable[Debt], drafts: Iterable[Known] = ()) -> str:
    """The text of a baseline file: by draft, first what it owes, then what it is."""
    lines = sorted([*map(line, debts), *map(line, drafts)])
    return _HEAD + "".join(f"{line}\n" for line in lines or ["[]"])


def line(one: Debt | Known) -> str:
    """The line of the file that says it."""
    if isinstance(one, Known):
        return f"- {{path: {quoted(one.path)}, draft: '{one.sketch}'}}"
    return (
        f"- {{path: {quoted(one.path)}, code: {one.selector}, fingerprint: '{one.fingerprint}', "
        f"count: {one.times}, words: {quoted(one.words)}}}"
    )


def debts(doc: Document, findings: Iterable[Finding], root: str) -> list[Debt]:
    """The debts of a draft: findings that no person has judged, counted by fingerprint."""
    counted: dict[str, Debt] = {}
    name = relative(doc.path, root)
    for finding in findings:
        if finding.muted_by and finding.muted_by.kind != "baseline":
            continue
        for place in finding.places:
            print_ = fingerprint(doc, finding, place)
            old = counted.get(print_)
            words = old.words if old else _words(doc, place)
            counted[print_] = Debt(name, finding.selector, print_, old.times + 1 if old else 1, words)
    return list(counted.values())


def _words(doc: Document, place: Span) -> str:
    text = doc.source[place.start : place.end]
    return "".join(char if char.isprintable() else " " for char in text[:_SHOWN]).strip()


def relative(path: str, root: str) -> str:
    """``path`` seen from ``root``, with ``/`` on every system."""
    return os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")


class Change(NamedTuple):
    """The outcome of an update: places ``settled``, ``added``, and new ones ``left`` out."""

    settled: int
    added: int
    left: int


def updated(
    old: Sequence[Debt], now: Sequence[Debt], seen: Iterable[str], *, accept_new: bool
) -> tuple[list[Debt], Change]:
    """The debts after a run that saw the drafts ``seen`` (relative): fewer, and more only on demand."""
    seen = set(seen)
    before = {(debt.path, debt.fingerprint): debt for debt in old}
    after = {(debt.path, debt.fingerprint): debt for debt in now}
    kept: list[Debt] = []
    settled = added = left = 0
    for key in {**before, **after}:
        was = before[key].times if key in before else 0
        if key[0] not in seen:
            kept.append(before[key])
            continue
        count = after[key].times if key in after else 0
        settled += max(0, was - count)
        new = max(0, count - was)
        added, left = (added + new, left) if accept_new else (added, left + new)
        if count := count if accept_new else min(was, count):
            kept.append((after.get(key) or before[key])._replace(times=count))
    return kept, Change(settled, added, left)
