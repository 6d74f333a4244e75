"""Bodies by a number, a short form or the kind of house alone: 一、二初中, 三小, 奋中, 长鸿高中部, 花博会组委会, 音乐家协会."""

from __future__ import annotations

from speechlint.document.facts.parts import LEADING_TO_OFFICES, NOMINAL
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from speechlint.document.facts.seen import Seen
    from speechlint.document.facts.worded import Line

_H = "(?:(?![的了在和与及等是有这那各全本我该每某其到从，。])[\u4e00-\u9fff])"
_C = "[一二三四五六七八九十]"
_LEFT = "(?:(?<=[，。；：、！？“\n 　和与及由请在到从使是调入建并向对的了让把])|(?<=感谢)|(?<=代表)|(?<=以及)|(?<=加上)|(?<=毕业于)|(?<=任教于)|(?<=分配至)|^)"
_NUMBERED = regex.later(
    f"{_LEFT}(?:原|老)?(?P<name>{_C}(?:[、和]{_C}){{1,5}}(?:初中|小学|高中|中(?![央国心间等期旬全])|小(?=[、，。的合并校师])))"
    f"|{_LEFT}(?P<one>(?:[省市县区镇乡城]|城关|实验|职教)?第?{_C}(?:初中|小学(?![生]?的)|高中|初级中学|职中|职高|完小|幼儿?园?(?=[、，。的])))(?![生部级])"
    f"|{_LEFT}(?P<short>(?:[省市县区镇乡城]|城关|实验){_C}(?:小|高|中)|(?<=[调到入进在从]){_C}[小高](?=[、，。的任教学当支做去]))(?![时学型心央国间等期块步段组部编等级度])"
    "|(?P<part>(?:(?![初高的了在与和是各])[\u4e00-\u9fff]){0,2}(?:高中部|初中部|小学部|幼儿园?部|本科部|职高部|复读部))(?![长分门署])"
    "|(?<![\u4e00-\u9fff])(?P<linked>(?:[xX×*]{1,3}|[一-鿿]{1,2})(?:联中|完小|农中|职中|高小|初小|村小|中心校)(?=[、，。的建又迁校停合并老]))"
)
_MEETING = regex.later(
    f"{_LEFT}(?P<name>{_H}{{2,10}}?(?:组委会|筹委会|专委会|筹备会|筹备组|筹备处|评委会|组织委员会|筹备委员会|专业委员会|执委会))(?![委成书])"
)
_SOCIETY = regex.later(
    f"{_LEFT}(?:后来|还有|加之)?(?P<name>(?!{_C}[家个位]|许多|多家|几家|艺术家们){_H}{{2,5}}?(?:家协会|爱好者协会|运动协会|摄影协会|书法协会|剧团|豫剧团|评剧团|花鼓剧团|乐团|艺术团|合唱团|文工团|锣鼓队|舞龙队|龙舟队|秧歌队|威风锣鼓队|曲艺团|杂技团|马戏团))(?=[，。、；的和与也都为等带]|\n|演出|表演|相继|加入|主办|协办)"
)
_SITES = regex.later(
    "(?:(?<=[在到、和与，有])|^)(?P<site>(?:中国|中华|[一-鿿]{2})(?:(?![的了在和与、，。上互])[一-鿿]){1,4}网)(?=上(?:发[布表帖]|积极|公布|看到|了解|浏览|争取|查到|开设|发起|留言|，)|发[布表帖]|首页|刊登)|(?<=[、和在])(?P<forum>(?:(?![的了在和与、，。])[一-鿿]){2,4}(?:社区网|贴吧|BBS|网|论坛))(?=上?(?:发帖|发表|留言|开帖|跟帖))"
    "|(?P<plant>(?<![一-鿿])(?:(?![的了在和与、，。])[一-鿿]){2}(?:LNG|PTA|PDH|MDI|PVC|ABS|BOPP))(?=[、，。]|等|项目|接收站|基地|码头)"
    "|(?:(?<=[、和与等])|^)(?P<also>(?:(?![的了在和与、，。])[一-鿿]){2}(?:LNG|PTA|PDH|MDI|PVC))(?=[、，。]|等|项目|接收站|基地|码头)"
)
_COURT = regex.later(
    "(?:立案|执行|审监|行政|少审|家事|破产|速裁|刑事?|民事?|商事?|知产)[一二三四五]庭|村(?:党?支部|党总支|监委会|妇联|团支部|经济合作社)(?=[带组牵和、，的为在把要])(?!书记|班子|成员)|(?<![一-鿿])村委(?=[会]?[、，的跟和把组为])(?!会|员)"
)
_TROOPS = regex.later(
    f"(?:[0-9]{{2,5}}团|原[0-9]{{2,5}}[团师军])?{_C}营{_H}{{0,3}}?[连排](?![续接串长])|(?<![\u4e00-\u9fff]){_H}{{0,2}}[0-9]{{2,5}}团{_C}营|(?P<school>[\u4e00-\u9fff][师政财医农理工外体音美科大])(?=[0-9]{{2,4}}级|学子|校友|风采|力量|故事|精神[，。、])"
)
_HOUSE = regex.later(
    f"(?:(?<=[，。；：！？“\n 　])|^)(?P<name>(?!家庭|我|本|全|各|该|每|某|这|那|乡镇|公立|国营|集体|民办|村级|农村|城市|大型|小型|当地|县|市|省|区|镇|乡|村|老|新|原|建|办|关心|支持|创|中国|私立|优秀|一个|两个|许多|多家|几家|不少|所有|现代|传统|无人|智能|智慧|数字|绿色|标准|示范|社会|有的|有些){_H}{{2,3}}(?:中心校|中心小学|机械厂|化肥厂|水泥厂|棉纺厂|纺织厂|钢铁厂|造纸厂|印刷厂|砖瓦厂|糖厂|酒厂|茶厂|药厂|电厂|丝厂|氮肥厂|农机厂|木材厂|粮站|供销社|信用社|卫生院|敬老院|福利院|文化站|农机站|林场|农场|煤矿|铁矿|茶场|园艺场|(?:铸造|机械|水泥|化工|建筑|建设|运输|物流|电力|燃气|纺织|服装|食品|医药|电子|科技|贸易|实业|能源|汽车|轮胎|钢铁|重工|矿业|旅游|传媒|印务|粮油|饲料|种业|茶业|酒业)(?:有限|股份|集团|总)?公司))(?=[的、，。是在改于和与建办从由老人铸全等生新今自])"
)


_SCHOOL = regex.later(
    f"(?:(?<=[，。；：、！？“\n 　])|^)(?P<name>(?!百强|十佳|高职|中职|高校|院校|职业|初级|附近|其他|其它|别的|竞聘|应聘|报考|高级|完全|重点|示范|民办|公办|乡镇|农村|城区|中心|九年|本科|附属|希望|实验|所有|全|各|本|我|该|每|某|这|那|中国|国家|优质|优秀|普通|综合|特殊|技工|专科|高等|成人|寄宿|定点|乡村|城乡|城镇|偏远|山区|县级|市级|省级|村级|公立|私立|老|新|原|名|好|母|兄弟|友好|大学|三级|二级|基层|当地|外地|许多|不少|部分|一批|建设|创办|兴办|发展|办|建|薄弱|规范|标准|品牌|特色|绿色|文明|平安|智慧|数字|未来|足球|书香|红军|义务|初中|高中|小学|中学|中小|幼儿|双语|艺术|体育|外语|师范|党|干部|农民|夜|函授|电视|广播|开放|老年|家长|网络|空中|少年|业余|驾驶|中医|专业|人民|军队|部队|战地|野战|方舱|互联网|社区|乡|镇|县|市|省|区|村){_H}{{2,3}}(?:中学|小学|幼儿园|医院|学校))(?=[的、，。是在0-9一二三四五六七八九十更被将与和改建创校师学教]|\n)"
)
_COMMUNE = regex.later(
    f"(?:(?<=[，。；：、\n任在到于从的])|^)(?P<name>(?!人民|各|全|原|我|本|该){_H}{{2,3}}(?:公社|生产大队))(?=[副党书社革农的，、。中小卫])"
)
_SHORT_FOR = regex.later("(?:被|经|由|报|向|、|，)(?P<name>中院|高院)(?=[各的在、和评记表裁判提指])")


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for expression in (_NUMBERED, _SITES):
        for found in expression.finditer(line.text):
            if found.lastgroup in ("site", "forum") and (
                cut(found[found.lastgroup])[0].tag[:1] in ("v", "p", "c", "d", "r")
                or found.start(found.lastgroup) not in line.starts
            ):
                continue
            if found.lastgroup != "part" or _part_begins(line, found.start("part"), found.end()):
                yield found.span(found.lastgroup or 0)
    for expression in (_MEETING, _SOCIETY, _HOUSE):
        for found in expression.finditer(line.text):
            start, end = found.span("name")
            if start in line.starts and (
                _are_nouns(line.text[start:end])
                or (expression is _HOUSE and _begins_plainly(line.text[start:end]))
            ):
                yield start, end
    for found in _SCHOOL.finditer(line.text):
        start, end = found.span("name")
        if start in line.starts and _is_brand(line.text[start : end - 2 - found["name"].endswith("幼儿园")]):
            yield start, end
    for found in _COMMUNE.finditer(line.text):
        yield found.span("name")
    for found in _SHORT_FOR.finditer(line.text):
        yield found.span("name")
    for found in _COURT.finditer(line.text):
        yield found.span()
    for found in _TROOPS.finditer(line.text):
        if found.lastgroup != "school" or (not tag(found["school"]) and found.start() in line.starts):
            yield found.span()


def _part_begins(line: Line, start: int, end: int) -> bool:
    """Whether a part of a school stands by itself or behind a name that is no word: 长鸿/高中部."""
    if end - start > _BARE and start not in line.starts:
        return False
    return end - start == _BARE or not tag(line.text[start : start + 2])


_BARE = 3


def _is_brand(name: str) -> bool:
    """Whether a school may be called so: one noun or name of two characters, or single characters that do not lead to it."""
    words = cut(name)
    if len(words) == 1:
        return (
            words[0].tag[:1] in ("n", "a", "v")
            and words[0].text not in LEADING_TO_OFFICES
            and frequency(name) < _COMMON
        )
    return all(
        len(word.text) == 1 and word.tag[:1] not in ("p", "c", "u", "r", "d", "m", "q") for word in words
    )


_COMMON = 2000


def _begins_plainly(name: str) -> bool:
    """Whether the first word of a name of two and what it does is a noun: 东风/铸造/公司."""
    words = cut(name)
    return words[0].tag[:1] == "n" and all(word.tag[:1] in "nv" for word in words) and name.endswith("公司")


def _are_nouns(name: str) -> bool:
    """Whether nothing in a name leads to it: no verb of one word, no function word."""
    words = cut(name)
    if words[0].text in LEADING_TO_OFFICES or words[0].text in ("深化", "整合", "改制"):
        return False
    return not any(
        word.tag[:1] in ("p", "c", "u", "r", "d", "m", "q")
        or (word.tag == "v" and len(word.text) > 1 and word.text not in NOMINAL)
        for word in words[:-1]
    )


_BODY = regex.later(
    "(?P<brand>[\u4e00-\u9fff]{2,4}?)(?:实验|中心|高级|初级|职业|技术|附属|第[一二三四五六七八九十])*(?P<head>中学|小学|学院|大学|医院|中心校|机械厂|[\u4e00-\u9fff]?厂|书院|学校|农场|林场)$"
)
_FOLLOWED = regex.later(
    "人|的|师生|学子|校友|精神|这|，|。|、|全体|教师|老师|续|今|明|毕业|校园|历史|文化|发展|教育|建校|办学|明天|未来|和|在|是|将|必|定|更|一|百|学生|”|、"
)
_CALLED_SO = regex.later(
    "(?P<name>[\u4e00-\u9fff][中小院附])(?=学子|人(?![民心口员类力才生数家物事体文工])|师生|校友|精神)"
)
_SELDOM = 20
_ITS_PEOPLE = "学子|校友|师生|精神|人(?![民心口员类力才生数家物事体文工])"


_PLACE_FIRST = regex.later(
    "(?P<place>[\u4e00-\u9fff]{2,3}(?:[省市县区州镇乡])?)(?P<rest>[\u4e00-\u9fff]{3,8}(?:厂|公司|学校|医院|中心|研究所|合作社|农场|林场|剧团|书院))$"
)


def tails(text: str, bodies: Iterable[Seen], places: Container[str]) -> Iterator[tuple[int, int]]:
    """The bodies of a draft without the place that their name begins with: 轮胎翻新厂, of 长治轮胎翻新厂."""
    for rest in sorted(
        {
            found["rest"]
            for one in bodies
            if (found := _PLACE_FIRST.match(one.text)) and found["place"] in places
        }
    ):
        at = text.find(rest)
        while at >= 0:
            yield at, at + len(rest)
            at = text.find(rest, at + 1)


def short(text: str, bodies: Iterable[Seen]) -> Iterator[tuple[int, int]]:
    """Short forms of the bodies of a draft: 奋中 of 奋斗中学, 松小 of 松江小学; and what its people are called by twice."""
    told: set[str] = set()
    whole: set[str] = set()  # 长鸿人, of 长鸿学校
    for one in bodies:
        found = _BODY.search(one.text)
        if found:
            brand, head = found["brand"], found["head"]
            told.update(first + head[0] for first in {brand[0], brand[-2:][0]})
            told.add(brand[0] + head[-1])
            whole.add(brand[-2:])
    called = [found["name"] for found in _CALLED_SO.finditer(text)]
    told.update(name for name in called if text.count(name) > 1)
    for name in sorted(whole):
        if frequency(name) < _SELDOM or tag(name)[:2] in ("nr", "nz"):
            for found in regex.compile(f"{name}(?={_ITS_PEOPLE})").finditer(text):
                yield found.span()
    for name in sorted(told):
        if tag(name) and frequency(name) > _SELDOM:
            continue
        at = text.find(name)
        while at >= 0:
            if (
                _FOLLOWED.match(text, at + len(name))
                and frequency(text[max(0, at - 1) : at + 1] or " ") < _SELDOM
                and (text[at + 2 : at + 3] == "人" or frequency(text[at + 1 : at + 3]) < 10 * _SELDOM)
            ):
                yield at, at + len(name)
            at = text.find(name, at + 1)
