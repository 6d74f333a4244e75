"""Meetings told by the anniversary or the number before their noun, and ceremonies of any act: 建校60周年庆祝大会, 第三次集体学习."""

from __future__ import annotations

from speechlint.document.facts.worded import known_place
from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_N = "[一二三四五六七八九十百0-9]{1,4}"
_W = "(?:(?![，。；：、“”《》（）的了在\n ])[^\n])"
_AT = "(?:^|(?<=[，。；：“（\n 　])|(?<=[在为是到了开办席加持对和与至]))"
_ANNIVERSARY = regex.later(
    f"{_AT}(?:隆重)?(?P<name>{_W}{{0,20}}?{_N}周年(?:校庆|庆祝|庆典|纪念|表彰|总结|主题|系列|成果|建?[校厂院]|暨{_W}{{1,12}}?)*(?:大会|庆典|仪式|典礼|晚会|音乐会|座谈会|招待会|报告会|纪念会|庆祝会|活动|酒会|晚宴|论坛|展览?)(?![室厅堂场]))"
)
_STUDY = regex.later(
    f"(?:中央|[省市县区州旗]委|自治区党委)?(?:政治局|常委会)?第{_N}次(?:集体学习|(?:[一-鿿]{{0,6}})(?:办公会议?|常务会议?|党组会议?|常委会会议|院务会议?|校务会议?|理事会议?|主席会议|主任会议|全体会议|全会|代表大会|党代会|职代会|联席会议|工作会议|例会|普查))"
)
# congresses by their number in a list or with what stands behind them: 十六大、十七大都要求
_CONGRESS = regex.later(
    "(?<=大[、和与到至])(?:十[一二三四五六七八九]?|[一二三四五六七八九]|二十)大(?![会家多小事中名项力])|党的[一二三四五六七八九](?:届)?大(?![会家])|党的(?:十[一二三四五六七八九]?|二十)大"
)
_MATCH = regex.later(
    "(?:国际|世界|全国|全省|全市|全县|全区|亚洲|全军|全旅|全团|全师|全校|全院|全厂|全公司|全系统)(?:(?![，。；：、的在了])[一-鿿]){2,10}?(?:比赛|比武|竞赛|大比武|技能赛|会操|演练|大演练|练兵|演习|擂台赛|对抗赛|选拔赛|邀请赛|联赛|决赛)(?:-?(?:19|20)[0-9]{2})?(?![活规场项])"
    f"|第{_N}届(?:(?![，。；：、的])[一-鿿“”]){{2,14}}?奖(?=评选|颁奖|获奖|揭晓|，|。|得主|上)"
    "|“[^“”，。；]{1,10}20[0-9]{2}”(?:专项)?行动|“[^“”，。；]{2,14}”(?:巡展|特展|主题展|展览|大展|画展|影展|联展|公开课|演出季|音乐季|工程竞赛)(?![者队组办])"
    "|(?:^|(?<=[，。；在获]))(?!第|全国|首)[A-Za-z0-9一-鿿“”]{1,10}[+＋·—-][A-Za-z0-9一-鿿“”·—-]{2,20}?大赛(?=[上中我，。的]|金奖)"
    "|(?:^|(?<=[，。；在]))(?:(?![，。；：、的在了我你每届])[一-鿿]){2,8}?(?:大比武|大练兵|技能竞赛|知识竞赛|演讲比赛|歌咏比赛|大讨论)(?=[的上中。，]|前)"
    "|(?:^|(?<=[，。；在的天]))(?P<feast>(?:(?![，。；：、的在了办行届我你每])[一-鿿]){2,8}?(?:采摘|丰收|美食|文化|艺术|读书|科技|体育|旅游|音乐|啤酒|龙舟|赏花|民俗|灯会|电影|戏剧|戏曲|冰雪|泼水|桃花|油菜花|樱花|牡丹|梨花|菊花|杜鹃|荷花|茶|葡萄|西瓜|杨梅|蜜桃|小龙虾)(?:旅游|文化|艺术)*节)(?=那天|上|期间|将|已|如期|开幕|举行|以来|，|。|圆满|闭幕)"
)
_ACT = "签[定订字约署]|换文|投产|试产|下水|首发|首航|首飞|首映|首演|发车|发船|首发|授[旗衔勋奖牌证书]{1,2}|出征|壮行|点火|剪彩|落成|合龙|贯通|试航|公祭|祭奠|祭扫|降旗|颁证|颁授|颁奖|聘任|就职|离任|退役|入职|入会|入营|接机|送行|开班|开馆|开机|开园|开镰|开耕|开渔|开赛|开课|封顶|入队|入团|入党|揭幕|交车|交付|交房|交船|交桩|捐助|捐书|赠书|赠送|移交|接收|迎回|安葬|安放|迎灵|验收|通水|通电|通气|通航|通邮|下线|上市|敲钟|出海|出征|誓师|首钻|完工|结项|起航|启航|启用|启幕|开街|开市|开馆|开井|出炉|试运行|命名|结亲|结对|帮扶|共建|缔结|友城|传递|采集|收割|祈福|迎亲|结婚|集体婚礼|火炬传递|圣火采集"
_CEREMONY = regex.later(f"(?:{_ACT})(?:仪式|典礼)(?![感])")
_BODY_BEFORE = 24


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for found in _ANNIVERSARY.finditer(line.text):
        yield _behind_what_leads(line.text, *found.span("name"))
    for expression in (_STUDY, _CONGRESS):
        for found in expression.finditer(line.text):
            yield found.span()
    for found in _MATCH.finditer(line.text):
        group = "feast" if found["feast"] else 0
        if found.start(group) in line.starts:
            yield found.span(group)
    for found in _CEREMONY.finditer(line.text):
        start = _of_a_ceremony(line, found)
        if start >= 0:
            yield start, found.end()


_LEADING = regex.later(
    "(?:.*(?:出席|参加|举行|举办|召开|迎来|欢聚一堂|参与|筹备|观看|做好|办好|精心组织|精心筹办|组织开展|开展|组织))?(?:今天的?|这次|本次|隆重|热烈)*"
)


def _behind_what_leads(text: str, start: int, end: int) -> tuple[int, int]:
    leads = _LEADING.match(text[start:end])
    return start + (leads.end() if leads else 0), end


_CLAUSE = regex.later("[^，。；：！？“”、（）\n]*$")
_LEADS = regex.later(
    "(?:举行|举办|参加|出席|召开|迎来|见证|观看|进行|完成|组织|开展|主持|今天|现在|在这里|[在了的是到于])"
)


def _of_a_ceremony(line: Line, found: re.Match[str]) -> int:
    """Where the words begin that say what a ceremony is of; -1 where none do, or it is told by common nouns alone."""
    clause = _CLAUSE.search(line.text, max(0, found.start() - _BODY_BEFORE), found.start())
    start = clause.start() if clause else found.start()
    for lead in _LEADS.finditer(line.text, start, found.start()):
        start = lead.end()
    subject = line.text[start : found.start()]
    if len(subject) < _SHORTEST or start not in line.starts:
        return -1
    proper = any(known_place(line, at) for at in range(start + 2, found.start() + 1))
    return start if proper or _is_told(subject) else -1


_SHORTEST = 4


def _is_told(subject: str) -> bool:
    """Whether two words or more say what it is of, none of them a mere 本次 or the like."""
    some = cut(subject)
    return len(some) > 1 and not any(word.tag[:1] in "rdpcu" for word in some)
