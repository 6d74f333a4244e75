"""Meetings by their whole name: congresses and their sessions, forums, ceremonies, games, festivals."""

from __future__ import annotations

from speechlint.document.facts.naming import opening
from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.naming import Line

_N = "[一二三四五六七八九十百]"
_PLACE = "(?:[\u4e00-\u9fff]{2,4})?"
_SESSION = regex.later(
    f"(?:(?:自治区党委|[省市县区]委|兵团党委)(?:第)?)?{_N}{{1,3}}届{_N}{{1,3}}次(?:、{_N}{{1,3}}次)*(?:全会|全体会议)|"
    f"(?:全国总工会|[省市县区]?总工会|[省市县区]工会|妇联|[省市县区]妇联|团[省市县区]委)?(?:第)?{_N}{{1,3}}届{_N}{{1,3}}次(?:执委|全委|常委|委员|理事|执委会|全委会|常委会|理事会)(?:（扩大）|扩大)?(?:会议|会)|"
    f"(?:党的|中共|中国共产党)?(?:第)?{_N}{{1,3}}届{_N}{{1,3}}(?:中、?{_N}{{1,3}})*(?:中全会|次全会|次全体会议)(?:精神(?=和))?"
    f"|(?:第)?{_N}{{1,3}}届(?:全国|[省市县区州]|自治区)?(?:人大|政协|人民代表大会)(?:常委会)?(?:第)?{_N}{{1,3}}次会议"
    f"|(?:全国|[省市县区州]|自治区)?(?:政协)?(?:第)?{_N}{{1,3}}届(?:人大|政协|委员会)?(?:第)?{_N}{{1,3}}次(?:会议|全会|党代会|代表大会)"
    f"|(?:第{_N}{{1,4}}|首)届[\u4e00-\u9fff“”—（）·]{{2,24}}?(?:[会节展](?![议员址展团])|大赛|论坛|联赛|运动会|博览会|交易会)(?:总决赛|开幕式|闭幕式|年会)?"
    f"|党的{_N}{{1,3}}大(?![会局力的])|[省市县区州](?:第)?{_N}{{1,3}}次党代会|(?:全国|全省|全区|全市|全县|[省市县区])两会|(?:夏季|冬季|青年)?(?:残?奥运?会|亚运会|残运会|全运会|大运会|世界杯|冬奥会|进博会|广交会|服贸会|消博会|链博会|数博会|文博会)(?:[\u4e00-\u9fff]{{2}}(?:系列)?赛)?"
)
_HEAD = regex.later(
    "代表大会|代表会议|工作会议|电视电话会议|视频会议|全体会议|民主生活会|组织生活会|党代会|党员大会|职代会|工代会|团代会|大会(?!堂)|会议(?![室厅纪记中精指的认由])|全会|年会|例会|论坛|峰会|对话会|博览会|交易会|洽谈会|招聘会|展览会|展销会|推介会|订货会"
    "|运动会|研讨会|座谈会|推进会|动员会|调度会|部署会|发布会|报告会|纪念会|追思会|追悼会|表彰会|现场会|述职会|分析会|通报会|交流会|分享会|宣讲会|启动会|总结会|见面会|班会|家长会|联欢会|茶话会|音乐会|晚会|演唱会"
    "|(?:结业|毕业|开学|开工|开业|启动|签约|揭牌|颁奖|授牌|升旗|入学|宣誓|奠基|通车|开幕|闭幕|表彰|欢迎|欢送|告别|交接|竣工|拜师|成人|捐赠)(?:仪式|典礼|式)(?:暨[\u4e00-\u9fff]{2,8}?会)?|典礼"
    "|锦标赛|公开赛|联赛|系列赛|资格赛|邀请赛|大奖赛|挑战赛|大赛|竞赛(?!活动)|马拉松|(?:艺术|文化|电影|旅游|音乐|戏剧|读书|青年|购物|啤酒|体育|科技|美食)节|那达慕"
)
# what a meeting is about is told with verbs too, where it says of whom it is
_OF_ALL = regex.later(
    "(?:全国|全省|全市|全县|全区|全州|全军|中央|省委|市委|县委|区委)(?!各)(?:(?!召开|举行|举办|组织|参加|出席|上下)[^，。；：、！？的了在\n]){1,30}?"
    "(?:代表大会|工作会议|电视电话会议|视频会议|动员大会|表彰大会|推进大会|推进会|座谈会|动员会|部署会|调度会|现场会|表彰会|研讨会|报告会|全会|运动会|联席会议|专题会议)"
)
_EVERY = ("每日", "每周", "每月", "每年")
_AND = "及和与暨、"


def seen(line: Line) -> Iterator[Seen]:
    """The meetings of a line; of two that overlap the longer."""
    found = [m.span() for expression in (_SESSION, _OF_ALL) for m in expression.finditer(line.text)]
    found += [
        (start, m.end()) for m in _HEAD.finditer(line.text) if (start := _start(line, m.start(), m[0])) >= 0
    ]
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            last = end
            yield Seen("meeting", line.text[start:end], "", Span(line.at + start, line.at + end))


def _start(line: Line, head: int, noun: str) -> int:
    """Where the meeting's name begins; -1 where nothing tells it from others."""
    begins = opening(line, head)
    start, proper, words = begins
    for every in _EVERY:
        if line.text[:start].endswith(every):
            start, proper = start - len(every), True
            before = opening(line, start)
            start = before.start if before.proper else start
    if start and line.text[start - 1] in _AND and not line.text.endswith(("会", "议"), 0, start - 1):
        before = opening(line, start - 1)
        if before.proper and line.text.startswith(
            ("全国", "全省", "全市", "全县", "全区", "中央"), before.start
        ):
            start, proper = before.start, True
    if line.text.startswith(("中国—", "中国-"), start - 3):
        start, proper = start - 3, True
    ordinal = _ORDINAL.search(line.text[max(0, start - 12) : start])
    if ordinal:
        start, proper = start - len(ordinal[0]), True
    enough = (proper and start < head) or (words > 2 and len(noun) > 2)
    return start if enough else -1


_ORDINAL = regex.later("(?:(?<![0-9])20[0-9]{2}年?)?(?:第[一二三四五六七八九十百0-9]{1,4}[届次]|首届)$")
