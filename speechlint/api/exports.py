"""What can be taken away from a desk: each gives a file's name and its bytes. Raises ``WriteError`` where it cannot be."""

from __future__ import annotations

import os
import time

from speechlint.api.tasks import checked, lang, project, report
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import READERS, is_word, word
from speechlint.reporters.annotation import remarks, safe_edits
from speechlint.reporters.sheet_file import content
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from speechlint.api.opened import Opened
    from speechlint.api.tasks import Asked

    File = tuple[str, bytes]


def draft(opened: Opened, asked: Asked) -> File:
    """The draft in its own format; as text where that format is only read."""
    if os.path.splitext(opened.path)[1].lower() in READERS:
        return opened.path, opened.written(asked["text"])
    return plain(opened, asked)


def plain(opened: Opened, asked: Asked) -> File:
    """The text alone, in UTF-8."""
    stem, suffix = os.path.splitext(opened.path)
    kept = suffix if suffix.lower() in (".md", ".markdown") else ".txt"
    return stem + kept, asked["text"].encode("utf-8", "replace")


def annotated(opened: Opened, asked: Asked) -> File:
    """The Word file with its findings as comments; the safe fixes as tracked changes, if asked."""
    if not is_word(opened.path):
        raise UsageError("批注只写得进 Word 文件（.docx）", "comments go into a Word file (.docx) only")
    plan, data = project(asked), opened.written(asked["text"])
    result = check_draft(opened.path, data, plan)
    edits = safe_edits(result, plan) if asked.get("tracked") else ()
    comments = list(remarks(result, edits, info=False, lang=lang(asked)))
    stem, suffix = os.path.splitext(opened.path)
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return f"{stem}.校对{suffix}", word.annotated(data, comments, edits, now)


def sheet(opened: Opened, asked: Asked) -> File:
    """The proof sheet; ``format`` is ``.html``, ``.docx`` or ``.csv``."""
    result, plan = checked(opened, asked)
    stem = os.path.splitext(opened.path)[0]
    return f"{stem}.校对单{asked['format']}", content(result, plan, asked["format"], lang(asked))


def json(opened: Opened, asked: Asked) -> File:
    """The JSON report of the command line, byte for byte."""
    made = report(checked(opened, asked)[0], lang(asked))
    return f"{os.path.splitext(opened.path)[0]}.json", f"{made}\n".encode()
