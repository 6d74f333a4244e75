"""What happened or is held and has a name: 1998年特大洪水, 三聚氰胺事件, 台风“山竹”, “点亮心灯”祈福活动, 三连老兵聚会."""

from __future__ import annotations

from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_C = "[一二三四五六七八九十]"
_H = "(?:(?![的了在和与及等是有到，。])[\u4e00-\u9fff])"
_DATED = f"(?:“?[0-9]{{1,2}}[·.．•-][0-9]{{1,2}}”?|“?{_C}{{1,2}}[·.．•]{_C}{{1,3}}”?)"
_BAD = "地震|洪水|洪灾|洪涝|暴雨|山洪|泥石流|雪灾|冰灾|冰雪灾害|冰冻灾害|旱灾|大旱|干旱|雹灾|冰雹|龙卷风|滑坡|矿难|爆炸|火灾|空难|沉船|水灾|水毁|大火|塌方|风灾"
_EVENT = regex.later(
    f"(?![0-9]{{1,2}}[.．][0-9]{{1,2}}[级版万亿个倍%％分年度])(?![0-9]{{1,2}}[.．]0){_DATED}{_H}{{0,8}}?(?:{_BAD}|事件|惨案|事故|大案|案件?|暴恐|讲话|批示|事变|大捷|战役)(?:灾害|事件|事故|案件)?"
    f"|(?:(?:19|20)[0-9]{{2}}年?|{_C}{{2,4}}年)(?:的?那?[场次]?)(?:特大|特别重大|重大|严重|百年不遇的?|百年一遇的?|大)?(?:(?:(?!以来){_H}){{0,4}}?)(?:{_BAD}|雨雪冰冻)(?:灾害|抢险)?(?![路点隐防])"
    "|(?:百年不遇的?|百年一遇的?|有记录以来)?(?:汶川|玉树|芦山|雅安|唐山|鲁甸|九寨沟|泸定|舟曲|海城|邢台|积石山|集集|郑州|北川)(?:特大|大|强烈)?(?:地震|泥石流|暴雨|洪水)(?:灾害)?"
)
_OF_ANY = "突发|群体性|重大|恶性|安全|刑事|卫生|热点|敏感|负面|极端|历史|标志性|偶然|污染|不良|舆情|典型|类似|应急|恐怖|个案|小概率|违纪|责任|信访|伤害|社会|政治|新闻|公共|网络|质量|事故|暴力|泄密|投诉|腐败|失密|环境|学术|不端|不稳定|违法|大|小|这|该|此|一|次|些|等|各类|某|每|件|诚信|问题|治安|灾害|涉|生产|教学|关键|国际|医疗|坚决|严防|严密|防止|防范|预防|个人|健全|妥善|处置|发生|杜绝|避免|减少"
_AFFAIR = regex.later(
    f"(?:(?<=[、，。；：“\n和与])|(?<=应对)|(?<=发生)|(?<=经历)|(?<=冲击)|(?<=处置)|(?<=[了过的在从是自])|^)(?P<name>(?!{_OF_ANY}){_H}{{2,8}}?(?<!突发)(?<!性)(?<!重大)(?<!安全)(?<!污染)(?<!卫生)(?<!恶性)(?<!伤害)(?<!历史)(?<!恐怖)(?<!新闻)(?<!极端)(?<!案)(?<!公共)(?:事件|惨案|兵变|大屠杀|大饥荒|暴动)(?![性的]?(?:应急|预案|处置|发生|苗头)))"
    f"|(?:(?<=[、，。；：“\n和与从到了的在著中对])|(?<=参加)|(?<=发起)|(?<=取得)|(?<=打响)|(?<=发动)|(?<=经过)|^)(?P<fought>(?![一二三四五六七八九十][大场次个]|工程|疫情|防疫|抗疫|脱贫|营销|春耕|百日|三大|各次|几次|历次|重大|多次|著名|这|该|一|大|小|每|某|战略|系列|重要|著|两|全面|整个|此){_H}{{2,5}}?(?<!标志性)(?:战役|大捷|(?<!大)会战|伏击战|突围战))(?![中略果术法性])"
    '|(?<=台风)[“「"](?P<wind>[\u4e00-\u9fff]{2,4}?)[”」"]|(?:(?<=受台风)|(?<=号台风)|(?<=强台风)|(?<=今年台风))(?P<gale>[\u4e00-\u9fff]{2,4}?)(?=的?影响|登陆|来袭|袭击|过境|肆虐|过后|期间|正面|重创|侵袭|带来|灾害|，|、|和)|“(?P<storm>[\u4e00-\u9fff]{2,4})”(?=(?:、?“[\u4e00-\u9fff]{2,4}”)*等?(?:强|超强)?台风)'
    "|(?<![\u4e00-\u9fff“0-9])(?P<day>九一八|九·一八|七七|一二九|一二·九|八一三|一·二八|五卅|二七|辛亥|戊戌)(?=[、，。都和与事运惨])(?!事变|运动|惨案)"
)
_QUOTED = regex.later(
    f"“[^“”\n]{{2,24}}”的?(?:{_H}{{0,8}}?(?:、{_H}{{2,6}}){{0,3}}?)(?<![各项类列])(?:活动|比赛|竞赛|大赛|晚会|联欢会|文艺汇演|义演|展演|募捐|论坛|行动日|启动仪式|沙龙|音乐会|朗诵会|诵读会|运动会|趣味赛|擂台赛|联谊会|分享会|报告会|故事会)(?![的]?[室策方]|中心|场所|经费|基地|月|周|课)"
)
_BEFORE_QUOTED = regex.later(
    "(?:举行|举办|开展|组织|参加|来到|欢迎|启动|推出|主办|承办|搞|主题为|了|的|是|这次|本次|今天|今晚|系列|在|办好|深化|扎实|深入|积极|继续|持续|全[区县市省校院厂镇村]|区|县|市|校|，|。|：|；|、)$|^$"
)
_CAMPAIGN = regex.later(
    "”.*(?:系列|促|招商|推广|推介|对接|拓|主题|引才|竞赛|教育实践|群众|赛事|四大|[0-9一二三四五六七八九十]项)"
)
_CARRIED_ON = ("开展", "组织", "深化", "开展的", "推进", "扎实开展", "实施", "，", "。", "组织开展")
_CARRIED_ON_BY = tuple(word for word in _CARRIED_ON if word not in "，。")
_MET = regex.later(
    "(?:(?<=[，。；：\n])|(?<=预祝)|(?<=恭祝)|(?<=祝愿)|(?<=祝贺)|(?<=举行)|(?<=举办)|(?<=召开)|(?<=参加)|(?<=出席)|(?<=欢迎)|(?<=[祝在次届的])|^)(?P<name>(?:(?![，。；：、的在和了祝])[0-9A-Za-z\u4e00-\u9fff]){2,16}?(?:战友|同学|校友|老兵|女兵|知青|师生|乡友|老乡|宗亲|球友|战士|学友|同窗|家族|老友|同仁|新兵|侨友)(?:大?聚会|联谊会|联谊活动|联欢会|团拜会|恳亲会|座谈会|茶话会|见面会|大会|重逢|酒会|晚宴))(?!议|[员长堂])"
    "|(?:(?<=[，。；：、\n在行办加席了的])|^)(?P<held>(?:(?![，。；：、的在了])[0-9\u4e00-\u9fff]){2,20}?(?:集中|奠基|竣工|通车|落成|开工|签约|揭牌|授牌|挂牌|启动|开业|开幕|投产|投运|颁奖|庆祝|纪念|表彰|义诊|捐赠|祈福|募捐|慰问|健步走|植树|升旗|宣誓|成人|毕业|入学|开学|结业|拜师|敬老|迎新|交流|推介|展示|招聘|采风|慈善义演|爱心捐赠|读书|徒步|登山|骑行)(?:活动|仪式|典礼|庆典|大会))(?![的]?[室策方]|中心|场所|经费|基地|月|周|课)"
)
_LEADS = regex.later(
    "(?:.*(?:举行|举办|召开|参加|出席|开展|组织|欢迎|欢聚|欢聚一堂|隆重|热烈庆祝|祝贺|预祝|迎来|启动|主办|承办|主持|见证|观看|筹备|筹办|在这里|现在|今天|今晚|明天|昨天|上周|下午|上午|晚上|我[校县市区镇院厂局村们]|这次|本次|此次|首次|一年一度|一次|一场|成功|圆满|顺利|共同|一起|作为|成为|通过|进行|做好|抓好|落实|继续|深入|广泛|积极|认真|扎实|组织了|为|对|向|让|以|并|还))?"
)
_TOLD = ("全市", "全县", "全区", "全省", "全校", "全镇", "全院", "全厂", "全集团")
_PLAIN_TEXT = "重大 大型 各种 各类 系列 主题 一系列 丰富多彩 形式多样 相关 有关 集中 庆祝 隆重 盛大 简朴 简短 正式 日常 传统 庄严 文化 体育 文体 业务 群众 志愿 志愿者 公益 节日 春节 经贸 经济 学术 文艺 党员 干部 学生 教师 国际 国内 民间 社会 实践 教育 宣传 学习 科技 技术 项目 人才 招商 两岸 友好 走访 自愿 爱心 结对 帮扶 广泛 踊跃 友谊 互动"
_PLAIN = frozenset(_PLAIN_TEXT.split())
_SHORTEST = 2


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for found in _EVENT.finditer(line.text):
        yield found.span()
    for found in _AFFAIR.finditer(line.text):
        yield from _affair(line, found)
    for found in _QUOTED.finditer(line.text):
        ahead = line.text[: found.start()].rstrip()
        campaign = _CAMPAIGN.search(found[0]) and ahead.endswith(_CARRIED_ON)
        campaign = campaign or (found[0].endswith(("活动", "竞赛")) and ahead.endswith(_CARRIED_ON_BY))
        if not campaign and _BEFORE_QUOTED.search(line.text, max(0, found.start() - 5), found.start()):
            yield found.span()
    for found in _MET.finditer(line.text):
        group = found.lastgroup or ""
        start = _behind_leads(line.text, *found.span(group))
        if start in line.starts and _is_told(line.text[start : found.end(group)]):
            yield start, found.end(group)


def _affair(line: Line, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """An incident or a battle behind the verb that leads to it, or a storm."""
    group = found.lastgroup or ""
    start, end = found.span(group)
    if group in ("wind", "storm", "day"):
        yield start, end
    elif group == "gale":
        if tag(found[group])[:1] not in ("v", "d", "a"):
            yield start, end
    elif start in line.starts:
        first = cut(found[group])[0]
        led = len(first.text) > 1 and first.tag == "v" and end - start > len(first.text) + _LEAST
        yield start + led * len(first.text), end


_LEAST = 3


def _behind_leads(text: str, start: int, end: int) -> int:
    """Where the name begins, behind the last word that leads to it: 隆重举行/三连老兵聚会."""
    leads = _LEADS.match(text, start, end)
    return leads.end() if leads else start


def _is_told(name: str) -> bool:
    """Whether a meeting is told by more than what any has: a name, a number, or two words that are not plain."""
    words = cut(name)[:-1]
    some = [
        word
        for word in words
        if word.text not in _PLAIN and word.tag[:1] not in ("p", "c", "u", "d", "r", "q")
    ]
    if any(
        word.tag[:1] in ("r", "p", "u") or word.text in ("各种", "各类", "一系列", "多种") for word in words
    ):
        return False
    proper = any(
        word.tag[:2] in ("ns", "nr", "nz", "nt") or word.tag[:1] in ("m", "t") or len(word.text) == 1
        for word in some
    )
    return len(some) >= _SHORTEST and (
        proper or name.startswith(_TOLD) or len(some) > _SHORTEST or bool(tag(name))
    )
