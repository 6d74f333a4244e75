"""Noting a finding in the sidecar: what ``speechlint ignore`` and ``review`` do."""

from __future__ import annotations

import os

from speechlint.errors import ReadError, UsageError
from speechlint.files.writing import refuse_draft, write
from speechlint.judgements.sidecar import judgement
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.project.plan import Project


def ignore(doc: Document, finding: Finding, why: str, project: Project) -> str:
    """Adds a judgement of a finding, all its places, to the sidecar; the sidecar's path.

    Raises ``ConfigError`` where the sidecar is malformed, ``UsageError`` where it cannot be written.
    """
    path = project.sidecar_path(doc.path)
    refuse_draft(path, [doc.path])
    old = sources.content(path) if os.path.exists(path) else None
    text = (old or b"").decode("utf-8-sig")
    text += "\n" if text and not text.endswith("\n") else ""
    if text.strip() == "[]":
        text = ""
    made = "".join(judgement(doc, finding, why, os.path.dirname(os.path.abspath(path))))
    try:
        write(path, (text + made).encode(), seen=old)
    except ReadError as trouble:
        raise UsageError(f"{path}：{trouble}", f"{path}: {trouble.told('en')}") from None
    return path
