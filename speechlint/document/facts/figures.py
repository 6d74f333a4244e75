"""Figures with their unit, and what they measure: the words before them in their clause."""

from __future__ import annotations

from speechlint.document.facts import amounts, counted, tallies
from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.document import Document

_UNITS = (
    "个半小时|个半月|个半世纪|个半星期|个多月|个多小时|个多星期|英里|英尺|英寸|浬|哩|海浬|GWh|MWh|kWh|GW|MW|kW|kV|KV|TB|GB|PB|nm|km|kg|mm|cm|个百分点|个月|个工作日|个小时|个星期|百分点|[%％‰]|(?:亿)?(?:立方米|千瓦时|标准立方米)|平方公里|平方千米|平方米|立方|公顷|公里|千米|海里|标箱|标准箱|千瓦|千伏|兆瓦|吉瓦|美元|欧元|港元|日元|元|块|人次|台次|辆次|艘次|架次|车次|班次|场次|件次|户次|人|户"
    "|家|个|名|吨|公斤|千克|斤|克|升|亩|件|所|起|次|辆|套|场|项|条|座|张|台|岁|位|周年|余?载|年|天|日|个月|昼夜|小时|分钟|秒|毫秒|倍|成|番|期|处|宗|栋|幢|间|只|头|匹|页|字|分|股|艘|架|米|厘米|毫米|种|批|支|类|级|句|大类|大|方面"
    "|部|册|本|篇|首|幅|门|节|课时|学时|学分|枚|块|根|棵|株|尾|羽|串|列|对|双|组|队|班|片|口|眼|道|轮|届|步|层|环|版|万|亿|度|℃|度电|档|卷|例|桩|趟|圈|封|把|顶|副|台套|台（套）|套（间）|人（次）|标|群|折(?![线扣射叠])|微克(?:/立方米)?|毫克|桶|盏|床|孔|跨|颗|粒|箱|车|杯|碗|餐|顿|遍|遭|员|村|县|市|省|国|楼|层"
)
_DIGITS = "[0-9]+(?:[,，][0-9]{3}(?![0-9]))*(?:[.．·][0-9]+)?"
_BIG = "(?:万亿|百万|千万|万|亿|千|百)"
_BEFORE = "(?:(?:将近|接近|大约|超过|不少于|不低于|不超过|不足|至少|高达|(?<![签合履节预邀])约|近|超|逾|突破|(?<![以之])上(?=[0-9百千万])) ?)?"
_BEHIND = "(?:以上|以下|以内|以外|左右|上下|多|余)?"
_NUMBER = rf"{_DIGITS}[%％]?(?: ?(?:[至到~～—－-]|——|－) ?[0-9.]+(?:[%％])?)?{_BIG}?[多余几]?{_BIG}?"
_FIGURE = regex.later(
    rf"(?:(?<![0-9A-Za-z.+＋#/:：_-])|(?<=GDP)|(?<=CPI)|(?<=PPI))(?P<figure>{_BEFORE}{_NUMBER}(?: ?(?:{_UNITS})(?:（[套间次]）)?|(?<=[%％万亿]))(?:多|余)?{_BEHIND})(?![A-Za-z+＋]|(?<=[0-9])[0-9])"
)
_BARE_FIGURE = regex.later(
    rf"(?:(?<=[长降高升涨少加到过成了为达超近约比占男女])|(?<=[0-9][和与]))(?P<figure>{_DIGITS}{_BIG}?)(?![0-9A-Za-z+＋%％年月日版届级号时点:：.个])(?=[，。；,;（）)与和\n比]|$|(?:(?<=\.[0-9])|(?<=\.[0-9]{{2}}))、)"
)
_ORDINAL = regex.later(
    "(?<![0-9A-Za-z])第[0-9]{1,4}(?:次|位|名|批|天|个年头|年|代(?!表)|站|轮|场|大)?(?![0-9届条章节款页号版季部师军学讲幕步层级课卷集项篇期组类类点句个、\\s])"
    "|(?<=[国省市区球界居列至名])第[二三四五六七八九十]{1,3}(?=[，。；、）和])|第[二三四五六七八九十]{1,3}[轮批](?!次)|第(?:[二三四五六七八九]|二?十[一二三四五六七八九]?)(?:位(?![主小著人老])|名(?![单额]))"
    "|第[一二三四五六七八九十]{1,3}(?:任(?![务何])|极(?![端其为])|步(?=战略|目标|走)|个(?=《|百年|五年|十年|[千百万]亿|万亿|世界|国家级|全国|国际|春[天秋])|代(?=领导|中央|移动|核电|半导体|社保|战斗机))"
)
# ranks, and amounts told by their order alone: 全省第一, 前三名, 百强县, 超千亿, 十几个
_RANK = regex.later(
    "(?<=[省市国区县球界洲州校居列名位业均为北南部数])第[一二三四五六七八九十]{1,2}(?=[，。；、）！和])|(?<=[业商牌界国球企])[1-9][0-9]{1,2}强|第一名|前(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:名(?!单)|位(?![置于])|强|(?=[，。；、）]))"
    "|第[二三四五六七八九十]{1,3}(?:次|大(?=[经产城都港市省出进生消]))|第[一二三四五六七八九十]大(?=[\u4e00-\u9fff]{2,7}(?:国|经济体|省份|港口|产业|市场)(?![有内务家]))|(?<=[仅只共]有)一[间个家所座台张名辆条](?![心定些样起切直])|[二三四五六七八九十]{1,2}[省市县区州国](?=[，。、陆海协联同在均两])|[一二三四五六七八九十两]{1,2}(?:省|直辖市|市|县|区|州|镇|乡|旗)(?:[二三四五六七八九十两]{1,2}[省市县区州镇乡旗村]|(?<=[二三四五六七八九十两][省市县区州镇乡旗])一[省市县区州镇乡旗村])+(?![民委级长])"
    "|(?<![第0-9.一二三四五六七八九十])(?:[二三四五六七八九]|二?十[一二三四五六七八九]?|[0-9]{1,2})(?:部委|部门|部局|厅局|委办局|省区市?|省市|市州|市县|县区|县市|院校|大区|战区|军区)(?![级长])"
    "|(?<![0-9一二三四五六七八九几数两])(?:(?<=[超破近逾过达越上成])|(?=[^，。；]{0,2}级|[^，。；]{0,4}(?:产业|企业|国企|项目|集群|投资|大关|规模|台阶|园区|目标|以上|元)))(?:[十百千]亿|[百千]?万亿)(?:元|美元)?级?"
)
_C = "[一二三四五六七八九十百千万亿零〇两]"
_PART = regex.later(
    f"(?:超|逾|近|约|上)(?:百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿)(?:元|美元|人次|人|场|吨|户|亩|件|家|名|次|立方米|千瓦时|平方米)(?![民家])|(?:[一两二三四五]|[0-9]{{1,2}})(?:天|年|小时|个月|倍)半(?![途载夜])|{_BEFORE}(?:百分之{_C}+(?:点{_C}+)?|{_C}{{1,3}}分之{_C}{{1,3}}|[0-9]+分之[0-9]+|[0-9]+[/／][0-9]+(?![0-9/／])){_BEHIND}|一半{_BEHIND}|过半数?|上[百千万](?:年|人|家|次|名|种|吨|公里|亩|户|万|亿)(?!年|民)|翻(?:了)?(?:[一两二三四几]番|番)|(?<=[比])翻倍|翻(?:了)?一倍|[一二两三四五六七八九十]{{1,2}}成(?![果立功就为长效员人都本语分绩名套])(?:以上|多)?"
)
_MEASURE = "个(?:多|半)?小时|个钟头|个星期|个工作日|昼夜|地(?=[（(]?市)|个多?月|个春秋|个年头|段(?=称号|选手|高手|棋)|[口轮](?![子廓头径味番流岸腔])|个(?!(?:百年|大局|确立|维护|全面|毫不|务必|代表|意识|自信|倍增))|点(?=[意要希建体看想])|方面|大(?=(?:[^家力量多大小会局众型部陆楼的是以和精报之闭召开提，。、”]|开(?=[放源])){2}|类)|项|条|件|户|名|位|人(?!次|民|们|家|力|才|心|大)|家(?!庭|长)|次|场|所|座|辆|台|套|张|岁|周年|年(?!级|轻|纲|制|画)|天(?!下|地|空)|小时|分钟|倍|批|支|类|种(?!植)|元|吨|亩|公里|米(?!线)|平方米|公顷|斤|公斤|度(?!假)|句话?|章|份(?!额|子|量|内|外)|栋|幢|间(?!接|隔)|[只头匹枚块根棵株艘架封卷趟副笔](?![等顶领部有是要脑数据])|层(?![次级面楼])|篇|首(?!先|要|都)|幅|部(?!门|署|分|队|长)|册|本(?!地|身|质|报)|代人|年间|年来|多年|个多|个春秋|个年头|例(?![外会行如子题])|宗(?![旨教亲族])|起(?!来|步|点|义|源|用|到)|担(?![任当保心])|垧|世(?![界纪代间人])|棒|局(?![部面势长])|折(?![射磨腾])|胎|箭|发(?![展生现起行布表达出挥])|亩地"
_CHINESE = regex.later(
    f"(?<![第这那哪每某上下前后头首几数本另{_C[1:-1]}0-9])(?P<figure>{_BEFORE}(?:[二三四五六七八九十两][{_C[1:-1]}]*|一[百千万亿十]{_C}*|一(?=周年)|[百千][万亿])(?P<more>多|余)?[万亿]?(?:{_MEASURE}){_BEHIND})"
)
_SOME = regex.later(
    f"(?:(?:数|几)[十百千万]{{1,2}}|(?<![{_C[1:-1]}])十[几多余]|(?<![{_C[1:-1]}])[百千万][多余])[多余]?(?:{_MEASURE})|(?:近|超|约|逾)?一倍(?:以上|多)?"
)
_FIXED = regex.later(
    "四人帮|三农|三次(?=产业)|九年(?=义务)|一半(?=是)|两个(?:大局|一百年|确立|维护|毫不动摇|先行|结合)|四个(?:意识|自信|全面|伟大)|三个(?:代表|务必|区分开来|有利于)|五位一体|四个方面军|百年|千年|万年|万人|千家|万家|[一二三四五六七八九十]{1,2}届|[百千]人(?!以)|五大发展|三大攻坚战|十大(?=关系)|八项规定|两弹|四面|八方|五湖|两岸"
)
NAMING = ("热线", "强", "级", "号", "届", "版")  # behind a number that names a thing: 12345热线
_UNITS_IN_WORDS = "台县市项人国省村天家分条名次成度级部本位面点期类处场号度"
_OF_LEVELS = ("地震", "余震", "以上", "左右", "大风", "强风", "台风", "暴雪")
_SOME_MORE = "多余来"  # 四百多名/车手
_TAKEN_APART = ("名师", "名家", "家企", "人大")  # 万余名/师生
_CHINESE_ALONE = (
    "一二三四五六七八九十百千万亿零〇两超过近约逾台县市项人国省村天家分条名次成度级部本位面点期类处场号"
)
_BREAK = regex.later("[，。；：、！？\n（）,;:]")
_BARE = regex.later("[0-9]")
_COUNTED = regex.later("[\u4e00-\u9fff]{2,8}")
_AROUND = " \u3000“”"
_FAR = 24
_VERBS = "达到|达|完成|实现|增长|下降|提高|增加|减少|新增|累计|突破|超过|超|为|约|近|共|了|到|由|从|至|升至|降至|占|同比|分别|仅|已|有"
# how long something lasts, or how long ago it was, is told among the dates
_LASTS = regex.later(
    "(?:年|年多|个?多?月|周年|年间|余?载|天|日|昼夜|小时|个春秋|个年头|多年|年半|个月半)(?:多|余)?(?:以上|以下|以内|以外|左右|上下)?$"
)
# but a duration that is a mean, a change or a length reached is a figure: 平均审理60天, 缩短15天, 2.1年
_OF_A_MEASURE = regex.later(
    "(?:平均|均|缩短|延长|压缩|压减|提速|人均|天数|时长|工时|[^，。；、]比[^，。；、]{1,12}[多少])[^，。；、]{0,8}$|年限[^，。；、]{0,4}$"
)
_TAIL = regex.later(f"(?:{_VERBS})+$")
_CODES = regex.later(
    "[0-9](?:年(?![来间]|多|以上|左右)|月|日(?![）)]))$|[0-9]{3,5}(?:热线|工程|指挥)|[0-9.]版$"
)


# how many, told in thousands right before who or what is counted: 七千兵力, 七百多万香港居民, 3000干部职工
_OF_PEOPLE = "[^，。；]{0,4}人才|平民|难民|灾民|农户|贫民|人口|兵力|大军|子弟|壮士|勇士|烈士|先烈|英烈|英雄|儿郎|铁骑|铁军|农奴|百姓|乡亲|父老|老乡|矿工|青年|知青|海员|侨胞|华侨|球迷|网友|用户|旅客|考生|毕业生|将士|官兵|军队|军民|人马|部队|敌军|敌人|守军|日军|国民党|红军|干部|群众|党员|师生|学子|员工|职工|居民|民众|人民|儿女|同胞|村民|战士|民工|民兵|教师|医护|学生|工人|农民|观众|选手|运动员|志愿者|家庭|健儿|雄兵|精兵|移民|游客|企业家|科技工作者|劳动者|建设者|各族"
_OF_MANY = regex.later(
    f"(?<![第几数{_C[1:-1]}0-9])(?:[二三四五六七八九两]{_C}*|[一十]{_C}*(?=[千万亿]))(?<!百)[百千万亿]{{1,2}}[多余]?[万亿]?(?=[^，。；：、！？的\n0-9]{{0,5}}?(?:的[^，。；：、！？\n]{{0,4}})?(?:{_OF_PEOPLE})|装备)"
    f"|(?<![0-9A-Za-z.,，第])[1-9][0-9]{{2,4}}(?:多|余)?(?=(?:名)?(?:{_OF_PEOPLE}))"
    "|(?<=“)[0-9]{3,6}(?=”(?:攻坚|目标|计划|行动))"
)


def seen(doc: Document, free: Callable[[int, int], bool]) -> Iterator[Seen]:
    """The figures that stand in no other name (``free`` of reading places), in the order of the text."""
    taken: set[int] = set()
    for start, end in sorted(_found(doc.text), key=lambda span: (span[0], -span[1])):
        end = _without_a_word(doc.text, start, end)
        if start < end and free(start, end) and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            told = doc.text[start:end]
            kind = "date" if _LASTS.search(told) and not _is_measured(doc.text, start, told) else "figure"
            yield Seen(kind, told, _measured(doc.text, start, end), Span(start, end))


_IN_ALL = ("共", "累计", "总计", "共计", "达")


def _is_measured(text: str, start: int, told: str) -> bool:
    return (
        "." in told
        or (told.endswith("小时") and ("万" in told or text.endswith(_IN_ALL, 0, start)))
        or bool(_OF_A_MEASURE.search(text[max(0, start - 16) : start]))
    )


def _found(text: str) -> Iterator[tuple[int, int]]:
    for found in _FIGURE.finditer(text):
        if not _is_code(text, found.start("figure"), found["figure"], found.end()):
            yield found.span("figure")
    for found in _BARE_FIGURE.finditer(text):
        yield found.span("figure")
    for found in _ORDINAL.finditer(text):
        if (
            not text.startswith(("、", "，", " "), found.end())
            or text[found.start() - 1 : found.start()] not in "\n。；，"
        ):
            yield found.span()
    for expression in (_PART, _RANK, _SOME, _OF_MANY):
        for found in expression.finditer(text):
            yield found.span()
    for more in (counted, tallies, amounts):
        yield from more.seen(text)
    for found in _CHINESE.finditer(text):
        if _counts(text, found.start("figure"), found.end()):
            yield found.span("figure")


def _without_a_word(text: str, start: int, end: int) -> int:
    """Where a figure ends whose unit begins a longer word: 4万亿/项目, 千亿/台阶; ``start`` where all of it does."""
    if text[end - 1] not in _UNITS_IN_WORDS:
        return end
    first = cut(text[end - 1 : end + 3])[0]
    if first.text in _TAKEN_APART or text[end - 2] in _SOME_MORE:
        return end
    if len(first.text) == 1 or first.tag in ("q", "m") or first.tag.startswith("nr"):
        return end
    return end - 1 if text[end - 2] in "万亿" and text[start:end].strip(_CHINESE_ALONE) else start


def _is_code(text: str, start: int, figure: str, end: int) -> bool:
    """Whether it is a number that names a thing: 12345热线, 2021级, 7.0版, 第3次 (told elsewhere), 500强 alone."""
    before = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    if before in ("第", "“") and (before == "第" or text[end : end + 1] == "”"):
        return True
    if figure[-1] == "级" and ("." in figure or text.startswith(_OF_LEVELS, end)):
        return False
    if text.startswith("级", end) and figure[-1] in "斤吨瓦元米安帕":  # 48公斤级
        return False
    if figure.endswith("版") or text.startswith(NAMING, end):
        return True
    return (
        figure[-1] in "级届版号"
        or bool(regex.compile("(?:19|20)[0-9]{2}(?:年|级|届)").match(figure))
        or (figure.endswith(("月", "日")) and not figure.endswith(("个月", "工作日")))
    )


def _counts(text: str, start: int, end: int) -> bool:
    """Whether Chinese numerals count something here: no part of a longer word, of a fixed phrase or of a name in marks."""
    if _FIXED.match(text, start) or text[start - 1 : start] in ("“", "《") or text.startswith("”", end):
        return False
    if text[end - 1] == "大" and text[end - 2] in "百千万亿":
        return False
    near = text[max(0, start - 4) : end + 4]
    at = max(0, start - 4)
    for word in cut(near):
        behind = at + len(word.text)
        if (at < start < behind and word.tag != "m") or (
            at <= start < behind and behind > end and word.tag in "ilnz"
        ):
            return False
        at = behind
    return True


def _measured(text: str, start: int, end: int) -> str:
    """What the figure says something of: its clause up to it; else what it counts; else the clause before."""
    *_, earlier, clause = ["", "", *_BREAK.split(text[max(0, start - 2 * _FAR) : start])]
    said = _BARE.split(clause)[0].strip(_AROUND)
    if len(said) > 1:
        return said[-_FAR:]
    counted = _COUNTED.match(text, end)
    if counted:
        return counted[0]
    return _BARE.split(earlier)[0].strip(_AROUND)[-_FAR:]


def measure(about: str, figure: str) -> tuple[str, str, str] | None:
    """What a figure measures, how that is put, and its unit: two that have these alike say the same thing; None where
    too little is told.
    """
    what = _TAIL.sub("", about)
    return (what, about[len(what) :], figure.lstrip("0123456789.,")) if len(what) > 3 else None
