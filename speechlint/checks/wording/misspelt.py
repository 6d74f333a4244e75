"""Words with one character that sounds or looks alike in its place: 峻工, 名列前矛.

Which pairs of characters no right text has, the pairs that are wrong in any text, and set phrases are data, made by
``benchmarks/misspelt.py``. Wrong pairs and halves of set phrases are gate literals; where one stands, the words
around must be more probable with the right character than as they are.
"""

from __future__ import annotations

from speechlint.checks.wording.packing import keys, packed, rows_of
from speechlint.document import Span
from speechlint.document.dates import judged_day
from speechlint.document.quotations import inside, names_a_work
from speechlint.document.words import ends, is_torn, known, likelihood
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "同音、形近的字写错了的词：峻工、名列前矛"
_WHOLE, _HEAD, _TAIL = "", "head", "tail"  # a wrong pair, the first or second half of a set phrase
_FAR = 8  # characters in which a list uses a character more than once
_COINED = regex.later(r"[^\u4e00-\u9fff][\u4e00-\u9fff]{4}[^\u4e00-\u9fff]")
_NEAR = 4  # characters around, on which a word's probability depends
_PHRASE = 4
_OFTEN = 3  # a pair that a draft writes so often is a name
_ROUND, _ABOUT = "百千万", ("上", "几", "数", "近", "两", "三", "成")
_SURE, _PAIR, _SET, _WORD = 2.5, 7.0, 3.0, 11.5  # logarithms of how much more probable the right one must be


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "words": Option("file", "词表，从规则文件算起", "the words, seen from the rule file", required=True),
        "surnames": Option(
            "text", "姓：后面的两个字是名字", "surnames: what follows is a name", required=True
        ),
        "settled": Option(
            "day",
            "哪一天起，词表里的 variants 才算错",
            "since when the variants of the words are wrong",
            default="",
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The table of pairs, and the words as rows of a key and what belongs to it."""
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping

    made = {name: text.split() for name, text in read_mapping(options["words"], RuleError).items()}
    rows = {name: made[name] for name in ("sure", "within", "pairs")}
    rows["heads"] = made["phrases"]
    rows["tails"] = [phrase[2:] + phrase[:2] for phrase in made["phrases"]]
    common = frozenset(made["common"])
    return {
        **{name: packed(own) for name, own in rows.items()},
        "alike": f" {' '.join(made['alike'])} ",
        "same": f" {' '.join(made['sounds'] + made['near'])} ",
        "common": " ".join(sorted(common)),
        "surnames": options["surnames"],
        "variants": made["variants"],
        "settled": options["settled"],
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Each pair is one thing alone: a wrong pair before the first half of a phrase, that before the second."""
    common = frozenset(options["common"].split())
    whole = keys(options["sure"]) | keys(options["within"]) | keys(options["pairs"])
    heads = keys(options["heads"]) - common - whole
    return {_WHOLE: whole, _HEAD: heads, _TAIL: keys(options["tails"]) - common - whole - heads}


def check(query: Query) -> Iterator[Hit]:
    own, text, past = query.options, query.doc.text, 0
    kinds = (_WHOLE, _HEAD, _TAIL)
    whole = query.found.get(_WHOLE, ())
    pairs = [text[at : at + 2] for at in whole]
    halves = (_promising(text, kind, query.found.get(kind, ()), own) for kind in kinds[1:])
    for place in sorted([3 * at + n for n, offsets in enumerate((whole, *halves)) for at in offsets]):
        at, kind = place // 3, kinds[place % 3]
        if at < past:
            continue
        found = _phrase(text, at, kind, own) if kind else _word(query.doc, at, own, pairs)
        if found and not _was_right(query, found[0]):
            span, right = found
            past = span.end
            yield Hit(span, {"right": right}, (Fix((Edit(span, right),)),))


def _was_right(query: Query, span: Span) -> bool:
    """Whether both forms were in use on the day judged at: 帐户, 人材 before 2002."""
    dated = query.doc[span] in query.options["variants"]
    return dated and bool(judged_day(query.doc, query.as_of, span.start) < query.options["settled"])


def _word(doc: Document, at: int, own: Mapping[str, Any], pairs: Sequence[str]) -> tuple[Span, str] | None:
    """The pair at ``at``, one of the ``pairs`` of the draft, if its right form is more probable there, and that form."""
    text, span = doc.text, Span(at, at + 2)
    is_round = text[at] in _ROUND and text[at - 1 : at] in _ABOUT  # 上供献给，上千部影片
    if is_round or is_torn(text, *span) or names_a_work(doc, span):
        return None
    for name, least in (("sure", _SURE), ("within", _SURE), ("pairs", _PAIR)):
        for right in rows_of(own[name], text[at : at + 2]):
            if name == "pairs" and not _is_slip(doc, span, right, own["surnames"], pairs):
                continue
            proved = name != "within" and (known(doc[span]) or _stands(text, span))
            if name != "pairs" and not proved:
                proved = _completes(text, span, right)
            if proved and _better(text, span, right, least):
                return span, right
    return None


def _completes(text: str, span: Span, right: str) -> bool:
    """Whether ``right`` in place of ``span`` makes a set phrase, of which the rest stands there: 意骇 after 言简."""
    start = max(0, span.start - _PHRASE + 2)
    mended = text[start : span.start] + right + text[span.end : span.end + 2]
    word = _covering(mended, Span(span.start - start, span.end - start))
    return word is not None and word.end - word.start >= _PHRASE


def _stands(text: str, span: Span) -> bool:
    """Whether neither of the two makes a word with what is beside the pair."""
    starts = (span.start - 1, span.end - 1)
    return not any(known(text[one : one + 2]) for one in starts if 0 <= one < len(text) - 1)


def _is_slip(doc: Document, span: Span, right: str, surnames: str, pairs: Sequence[str]) -> bool:
    """Whether it is no name, no play with words, and no coinage of its own."""
    text, pair = doc.text, doc[span]
    wrong = pair[0] if pair[0] != right[0] else pair[1]
    around = text[max(0, span.start - _FAR) : span.end + _FAR]
    return (
        around.count(wrong) == 1
        and not (span.start and text[span.start - 1] in surnames)
        and not _COINED.match(text, max(0, span.start - 2))
        and pairs.count(pair) < _OFTEN
        and not inside(doc, span, "quote")
    )


def _promising(text: str, kind: str, offsets: Iterable[int], own: Mapping[str, Any]) -> Iterator[int]:
    """Those of the halves beside which one character of the other half is in its place."""
    name, far = ("heads", 2) if kind == _HEAD else ("tails", -2)
    others = _others(**own[name])
    for at in offsets:
        first, second = others[text[at : at + 2]]
        if text[at + far : at + far + 1] in first or text[at + far + 1 : at + far + 2] in second:
            yield at


class _Others(dict[str, tuple[frozenset[str], frozenset[str]]]):
    """The first and the second characters of what belongs to each half that was met."""

    def __init__(self, rows: str, starts: bytes) -> None:
        super().__init__()
        self._own = {"rows": rows, "starts": starts}

    def __missing__(self, half: str) -> tuple[frozenset[str], frozenset[str]]:
        others = list(rows_of(self._own, half))
        made = frozenset([other[0] for other in others]), frozenset([other[1] for other in others])
        self[half] = made
        return made


@lru_cache(maxsize=2)
def _others(rows: str, starts: bytes) -> _Others:
    return _Others(rows, starts)


def _phrase(text: str, at: int, kind: str, own: Mapping[str, Any]) -> tuple[Span, str] | None:
    """The set phrase of which half stands at ``at``, if one character of the other half is another."""
    half = text[at : at + 2]
    name, other = ("heads", at + 2) if kind == _HEAD else ("tails", at - 2)
    said = text[max(other, 0) : other + 2]
    for right in rows_of(own[name], half) if len(said) == len(half) else ():
        first, second = said[0] == right[0], said[1] == right[1]
        if first == second:  # mostly none of it is that phrase
            if first:
                return None
            continue
        start = min(at, other)
        whole = Span(start, start + _PHRASE)
        least = _least(text, other + first, right[first], whole, own)
        phrase = half + right if kind == _HEAD else right + half
        if least is not None and _better(text, whole, phrase, least):
            return whole, phrase
    return None


def _least(text: str, at: int, right: str, whole: Span, own: Mapping[str, Any]) -> float | None:
    """How much more probable the phrase must be, if the character at ``at`` is like the ``right`` one; that makes no
    word with the one before or behind it, or the phrase so written is none and the two sound or look the same.
    """
    if not _alike(own["alike"], text[at], right):
        return None
    if not any(known(text[one : one + 2]) for one in (at - 1, at) if 0 <= one < len(text) - 1):
        return _SET
    same = _alike(own["same"], text[at], right) and not known(text[whole.start : whole.end])
    return _WORD if same else None


def _alike(groups: str, one: str, other: str) -> bool:
    """Whether a group, between blanks, has both; a blank itself is in none."""
    at = groups.find(one) if one != " " else -1
    while at >= 0:
        end = groups.find(" ", at)
        if groups.find(other, groups.rfind(" ", 0, at) + 1, end) >= 0:
            return True
        at = groups.find(one, end)
    return False


def _better(text: str, span: Span, right: str, least: float) -> bool:
    """Whether a word that holds ``right`` in place of ``span`` makes the words around so much more probable.

    One miswritten so often that the dictionary has it both ways needs no proof.
    """
    start, end = max(0, span.start - _NEAR), span.end + _NEAR
    said = text[start:end]
    at = Span(span.start - start, span.end - start)
    mended = said[: at.start] + right + said[at.end :]
    word = _covering(mended, at)
    if not word:
        return False
    return (least == _SURE and word == _covering(said, at)) or likelihood(mended) - likelihood(said) >= least


def _covering(text: str, span: Span) -> Span | None:
    """Where the word stands that holds ``span``; none where several share it."""
    start = 0
    for end in ends(text):
        if start <= span.start and span.end <= end:
            return Span(start, end)
        start = end
    return None
