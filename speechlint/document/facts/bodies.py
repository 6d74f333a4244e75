"""Companies, banks, universities, papers and organisations that speeches name without saying what they are."""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.worded import known_place
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_NAMES = names("bodies")
_LONGEST = max(map(len, _NAMES))


def seen(line: Line) -> Iterator[tuple[int, int]]:
    "Where the known bodies begin and end, the longest at each place, where words do."
    until = 0
    for start in line.starts:
        if start < until:
            continue
        for size in range(_LONGEST, 1, -1):
            name = line.text[start : start + size]
            if name in _NAMES and _is_whole(line, start + size) and line.text[start - 1 : start] != "一":
                until = start + size
                yield start, until
                break


def _is_whole(line: Line, end: int) -> bool:
    "Whether a name ends where a word does, and no word goes on from it: 央行/长."
    index = line.word_before(end)
    ends = line.starts[index] + len(line.words[index].text)
    if line.text[end:ends] in ("公司", "集团", "股份"):
        return True
    if line.text.endswith(("同舟同济", "风雨同济"), 0, end) or line.text.startswith(
        ("汗水", "心血", "情"), end
    ):
        return False
    behind = line.text[end - 1 : end + 1]
    if behind[1:].isdigit() and line.text.endswith("日产", 0, end):  # 煤层气日产/1730万方
        return False
    if line.text.startswith("军队", end):
        return True
    return (
        ends == end
        and behind[1:] not in _GOING_ON_ALWAYS
        and (not tag(behind) or behind[-1] not in _GOING_ON)
    )


_GOING_ON = "长员化部学系生"
_GOING_ON_ALWAYS = tuple("军派版式系")


_LABORATORY = regex.later(
    "(?:(?<=[、，。；：和及])|^)(?P<name>(?:(?![的了在各个把被从到以等])[\u4e00-\u9fffA-Za-z]){4,28}?(?:全国|国家|教育部|自治区|[省市])(?:工程|级)?(?:重点实验室|工程(?:技术)?研究中心|技术创新中心|制造业创新中心|临床医学研究中心))(?=[、，。；和及）建挂揭等由的是在为牵联与]|$)"
)
_LEADING = regex.later(
    "(?:加强|加快|推动|推进|深化|依托|高标准|高质量|高水平|新增|新建|成功|积极|争取|全力|重点|支持|持续|优化|做强|做优|做实|建强|布局|创建|建设|建好|组建|重组|获批|打造|培育|用好|筹建|共建|建成|升级|入选|发挥|牵头|揭牌|成立|引进|设立)+"
)
_OF_NOBODY = (
    "建设",
    "创建",
    "培育",
    "获批",
    "新增",
    "申报",
    "更多",
    "一批",
    "争创",
    "组建",
    "重组",
    "用好",
    "加强",
    "高校",
    "企业",
    "现有",
    "以上",
    "达到",
    "支持",
    "布局",
    "打造",
    "推动",
    "领域",
)


def laboratories(line: Line) -> Iterator[tuple[int, int]]:
    "Laboratories and centres told by what they study: 煤炭清洁利用全国重点实验室."
    for found in _LABORATORY.finditer(line.text):
        level = max(found["name"].rfind(of) for of in ("全国", "国家", "教育部", "自治区", "省", "市"))
        leading = _LEADING.match(found["name"])
        leads = leading.end() if leading else 0
        subject = found["name"][leads:level]
        if len(subject) > _SHORTEST and not any(word in subject for word in _OF_NOBODY):
            yield found.start("name") + leads, found.end()


_SHORTEST = 3


_TEAM = regex.later(
    "(?:国家)?(?:青年|少年|国奥)?[男女]?(?:足|篮|排|乒|羽|冰|手|曲|水|垒|棒|跳水|体操|游泳|田径|举重|射击|球|乒乓球|羽毛球|网球|花样滑冰|短道速滑)?队(?![伍员长里列形友])"
)


def teams(line: Line) -> Iterator[tuple[int, int]]:
    """Teams by the place they are of: 中国队, 辽宁男篮队."""
    for found in _TEAM.finditer(line.text):
        size = known_place(line, found.start()) or 2 * line.text.endswith("中国", 0, found.start())
        if size:
            yield found.start() - size, found.end()


_BESIDE = regex.later(
    "[、和](?P<name>[\u4e00-\u9fff]{1,5}(?:厅|局|委|办|部|院|署|总队|支队|海关|银保监局|分行|中心支行))(?=[、，。；和等要的\n]|主要|负责|牵头|会同|联合)"
)


def offices_beside(line: Line, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offices of a word that the dictionary has, or that are sure to be one, right behind an institution in a list: 省发改委、/财政厅."""
    ends, more = {end for _, end in found}, []
    for one in _BESIDE.finditer(line.text):
        name = one["name"]
        if one.start() in ends and one.start("name") in line.starts and tag(name)[:2] in ("nt", "n", "j"):
            ends.add(one.end("name"))
            more.append(one.span("name"))
    return more


_STATE = "(?:联邦|共和国|王国|酋长国|公国)"
_OF_A_STATE = regex.later(
    f"(?:(?<=[的，、和与在\n])|^)(?:(?![的，、和与在各是])[一-鿿]){{1,6}}{_STATE}(?:政府|国会|议会|外交部|国防部|中央银行|最高法院)"
    "|中国[一-鿿]{2,5}(?<![大年全展览博览交易洽谈讨论座谈社机运动商招领])会(?![议场上员长晤面期师标谈见展旗徽馆])"
)
_NEW = regex.later(
    "(?:办起|开起|开了|创办|经营|盘下|入股|开办)了?(?P<house>(?![一两几个家座间这那小大新])(?:(?![的了在和与、，。])[一-鿿]){2,4}(?:民宿|客栈|农庄|山庄|酒庄|书屋|书店|茶馆|茶社|餐厅|饭庄|农家乐|作坊|染坊|酒坊|油坊|豆腐坊|工坊|诊所|药铺|鞋店|面馆|酒楼|照相馆|印刷厂|瓷厂|窑厂))|(?:(?:成立|组织|创办|建立|设立|办起|创立|发起|组成)了(?:一个)?|[还又]有一个|[另]?一个(?:是|叫))(?P<name>(?:(?![的了、，。；：“”和与各])[一-鿿]){3,12}?(?:俱乐部|研究会|委员会|协会|学会|联合会|工会|研究院|研究所|实验室|基金会|养成所|讲习所|学校|学堂|商会|农会|联盟|通讯社|报社))(?=[，。；、]|和)"
)


def of_states(line: Line) -> Iterator[tuple[int, int]]:
    """Offices of a foreign state, societies of China, and what is told to have been founded."""
    for found in _OF_A_STATE.finditer(line.text):
        yield found.span()
    for found in _NEW.finditer(line.text):
        yield found.span("house" if found["house"] else "name")


_TRADE = regex.later(
    "(?<![一-鿿])(?P<name>[一-鿿]{2,3})(?:生物|医药|制药|电子|光电|微电子|半导体|新材料|新能源|能源|汽车|科技|智能|软件|电气|食品|钢铁|航空|铝业|轴承|环保|网络|资本|传媒|文旅|乳业|股份|重工|精密|信息|通信|数控|激光|医疗|健康|化学|化工|材料|粮油|生鲜|餐饮|超市|百货|服饰|家具|陶瓷|玻璃|纺织|建材|农业|牧业|渔业|种业|茶业|酒业|纸业|印务|印刷|包装|装饰|地产|置业|物业|物流|速递|电器|鞋业|制衣|饲料|肥业|药房|影业|矿业|木业|家居|文创|特钢|动力|光学|锂电|石化|染整|毛纺)(?=[、，。；）]|等(?:企业|公司|一批|重大|项目|龙头)|[一二三四]期|进入|上市|挂牌|落户|入选|成功|[12][0-9]{3}年|的[一-鿿]{1,3}(?:总|董|经理|工)|[和与](?=[一-鿿]{2})|员工|总经理|董事长|老总|也|在|把|去年|今年)"
)
_SELDOM = 60


def trades(line: Line) -> Iterator[tuple[int, int]]:
    """Companies by a name that is no word and the trade that they are in: 鸿达生物."""
    for found in _TRADE.finditer(line.text):
        some = cut(found["name"])
        singles = len(some) > 1 and all(
            len(word.text) == 1 and word.tag[:1] not in _PLAIN_TAGS for word in some
        )
        rare = len(some) == 1 and some[0].tag[:2] in ("nr", "nz") and frequency(found["name"]) < _SELDOM
        if singles or rare:
            yield found.span()


_PLAIN_TAGS = ("p", "c", "u", "d", "r", "m", "q", "f")
_MINISTRY = regex.later(
    "(?!住院|海外|财务|综合|开发|国际|文艺|联络|社会|新闻|研究|大学)[一-鿿]{2,4}(?<![东西南北中内外])部"
)
_MET = 15


def ministries(line: Line) -> Iterator[tuple[int, int]]:
    """Ministries of three characters that the dictionary has: 邮电部."""
    for start, word in zip(line.starts, line.words, strict=True):
        if word.tag == "nt" and _MINISTRY.fullmatch(word.text) and frequency(word.text) > _MET:
            yield start, start + len(word.text)


_FOUNDED = regex.later(
    "(?:设立|成立|组建|揭牌)了?(?P<name>[\u4e00-\u9fff]{4,16}?(?:中心|研究院|联盟|委员会|实验室|学院|协会))(?:和(?P<other>[\u4e00-\u9fff]{4,16}?(?:中心|研究院|联盟|委员会|实验室|学院|协会)))?(?=[，。；、])"
)


_HEADED = "中心|研究院|联盟|委员会|实验室|学院|协会|学会|商会|基金会|合作社|工作室|研究所|研究会|联合会|促进会|指挥部|突击队|服务队|宣讲团|工作站|党支部|党总支|公司|学校|书院|学堂|私塾|诊所|药房|商号|工厂|俱乐部|乐团|剧团"
_PLAIN_LEAD = (
    "[一二三四五六七八九十两几0-9多各了的]|全国|首个|首家|专门|专业的|相关|各类|各级|自己的?(?=公司)"
)
_MADE = regex.later(
    f"(?:设立|成立|组建|揭牌|共建|合建|创办|创建|领办|注册|加入|挂牌成立)(?:了|的)?(?!{_PLAIN_LEAD})(?P<made>(?:(?![的了、，。；：“”在和与由])[一-鿿]){{3,14}}?(?:{_HEADED}))(?=[，。；！]|，)"
    f"|(?<=任)(?!{_PLAIN_LEAD})(?P<post>(?:(?![的了、，。；：“”在和与由])[一-鿿]){{2,14}}?(?:{_HEADED}))(?=(?:名誉|常务|执行)?副?(?:会长|顾问|理事|主席|秘书长|院长|主任|董事长|总经理|所长|校长|书记|队长))"
)


_MADE_SOME = regex.later(
    f"(?:设立|成立|组建|揭牌|创建|办起)了(?!{_PLAIN_LEAD})(?P<list>(?:(?![了，。；：“”])[^\n]){{4,60}}?)(?:等|(?=[，。；]))"
)
_ONE = regex.later("[^、和]+")
_LONG_ENOUGH = 4
_HEADS = ("中心", "员会", "联盟", "协会", "学会", "商会", "金会", "研究")


def founded(line: Line) -> Iterator[tuple[int, int]]:
    """Institutions with verbs in their long name, where it is told that they are founded, or who is their head."""
    for found in _MADE.finditer(line.text):
        group = found.lastgroup or 0
        if found.start(group) in line.starts and len(cut(found[group])) > 1:
            yield found.span(group)
    for found in _MADE_SOME.finditer(line.text):
        for one in _ONE.finditer(line.text, *found.span("list")):
            if len(one[0]) > _LONG_ENOUGH and line.text.startswith(_HEADS, one.end() - 2):
                yield one.span()
    for found in _FOUNDED.finditer(line.text):
        for group in ("name", "other"):
            if len(found[group] or "") > _LONG:
                yield found.span(group)


_LONG = 8
