"""What stands in a list between two names of one kind is a third: 上影集团、长影、八一厂."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.document.surnames import is_surname
from speechlint.document.words import cut, frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from speechlint.document import Document

_KINDS = ("person", "place", "institution")
_MEMBER = regex.later("、(?P<name>[\u4e00-\u9fff·]{2,6})(?=[、和与])")
_LAST = regex.later(
    "[、和](?P<name>[\u4e00-\u9fff·]{2,4})(?=等|[，。；]|分别|都|曾|也|是|来|先后|为|均|在|并|同|这|诸)"
)
_OFTEN = 1500
_LEADING = ("v", "p", "c", "u", "d", "r", "m", "q", "a", "f", "t")


def seen(doc: Document, found: list[Seen]) -> Iterator[Seen]:
    """The members of lists that touch names of ``found`` on both sides, or end a list of two of them or more."""
    is_free = free(one.span for one in found)
    begins = {one.span.start: one.kind for one in found if one.kind in _KINDS}
    ends = {one.span.end: one for one in found if one.kind in _KINDS}
    for member in _MEMBER.finditer(doc.text):
        one = _like_the_last(member, ends, is_free)
        if one and begins.get(one.span.end + 1) == one.kind:
            yield one
    for member in _LAST.finditer(doc.text):
        one = _like_the_last(member, ends, is_free)
        if one and _is_third(doc, one, ends):
            yield one


def _like_the_last(
    member: re.Match[str], ends: Mapping[int, Seen], is_free: Callable[[int, int], bool]
) -> Seen | None:
    """A member of a list as what the member before it is, if it may be that."""
    span = Span(*member.span("name"))
    last = ends.get(span.start - 1)
    if not last or not is_free(*span) or not _may_be(last.kind, member["name"]):
        return None
    return Seen(last.kind, member["name"], "", span)


def _is_third(doc: Document, one: Seen, ends: Mapping[int, Seen]) -> bool:
    """Whether two names of its kind stand before it in the list."""
    start = ends[one.span.start - 1].span.start
    first = ends.get(start - 1) if doc.text[start - 1] == "、" else None
    return first is not None and first.kind == one.kind


_PARALLEL = regex.later("(?P<name>[\u4e00-\u9fff]{2,4})的[\u4e00-\u9fff]{1,4}(?=[、，])")
_ROW = regex.later(
    "[\u4e00-\u9fff]{2,4}的[\u4e00-\u9fff]{1,4}(?:、[\u4e00-\u9fff]{2,4}的[\u4e00-\u9fff]{1,4}){1,6}(?=，)"
)


def parallel(doc: Document, found: list[Seen]) -> Iterator[Seen]:
    """What stands in a row as a name does, each with what is its own: 海尔的冰箱、春兰的空调."""
    is_free = free(one.span for one in found)
    kinds = {one.span.start: one for one in found if one.kind in ("place", "institution")}
    for row in _ROW.finditer(doc.text):
        members = list(_PARALLEL.finditer(doc.text, row.start(), row.end() + 1))
        known = [kinds[one.start()].kind for one in members if one.start() in kinds]
        for member in members:
            span = member.span("name")
            if known and is_free(*span) and _may_be(known[0], member["name"]):
                yield Seen(known[0], member["name"], "", Span(*span))


def _may_be(kind: str, name: str) -> bool:
    """Whether it is no common word, and a person's begins as names do."""
    if kind == "person" and "·" not in name:
        return is_surname(name[0]) and len(name) < 4
    return all(
        word.tag[:1] not in _LEADING and frequency(word.text) < _OFTEN
        for word in cut(name)
        if len(word.text) > 1
    )
