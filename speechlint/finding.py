"""What a check saw (Hit) and what the reader is told (Finding). All values are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from speechlint.document.span import Span


class Severity(IntEnum):
    """How grave a finding is; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Edit(NamedTuple):
    """Replace ``span`` by ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that settle a finding; ``safe`` ones need no eye on the result."""

    edits: tuple[Edit, ...]
    safe: bool = False
    title: str = ""


class Related(NamedTuple):
    """Another place that explains a finding."""

    span: Span
    message: str


class Hit(NamedTuple):
    """What a check saw. Spans are in the reading text unless ``in_source`` says otherwise.

    ``words`` fill the named places of the rule's message (besides ``text``, the reading words);
    ``entry`` is the id of the table entry that spoke, ``severity`` and ``source`` its own, where
    they differ from the rule's. ``occurrences`` are all places of a grouped finding, the first
    being ``span`` itself. ``off`` entries speak only when chosen by name.
    """

    span: Span
    words: Mapping[str, str] = {}
    fixes: tuple[Fix, ...] = ()
    entry: str | None = None
    severity: Severity | None = None
    source: str | None = None
    occurrences: tuple[Span, ...] = ()
    related: tuple[Related, ...] = ()
    in_source: bool = False
    off: bool = False


class Finding(NamedTuple):
    """What the reader is told. Spans are in the source, in code points from 0."""

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    reading: str
    entry: str | None = None
    fixes: tuple[Fix, ...] = ()
    occurrences: tuple[Span, ...] = ()
    related: tuple[Related, ...] = ()
    source: str = ""
    muted_by: str | None = None

    @property
    def selector(self) -> str:
        """What ``--select`` and suppressions call it: the code, or code/entry."""
        return f"{self.code}/{self.entry}" if self.entry else self.code
