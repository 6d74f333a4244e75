"""Meetings by their whole name: congresses and their sessions, forums, ceremonies, games, festivals."""

from __future__ import annotations

from speechlint.document.facts import battles, occasions
from speechlint.document.facts.bounds import joined
from speechlint.document.facts.kept import names
from speechlint.document.facts.naming import opening
from speechlint.document.facts.seen import Seen
from speechlint.document.facts.subjects import subject
from speechlint.document.span import Span
from speechlint.document.surnames import SURNAME
from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.bounds import Bounded
    from speechlint.document.facts.worded import Line

_N = "[一二三四五六七八九十百]"
_NTH = f"(?:第(?:{_N}{{1,4}}|[0-9]{{1,3}})|首)届"
_BODY = "(?:全国|[省市县区州]|自治区)?(?:人大|政协|人民代表大会)(?:常委会)?"
_SESSION_TEXT = (
    f"《[^《》]{{2,30}}》(?:第{_N}{{1,4}}[次届])?[\u4e00-\u9fff]{{0,6}}(?:大会|会议)",
    f"(?:(?:自治区党委|[省市县区]委|兵团党委)(?:第)?)?{_N}{{1,3}}届{_N}{{1,3}}次(?:、{_N}{{1,3}}次)*(?:全会|全体会议)",
    f"(?:全国总工会|[省市县区]?总工会|[省市县区]工会|妇联|[省市县区]妇联|团[省市县区]委)?(?:第)?{_N}{{1,3}}届{_N}{{1,3}}次(?:执委|全委|常委|委员|理事|执委会|全委会|常委会|理事会)(?:（扩大）|扩大)?(?:会议|会)",
    f"(?:党的|中共|中国共产党)?(?:第)?{_N}{{1,3}}届{_N}{{1,3}}(?:中、?{_N}{{1,3}})*(?:中全会|次全会|次全体会议)(?:精神(?=和))?|(?:党的)?(?:第)?{_N}{{1,3}}届历次全会",
    f"(?:党的)?(?:第)?{_N}{{1,3}}届{_N}{{1,2}}中(?=[、，。和以精确提决通召])|[二三四五六]级?干(?:部大)?会(?![议上])|[0-9]{{4}}年?全国两会|(?:二?十[一二三四五六七八九]?)运(?=[、，。会的圣火])",
    f"(?:第)?{_N}{{1,3}}届{_BODY}(?:第)?{_N}{{1,3}}次会议",
    f"(?:全国|[省市县区州]|自治区)?(?:政协)?(?:第)?{_N}{{1,3}}届(?:人大|政协|委员会)?(?:第)?{_N}{{1,3}}次(?:会议|全会|党代会|代表大会)",
    f"(?:第)?{_N}{{1,3}}届(?:全国)?人大(?![常代会第]|{_N}{{1,3}}次)",
    f"{_NTH}(?:(?!委员会|理事会)[\u4e00-\u9fff“”—（）·]){{2,24}}?(?:(?<!委员|联合|常委|理事)(?<![协学工商])[会节展](?![议员址展团演])|大赛|论坛|联赛|运动会|博览会|交易会)(?:总决赛|开幕式|闭幕式|年会)?",
    f"(?:党的|(?:全国)?(?:学联|青联|妇联|文联|作协|科协|侨联)|(?:中国)?工会|全总){_N}{{1,3}}大(?![会局力])",
    "(?<![一二三四五六七八九十])(?:十[二三四五六七八九]|二十)大(?=以来|以后|报告|精神|[对提、，召])",
    f"[省市县区州](?:第)?{_N}{{1,3}}次党代会",
    "(?:全国|全省|全区|全市|全县|[省市县区])“?两会”?|“两会”|(?<=[，。、的年国])两会(?=精神|期间|召开|刚|胜利|上|闭幕|，|。)",
    "(?:夏季|冬季|青年)?(?:(?:残特?|特)?奥(?:运)?会|[亚残全大冬青军农校省市县]运会|亚冬会|世界杯|冬奥会)(?:[\u4e00-\u9fff]{2}(?:系列)?赛)?",
    f"(?:[省市县区旗州]委|自治区党委|兵团党委|党委|集团公司|公司)?(?:第)?{_N}{{1,3}}届{_N}{{1,3}}次(?:职代会|教代会|工代会|团代会|党代会|董事会|监事会|理事会)",
    "(?:[省市县区旗州]委|自治区党委|兵团党委|团中央)全会",
    f"(?:国务院|(?:[省市县区旗州]|自治区)(?:人民)?政府)(?:第(?:{_N}{{1,4}}|[0-9]{{1,3}})次)?(?:党组|常务|全体|党组理论学习中心组)(?:[（(]扩大[）)])?会议?|(?:[省市县区州]长|校长|院长|总经理)办公会议?|[省市县区旗州]委常委会(?:[（(]扩大[）)]|扩大)?(?:会议|学习会)|(?:[省市县区旗州]委|自治区党委|党委)(?:理论学习)?中心组(?:[\u4e00-\u9fff]{2, 4}学习会|学习会)?",
    "[\u4e00-\u9fff]{2,6}?(?:国家|组织|集团)?(?:领导人|元首|首脑|外长)(?:第[一二三四五六七八九十]{1,3}次|[一-鿿]{2})?(?:非正式)?(?:会晤|会谈)|第[一二三四五六七八九十]{1,3}次(?:领导人|首脑|元首)(?:非正式)?(?:会晤|会议)",
    "[中美日俄苏英法德韩朝印欧]{2}(?:大使级|部长级|战略与?经济|战略|经贸高级别)?(?:会谈|磋商|对话)(?!机制|渠道)",
    "(?:(?![、，。；：的了在和与及是])[一-鿿]){2,10}?(?:文化|旅游|友好|交流|主题|青年|体育|科技创新|语言|媒体|人文)年(?=[，。、；”和的活系开闭])(?<![0-9几两]年)",
    "[省市县区旗州]委常委会(?=和|研究|审议|第|上|扩大)",
    "(?<=举办|开展|启动|组织|举行)(?:(?![、，。；：的了在和与及“])[一-鿿]){2,16}?(?:服务|宣传|消费|质量|安全|安全生产|法治|文化|科技|金融|招聘|读书|公益|体育|美食|音乐|购物)[月周季节](?=活动|[，。、；])",
    "(?:毕业|开学|结业|入学)典礼(?:暨[\u4e00-\u9fff]{2,12}(?:仪式|大会|典礼))?|(?:期[中末]|年[度终]|季度|[\u4e00-\u9fff]{2}节)?(?:总结|庆祝|命名|动员|誓师|表彰|颁奖){2}大会",
    "(?:[省市县区州旗]委|自治区党委|党委)(?![常会组书全领])[一-鿿]{2,8}?工作会议",
    "“(?:五四|五卅|一二·?九|九一八|七七|三一八|二七|五三〇)”(?:爱国)?(?:运动|事变|惨案|大罢工|起义)",
    "“[0-9]{1,2}[·.][0-9]{1,2}”[一-鿿]{0,10}?(?:案(?=[，。、的]|件)|事件|事故|火灾|洪灾|洪水|案件|惨案|地震|矿难|爆炸|战役)|(?:(?![、，。；：的了在和与及从到])[一-鿿]){2,5}(?:大地震|核事故|核泄漏|矿难|空难|海难)",
    "“(?:十[二三四五六七八九]|二十)大”|(?:国庆|建交|建军节?|新春|春节|新年|元旦|中秋|欢迎|答谢|告别)(?:[0-9]{1,3}周年|[一二三四五六七八九十]{1,4}周年)?(?:招待会|酒会|晚宴|宴会|茶话会|团拜会|午宴)|奥运(?![会村冠健精选圣火奖梦金银铜纪])|(?:国共|朝鲜|西班牙|叙利亚|乌克兰|也门|利比亚|阿富汗)内战",
    "“[^“”，。；+＋]{2,14}”(?:“[^“”，。；+＋]{2,14}”)*等?(?:系列|主题|专项|创建|教育|实践|文化|公益|宣传|品牌)*活动(?![室中])",
    "“[^“”，。；]{2,14}”(?:(?:(?!的)[一-鿿]){0,6}(?:军演|演习|演练|拉练))",
    "“(?P<whole>[^“”，。；]{2,20}(?:活动|义演|仪式|论坛|峰会|大会|大赛|节|晚会|音乐会|博览会|运动会))”",
    "(?<![全的了和在与])[\u4e00-\u9fff](?<![外社经商提崇开首原])[洽博交贸高创]会(?![会议谈员计见战商对导使变])",  # 广交会, 青洽会
)
_SESSION = regex.later("|".join(_SESSION_TEXT))
_SHORT = 3
_EVENT = regex.later("|".join(sorted(names("events"), key=lambda name: (-len(name), name))))
_HEAD = regex.later(
    "代表大会|代表会议|工作会议|电视电话会议|视频会议|全体会议|民主生活会|组织生活会|党代会|党员大会|职代会|工代会|团代会|大会(?![堂战师])|会议(?![室厅纪记中精指的认由])|全会|年会|例会|论坛|峰会|对话会|博览会|交易会|洽谈会|招聘会|招商会|展览会|展销会|(?<=”)展会|推介会|订货会"
    "|运动会|研讨会|务虚会|座谈会|推进会|动员会|调度会|部署会|发布会|报告会|纪念会|追思会|追悼会|表彰会|现场会|述职会|分析会|通报会|交流会|分享会|宣讲会|启动会|总结会|见面会|班会|家长会|联欢会|茶话会|音乐会|晚会|演唱会"
    "|(?:结业|毕业|开学|开工|开业|启动|签约|揭牌|颁奖|授牌|升旗|入学|宣誓|奠基|通车|开幕|闭幕|表彰|欢迎|欢送|告别|交接|竣工|拜师|成人|捐赠)(?:仪式|典礼|式)(?:暨[\u4e00-\u9fff]{2,8}?会)?|典礼"
    "|纪念活动|庆祝活动|锦标赛|公开赛|联赛|系列赛|资格赛|邀请赛|大奖赛|挑战赛|大赛|竞赛(?!规程|规则|活动|部|处|组|委)|汇演|展演|文艺晚会|书[法画]展|摄影展|成果展|图片展|美术展|画展|作品展|沙龙|启动式|(?<=[舟棋球艺技跑泳诵讲辩车滑诗歌])赛(?![事场区道程])|夏令营|冬令营|研学营|宣传月|宣传周|活动周|活动月|服务月|质量月|安全月|科技周|文化周|读书月|故事会|诗会|诵读会|朗诵会|读书会|观摩会|马拉松|(?<=[\u4e00-\u9fff]{2})(?<![环季情细调礼关章时佳春过两枝骨脱拜毕拔])节(?![约能点水日假奏目俭令气制省育庆前后期])|那达慕"
)
_BEGUN = ("成立", "诞生", "开放", "解放", "祖国", "回归")
_SINCE = (*"0123456789一二三四五六七八九十", "以来", "之初", "初期")  # 新中国成立/75周年
_EVERY = ("每日", "每周", "每月", "每年")


_LISTED = regex.later("(?:(?![了的在开行和])[\u4e00-\u9fff]){2,6}会议(?:[、和][\u4e00-\u9fff]{2,8}会议)+")
_ONE_OF_THEM = regex.later("[^、和]+")
_NO_SUBJECT = ("工作", "全体", "专题", "有关", "相关", "重要", "各类", "各种", "视频", "多次", "一次", "紧急")
_OF_NOW = regex.later(
    "(?:本|这|该|此|每|历|各|上|往)[届次]|全体[一-鿿]{0,5}代表大会|(?:印发|提交|提请|报请|报告|出席|全体)大会$|.+(?:盛会|聚会|集会|家宴|盛典)$"
)


def _is_of_now(text: str, start: int, end: int) -> bool:
    """Whether it is the meeting at hand or one of a kind rather than a name: 本届运动会, 首届体育盛会."""
    return bool(
        _OF_NOW.match(text[start:end])
        or (
            end - start == _SHORT
            and _OF_NOW.fullmatch(text[max(0, start - 2) : start])
            and text[end - 2 : end] == "运会"
        )
    )


# a society rather than a meeting: 中国光明会
_SOCIETY = regex.later("中国[一-鿿]{2,5}(?<![大年全展览博览交易洽谈讨论座谈社机运动商招领])会")
_SURNAMED = regex.later(
    "(?:大使|领事|参赞|总统|主席|书记|市长|省长|县长|部长|主任|教授|院士|校长|院长|记者|代表|先生|女士)周$"
)  # 驻华大使周/雅欣
# what is carried on rather than held: 开展“工人先锋号”创建活动, 深化“……”主题教育活动, 组织劳动竞赛
_CARRIED = regex.later(
    "(?:.*(?:劳动|技能|创建|主题|教育|实践|创优|争优|争创|岗位练兵)[一-鿿]{0,4})(?<!庆祝)(?<!祈福)(?<!启动)(?:活动|竞赛)"
)
_HELD = regex.later("(?:举行|举办|召开|参加|出席|来到|欢迎|参与|观摩|在|祝|次|届)[了的]?[^，。；：、]{0,6}$")
_PART = regex.later("开幕式|闭幕式|总决赛|年会|分论坛")


def seen(line: Line, told: list[Bounded]) -> Iterator[Seen]:
    """The meetings of a line; those that touch or overlap are one: 世界互联网大会乌镇峰会."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(joined("m", told, _found(line)), key=lambda span: (span[0], -span[1])):
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    for start, end in spans:
        if (
            line.text.startswith("大都会", end - 3)
            or line.text.startswith("条", start + 2)
            or (tag(line.text[start:end]) in ("i", "l") and not _EVENT.fullmatch(line.text, start, end))
            or _is_of_now(line.text, start, end)
            or _SOCIETY.fullmatch(line.text, start, end)
            or _SURNAMED.search(line.text, start, end)
            or (_CARRIED.fullmatch(line.text, start, end) and not _HELD.search(line.text, 0, start) and start)
        ):
            continue
        part = _PART.match(line.text, end)
        end = part.end() if part else end
        held = [line.text.rfind(verb, start, end) for verb in _HELD_AT]  # 德班举行的/峰会
        start = max([start, *(at + len(_HELD_AT[0]) for at in held if at >= 0)])
        yield Seen("meeting", line.text[start:end], "", Span(line.at + start, line.at + end))


_HELD_AT = ("举行的", "召开的", "举办的")


def _found(line: Line) -> Iterator[tuple[int, int]]:
    for found in _SESSION.finditer(line.text):
        yield found.span("whole" if found["whole"] else 0)
    for found in _EVENT.finditer(line.text):
        score = line.text[found.start() - 1 : found.start()] == "比"  # 三比二战胜
        if found[0].endswith(_BEGUN) and line.text.startswith(_SINCE, found.end()):
            continue
        if len(found[0]) > _SHORT or (found.start() in line.starts and not score):
            yield found.span()
    yield from battles.seen(line)
    yield from occasions.seen(line)
    for found in _HEAD.finditer(line.text):
        start = _start(line, found.start(), found[0])
        if start >= 0:
            yield start, found.end()
    for found in _LISTED.finditer(line.text):
        for one in _ONE_OF_THEM.finditer(line.text, *found.span()):
            subject = one[0].removesuffix("会议")
            if not subject.endswith(_NO_SUBJECT) and cut(subject)[0].tag[:1] in "nj":
                yield one.span()


def _start(line: Line, head: int, noun: str) -> int:
    """Where the meeting's name begins; -1 where nothing tells it from others."""
    begins = opening(line, head)
    start, proper, words = begins
    far = subject(line, head)
    if 0 <= far < start or (far >= 0 and not proper):
        start, proper = far, True
    for every in _EVERY:
        if line.text[:start].endswith(every):
            start, proper = start - len(every), True
            before = opening(line, start)
            start = before.start if before.proper else start
    festive = _FESTIVE.search(line.text[max(0, start - 30) : head])
    if festive:
        start, proper = min(start, max(0, start - 30) + festive.start()), True
    ordinal = _ORDINAL.search(line.text[max(0, start - 12) : start])
    if ordinal:
        start, proper = start - len(ordinal[0]), True
    start = _behind_a_lead(line.text, start, head)
    if (proper and start < head) or (words > 2 and len(noun) > 2):
        return start
    season = _SEASON.search(line.text, max(0, start - 4), start)
    if season:
        start, words = season.start(), words + 1
    if words == _TWO and len(noun) > _TWO and _is_held(line.text, start, head + len(noun)):
        return start
    if (
        noun in ("大会", "论坛", "峰会", *_TIMES)
        and words
        and head - start > 3
        and _are_nouns(line, start, head)
    ):
        return start
    return _of_some(line, head) if noun in _OF_SOME else -1


_TWO = 2
_SEASON = regex.later("(?:年[中终末初度]|[一二三四]季度|月度|季度|半年|[春夏秋冬]季|暑期|寒假)$")
_HELD = regex.later("(?:在|出席|参加|举行|召开|举办|[一二两三]次|[月日天午晚])了?$")
_USED = regex.later("上(?![升涨调报])|期间|[将即]|已|如期|圆满|暨|开幕|闭幕|结束|举行|召开")


def _is_held(text: str, start: int, end: int) -> bool:
    """Whether a meeting told by two common words is said to be held, or what is said at it: 在/年中经营分析会/上讲."""
    return bool(
        _USED.match(text, end)
        or (_HELD.search(text, max(0, start - 4), start) and text[end : end + 1] in "，。、")
    )


def _are_nouns(line: Line, start: int, head: int) -> bool:
    """Whether what a meeting is of is told by nouns and nothing that any meeting has: 气候变化/大会."""
    some = [word for at, word in zip(line.starts, line.words, strict=True) if start <= at < head]
    return not any(word.text in _OF_ANY or not word.tag.startswith(("n", "vn", "j")) for word in some)


_OF_ANY_TEXT = (
    "代表 职工 会员 党员 干部 表彰 动员 总结 全体 工作 系列 大型 主题 年度 高峰 学生 教师 颁奖 庆祝 纪念"
)
_OF_ANY = frozenset(_OF_ANY_TEXT.split())


_TIMES = ("宣传月", "宣传周", "活动周", "活动月")
_OF_SOME = ("座谈会", "研讨会", "恳谈会", "现场会", "推介会", "交流会", "见面会", "宣讲会", "联席会议")


def _of_some(line: Line, head: int) -> int:
    """Where the noun of three characters or more begins that says who meets (科学家座谈会); -1 where none does."""
    index = line.word_before(head)
    word = line.words[index] if index >= 0 else None
    named = word and len(word.text) > 2 and word.tag.startswith("n") and not word.text.endswith(("性", "级"))
    return line.starts[index] if named else -1


# what is celebrated, or who is mourned, up to the head
_FESTIVE = regex.later(
    f"(?:庆祝|纪念|欢庆|喜迎|迎接)(?!大会|活动|晚会)[^，。；：、！“”\\s0-9和在的了]{{2,16}}$|{SURNAME}[\u4e00-\u9fff]{{1,2}}(?:同志|先生|院士|烈士|教授|老人)(?:[诞逝]辰?世?[0-9一二三四五六七八九十百]+周年|[0-9一二三四五六七八九十百]+(?:周年)?(?:诞辰|华诞|大寿)|先进事迹)?(?:纪念|追悼|追思|座谈)?$"
    "|(?:中秋|国庆|元旦|春节|新春|新年|迎新|重阳|端午|元宵|五四|七一|八一|建[党军]节?|跨年)(?:[\u4e00-\u9fff]{2,4})?$|[\u4e00-\u9fff]{2,8}(?:会|公司|集团|联盟|学院|中心)成立$"
)
_LEAD = regex.later("召开|举行|举办|承办|主办|协办|参加|出席|落实|贯彻|传达|学习|发挥|借助|依托")


def _behind_a_lead(text: str, start: int, head: int) -> int:
    """``start``, or behind the last verb that leads to a meeting; with the 新 of 新中国."""
    for found in _LEAD.finditer(text, start, head):
        start = found.end()
    return start - text.startswith("新中国", start - 1)


_ORDINAL = regex.later(
    "(?:(?<![0-9])20[0-9]{2}年?)?(?:第[一二三四五六七八九十百0-9]{1,4}[届次]|首届)$|(?<![0-9])20[0-9]{2}年?·?$"
)
