"""Where an old formulation is rightly used: told as history, cited, named, or talked about.

Each context looks only at what the words belong to: their clause, the opening of their sentence, the
words right before and after. A marker elsewhere in the paragraph excuses nothing.
"""

from __future__ import annotations

from speechlint.document.narration import narrated
from speechlint.document.numerals import number
from speechlint.document.quotations import inside
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from speechlint.document import Document
    from speechlint.document.span import Span

_FAR = 160
_CLAUSE_END = regex.later("[，,；;：:]")


class Place(NamedTuple):
    """The words around a span within its sentence: ``before`` and ``after`` it, the part of its clause in
    each of them, the year it speaks in, and until when it was valid."""

    doc: Document
    span: Span
    before: str
    after: str
    clause: str
    clause_after: str
    year: str
    until: str


def place(doc: Document, span: Span, year: str, until: str) -> Place:
    """The place of ``span``, whose speech is of ``year``."""
    sentence = doc.sentence_at(span.start)
    before = doc.text[max(sentence.start, span.start - _FAR) : span.start]
    after = doc.text[span.end : max(span.end, min(sentence.end, span.end + _FAR))]
    clause, clause_after = before[max(map(before.rfind, "，,；;：:")) + 1 :], _CLAUSE_END.split(after, 1)[0]
    return Place(doc, span, before, after, clause, clause_after, year, until)


def excused(found: Place, kinds: Iterable[str]) -> bool:
    """Whether one of the contexts named ``kinds`` holds."""
    return any(CONTEXTS[kind](found) for kind in kinds)


LOOKING_BACK = regex.later(
    # With the characters the words begin with ahead of them, thirty alternatives need not be tried at every other.
    "(?=[回历那当此以早上初经曾时一大全会开成解建世县志档0-9二三四五六七八九十两几年近过追重展老改退合撤从前小彼昔往先原多数若最起之刚疫知首参第计])(?:"
    "(?P<firm>(?:[当早昔]年|那时|当时|当初|那会儿|那阵子|从前|前些年|前几年|前[两几]年|小时候|那[几两三些]年|彼时|昔日|往[年昔日]|早[些几]年|早年间|先前|原先|[多数]年(?:以)?前|若干年前|最[初早]|起初|年轻时|刚(?:参加工作|毕业|来|入[党职伍]|工作)|"
    "(?<![年季])之初|参加工作(?:时|那|之初)|知青|一度(?<![年季天时省每这]一度)(?![电假角])|原[县市省区镇乡村厂局校院][^，。；]{0,5}(?:书记|主任|主席|[县市省区镇乡村局厂校院部]长)|(?:历任|历届|前任|首任|第一任)(?:县|市|省|区|镇|乡|村|厂|校|院|班|领|老|书|党|主|支|局|工|团)|"
    "(?:上一?[轮届任]|第[一二三四五六七]轮)|[多数]年来|[一二三四五六七八九十两0-9]{1,3}岁(?:那年|时)?(?:就|便|才)?(?:加入|参[加军]|进|入|考|当|到|来|离)|三年(?:新冠)?疫情|那(?:个)?(?:时候|年代|年月)|计划经济(?:时代|时期|年代))(?:[^，。；]{0,3}要(?!求))?|早在|曾(?!孙|祖)|时任|先后(?:在|担任|任|当过|完成|实施|开展|参[加与]|经历|打赢|推进|投入|荣?获|被|通过))|"
    "以[毛邓江胡][泽小锦][东平民涛]同志为主要代表|回[顾首望想忆眸]|追忆|重温(?!入党)|展[板厅柜馆陈]|老(?:一[辈代]|照片|[\u4e00-\u9fff]{2,3}们?(?:们|生前|在世时)?[^，。；]{0,3}(?:说|讲|谈|回忆|念叨|告诉))|县志|志书|档案记载|历史上|那一?(?:[场次年段些辈天刻晚夜日]|代人)|大前?年|前年|[一二三四五六七八九十]大(?:时|前后)|此前|以往|(?:改革|改制|退休|合并|撤并)以?前|过去(?=[，,群大我办人老])(?:[^，。；]{0,8}要(?!求))?|上世纪|初期|那(?:正)?是(?!因)|历经|经历了|一路走来|疫情[一二三]年|"
    "(?:大|全会|会议|开放|成立|解放|建国|世纪|[0-9]年)以来(?:[，,]|的[一二三四五六七八九十两几]{1,2}年[间来]?[，,])|[二三四五六七八九十两几]{1,2}年前|年代|"
    "[近过]去?的?(?P<past>[一二三四五六七八九十两0-9]{1,3})[多余]?年|(?P<during>[二三四五六七八九十两0-9]{1,3})[多余]?年[来间]|"
    "过去(?!的?(?:一年|这一年)))"
)
_MUST = "要(?<![重主需纲非么]要)(?![求素点领闻务])"
_PRESENT = f"今年|当前|今后|下一步|接下来|新的一年|现在|目前|{_MUST}|必须|务必|继续|希望|进一步"
_NOW = regex.later(f"{_PRESENT}|今天(?:的?我们)?[^，。；是看来回]{{0,4}}[更就仍要]|展望|面向未来|奔向")
_HELD = "(?:召开|闭幕|开展|实施|提出|成立|启动)"
_AFTER = "(?:以来|之后|以后|后(?=[，,、])|过后)"
_SINCE = regex.later(f"[”’」》]?(?:活动|教育|会议|大会)?(?:的?胜利)?{_HELD}?{_AFTER}")
_LATER = regex.later(f"[”’」》]?(?:活动|教育)?{_AFTER}")
META = regex.later(
    "(?=[写误还曾原本叫当那凡称习俗落笑仍有改旧更不别以过从早提表说一字已这前取成退调转拓深上发升优走迈到])(?:"
    "写作|误作|误写|还在[写用]|(?<![在又被人])还叫|[曾原本]叫|[当那]时叫|凡是?写|叫[成作做过]|称[作过]|习惯[叫称]|叫惯|俗称|落款|笑话|[还仍]写[着成]|有人(?:还|仍)?写|改了名|旧(?:标语|口号|提法|说法|稿|本)|更正|改正|改为|改成|改称|改过来|不再使用|不再提|(?:不再|已不)是|不再[讲写说叫用]|"
    "(?:不能|不要|不宜|不可|别)再[讲写说叫用提]|(?:以前|过去|从前|原来|早先)[叫称]|提法|表述|说法|一词|字样|这(?:个|一)词|更名|前身|取代|成为历史|退出历史|写进历史|"
    "(?:调整|转变|拓展|深化|上升|发展|升级|优化)(?:为|到|成)|转向|走向|迈向|转入|到[“‘]?全面建设社会主义现代化)"
)
FROM_TO = regex.later(
    "(?=[从再又])(?:从[^，。；]{0,16}(?:再)?到[“‘]?$|从(?:抓好?|打[赢好]|推[进动]|实[施现]|开展|落实|建设|提出)?[“‘]?$|[再又]到[“‘]?$)"
)
_TO = regex.later("(?<![做得达看想等收送走感提])到(?![位底])")
_IN_IT = regex.later(
    "[”’]?(?:活动|教育|工作|期间){0,2}[中里时]?[，,]?[^，。；要]{0,8}(?<![不未])曾(?!孙|祖|几)"
)
_PLANS = regex.later("到20[3-9]|到本世纪|第二个百年|下一届|[二三]十[一二三四]大")
_SAID = regex.later(
    "(?:指出|强调|要求|提出|写[道着有]|打着|喊着|印着|标榜|号称|声称|题词|说过?|讲过?|指示|批示|明确|宣布|宣告|号召|题为|主题[是为]?|口号[是为]?)[了过]?[：:，,]?$"
)
_WRITTEN = regex.later(
    "(?:写道|[写印刻刷绣题][着过]|题词是?|[写印刻](?:的|下)?(?:就|正)?是|标题(?:就|正)?是|开[篇头](?:写|就)|写[下入了])[：:，,]?$"
)
_DONE_BEFORE = regex.later(
    "(?:提前|超额|没有|未能|如期|圆满|历史性地?|成功|胜利地?|打赢|赢得|见证|庆祝|"
    "已经|业已|均已|已(?=全面|如期|胜利|圆满|完成|实现)|[完成实现取得夺结束打赢见证]{1,2}了)[^，。；]{0,10}$"
)
DEMAND = regex.later(
    f"{_MUST}|确保|力争|努力|奋力|坚决|全力|必须|争取|力求|务必|为(?=如期|圆满|成功|胜利|打赢)"
)
_DONE_AFTER = regex.later(
    "[”’」]?(?:的?(?:宏伟|奋斗|伟大|战略|第一个百年|历史){0,3}(?:确定|提出)?的?(?:主要|各项)?(?:目标|任务|胜利){0,2}"
    "(?:如期|已经?|全部|均|都|圆满|全面|基本|顺利|提前|超额|胜利|历史性)*"
    "(?:取得|完成|收官(?!之?年)|结束|告一段落|落下帷幕|画上[^，。；]{0,4}句号|实现(?:了|(?=[，。；！,;]|$))|达到|成果|成效|成就|伟大胜利|决定性|[^，。；]{0,8}[变成]为现实|"
    "[^，。；]{0,16}(?:历史性(?:成就|胜利|跨越)|伟大(?:成就|胜利))))"
)
_STRIVING = regex.later("(?:而|不懈)奋斗|而努力")
_RAISED = regex.later(
    "(?:十[二三四五六七八九]大|二十大|中全会|[0-9]年|首次|率先)[^，。；]{0,6}(?:提出|确立|确定|作出|发出|吹响|部署|描绘|擘画)了?[^，。；]{0,8}$"
)
_TOGETHER = regex.later("领导集体[、，,和与及]{0,2}$")  # …党的三代中央领导集体和以…为总书记的党中央
_ACTED = regex.later(
    "[，,]?[^。；]{0,24}(?:提出了|作出了|创立了|形成了|带领|领导(?:全党|全国|人民))|"
    "[，,]?(?:成功|紧紧|强调(?!的)|领导(?:全党|全国|人民)|审时度势|抓住|都?高度重视|开创|为中华民族|[^，。；]{1,6}(?<!为)了(?!解))"
)
_LEADERS = ("中央", "集体", "同志", "核心", "总书记")
_FORMER = regex.later("(?:原|原来的|老|旧|撤销|合并|整合|并入)[^，。；]{0,6}$")
_FROM = regex.later("[从在][^，。；]{0,4}$")
_BEGUN = regex.later("[^，。；]{0,14}(?:[干做]起(?!来)|起步|起家|参加工作|入[党职]|退休)")
_REVIEW = regex.later("(?m)^[ \u3000]*[一二三四五六七八九十]{1,3}、(?P<heading>[^。\\n]{0,50})")
_REVIEWED = regex.later("回顾|(?:过去|近|这)[三五]年|[三五]年来")
_LONG = regex.later("[三五]年[^度]|时期|[三五]年$")
_REPORTED = regex.later(
    "了|已|顶住|经受|战胜|走出|取得|显著|大幅|持续|有效|明显|稳步|跃升|跨越|如期|完成|增长|增加|突破|超过|建成|挂牌"
)
_ASKED = regex.later(f"{_PRESENT}|切实|奋斗|奋力|契机|贡献|努力|确保|关键在")
_THEN = regex.later(
    "[”’」》]?(?:这(?:一|个|句)?(?:口号|词|话))?(?:的|是)?(?:那[些几一二三四五六七八九十两段阵会个时场晚天年]|当年|当时|哪一?年|什么时候|何时|早就|最早)"
)
_RECALLED = regex.later("(?:还?记得|想起|说起|谈起|讲起|提起|聊起|忆起|听说过)[^，。；]{0,6}$")
_ASKING, _CLOSE = frozenset("那当哪什何早最得起过"), 14  # without one of these neither fits
_TOLD = regex.later("(?:指出|强调|要求|提出|号召|部署|决定|规定|明确|[说讲写问])(?!的)")
_BEFORE_REVIEW = 40_000
_DISPATCH = 4_000
_WIRE = regex.later("新华社[^，。；\\n]{2,10}电")
_YEAR = regex.later(
    "((?:19|20)(?<![0-9到]..)[0-9]{2}|(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年))(?:年|[—－-](?=[0-9]{4}年))"
)
_DONE_THEN = regex.later(  # 按照…的要求，我们二〇〇七年修了
    "[^，。；]{0,12}[，,][^，。；要]{0,8}((?:19|20)[0-9]{2}|(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2})年[^，。；要]{0,6}[^，。；]了"
)
_FIGURES = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATED = frozenset("，,初底末春夏秋冬")  # after 2012年: what follows is of that year
_CARRIED_ON = frozenset(("继续", "进一步", "希望"))
_TURNED = regex.later("今年|当前|今后|下一步|接下来|现在|目前|眼下")
_RECENTLY = regex.later("去年|上年|过去一年|过去的一年|一年来")


def _history(found: Place) -> bool:
    """A marker that looks back leads the sentence, and nothing turns to the present after it."""
    if "曾" in found.after and _IN_IT.match(found.after) and not DEMAND.search(found.clause):
        return True
    first = LOOKING_BACK.search(found.before)
    if not first:  # mostly
        if _ASKING.isdisjoint(found.after[:_CLOSE] + found.clause[-_CLOSE:]):
            return False
        asked = _THEN.match(found.after) or _RECALLED.search(found.clause)
        return asked is not None and not _NOW.search(found.before)
    *_, last = LOOKING_BACK.finditer(found.before, first.start())
    if _is_asked_of(found.before, last):
        return False
    if _turns_to_now(found.before, last.end(), bool(last["firm"])):
        return False
    years = number(last["past"] or last["during"] or "")
    return not years or found.until >= str(int(found.year) - years - 1)


def _is_asked_of(before: str, told: re.Match[str]) -> bool:
    """Whether what is told of the past is part of a demand that has ended: 要借鉴前几年的做法，…."""
    rest = before[told.end() :]
    if not (rest.startswith("的") and _CLAUSE_END.search(rest)):
        return False
    return bool(DEMAND.search(_CLAUSE_END.split(before[: told.start()])[-1]))


def reviewed(found: Place) -> bool:
    """Whether the section it stands in reviews the years gone by (一、2025年工作回顾) and was of them."""
    if found.until < str(int(found.year) - 6):  # mostly
        return False
    sentence = found.before + found.after
    if _ASKED.search(sentence) or not _REPORTED.search(sentence):
        return False
    start = max(0, found.span.start - _BEFORE_REVIEW)
    heading = ""
    for match in _REVIEW.finditer(found.doc.text, start, found.span.start):
        heading = match["heading"]
    if not _REVIEWED.search(heading):
        return False
    return bool(_LONG.search(heading)) or found.until >= str(int(found.year) - 2)


def _since(found: Place) -> bool:
    return bool(_SINCE.match(found.after))


def _later(found: Place) -> bool:
    """As ``since``, but not 开展以来, which says that it goes on."""
    return bool(_LATER.match(found.after))


def _year(found: Place) -> bool:
    """A year gone by, to which the clause belongs: 2009年, or 去年, and no 今年 after it, where it was still valid then."""
    if "年" not in found.before and "年" not in found.after:  # mostly
        return False
    lead = found.before[max(found.before.rfind("；"), found.before.rfind("。")) + 1 :]
    last = None
    for match in _YEAR.finditer(lead + found.clause_after):
        last = match if match.start() < len(lead) or last is None else last
    if last and last[1].translate(_FIGURES) < found.year:
        dated = lead[last.end() : last.end() + 1] in _DATED
        if not _turns_to_now(lead, last.end(), dated):
            return True
    done = _DONE_THEN.match(found.after)
    if done and done[1].translate(_FIGURES) < found.year and not DEMAND.search(found.clause):
        return True
    recently = found.until >= str(int(found.year or "0") - 1)
    told = _RECENTLY.search(lead) if recently else None
    return told is not None and not _TURNED.search(lead, told.end())


def _turns_to_now(lead: str, told: int, firm: bool) -> bool:
    """Whether 今年, 要, 继续 turn to the present after the past was told; not where that is part of what was
    said then (时任县长讲，要…), nor 继续 after words that name a time (那几年，继续…), ``firm``."""
    for now in _NOW.finditer(lead, told):
        if firm and now.group() in _CARRIED_ON:
            continue
        said = (firm or _YEAR.search(lead)) and _TOLD.search(lead, told, now.start() + 1)
        return not (said and not _TURNED.search(lead))
    return False


def _title(found: Place) -> bool:
    return inside(found.doc, found.span, "title")


def _quote(found: Place) -> bool:
    """Inside a quotation that somebody is said to have written, or, where it is longer than the words themselves,
    to have said."""
    opened = max(map(found.before.rfind, "“「『"))
    if opened < 0 or any(mark in found.before[opened:] for mark in "”」』"):
        return False
    if _WRITTEN.search(found.before[:opened]):
        return True
    around = found.before[opened + 1 :].strip() + found.after.partition("”")[0].strip()
    return len(around) >= 4 and bool(_SAID.search(found.before[:opened]))


def _plan(found: Place) -> bool:
    return bool(_PLANS.search(found.clause))


def _meta(found: Place) -> bool:
    """Talked about as wording: 由…改为…, 从…到…."""
    if found.after.lstrip("”’").startswith("到") and "从" in found.clause:
        return True
    if FROM_TO.search(found.clause) and _TO.search(found.clause + found.clause_after):
        return True
    return bool(META.search(found.clause + found.clause_after[:30]))


def _done(found: Place) -> bool:
    """Told as accomplished, 如期…, …取得…, and not demanded: 确保如期…."""
    before = _DONE_BEFORE.search(found.clause)
    if not before and not _DONE_AFTER.match(found.after):
        return False
    if _STRIVING.search(found.after[:40]):
        return False
    told = before is not None and before.group()[:2] in ("已经", "业已", "均已")
    return told or "了" in found.clause[-12:] or not DEMAND.search(found.before)


def _raised(found: Place) -> bool:
    """党的十六大提出…: who raised it and when is told, and no 的 makes it a present demand."""
    return bool(_RAISED.search(found.clause)) and "提出的" not in found.clause


def _subject(found: Place) -> bool:
    """As the subject of what was done: 以…为总书记的党中央提出了…; beside the leaders before."""
    if _TOGETHER.search(found.clause):
        return True
    if not found.doc[found.span].endswith(_LEADERS):
        return False
    acted = _ACTED.match(found.after)
    return acted is not None and not DEMAND.search(found.before)


def _former(found: Place) -> bool:
    """原国土资源厅, 由农业局改…, 从卫生局一名打字员干起."""
    if _FROM.search(found.clause) and _BEGUN.match(found.after):
        return True
    return bool(_FORMER.search(found.clause) or found.after.startswith(("（现", "（今", "（已")))


def _story(found: Place) -> bool:
    return narrated(found.before, found.after, found.clause)


def _news(found: Place) -> bool:
    """In a dispatch (新华社…电) that has named the person with his posts before."""
    before = found.doc.text[max(0, found.span.start - _DISPATCH) : found.span.start]
    return bool(_WIRE.search(before))


_PAST = (_history, _since, _later, _year, _plan, _done, _raised, _story)
_CITED = (_title, _quote, _meta, _subject, _former, _news)
CONTEXTS: dict[str, Callable[[Place], bool]] = {kind.__name__[1:]: kind for kind in (*_PAST, *_CITED)}
