"""Projects in a row that ends in what they are: 加快/金滩电厂二期、南站TOD/等项目建设."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_ROW = regex.later(
    "(?P<row>(?:“[^“”\n]{1,20}”|[^，。；：！？“”\n《》]){4,90}?)等(?:一批|系列|[0-9一二三四五六七八九十]+个)?(?:重大|重点|标志性|骨干|在建|前期|新建|省级?|市级?|产业|交通|水利|能源|基础设施)*(?:项目|工程)"
)
_ONE = regex.later("(?:“[^“”\n]*”|[^、“”\n])+")
_LEADS = regex.later(
    "(?:.*(?:加快|推进|推动|实施|建设|建成|开工|做好|抓好|争取|谋划|启动|完成|投运|投产|支持|服务|保障|确保|布局|建好|用好|引进|落地|围绕|聚焦|依托|以及|包括|对|为|和))(?=\\S{4})"
)
_OTHERWISE = regex.later("[的了是]|改造$|建设$|更新$|整治$|治理$|修复$")
_MARKED = regex.later("[“A-Za-z0-9]|[一二三四五]期$")
_SHORTEST, _LONGEST = 4, 22


def seen(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """Those of a row of which one at least has a place, an institution or a mark of a name in it."""
    is_free = free(one.span for one in found if one.kind in ("meeting", "document"))
    named = free(one.span for one in found if one.kind in ("place", "institution"))
    for line in lines:
        for row in _ROW.finditer(line.text):
            items = [_bare(line.text, *one.span()) for one in _ONE.finditer(line.text, *row.span("row"))]
            spans = [Span(line.at + start, line.at + end) for start, end in items]
            proper = [
                not named(*span) or bool(_MARKED.search(line.text, *item))
                for item, span in zip(items, spans, strict=True)
            ]
            if len(items) < 2 or not any(proper):
                continue
            for (start, end), span in zip(items, spans, strict=True):
                words = line.text[start:end]
                if _SHORTEST <= end - start <= _LONGEST and not _OTHERWISE.search(words) and is_free(*span):
                    yield Seen("meeting", words, "", span)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """An item without the verb before it."""
    lead = _LEADS.match(text, start, end)
    return (lead.end() if lead else start), end
