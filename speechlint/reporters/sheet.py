"""The sheet an office signs: a row for each finding with boxes to tick, what to verify, lines to sign. What is in it."""

from __future__ import annotations

import os

from speechlint.document.facts import KINDS
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.families import family, title
from speechlint.reporters.rows import place, row
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.text import verdict
from speechlint.result import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document
    from speechlint.document.facts import Fact
    from speechlint.result import Checked, Run

_PLACES = 4


class Table(NamedTuple):
    """``widths`` are shares of the page in percent; a row of one cell is a heading across."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


class Sheet(NamedTuple):
    title: str
    about: str
    tables: tuple[Table, ...]
    signatures: tuple[str, ...]


class _Words(NamedTuple):
    title: str
    findings: str
    heads: tuple[str, ...]
    facts: str
    fact_heads: tuple[str, ...]
    decide: str
    verified: str
    signatures: tuple[str, ...]


_ZH = _Words(
    "校对单",
    "一、要改的",
    ("序号", "段落", "原文", "建议", "依据", "处理意见"),
    "二、要核的",
    ("序号", "类别", "内容", "说明", "位置", "核对"),
    "□改 □不改",
    "□已核",
    ("校对人：", "复核人：", "审定人：", "日期："),
)
_EN = _Words(
    "Proof sheet",
    "1. To correct",
    ("no.", "place", "words", "advice", "authority", "decision"),
    "2. To verify",
    ("no.", "kind", "fact", "about", "place", "verified"),
    "□ change □ keep",
    "□ done",
    ("proofread by: ", "checked by: ", "approved by: ", "date: "),
)


def sheet(run: Run, checked: Checked, found: Sequence[Fact], lang: str, *, by_family: bool) -> Sheet:
    """The sheet of one draft, its findings by place or by family."""
    words = _EN if lang == "en" else _ZH
    name = visible(readable(os.path.basename(checked.doc.path)))
    tables = [
        Table(
            words.findings, words.heads, (6, 11, 21, 34, 15, 13), _findings(checked, words, lang, by_family)
        ),
        Table(
            words.facts, words.fact_heads, (6, 13, 29, 25, 17, 10), _facts(checked.doc, found, words, lang)
        ),
    ]
    about = verdict(run, View(lang=lang))
    return Sheet(f"{words.title}：{name}", about, tuple(one for one in tables if one.rows), words.signatures)


def _findings(checked: Checked, words: _Words, lang: str, by_family: bool) -> tuple[tuple[str, ...], ...]:
    told = [finding for finding in checked.findings if not finding.muted_by]
    if by_family:
        told.sort(key=lambda finding: (family(finding.code), -finding.severity))
    made: list[tuple[str, ...]] = []
    before = ""
    for number, finding in enumerate(told, 1):
        one = row(checked.doc, finding, number, lang)
        if by_family and family(finding.code) != before:
            before = family(finding.code)
            made.append((title(before, lang),))
        times = f"（共 {one.times} 处）" if one.times > 1 else ""
        advice = f"【{one.level}】{one.message}{times}" + (f"\n→ {one.change}" if one.change else "")
        made.append((str(number), one.place, one.words, advice, one.authority, words.decide))
    return tuple(made)


def _facts(doc: Document, found: Sequence[Fact], words: _Words, lang: str) -> tuple[tuple[str, ...], ...]:
    made = []
    for number, fact in enumerate(found, 1):
        places = "、".join(place(doc, span.start, lang) for span in fact.places[:_PLACES])
        more = "……" if len(fact.places) > _PLACES else ""
        about = "；".join(
            filter(None, (fact.about, "、".join(fact.forms) and f"另有 {'、'.join(fact.forms)}"))
        )
        kind = KINDS[fact.kind][lang == "en"]
        made.append((str(number), kind, visible(fact.text), visible(about), places + more, words.verified))
    return tuple(made)


def csv(made: Sheet) -> str:
    """The tables one below the other; UTF-8 with a byte order mark."""
    from speechlint.reporters.csv import record

    lines = []
    for table in made.tables:
        lines += [record(table.heads), *(record(cells) for cells in table.rows), "\r"]
    return "\ufeff" + "\n".join(lines)


def html(made: Sheet, lang: str) -> str:
    """A page to be printed on A4."""
    from speechlint.reporters.page import beginning, end, escaped

    parts = [beginning(made.title, lang), f"<main><h1>{escaped(made.title)}</h1><p>{escaped(made.about)}</p>"]
    for table in made.tables:
        parts.append(
            f'<h2>{escaped(table.title)}</h2><div class="scroll" tabindex="0"><table class="sheet"><colgroup>'
        )
        parts += [f'<col width="{width}%">' for width in table.widths]
        heads = "".join(f'<th scope="col">{escaped(head)}</th>' for head in table.heads)
        parts.append(f"</colgroup><thead><tr>{heads}</tr></thead><tbody>")
        for cells in table.rows:
            across = f' colspan="{len(table.heads)}"' if len(cells) == 1 else ""
            parts.append("<tr>" + "".join(f"<td{across}>{_broken(cell)}</td>" for cell in cells) + "</tr>")
        parts.append("</tbody></table></div>")
    signed = "".join(f'<span class="sign">{escaped(one)}</span>' for one in made.signatures)
    return "".join([*parts, f'<p class="signs">{signed}</p></main>{end()}'])


def _broken(text: str) -> str:
    from speechlint.reporters.page import escaped

    return escaped(text).replace("\n", "<br>")
