"""Which one of some sibling heads does not match the others, and in what.

Pure functions over the heads as strings; three or more, all but one of which agree.
"""

from __future__ import annotations

from speechlint.checks.parallel.clause_opening import lead
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.checks.parallel.clause_opening import Lead
    from speechlint.checks.parallel.official_words import Words

_PAUSE = regex.later("[，,；;：:]")
_FRAME = regex.later("在(.{2,24}?)(上(?![级中下海述升市门])|中(?![国央华小心])|里(?![程])|方面|过程中)")
_QUOTED_NAME = regex.later(
    "“[^”]{2,16}”(?:建设|工程|行动|活动|机制|体系|平台|服务体系|制度|大文章|战略|计划)$"
)
_TOLD = regex.later(
    r"[\u4e00-\u9fff]{1,3}了[\u4e00-\u9fff]{2}|[正已就才都最更永][\u4e00-\u9fff]{1,5}(?![\u4e00-\u9fff])"
)
# A question, a duty, 化悲愤为力量, a sentence with 是: no noun phrase, and no verb phrase beside which one is odd.
_SENTENCE = regex.later("如何|怎[样么]|为什么|要|化.{1,8}[为成]|..[^，]*(?<![求总凡但于可])是(?![非否])")
_HEAD, _SHORT, _RINGING = 40, 18, 8  # characters of a heading, of a short one, of one that rings
_OBJECT = 4  # written characters: 政策 alone may still be a head (落实政策)
_WORD = 3  # the longest word that an enumeration of words begins with: 规划、建设、管理三大环节
_MANY = 4  # so many heads with one opening are a pattern that no other verb may vary
_MOST = 100  # no speech sets more side by side, and each is held against all
_APART = frozenset('“”‘’《》「」『』"…XxＸ×*_【（(')
_VERBAL = frozenset({"verb", "phrase", "either", "idiom"})


class Break(NamedTuple):
    """``odd`` is the position of the head that breaks; ``start``/``end`` the part of it to mark.

    ``kind`` is ``verb`` (no verb where the others have one), ``predicate`` (a sentence among verb
    phrases), ``prefix`` (the words all others begin with are missing), ``frame`` (在…上 with
    another grammar inside), ``modal``, ``length`` or ``clauses``; ``shared`` is what the others have.
    """

    kind: str
    odd: int
    start: int
    end: int
    shared: str


def clauses(head: str) -> list[str]:
    return [part.strip() for part in _PAUSE.split(head) if part.strip()]


def _first_clause(head: str) -> str:
    return _PAUSE.split(head, 1)[0].strip() or (clauses(head) or [""])[0]


def breaks(heads: Sequence[str], known: Words) -> list[Break]:
    """The breaks among sibling ``heads``; a graver kind hides the milder ones of the same head."""
    if len(heads) < 3 or not all(heads):
        return []
    firsts = [_first_clause(head) for head in heads]
    if not all(firsts):
        return []
    found = (
        framed(firsts, known) or unframed(firsts, known) or headed(firsts, known) or grammar(firsts, known)
    )
    if found:
        return [] if _told(heads[found.odd]) else [found]
    mild = modal(firsts, known) or length(firsts, known)
    return [mild] if mild else []


def _told(head: str) -> bool:
    """Whether a head is what the next clause tells of: 粮食统购统销，打击了投机; 追梦人，正年轻."""
    return any(_TOLD.match(part) for part in clauses(head)[1:2])


def grammar(parts: Sequence[str], known: Words) -> Break | None:
    """A noun phrase (or a short sentence) among verb phrases."""
    if any(len(part) > _HEAD for part in parts) or _rings_at_the_end(parts, known):
        return None
    leads = _leads(parts, known)
    if not leads:
        return None
    odd = _odd_one(parts, leads)
    if odd is None:
        odd = _short_one(parts, leads, known)
    if odd is None or _stands_apart(parts, odd, known):
        return None
    longest = max(len(part) for at, part in enumerate(parts) if at != odd)
    if leads[odd].kind == "subject":
        return _whole("predicate", parts, odd) if max(longest, len(parts[odd])) <= _SHORT else None
    return _whole("verb", parts, odd) if len(parts[odd]) <= longest + 2 else None


def _leads(parts: Sequence[str], known: Words) -> list[Lead]:
    """How the parts begin; none where no single one of them can be odd: two are nouns, or one says nothing."""
    leads: list[Lead] = []
    nouns = 0
    for part in parts:
        found = lead(part, known)
        nouns += found.kind in ("noun", "subject")
        if nouns > 1 or found.kind == "open" or _SENTENCE.match(part):
            return []
        leads.append(found)
    return leads


def _rings_at_the_end(parts: Sequence[str], known: Words) -> bool:
    """围绕中心抓工会 | 依法维权抓工会: what all end with is the pattern, how they begin is free."""
    if len({part[-3:] for part in parts}) > 1:  # mostly
        return False
    tail = _common([part[::-1] for part in parts])[::-1]
    return len(tail) > 2 and lead(tail, known).kind == "verb"


def _whole(kind: str, parts: Sequence[str], odd: int, shared: str = "") -> Break:
    return Break(kind, odd, 0, len(parts[odd]), shared)


def _stands_apart(parts: Sequence[str], odd: int, known: Words) -> bool:
    """Whether the odd head need not be like the others: a section of a report, a quotation."""
    if len(parts) > 3 and _QUOTED_NAME.match(parts[odd]):
        return False
    return _excused(parts[odd], known)


def _odd_one(parts: Sequence[str], leads: Sequence[Lead]) -> int | None:
    """The one that begins with a noun, where all others are verb phrases and most surely so."""
    odd = [at for at, found in enumerate(leads) if found.kind in ("noun", "subject")]
    if len(odd) != 1:
        return None
    others = [found.kind for at, found in enumerate(leads) if at != odd[0]]
    verbs, phrases = others.count("verb"), others.count("phrase")
    if not _VERBAL.issuperset(others) or not verbs or phrases * 2 >= len(others):
        return None
    alike = max(map(len, parts)) == min(map(len, parts)) <= _RINGING
    sure = (verbs + phrases) * 3 >= len(others) * 2 and verbs * 2 > len(others)
    return odd[0] if sure or (alike and verbs * 2 >= len(others)) else None


def _short_one(parts: Sequence[str], leads: Sequence[Lead], known: Words) -> int | None:
    """组织领导 among 提高思想认识, 强化督促检查: shorter by a verb than all others, which are alike."""
    either = [
        at
        for at, found in enumerate(leads)
        if found.kind == "either"
        and not found.adverbs
        and not (found.word in known.taking and len(parts[at]) >= len(found.word) + _OBJECT)
    ]
    for odd in either:
        others = [len(part) for at, part in enumerate(parts) if at != odd]
        kinds = [found.kind for at, found in enumerate(leads) if at != odd]
        if kinds.count("verb") == len(kinds) and max(others) == min(others) == len(parts[odd]) + 2 <= 12:
            return odd
    return None


def framed(parts: Sequence[str], known: Words) -> Break | None:
    """在健全组织上… | 在打造阵地上… | 在队伍建设上…: the same frame, another grammar inside."""
    if not parts[0].startswith("在"):  # mostly
        return None
    found = [_FRAME.match(part) for part in parts]
    slots = [m for m in found if m]
    if len(slots) != len(parts):
        return None
    inside = [m[1] for m in slots]
    sizes = [len(slot) for slot in inside]
    if max(sizes) > 10 or max(sizes) - min(sizes) > 4:
        return None
    broken = grammar(inside, known)
    if not broken or broken.kind != "verb":
        return None
    start = slots[broken.odd].start(1)
    return Break("frame", broken.odd, start, start + len(inside[broken.odd]), f"在…{slots[0][2]}")


def unframed(parts: Sequence[str], known: Words) -> Break | None:
    """以党建为引领 | 以服务为根本 | 作风为保障: the frame's second half without its first."""
    for opening, marks in known.halves:
        if not parts[0].startswith(opening) and not parts[1].startswith(opening):  # mostly
            continue
        having = [part.startswith(opening) and any(mark in part[1:] for mark in marks) for part in parts]
        if having.count(False) == 1:
            odd = having.index(False)
            if any(mark in parts[odd][1:] for mark in marks) and not _excused(parts[odd], known):
                return _whole("prefix", parts, odd, opening)
    return None


def headed(parts: Sequence[str], known: Words) -> Break | None:
    """The words that all others begin with are missing in one."""
    least = 2 if len(parts) > 3 else 3
    if len(parts) > _MOST or len({part[:least] for part in parts}) > 2:  # mostly
        return None
    # The first and the last in alphabetical order tell what all begin with: only one of these can be the odd one.
    ordered = sorted(range(len(parts)), key=parts.__getitem__)
    for odd in sorted((ordered[0], ordered[-1])):
        part = parts[odd]
        others = [other for at, other in enumerate(parts) if at != odd]
        shared = _common(others)
        if len(shared) < least or part.startswith(shared):
            continue
        if not _is_pattern(shared, known) or _excused(part, known):
            continue
        if len(part) > _SHORT and lead(part, known).kind in ("noun", "subject"):
            continue  # a sentence of its own
        if _dropped(part, others, shared, known):
            return _whole("prefix", parts, odd, shared)
    return None


def _dropped(part: str, others: Sequence[str], shared: str, known: Words) -> bool:
    """Whether ``shared`` fell out of ``part``; of few heads, 强化… beside 坚持… is only another verb."""
    kept = len(_common([part, shared]))
    if kept:
        word = lead(part, known).word
        if word and part[:kept].endswith(word):
            return False  # 加强同代表的联系, among 加强和改进…; 要适应群众…, among 要适应基层…
        return len(shared) - kept >= 2 and part[kept:] != "" and lead(part[kept:], known).kind != "verb"
    own = lead(part, known)
    tails = [other[len(shared) :] for other in others]
    rest = ["noun" if 0 < tail.find("、") <= _WORD else lead(tail, known).kind for tail in tails]
    if len(others) >= _MANY:  # 加强… is another verb among 坚持党的领导, not among 聚焦增强动力
        return own.kind not in ("verb", "either") or rest.count("noun") * 2 < len(rest)
    return own.kind != "verb" or (not own.adverbs and rest.count("verb") > len(rest) // 2)


def _common(texts: Sequence[str]) -> str:
    """The characters all texts begin with."""
    low, high = min(texts), max(texts)
    size = next((at for at, char in enumerate(low) if char != high[at : at + 1]), len(low))
    return low[:size]


def _is_pattern(shared: str, known: Words) -> bool:
    """Whether ``shared`` is what a pattern can be made of: it begins with a verb, or is an idiom."""
    return shared[0] not in "是有使让由" and lead(shared, known).kind in ("verb", "idiom")


def modal(parts: Sequence[str], known: Words) -> Break | None:
    """要 in one head only, or in all but one. The first head sets the pattern for the others."""
    having = [part.startswith(known.modals) for part in parts]
    few = having.count(True) in (1, len(parts) - 1)
    if not few or any(len(part) > _HEAD // 2 or lead(part, known).kind not in _VERBAL for part in parts):
        return None
    odd = having.index(having.count(True) == 1) or 1
    return _whole("modal", parts, odd, "要")


def length(parts: Sequence[str], known: Words) -> Break | None:
    """All others are as long as each other, this one is not; the last may run longer."""
    sizes = [len(part) for part in parts]
    if not 4 <= len(parts) <= _MOST or len(set(sizes)) != 2:
        return None
    odd = next((at for at, size in enumerate(sizes) if sizes.count(size) == 1), None)
    if odd is None:
        return None
    own, size = sizes[odd], sizes[odd - 1]
    if size > 14 or (odd == len(parts) - 1 and size < own <= size * 1.5):
        return None
    if any(_APART.intersection(part) or lead(part, known).kind not in _VERBAL for part in parts):
        return None
    return _whole("length", parts, odd, str(size))


def _excused(part: str, known: Words) -> bool:
    return bool(regex.compile(known.sections).search(part)) or part[0] in _APART
