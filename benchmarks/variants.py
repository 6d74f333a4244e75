"""Makes the tables of traditional characters out of OpenCC's dictionaries, and compares what they say with OpenCC.

pip install opencc && python benchmarks/variants.py          # are the tables what OpenCC says?
python benchmarks/variants.py --write                        # make them anew
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import opencc

from speechlint.document.restoring import variants

FOLDER = Path(variants.__file__).parent
HOME = Path(opencc.__file__).parent / "clib"
ROUNDS, PIECES = 3_000, 30


def dictionary(name: str) -> dict[str, str]:
    """One of OpenCC's dictionaries; of several readings the first, as its converters take it."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.txt"
        source = HOME / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run(
            [HOME / "bin" / "opencc_dict", "-i", source, "-o", made, "-f", "ocd2", "-t", "text"], check=True
        )
        rows = (line.split("\t") for line in made.read_text(encoding="utf-8").splitlines())
        return {key: value.split(" ")[0] for key, value in rows}


def simplified() -> str:
    """Pairs of characters encoded twice, pairs of a traditional and a simplified one; then each phrase and its reading."""
    plain = dictionary("CJK_Compatibility_Ideographs")
    chars = {**dictionary("TSCharacters"), **dictionary("TSCharactersExt")}
    phrases = (f"{one}{other}" for one, other in sorted(dictionary("TSPhrases").items()))
    return "\n".join((_pairs(plain), _pairs(chars), *phrases)) + "\n"


def _pairs(chars: dict[str, str]) -> str:
    return "".join(char + other for char, other in sorted(chars.items()) if char != other)


def traditional() -> str:
    """The characters that are written otherwise; then, by their first character, the phrases.

    Where a phrase is not written as its characters are, 0 and 1 say which of them are written otherwise.
    """
    taiwan, kept = dictionary("TWVariants"), dictionary("TWVariantsPhrases")
    single = {char: taiwan.get(other, other) for char, other in dictionary("STCharacters").items()}
    single = {**taiwan, **single}
    changed = sorted(char for char, other in single.items() if char != other)
    phrases = {**dictionary("STPhrases_GeneratedFromRegionalPhrases"), **dictionary("STPhrases")}
    lines: dict[str, list[str]] = {}
    for phrase, other in sorted(phrases.items()):
        written = kept.get(other) or "".join(taiwan.get(char, char) for char in other)
        mask = "".join("01"[a != b] for a, b in zip(phrase, written, strict=True))
        usual = "".join("01"[char in changed] for char in phrase)
        lines.setdefault(phrase[0], []).append(phrase[1:] + (f"={mask}" if mask != usual else ""))
    return "\n".join(("".join(changed), *(char + " ".join(rest) for char, rest in lines.items()))) + "\n"


def differing(phrases: int) -> int:
    """How many texts made of so many phrases and characters are read or written otherwise by OpenCC."""
    to_simple, to_traditional = opencc.OpenCC("t2s"), opencc.OpenCC("s2tw")
    names = ("TSPhrases", "STPhrases", "TSCharacters", "STCharacters", "CJK_Compatibility_Ideographs")
    words = [word for name in names for word in dictionary(name)] + list("，。 \nabA1")
    chance, wrong = random.Random(20261128), 0
    for _ in range(phrases):
        text = "".join(chance.choices(words, k=PIECES))
        simple, other = to_simple.convert(text), to_traditional.convert(text)
        places = [
            at for at, (a, b, c) in enumerate(zip(text, other, simple, strict=True)) if a != b and a == c
        ]
        said = [at for at in variants.otherwise(text) if text[at] == simple[at]]
        wrong += variants.simplified(text) != simple or said != places
    return wrong


def main() -> int:
    made = {variants.SIMPLIFIED: simplified(), variants.TRADITIONAL: traditional()}
    stale = [name for name, text in made.items() if text != _there(name)]
    if "--write" in sys.argv:
        for name, text in made.items():
            (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
        stale = []
    wrong = differing(ROUNDS)
    print(f"OpenCC {opencc.__version__}: {ROUNDS} texts, {wrong} differ; tables to be made anew: {stale}")
    return int(bool(stale or wrong))


def _there(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
