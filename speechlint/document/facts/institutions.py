"""Institutions by their whole name: offices of party and state, companies, schools, hospitals, troops, teams."""

from __future__ import annotations

from speechlint.document.facts import bodies, companies, lists, neighbours
from speechlint.document.facts.bounds import joined
from speechlint.document.facts.naming import is_of_somewhere, opening
from speechlint.document.facts.parts import GENERIC
from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.document.surnames import SURNAME
from speechlint.document.words import frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.bounds import Bounded
    from speechlint.document.facts.naming import Opening
    from speechlint.document.facts.worded import Line

# What names are of by themselves.
_ALONE = regex.later(
    "中铁(?!路)(?:[一二三四五六七八九十]{1,3}局)?(?:集团)?|中(?:建|交|冶)(?:[一二三四五六七八九十]{1,2}局|集团)|中国(?:石油|石化|海油|华能|华电|国电|大唐|中铁|铁建|电建|能建|建筑|银行|人保|人寿|平安|中化|中车|中冶|交建|铁塔|广核|三峡|商飞|航发|五矿|宝武|中铝|铝业|黄金|稀土|通号|国新|诚通|星网|远洋海运|船舶|兵器|航天科[工技]|南航|东航|国航|邮政|烟草)(?![产工供])(?:集团)?|兵团日报社?|(?:(?:华东|华北|华中|华南|西北|西南|东北|中原|第[一二三四])野战军|晋察冀军区)(?:第[一二三四五六七八九十]+(?:纵队|兵团))?|第[一二三四五六七八九十]+纵队|"
    "(?:中国共产党)?中央(?:委员会|政治局(?:常委会)?|书记处|军委|纪委(?:国家监委)?|组织部|宣传部|统战部|办公厅|党校|政法委)(?!书记|常委)|中共中央(?:国务院)?|党中央|国务院(?:办公厅|新闻办)?"
    "|(?:最高)人民(?:法院|检察院)|全国(?:人大常委会|人大|政协|总工会|妇联|工商联)|共青团中央|共青团(?![员工])|团中央|兵团(?=[党第各的是在和与、，。为]|精神|事业|改革|发展|维稳|职工|人)|中央(?=(?:领导|决策|部署|决定)的)"
    "|(?:工商|农业|建设|交通|招商|浦发|民生|兴业|光大|邮储|邮政储蓄|农发|进出口)银行|国家(?:电投|发展改革委|发改委|统计局|税务总局|能源局|林草局|卫健委|医保局|疾控局|文物局|电网|开发银行)"
    "|中(?:宣|组|联|纪)(?:部|委)|(?:新华|中新)社|人民日报社?|解放军报|光明日报|经济日报|中央广播电视总台|央视|联合国|世界(?:银行|卫生组织|贸易组织)|世贸组织|世卫组织"
    "|国际货币基金组织|[深上北港]交所|证监会|银保监会|纳斯达克|欧盟|东盟|北约|非盟|上合组织|中国(?:人民)?解放军|人民解放军|武警(?:部队)?|八路军|新四军|志愿军|红[一二四]方面军|红军"
    "|(?<!外)(?:外交|国防|教育|科技|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|人社|自然资源|生态环境|住房和城乡建设|住建|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|卫生|监察|铁道|环境保护|国土资源|农业|人事|劳动)部(?!门|分|署|队|级|位)"
    "|(?<![0-9])(?:百度|腾讯|阿里巴巴|华为|京东(?!方)|小米|字节跳动|美团|中兴|联想|海尔|格力|比亚迪|中石油|中石化|中海油|宁德时代|富士康|特斯拉|新华三|顺丰|国家电网|南方电网|麦当劳|肯德基|星巴克|沃尔玛|微软|谷歌|英特尔|三星(?!堆)|(?<!航)空客|波音|中粮|中信|华润|招商局|国家能源集团|国家管网|一汽|上汽|北汽|中国一汽|吉利|蔚来|科大讯飞|海康威视|中国(?:移动|联通|电信))(?![人系杯])"
)
# Names with a head: the words before it belong to the name.
_HEAD = regex.later(
    "有限责任公司|股份有限公司|有限公司|分公司|公司(?![制法债])|集团(?!军|化)|银行(?![业卡间])|农商行|信用社|大学(?![生城毕科])|学院(?!派)|党校|中学(?!生)|小学(?!生)|附中|附小|幼儿园"
    "|学校|职校|技校|医院|卫生院|保健院|疾控中心|科学院|工程院|设计院|研究院|研究所|研究中心|实验室|工作室|事务所|出版社|报社|电视台|(?<=广播)电视总台|广播台|融媒体中心|杂志社|剧院|歌舞团|乐团|文工团"
    "|派出所|分局|管理局|监督局|监管局|(?<![格布当])总局|(?:人力资源和?社会保障|住房和城乡建设|文化和旅游|林业和草原|发展和改革|工业和信息化|财政|教育|公安|民政|司法|人社|自然资源|规划|生态环境|环保|住建|交通|交通运输|水利|水务|农业农村|农业|商务|文旅|文化|卫健|卫生|审计|统计|医保|乡村振兴|林业|林草|"
    "科技|工信|税务|体育|广电|信访|应急管理|应急|市场监管|市监|城管|铁路|邮政|气象|地震|烟草|供电|海事)(?:[局厅](?![长面势部])|委员会)"
    "|海关(?![总关监特])|委员会|办公室(?!主任的)|党委会?|党组|党总支|总支|党支部|法院|检察院|纪检监察组|监委|[县市省区州旗]局(?!长|势|面)|工作局"
    "|人民政府|(?<!党和|法治|数字|廉洁|效能)政府(?!工作报告|采购|性|债|投资|自身|治理|效能|职能|部门|规章|网|基金|门户|系统|班子|作风|引导|主导|机构|专项|购买|补)|人大常委会|(?<!各级)人大(?!代表|会|会议|换届)|政协(?!委员|提案|会议|机关干)|[省市县区州旗](?:纪委|监委)(?:监委)?"
    "|(?<=[省市县区州旗镇乡团工党])委(?![员托派会屈任])(?:常委会|办公室|组织部|宣传部|统战部|政法委|党校|办)?|军区|野战军|集团军|战区|舰队|(?:武警)?(?<![军])(?:总队|支队|大队|中队)(?!长|伍)|兵团(?![^，。]{0,2}[战作])"
    "|总工会|工会(?!法|干部|会员|工作|组织|系统)|共青团|妇联|残联|文联|工商联|科协|侨联|红十字会|学生会|联合会|协会|学会|商会|促进会|研究会|基金会|联盟|同盟"
    "|(?!会展|会议|工作|体育|文化|奥体|展览|购物|活动)[\u4e00-\u9fff]{2}(?<![副为])中心(?![城镇任工环组村区线思点站大下内议地主])|(?<=国家)[\u4e00-\u9fff]{2,4}(?<![大格结布全])局(?![长面势部])|[\u4e00-\u9fff]{2}厂(?![房商家区长])|合作社|联社|农场|林场|牧场|电厂|油田|煤矿(?!山)|钢铁厂|水泥厂|机床厂|机械厂|制药厂"
    "|订单班|实验班|培训班|(?:突击|救援|救护|消防|巡逻|抢险|宣讲|医疗|志愿者?)队(?![伍员])|足球队|篮球队|志愿服务队|代表队|国家队|工作队|考古队|文工队|俱乐部|[一-龥]{2}社(?![会区保团员长交])|(?:总?领事馆|大?使馆)(?![员区])|街道办(?:事处)?|村委会|居委会|合唱团|舞蹈团|艺术团|民乐团|交响乐团|讲师团|代表团(?![成团])|考察团|访问团|慈善会|互助会|校友会|同乡会|理事会|研究室|教研室|编辑部|武装部|指挥部|总公司|支行|药房|银楼|书店|敬老院|养老院|福利院|[供变]电[所站]|消防(?:救援)?站|试验站|工作站|测控站|收费站|管委会|(?<=[a-zA-Z\u4e00-\u9fff]{2})(?:海事|管理|办事|代表|联络|税务)处|[发卫国农](?:改|健|资|牧)委|书画院|画院|诗社|剧团|杂技团|越剧团|京剧院|话剧院|电商平台|创新平台"
)
_SHORT = regex.later(
    "(?<![全我各本该])[省市州](?:联|交|城|建|旅|文旅|能|水|农|国|产|铁|科|城建|水务|机场|高速)(?:投|控|发展?)(?![资放])(?:集团|公司)?"
    "|(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:科|师|职|农|财)院(?![校])|(?<=的)[\u4e00-\u9fff](?:科|师|职)院(?!校)|(?:中科|社科|农科)院(?!校)"
    "|红[一二三四五六七八九十]{1,3}(?:军团?|师|方面军)(?:前委|军委)?|红军第[一二三四五六七八九十]{1,3}(?:军团?|师|方面军)"
    "|中共[\u4e00-\u9fff]{2,6}?(?:特委|工委|前委|省委|市委|县委|区委|临委|支部)(?!员)"
    f"|{SURNAME}[\u4e00-\u9fff]{{1,2}}(?:同志|先生)治丧委员会|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,3}}[村镇乡](?:党支部|党总支|党委|村委会|中心小学|小学|中学|卫生院|派出所)|红十字会"
    "|(?<![全我各本该])(?:[省市县区州旗]|自治区)(?![委政])[\u4e00-\u9fff]{2,8}?(?:(?<![大格结布全中当])(?:局|厅)(?![长面势部限级里])|总台|电视台|研究院|科学院|职业学院|保健院|气象台)|[省市县区州旗]委(?:办公室|组织部|宣传部|统战部|政法委|党校|社会工作部|网信办|编办)"
    "|中国共产党[\u4e00-\u9fff]{2,6}?(?:第[一二三四五六七八九十]{1,3}届)?委员会|团(?:[省市县区]|自治区)委(?![员派托会])|中国(?:驻|常驻)[\u4e00-\u9fff]{2,8}?(?:大?使馆|总?领事馆|代表团)"
    "|第[一二三四五六七八九十百0-9]{1,3}(?:军|师|旅|团|集团军|方面军|野战军|舰队)(?![事人范傅徒长资])"
)
# universities by their short names
_SCHOOLS = regex.later(
    "(?<![湖河])(?:北大|清华|复旦|浙大|南大|哈工大|北航|北理工|北师大|华科|厦大|中科大|国科大|川大|兰大|吉大|山大|同济|交大)(?![荒衣门学工园厅堂家型力会众道地])"
)
_LETTERED = regex.later("[A-WYZ](?:分局|市局|县局|区局|公司|集团|单位|学校|医院|镇党委)")
_STRONG = (
    "有限公司",
    "有限责任公司",
    "派出所",
    "学院",
    "附中",
    "附小",
    "支行",
    "街道办事处",
    "大使馆",
)  # heads that are names with whatever stands before them


def seen(line: Line, told: list[Bounded]) -> Iterator[Seen]:
    """The institutions of a line; those that touch are one: 财政部国库司, B分局镇安派出所."""
    spans: list[Span] = []
    found = list(joined("i", told, _found(line)))
    for start, end in sorted({*found, *lists.coordinate(line, found), *neighbours.alike(line, set(found))}):
        if spans and end <= spans[-1].end:
            continue
        if spans and start == spans[-1].start:
            spans[-1] = Span(start, end)
        elif spans and start <= spans[-1].end and not line.text.startswith("国务院", start):
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, end))
        else:
            spans.append(Span(start, end))
    for start, end in spans:
        start = _behind_an_appointment(line.text, start, end)
        end = _department(line.text, end)
        if (
            _BLANK.search(line.text[start:end])
            or _OF_A_LEVEL.match(line.text, start)
            or _COMMON.fullmatch(line.text, start, end)
            or _KIND.fullmatch(line.text, start, end)
        ):
            continue
        yield Seen("institution", line.text[start:end], "", Span(line.at + start, line.at + end))


_APPOINTED = regex.later("(?:任命|选举|聘任|推选|聘请|推荐|当选)[\u4e00-\u9fff]{0,4}$")


def _behind_an_appointment(text: str, start: int, end: int) -> int:
    """Where the office begins that somebody is made one of: 任命…为/市人民政府."""
    made = text.find("为", start, end)
    return made + 1 if made >= 0 and _APPOINTED.search(text, max(0, start - 8), start) else start


def _found(line: Line) -> Iterator[tuple[int, int]]:
    for expression in (_ALONE, _SHORT, _LETTERED, _SCHOOLS):
        for found in expression.finditer(line.text):
            yield found.span()
    yield from bodies.seen(line)
    yield from companies.seen(line)
    yield from _founded(line)
    yield from lists.institutions(line)
    for start, word in zip(line.starts, line.words, strict=True):
        if (
            word.tag == "nt"
            and len(word.text) > 3
            and word.text.endswith(_ENDS)
            and (is_of_somewhere(line, word.text) or _is_council(word.text))
        ):
            yield start, start + len(word.text.removesuffix("常委"))
    for found in _HEAD.finditer(line.text):
        start, end = found.span()
        begins = opening(line, start)
        if line.text.startswith(_ALL_OF if found[0] in _OF_NONE else _ALL_OF[1:], begins.start):
            continue
        if found[0].endswith(_OF_A_KIND) and _KIND.fullmatch(line.text, begins.start, found.end()):
            continue
        if (
            (begins.proper and begins.words)
            or (found[0] in _STRONG and begins.start < start)
            or (found[0] in _NAMED and begins.start < start and _is_no_kind(line, begins))
        ):
            yield begins.start, end
        elif found[0] == "集团" and start > 1 and _is_rare(line.text[start - 2 : start]):
            yield start - 2, end


_NAMED = (
    "研究所",
    "研究院",
    "合作社",
    "机床厂",
    "机械厂",
    "钢铁厂",
    "水泥厂",
    "俱乐部",
    "工作室",
    "中学",
    "小学",
    "医院",
    "法院",
    "文工团",
    "剧院",
)


def _is_no_kind(line: Line, begins: Opening) -> bool:
    """Whether what stands before a head is an ordinal or a noun not met everywhere: 第一机床厂, 红旗农机研究所."""
    word = line.words[line.word_before(begins.start + 1)]
    if begins.words < 2 or len(word.text) == 1:
        return line.text[begins.start] == "第"
    return word.tag[:1] == "n" and word.text not in GENERIC and frequency(word.text) < _EVERYWHERE


_EVERYWHERE = 1500


def _is_council(text: str) -> bool:
    return (
        text.endswith("委员会")
        and len(text) > 4
        and text[:2] not in ("村民", "居民", "业主", "职工", "组织", "筹备", "管理", "常务", "执行", "专门")
    )


# what names of the dictionary end with that are institutions
_ENDS = (
    *"会部局院社团司校学行厂队军府委店馆处所台网厅署联党",
    "中心",
    "政协",
    "人大",
    "中央",
    "集团",
    "组织",
    "联盟",
)
# many of a kind, not one: 全国重点实验室
_OF_NONE = ("学校", "医院", "实验室", "大学", "学院", "幼儿园", "小学", "中学", "派出所")
_ALL_OF = ("全国", "全省", "全区", "全市", "全县")
# a kind of institution rather than one: 国家实验室, 省技术创新中心
_OF_A_KIND = ("实验室", "中心", "研究院", "研究所")
_KIND = regex.later(
    "(?:国家|[省市县区]|自治区|全国|中国)(?:级|重点)?(?:实验室|(?:区域)?(?:医学|医疗|公共卫生|金融管理)中心|(?:技术|基础|产业|制造业|科技|科学|区域|工程)?(?:技术)?(?:创新|研究|科学|工程|科技|服务)中心|研究院|研究所)"
)


def _is_rare(word: str) -> bool:
    """Whether the dictionary has two characters as a noun seldom met: 首旅."""
    return tag(word)[:1] == "n" and frequency(word) < 30 and word not in GENERIC


_FOUNDED = regex.later(
    "(?:设立|成立|组建|揭牌)了?(?P<name>[\u4e00-\u9fff]{4,16}?(?:中心|研究院|联盟|委员会|实验室|学院|协会))(?:和(?P<other>[\u4e00-\u9fff]{4,16}?(?:中心|研究院|联盟|委员会|实验室|学院|协会)))?(?=[，。；、])"
)


def _founded(line: Line) -> Iterator[tuple[int, int]]:
    """Institutions with verbs in their long name, where it is told that they are founded."""
    for found in _FOUNDED.finditer(line.text):
        for group in ("name", "other"):
            if len(found[group] or "") > _LONG:
                yield found.span(group)


_LONG = 8


# what every place has; which of them it is, the draft does not say
_COMMON = regex.later("(?:[省市县区州旗镇乡]|自治[区州县])?(?:党?委|政府|人大|政协|纪委|监委|局)")
_OF_A_LEVEL = regex.later("(?:自治区|国家|省|市|县|区)级|全国[\u4e00-\u9fff]{2,4}中心|国家医疗队")
_BLANK = regex.later("[XＸ×]{1,}")
_TERM = regex.later("(?:第)?[一二三四五六七八九十]{1,3}届(?:委员会|理事会)(?:常务委员会)?")
_DEPARTMENT = regex.later(
    "(?:[\u4e00-\u9fff]{2,10}?(?:办公室|司(?![机令法长])|处(?![理于在分置长罚])|科(?![技学研长目创普教协室幻考])|分行|支行|分校|附属(?:小学|中学|医院)|研究所|总站|分社|支部|支队|大队))"
)


def _department(text: str, end: int) -> int:
    """Where the department or the term of office ends that stands right behind an institution."""
    term = _TERM.match(text, end)
    if term:
        return term.end()
    found = _DEPARTMENT.match(text, end)
    return found.end() if found and _is_one_name(found[0]) else end


def _is_one_name(text: str) -> bool:
    from speechlint.document.words import cut

    return all(
        not word.text.endswith(("书记", "委员", "主任"))
        and not word.tag.startswith(("p", "c", "u", "d", "r", "m"))
        and word.tag != "v"
        for word in cut(text)[:-1]
    )
