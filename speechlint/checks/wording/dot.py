"""What a half-width dot between Chinese words is.

The dots that end sentences are told by the rule of half-width marks, which asks here too.
"""

from __future__ import annotations

from speechlint.checks.wording.interpuncts import parts_a_name
from speechlint.checks.wording.words_beside import NEAR, first_word, words_before
from speechlint.document import Span
from speechlint.document.chinese import after, before, is_chinese, is_han
from speechlint.document.restoring.hole_words import UNENDED, WORD
from speechlint.document.restoring.holes import hole
from speechlint.document.words import is_half, tag
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.numbers import places_of
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.words import Word
    from speechlint.quick.typing import Any

ABOUT = "汉字之间的半角点：该是间隔号的，和代替了被滤掉的词的"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import which

    return which(
        {
            "interpunct": (
                "隔开人名、书名的，该是·：尼玛.次仁",
                "it parts a name or a title and should be ·",
            ),
            "hole": (
                "代替了一个词的：经济.发展",
                "it stands for a word that a filter took out: 经济.发展",
            ),
        }
    )


STOP, UNSURE, INTERPUNCT, HOLE, NONE = "stop", "unsure", "interpunct", "hole", ""

_NUMERALS = "〇零一二三四五六七八九十百"
_BOUNDARY = "[^\\n。！？；;：:，,、…\\s”’）)]"
_NUMBERED = regex.later(
    f"(?:(?<!{_BOUNDARY})[第其]?[{_NUMERALS}]{{1,4}}|[（(][\\d{_NUMERALS}]{{1,3}}[）)]|[①-⒛㈠-㈩])$"
)
_MEASURED = regex.later("[0-9]+(?:km|m|cm|mm|kg|g|t|ha|kW|MW|GW|kV|h|min)")
_COUNTED = regex.later(f"[^之分点{_NUMERALS}][{_NUMERALS}]$")
_OPENERS = frozenset("vdrtcpmil")  # tags of words that a sentence may well begin with
_NOUNS = ("n", "b", "vn", "k", "ng")
_SUBJECT = regex.later("大家(?!庭)|同志|人人|人们|群众|乡亲|干部|党员|老师|同学|孩子|职工|各|全")
_NEEDY, _UNLED = frozenset("会能将可应"), frozenset("会能可")  # that want a subject, that begin no sentence
_LEADING = frozenset(("是", "要", "为", "为了", "来", "以", "去", "并", "和", "与", "对", "把", "在", "须"))
_TAIL = frozenset("的地得着了过们性化")  # nothing begins with these
_HEAD = frozenset("和与及或并在把被对向从由跟以为是使让因").union(
    ("得到", "受到", "取得", "获得")
)  # nothing ends so
_NO_BEGINNING = frozenset(("主义", "性质", "制度化"))  # 建设.主义现代化
_LEVELS = frozenset("省市县区州镇乡党")
_BOUND = ("j", "g", "ng", "vg", "ag", "nr")  # tags of characters that are no word of a sentence by themselves
_ANSWERS = frozenset("好对行是嗯不有没能会")  # that are a sentence by themselves
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "no", "vol", "vs", "st", "fig", "prof", "jr", "pp", "www"))
_CAPTIONS = frozenset("图表件注第例题卷版式章节条款页栏")
_DOMAINS = ("中国", "公司", "网络", "网址")
_CLAUSE = frozenset("，。；：、！？")


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"dot": frozenset(".")}


def check(query: Query) -> Iterator[Hit]:
    text, kind = query.doc.text, query.options["kind"]
    for at, found in kinds(query.doc).items():
        if found != kind:
            continue
        span = Span(at - _reach(text[max(0, at - 4) : at][::-1]), at + 1 + _reach(text[at + 1 : at + 5]))
        fixes: tuple[Fix, ...] = ()
        if kind == INTERPUNCT:
            fixes = (Fix((Edit(Span(at, at + 1), "·"),), title="改为“·”", title_en="change to “·”"),)
        yield Hit(span, {}, fixes)


def _reach(near: str) -> int:
    """How many Han characters ``near`` begins with, two of four at most."""
    return next((i for i, char in enumerate(near[:2]) if not is_han(char)), min(2, len(near)))


@lru_cache(maxsize=1)
def kinds(doc: Document) -> dict[int, str]:
    """The kind of each dot beside Chinese, by its place, in order; dots of figures and addresses are left out."""
    text = doc.text
    found: dict[int, str] = {}
    for at in places_of(text, "."):
        if kind := _kind(text, at):
            found[at] = kind
    converted = sum(kind in (STOP, UNSURE) for kind in found.values()) > max(2, text.count("。"))
    return found if converted else _weighed(text, found)


def _kind(text: str, at: int) -> str:
    left, right = before(text, at), after(text, at + 1)
    if (
        left == "\n"
        or "." in text[max(0, at - 1) : at + 2].replace(".", "", 1)
        or text[at - 1 : at + 2] == "“.”"
    ):
        return NONE
    if not (is_chinese(right) or right == "\n") or (left.isnumeric() and right.isnumeric()):
        return NONE
    if not is_chinese(left):
        return _after_figure(text, at, right)
    if left.isdigit() or _NUMBERED.search(text, max(0, at - NEAR), at):
        return NONE
    if not is_han(right) or not is_han(text[at - 1 : at]):
        listed = right == "、" and is_han(text[at - 1])  # 讲.、守规矩
        return HOLE if listed or (text[at - 1] in _CLAUSE and hole(text, at, at + 1)) else STOP
    if parts_a_name(text, at):
        return INTERPUNCT
    torn = _may_be_torn(left, right) or text[at - 2 : at] in UNENDED or text[at + 3 : at + 4] in _CLAUSE
    if _is_crumb(text, at) or (torn and _is_broken(text, at)):
        return HOLE
    if gone := hole(text, at, at + 1):
        return HOLE if gone.sure or gone.kind == WORD else UNSURE
    return UNSURE if _COUNTED.search(text, max(0, at - NEAR), at) or is_half(text, at) else STOP


def _is_crumb(text: str, at: int) -> bool:
    """Whether a single character stands between the dot and the mark before or behind it: ，国.院; 跟.走。"""
    before, behind = text[max(0, at - 2)], text[at + 2 : at + 3]
    return (before in _CLAUSE and text[at - 1] not in _ANSWERS | _CAPTIONS) or (
        behind in _CLAUSE and text[at + 1] not in _ANSWERS
    )


def _may_be_torn(left: str, right: str) -> bool:
    if (right == "和" and left in _LEVELS) or right == "主":  # 县.和县政府, 建设.主义
        return True
    return right in _TAIL or left in _HEAD or tag(right) in _BOUND or tag(left) in _BOUND


def _is_broken(text: str, at: int) -> bool:
    """Whether what stands before cannot end a sentence, or what follows cannot begin one."""
    left, right = words_before(text, at)[-1], first_word(text, at)
    named = right.tag in (*_NOUNS, "a", "an") or text.startswith("的", at + 1 + len(right.text))
    owing = left.text in UNENDED and named and not _SUBJECT.match(right.text)
    if (
        owing
        or right.text in _NO_BEGINNING
        or (right.text == "和" and left.text[-1:] in _LEVELS)
        or _is_a_rest(text, at, left, right)
        or left.text in _HEAD
        or right.text in _TAIL
    ):
        return True
    return any(len(word.text) == 1 and word.tag in _BOUND for word in (left, right))


def _is_a_rest(text: str, at: int, left: Word, right: Word) -> bool:
    """Whether one noun alone stands between a verb's dot and the next mark: 提高.站位，"""
    end = at + 1 + len(right.text)
    return (
        left.tag == "v"
        and right.tag in ("n", "vn")
        and text[end : end + 1] in "，、；。！"
        and not _SUBJECT.match(right.text)
    )


def _after_figure(text: str, at: int, right: str) -> str:
    """8%.下一步, 5G.下一步, 1200.下一步: no 1.抓学习, 图1.示意, Mr.王, 网站.中国."""
    if not (is_han(right) or right in "\n”’"):
        return NONE
    if text[at - 1] == "%":
        return STOP
    start = at
    while start and text[start - 1].isascii() and text[start - 1].isalnum():
        start -= 1
    run, chief = text[start:at], text[max(0, start - 2) : start].rstrip(" ")[-1:]
    if not run or not is_chinese(chief) or chief in _CAPTIONS:
        return NONE
    if run.isdigit():
        counted = len(run) > 2 and is_han(chief)
        return STOP if counted else UNSURE if text[start - 1] == chief and is_han(chief) else NONE
    other = run.lower() in _TITLES or run.islower() or text.startswith(_DOMAINS, at + 1)
    return STOP if _MEASURED.fullmatch(run) or (len(run) > 1 and not other) else NONE


def _weighed(text: str, found: dict[int, str]) -> dict[int, str]:
    """The kinds, but for dots after a noun, or a verb due an object, with no beginning of a sentence behind them.

    After the same noun, a filter took the same word each time; a single one is left alone, where sentences do not end
    in 。 either.
    """
    after_noun: dict[str, list[int]] = {}
    for at, kind in found.items():
        if kind == STOP and (_is_doubtful(text, at) or _wants_more(text, at)):
            after_noun.setdefault(text[at - 2 : at], []).append(at)
    stopped = text.count("。") >= sum(kind in (STOP, UNSURE) for kind in found.values())
    for places in after_noun.values():
        told = stopped or len(places) > 1
        found |= {at: HOLE if told and not text.startswith(_DOMAINS, at + 1) else UNSURE for at in places}
    return found


def _is_doubtful(text: str, at: int) -> bool:
    """Whether a dot between two nouns may as well stand for something: 经济.目标, 经济.会持续发展."""
    last = words_before(text, at)[-1]
    if not last.tag.startswith(("n", "vn", "an")):
        return False
    right = first_word(text, at)
    if not right.text or _SUBJECT.match(right.text):
        return False
    if last.tag in ("vn", "an"):  # 教育.业, but 改革.发展经济
        return len(right.text) == 1 and right.tag.startswith(_NOUNS)
    return right.text in _NEEDY or right.tag.startswith(_NOUNS) or right.tag[:1] not in _OPENERS


def _wants_more(text: str, at: int) -> bool:
    """Whether a verb that is due an object stands before the dot, and no subject behind it: 是加强.会治理的力量."""
    if text[at + 1 : at + 2] not in _UNLED:
        return False
    words = words_before(text, at)
    last = words[-1]
    if first_word(text, at).text not in _UNLED or not last.tag.startswith("v") or len(last.text) < 2:
        return False
    return any(word.text in _LEADING for word in words[-2:-1])
