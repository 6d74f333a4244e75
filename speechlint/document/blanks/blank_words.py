"""The words around a blank that tell what was left out: units, offices, posts, and the look-alikes.

All expressions are anchored at the blank's edge: those of what follows by ``match``, those of what
stands before by a closing ``$``.
"""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

SESSION, YEAR, DATE, FIGURE = "session", "year", "date", "figure"
PLACE, OFFICE, PERSON = "place", "office", "person"
KINDS = (SESSION, YEAR, DATE, FIGURE, PLACE, OFFICE, PERSON)

_AFTER = (
    (
        SESSION,
        r"届|次(?!要|于|年|日|序)|中全会|个五年(?=规划|计划)|五(?=”?(?:规划|计划|时期|期间))"
        r"|大(?=精神|报告|以来|胜利|召开|[前后提指强明和与]|”|》|，|、|。|；|$|\s)",
    ),
    (
        DATE,
        r"年代?(?!轻|青|龄|鉴)|个?月份?(?!球|饼)|日(?!本)|号(?!召(?!开)|角|称|码)|[时点](?=\d|[XxＸ×*]|整|许|半|，)",
    ),
    (
        FIGURE,
        r"个?百分点|[多余]?[万亿千百]*(?:[%％‰]|元(?!素|旦)|个(?!人|性|体)|名(?!称|单|字|义)"
        r"|人次?(?!民|大|社|才|力|事|文|口|数|员|类|工|家)|户(?!口|籍)|家(?!园|庄|属|具|电|乡|居|人)|项(?!目)|件|条"
        r"|篇|[场期](?!所|地|馆|景)|座|台(?!账|阶)|辆|套|亩|公里|公顷|平方米|立方米|千瓦|吨|公斤|米(?!兰)"
        r"|例(?![如外会行证句题子文])|倍|成(?!立|为|功|员|果|长|绩|都|效|就)|天(?!津|水|河|府|文)|周年|岁|批|起(?=[，。、；]|案|事[故件]|纠纷|矛盾|险情|火[灾情]|警情|投诉|举报|信访|诉求|违[法规纪]|[刑治]|较大|重大|一般|交通|安全|$)|间|所(?!示|有|在|属|以|指|说|面|做|作|需|能|得)|份(?!额|子|量|内|外)|棵|株|头(?=[，。、；猪牛羊])|支(?!部|行|队|持|付)|对(?=[夫新双情父母，、。])"
        r"|笔(?![记直者误画试墨法触])|宗(?![旨教亲族])|幅(?![度员])|盏|艘|册(?!子)|[箱袋瓶盒桶匹](?=[，。、；\u4e00-\u9fff])|(?:眼|口)(?=井)|[节堂](?=课)"
        r"|小时|分钟|分(?!公司|局|行|院|会|工|管|别|厂)|字(?!形)|层(?!次)|[级位](?!别|于))|[万亿]",
    ),
    (
        PERSON,
        r"(?:党[委组]|组织|宣传|统战|常务|第一|执行)?副?(?:同志|总书记|书记|主任|主席|局长|市长|县长|区长|镇长|乡长|省长|州长|部长|厅长|处长|科长|股长"
        r"|校长|院长|所长|站长|厂长|会长|行长|社长|队长|组长|村长|主管|董事长|总经理|经理|总监|秘书长|常委|委员长"
        r"|检察长|审判长|庭长|教导员|指导员|馆长|园长|老师|教授|先生|女士|师傅|院士|总理|部长|司长|司令|政委|支书|政协主席)|总理|总(?!工会|线|管|体|结|量|额|部|局|公司|计|会计|队|站|医院|书)",
    ),
    (
        OFFICE,
        r"委(?!员|托|派|屈|婉)|总工会|人民政府|政府|人大|政协|纪委|局(?!面|势|部)|厅|工会|分公司|子公司|公司|集团"
        r"|银行|支行|分行|大学|学院|中学|小学|学校|医院|企业|单位|协会|商会|党委|党支部|党组|支部|中心|办(?!法|事|公)"
        r"|部(?!分|署|长)|处(?!理|于|置|分)|科(?!技|学)|院(?!士)|所(?!有)|站(?!位|在)|厂|车间|国际|保险|证券|行业|系统|班子|法院|检察院",
    ),
    (
        PLACE,
        r"(?:高?新|开发|城|矿|林|景|园)?区(?!别|分|间)|省|市(?!场|民|集|值)|县|[自治]*州|盟|旗|镇|乡(?!村|亲|愁)|村|街道|社区|地区|自治[区县旗]"
        r"|开发区|园区|路(?!线|径)|街|河|湖|山|岛|大桥|水库|矿|港|工程|项目",
    ),
)

_BEFORE = (
    r"(?:书记|主席|主任|局长|市长|县长|区长|省长|部长|厅长|处长|镇长|乡长|校长|院长|经理|董事长|秘书长|委员|模范|标兵|同志|记者"
    r"|选手|工匠|代表|烈士|作者|讲话人|主讲人|主持人?|姓名|撰稿|撰文)[：:]?\s{0,2}$"
)

_LOOKALIKE = {
    1: r"[-－ ]?射线|[-－ ]?光(?!荣|彩|明|辉|山|泽)|线(?!上|下|索)|[-－轴]|坐标| ?[型形](?!势|象|式)|染色体|档案|战警|世代|一代|因素|因子|元素|变量"
    r"|理论|效率|波段|基因|连锁|综合征|展架|星人|平台|级(?:太阳)?耀斑|[、，和与或及]\s?[YyＹ](?![A-Za-z])|[）)]",
    2: r"(?:性)?(?:染色体|综合征)",
}
_LOOKALIKE_BEFORE = r"(?:未知数|向量|变量|代号|字母|参数|打|画|划|推特|坐标|系数|乘以|[A-WYZa-wyz][、，和与或及]?|用|设(?:[^，。；]{0,10}为)?|设为|[（(])$"

# Each begins with a character, not with what stands before it: so most places are passed over at once.
_STORY = (
    r"案(?<![方草预提议答教图档备法]案)(?!头|板|卷|几)|被告|原告|嫌疑|犯罪|受贿|行贿|贪污|判处|判决|有期徒刑|违纪|违法|查处|通报批评|被通报"
    r"|落马|骗|患者|举报|死者"
    r"|受害|肇事|当事人|化名|侵占|挪用|双规|留置|被抓"
)


@lru_cache(maxsize=1)
def after() -> re.Pattern[str]:
    """The kind of a blank, by the unit, post or kind of place that follows it; the first that fits counts."""
    return regex.compile("|".join(f"(?P<{kind}>{units})" for kind, units in _AFTER))


@lru_cache(maxsize=3)
def _of_kind(kind: str) -> re.Pattern[str]:
    return regex.compile(dict(_AFTER)[kind])


@lru_cache(maxsize=1)
def before() -> re.Pattern[str]:
    """The words that stand before a person's name."""
    return regex.compile(_BEFORE)


@lru_cache(maxsize=2)
def lookalike(length: int) -> re.Pattern[str]:
    """What makes a run of ``length`` letters X a word: X光, X轴, XX染色体."""
    return regex.compile(_LOOKALIKE[length])


@lru_cache(maxsize=1)
def named_letter() -> re.Pattern[str]:
    """What stands before an X that is a letter and nothing else: 未知数X, 用X表示."""
    return regex.compile(_LOOKALIKE_BEFORE)


@lru_cache(maxsize=1)
def story() -> re.Pattern[str]:
    """Words of a case: the people and places in it are unnamed on purpose."""
    return regex.compile(_STORY)


# Words that site filters mask: by a mark for one character (共产X员), by a mark put in (政*府).
_REPLACED = (
    *(
        "中国共产党",
        "共产党员",
        "共产主义",
        "党中央",
        "总书记",
        "国家主席",
        "社会主义",
        "马克思主义",
        "人民政府",
        "解放军",
    ),
    *(
        "资本主义",
        "改革开放",
        "中央委员",
        "毛泽东",
        "邓小平",
        "江泽民",
        "胡锦涛",
        "习近平",
        "温家宝",
        "李克强",
    ),
)
_EDGES = (
    "中国共产党",
    "党中央",
    "党员干部",
    "党风廉政",
    "党组书记",
    "共产党员",
    "马克思",
    "毛泽东",
    "江泽民",
    "胡锦涛",
    "习近平",
    "温家宝",
)
_SPLIT = (
    *(
        "党委",
        "纪委",
        "政府",
        "书记",
        "中央",
        "领导",
        "干部",
        "主席",
        "民主",
        "人民",
        "公安",
        "法院",
        "警察",
        "台湾",
        "西藏",
    ),
    *("新疆", "宗教", "腐败", "贪污", "毒品", "色情", "暴力", "赌博", "枪支", "革命", "党员", "共产"),
)


@lru_cache(maxsize=1)
def holes() -> dict[tuple[str, str], str]:
    """(up to two characters before, after) → the masked character, or two; ``""`` where one was put in."""
    made = {(word[0], word[1]): "" for word in _SPLIT} | {("中国", "党"): "共产", ("人民", "协商"): "政治"}
    for word in _REPLACED:
        for at in range(1, len(word) - 1):
            made[(word[:at][-2:], word[at + 1 :][:2])] = word[at]
    for word in _EDGES:
        made[("", word[1:3])] = word[0]
        made[(word[-3:-1], "")] = word[-1]
    return made


_STRICT = (
    r"届|次(?=全|会|代|委|党)|中全会|[万亿千百]*[%％‰]|[万亿千百]+元|个百分点|月|日(?=[，。、；）]|[上下]午|[在召至以前举开晚起]|$)|年(?=[度，、以来]|[^\W\d_]月|$)"
    r"|起(?=[^\W\d_]{0,4}(?:事故|案|纠纷|矛盾|火灾))|名(?=同志|职工|党员|干部|学生|群众|代表|选手)|户(?=群众|农户|企业|居民|困难)"
    r"|人(?=[死受伤获参，。、])|家(?=企业|单位|公司|医院)|项(?=工作|任务|措施|制度)"
    r"|省|市(?![场民集值])|县|区(?![别分间])|镇|乡(?!村)|村|街道|社区|同志|总(?=[，、的在])|局长|书记|主任|主席|公司|个月"
)
_COUNTED = r"[%％]|[万亿]|个百分点|元|月份?(?:[NＮ\d]|[，。])|日|届"


@lru_cache(maxsize=1)
def strict() -> re.Pattern[str]:
    """Units that make even a single star or shape a blank."""
    return regex.compile(_STRICT)


@lru_cache(maxsize=1)
def certain() -> re.Pattern[str]:
    """Units that make it one even where no Han character stands before."""
    return regex.compile(r"[届月%％]|书记|主任|主席|局长|市长|县长|同志")


@lru_cache(maxsize=1)
def holder() -> re.Pattern[str]:
    """What makes even a mark at a line's start a blank: *市委, ####年, not a bullet or a heading."""
    return regex.compile(
        r"(?:[省市县区镇乡](?:委|政府|人民政府|总工会|人大|政协|第|长[^\W\d_a-zA-Z])|同志|书记|年[^\W\d_a-zA-Z]|届)"
    )


@lru_cache(maxsize=1)
def counted() -> re.Pattern[str]:
    """Units that no N of everyday speech stands before."""
    return regex.compile(_COUNTED)


def unit(kind: str, text: str, at: int, limit: int) -> int | None:
    """Where the unit of ``kind`` ends that begins at ``at`` (two spaces may come between); None without one."""
    found = _of_kind(kind).match(text, _after_spaces(text, at, limit), limit)
    return found.end() if found else None


def unit_of(text: str, start: int, end: int, line: tuple[int, int]) -> tuple[str, int] | None:
    """The kind of the blank ``text[start:end]`` and where its unit ends."""
    begin = _after_spaces(text, end, line[1])
    found = after().match(text, begin, line[1])
    if found:
        return str(found.lastgroup), found.end()
    if before().search(text, max(line[0], start - 8), start):
        return PERSON, end
    return None


def _after_spaces(text: str, at: int, limit: int) -> int:
    near = text[at : min(limit, at + 2)]
    return at + len(near) - len(near.lstrip(" \u3000\xa0"))
