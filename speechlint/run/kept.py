"""Keeps what was found, for the day, by content, rules, settings and version.

A day's results lie in a folder of the cache named after it; the first run of another day clears it away.
"""

from __future__ import annotations

import marshal
import os

from speechlint.document.dates import AsOf
from speechlint.findings import Findings
from speechlint.quick import cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.result import Checked
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speechlint.document import Document
    from speechlint.project.plan import Project
    from speechlint.run.one import Draft


class Told(NamedTuple):
    """A run's report in pieces, as it was written, whether a finding fails the run, and whether a draft could not be read."""

    pieces: list[bytes]
    failed: bool
    unread: bool = False


class Kept:
    """``check_document`` with a memory: with ``disk``, what was found in a draft is kept in the cache folder."""

    def __init__(self, project: Project, encoding: str | None = None, *, disk: bool = False) -> None:
        self._project, self._encoding, self._disk = project, encoding, disk
        self._day = f"{cache.DATED}/{cache.today()}"

    def check(self, draft: Draft) -> Checked:
        """Gives what ``check_document`` does, found now or before."""
        key = self._key(draft)
        doc = draft.document(self._encoding)
        known = self._known(key, doc)
        if known is None:
            known = check_document(doc, self._project)
            self.keep(draft, known)
        return known

    def has(self, draft: Draft) -> bool:
        """Whether there is something kept, as far as its name tells."""
        key = self._key(draft)
        return bool(key) and cache.has(f"{self._day}/{key}")

    def keep(self, draft: Draft, found: Checked) -> None:
        key = "" if found.leans else self._key(draft)
        if key:
            cache.write_sealed(f"{self._day}/{key}", _packed(found))

    def _known(self, key: str, doc: Document) -> Checked | None:
        data = cache.read_sealed(f"{self._day}/{key}") if key else None
        if not data:
            return None
        try:
            packed, as_of, *rest = marshal.loads(data)
            return Checked(doc, Findings.unpacked(packed), AsOf(*as_of), *rest)
        except (EOFError, ValueError, TypeError):
            return None

    def _key(self, draft: Draft) -> str:
        """The key of a draft's findings; "" where they are not kept."""
        depends_on = self._project.depends_on(draft.path) if self._disk else ""
        if not depends_on:
            return ""
        return cache.digest((depends_on, self._encoding or "", draft.path, draft.digest))

    def report(self, key: str) -> Told | None:
        """The report kept under ``key``, if there is one."""
        data = cache.read_sealed(f"{self._day}/{key}") if self._disk and key else None
        try:
            return Told(*marshal.loads(data)) if data else None
        except (EOFError, ValueError, TypeError):
            return None

    def keep_report(self, key: str, told: Told) -> None:
        if self._disk and key:
            cache.write_sealed(f"{self._day}/{key}", marshal.dumps(tuple(told)))


def _packed(found: Checked) -> bytes:
    """A result but for its document, as plain data: ``Checked`` with the findings first."""
    told = (found.phase, found.fails, found.outcome, found.is_draft)
    return marshal.dumps((found.findings.packed(), tuple(found.as_of), *told))


def report_key(drafts: Sequence[Draft], depends_on: Callable[[str], str], shown: Sequence[str]) -> str:
    """Stands for all that a run's report depends on; "" where one draft's does not say what it ``depends_on``.

    ``shown`` is how the drafts are reported.
    """
    parts = [*shown]
    known: dict[str, str] = {}
    for draft in drafts:
        path = draft.path
        folder = os.path.dirname(path)
        if folder not in known:
            known[folder] = depends_on(path)
            parts.append(known[folder])
        if not known[folder]:
            return ""
        parts += (path, draft.digest)
    return cache.digest(parts)
