"""Words written twice: 和和, 工作工作, but not 工作作出, 一个一个, 好好研究研究.

What two words make where they meet (利和|和平, 博士|博士后) is told by the dictionary.
"""

from __future__ import annotations

from speechlint.checks.repeats.echoes import echoes, least
from speechlint.checks.repeats.screens import chunks, plain_clauses
from speechlint.document import Span
from speechlint.document.words import ends, known, tag
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.checks.repeats.echoes import Stretch
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "写重了的词：和和、工作工作"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "of": Option(
            "word",
            "哪一种",
            "what is looked at",
            required=True,
            of={
                "word": ("两个字以上的词", "two characters and more"),
                "character": ("单个的虚字", "a function word of one"),
            },
        ),
        "often": Option(
            "words", "这样开头的词常有意说两遍", "what those words begin with that are said twice on purpose"
        ),
        "spoken": Option("words", "口语里说两遍的词：研究研究", "words that speech says twice: 研究研究"),
    }


_LONG = 8  # characters of a word that few clauses have room for twice
_SIZES, _LONGER = range(20, 1, -1), range(20, _LONG - 1, -1)
_WORD = regex.later(r"[^\W\d_a-zA-Z]+")
_CHARACTER = regex.later("([和与及在是把被对为将就也都要让使从向以而或但于其这我该并且已所的了到们])\\1")
_REPEATED = "再又一啊呀，、！"
_MARKS = frozenset("，。、；：！？…”’）\n")
_PERSONS = frozenset("我你他她咱")  # 怀疑怀疑我
_TRYING = frozenset("去来")  # 去观察观察国际形势
_ASKED = _MARKS | frozenset("去来先你我他们家该可能想会多再")  # with a stop behind: 大家议论议论。
_NEAR = 12


def prepare(options: Node) -> dict[str, Any]:
    """The options, fit for being looked up."""
    return {**options, "often": tuple(options["often"]), "spoken": frozenset(options["spoken"])}


def check(query: Query) -> Iterator[Hit]:
    doc, of = query.doc, query.options["of"]
    meant = _is_character if of == "character" else _is_word
    at = 0
    for start, stop, size in least(_twice(doc.text, of)):
        at = max(at, start)
        while at < stop:
            span, word = Span(at, at + 2 * size), doc.text[at : at + size]
            if len(set(word)) == 1 < size:
                break
            at += 1
            if not _is_said_so(word, query.options) and meant(doc, span, word):
                at = span.end
                yield Hit(
                    span,
                    {"word": word},
                    (Fix((Edit(span, word),), title=f"改为“{word}”", title_en=f"change to “{word}”"),),
                )


def _is_said_so(word: str, options: Mapping[str, Any]) -> bool:
    return word in options["spoken"] or word.startswith(options["often"]) or word.endswith("着")


def _twice(text: str, of: str) -> list[Stretch]:
    """Where a word stands twice running, and its size."""
    if of == "character":
        return [(match.start(), match.start() + 1, 1) for match in _CHARACTER.finditer(text)]
    sizes = _SIZES if any(map(_may_have_long, chunks(text))) else range(_LONG - 1, 1, -1)
    return [found for found in echoes(text, sizes) if _WORD.fullmatch(text, found[0], found[0] + found[2])]


def _may_have_long(text: str) -> bool:
    """Whether a long word may stand twice running: it does so within one clause."""
    clauses = "\n".join([clause for clause in plain_clauses(text) if len(clause) >= 2 * _LONG])
    return any(True for _ in echoes(clauses, _LONGER))


def _is_character(doc: Document, span: Span, word: str) -> bool:
    """Whether neither of the two belongs to the word beside it."""
    text, (start, end) = doc.text, span
    if text[start - 1 : start] == word or text[end : end + 1] == word:
        return False
    if word in "的了" and (
        text[start - 1 : start] in "目不明" or text[end : end + 1] in "确士之解结断却得然望"
    ):
        return False
    if word == "我" and text[end : end + 1] in "不必对":  # 人不犯我，我不犯人 without its comma
        return False
    before = [text[max(0, start - size) : start + 1] for size in (1, 2, 3)]
    if word == "的" and known(text[start - 2 : start]):  # 特别|的的, not 特|别的
        before = before[1:]
    after = (text[end - 1 : end + size] for size in (1, 2, 3))
    both = (text[start:end], text[start : end + 2], text[max(0, start - 2) : end], text[start - 1 : end + 1])
    meant = both[word == "了" :]  # 不甚了了 aside, 了了 is no word
    return not any(known(near) for near in (*before, *after, *meant) if len(near) > 1)


def _is_word(doc: Document, span: Span, word: str) -> bool:
    """Whether it is no way of speaking (一个一个, 研究研究) and no meeting of two words."""
    text, (_, end) = doc.text, span
    if text[end : end + 1] in _REPEATED and text.startswith(word, end + 1):
        return False
    if len(word) == 2 and not tag(word).startswith(
        ("n", "v", "a", "b", "d", "l", "t", "s", "r", "f", "c", "p")
    ):
        return False
    if len(word) == 3 and not (known(word) or known(word[:2]) or known(word[1:])):
        return False
    if len(word) == 2 and (known(text[end - 2 : end + 1]) or _is_spoken(text, span, word)):
        return False
    return _stands_alone(text, span, word) or _are_words(text, span, len(word))


def _stands_alone(text: str, span: Span, word: str) -> bool:
    """Whether a noun of two characters makes no word with what is beside it: 各街道街道要."""
    around = text[span.start - 1 : span.start] + word[0], word[1] + text[span.end : span.end + 1]
    return len(word) == 2 and tag(word) == "n" and known(word) and not any(map(known, around))


def _is_spoken(text: str, span: Span, word: str) -> bool:
    """调查调查 as speech says it: trying something, or asking someone to; 慢慢 kinds, with 地."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if after in ("地", "嘛", "吧") or word.startswith(("大", "老", "最")):
        return True
    if tag(word).startswith(("d", "v")) and (after == "来" or after in _PERSONS):
        return True
    if not tag(word).startswith(("v", "a", "d")):
        return False
    return before in _TRYING or (before in _ASKED and (after in _MARKS or not after))


def _are_words(text: str, span: Span, size: int) -> bool:
    """Whether both begin and end where words do: 殖民地|半殖民地|半封建 is no 殖民地半 twice."""
    near = max(0, span.start - _NEAR)
    start = max(near, text.rfind("\n", near, span.start) + 1)
    at = span.start - start
    near_text = text[start : span.end + _NEAR]
    bounds = _bounds(near_text)
    if not {at, at + size} <= bounds:
        return False
    end = span.end - start
    return end in bounds or _goes_on(near_text, end, min(bound for bound in bounds if bound > at + size))


def _goes_on(text: str, end: int, bound: int) -> bool:
    """Whether the second is the first half of a word of two: 认真认真学习; 博士博士后 is not."""
    return bound - end > 1 and known(text[end:bound])


@lru_cache(maxsize=256)
def _bounds(text: str) -> frozenset[int]:
    """Where its words begin and end."""
    return frozenset((0, *ends(text)))
