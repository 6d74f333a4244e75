"""The file of old debts: findings a folder had when it took up speechlint, so that new ones stand out.

``.speechlint-baseline.yaml``, found upward from the draft as the config is, one line an entry, sorted,
so that git merges two of them line by line. It is YAML, and read without a YAML parser: every draft's
check reads it. A finding is known by its fingerprint and how often the draft had it, never by its line.
"""

from __future__ import annotations

import os
import re

from speechlint.document import Document, Span
from speechlint.errors import ConfigError
from speechlint.files import reading
from speechlint.files.quoting import quoted, unquoted
from speechlint.finding import Hit, Mute
from speechlint.judgements.fingerprint import fingerprint
from speechlint.judgements.suppression import parted
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.finding import Finding

STALE = "stale-baseline-entry"
_HEAD = """\
# speechlint 的基线：记下的旧问题不再报。由 speechlint baseline create、update 写，不必手改。
# 改掉的会被指出，用 speechlint baseline update 去掉。
"""
_LINE = regex.later(
    r"- \{path: (?P<path>'(?:[^'\n]|'')+'|\"(?:[^\"\\\n]|\\.)+\"), code: (?P<code>[A-Z]{2,4}\d{3}(?:/[\w.-]+)?), "
    r"fingerprint: '(?P<print>[0-9a-f]{16})', count: (?P<count>[1-9]\d{0,8}), words: (?P<words>'(?:[^'\n]|'')*')\}"
)
_SHOWN = 20  # characters of the words kept, for whoever reads the file


class Debt(NamedTuple):
    """``times``: places of one fingerprint in the draft at ``path`` (relative, ``/``); ``words`` are to be read."""

    path: str
    selector: str
    fingerprint: str
    times: int
    words: str = ""


class Baseline(NamedTuple):
    """A baseline file, read: ``text`` as it is, its debts by line; paths are relative to ``root``."""

    path: str
    root: str
    text: str
    debts: Mapping[int, Debt]
    by_path: Mapping[str, Mapping[str, int]]  # fingerprint → line

    def mark(self, doc: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those in debt marked ``muted_by``, as often as the debt counts."""
        lines = self.by_path.get(relative(doc.path, self.root), {})
        left = {print_: [line, self.debts[line].times] for print_, line in lines.items()}
        for finding in findings:
            if finding.muted_by or not left:
                yield finding
                continue
            parts: dict[Mute | None, list[Span]] = {}
            for place in finding.places:
                parts.setdefault(self._taken(left, fingerprint(doc, finding, place)), []).append(place)
            yield from parted(doc, finding, parts)

    def _taken(self, left: dict[str, list[int]], print_: str) -> Mute | None:
        debt = left.get(print_)
        if debt is None or not debt[1]:
            return None
        debt[1] -= 1
        return self.mute(debt[0])

    def mute(self, line: int) -> Mute:
        return Mute("baseline", f"{self.path}:{line}")

    def stale(self, seen: Iterable[str], ran: Iterable[str], findings: Iterable[Finding]) -> dict[int, int]:
        """The number of places of a debt that are gone, by its line.

        ``seen`` are the drafts of this run, ``ran`` the codes of its rules; of what was not looked at
        nothing is said, of a draft that is gone all.
        """
        used: dict[Mute, int] = {}
        for finding in findings:
            if finding.muted_by:
                used[finding.muted_by] = used.get(finding.muted_by, 0) + len(finding.places)
        seen, ran = {relative(path, self.root) for path in seen}, set(ran)
        over = {
            line: debt.times - used.get(self.mute(line), 0)
            for line, debt in self.debts.items()
            if debt.selector.partition("/")[0] in ran
            and (debt.path in seen or not os.path.exists(os.path.join(self.root, debt.path)))
        }
        return {line: count for line, count in over.items() if count}

    def told(self, stale: Mapping[int, int]) -> list[tuple[str, Hit]]:
        """Hits in the baseline file, with their rule's name, for what is stale."""
        starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        hits = []
        for line, count in stale.items():
            debt = self.debts[line]
            span = Span(starts[line - 1], starts[line - 1] + len(_line(debt)))
            words = {"selector": debt.selector, "words": debt.words, "path": debt.path, "count": str(count)}
            hits.append((STALE, Hit(span, words, in_source=True)))
        return hits

    def document(self) -> Document:
        return Document(self.path, self.text)


def read(path: str) -> Baseline:
    """The baseline at ``path``. Raises ``ConfigError`` where it is missing, unreadable or malformed."""
    if not os.path.lexists(path):
        raise ConfigError(
            f"{path}: 没有这个基线文件；先写一份：speechlint baseline create",
            f"{path}: no such baseline; write one with speechlint baseline create",
        )
    return parse(reading.text(path, ConfigError), path)


def parse(text: str, path: str) -> Baseline:
    """The baseline in ``text``. Raises ``ConfigError`` with ``path:line``."""
    debts: dict[int, Debt] = {}
    by_path: dict[str, dict[str, int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#") or line == "[]":
            continue
        debt = _debt(line)
        if debt is None:
            raise ConfigError(
                f"{path}:{number}: 基线的这一行不认识（合并留下的冲突？）；可重写一份：speechlint baseline create --force",
                f"{path}:{number}: not a baseline entry (a merge conflict?); "
                "speechlint baseline create --force writes the file anew",
            )
        debts[number] = debt
        if by_path.setdefault(debt.path, {}).setdefault(debt.fingerprint, number) != number:
            raise ConfigError(
                f"{path}:{number}: 这一条与第 {by_path[debt.path][debt.fingerprint]} 行重复；删去一行",
                f"{path}:{number}: the same as line {by_path[debt.path][debt.fingerprint]}; delete one",
            )
    return Baseline(path, os.path.dirname(os.path.abspath(path)), text, debts, by_path)


def _debt(line: str) -> Debt | None:
    """Reads a line of the file; None where it makes no sense."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    try:
        path, words = unquoted(match["path"]), unquoted(match["words"])
    except ValueError:  # an escape that JSON does not know
        return None
    return Debt(path, match["code"], match["print"], int(match["count"]), words)


def written(debts: Iterable[Debt]) -> str:
    """The text of a baseline file."""
    lines = [_line(debt) for debt in sorted(debts)]
    return _HEAD + "".join(f"{line}\n" for line in lines or ["[]"])


def _line(debt: Debt) -> str:
    return (
        f"- {{path: {quoted(debt.path)}, code: {debt.selector}, fingerprint: '{debt.fingerprint}', "
        f"count: {debt.times}, words: {quoted(debt.words)}}}"
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
