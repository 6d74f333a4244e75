"""Documents in 《》, and those told without marks: 党章, 中央一号文件, what is said to be drawn up or published."""

from __future__ import annotations

from speechlint.document.facts import latin
from speechlint.document.facts.kept import names
from speechlint.document.facts.seen import Seen
from speechlint.document.facts.worded import known_place
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from speechlint.document import Document
    from speechlint.document.facts.bounds import Bounded
    from speechlint.document.facts.worded import Line

_TITLE = regex.later("《[^《》\n]{1,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》(?:（[^（）\n]{1,20}号）)?")
_SORT = "规划|行动计划|计划|方案|纲要|条例|办法|细则|意见|决议|宣言|声明|公报|协定|条约|公约|备忘录|白皮书|章程|准则|规定|规程"
_MADE = regex.later(
    "(?:出台|制定|制订|编制|印发|颁布|发布|颁发|修订|通过|签署|签订|发表)(?:实施)?了?"
    f"(?P<name>(?![的一各有相关实新更多完总]|全(?!面推[进动]|民|域|链条)|本[地级]|年度|具体|详细|专项|工作|应急|整改|(?:未来)?[三五十]年)(?:文化和旅游|工业和信息化|住房和城乡|林业和草原|经济和社会|发展和改革|保护和|治理和|(?![的了和并等在])[\u4e00-\u9fff（）“”0-9.—]){{3,26}}?(?:{_SORT}))(?=[，。；、])"
    "|(?:加快|推动|推进|落实|抓好|按照|根据|围绕|对照|贯彻|实施|深化)(?P<plan>(?!加快|推动|推进|落实|[的一各有相关全更多本该]|新(?!疆))(?:(?![的了和并等在、，])[\u4e00-\u9fff（）]){2,16}?(?:试验区|示范区|新区|自贸港|先行区|合作区|经济带|城市群|都市圈|大湾区|双城经济圈)(?:建设|改革|发展)?(?:总体|建设|实施|改革|发展)(?:方案|规划(?:纲要)?))(?=[，。；、的]|任务|改革|各项|明确|确定|要求|落实|落地)"
    "|(?:出台|落实|落细|制定|印发|实施|执行|用好|推出)(?P<steps>(?!落细)(?![的一各有相关全新更多完总])(?:(?![，。；、了])[\u4e00-\u9fff]){4,24}的?若干(?:政策)?(?:措施|政策|意见|规定|决定|举措)|(?:(?![，。；、了的])[\u4e00-\u9fff]){2,10}[0-9]{1,3}条(?:政策|措施|意见|举措)?(?:措施)?)(?=[，。；、])"
    "|(?:出台|发布|实施|落实|印发|推出|执行)了?“(?P<rules>[^“”\n]{2,16}[0-9一二三四五六七八九十]{1,3}条)”"
    "|(?:发布|出台|印发|制定|编制|落实|执行)了?(?P<list>(?![的一各有相关实新更多完总本])(?:(?![，。；：、了和“])[\u4e00-\u9fff]){4,16}?(?:指引|指引清单|(?:条款|权力|责任|负面|事项)清单|(?:增产|双?倍增|行动)计划)(?:清单)?)(?=[，。；、和])"
    "|(?:(?<=[和、，。及])|^)(?P<film>(?:中央|省|市|长江经济带|黄河流域|黄河)?(?:生态环境)?警示片)(?=披露|通报|反馈|年度|问题)"
    "|实施(?P<output>(?![的一各有相关新更多])(?:(?![，。；：、了和“])[\u4e00-\u9fff]){2,8}(?:增产|双?倍增|扩容|提质)计划)"
    "|(?:启动|实施|完成|落实|推进|开展)(?P<done>(?![的一各新全该本])(?:(?![的了和并等在])[\u4e00-\u9fff]){2,20}?(?:三年行动(?:计划|方案)|行动(?:计划|方案)(?=[，。；、])))"
)
_BY_SORT = regex.later(
    "(?:国务院|[省市县区](?:人民)?政府|[一-鿿]{2,6}部|总局)(?:令)?第[0-9]{1,4}号(?:令|公告)?|(?:中央|国务院|[省市县区州旗](?:委|政府|委办|政府办)?|自治区(?:党委|政府)?)?第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,2})号文件|(?<![0-9第])[0-9]{1,3}号(?:令|公告)(?![人牌])"
    "|(?:党的)?(?:十[二三四五六七八九]|二十)大报告|[（(〔](?:19|20)[0-9]{2}[)）〕][一-鿿][0-9]{2,4}[一-鿿]{1,3}[0-9]{1,6}号(?:[一-鿿]{0,4}(?:判决书|裁定书|决定书|调解书))?|第[0-9]{1,4}号(?:提案|建议|议案|文件|通知|通报|简报|通令|命令|嘉奖令)|“双减”(?:政策|文件|意见)(?=下发|出台|实施|印发|落地|发布)|“十?[一二三四五六七八九]五”[\u4e00-\u9fff]{0,12}?(?:规划(?:纲要)?|纲要)|[中美日俄苏英法德韩朝印]{2}(?:联合声明|联合公报|友好条约)"
)
_NUMBERED = regex.later(
    "(?![按照根据依落实执行贯彻转印下])(?:(?![、，。；：（(的和与及])[一-鿿]){1,6}[〔\\[（(［](?:19|20)[0-9]{2}[〕\\]）)］]第?[0-9]{1,5}号(?:文件|文|令)?"
    "|(?:中共中央|党中央|国务院|中央军委|全国人大常委会|(?:中共)?[一-鿿]{0,4}[省市县区]委|[一-鿿]{0,4}[省市县区](?:人民)?政府|[一-鿿]{2,8}[部委局厅])(?:、?国务院|办公厅|、[省市县区]政府)?关于[^，。；《》“”]{4,40}?的(?:若干|指导|实施|暂行|有关)?(?:决定|意见|通知|建议|批复|决议|规定|条例|纲要|办法|方案|通报|公告|请示|报告)(?=[，。；、和]|精神|要求|》|的)"
    "|第[一二三四五六七八九十]{1,2}个五年(?:计划|规划)|“(?:十?[一二三四五六七八九]五|十五)”(?:计划|规划)|(?<=[、，])八项规定|(?:视察)?南方(?:重要)?(?:谈话|讲话)|国家(?![级的])[一-鿿]{4,14}(?:发展规划|发展纲要|行动计划|规划纲要)(?=[，。；、提的出明确])"
    "|(?:(?![、，。；：（(的了在和与及按照根据遵循恪守])[一-鿿]){2,10}(?:宪章|议定书|建交公报|联合公报|联合声明|友好条约|停战协定)(?![》）)])|最高人民(?:法院|检察院)关于[^，。；《》“”]{4,40}?的(?:司法)?(?:解释|规定|意见|批复|决定)"
    "|(?<=[、，。照据实对])(?:(?![、，。；：的了在和与])[一-鿿]){3,14}(?:发展规划纲要|规划纲要)(?=[，。、都写提明要])"
    "|(?<=“)[一-鿿]{2,14}(?:攻坚计划|规划|纲要|谱|县志|市志|村志|校志|志书|年鉴|校史|村史|党史|画册|丛书|文集|诗集|手册|汇编|日报|晚报|杂志|之歌|校歌|公约|宣言|倡议书|责任书|承诺书|来信|谈话|指示信)(?=”)"
)
_AGREED = regex.later(
    "(?<=[达通签发形][成过署表布])了?(?P<agreed>(?![一的各有相广新重战高基普初])(?:(?![，。；、的了和与])[一-鿿]){2,8}(?:共识|宣言|倡议|公报|公约|协定|协议))(?=[，。；、])|(?<=[提落践发][出实行起])(?P<proposed>(?![的一各有相广新重其这该此])(?:(?![，。；、的了和与上中在])[\u4e00-\u9fff“”]){4,16}(?:倡议|原则))(?=[，。；])|(?:按照|根据|依据|基于|依照|执行|启动)(?:国家)?(?:新的|最新)?(?P<under>(?![的一各有相关实新更多完总本该])(?:(?![，。；、的了和并等])[\u4e00-\u9fff]){4,24}?(?:预案|条例|办法|细则|规程|(?:质量|排放|技术|国家)标准))(?=的(?:有关|相关)?(?:规定|要求|实施)|[，。；])|(?:启动|开展|组织|推进|抓紧)(?P<drafted>(?![的一各有相本该])(?:(?![，。；、的了和])[\u4e00-\u9fff]){4,14}规划)(?=的?(?:编制|修编|修订))|(?:加入|退出|履行|遵守|在|(?<=[宣声]言、)|根据|依据|恪守)(?P<joined>(?![的一各有相广新重其这该此])(?:(?![，。；、的了和与上中在])[\u4e00-\u9fff]){2,12}(?:宣言|协定|公约|条约|议定书))(?=[，。；、上中]|规定|确定|生效|签)|“[大水土气蓝]?[一-鿿]{0,3}(?:十|[0-9一二三四五六七八九]{1,3})条”(?=颁布|出台|印发|实施|政策|发布|下发|要求|措施|规定)"
)
_OF_A_COUNCIL = regex.later(
    "(?:联合国|联大|联合国大会)?(?:安理会|[一-鿿]{0,6}(?:委员会|理事会|大会|常委会))第[0-9]{1,5}号(?:决议|决定|命令|公告|建议书?)"
)
_DATED = regex.later(
    "(?<![0-9])(?:19|20)[0-9]{2}年?(?:[一-鿿]{0,2}(?![0-9的和在了，]))(?:(?![，。；、的和在了])[一-鿿]){2,10}?(?:议程|愿景|远景目标(?:纲要)?|纲要|宣言|路线图)(?=[，。；、和》的要提明])"
)
# what is said to be sent out, passed or read, by what it is about: 批发了关于……的中央文件
_ABOUT = regex.later(
    "(?<=[发过了布达批台读习议彻实])关于[^，。；《》“”\n]{4,40}?的(?:中央|若干|指导|实施|暂行)?(?:文件|决定|通知|意见|指示|建议|批复|决议|规定|条例|通报|公告|批示|命令)(?=[，。；、》]|精神|要求|，|中)"
)
_EVERY = "|".join(sorted(names("documents"), key=lambda name: (-len(name), name)))
_KNOWN = regex.later(f"(?<!《)(?:{_EVERY})(?![律治制院官庭学》]|规(?!定))")


_SURE = 1.0  # the least weight of a document that its noun alone tells


def bounded(line: Line, told: list[Bounded], free: Callable[[int, int], bool]) -> Iterator[Seen]:
    """The documents of a line by the noun that they end with, which no others overlap (``free`` of reading places)."""
    for one in told:
        span = Span(line.at + one.start, line.at + one.end)
        if one.kind == "d" and one.weight > _SURE and free(*span) and _is_named(line, one):
            yield Seen("document", line.text[one.start : one.end], "", span)


_WITHIN = regex.later(
    "纳入|列入|入选|转入|提供|进入|成为|获批|制定|出台|推动|加快|推进|落实|紧盯|逐一|完成|督察|反馈|精神"
)
_MADE_HERE = regex.later(
    "(?:出台|制定|制订|编制|印发|颁布|发布|修订|修改|施行|实施|执行|贯彻|落实|按照|根据|通过|签署|完成|启动|公布|入选|列入|获得)(?:了|实施|落实|好|的|省级|新版)?$"
)
_PUBLISHED = regex.later(
    "”?(?:正式|顺利|全面|有效)?(?:发布|印发|出台|施行|颁布|获批|生效|公布|落地|完成编制|通过审)"
)
_AT_AN_END = regex.later("[、，。；中“]|”?(?:正式|顺利|全面|有效)?(?:实施|完成)")
_OF_STATES = ("协定", "公约", "宣言", "公报", "条约", "议定书", "宪章")
_SHORTEST = 7


def _is_named(line: Line, one: Bounded) -> bool:
    """Whether a document is one rather than of a sort: long enough, with something proper, or drawn up or published here."""
    name = line.text[one.start : one.end]
    if len(name) < _SHORTEST or _WITHIN.search(name):
        return False
    if any(known_place(line, at) for at in range(one.start + 2, one.end)) or "“" in name or name[0] in "第中":
        return True
    made = _MADE_HERE.search(line.text, max(0, one.start - 8), one.start)
    return bool(
        name.endswith(_OF_STATES)
        or _PUBLISHED.match(line.text, one.end)
        or (made and _AT_AN_END.match(line.text, one.end))
    )


def seen(doc: Document) -> Iterator[Seen]:
    """The documents, books and songs named, with their number behind them."""
    until = 0
    for found in _TITLE.finditer(doc.text):
        yield _seen(found, 0)
    for found in sorted(_unmarked(doc.text), key=lambda found: (found.start(), -found.end())):
        if found.start() >= until and found[0]:
            until = found.end()
            yield _seen(found, found.lastgroup or 0)
    for start, end in latin.standards(doc.text):
        yield Seen("document", doc.text[start:end], "", Span(start, end))


def _unmarked(text: str) -> Iterator[re.Match[str]]:
    for expression in (_MADE, _BY_SORT, _NUMBERED, _AGREED, _OF_A_COUNCIL, _DATED, _ABOUT, _KNOWN):
        yield from expression.finditer(text)


def _seen(found: re.Match[str], group: str | int) -> Seen:
    return Seen("document", found[group], "", Span(*found.span(group)))
