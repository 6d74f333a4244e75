"""Learns how much oftener foreign names are written with a character than words are, from the dictionary that jieba ships.

    python benchmarks/foreign.py

It writes speechlint/document/facts/foreign.py: the characters by the natural logarithm of that ratio, in bands of a half.
The foreign names are the words of three characters or more that the dictionary has as such. Deterministic.
"""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from math import floor, log
from pathlib import Path

_TO = Path(__file__).parent.parent / "speechlint" / "document" / "facts" / "foreign.py"
_LEAST, _MOST = -1.0, 6.0
_HEAD = '''"""How much oftener foreign names are written with a character than words are, by benchmarks/foreign.py from jieba's dictionary."""

from __future__ import annotations

_BANDS = (
'''
_TAIL = ''')
_WEIGHTS = {char: band / 2 for band, chars in _BANDS for char in chars}


def weight(text: str) -> float:
    """The logarithm of how much likelier ``text`` is as a foreign name than as words, by its characters alone."""
    return sum(_WEIGHTS.get(char, _RARE) for char in text)


_RARE = -6.0
'''


def weights() -> dict[str, float]:
    """The logarithm of the ratio for each character that a foreign name is written with."""
    spec = find_spec("jieba")
    assert spec
    assert spec.origin
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for line in (Path(spec.origin).parent / "dict.txt").read_text("utf-8").splitlines():
        word, often, tag = line.split(" ")
        if tag == "nrt" and len(word) > 2:
            names.update(word)
        elif not tag.startswith("nr"):
            words.update(dict.fromkeys(word, int(often)))
    of_names, of_words = sum(names.values()) + 2000, sum(words.values()) + 400_000
    return {
        char: log((often + 0.3) / of_names) - log((words[char] + 50) / of_words)
        for char, often in names.items()
    }


def main() -> None:
    bands: dict[int, list[str]] = {}
    for char, one in sorted(weights().items()):
        if one >= _LEAST:
            bands.setdefault(floor(2 * min(one, _MOST)), []).append(char)
    rows = [f"    ({band}, {''.join(chars)!r}),\n" for band, chars in sorted(bands.items(), reverse=True)]
    _TO.write_text(_HEAD + "".join(rows) + _TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
