"""Leaders' names and posts in a draft: where a name stands, and which posts stand right before and after it."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.finding import Hit
    from speechlint.quick.typing import Any

_NO_POST = regex.later("团|台|令|国|事|会议|部|办公")  # 主席团、主席令、总理事、主席办公会
_WORD_AFTER = regex.later(  # a name that is part of a longer name or word is none
    "同志|同学|总书记|总理|副?主席|副?委员长|副?书记|[省市县区部局会院]长|主任|先生|等|和|与|及|同|或|在|的|了|曾|又|也|亲|对|"
    "就|从|向|为|任|担任|当选|作|做|主持|出席|指出|强调|要求|提出|说|讲|发表|关于|思想|理论|新时代|"
    "[经济法治强军外交文化]{2}思想|生态文明思想|是|将|到|以|给|会见|来(?:我|到|此)|赴|莅临|率|一行|视察|考察|调研|"
    "近日|近期|日前|最近|[今昨前]天|前不久|[^\\w]|$"
)


class Mention(NamedTuple):
    """A name, and the posts around it: the span of all of it, those written ``before`` (in their order,
    as written) and the short one ``after``."""

    name: str
    span: Span
    whole: Span
    before: tuple[str, ...]
    after: str


def with_roster(options: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a check with a project's own roster added."""
    from speechlint.checks.names import roster

    return {**options, "roster": roster.joined(options["roster"], own)}


def vouched(hit: Hit, roster: Mapping[str, Any], named: Iterable[str]) -> Hit:
    """The hit, on the authority of the project's own roster where somebody ``named`` stands there alone."""
    where = dict.fromkeys(roster["own"][name] for name in named if name in roster["own"])
    return hit._replace(source="、".join(where), grade="convention") if where else hit


def offsets(found: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({at for places in found.values() for at in places})


def ends_name(text: str, at: int) -> bool:
    """Whether a name that ends at ``at`` is not the beginning of a longer word (李强调, 李鹏飞)."""
    return bool(_WORD_AFTER.match(text, at))


def mentions(doc: Document, roster: Mapping[str, Any], places: Iterable[int]) -> Iterator[Mention]:
    """The names of the roster that stand at ``places``, ascending, with their posts."""
    text, people = doc.text, roster["people"]
    for at in places:
        for size in (4, 3, 2):
            name = text[at : at + size]
            if len(name) < size or name not in people:
                continue
            before, start = _posts_before(text, at, roster["forms"])
            if ends_name(text, at + size) or (size > 2 and (before or name in roster["own"])):
                after = _post_after(text, at + size, roster["shorts"])
                yield Mention(name, Span(at, at + size), Span(start, at + size + len(after)), before, after)
                break


def _posts_before(text: str, end: int, forms: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """The posts written in a row that ends at ``end``, and where it begins."""
    line = text[max(0, end - 80) : end]
    row: list[str] = []
    start = end
    while True:
        form = next((form for form in forms if line.endswith(form)), "")
        rest = line[: len(line) - len(form)]
        if not form or rest.endswith(("副", "代")):
            return tuple(reversed(row)), start
        row.append(form)
        start = end - (len(text[max(0, end - 80) : end]) - len(rest))
        line = rest.removesuffix("、").removesuffix("兼")
        if line == rest:
            return tuple(reversed(row)), start


def _post_after(text: str, at: int, shorts: Iterable[str]) -> str:
    for short in shorts:
        if text.startswith(short, at) and not _NO_POST.match(text, at + len(short)):
            return short
    return ""


def is_off(said: str, name: str, tail: str) -> bool:
    """Whether the words are a name of three but for one given character wrong, lost or swapped; not in ``tail``."""
    if len(name) != 3 or said[:1] != name[0] or said == name:
        return False
    if len(said) <= 2:
        return said[1:] in (name[1], name[2]) and not tail.endswith(name)
    return sorted(said) == sorted(name) or (said[1] == name[1]) != (said[2] == name[2])
