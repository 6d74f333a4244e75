"""What holds of everything that is found in a draft, whatever the draft."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from speechlint.document import Document
from speechlint.errors import ReadError
from speechlint.finding import Finding, Fix
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.readers import of
from speechlint.readers.decoding import newlines
from speechlint.result import Checked
from speechlint.run.one import check_document

TODAY = "2026-11-28"


@cache
def project(lang: str = "zh", as_of: str = TODAY) -> Project:
    """One that looks for no files."""
    return Project(Layer(as_of=as_of, lang=lang), isolated=True, suppress=True, baseline="")


def document(data: bytes, path: str) -> Document:
    """The bytes as the reader has them; what it refuses, read as UTF-8, whatever it is."""
    reader = of(path)
    try:
        return reader.document(path, *reader.decode(data))
    except ReadError:
        return reader.document(path, newlines(data.decode("utf-8", "ignore")))


def checked(path: str, source: str, lang: str = "zh", as_of: str = TODAY) -> Checked:
    """What is found in a draft; looked for once by all that ask in a row."""
    return _checked(path, source, lang, as_of)


@lru_cache(8)
def _checked(path: str, source: str, lang: str, as_of: str) -> Checked:
    return check_document(of(path).document(path, source), project(lang, as_of))


def within(span: tuple[int, int], length: int) -> bool:
    return 0 <= span[0] <= span[1] <= length


def is_sane(doc: Document, findings: Iterable[Finding]) -> None:
    """All that is told lies in the draft, and every fix can be made."""
    size = len(doc.source)
    for finding in findings:
        assert finding.message, finding
        spans = [finding.span, *finding.places, *(one.span for one in finding.related)]
        assert all(within(span, size) for span in spans), finding
        assert finding.places[0] == finding.span, finding
        assert list(finding.places) == sorted(set(finding.places)), finding
        assert doc.place(finding.span.start).line >= 1
        for fix in finding.fixes:
            assert can_be_made(fix, size), fix


def can_be_made(fix: Fix, size: int) -> bool:
    spans = [edit.span for edit in fix.edits]
    return all(within(span, size) for span in spans) and all(a.end <= b.start for a, b in pairwise(spans))
