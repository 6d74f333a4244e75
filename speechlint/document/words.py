"""Words and their parts of speech, from the dictionary that jieba ships.

Of its 350,000 words only those are read whose first character is met. The cut is the most probable one by word frequency
(no model of unknown words), so that it is the same on every machine. A compiled segmenter would not
be faster: rjieba takes some 100 ms to load, all the words that are asked for in a draft of 12 KB 2 ms.
"""

from __future__ import annotations

from itertools import pairwise
from math import log

from speechlint.document.dictionary import lines_of
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import NamedTuple

_TOTAL = log(60_101_967)  # all word frequencies of the dictionary together
_NEVER = float("-inf")
_MET = 3  # as often as a word is one, and not only in the dictionary
_SELDOM, _TOLD = 2500, frozenset("vaz")  # met less often, and of these tags: no word that ends a clause
_DEGREES = frozenset("得很太不最更又真好")  # before what a single character says: 抓得牢
_BETWEEN = " \n"  # what stands between words, frequencies and tags in the dictionary, and so in no word
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.%-+")


class Word(NamedTuple):
    """A word of a text; ``tag`` is its part of speech in the dictionary's letters.

    ``n…`` nouns, ``v`` verbs, ``vn`` verbs used as nouns, ``a`` adjectives, ``d`` adverbs, ``p``
    prepositions, ``b`` attributives, ``m`` numbers, ``i`` ``l`` idioms; "" where it is in no dictionary.
    """

    text: str
    tag: str


def cut(text: str) -> list[Word]:
    """``text`` as words, in order; joined they are ``text`` again."""
    bounds = pairwise((0, *ends(text)))
    return [Word(text[start:end], tag(text[start:end])) for start, end in bounds]


def first(text: str) -> Word:
    """The word that ``text`` begins with when it is cut."""
    word = text[: _routes(text)[1][0]]
    return Word(word, tag(word))


def ends(text: str) -> list[int]:
    """Where the words of ``text`` end, in order."""
    _, nexts = _routes(text)
    found: list[int] = []
    at = 0
    while at < len(text):
        at = nexts[at]
        found.append(at)
    return found


def likelihood(text: str) -> float:
    """The logarithm of the probability of ``text`` as a chain of words, by their frequencies."""
    best, _ = _routes(text)
    return best[0]


def _routes(text: str) -> tuple[list[float], list[int]]:
    """For each place the probability of what follows, and where the first word of it ends."""
    size = len(text)
    best, nexts = [0.0] * (size + 1), [size] * (size + 1)
    for at in range(size - 1, -1, -1):
        if text[at] in _PLAIN:
            nexts[at] = nexts[at + 1] if text[at + 1 : at + 2] in _PLAIN else at + 1
            best[at] = best[nexts[at]] - _TOTAL
        else:
            best[at], nexts[at] = _word(text, at, best)
    return best, nexts


def _word(text: str, at: int, best: list[float]) -> tuple[float, int]:
    """The most probable word at ``at``, where ``best`` says what may follow: the probability, and its end."""
    alone, weight = _opening(text[at : at + 2])
    end = at + 1
    most, last = alone + best[end], end
    while weight is not None:
        end += 1
        if weight + best[end] >= most:
            most, last = weight + best[end], end
        weight = _weight(text[at : end + 1]) if end < len(text) else None
    return most, last


def tag(word: str) -> str:
    """The part of speech of a dictionary word; "" for any other."""
    if word[0] in _PLAIN:
        return "m" if word[0].isdigit() else "eng"
    return _looked_up(word)[1]


def frequency(word: str) -> int:
    """How often the dictionary's authors met ``word``; 0 for one it does not have."""
    return max(0, _looked_up(word)[0])


def known(word: str) -> bool:
    """Whether the dictionary has ``word``."""
    return _looked_up(word)[0] >= 0


def is_part(word: str) -> bool:
    """Whether the dictionary has longer words that begin so, and not this: 无私奉, of 无私奉献."""
    return not known(word) and lines_of(word[0]).find(_key(word)) >= 0


def is_pattern(head: str, tail: str) -> bool:
    """Whether the dictionary has a word of ``head``, one character more and ``tail``: 改革开放, of 改革 and 放."""
    lines, key, end = lines_of(head[0]), _key(head), _key(tail + " ")[1:]
    at = lines.find(key)
    while at >= 0:
        start = at + len(key)
        if lines[start + 3 : start + 3 + len(end)] == end:  # of a Han character three bytes
            return True
        at = lines.find(key, start)
    return False


def is_torn(text: str, start: int, end: int) -> bool:
    """Whether a span is no word of its own: somewhere in it one word ends and another begins, as in 严[惩|制]造."""
    return any(
        any(frequency(text[begin:cut]) >= _MET for begin in range(max(0, start - 2), start))
        and any(frequency(text[cut:stop]) >= _MET for stop in range(end + 1, min(len(text), end + 2) + 1))
        for cut in range(start + 1, end)
    )


def is_half(text: str, end: int) -> bool:
    """Whether what ends there is a character that is seldom a word by itself: the last of 把矛盾纠."""
    one, word = text[end - 1 : end], text[max(0, end - 2) : end]
    return frequency(one) < _SELDOM and tag(one)[:1] in _TOLD and word[:1] not in _DEGREES and not known(word)


@lru_cache(maxsize=32768)
def _opening(pair: str) -> tuple[float, float | None]:
    """The weights of the first of two characters, a word in any case, and of both; with one alone, None for both."""
    alone = log(max(1, frequency(pair[0]))) - _TOTAL
    return alone, _weight(pair) if len(pair) > 1 else None


@lru_cache(maxsize=32768)
def _weight(word: str) -> float | None:
    """The logarithm of a word's probability; that of none where only longer words begin so, else None."""
    if word[-1] in _BETWEEN or lines_of(word[0]).find(_key(word)) < 0:
        return None
    weight = _looked_up(word)[0]
    return _NEVER if weight < 0 else log(max(1, weight)) - _TOTAL


@lru_cache(maxsize=65536)
def _looked_up(word: str) -> tuple[int, str]:
    """Frequency and tag of a word; -1 and "" where the dictionary does not have it."""
    lines = lines_of(word[0])
    key = _key(word) + b" "
    start = -1 if any(mark in word for mark in _BETWEEN) else lines.find(key)
    if start < 0:
        return -1, ""
    line = lines[start + len(key) : lines.find(b"\n", start + len(key))]
    digits, _, tag_ = line.partition(b" ")
    return int(digits), tag_.decode()


def _key(word: str) -> bytes:
    return b"\n" + word.encode("utf-8", "surrogatepass")
