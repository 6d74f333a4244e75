"""Institutions by the person that they stand before with a post: 非凡体育/副总裁/李芸, 晚报/记者/王江."""

from __future__ import annotations

from speechlint.document.facts.bounds.classes import classes_of
from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.document.surnames import POST, ROLES
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_OF = regex.later(
    f"(?P<name>[\u4e00-\u9fffA-Za-z]{{2,20}}?)(?:(?:党委|党组|党支部)?(?:原|专职|首席|资深|高级|主任|特约|本报|驻站|联合|兼职|常务|执行|名誉)*(?:{POST}|{ROLES})[、兼]?)+$"
)
# an office with nothing proper in it, the whole of what stands before a post: 外交委员会/主席, 财政事务部/长
_OFFICE = regex.later(
    f"(?:(?<=[，、；：的\n])|^)(?P<name>(?:(?![、，；：的了在对])[\u4e00-\u9fff]){{2,14}}(?:委员会|政府|议会|国会|联合会|总会|商会|理事会|基金会|部|署|总局)(?=(?:代理|常务|执行)?副?(?:{POST}|长|常秘)$))"
)
_FAR = 30
_PROPER = ("L", "O", "nt", "nz", "nr", "n0")
_INNER = ("P", "W", "g", "vn", "n1", "n2", "e", "1", "ns", *_PROPER)
_NONE = ("族", "籍", "裔", "界", "市民", "姓", "战", "赛", "奖")


def seen(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """The institutions before the posts of the persons ``found`` where none of ``found`` stands."""
    is_free = free(one.span for one in found)
    persons = [one.span.start for one in found if one.kind == "person" and len(one.text) > 1]
    for line in lines:
        here = [at - line.at for at in persons if line.at < at < line.at + len(line.text)]
        if not here:
            continue
        classes = classes_of(line)
        for at in here:
            span = _before(line, classes, at) or _office(line, classes, at)
            if span and is_free(*span):
                yield Seen("institution", line.text[span.start - line.at : span.end - line.at], "", span)


def _before(line: Line, classes: list[str], person: int) -> Span | None:
    """The name before the post that stands before a person."""
    near = max(0, person - _FAR)
    found = _OF.search(line.text[near:person])
    if not found:
        return None
    end = near + found.end("name")
    index = line.word_before(end)
    if line.starts[index] + len(line.words[index].text) != end:
        return None
    start, proper, last = end, False, index
    while index >= 0 and classes[index] in _INNER and line.starts[index] >= near:
        start = line.starts[index]
        proper = (
            proper
            or classes[index] in _PROPER
            or (classes[index] == classes[index + 1] == "1" and index < last)
        )
        index -= 1
    name = line.text[start:end]
    bounded = index < 0 or classes[index] not in ("P", "V", "v")
    if not proper or not bounded or not 2 < len(name) < 16 or name.endswith(_NONE):
        return None
    return Span(line.at + start, line.at + end)


def _office(line: Line, classes: list[str], person: int) -> Span | None:
    """The office before the post of a person, if it is the whole of what stands there and leads to nothing."""
    near = max(0, person - _FAR)
    found = _OFFICE.search(line.text[near:person])
    if not found:
        return None
    start = near + found.start("name")
    index = line.word_before(start + 1)
    plain = (
        line.starts[index] == start
        and classes[index][0] in "nPWgv1L"
        and line.words[index].text not in _OF_ALL
    )
    return Span(line.at + start, line.at + near + found.end("name")) if plain else None


_OF_ALL = ("全国", "全体", "各级", "地方", "有关")
