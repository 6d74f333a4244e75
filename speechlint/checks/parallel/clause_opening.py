"""How a clause begins: with a verb, a preposition, a noun. The words of official writing are listed
(``known``); the rest is looked up in the dictionary: it tags many of them otherwise, or does not have them."""

from __future__ import annotations

from speechlint.document.words import cut, frequency, tag
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.checks.parallel.official_words import Words
    from speechlint.document.words import Word

_NOUNISH = frozenset("n nz nt ns nr nrt nrfg ng b s t j m q mq f r an g x".split())  # noqa: SIM905
_QUOTES = frozenset('“‘「『"的')
_SELDOM = 20  # the dictionary has many phrases as nouns that hardly occur
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


def lead(clause: str, known: Words) -> Lead:
    """Tells how ``clause`` begins; looks in the dictionary only where the lists do not tell."""
    at = 0
    while at < len(clause):
        if clause[at] in known.negations:
            return Lead("open", clause[at], at)
        word = _listed(clause, at, known)
        if word and clause[at + len(word) : at + len(word) + 1] in known.suffixes:
            return _looked_up(clause, at, known)
        if (
            word in known.adverbs
            and (word in known.verbs or word in known.dual)
            and not _goes_on(clause, at + len(word), known)
        ):
            return Lead("verb" if word in known.verbs else "either", word, at)
        if word in known.adverbs and word in known.nominal and not _goes_on(clause, at + len(word), known):
            return _looked_up(clause, at, known)
        if word in known.verbs and word not in known.adverbs:
            return Lead("verb", word, at)
        if word in known.prepositions:
            if len(clause) == 4 and tag(clause) in ("i", "l"):
                return Lead("idiom", clause, 0)
            return Lead("noun" if _nominal_phrase(clause, at, known) else "phrase", word, at)
        if (
            word
            and word in known.adverbs
            and (len(word) > 1 or word == "要" or _goes_on(clause, at + 1, known))
        ):
            at += len(word)
            if clause[at : at + 1] in _QUOTES:
                return Lead("noun", clause[at:], at)
            continue
        if word in known.dual and not _compound(clause, at, word, known):
            if clause.endswith(known.measures):
                return Lead("noun", word, at)
            return Lead("either", word, at)
        if len(clause) > at + 2 and clause[at] in known.one and clause[at + 1] in known.result:
            return Lead("verb", clause[at : at + 2], at)
        return _looked_up(clause, at, known)
    return Lead("idiom", clause, 0)


def _listed(clause: str, at: int, known: Words) -> str:
    for length in range(_LONGEST, 0, -1):
        word = clause[at : at + length]
        if word in known.listed:
            return word
    return ""


def _nominal_phrase(clause: str, at: int, known: Words) -> bool:
    """以人民为中心的发展思想: a noun with what stands before it, and no more."""
    before, of, noun = clause[at:].rpartition("的")
    if not of or not 2 <= len(noun) <= 6 or lead(noun, known).kind == "verb":
        return False
    return before[0] == "以" and "为" in before


def _compound(clause: str, at: int, word: str, known: Words) -> bool:
    """组织领导, 服务能力: a noun made of two words, and the clause is no longer."""
    end = at + len(word)
    if clause[end : end + 1] in ("和", "与", "、"):
        return clause[end + 1 : end + 3] in known.nominal
    after = clause[end : end + 2]
    if word in known.govern and clause[end + 2 :]:
        return False  # 落实建设用地政策
    return after in known.heads and (
        word not in known.govern or after in ("工作", "建设", "能力", "水平", "质量", "体系")
    )


def _goes_on(clause: str, at: int, known: Words) -> bool:
    """Whether a verb follows, so that the word before it was an adverb."""
    return at < len(clause) and lead(clause[at:], known).kind == "verb"


def _looked_up(clause: str, at: int, known: Words) -> Lead:
    words = cut(clause[at:])
    skipped = at
    for number, word in enumerate(words):
        if word.text == "地" or word.tag in ("d", "ad", "vd") or (number and word.text in known.adverbs):
            skipped += len(word.text)
            continue
        if len(word.text) == 4 and (word.tag in ("i", "l", "z", "nr") or _acts(word, known)):
            if number + 1 == len(words):
                return Lead("idiom", word.text, skipped)
            skipped += len(word.text)
            continue
        return Lead(_kind(words[number:], known, after_adverb=skipped > 0), word.text, skipped)
    return Lead("idiom", clause[at:], at)


def _acts(word: Word, known: Words) -> bool:
    """占据主动, 摆正位置: hardly met as words, a verb with its object."""
    first = word.text[:2]
    named = first in known.nominal or first in known.dual
    return not named and (first in known.verbs or tag(first) == "v") and frequency(word.text) < _SELDOM


def _kind(words: Sequence[Word], known: Words, *, after_adverb: bool) -> str:
    first = words[0]
    if _governs(words, known, after_adverb=after_adverb):
        return "either"
    if first.text in known.verbs or (len(first.text) == 1 and first.text in known.one and len(words) > 1):
        return "verb"
    if first.text in known.of_kind and len(words) > 2 and words[1].text not in known.one:
        return "subject" if _predicate(words[1:], known) else "noun"
    if len(first.text) == 1 and len(words) > 1 and len(words[1].text) == 1:
        return "open"  # a word in no dictionary
    if len(words) == 2 and first.tag == "v" and {first.text, words[1].text} <= known.nominal:
        return "either"  # 开放合作
    if first.text in known.nominal or (
        first.text in known.dual and len(words) > 1 and words[1].text in known.heads
    ):
        return "subject" if _predicate(words[1:], known) else "noun"
    if (
        first.text not in known.dual
        and first.tag in ("a", "an")
        and len(words) == 2
        and words[1].tag == "n"
        and not _names_an_act(words[1].text[:2], known)
    ):
        return "noun"  # 廉洁纪律; the adjectives that govern an object (端正态度) are listed
    if first.text in known.dual or first.tag in ("vn", "a", "an", "ad"):
        return "either"
    if first.tag[:1] == "v":
        return "verb" if len(first.text) > 1 else "open"
    if first.text in known.prepositions:
        return "phrase"
    if first.tag not in _NOUNISH:
        return "open"
    return "subject" if _predicate(words[1:], known) else "noun"


def _governs(words: Sequence[Word], known: Words, *, after_adverb: bool) -> bool:
    """改革企业工资制度, 依法整顿经济秩序: a noun of action, or whatever an adverb stands before, with an object."""
    if len(words) > 1 and words[0].tag[:1] == "v" and words[1].text[:1] and words[1].text[:1] in _QUOTES:
        return True  # 共建“一带一路”
    if len(words) > 2 and words[0].text in known.govern:
        return True  # 共享发展成果
    if len(words) < 2 or words[1].text in known.heads or words[1].text in known.nominal:
        return False
    return (after_adverb or words[0].text in known.nominal) and words[-1].tag[:1] == "n"


def _predicate(words: Sequence[Word], known: Words) -> bool:
    """Whether a verb or adjective is said of what came before: a sure verb, or one with an adverb."""
    said = "".join(word.text for word in words).split("的")[0]
    if any(said.find(word) >= 0 for word in known.of_degree):
        return True
    for at, word in enumerate(words):
        last = at == len(words) - 1
        if word.text == "的":
            return False
        if (
            word.text in known.said
            or word.tag == "i"
            or (last and word.tag in ("a", "ad") and word.text not in known.dual)
        ):
            return True
        if last:
            return word.tag == "v" and not _names_an_act(word.text, known)
        if at == len(words) - 2 and _names_an_act(words[-1].text, known):
            continue  # 隐患排查治理
        if word.text in known.verbs or (
            word.tag == "v"
            and (words[at + 1].text in known.after_verbs or (at and words[at - 1].text in known.adverbs))
        ):
            return True
    return False


def _names_an_act(word: str, known: Words) -> bool:
    """Whether a word at a clause's end may be a noun: 建设, 培养, 作用."""
    return word in known.verbs or word in known.dual or word in known.nominal or word in known.heads
