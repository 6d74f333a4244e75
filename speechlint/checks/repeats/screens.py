"""Whether anything stands twice in a draft, told without the places: most have nothing, and this costs little."""

from __future__ import annotations

from itertools import chain, compress, count

from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import column
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Document

SENTENCE_MARKS = "。；！？!?;\n"
CLAUSE_MARKS = "，、：,:" + SENTENCE_MARKS
_HAN = "\u4e00-\u9fa5"  # as \w would find them, but sooner
SENTENCE = 20  # written characters: proofread reports repeat no sentence longer than this
CLAUSE = 6
PARAGRAPH = 40
MOST = 0.7  # share of a paragraph's characters that stand in the other
_CHUNK = 200_000  # characters
_MANY = 100_000  # keys that are held against each other at once


def chunks(text: str) -> Iterator[str]:
    """The text in parts of whole lines: what a part needs besides is soon given back."""
    start = 0
    while len(text) - start > _CHUNK:
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        yield text[start:end]
        start = end
    yield text[start:]


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    """The letters and figures of the lines of a text, with ， and 。 for all marks that part clauses and sentences."""
    plain = "".join(regex.compile(f"[{_HAN}\\w{CLAUSE_MARKS}]+").findall(text)).replace("_", "")
    for mark in CLAUSE_MARKS.replace("\n", ""):
        plain = plain.replace(mark, "。" if mark in SENTENCE_MARKS else "，")
    return plain


@lru_cache(maxsize=1)
def plain_clauses(text: str) -> list[str]:
    """The letters and figures of each clause of a text."""
    return list(filter(None, _plain(text).replace("，", "\n").replace("。", "\n").split("\n")))


@lru_cache(maxsize=1)
def _echoed(text: str) -> set[str]:
    """The clauses that stand more than once in a text."""
    clauses = plain_clauses(text)
    last = dict(zip(clauses, count(), strict=False))
    return {clauses[at] for at in set(range(len(clauses))).difference(last.values())}


def _has_passages(doc: Document) -> bool:
    """Whether a long sentence stands twice."""
    every = chain.from_iterable(map(_long_sentences, chunks(doc.text)))
    return bool(doubled(map(hash, every), len(doc.text)))


def _long_sentences(text: str) -> list[str]:
    sentences = _plain(text).replace("，", "").replace("。", "\n").split("\n")
    return [sentence for sentence in sentences if len(sentence) >= SENTENCE]


def _has_paragraphs(doc: Document) -> bool:
    """Whether most of a paragraph is clauses that stand twice."""
    twice = _long_echoes(doc.text)
    for line in (line for chunk in chunks(doc.text) for line in _plain(chunk).split("\n")) if twice else ():
        if len(line) < PARAGRAPH:
            continue
        clauses = line.replace("，", "。").split("。")
        if twice.isdisjoint(map(hash, clauses)):
            continue
        shared = sum(len(clause) for clause in set(clauses) if hash(clause) in twice)
        if shared and shared >= MOST * sum(map(len, clauses)):
            return True
    return False


def _long_echoes(text: str) -> set[int]:
    """The hashes of the long clauses that stand more than once in a text; none of so few that they make no paragraph."""
    if len(text) <= _CHUNK:
        again = [clause for clause in _echoed(text) if len(clause) >= CLAUSE]
        return set(map(hash, again)) if sum(map(len, again)) >= MOST * PARAGRAPH else set()
    every = chain.from_iterable(map(plain_clauses, chunks(text)))
    return doubled((hash(clause) for clause in every if len(clause) >= CLAUSE), len(text))


def doubled(keys: Iterable[int], size: int) -> set[int]:
    """The keys of a text of ``size`` characters that come more than once."""
    known = column(size, "q")(keys)
    if isinstance(known, list) and len(set(known)) == len(known):
        return set()
    doubled: set[int] = set()
    shares = 1 + len(known) // _MANY
    for share in range(shares):
        seen: set[int] = set()
        for key in known if shares == 1 else (key for key in known if key % shares == share):
            if key in seen:
                doubled.add(key)
            seen.add(key)
    return doubled


def _has_clauses(doc: Document) -> bool:
    """Whether one, two or three clauses come again right after themselves."""
    for chunk in chunks(doc.text):
        clauses, echoed = plain_clauses(chunk), _echoed(chunk)
        for at in compress(count(), map(echoed.__contains__, clauses)) if echoed else ():
            if clauses[at] not in clauses[at + 1 : at + 4]:
                continue
            for size in (1, 2, 3):
                group = clauses[at : at + size]
                if sum(map(len, group)) >= CLAUSE and group == clauses[at + size : at + 2 * size]:
                    return True
    return False


# Whether there can be any of a kind.
SCREENS = {"passage": _has_passages, "paragraph": _has_paragraphs, "clause": _has_clauses}
