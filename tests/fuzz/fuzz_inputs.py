"""What the harnesses are fed: drafts, rules, configs and judgements as they come, cut up and put together wrongly."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

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
ROOM = 800  # characters of a draft, before it is spoilt
Maker = Callable[[Random], bytes]  # input, settled by the state of what is given
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


def spoilt(text: str, pick: Random) -> str:
    """``text`` spoilt in up to five places: cut, moved, doubled, scraps put in."""
    for _ in range(pick.choice((0, 1, 1, 2, 3, 5))):
        at, to = sorted((pick.randint(0, len(text)), pick.randint(0, len(text))))
        kind = pick.randrange(8)
        if kind == 0:
            text = text[:at] + text[to:]
        elif kind == 1:
            text = text[:to] + text[at : at + 40] * pick.choice((1, 1, 2, 9)) + text[to:]
        elif kind == 2:
            text = text[:at] + text[to : to + 40] + text[at:to] + text[to + 40 :]
        else:
            scrap = pick.choice(SCRAPS) * pick.choice((0, 1, 1, 1, 2, 30))
            text = text[:at] + scrap + text[at + pick.randrange(9) :]
    return text


def text(pick: Random) -> str:
    """A short draft: lines put together, and spoilt."""
    lines = pick.choices(pieces(), k=pick.randint(1, 5))
    opening = OPENING if pick.randrange(5) else ""
    return spoilt((opening + "\n".join(lines))[:ROOM], pick)


def drafts(pick: Random) -> bytes:
    """The bytes of a short draft in UTF-8."""
    return text(pick).encode()


def damaged(pick: Random) -> bytes:
    """The bytes of a short draft in an encoding that it may come in, a few of them wrong; or any bytes at all."""
    data = text(pick).encode(pick.choice(ENCODINGS), "replace") if pick.randrange(10) else pick.randbytes(200)
    for _ in range(pick.choice((0, 0, 1, 3))):
        at = pick.randint(0, len(data))
        data = data[:at] + pick.randbytes(pick.randrange(4)) + data[at + pick.randrange(4) :]
    return data


def again(data: bytes, pick: Random) -> bytes:
    """An input tried before, spoilt a little more; bytes that are no UTF-8 stay."""
    return spoilt(data.decode("utf-8", "surrogateescape"), pick).encode("utf-8", "surrogateescape")


def like(seeds: Callable[[], Sequence[str]]) -> Maker:
    """Makes data files like one of the seeds: lines lost, doubled, moved, values replaced."""

    def made(pick: Random) -> bytes:
        lines = pick.choice(seeds()).split("\n")
        for _ in range(pick.randrange(5)):
            _altered(lines, pick)
        text = "\n".join(lines)
        return (spoilt(text, pick) if pick.random() < 0.3 else text).encode()

    return made


def _altered(lines: list[str], pick: Random) -> None:
    at, value = pick.randrange(len(lines)), pick.choice(VALUES)
    kind = pick.randrange(4)
    if kind == 0:
        lines.insert(pick.randrange(len(lines)), lines[at])
    elif kind == 1 and len(lines) > 1:
        del lines[at]
    elif kind == 2:
        lines[at] = lines[at].partition(":")[0] + ": " + value
    else:
        column = pick.randint(0, len(lines[at]))
        lines[at] = lines[at][:column] + value + lines[at][column:]


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


def word_files(pick: Random) -> bytes:
    """A Word file with some bytes behind it, which readers pass over: each settles other choices."""
    return pick.choice(word_seeds()) + pick.randbytes(4)
