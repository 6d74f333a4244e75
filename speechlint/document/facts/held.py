"""Meetings by what is done with them: 举办/第三届友城经贸对接活动, 办好/阅读文化节、“四季村晚”, 召开/重点工作督查会."""

from __future__ import annotations

from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_NOUN = "(?:对接活动|推介活动|专场活动|宣传周|行动周|开幕式|闭幕式|启动仪式|文化节|旅游节|美食节|[诗花茶酒歌舞电影戏剧雪渔火灯]节|之夜|村晚|场景汇|对接会|汇报会|督查会|洽谈会|博览会|招聘会|推介会|拍卖会|人士会议|干部会议|论坛|峰会|大赛|联赛|大展|车展|书展|画展|庙会|灯会|年会)"
_HELD = regex.later("(?:举办|举行|承办|主办|召开|办好|筹办|参加)(?:了|好)?(?P<row>[^，。；！？：\n]{4,80})")
_ONE = regex.later("(?:“[^”]*”|[^、和及“])+")
_NAME = regex.later(f"(?:(?![的了])[0-9A-Za-z\u4e00-\u9fff“”·—-]){{2,24}}?{_NOUN}|“[^”]{{2,16}}{_NOUN}”")
_OF_ANY = regex.later(
    "(?:各[类种级项]|系列|多[场次种]|一系列|[一二两三四五几][场次个系]|[0-9]+|大型|专题|主题|相关|有关|各|等|全)"
)
_LEAST = 2  # words that a name is more than


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end."""
    for held in _HELD.finditer(line.text):
        for one in _ONE.finditer(line.text, *held.span("row")):
            found = _NAME.match(line.text, *one.span())
            if found and not _OF_ANY.match(found[0]) and len(cut(found[0])) > _LEAST:
                yield found.span()
