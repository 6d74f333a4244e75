"""Going through a draft's findings one by one. Every decision is on disk as soon as it is made."""

from __future__ import annotations

import os

from speechlint import readers
from speechlint.document.alignment import Alignment, Change
from speechlint.files import writing
from speechlint.finding import Edit, Fix
from speechlint.fixing import fix
from speechlint.fixing.ignoring import ignore
from speechlint.fixing.undoing import Changed
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding, Severity
    from speechlint.project.plan import Project


class _Passed(NamedTuple):
    """A finding that was skipped, by where it stands now."""

    selector: str
    start: int


class _Before(NamedTuple):
    """The state before a decision, to undo it; None is a file that was not there."""

    kind: str
    times: int
    draft: bytes
    sidecar: bytes | None
    passed: frozenset[_Passed]


class Review:
    """The state of a review: ``doc`` as it is on disk now, and how often what was decided.

    ``least`` is the lowest severity looked at; with ``backup`` the draft is kept beside
    it as it was. ``changed`` is how it was before anything was written. ``outcome`` is why the draft is not checked, if it is not. Raises ``ReadError``, ``OSError`` where the draft
    cannot be read or written.
    """

    def __init__(
        self, path: str, project: Project, encoding: str | None, least: Severity, *, backup: bool = False
    ) -> None:
        self.path = path
        self.changed: Changed | None = None
        self._backup = backup
        self.counts = {"applied": 0, "ignored": 0, "skipped": 0}
        self._project, self._encoding, self._least = project, encoding, least
        self._passed: frozenset[_Passed] = frozenset()
        self._undo: list[_Before] = []
        self._read()

    def reread(self) -> None:
        """Looks at the draft again. What somebody else wrote into it meanwhile is not undone."""
        before = self._data
        self._read()
        if self._data != before:
            self._undo.clear()

    def _read(self) -> None:
        self._data = sources.content(self.path)
        self._project.reread()
        result = check_draft(self.path, self._data, self._project, self._encoding)
        self.doc: Document = result.doc
        self.outcome = result.outcome
        self.findings: Sequence[Finding] = [one for finding in result.findings for one in finding.each()]

    @property
    def last(self) -> str:
        """What the last decision was: applied, ignored or skipped; "" where there is none to take back."""
        return self._undo[-1].kind if self._undo else ""

    def left(self) -> list[Finding]:
        """The findings still to be decided, the gravest first, then in order."""
        return sorted(self._left(), key=lambda finding: -finding.severity)

    def _left(self) -> Iterator[Finding]:
        for finding in self.findings:
            judged = finding.muted_by or finding.severity < self._least
            if not judged and _Passed(finding.selector, finding.span.start) not in self._passed:
                yield finding

    def alike(self, finding: Finding) -> list[Finding]:
        """The findings still to be decided that are of the same rule or entry, itself among them."""
        return [other for other in self._left() if other.selector == finding.selector]

    def skip(self, *findings: Finding) -> None:
        self._remember("skipped", len(findings))
        self._passed |= {_Passed(finding.selector, finding.span.start) for finding in findings}

    def apply(self, *chosen: Fix) -> int:
        """Makes fixes in the file, as many as do not touch each other; how many."""
        edits, count = fix.compatible(chosen)
        data = readers.of(self.path).edited(self._data, self.doc.encoding, edits)
        self._write(data)
        self._remember("applied", count)
        moved = Alignment(Change(*edit.span, edit.text, "edit") for edit in edits)
        self._passed = frozenset(one._replace(start=moved.to_new(one.start)) for one in self._passed)
        self._read()
        return count

    def _write(self, data: bytes) -> None:
        """Writes the draft; what it was before the first time is what ``changed`` says."""
        if self.changed is None:
            backup = writing.back_up(self.path, self._data) if self._backup else ""
            self.changed = Changed(self.path, backup, self._data)
        writing.write(self.path, data, seen=self._data)

    def edit(self, text: str, *findings: Finding) -> None:
        """Puts ``text`` for the words of findings."""
        self.apply(*(Fix((Edit(finding.span, text),)) for finding in findings))

    def ignore(self, finding: Finding, why: str) -> None:
        """Notes a finding in the sidecar."""
        before = self._sidecar()
        ignore(self.doc, finding, why, self._project)
        self._remember("ignored", 1, before)
        self._read()

    def undo(self) -> bool:
        """Takes the last decision back; whether there was one. What others changed since is not overwritten."""
        if not self._undo:
            return False
        before = self._undo[-1]
        if before.draft != self._data:
            self._write(before.draft)
        now, path = self._sidecar(), self._project.sidecar_path(self.path)
        if before.kind == "ignored" and before.sidecar is None:
            os.unlink(path)
        elif before.kind == "ignored" and before.sidecar is not None:
            writing.write(path, before.sidecar, seen=now)
        self._undo.pop()
        self.counts[before.kind] -= before.times
        self._passed = before.passed
        self._read()
        return True

    def _remember(self, kind: str, times: int, sidecar: bytes | None = None) -> None:
        self._undo.append(_Before(kind, times, self._data, sidecar, self._passed))
        self.counts[kind] += times

    def _sidecar(self) -> bytes | None:
        path = self._project.sidecar_path(self.path)
        return sources.content(path) if os.path.exists(path) else None
