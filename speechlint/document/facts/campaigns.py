"""What is carried on and has a name: campaigns by the verb before and the noun at the end (实施/河道清淤专项行动), surveys,
inspections, what is celebrated by its years, what a lesson is drawn from.
"""

from __future__ import annotations

from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_H = "[\u4e00-\u9fff]"
# who carries on what: the adverbs before the verb and the verb itself
_VERB = (
    "开展|实施|推进|推动|启动|打好|打赢|打响|深化|完成|办好|举办|组织|落实|推行|开启|参与|参加|加入|配合|发起|贯彻|抓好|做好|巩固|拓展|迎接|结合|借助|围绕|依托|利用|实行|进行"
    "|部署|谋划|统筹|布局|收官|提升|支持|坚持|创新|加快|加强|强化|促进|聚焦|抓实|抓紧|成立|制定|配套|建立|健全|完善|出台|持续|接续|扎实|深入|全面|大力|继续|积极|纵深|广泛|有序|全力|聚力|着力|有效|稳步|精心|认真|高质量|高标准|坚决|落细|做实|建成|构建|打造|创建|申报|获批|组建"
)
_IN_NAME = f"(?:(?![，。；：、！？“”（）了的在从为把被对以等各将让使和与及]){_H}|(?<=[高中初平均])等|[0-9A-Za-z+·]|[和与](?={_H}{{1,9}}(?:专项行动|行动|工程|攻坚战|计划))|“[^“”\n]{{1,24}}”|、(?={_H}{{1,16}}(?:专项|攻坚|行动|工程)))"
# what is of a sort and no name: 重大工程, 专项行动, 志愿服务活动
_SORT = (
    "重大|重点|民生|系统|专项|有关|相关|各类|各项|一批|一系列|系列|联合|统一|集中|实际|具体|务实|自觉|一致|共同|积极|果断|迅速|全民|品牌|精品|基础|基础设施|样板|政绩|形象|面子|希望|建设|在建|水利|交通|能源|电力|土建|主体|配套|附属|市政|续建|新建|扩建|改建"
    "|公共|国家|国家级|省级|市级|国债|中央|惠民|利民|实事|示范|人民|一把手|骨干|标志性|控制性|枢纽|超级|世纪|绿化|维修|装修|安居|安全|治理|修复|生态|环保|防洪|引水|调水|供水|输水|节水|水库|治污|开发|隐蔽|相应|其他|本次|此次|该|军事|主题|特色|民心|德政|暖心|年度|阶段性|学习|工作|发展|生产"
)
_YEAR = "建设|提升|深化|攻坚|落实|突破|推进|促进|服务|改革|质量|环境|项目|招商|作风|管理|发展|转型|改进|巩固|实干|担当|创新|执行|投资|消费"
_HEAD = (
    "行动(?:计划|方案)?(?![者力派委路指轨不上起自能部组队])|攻坚战|保卫战|歼灭战|阻击战|突围战|总体战|会战"
    "|工程(?![师建项质学量技总院款机造中竣进招材设施监标类地局部处队公一二三四五六七八九十])"
    "|(?:提升|促进|支持|培育|倍增|攻坚|专项|培养|引进|资助|发展|振兴|扩容|帮扶|帮培|帮带|结对|关爱|强师|银龄|转化|升级|合作|开拓|科学|人才|英才|学者|伙伴|奖励|赋能|攻关|专项|[三五]年)计划(?![生单经])"
    "|(?<=[\u4e00-\u9fff]{3})战略(?![性合布部目定支伙意机规])|(?:综合|改革|国家|建设)试点(?![工单城地企校区县市示镇村])"
    f"|年活动|活动年|(?:{_YEAR})年|主题教育|学习教育|专项整治|专题教育|(?<=[\u4e00-\u9fff]{2})运动(?![会员场战项量鞋健医服器])|(?:纪念|主题|成就|图片|书画|摄影|回顾)展览(?![馆会])|(?:协商座谈|招商推介|产销对接)活动|大讨论|大比武|大走访|大调研|大排查|大整治"
)
_GOES_ON = "决胜|收官|深入|扎实|全面|有序|加快|圆满|启动|取得|成效|持续|顺利|稳步|纵深"
_CAMPAIGN = regex.later(
    f"(?:{_VERB})了?(?P<name>(?!{_VERB})(?!(?:{_SORT})*(?:{_HEAD})){_IN_NAME}{{2,22}}?(?:{_HEAD}))"
    "(?=[，。；、！）\n”“]|和|与|建设[，。；、]|以来|取得|深入|扎实|成效|圆满|走深|任务|年度|为总|目标|决胜|要求|$)"
    f"|(?:(?<=[，。；、是\n])|^)(?P<done>(?!{_VERB})(?!(?:{_SORT})*(?:{_HEAD})){_IN_NAME}{{2,22}}?(?:{_HEAD}))(?=(?:正在|已经?)?(?:{_GOES_ON}))"
)
# the next of a row: 实施……攻坚行动、/开放平台建设行动
_NEXT = regex.later(
    f"[、和](?P<next>(?!(?:{_SORT})*(?:{_HEAD})){_IN_NAME}{{2,22}}?(?:{_HEAD}))(?=[，。；、！）\n”]|和|与|等|$)"
)
# with its name in quotation marks it needs no verb: “两问两看”行动
_QUOTED = regex.later(
    f"“[^“”\n]{{2,14}}”{_H}{{0,8}}?(?:专项行动|行动|工程|攻坚战|行动计划|计划|斗争|运动)(?!会|员|[者力派委路指轨不上起自能部组队师项质]|建(?!设))|“(?!系统|民心|一把手|希望)[^“”\n]{{2,12}}(?:工程|行动|计划|方案)”"
)
_SHORTEST = 4
_REFORM = regex.later(
    "(?:推进|深化|实施|开展|推动)(?:新一轮)?(?P<reform>(?![的各]|全面|国企|农村|教育|医药|财税)(?:(?![，。；、的了和])[\u4e00-\u9fff]){4,10}综合改革)(?=[，。；、])"
)
_SAID = regex.later(
    "“[^“”\n]{4,14}”(?=工作(?:汇报|情况|方案|推进|经验)|亮点|项目|总?平台|改造提升|提升行动|培育)"
)  # “万渠通万家”工作
_LESSON = regex.later("(?<=吸取)[\u4e00-\u9fff]{4,24}?(?:案件|事故|事件|火灾|爆炸|坍塌)(?=[的等，、]|教训)")
_DATED = regex.later(
    "“[一二三四五六七八九十]{2,3}·?[一二三四五六七八九十]?”(?:大?轰炸|惨案|事变|运动|起义|罢工)"
)
_INSPECTED = regex.later(
    "中央(?:第[一二三四五六七八九十]+轮)?(?:生态环境保护|生态环保|环保|脱贫攻坚|安全生产|巡视)(?:专项)?督察|中央巡视(?![组办机员])"
)

_SURVEY = regex.later(
    "第[一二三四五六七八九十]{1,3}次(?:全国|国家|全省)?[\u4e00-\u9fff]{2,14}?(?:普查|调查(?:评估)?|评估)"
)
# what is celebrated by its years: 中华人民共和国成立七十五周年
_YEARS = regex.later(
    "(?:(?:中华人民)?共和国|新中国|中国共产党|中国人民解放军|(?:中国)?人民抗日战争(?:暨世界反法西斯战争)?|红军长征|改革开放|(?:香港|澳门)回归祖国|[\u4e00-\u9fff]{2,4}(?:起义|解放|战役))(?:成立|建立|诞生|胜利|爆发)?[0-9一二三四五六七八九十百]{1,5}周年"
)


# what its own words tell: jubilees of a school, lists of the biggest, ages of prosperity, campaigns of encirclement
_TOLD = regex.later(
    "建校[0-9一二三四五六七八九十百]{1,4}周年(?:校庆|庆典|庆祝大会)"
    "|(?<![一-鿿])世博(?=[结期展接])|(?<=为)世博(?=接)|冬奥(?=健儿|精神|会|场馆|项目|，|。)"
    "|(?<=[榜选身围入])(?:中国|世界|全国|全球|财富)[\u4e00-\u9fff]{0,8}[1-9][0-9]{1,2}强"
    "|(?:贞观|文景|开元|康乾|仁宣|光武|昭宣|永乐|康雍乾)(?:之治|盛世|中兴)"
    "|第[一二三四五六]次(?:“围剿”|反“围剿”|围剿|反围剿)|(?<=[、，。和划])三年行动(?=计划|目标|任务)|“[^“”\n]{4,16}(?:试点|攻关)”"
)


def seen(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """The campaigns where no meeting, document, institution or quotation of ``found`` stands."""
    is_free = free(one.span for one in found if one.kind in _WHOLE)
    spans = [list(_of_line(line.text)) for line in lines]
    names = {
        line.text[start:end]
        for line, own in zip(lines, spans, strict=True)
        for start, end in own
        if _NAME.fullmatch(line.text, start, end)
    }
    for line, own in zip(lines, spans, strict=True):
        until = 0
        own += [named.span() for named in _NAME.finditer(line.text) if named[0] in names]
        for start, end in sorted(own, key=lambda span: (span[0], -span[1])):
            span = Span(line.at + start, line.at + end)
            if start >= until and end - start >= _SHORTEST and is_free(*span):
                until = end
                yield Seen("meeting", line.text[start:end], "", span)


_NAME = regex.later("“[^“”\n]{4,14}”")  # a name in quotation marks: told once, it is one everywhere
_WHOLE = ("meeting", "document", "institution", "quotation", "promise")


def _of_line(text: str) -> Iterator[tuple[int, int]]:
    for found in _CAMPAIGN.finditer(text):
        yield found.span(found.lastgroup or 0)
        end = found.end()
        while following := _NEXT.match(text, end):
            yield following.span("next")
            end = following.end()
    for found in _REFORM.finditer(text):
        yield found.span("reform")
    for sort in (_QUOTED, _INSPECTED, _SURVEY, _YEARS, _SAID, _DATED, _LESSON, _TOLD):
        for found in sort.finditer(text):
            yield found.span()
