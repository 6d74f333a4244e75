"""Names that what stands behind a row of them says to be campaigns, plans or prizes: 实施/清渠护岸/、/渔业振兴/等行动.

Also where somebody is judged (在/防汛成效考核/中取得优秀), what was built in stages (/引水管道扩建工程一期/建成), and teams.
"""

from __future__ import annotations

from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_ITEM = "(?:(?![的了在从为把被对以等各将让使和与及])[\u4e00-\u9fff0-9A-Za-z+·]|“[^“”\n]{1,16}”){3,18}"
_ROW = regex.later(
    f"(?:实施|开展|推进|启动|入选|打好|推出|组织|获得?|荣获|斩获|承担|申报)了?(?P<row>{_ITEM}(?:[、和]{_ITEM})*)"
    "等(?:(?![，。；、的在])[\u4e00-\u9fff0-9]){0,6}?(?:行动|计划|(?<!重点)工程|战役|攻坚战|大奖|奖项|奖励|奖(?=[，。；、])|荣誉|称号|赛事|大赛|专项|品牌活动)"
)
_ONE = regex.later(_ITEM)
_JUDGED = regex.later(
    "(?<=在)(?P<name>(?:(?![，。；：、了在和与]|这次|今年|去年|本次|此次|历次|各[类级项])[\u4e00-\u9fff0-9“”]){4,24}(?:考核|评比|评选|评估|测评|大赛|竞赛|比赛|联赛|展评|考评|抽查|检查|验收|督查))中(?=[，]?(?:取得|获|荣获|位列|位居|名列|排名|被|夺|蝉联|再次|连续|我|全[省市县]))"
)
_STAGE = regex.later(
    "(?:(?<=[，。；、])|^)(?P<name>(?:(?![，。；：、了在的等和])[\u4e00-\u9fff0-9]){5,24}(?:工程|项目|管道|线路|机组|泵站|电站)[一二三]期)(?:工程|项目)?(?=建成|开工|投产|竣工|通车|投用|投运|完工|全面|正式|顺利|启动|通水|并网|[，。；、])"
)
_TEAM = regex.later(
    "(?:组成的?|组建的?|成立了?|领衔的?|所在的?|带领的?|[，、的])(?P<name>(?!我们|一支|优秀|管理|整个|专业|创新|科研|教学|领导|核心|这|各)(?:(?![，。；：、了在的等和我])[\u4e00-\u9fff]){4,16}(?:研究团队|创新团队|应用团队|科研团队|教学团队|攻关团队|课题组|研究组))(?=[，。；、]|的|喜获|获|荣获|在|成员|成功|研发)"
)
_SHAKEN = regex.later("(?:[\u4e00-\u9fff]{2,5})[3-8](?:\\.[0-9])?级(?:强烈|特大)?(?:地震|强震)")
_KINDS = (("meeting", _JUDGED), ("meeting", _STAGE), ("institution", _TEAM))
_SORTS = ("重大", "重点", "专项", "一批", "系列", "主题", "民生", "各类", "相关", "有关")


def seen(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """Those that no person, document, meeting, institution, quotation or promise of ``found`` overlaps."""
    is_free = free(one.span for one in found if one.kind not in ("place", "figure", "date"))
    for line in lines:
        for kind, start, end in sorted(_of_line(line), key=lambda one: one[1]):
            span = Span(line.at + start, line.at + end)
            if is_free(*span):
                yield Seen(kind, line.text[start:end], "", span)


def _of_line(line: Line) -> Iterator[tuple[str, int, int]]:
    text = line.text
    for row in _ROW.finditer(text):
        for one in _ONE.finditer(text, *row.span("row")):
            if not one[0].startswith(_SORTS) and not _is_done(one[0]):
                yield "meeting", *one.span()
    for kind, expression in _KINDS:
        for told in expression.finditer(text):
            yield kind, *told.span("name")
    for shaken in _SHAKEN.finditer(text):
        start = shaken.start()
        while start not in line.starts and start < shaken.end():
            start += 1
        yield "meeting", start, shaken.end()


def _is_done(name: str) -> bool:
    """Whether it begins with what is done, or is one short word: 整治河道, 植树."""
    words = cut(name)
    return (len(words) == 1 and len(name) < _SHORT) or words[0].text in _DOING


_SHORT = 4
_DOING_TEXT = (
    "开展 推进 实施 加强 整治 清理 打击 组织 参加 帮助 关心 慰问 建设 修建 打造 做好 抓好 提高 推动 促进"
)
_DOING = frozenset(_DOING_TEXT.split())
