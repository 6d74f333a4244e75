"""The drafts that are open: what the editor has, and what is known to be wrong in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from pygls.uris import to_fs_path

from speechlint.lsp.moving import fresh, hull, moved, moved_edits, moved_span
from speechlint.lsp.text import Text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from speechlint import Edit, Finding, Span
    from speechlint.lsp.text import Position

_REMEMBERED = 2_000  # edits that one may be behind


class Change(NamedTuple):
    """What an editor says was changed: a stretch, or all where ``start`` is None."""

    start: Position | None
    end: Position | None
    text: str


class Now(NamedTuple):
    """What a draft is, how it read when all of it was checked, None where it never was, and the stretch of it that was
    edited since, None where none was.
    """

    text: Text
    edited: Span | None = None
    reading: str | None = None

    def after(self, edit: Edit, text: Text) -> Now:
        """When it was edited once more."""
        made = fresh(edit)
        edited = hull(moved_span(self.edited, edit), made) if self.edited else made
        return Now(text, edited, self.reading)


class Told(NamedTuple):
    """What a client that asked was last told, and by which name it knows that."""

    id: str = ""
    json: str = ""


class Draft:
    """One draft. ``checked`` is the text that it was last checked as, at least where it had been edited.

    It ``rests`` when nothing was typed for a while. ``findings`` are always those of the text as it is ``now``.
    """

    def __init__(self, uri: str, path: str, version: int | None, text: str) -> None:
        self.uri = uri
        self.path = path
        self.version = version
        self.now = Now(Text(text))
        self.checked: Text | None = None
        self.is_open = True
        self.rests = True
        self.told = Told()
        self.dropped = 0  # checks given up since the last that came to an end
        self._findings: list[Finding] = []
        self._behind: list[Edit] = []
        self._log: list[tuple[Text, Edit]] = []

    @property
    def text(self) -> Text:
        return self.now.text

    @property
    def findings(self) -> Sequence[Finding]:
        """What was found, at the places where that stands now; without what was edited since."""
        for edit in self._behind:
            self._findings = moved(self._findings, edit)
        self._behind.clear()
        return self._findings

    def change(self, changes: Iterable[Change], version: int | None, units: str) -> None:
        for start, end, text in changes:
            if start is None or end is None:
                made, edit = self.text.replaced(text)
            else:
                made, edit = self.text.edited(start, end, text, units)
            self._log.append((self.text, edit))
            self._behind.append(edit)
            self.now = self.now.after(edit, made)
        self.version = version
        del self._log[:-_REMEMBERED]

    def since(self, text: Text) -> list[Edit] | None:
        """The edits made since it was ``text``; None where that is too long ago."""
        if text is self.text:
            return []
        at = next((at for at, (before, _) in enumerate(self._log) if before is text), None)
        return None if at is None else [edit for _, edit in self._log[at:]]

    def accept(self, text: Text, reading: str, findings: Iterable[Finding]) -> None:
        """Takes what was found in ``text``, which it is now or was, and how that reads."""
        edits = self.since(text)
        if edits is None:
            return
        self._findings, self._behind = list(findings), edits
        self._log = self._log[len(self._log) - len(edits) :]
        self.checked, self.dropped = text, 0
        now = Now(self.text, None, reading)
        for edit in edits:
            now = now.after(edit, self.text)
        self.now = now

    def accept_lines(
        self, text: Text, lines: Span, codes: Container[str], findings: Iterable[Finding]
    ) -> None:
        """Takes what the rules of these ``codes`` found in some lines of ``text``, which it is now or was."""
        edits = self.since(text)
        if edits is None:
            return
        fresh_findings = list(findings)
        for edit in edits:
            lines, fresh_findings = moved_span(lines, edit), moved(fresh_findings, edit)
        kept = [one for one in self.findings if one.code not in codes or not lines.overlaps(one.span)]
        elsewhere = {(code, one.span) for one in kept for code in one.also}
        fresh_findings = [one for one in fresh_findings if (one.code, one.span) not in elsewhere]
        self._findings = sorted((*kept, *fresh_findings), key=lambda one: one.span)
        # They may have read otherwise for a while, though they read again as when all of it was checked.
        self.now = self.now._replace(edited=hull(self.now.edited or lines, lines))
        self.checked, self.dropped = text, 0

    def rebased(self, text: Text, edits: Sequence[Edit]) -> list[Edit] | None:
        """Edits of ``text`` as edits of what it is now; None where it was changed at the same places."""
        later = self.since(text)
        made: list[Edit] | None = None if later is None else list(edits)
        for edit in later or ():
            made = None if made is None else moved_edits(made, edit)
        return made


def path_of(uri: str, language: str, folder: str) -> str:
    """The path of a draft; for one that has none, its name in ``folder``, with a suffix that tells its ``language``."""
    path = _file(uri)
    if path:
        return path
    name = unquote(uri).replace("\\", "/").rstrip("/").rpartition("/")[2].rpartition(":")[2] or "draft"
    suffix = ".md" if language == "markdown" else ".txt"
    return os.path.join(folder, name if name.lower().endswith((".md", ".txt")) else name + suffix)


def _file(uri: str) -> str | None:
    try:
        if urlsplit(uri).scheme != "file":
            return None
        path = to_fs_path(uri)
    except ValueError:
        return None
    return path if path and "\0" not in path else None
