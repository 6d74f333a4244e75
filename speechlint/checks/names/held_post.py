"""A post beside a leader's name that he did not hold on the day: over by then, not yet begun, or never his.

Looking back (时任, 原, 2008年, 回顾) excuses what is
over. One hit a name: the gravest. Also several posts of one person written in another order than theirs.

The message may use ``wording``, ``state``, ``state_en``.
"""

from __future__ import annotations

from speechlint.checks.names import mentions
from speechlint.checks.names.mentions import with_roster
from speechlint.document.contexts import excused, place
from speechlint.document.dates import judged_day, last_day, later, own_date, shown
from speechlint.finding import Hit, Severity
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.checks import Query
    from speechlint.checks.names.mentions import Mention
    from speechlint.checks.options import Table
    from speechlint.document import Document, Span
    from speechlint.quick.typing import Any

__all__ = ["ABOUT", "check", "declared", "gates", "with_roster"]
ABOUT = "领导人姓名旁的职务，那一天他不担任"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import ROSTER

    return {"roster": ROSTER}


_GRACE = 2  # months after a change of office in which both are still said
_FOUNDERS = "1981-06-29"  # whose posts ended before it are called by them at any date: 周恩来总理
_CONTEXTS = ("title", "quote", "history", "since", "year", "meta")
_FORMER = regex.later(
    "(?:时任|原任|曾任|历任|前任|担任|出任|接任|当选为?|任命?|原|前|老|已故|候任|敬爱的|时?的?老)的?$"
)
_ONCE = regex.later(
    "(?:同志)?(?:曾|[^，。；]{0,20}(?:来过|到过|去过|视察过|题词|题写|题名|奠基|剪彩|主持下))"
)
_REPORT = regex.later(
    "(?:同志)?(?:在[^，。；]{0,24})?(?:代表国务院)?(?:所|向[^，。；]{0,12})?[作做]的?[^，。；]{0,8}报告"
)
_DEMAND = regex.later("(?:学习|贯彻|落实|领会|按照|根据|牢记|遵照)[^。；，]{0,12}$")
_SAYING = regex.later(
    "(?:同志)?(?:[^，。；]{0,12})?(?:指出|强调|要求(?!的)|出席(?!了|过|的)|提出[，：]|的?(?:系列)?重要(?:讲话|指示|批示|论述)|讲话精神)"
)
_LATELY = regex.later(
    "(?:前不久|不久前|上个?[月周]|本[月周]|日前|近日|近期|最近|[前昨今]天|刚刚|刚才|今年|这次|此次|这几天)(?![^，。；]{0,6}[年时]间?前)"
)
_VISITS = regex.later(
    "(?:同志)?(?:亲自|专程|再次|又|冒雨|冒雪|将|即将|就要|下(?:个?月|周|旬)|月底|明天|后天){0,2}"
    "(?:来|到|赴|莅临)[^，。；]{0,10}(?:视察|考察|调研|看望|慰问|指导|检查|祝贺)"
    "(?!过|了|时|期间|的|之|后|以)"
)


class _Verdict(NamedTuple):
    """Why a post is wrong, the worse the higher ``rank``."""

    rank: int
    entry: str
    severity: Severity
    state: str
    state_en: str
    source: str = ""
    until: str = ""
    span: Span | None = None


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {"names": frozenset(options["roster"]["people"])}


def check(query: Query) -> Iterator[Hit]:
    roster = query.options["roster"]
    for mention in mentions.mentions(query.doc, roster, mentions.offsets(query.found)):
        if mention.before or mention.after or mention.name in roster["own"]:
            found = _judged(query, roster, mention)
            if found:
                words = {"state": found.state, "state_en": found.state_en}
                span = found.span or mention.whole
                hit = Hit(
                    span,
                    {"wording": query.doc[span], **words},
                    entry=found.entry,
                    severity=found.severity,
                    source=found.source or None,
                )
                yield mentions.vouched(hit, roster, [mention.name])


def _judged(query: Query, roster: Mapping[str, Any], mention: Mention) -> _Verdict | None:
    before = query.doc.text[max(0, mention.whole.start - 6) : mention.whole.start]
    if _FORMER.search(before):
        return None
    row = [_worst(query, roster, mention, roster["forms"][form]) for form in mention.before]
    if mention.after and _tells(roster, mention):
        posts = [post for post, how in roster["posts"].items() if how["short"] == mention.after]
        row.append(_worst(query, roster, mention, posts))
    if mention.name in roster["own"]:
        row.append(_one_off(query, roster, mention))
    found = max(filter(None, row), default=None)
    return found or _jumbled(roster, mention)


def _one_off(query: Query, roster: Mapping[str, Any], mention: Mention) -> _Verdict | None:
    from speechlint.checks.names.one_off import one_off

    told = one_off(query, roster, mention)
    return told and _Verdict(2, "one-off", Severity.WARNING, *told[1:], span=told[0])


def _tells(roster: Mapping[str, Any], mention: Mention) -> bool:
    """Whether the short title means a post of the roster: 李强主席 may chair anything, 江泽民主席 not."""
    if mention.after in ("总书记", "总理", "委员长"):
        return True
    posts = [term[0] for term in roster["people"][mention.name]]
    if any(roster["posts"][post]["own"] for post in posts):
        return True
    return len(mention.name) > 2 and any(mention.name in order[2] for order in roster["orders"])


def _worst(
    query: Query, roster: Mapping[str, Any], mention: Mention, posts: Sequence[str]
) -> _Verdict | None:
    """The gravest error of a name beside a title that may mean any of ``posts``."""
    start = mention.whole.start
    day = judged_day(query.doc, query.as_of, start)
    held = [term for term in roster["people"][mention.name] if term[0] in posts]
    if not held:
        return _never(roster, mention, posts, day)
    if any((not t[1] or t[1] <= last_day(day)) and (not t[2] or day <= later(t[2], _GRACE)) for t in held):
        return None
    over = [term for term in held if term[2] and term[2] < day]
    if not over:
        return _early(query, held, start, day)
    term = max(over, key=lambda term: str(term[2]))
    return _over(query, roster, mention, term)


def _over(query: Query, roster: Mapping[str, Any], mention: Mention, term: Sequence[str]) -> _Verdict | None:
    post, _, until, source = term
    if until < _FOUNDERS:
        return None
    span = mention.whole
    day = judged_day(query.doc, query.as_of, span.start)
    own = own_date(query.doc, span.start) or day
    around = place(query.doc, span, own[:4], until)
    if excused(around, _CONTEXTS) or _ONCE.match(around.after) or _signs(query.doc, span):
        return None
    if _REPORT.match(around.after) and day <= later(until, 12):
        return None
    demanded = (
        _DEMAND.search(around.before)
        or _SAYING.match(around.after)
        or _VISITS.match(around.after)
        or _LATELY.search(around.before + around.clause_after)
    )
    followed = _successor(roster, post, until)
    return _Verdict(
        2,
        "over",
        Severity.WARNING if demanded else Severity.INFO,
        f"：任{post}到{shown(until)}"
        + (f"，其后是{followed}" if followed else "")
        + "；讲当时写“时任”，讲现在称“同志”",
        f": {post} until {until}" + (f", then {followed}" if followed else ""),
        source,
    )


def _signs(doc: Document, span: Span) -> bool:
    """Whether the name and post are a line of their own: who spoke, or signed."""
    line = doc[doc.line_at(span.start)].strip("　 \xa0—-（）()")
    return line == doc[span] or (len(line) <= span.end - span.start + 12 and line.endswith(doc[span]))


def _successor(roster: Mapping[str, Any], post: str, day: str) -> str:
    """Who held a post next after ``day``."""
    next_ = [
        (term[1], name)
        for name, terms in roster["people"].items()
        for term in terms
        if term[0] == post and term[1] >= day
    ]
    return min(next_)[1] if next_ else ""


def _early(query: Query, held: Sequence[Sequence[str]], start: int, day: str) -> _Verdict | None:
    post, since, _, source = min(held, key=lambda term: term[1])
    if last_day(own_date(query.doc, start) or day) >= since:
        return None
    state, state_en = f"：{shown(since)}起才任{post}", f": {post} only from {since}"
    return _Verdict(1, "early", Severity.WARNING, state, state_en, source)


def _never(roster: Mapping[str, Any], mention: Mention, posts: Sequence[str], day: str) -> _Verdict | None:
    how = [roster["posts"][post] for post in posts]
    mine = roster["people"][mention.name]
    state, state_en = f"：{mention.name}没有任过{posts[0]}", f": {mention.name} never was {posts[0]}"
    told = "、".join(dict.fromkeys(term[0] for term in mine if term[1] <= day <= (term[2] or "9")))
    if told:
        state, state_en = f"{state}，{shown(day)}任{told}", f"{state_en}, but {told}"
    if all(post["sole"] for post in how):
        return _Verdict(3, "never", Severity.ERROR, state, state_en)
    own = any(post["own"] for post in how) and any(roster["posts"][term[0]]["own"] for term in mine)
    if not own and any(
        post["sole"] for post in how
    ):  # 赵乐际主席: no chairman of anything while in another post
        own = any(
            mention.name in order[2] and order[0] <= day <= (order[1] or "9") for order in roster["orders"]
        )
        state, state_en = state.replace(posts[0], mention.after), state_en.replace(posts[0], mention.after)
    return _Verdict(3, "never", Severity.WARNING, state, state_en) if own else None


def _jumbled(roster: Mapping[str, Any], mention: Mention) -> _Verdict | None:
    """中共中央总书记、国家主席、中央军委主席: the order of one person's posts is fixed."""
    ranks = [roster["posts"][roster["forms"][form][0]]["rank"] for form in mention.before]
    if ranks == sorted(ranks) or 0 in ranks:
        return None
    state = "：几个职务的次序应为中共中央总书记、国家主席、中央军委主席"
    return _Verdict(
        0,
        "posts-order",
        Severity.ERROR,
        state,
        ": general secretary, president, military chairman is the order",
    )
