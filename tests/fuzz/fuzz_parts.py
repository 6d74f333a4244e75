"""Harnesses of the parts: each takes bytes and raises where something that always holds does not."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from io import BytesIO
from random import Random
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree
from zipfile import ZipFile
from zlib import crc32

from fuzz_inputs import ROOT
from fuzz_sane import TODAY, checked, document, is_sane, project, within
from jsonschema import Draft202012Validator
from wordfiles import packed

from speechlint import reporters
from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.document.span import UNITS
from speechlint.errors import ConfigError, ReadError, SpeechlintError, WriteError
from speechlint.finding import Edit, Finding
from speechlint.fixing import fix as fixing
from speechlint.fixing import restoring
from speechlint.judgements import baseline, comparison, debts
from speechlint.readers import Reader, of
from speechlint.reporters import outline
from speechlint.result import Checked, Trouble, View, gathered
from speechlint.run.one import check_document

PATHS = ("稿.txt", "稿.txt", "稿.md")
LINE_OF_TEXT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
AS_OF = AsOf(TODAY, "--as-of")
ASKED = (*(("zh", TODAY),) * 5, ("en", TODAY), ("zh", "draft"), ("en", "2014-06-01"))
LINES = ("concise", "grouped", "github", "azure")
DATA = (*("junit", "checkstyle", "gitlab", "rdjson") * 4, "sarif")  # which tells of all rules each time


def choice(data: bytes) -> Random:
    """What is left open is settled by the input itself, so that an input always does the same."""
    return Random(crc32(data))


@lru_cache(2)
def doc_of(data: bytes) -> Document:
    """The draft; read once by all that ask in a row."""
    return document(data, choice(data).choice(PATHS))


def names(told: SpeechlintError, *places: str) -> None:
    """What is refused is named."""
    assert any(place in str(told) for place in places), told


def decode(data: bytes) -> None:
    """Bytes are text or a ``ReadError``; written back they are themselves, but for what was edited, or not at all."""
    pick = choice(data)
    reader = of(pick.choice(PATHS))
    named = pick.choice((None, None, None, "utf-8", "gbk", "utf-16", "big5", "utf-7"))
    try:
        source, encoding = reader.decode(data, named)
    except ReadError:
        return
    assert "\r" not in source
    try:
        assert reader.edited(data, encoding, []) == data
        if source:
            at = pick.randrange(len(source))
            is_written(reader, data, encoding, Edit(Span(at, at + 1), "改"))
    except WriteError:
        assert encoding not in ("utf-8", "gb18030", "utf-16-le") or encoding == "gb18030"


def is_written(reader: Reader, data: bytes, encoding: str, edit: Edit) -> None:
    source = reader.decode(data, encoding)[0]
    made = reader.edited(data, encoding, [edit])
    assert reader.decode(made, encoding)[0] == source[: edit.span.start] + edit.text + source[edit.span.end :]


def word(data: bytes) -> None:
    """A Word file, a part of it spoilt, is read or is a ``ReadError``; what it says is a draft like others."""
    pick = choice(data)
    try:
        source, _ = of("稿.docx").decode(torn(data, pick))
    except ReadError:
        return
    doc = of("稿.docx").document("稿.docx", source)
    is_sane(doc, check_document(doc, project()).findings)


def torn(data: bytes, pick: Random) -> bytes:
    """The package with pieces of one part's text taken out or doubled, packed anew; else its own bytes."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # no package any more
        return data
    name = pick.choice(sorted(parts) or [""])
    pieces = re.split(rb"(?=[<\"])", bytes(parts.get(name, b"")))  # type: ignore[arg-type]
    for _ in range(pick.randrange(3)):
        at, to = pick.randrange(len(pieces)), pick.randrange(len(pieces))
        pieces[at:to] = pieces[to:at] or [pieces[to]]
    return packed({**parts, name: b"".join(pieces)}) if name else data


def reading(data: bytes) -> None:
    """The reading text and the source lie side by side, from the first character to the last."""
    pick, doc = choice(data), doc_of(data)
    size, length = len(doc.source), len(doc.text)
    for repair in doc.repairs:
        assert within(repair.span, size), repair
    last = 0
    for at in sorted(pick.randint(0, size) for _ in range(8)):
        there = doc.alignment.to_reading((at, min(at + 3, size)))
        assert within(there, length)
        assert last <= there.start
        assert within(doc.alignment.to_source(there), size)
        last = there.start
    assert doc.place(size).line == doc.source.count("\n") + 1


def check(data: bytes) -> None:
    """What is found lies in the draft, and is the same when it is looked for again."""
    pick, doc = choice(data), doc_of(data)
    asked = pick.choice(ASKED)
    found = checked(doc.path, doc.source, *asked)
    is_sane(doc, found.findings)
    if pick.random() < 0.25:
        again = check_document(of(doc.path).document(doc.path, doc.source), project(*asked))
        assert again.findings == found.findings
        assert again.outcome == found.outcome


def report(data: bytes) -> None:
    """Every reporter tells it: JSON as the schema says, text that a terminal does not obey."""
    pick, doc = choice(data), doc_of(data)
    lang = pick.choice(("zh", "zh", "zh", "en"))
    troubles = [Trouble("坏\x1b.txt", "读不了")] if pick.random() < 0.2 else []
    run = gathered([checked(doc.path, doc.source, lang), *troubles], AS_OF)
    more: dict[str, Any] = {name: pick.random() < 0.3 for name in ("info", "quiet", "statistics")}
    sort, unit = pick.choice(("position", "gravity")), pick.choice(UNITS)
    view = View(lang, width=pick.randint(20, 120), sort=sort, column_unit=unit, **more)
    made = json.loads(reporters.report("json", run, view))
    if pick.random() < 0.1:  # it takes longer than the report
        schema().validate(made)
    lines = [json.loads(line) for line in reporters.report("jsonl", run, view).split("\n")]
    assert [line["type"] for line in lines].count("finding") == len(made["findings"])
    for name in (pick.choice(LINES), pick.choice(DATA)):
        is_well_formed(name, reporters.report(name, run, view))
    is_well_formed("text", reporters.report("text", run, view))
    is_outlined(doc, run.results)


def is_well_formed(name: str, told: str) -> None:
    """Whether it is XML or JSON where it should be, else lines that a terminal does not obey."""
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(told)
    elif name in DATA:
        json.loads(told)
    else:
        assert not LINE_OF_TEXT.search(told.replace("\n", "")), (name, told)


@cache
def schema() -> Draft202012Validator:
    path = ROOT / "speechlint" / "reporters" / "report.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def is_outlined(doc: Document, results: Sequence[Checked]) -> None:
    findings = [finding for one in results for finding in one.findings if finding.code[:3] in ("NUM", "CNT")]
    json.loads(outline.json([(doc, findings)]))
    outline.text([(doc, findings)], 60, "zh")


def fix(data: bytes) -> None:
    """Fixes are made once and for all, and every newline stays what it was."""
    pick, doc = choice(data), doc_of(data)
    reader, unsafe = of(doc.path), pick.random() < 0.5
    newline = pick.choice(("\n", "\r\n", "\r")) if "\n" in doc.source else "\n"
    before = doc.source.replace("\n", newline).encode("utf-8", "surrogatepass")
    found = cache(lambda source: checked(doc.path, source).findings)
    try:
        once = fixing.fix(before, "utf-8", found, unsafe=unsafe, reader=reader)
        again = fixing.fix(once.data, "utf-8", found, unsafe=unsafe, reader=reader)
    except WriteError:
        return
    assert again.data == once.data
    others = {"\n", "\r\n", "\r"} - {newline}
    left = once.data.decode().replace(newline, "")
    assert not any(other in left for other in others)


def restore(data: bytes) -> None:
    """What was restored is not restored any further; what is told of it stands in it."""
    with patch.object(restoring, "check_document", lambda doc, _: checked(doc.path, doc.source)):
        is_restored(doc_of(data))


def is_restored(doc: Document) -> None:
    made = restoring.restored(doc, project())
    lines = made.text.split("\n")
    places = [place for place, _ in (*made.doubts, *made.kept)]
    assert all(1 <= place.line <= len(lines) for place in places)
    assert "".join(made.text[slice(*one.span)] for one in made.speeches) == made.text
    again = restoring.restored(of(doc.path).document(doc.path, made.text), project())
    assert again.text == made.text


def judge(data: bytes) -> None:
    """A baseline hides all that it was made of; one that was spoilt is refused, or hides what it names."""
    pick, doc = choice(data), doc_of(data)
    findings = tuple(checked(doc.path, doc.source).findings)
    text = debts.written(debts.debts(doc, findings, "."))
    known = baseline.parse(text, ".speechlint-baseline.yaml")
    assert all(finding.muted_by for finding in known.mark(doc, findings))
    at = pick.randrange(len(text) + 1)
    spoilt = text[:at] + pick.choice(("", "\n", "'", "x", "1")) + text[at + pick.randrange(3) :]
    try:
        known = baseline.parse(spoilt, ".speechlint-baseline.yaml")
    except ConfigError as told:
        names(told, ".speechlint-baseline.yaml:")
        return
    marked = list(known.mark(doc, findings))
    assert sum(len(one.places) for one in marked) == sum(len(one.places) for one in findings)
    known.told(known.stale(lambda _: True, {finding.code for finding in findings}, marked))


def compare(data: bytes) -> None:
    """Two versions: every place is settled or carried over in one, carried over or new in the other, or judged in the old."""
    pick, doc = choice(data), doc_of(data)
    at = pick.randint(0, len(doc.source))
    other = of(doc.path).document(
        doc.path, doc.source[:at] + pick.choice(("", "截止目前，", "\n")) + doc.source[at + 5 :]
    )
    old, new = checked(doc.path, doc.source), checked(other.path, other.source)
    made = comparison.compare(old, new)
    judged = sum(len(finding.places) for finding in old.findings if finding.muted_by)
    assert 0 <= places(new.findings) - places(made.new) - places(made.carried) <= judged
    assert places(made.fixed) <= places(old.findings)
    is_sane(other, (*made.new, *made.carried))
    is_sane(doc, made.fixed)


def places(findings: Sequence[Finding]) -> int:
    return sum(len(finding.places) for finding in findings if not finding.muted_by)
