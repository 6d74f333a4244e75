"""The benchmark's drafts, made by a seeded shuffle of the project's own: the sample drafts, full of faults,
and a plain speech (讲话.txt), so that there are as many faults to the page as in real downloaded drafts.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from speechlint.readers import read

ROOT = Path(__file__).parents[1]
SAMPLES = (ROOT / "samples", ROOT / "tests" / "drafts", ROOT / "benchmarks")
SEED = 20261120
TERMS = 200


def paragraphs() -> list[str]:
    """The paragraphs of every sample draft, in a fixed order; what copying damaged is undone in them."""
    paths = [path for folder in SAMPLES for path in sorted(folder.glob("*.txt"))]
    drafts = [read(str(path), path.read_bytes()) for path in paths if ".expected" not in path.name]
    return [line for draft in drafts for line in draft.text.split("\n") if line.strip()]


def draft(size: int, seed: int = SEED) -> str:
    """A draft of about ``size`` bytes of UTF-8: shuffled paragraphs, repeated as often as needed."""
    source, rng = paragraphs(), random.Random(seed)
    lines: list[str] = []
    length = 0
    while length < size:
        rng.shuffle(source)
        for line in source:
            lines.append(line)
            length += len(line.encode()) + 1
            if length >= size:
                break
    return "\n".join(lines) + "\n"


def file(path: Path, size: int) -> Path:
    """A draft of about ``size`` bytes at ``path``."""
    path.write_text(draft(size), encoding="utf-8")
    return path


def folder(path: Path, files: int, size: int) -> Path:
    """``files`` drafts of about ``size`` bytes each, made once."""
    path.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        (path / f"draft{number:04}.txt").write_text(draft(size, SEED + number), encoding="utf-8")
    return path


def words(path: Path) -> None:
    """A list of ``TERMS`` words of the drafts at ``path``, as textlint's rule prh reads it."""
    rng, drawn = random.Random(SEED), set[str]()
    text = "".join(paragraphs())
    while len(drawn) < TERMS:
        at = rng.randrange(len(text) - 3)
        if text[at : at + 3].isalpha() and not text[at : at + 3].isascii():
            drawn.add(text[at : at + 3])
    rules = "".join(f"  - expected: X{at}\n    pattern: {word}\n" for at, word in enumerate(sorted(drawn)))
    path.write_text(f"version: 1\nrules:\n{rules}", encoding="utf-8")


def main() -> None:
    """Write ``one.txt``, ``mega.txt``, ``huge.txt``, the folder ``many`` and ``prh.yml`` below the folder named;
    sizes in bytes.
    """
    work, sizes = Path(sys.argv[1]), list(map(int, sys.argv[2:]))
    for name, size in zip(("one", "mega", "huge"), sizes, strict=False):
        file(work / f"{name}.txt", size)
    folder(work / "many", sizes[3], 10_000)
    words(work / "prh.yml")


if __name__ == "__main__":
    main()
