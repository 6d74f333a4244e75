"""的 written for 地: what stands before it says how, and what follows is sure to be done, not a thing.

Sure is an action that a preposition opens (把…), that has a result (找到), a particle (解决了) or a pronoun (告诉大家)
behind it; any verb with words behind it where 能, 要, 为了 call for one. An attribute (更好的服务, 有效的帮助
群众的办法) stays alone.
"""

from __future__ import annotations

from speechlint.checks.wording.particle_actions import STOPS, clause_of, sureness
from speechlint.document import Span
from speechlint.document.words import cut, known, tag
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick.sketch import holds, may_end
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document.words import Word
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "“的”写成了“地”该在的地方：更好的为群众着想"
_DE, _DI = "的", "地"
_REACH, _AHEAD, _LONGEST = 16, 40, 4
_MORE = ("更加", "更为", "进一步", "更好", "更快", "更多")
_OF_WHAT = ("广大", "全体", "各位", "新", "最新", "更好", "良好")
_WILL = "将时而能"  # 我将更好的, 同时更好的
_OBJECTS, _QUALITIES = frozenset("nrmbj"), frozenset("az")
_OF_AN_OBJECT = 3  # characters
_OF_THINGS = "让被给到在"  # 简单的让新手做


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.wording import particle_words

    return particle_words.declared()


def prepare(options: Node) -> dict[str, Any]:
    """The options, fit for being looked up."""
    from speechlint.errors import RuleError
    from speechlint.files.yamlfile import read_mapping
    from speechlint.quick.sketch import endings, sketch

    listed = read_mapping(options["words"], RuleError)["manners"].split()
    made: dict[str, Any] = {name: frozenset(words) for name, words in options.items() if name != "words"}
    made |= {name: tuple(options[name]) for name in ("having", "degrees", "things", "letting")}
    return {
        **made,
        "endings": endings({*listed} | made["manners"] | made["ways"]),
        "plain": sketch(sorted({*listed} - made["attributes"])),
        "behind": made["results"] | made["persons"],
    }


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {"": frozenset((_DE,))}


def check(query: Query) -> Iterator[Hit]:
    text, own = query.doc.text, query.options
    for at in query.found[""]:
        if not _may_say_how(text, at, own):
            continue
        before, ahead = text[max(0, at - _REACH) : at], text[at + 1 : at + 1 + _AHEAD]
        start = _manner(before, own)
        if start < 0:
            continue
        sure = sureness(ahead, own, before[start:])
        if sure and (_fits(before, start, clause_of(ahead), sure, own) or _is_met(text, at)):
            span = Span(at, at + 1)
            yield Hit(span, {}, (Fix((Edit(span, _DI),)),))


def _is_met(text: str, at: int) -> bool:
    """Whether what is around has 地 between it in other texts, and hardly ever 的."""
    from speechlint.checks.wording.choice import fits
    from speechlint.checks.wording.met_choices import seed

    return fits(text, Span(at, at + 1), seed(_DE, _DI))


def _fits(before: str, start: int, clause: str, sure: int, own: Mapping[str, Any]) -> bool:
    """Whether an action is due after the manner in which ``before`` ends from ``start`` on."""
    ahead = before[:start]
    words: list[Word] = []
    if _may_want(ahead, own["wanting"]) or any(word in ahead for word in own["letting"]):
        words = cut(ahead[max(map(ahead.rfind, STOPS)) + 1 :])
    if _wants(words, own["modals" if sure == 1 else "wanting"]):
        return True
    if sure == 1 and _wants(words, own["wanting"]) and before[start:] in own["ways"] and tag(clause) == "v":
        return True  # 要大声|的朗读，
    if before[start:] in own["adverbs"] and (sure > 1 or not ahead[-1:].strip(STOPS)):
        return not ahead.endswith(own["having"])
    if ahead.endswith(own["having"]) or ahead[-1:] == _DE:
        return False
    if sure > 2 and _way(before[start:], own):
        return True
    if sure == 2 and _is_way(before[start:], ahead, own) and _has_object(clause, own):
        return not _modifies(clause, own)
    if ahead[-1:] in STOPS and len(before) - start < _LONGEST and _is_plain(before[start:], clause, own):
        return False
    plain = (  # 让群众满意|的答卷: what the people are
        len(before) - start < _LONGEST
        and not before.startswith(own["degrees"], start)
        and holds(own["plain"], before[start:])
    )
    return (not plain and _let(words, own)) or (sure > 2 and not _modifies(clause, own))


def _is_plain(manner: str, clause: str, own: Mapping[str, Any]) -> bool:
    """Whether a clause that begins so may speak of things of a kind: 优秀的|留下来, 简单的|让新手做."""
    if clause[0] in _OF_THINGS:
        return True
    sure = manner in own["manners"] or _way(manner, own) or _doubled(manner)
    return (
        len(clause) <= _LONGEST
        and not clause.endswith("着")
        and not (sure or manner.startswith(own["degrees"]))
    )


def _may_want(ahead: str, wanting: frozenset[str]) -> bool:
    return any(ahead[-size:] in wanting for size in range(1, _LONGEST + 1))


def _wants(words: list[Word], wanting: frozenset[str]) -> bool:
    """Whether the last of the words calls for an action; 来 behind a time does not: 百年来."""
    return (
        bool(words) and words[-1].text in wanting and not (words[-2:-1] and words[-2].tag[:1] in ("m", "t"))
    )


def _may_say_how(text: str, end: int, own: Mapping[str, Any]) -> bool:
    """Whether a manner may end at ``end``: mostly none does."""
    if may_end(own["endings"], text, end):
        return True
    last = text[max(0, end - 1) : end]
    return last in own["short"] or (bool(last) and last in text[max(0, end - 3) : end - 1])


def _manner(before: str, own: Mapping[str, Any]) -> int:
    """Where the manner that ``before`` ends in begins, degree and all; -1: it ends in none."""
    for size in range(_LONGEST, 0, -1):
        word = before[-size:]
        if len(word) == size and _says_how(word, own):
            start = len(before) - size
            degree = next((one for one in own["degrees"] if before.endswith(one, 0, start)), "")
            if size > 1 or degree:
                return start - len(degree)
    return -1


def _says_how(word: str, own: Mapping[str, Any]) -> bool:
    if len(word) == 1:
        return word in own["short"]
    if word in own["manners"] or word in own["ways"] or _doubled(word):
        return True
    return len(word) != len("一遍遍") and word not in own["attributes"] and holds(own["plain"], word)


def _doubled(word: str) -> bool:
    """渐渐, 一遍遍, 急匆匆, 一项一项, 扎扎实实."""
    half = len(word) // 2
    same = word[:half] == word[half:] or (len(word) > 2 and word[0] == word[1] and word[2:] == word[2] * 2)
    return same or (len(word) == len("一遍遍") and word[1] == word[2] and (word[0] == "一" or known(word)))


def _let(words: list[Word], own: Mapping[str, Any]) -> bool:
    """Whether an action of somebody is called for: 使用户, 帮助自己."""
    last = max((at for at, word in enumerate(words) if word.text in own["letting"]), default=-1)
    return 0 <= last < len(words) - 1 and all(
        word.tag[:1] in ("n", "r") or word.text == "您" for word in words[last + 1 :]
    )


def _is_way(manner: str, ahead: str, own: Mapping[str, Any]) -> bool:
    """Whether the manner is one of actions, or a clause or an adverb of time begins so: 我将更加深刻|的, ，更加深刻|的."""
    more = manner.startswith(_MORE) and (not ahead[-1:].strip(STOPS) or ahead[-1] in _WILL)
    return more or _way(manner, own)


def _way(manner: str, own: Mapping[str, Any]) -> bool:
    """Whether the manner, but for its degree, is one that actions have and things hardly do."""
    degree = next((one for one in own["degrees"] if manner.startswith(one)), "")
    return manner[len(degree) :] in own["ways"]


def _has_object(clause: str, own: Mapping[str, Any]) -> bool:
    """Whether the verb has things behind it that it is not the attribute of: 遵守各项制度, not 奋斗目标."""
    rest = clause[2:]
    verb = clause[:2]
    named = (tag(verb) == "vn" and verb not in own["actions"]) or verb in own["named"]
    if len(rest) < _OF_AN_OBJECT or named:
        return False
    first, *others = cut(rest)
    return first.tag[:1] in _OBJECTS or (first.tag[:1] in _QUALITIES and bool(others))


def _modifies(clause: str, own: Mapping[str, Any]) -> bool:
    """Whether the action is the attribute of a thing: 找到用工信息|的渠道."""
    at = clause.rfind(_DE)
    own_things = (
        clause[:at].endswith(tuple(own["persons"])) or clause[2:at] in _OF_WHAT
    )  # 做好自己|的工作, 欢迎广大的用户
    return at >= 0 and not own_things and clause[at + 1 :].endswith(own["things"])
