"""A new draft against an archive: read, asked about, told by its rule like everything else that is found."""

from __future__ import annotations

import os

from speechlint.archive import queries
from speechlint.archive.copied import LEAST, copied
from speechlint.archive.formulas import REASONS, Formulas
from speechlint.archive.known import known
from speechlint.archive.quoted import quoted
from speechlint.archive.records import dated
from speechlint.archive.shelf import Entry, Read
from speechlint.archive.telling import hits
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers import read
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.archive.copied import Found
    from speechlint.archive.engines import Engine
    from speechlint.archive.shelf import Shelf
    from speechlint.archive.store import Archive
    from speechlint.project.plan import Project
    from speechlint.result import Checked


class Against(NamedTuple):
    """A draft as it was checked against an archive, with all passages that were found, those left out too."""

    checked: Checked
    draft: Read
    found: Found


class Asked(NamedTuple):
    """An archive to ask, and the engine that does. ``most`` drafts may share what is no formula."""

    archive: Archive
    engine: Engine
    shelf: Shelf
    most: int


def against(path: str, data: bytes, asked: Asked, project: Project, encoding: str | None = None) -> Against:
    """Looks for the passages of a draft in the archive. Raises ``ReadError``, ``ConfigError``, ``UsageError``."""
    doc = read(path, data, encoding)
    draft = Read(doc)
    formulas = Formulas(asked.most)
    formulas = formulas.having("known", known(draft.letters, project.plan(path).catalogue))
    formulas = formulas.having("quoted", quoted(doc.text))
    without = itself(path, asked)
    found = copied(draft, asked.engine, asked.shelf, asked.archive.settings.key, formulas, without)
    told = tuple(hits(draft, found.passages, dated(doc), asked.shelf))
    return Against(check_document(doc, project, told=told), draft, found)


def itself(path: str, asked: Asked) -> list[int]:
    """The numbers under which the archive has the very file at ``path``."""
    import pyarrow as pa

    settings = asked.archive.settings
    folders = asked.shelf.folders or (() if settings.hash_paths else settings.roots)
    names = {settings.named(os.path.relpath(path, folder)) for folder in folders}
    asked.engine.put("named", pa.table({"path": pa.array(sorted(names), pa.string())}))
    rows = asked.engine.rows(queries.NAMED)
    mine = os.path.realpath(path)
    return [
        entry.text
        for entry in [Entry(*row) for row in rows]
        if os.path.realpath(asked.shelf.place(entry)) == mine
    ]


def left_out(one: Against, asked: Asked, lang: str) -> Iterator[str]:
    """A line for each passage that was left out, with why."""
    passages = [found for found in one.found.passages if found.reason]
    for start, end in one.found.formulas.common(LEAST):
        if not any(found.passage.here[0] < end and start < found.passage.here[1] for found in passages):
            yield _line(one, (start, end), "common", "", asked.most, lang)
    for found in passages:
        place = asked.shelf.place(found.entry)
        yield _line(one, found.passage.here, found.reason, place, asked.most, lang)


def _line(one: Against, letters: tuple[int, int], reason: str, place: str, most: int, lang: str) -> str:
    doc = one.draft.doc
    first, last = one.draft.span(*letters)
    at = doc.place(doc.alignment.to_source((first, last)).start)
    words = " ".join(doc.text[first:last].split())
    why = REASONS[reason][lang == "en"].format(most=most)
    told = f"{doc.path}:{at.line}:{at.column}"
    if lang == "en":
        return f"{told}: not told, {why}: “{words}”" + (f" ({place})" if place else "")
    return f"{told}：没有报，{why}：“{words}”" + (f"（{place}）" if place else "")
