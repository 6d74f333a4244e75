"""Real places in an otherwise anonymised draft (XX县 here, 南昌 there).

Silent where nothing is blanked.
"""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.blanks.anonymised import among, anonymised
from speechlint.document.words import ends
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.functools import cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "已隐去地名的稿里留着的地名"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "anywhere": Option(
            "words",
            "单独成词就报的地名",
            "names told as soon as they stand as a word of their own",
            required=True,
        ),
        "with_level": Option(
            "words",
            "也是普通词的地名（和平、朝阳），后面有市、县、区、州、旗、盟才报",
            "names that are words too (和平, 朝阳), told only before 市 县 区 州 旗 盟",
        ),
        "unless": Option(
            "pattern",
            "句中有它就是全国的地名（遵义会议）",
            "a match in the sentence makes the place one of the nation's (遵义会议)",
            default="",
        ),
    }


_LEVELS = frozenset("省市县区州旗盟")
_NO_LEVEL = frozenset("域级场块间内")  # 新建县域医院, 江苏市场
_AFTER = frozenset("省市县区州旗盟人籍")
_AROUND = 12
_MARK = regex.later("[，。；：、！？“”《》（）\n]")  # no word goes beyond one


def prepare(options: Node) -> dict[str, Any]:
    """The names of each kind as one text, a line each: thousands of them are read at once."""
    lines = {key: "\n".join(options[key]) for key in ("anywhere", "with_level")}
    return {**lines, "unless": options["unless"]}


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": _names(options["anywhere"]) | _names(options["with_level"])}


def check(query: Query) -> Iterator[Hit]:
    speeches = anonymised(query.doc)
    if not speeches:
        return
    found: dict[str, list[Span]] = {}
    for offset in sorted(query.found[""]):
        if among(speeches, offset):
            span = _place(query.doc, query.options, offset)
            if span:
                found.setdefault(query.doc[span], []).append(span)
    for spans in found.values():
        yield Hit(spans[0], occurrences=tuple(dict.fromkeys(spans)))


def _place(doc: Document, options: Mapping[str, Any], offset: int) -> Span | None:
    anywhere, with_level = _names(options["anywhere"]), _names(options["with_level"])
    name = _longest(doc.text, offset, (anywhere, with_level))
    if not name:
        return None
    end = offset + len(name)
    level = doc.text[end : end + 1] in _LEVELS and doc.text[end + 1 : end + 2] not in _NO_LEVEL
    if name[-1] == "城" and doc.text[end : end + 1] == "市":  # 强产业、兴城市
        return None
    if not level and name not in anywhere:
        return None
    if not _is_word(doc.text, offset, end) or _of_the_nation(doc, options, offset):
        return None
    return Span(offset, end + level)


@cache
def _names(lines: str) -> frozenset[str]:
    return frozenset(lines.split("\n"))


def _longest(text: str, offset: int, names: tuple[frozenset[str], frozenset[str]]) -> str:
    first, second = names
    for length in range(6, 1, -1):
        name = text[offset : offset + length]
        if name in first or name in second:
            return name
    return ""


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the words around are cut where the name begins and ends."""
    before = _MARK.split(text[max(0, start - _AROUND) : start])[-1]
    behind = _MARK.split(text[end : end + _AROUND], 1)[0]
    bounds = [0, *ends(before + text[start:end] + behind)]
    if len(before) not in bounds:
        return False
    after = start - len(before) + bounds[bounds.index(len(before)) + 1]
    return after == end or (after == end + 1 and text[end] in _AFTER)


def _of_the_nation(doc: Document, options: Mapping[str, Any], offset: int) -> bool:
    unless = options["unless"]
    return bool(unless and regex.compile(unless).search(doc.text, *doc.sentence_at(offset)))
