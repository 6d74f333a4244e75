"""Promised counts (讲三点意见, 两个平台：, 甲、乙、丙三大行动), and how many members the enumeration behind them has."""

from __future__ import annotations

from itertools import pairwise

from speechlint.document.facts.seen import Seen
from speechlint.document.numerals import number
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_PROMISE = regex.later(
    "(?<![0-9.])(?P<digits>[二三四五六七八九十两0-9]{1,2})(?:点|个方面|方面|项|条|件|个|句)(?:的)?"
    "(?P<noun>意见|要求|希望|期许|期望|期盼|寄语|建议|体会|感受|感悟|感想|启示|想法|思考|看法|问题|工作(?![城人日组站岗队室量])|任务|措施|(?:重点|关键)(?=[，。：；是要]|任务|工作)|话|事(?![关业项])|打算|愿望|心愿|嘱托|祝愿|期待|认识|提醒|提示|提议|部分|环节|举措|承诺|倡议)"
    "|(?<![0-9.])(?P<some>[二三四五六七八九十两0-9]{1,2})(?:个方面|大方面|个部分|点(?=[，。：]))"
)
_CHINESE = "[二三四五六七八九十两]"
_HAN = "(?:(?![的了是在和与])[\u4e00-\u9fff])"
# what the text behind answers at once, a sentence that is a count alone, and what the list before it has answered
_ANSWERED = regex.later(
    f"(?<![0-9.第{_CHINESE[1:-1]}])(?P<digits>{_CHINESE})(?:(?:大|个|项|点|条|份|种|句|层|场|件|张|道|步|块|本|篇)(?![人月多])(?:{_HAN}){{1,6}}|个?方面|大?类|层含义)"
    "(?=[：:]\n?[^0-9]|[。，]\n?(?:一是|第一，|其一|首先|即《?|一个是|一类是|一种是|分别[是为]))"
    f"|(?<![0-9.第{_CHINESE[1:-1]}])(?P<things>{_CHINESE})(?:件|本|笔|张|道|关|项|个|大|条|步|篇|块|组|场|招|环|轮|张)(?:(?:{_HAN}){{1,6}})?(?=[：:]\n|，?(?:一是|[：:](?:一|其一|第一|首先)|一要|第一[，是]))"
    f"|(?:以下|如下)(?P<below>{_CHINESE}(?:(?:个|点|条|项|种)(?:方面|{_HAN}{{2,6}})|方面的?{_HAN}{{2}}))(?=[，。：；])"
    f"|(?:分为|分成|概括为|归纳为|归结为|总结为|体现[为在]|表现[为在]|有)(?P<divided>{_CHINESE}(?:个|大|种|点)(?:阶段|贡献|特点|特征|方向|层次|层面|维度|转变|优势|角度|变化|原因|难点|亮点|短板))"
    f"|(?:[抓办做打把守算念唱下建管过闯迈写答走干抢补压盯][好实牢细准住紧稳赢响活足强优深透]|办好|送给大家|送给同学们|送给你们|送大家|做到|啃下|布置|交代|打好|抓好|做好|把握好|处理好|落实好|算好|念好|唱好|下好|建好|管好|守住|守好|过好|闯过|迈好|打赢|唱响|做足|做活|做实|写好|答好|走好)(?P<good>{_CHINESE}(?:件|场|项|个|篇|本|盘|道|条|张|台|出|类|块|步|招)(?:{_HAN}){{1,5}}?)(?=[，。；：、])"
    f"|(?:[办干做抓]|办好|抓好|布置的|安排的|可及的|期盼的|关心的|解决|干成|办成|做成|办好|办实|推进)(?P<deeds>(?:{_CHINESE}|[1-9][0-9]?)(?:件|个|项)(?:{_HAN}){{0,3}}?(?:实事|大事|要事|难事|好事|急事|事|问题|难题|短板))(?=[，。：；、])"
    f"|(?:我|再|就|先|只|着重|重点|主要)(?:讲|谈|说|提|强调|汇报|报告)(?P<said>{_CHINESE}(?:层|个|点|句|条|件|方面)(?:{_HAN}){{0,4}}?)(?=[，。；：])"
    f"|“(?P<quoted>{_CHINESE})(?:个|项|大|条|种|点)(?:{_HAN}){{2,4}}”(?=[：:])"
    f"|(?<![0-9.第{_CHINESE[1:-1]}])(?P<account>{_CHINESE})[本笔]账"
    f"|(?<![0-9.第{_CHINESE[1:-1]}])(?P<sorts>{_CHINESE})大?(?:类|种|部分)(?=，其中)"
    f"|(?:^|(?<=\n)|(?<=[\n 　][ 　]))(?P<alone>[一二三四五六七八九十两])(?:个|项|大|份|点|条|种|类)(?:{_HAN}){{1,5}}(?:{_HAN}|的)(?=。)"
)
_LISTED = regex.later(
    f"(?P<list>[^，。；：、！？\n]{{1,30}}(?:[、和与][^，。；：、！？和与\n]{{1,14}}?){{1,8}})(?P<digits>{_CHINESE})(?:大(?!类)(?:重点|重大|关键|主要|核心|优势|支柱|主导|特色|战略|专项|标志性|传统|新兴)?{_HAN}{{2}}(?:产业|工程|行动|计划|体系|引领高地|高地|品牌|基地|领域|任务|战略|奇迹|难题|法宝|保障|支撑|关系|优势|主题|原则|目标|板块|特点|平台)?|个?方面)"
)
_EACH = regex.later(
    f"(?<![0-9第这每{_CHINESE[1:-1]}一])[一二三四五六七八九十两]个(?:{_HAN}){{2}}(?:、[一二三四五六七八九十两]个(?:{_HAN}){{2}})+"
)
# a verb before each: 围绕一条主线、把握两个重点、打造三个中心
_EACH_DONE = regex.later(
    "(?:[一-鿿]{2}(?P<first>[一二三四五六七八九十两])(?:个|条|项|大|类|种)[一-鿿]{2,4}[、，]){2,}[一-鿿]{2}[一二三四五六七八九十两](?:个|条|项|大|类|种)[一-鿿]{2,4}"
)
_DONE = regex.later("(?<=[一-鿿])[一二三四五六七八九十两](?:个|条|项|大|类|种)[一-鿿]{2,4}")
_SORTED = regex.later(
    f"(?:、[^、，。；：\n]{{2,24}}){{2,12}}等?(?P<sorted>{_CHINESE}(?:类|种|项)(?:模式|方式|途径|形式|类型|机制|措施|制度|能力|关系|渠道))"
)
# counts in quotation marks, of which one is told again with what it is: 实现“三个增长”、“两个突破”。“三个增长”是：
_QUOTED = regex.later(f"“(?P<count>{_CHINESE}(?:个|大|项|条|种|点|件)[^“”，。；：、\n]{{1,6}})”")
_ANSWERS = regex.later(
    "(?:是指|就是|是|即|指的是)?[：:]|是指|就是|[。，；]\\n*[ 　]*(?:一是|一要|第一|其一|（一）)"
)
_ONE_OF_EACH = regex.later("[^、]+")
_OF_MARKS = regex.later(
    f"”(?P<digits>{_CHINESE})(?:项|大|个|条|种)(?:基本|重要|主要|重大)?(?:原则|要求|方针|方面|关系|举措|行动|理念|任务|体系|机制|工程|制度|能力|精神|办法|环节|保障|标准|问题|关键词)"
)
_NOT = ("第", "这", "上述", "以上", "前", "十", "几")
_MOST = 12
_FAR = 400  # characters behind a promise within which its enumeration begins


def seen(doc: Document) -> Iterator[Seen]:
    """The promises in order; what is about an earlier one (这三点) promises nothing."""
    groups = sorted(doc.outline.groups, key=lambda group: group[0].mark.start)
    until = 0
    for start, end in sorted(_found(doc.text), key=lambda span: (span[0], -span[1])):
        if start >= until and not doc.text[max(0, start - 2) : start].endswith(_NOT):
            until = end
            near = [g for g in groups if end <= g[0].mark.start <= end + _FAR]
            answer = "、".join(doc[item.mark].strip("、，. ") for item in near[0]) if near else ""
            yield Seen("promise", doc.text[start:end], answer, Span(start, end))


def _found(text: str) -> Iterator[tuple[int, int]]:
    for found in _PROMISE.finditer(text):
        digits = found["digits"] or found["some"]
        if digits.isdigit() and int(digits) > _MOST:  # 出台22条举措 has been done and is no promise
            continue
        if number(digits) is not None or digits.isdigit():
            yield found.span()
    for found in _ANSWERED.finditer(text):
        yield (
            found.start(found.lastgroup or 0),
            found.end(found.lastgroup)
            if found.lastgroup in ("divided", "good", "said", "deeds")
            else found.end(),
        )
    for found in _SORTED.finditer(text):
        yield found.span("sorted")
    for found in _EACH.finditer(text):
        each = list(_ONE_OF_EACH.finditer(text, *found.span()))
        if len({one[0][0] for one in each}) > 1:  # 一个国家、一个地区
            yield from (one.span() for one in each)
    for found in _EACH_DONE.finditer(text):
        yield from (one.span() for one in _DONE.finditer(text, *found.span()))
    yield from _quoted(text)
    for found in _OF_MARKS.finditer(text):
        opens = text.rfind("“", max(0, found.start() - 80), found.start())
        if opens >= 0 and text.count("、", opens, found.start()) + 1 == number(
            found["digits"].replace("两", "二")
        ):
            yield found.start("digits"), found.end()
    for found in _LISTED.finditer(text):
        wanted = number(found["digits"].replace("两", "二"))
        some = found["list"].count("、") + 1
        all_of_them = some + found["list"].count("和") + found["list"].count("与")
        if wanted == some or (
            wanted == all_of_them
            and "是" not in found["list"]
            and text[found.end() : found.end() + 1] in "，。；、的"
        ):
            yield found.start("digits"), found.end()


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """The counts in quotation marks that are answered, and those in a list with one that is."""
    told = list(_QUOTED.finditer(text))
    answered = {found["count"] for found in told if _ANSWERS.match(text, found.end())}
    for _ in range(2):
        for one, other in pairwise(told):
            between = text[one.end() : other.start()]
            if between in ("、", "和", "") and {one["count"], other["count"]} & answered:
                answered |= {one["count"], other["count"]}
    for found in told:
        if found["count"] in answered:
            yield found.span("count")
