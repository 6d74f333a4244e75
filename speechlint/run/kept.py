"""What was found in a draft before: kept for the day by content, rules, settings and version.

A day's results lie in a folder of the cache named after it; the next run of another day clears it away.
"""

from __future__ import annotations

import marshal
import os

from speechlint.quick import cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.run.engine import lint
from speechlint.run.packed import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.layers import Settings
    from speechlint.rulebook.catalogue import Catalogue
    from speechlint.run.sent import Sent


class Told(NamedTuple):
    """A run's report in pieces, as it was written, whether a finding fails the run, and whether a draft could not be read."""

    pieces: list[bytes]
    failed: bool
    unread: bool = False


class Results:
    """Findings by draft where they were found ahead of it and, with ``disk``, by key in the cache folder."""

    def __init__(self, *, disk: bool) -> None:
        self._disk = disk
        self._ahead: dict[Document, Sent] = {}
        self._day = f"{cache.DATED}/{cache.today()}"

    def lint(self, doc: Document, catalogue: Catalogue, settings: Settings) -> Sequence[Finding]:
        """What ``engine.lint`` gives, found now or before."""
        if doc in self._ahead:
            return self._ahead.pop(doc)
        key = self.key(doc, catalogue, settings)
        known = _opened(cache.read_sealed(f"{self._day}/{key}")) if key else None
        if known is not None:
            return known
        findings = lint(doc, catalogue, settings)
        if key and isinstance(findings, list):
            cache.write_sealed(f"{self._day}/{key}", packed(findings))
        return findings

    def key(self, doc: Document, catalogue: Catalogue, settings: Settings) -> str:
        """What the findings are kept under on disk; "" where they are not."""
        return key_of(doc, catalogue, settings) if self._disk else ""

    def has(self, key: str) -> bool:
        return bool(key) and cache.has(f"{self._day}/{key}")

    def keep(self, doc: Document, key: str, found: Sent) -> None:
        """Keep what was found ahead in a draft; on disk where there is a key."""
        self._ahead[doc] = found
        if key:
            cache.write_sealed(f"{self._day}/{key}", found.packed)

    def report(self, key: str) -> Told | None:
        """What was reported under ``key``, if anything."""
        data = cache.read_sealed(f"{self._day}/{key}") if self._disk and key else None
        try:
            return Told(*marshal.loads(data)) if data else None
        except (EOFError, ValueError, TypeError):
            return None

    def keep_report(self, key: str, told: Told) -> None:
        if self._disk and key:
            cache.write_sealed(f"{self._day}/{key}", marshal.dumps(tuple(told)))


def _opened(data: bytes | None) -> list[Finding] | None:
    """Packed findings; None where there are none or they are no such thing."""
    try:
        return unpacked(data) if data else None
    except (EOFError, ValueError, TypeError):
        return None


def report_key(
    tasks: Sequence[tuple[str, bytes]], depends_on: Callable[[str], str], shown: Sequence[str]
) -> str:
    """Stands for all that a run's report depends on; "" where one draft's does not say what it ``depends_on``.

    ``tasks`` are the paths of the drafts and their bytes, ``shown`` is how they are reported.
    """
    parts = [*shown]
    known: dict[str, str] = {}
    for path, data in tasks:
        folder = os.path.dirname(path)
        if folder not in known:
            known[folder] = depends_on(path)
            parts.append(known[folder])
        if not known[folder]:
            return ""
        parts += (path, cache.digest_of(data))
    return cache.digest(parts)


def key_of(doc: Document, catalogue: Catalogue, settings: Settings) -> str:
    """Stands for all that findings depend on; "" where the rules have no stamp."""
    if not catalogue.stamp:
        return ""
    return cache.digest((catalogue.stamp, repr(settings), doc.path, doc.format, doc.source))
