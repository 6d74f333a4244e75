"""An office's archive, made up: drafts of sentences that nobody else says, with formulas everywhere and passages copied.

Seeded: the same number of drafts is the same archive. No sentence is anybody's; what is true of each is known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LENGTHS = (30, 40, 60, 80, 100, 150, 250, 400)  # the bounds of the classes, in characters
EDITS = (0.0, 0.05, 0.1)
_LETTER = re.compile(r"[^\W_]")
_HAN = "山水田林路桥港站车船灯塔茶米布木石铁砖瓦厂社班组村街镇县市区院校店铺仓库窗口台账图表人员工匠师徒老少春夏秋冬早晚"
_DO = "修建查看清点登记搬运接送整理核对培训慰问走访调解补种疏通检修加固改造重开联合承办试行推广总结评比"
_COMMON = 1_000  # short turns of phrase that everybody uses
_FORMULAS = 150  # whole sentences that everybody uses


class Planted(NamedTuple):
    """Where a draft has what another one has: letters ``start`` to ``end``, known as ``source`` (draft, start, end)."""

    start: int
    end: int
    source: tuple[int, int, int]
    length: int = 0
    edits: float = 0.0


class Draft(NamedTuple):
    name: str
    text: str
    planted: tuple[Planted, ...]


class _Words:
    """What can be said: words, short turns, formulas."""

    def __init__(self, chance: random.Random) -> None:
        self.words = ["".join(chance.choices(_HAN, k=2)) for _ in range(500)]
        self.words += [chance.choice(_DO) + chance.choice(_DO) + chance.choice(_HAN) for _ in range(300)]
        self.turns = [
            "".join(chance.choices(self.words, k=chance.randint(3, 5)))[:12] for _ in range(_COMMON)
        ]
        self.formulas = [self.sentence(chance, 0.0) for _ in range(_FORMULAS)]

    def clause(self, chance: random.Random, turns: float) -> str:
        if chance.random() < turns:
            return chance.choice(self.turns)
        return "".join(chance.choices(self.words, k=chance.randint(3, 7)))

    def sentence(self, chance: random.Random, turns: float = 0.2) -> str:
        return "，".join(self.clause(chance, turns) for _ in range(chance.randint(2, 4))) + "。"


def office(count: int, seed: int = 21, characters: int = 3_000) -> Iterator[Draft]:
    """``count`` drafts of about ``characters``; three in ten have copied a passage from one before."""
    chance = random.Random(seed)
    words = _Words(chance)
    sources: list[tuple[int, int, str]] = []  # draft, the letter it begins at, the words
    for number in range(count):
        paragraphs = [
            f"在第{number}次工作会议上的讲话",
            f"（{2000 + number % 25}年{number % 12 + 1}月{number % 28 + 1}日）",
        ]
        own = _own(words, chance, characters)
        copied = _copied(chance, sources) if sources and chance.random() < 0.3 else None
        if copied:
            own.insert(len(own) // 2, copied[0] + "。")
        paragraphs += own
        yield _draft(number, paragraphs, copied, sources, chance)


def _own(words: _Words, chance: random.Random, characters: int) -> list[str]:
    """Paragraphs that begin and end with formulas, and say something of their own in between."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < characters:
        said = ""
        while len(said) < 450:
            said += words.sentence(chance)
        around = chance.choices(words.formulas, k=2)
        paragraphs.append(f"{around[0]}{said}{around[1]}")
    return paragraphs


def _copied(
    chance: random.Random, sources: list[tuple[int, int, str]]
) -> tuple[str, tuple[int, int, int], int, float]:
    number, first, said = chance.choice(sources)
    at = chance.randrange(len(LENGTHS) - 1)
    length = chance.randint(LENGTHS[at], LENGTHS[at + 1] - 1)
    start = chance.randrange(len(said) - length)
    while not said[start].isalnum():
        start -= 1
    piece = said[start : start + length]
    begins = first + _letters(said[:start])
    edits = chance.choice(EDITS)
    return _edited(piece, edits, chance), (number, begins, begins + _letters(piece)), length, edits


def _edited(text: str, share: float, chance: random.Random) -> str:
    """Each character changed, doubled by another or left out, with that chance."""
    made = []
    for char in text:
        if chance.random() >= share:
            made.append(char)
        else:
            made.append(chance.choice(("", chance.choice(_HAN), char + chance.choice(_HAN))))
    return "".join(made)


def _draft(
    number: int,
    paragraphs: list[str],
    copied: tuple[str, tuple[int, int, int], int, float] | None,
    sources: list[tuple[int, int, str]],
    chance: random.Random,
) -> Draft:
    text = "\n".join((*paragraphs, ""))
    planted: tuple[Planted, ...] = ()
    if copied:
        piece, source, length, edits = copied
        start = _letters(text[: text.index(piece)])
        planted = (Planted(start, start + _letters(piece), source, length, edits),)
    own = [one for one in paragraphs[2:] if len(one) > 450 and not (copied and copied[0] in one)]
    said = chance.choice(own)
    head, tail = said.index("。") + 1, said.rindex("。", 0, -1) + 1
    if len(sources) < 20_000:
        sources.append((number, _letters(text[: text.index(said) + head]), said[head:tail]))
    return Draft(f"{2000 + number % 25}/讲话{number:06}.txt", text, planted)


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def write(folder: Path, drafts: Iterator[Draft]) -> dict[str, tuple[Planted, ...]]:
    """Writes the drafts into a folder; what is planted in each, by its path there."""
    planted = {}
    for draft in drafts:
        path = folder / draft.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft.text, "utf-8")
        planted[draft.name] = draft.planted
    return planted
