"""Meetings by where somebody speaks or what is convened, games of a season, campaigns of study: 在/争创卫生县城动员大会/上的讲话."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_C = "(?:(?![，。；：、《》\n在])[^\n])"
_SPOKEN = "讲话|講話|发言|致[辞词]|主持|演讲|表态|总结|述职|汇报|報告|报告|重要讲话|动员|强调|指出|对|提出|要求|部署"
_STUDIED = regex.later(
    "(?:“[^“”\n]{2,16}”、?){1,2}(?:主[题題]|专题|学习|學習)教育(?!活[动動])(?:党课)?|“[^“”\n]{2,16}”专题党课|党的群众路线教育实践活动"
    "|保持共[产產][党黨][员員]先[进進]性教育活[动動]|学习实践科学发展观活动|政法队伍教育整顿"
    "|(?:(?:[春夏秋冬]季|趣味|田径|师生|职工|亲子)+)(?:田径)?(?:运动会|体育节)(?!领)"
    "|(?:全国)?(?:消防|教育安全|安全教育|敬老|爱眼|爱耳|爱牙|禁毒|国防教育|科普|节水|减灾|献血|全民健身|安全生产)(?:宣传|教育)?(?:日|周|月)(?![报子期常益记刊初底])(?:活动)?"
    "|全[省市县区镇乡校州盟旗](?:(?![，。；、：的在和了\n《])[^\n]){2,24}?(?:培训班|视频会议?|专题会议?|调度会议?|工作会议?|推进会|动员会|座谈会|谈话会|分析会)(?=[，。；精上、\n ]|$)"
)
_CONVENED = regex.later(
    f"(?<=在)(?P<spoken>{_C}{{4,32}}?(?<![学协商社机际])(?:大会|会议|会|培训班|研讨班|仪式|典礼|庆典|启动式))(?=上的?(?:{_SPOKEN}))"
    f"|(?:(?<=召开)|(?<=举行)|(?<=举办)|(?<=参加)|(?<=出席))(?:了|的是|的)?(?P<held>(?:(?![的了]){_C}){{4,30}}?(?<![学协商社机际])(?:大会|动员会|推进会|会议|培训班|专题会|视频会|调度会|谈话会|运动会|联谊会|座谈会))(?=[，。！]|暨|精神)"
)
# the meeting at hand, or one of many
_AT_HAND = regex.later(
    "这次|本次|此次|今天|今年|刚才|上次|一次|每次|各种|各类|本届|我们|大家|有关|主席台|会议上|历次|次会|[同家][学长]会$|的(?:大?会|会议)$|^(?:项目|调研|节前|视频|专题|千人|全体|紧急|入党积极分子|重要|工作)"
)


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each, and where it begins and ends."""
    for found in _STUDIED.finditer(text):
        yield "meeting", *found.span()
    for found in _CONVENED.finditer(text):
        group = found.lastgroup or ""
        if not _AT_HAND.search(found[group]):
            yield "meeting", *found.span(group)
