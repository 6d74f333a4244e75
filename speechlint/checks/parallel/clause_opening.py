"""How a clause begins: with a verb, a preposition, a noun. The words of official writing are listed;
the rest is looked up in the dictionary."""

from __future__ import annotations

from speechlint.checks.parallel.official_words import (
    ADVERBS,
    AFTER_VERBS,
    DUAL,
    GOVERN,
    HEADS,
    MEASURES,
    NEGATIONS,
    NOMINAL,
    NOUNISH,
    OF_DEGREE,
    OF_KIND,
    ONE,
    PREPOSITIONS,
    QUOTES,
    RESULT,
    SAID,
    SUFFIXES,
    VERBS,
)
from speechlint.document.words import cut, tag
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document.words import Word

_LISTED = VERBS.union(ADVERBS, DUAL, NOMINAL, PREPOSITIONS)
_LONGEST = 4  # characters of a listed word


class Lead(NamedTuple):
    """How a clause begins. ``kind`` is

    - ``verb``; ``phrase``, a preposition (以…, 在…); ``idiom``, a set phrase on its own;
    - ``noun``, a noun phrase with no predicate; ``subject``, a noun that has one (素质进一步提高);
    - ``either``, a word that is both (组织, 建设); ``open``, where nothing certain can be said.

    ``word`` is the word decided on, ``adverbs`` the length of what stands before it.
    """

    kind: str
    word: str
    adverbs: int


def lead(clause: str) -> Lead:
    """How ``clause`` begins; dictionary words are looked up only where the lists do not tell."""
    at = 0
    while at < len(clause):
        if clause[at] in NEGATIONS:
            return Lead("open", clause[at], at)
        word = _listed(clause, at)
        if word and clause[at + len(word) : at + len(word) + 1] in SUFFIXES:
            return _looked_up(clause, at)
        if word in ADVERBS and (word in VERBS or word in DUAL) and not _goes_on(clause, at + len(word)):
            return Lead("verb" if word in VERBS else "either", word, at)
        if word in ADVERBS and word in NOMINAL and not _goes_on(clause, at + len(word)):
            return _looked_up(clause, at)
        if word in VERBS and word not in ADVERBS:
            return Lead("verb", word, at)
        if word in PREPOSITIONS:
            if len(clause) == 4 and tag(clause) in ("i", "l"):
                return Lead("idiom", clause, 0)
            return Lead("noun" if _nominal_phrase(clause, at) else "phrase", word, at)
        if word and word in ADVERBS and (len(word) > 1 or word == "要" or _goes_on(clause, at + 1)):
            at += len(word)
            if clause[at : at + 1] in QUOTES:
                return Lead("noun", clause[at:], at)
            continue
        if word in DUAL and not _compound(clause, at, word):
            if clause.endswith(MEASURES):
                return Lead("noun", word, at)
            return Lead("either", word, at)
        if len(clause) > at + 2 and clause[at] in ONE and clause[at + 1] in RESULT:
            return Lead("verb", clause[at : at + 2], at)
        return _looked_up(clause, at)
    return Lead("idiom", clause, 0)


def _listed(clause: str, at: int) -> str:
    for length in range(_LONGEST, 0, -1):
        word = clause[at : at + length]
        if word in _LISTED:
            return word
    return ""


def _nominal_phrase(clause: str, at: int) -> bool:
    """以人民为中心的发展思想: a noun with what stands before it, and no more."""
    before, of, noun = clause[at:].rpartition("的")
    if not of or not 2 <= len(noun) <= 6 or lead(noun).kind == "verb":
        return False
    return before[0] == "以" and "为" in before


def _compound(clause: str, at: int, word: str) -> bool:
    """组织领导, 服务能力: a noun made of two words, and the clause is no longer."""
    end = at + len(word)
    if clause[end : end + 1] in ("和", "与", "、"):
        return clause[end + 1 : end + 3] in NOMINAL
    after = clause[end : end + 2]
    if word in GOVERN and clause[end + 2 :]:
        return False  # 落实建设用地政策
    return after in HEADS and (
        word not in GOVERN or after in ("工作", "建设", "能力", "水平", "质量", "体系")
    )


def _goes_on(clause: str, at: int) -> bool:
    """Whether a verb follows, so that the word before it was an adverb."""
    return at < len(clause) and lead(clause[at:]).kind == "verb"


def _looked_up(clause: str, at: int) -> Lead:
    words = cut(clause[at:])
    skipped = at
    for number, word in enumerate(words):
        if word.text == "地" or word.tag in ("d", "ad", "vd") or (number and word.text in ADVERBS):
            skipped += len(word.text)
            continue
        if word.tag in ("i", "l", "z", "nr") and len(word.text) == 4:
            if number + 1 == len(words):
                return Lead("idiom", word.text, skipped)
            skipped += len(word.text)
            continue
        return Lead(_kind(words[number:], after_adverb=skipped > 0), word.text, skipped)
    return Lead("idiom", clause[at:], at)


def _kind(words: Sequence[Word], *, after_adverb: bool) -> str:
    first = words[0]
    if _governs(words, after_adverb=after_adverb):
        return "either"
    if first.text in VERBS or (len(first.text) == 1 and first.text in ONE and len(words) > 1):
        return "verb"
    if first.text in OF_KIND and len(words) > 2 and words[1].text not in ONE:
        return "subject" if _predicate(words[1:]) else "noun"
    if len(first.text) == 1 and len(words) > 1 and len(words[1].text) == 1:
        return "open"  # a word in no dictionary
    if first.text in NOMINAL or (first.text in DUAL and len(words) > 1 and words[1].text in HEADS):
        return "subject" if _predicate(words[1:]) else "noun"
    if (
        first.text not in DUAL
        and first.tag in ("a", "an")
        and len(words) == 2
        and words[1].tag == "n"
        and not _names_an_act(words[1].text[:2])
    ):
        return "noun"  # 廉洁纪律; the adjectives that govern an object (端正态度) are listed
    if first.text in DUAL or first.tag in ("vn", "a", "an", "ad"):
        return "either"
    if first.tag[:1] == "v":
        return "verb" if len(first.text) > 1 else "open"
    if first.text in PREPOSITIONS:
        return "phrase"
    if first.tag not in NOUNISH:
        return "open"
    return "subject" if _predicate(words[1:]) else "noun"


def _governs(words: Sequence[Word], *, after_adverb: bool) -> bool:
    """改革企业工资制度, 依法整顿经济秩序: a noun of action, or whatever an adverb stands before, with an object."""
    if len(words) > 1 and words[0].tag[:1] == "v" and words[1].text[:1] and words[1].text[:1] in QUOTES:
        return True  # 共建“一带一路”
    if len(words) > 2 and words[0].text in GOVERN:
        return True  # 共享发展成果
    if len(words) < 2 or words[1].text in HEADS or words[1].text in NOMINAL:
        return False
    return (after_adverb or words[0].text in NOMINAL) and words[-1].tag[:1] == "n"


def _predicate(words: Sequence[Word]) -> bool:
    """Whether a verb or adjective is said of what came before: a sure verb, or one with an adverb."""
    said = "".join(word.text for word in words).split("的")[0]
    if any(said.find(word) >= 0 for word in OF_DEGREE):
        return True
    for at, word in enumerate(words):
        last = at == len(words) - 1
        if word.text == "的":
            return False
        if (
            word.text in SAID
            or word.tag == "i"
            or (last and word.tag in ("a", "ad") and word.text not in DUAL)
        ):
            return True
        if last:
            return word.tag == "v" and not _names_an_act(word.text)
        if at == len(words) - 2 and _names_an_act(words[-1].text):
            continue  # 隐患排查治理
        if word.text in VERBS or (
            word.tag == "v" and (words[at + 1].text in AFTER_VERBS or (at and words[at - 1].text in ADVERBS))
        ):
            return True
    return False


def _names_an_act(word: str) -> bool:
    """Whether a word at a clause's end may be a noun: 建设, 培养, 作用."""
    return word in VERBS or word in DUAL or word in NOMINAL or word in HEADS
