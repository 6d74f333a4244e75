"""What the harnesses are fed: drafts, rules, configs and judgements as they come, cut up and put together wrongly."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

from adversarial import UNITS  # noqa: E402
from conftest import RULES  # noqa: E402
from wordfiles import docx, numbered, p, table  # noqa: E402

from speechlint.rulebook import packs  # noqa: E402

OPENING = "同志们：\n今天的会议很重要，请大家认真学习会议精神，结合实际，抓好落实。\n"
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "gb18030", "utf-16", "utf-16-le", "big5")
MARKS = (
    "\r",
    "\r\n",
    "\0",
    "\ufeff",
    "\x1b[31m",
    "\u202e",
    "\u2028",
    "\x85",
    "\t",
    "【？】",
    "1",
    "截止目前",
    "X届",
)
SCRAPS = (*MARKS, *(unit for unit in UNITS.values() if isinstance(unit, str)))
VALUES = ("", "null", "-1", "1e9", "[]", "{}", "[[a]]", "{a: b}", "'", '"', "&a", "*a", "!!python/none x", "|", "? ", ": ",
          "PLH", "PLH001/x", "(", "(?P<at>", "{at}", "2026-02-30", "2026-13", "~", "..", "/", "**", "\t", "讲话", "- ", "  ", "#")  # fmt: skip
LONGEST = 200
CONFIG = """select: [PLH, SLG, 序号]
ignore: [SPC]
severity: {PUN: info, 提法: 建议改}
as_of: 2026-11-28
fail_on: warning
stage: 送审
exclude: [存档/**, "*.bak"]
overrides:
  - files: [旧稿/*]
    ignore: [SLG002/cc-hu]
    as_of: draft
allow:
  - {term: X射线楼, reason: 本市地名}
  - 四个自信
stages:
  会签: {en: countersigning, at_most: {PLH: warning}}
require_reason: true
rosters:
  - {name: 王大川, post: 市委书记, order: 1, from: "2023-05"}
lang: zh
cache: true
"""
SIDECAR = """- path: 稿.txt
  code: PLH001
  words: X届
  reason: 届次等会期定了再填
- path: 2026/*.md
  code: SLG001/xk-1
  reason: 原话
  fingerprint: 0f1e2d3c4b5a6978
"""


@cache
def pieces() -> Sequence[str]:
    """Lines of the drafts of the tests, and the examples of all rules."""
    folders = ("tests/drafts", "samples")
    files = [
        path
        for folder in folders
        for path in sorted((ROOT / folder).iterdir())
        if path.suffix in (".txt", ".md") and "expected" not in path.name
    ]
    lines = [line for path in files for line in path.read_text("utf-8", "replace").split("\n")]
    examples = [re.sub("[⟦⟧]", "", one.text) for rule in RULES for one in (*rule.bad, *rule.good)]
    return [piece for piece in dict.fromkeys((*lines, *examples)) if 0 < len(piece) <= LONGEST]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 999), st.integers(0, 8), st.sampled_from(SCRAPS), st.sampled_from((0, 1, 1, 1, 2, 30))
    ),
    max_size=5,
)
BYTE_EDITS = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 3), st.binary(max_size=3)), max_size=3
)  # fmt: skip


def spoilt(text: str, edits: Sequence[tuple[int, int, str, int]]) -> str:
    """``text`` with characters taken out and scraps put in; places are in thousandths."""
    for place, gone, scrap, times in edits:
        at = place * len(text) // 999
        text = text[:at] + scrap * times + text[at + gone :]
    return text


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A short draft."""
    lines = draw(st.lists(st.sampled_from(pieces()), min_size=1, max_size=6))
    opening = OPENING if draw(st.integers(0, 4)) else ""
    return spoilt(opening + "\n".join(lines), draw(EDITS))


def drafts() -> st.SearchStrategy[bytes]:
    """The bytes of a short draft in UTF-8."""
    return texts().map(str.encode)


def encoded() -> st.SearchStrategy[bytes]:
    """The bytes of a short draft in an encoding that it may come in."""
    return st.tuples(texts(), st.sampled_from(ENCODINGS)).map(lambda both: both[0].encode(both[1], "replace"))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The bytes of a draft with some of them wrong, or any bytes at all."""
    data = draw(encoded()) if draw(st.integers(0, 9)) else draw(st.binary(max_size=200))
    for place, gone, more in draw(BYTE_EDITS):
        at = place * len(data) // 999
        data = data[:at] + more + data[at + gone :]
    return data


@st.composite
def texts_like(draw: st.DrawFn, seeds: Sequence[str]) -> bytes:
    """A data file like one of the seeds: lines lost, doubled, moved, values replaced."""
    lines = draw(st.sampled_from(seeds)).split("\n")
    for kind, here, there in draw(
        st.lists(st.tuples(st.integers(0, 3), st.integers(0, 999), st.integers(0, 999)), max_size=4)
    ):
        at, to = here * (len(lines) - 1) // 999, there * (len(lines) - 1) // 999
        if kind == 0:
            lines.insert(to, lines[at])
        elif kind == 1 and len(lines) > 1:
            del lines[at]
        elif kind == 2:
            lines[at] = lines[at].partition(":")[0] + ": " + VALUES[there % len(VALUES)]
        else:
            column = there * len(lines[at]) // 999
            lines[at] = lines[at][:column] + VALUES[here % len(VALUES)] + lines[at][column:]
    text = spoilt("\n".join(lines), draw(EDITS)[:2])
    return text.encode("utf-8", "replace")


@cache
def rule_files() -> Sequence[str]:
    """The shorter rule files of the project and of the tests."""
    files = [*packs.rule_files(packs.shipped()), *packs.rule_files(str(ROOT / "tests" / "pack"))]
    texts = [Path(file).read_text("utf-8") for file in files]
    return [text for text in texts if len(text) < 4_000]


@cache
def word_seeds() -> Sequence[bytes]:
    """Word files of our own making."""
    body = (
        p("在全县大会上的讲话"),
        numbered("提高认识"),
        numbered("抓好落实", level=1),
        p("截止目前，召开X届全会。"),
    )
    list_ = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return [
        docx(*body),
        docx(*body, numbering=list_),
        docx(*body, table(["项目", "数量"], ["学校", "十所"]), related={"footnotes": p("脚注")}),
    ]
