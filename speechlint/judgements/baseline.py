"""The file of old debts: findings a folder had when it took up speechlint, so that new ones stand out.

``.speechlint-baseline.yaml``, found upward from the draft as the config is, one line an entry, sorted,
so that git merges two of them line by line. It is YAML, and read without a YAML parser: every draft's
check reads it. A finding is known by its fingerprint and how often the draft had it, never by its line;
a draft by its path, or, where that says nothing, by its content.
"""

from __future__ import annotations

import os
import re

from speechlint.document import Document, Span
from speechlint.errors import ConfigError
from speechlint.files import reading
from speechlint.finding import Hit, Mute
from speechlint.judgements import debts as entries
from speechlint.judgements.debts import Known, relative
from speechlint.judgements.fingerprint import fingerprint
from speechlint.judgements.heirs import Heir
from speechlint.judgements.suppression import parted
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from speechlint.finding import Finding
    from speechlint.judgements.debts import Debt

STALE = "stale-baseline-entry"


class Baseline(NamedTuple):
    """A baseline file, read: ``text`` as it is, its debts by line; paths are relative to ``root``."""

    path: str
    root: str
    text: str
    debts: Mapping[int, Debt]
    by_path: Mapping[str, Mapping[str, int]]  # fingerprint → line
    sketches: Mapping[str, str] = {}  # of the drafts, by path

    def mark(self, doc: Document, findings: Iterable[Finding], heir: Heir | None = None) -> Iterator[Finding]:
        """The findings, those in debt marked ``muted_by``, as often as the debt counts; ``heir`` is ``doc``."""
        findings = tuple(findings)
        lines = self.by_path.get(self.draft(doc, findings, heir), {})
        left = {print_: [line, self.debts[line].times] for print_, line in lines.items()}
        for finding in findings:
            if finding.muted_by or not left:
                yield finding
                continue
            parts: dict[Mute | None, list[Span]] = {}
            for place in finding.places:
                parts.setdefault(self._taken(left, fingerprint(doc, finding, place)), []).append(place)
            yield from parted(doc, finding, parts)

    def draft(self, doc: Document, findings: Sequence[Finding], heir: Heir | None = None) -> str:
        """The path under which the debts of ``doc`` stand: its own; where nothing does, that of the draft it was made from."""
        name = relative(doc.path, self.root)
        if name in self.sketches or name in self.by_path:
            return name
        prints = {
            fingerprint(doc, finding, place)
            for finding in findings
            if not finding.muted_by or finding.muted_by.kind == "baseline"
            for place in finding.places
        }
        others = {
            path: sketch
            for path, sketch in self.sketches.items()
            if not prints.isdisjoint(self.by_path.get(path, ()))
        }
        return (heir or Heir(doc)).likest(others, self.root) or name

    def _taken(self, left: dict[str, list[int]], print_: str) -> Mute | None:
        debt = left.get(print_)
        if debt is None or not debt[1]:
            return None
        debt[1] -= 1
        return self.mute(debt[0])

    def mute(self, line: int) -> Mute:
        return Mute("baseline", f"{self.path}:{line}")

    def is_gone(self, path: str) -> bool:
        """Whether there is no draft any more at ``path``, relative to ``root``."""
        return not os.path.exists(os.path.join(self.root, path))

    def stale(
        self, is_seen: Callable[[str], bool], ran: Iterable[str], findings: Iterable[Finding]
    ) -> dict[int, int]:
        """The number of places of a debt that are gone, by its line.

        ``is_seen`` says of an absolute path whether this run looked there, ``ran`` are the codes of its rules; of what
        was not looked at nothing is said.
        """
        used: dict[Mute, dict[str, int]] = {}
        for finding in findings:
            if finding.muted_by:
                drafts = used.setdefault(finding.muted_by, {})
                drafts[finding.path] = drafts.get(finding.path, 0) + len(finding.places)
        ran = set(ran)
        over = {
            line: debt.times - max(used.get(self.mute(line), {"": 0}).values())
            for line, debt in self.debts.items()
            if debt.selector.partition("/")[0] in ran and is_seen(os.path.join(self.root, debt.path))
        }
        return {line: count for line, count in over.items() if count > 0}

    def told(self, stale: Mapping[int, int]) -> list[tuple[str, Hit]]:
        """Hits in the baseline file, with their rule's name, for what is stale."""
        starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        hits = []
        for line, count in stale.items():
            debt = self.debts[line]
            span = Span(starts[line - 1], starts[line - 1] + len(entries.line(debt)))
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
    sketches: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#") or line == "[]":
            continue
        entry = entries.read(line)
        if entry is None:
            raise ConfigError(
                f"{path}:{number}: 基线的这一行不认识（合并留下的冲突？）；可重写一份：speechlint baseline create --force",
                f"{path}:{number}: not a baseline entry (a merge conflict?); "
                "speechlint baseline create --force writes the file anew",
            )
        if isinstance(entry, Known):
            sketches.setdefault(entry.path, entry.sketch)  # of two, which a merge may leave, either will do
            continue
        debts[number] = entry
        if by_path.setdefault(entry.path, {}).setdefault(entry.fingerprint, number) != number:
            raise ConfigError(
                f"{path}:{number}: 这一条与第 {by_path[entry.path][entry.fingerprint]} 行重复；删去一行",
                f"{path}:{number}: the same as line {by_path[entry.path][entry.fingerprint]}; delete one",
            )
    return Baseline(path, os.path.dirname(os.path.abspath(path)), text, debts, by_path, sketches)


def after_moves(old: Baseline, moved: Mapping[str, str]) -> list[Debt]:
    """The debts with those of drafts that were renamed or copied under their new paths: ``moved`` is new → old, relative."""
    left = {path for path in moved.values() if old.is_gone(path)}
    kept = [debt for debt in old.debts.values() if debt.path not in left]
    for path, before in moved.items():
        kept += [old.debts[line]._replace(path=path) for line in old.by_path[before].values()]
    return kept
