"""A finding as a row of a sheet: where, what, why and what to do, each on one line fit to be shown."""

from __future__ import annotations

from speechlint.finding import without_total
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.details import advice, authority
from speechlint.reporters.families import family, title
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.result import Run

BLANK = {"zh": "（空白）", "en": "(blank)"}
_LONG = 80  # characters of the words of a finding


class Row(NamedTuple):
    """``number`` counts from 1 in its sheet, ``times`` the places; ``change`` is "" where there is no fix."""

    number: int
    path: str
    place: str
    level: str
    family: str
    code: str
    words: str
    times: int
    message: str
    change: str
    authority: str


HEADS = {
    "zh": (
        *("序号", "文稿", "位置", "级别", "类别", "规则", "原文", "处数"),
        *("建议", "改法", "依据"),
    ),
    "en": (
        *("no.", "draft", "place", "level", "family", "rule", "words", "places"),
        *("advice", "change", "authority"),
    ),
}


def rows(run: Run, lang: str) -> Iterator[Row]:
    """The findings of a run, but for muted ones, draft by draft and by place."""
    number = 0
    for result in run.results:
        for finding in result.findings:
            if not finding.muted_by:
                number += 1
                yield row(result.doc, finding, number, lang)


def row(doc: Document, finding: Finding, number: int, lang: str) -> Row:
    """One finding, in ``zh`` or ``en``."""
    words = WORDS[lang]
    told = doc.source[slice(*finding.span)]
    prefix = words.fix.format("")
    change = "；".join(advice(doc, finding, words)) if finding.fixes else ""
    return Row(
        number,
        visible(readable(doc.path)),
        place(doc, finding.span.start, lang),
        words.labels[finding.severity],
        title(family(finding.code), lang),
        finding.code,
        _short(told) or BLANK[lang],
        len(finding.places),
        visible(without_total(finding.message, str(len(finding.places)))),
        change.removeprefix(prefix),
        authority(finding, lang).partition("：" if lang == "zh" else ": ")[2] if finding.source else "",
    )


def _short(text: str) -> str:
    text = text.strip()
    return visible(text if len(text) <= _LONG else f"{text[: _LONG // 2]}…{text[-_LONG // 2 :]}")


def place(doc: Document, offset: int, lang: str) -> str:
    """Paragraph, or line and column, of a *source* offset."""
    if doc.layout:
        from speechlint.reporters.paragraphs import paragraph

        return paragraph(doc, offset, lang)
    line, column = doc.place(offset)
    return f"{line}:{column}"
