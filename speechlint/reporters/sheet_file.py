"""The proof sheet of a draft as a file: a Word file, a page, or a table."""

from __future__ import annotations

from speechlint.document.facts import facts
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import sheet
from speechlint.reporters.facts import known
from speechlint.result import gathered

if TYPE_CHECKING:
    from speechlint.project.plan import Project
    from speechlint.result import Checked


def content(checked: Checked, project: Project, format: str, lang: str, *, by_family: bool = False) -> bytes:
    """The bytes of the sheet; ``format`` is ``.docx``, ``.html`` or ``.csv``."""
    found = facts(checked.doc, known(project, checked.doc.path))
    made = sheet.sheet(gathered([checked], checked.as_of), checked, found, lang, by_family=by_family)
    if format == ".docx":
        from speechlint.reporters.sheet_docx import docx

        return docx(made)
    return (sheet.csv(made) if format == ".csv" else sheet.html(made, lang)).encode()
