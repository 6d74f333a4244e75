"""Persons by what only persons do or have: 由谭鑫培出演, 张钰哲发现了, 魏巍写的《…》, 步鑫生同志, 豆豆爸爸, 邢旺林区队长."""

from __future__ import annotations

from speechlint.document.facts.likely import odds
from speechlint.document.surnames import SURNAME, is_no_name, is_surname
from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "[\u4e00-\u9fff]"
_NAME = f"(?P<name>{SURNAME}{_HAN}{{1,2}})"
_DEED = "写的《|写下|写道|说过|讲过|发现|发明|提出了|创立|创办|首创|主演|出演|饰演|扮演|执导|演唱|演奏|领唱|率部|率队|率领|带领|牺牲|就义|遇难|出生|生于|逝世|病逝|去世|享年|曾任|时任|亲自|当选|夺得|夺冠|摘得|斩获|获评|获得|荣获|受聘|师从|毕业|参军|入党|入伍|退伍|返乡|回乡|回国|留学|扎根|坚守|守护|隐姓埋名|奋不顾身|挺身而出|跳入|跳进|救起|捐出|捐献|带头|主动|放弃|辞去|从事|研制|攻克|设计的|编著|翻译|题写|题词|笔下|生前|一家|夫妇|夫妻|父子|父女|母子|母女|兄弟|姐妹|伉俪|祖孙|一辈子|一生|那年|当年|一干就是|一待就是|把自己|老英雄|老前辈|老战士|老红军|老先生|老人家|老校长|老厂长|老支书|老书记|老队长|老班长|老模范|老党员|老院长|导演|大师|工匠|教练|指导|医师|药师|技师|工程师|研究员|设计师|区队长|班长|排长|连长|营长|团长|旅长|师长|军长|政委|指导员|教导员|司令|参谋长|检察官|警长|经理|老板|村长|组长|队长|站长|所长|会长|社长|台长|庭长|科长|处长|股长|店长"
_DOES = regex.later(
    f"(?:^|(?<=[，。；：、！？“”\n 　的是和与由请向对给像如跟把被让以为在有了]))(?:(?:[一-鿿]{{2,3}}(?<=[员师长手家者官士兵工匠民人生书]))?){_NAME}(?=(?:也|又|就|都|还|曾|便|则)?(?:{_DEED}))"
)
_BY = regex.later(
    f"(?:(?<=由)|(?<=作者)|(?<=始祖)|(?<=先祖)|(?<=高祖)|(?<=祖先)|(?<=弟子)|(?<=徒弟)|(?<=恩师)|(?<=师父)|(?<=队友)|(?<=搭档)|(?<=对手)|(?<=影星)|(?<=名家)|(?<=大师)|(?<=名宿)|(?<=主帅)|(?<=门将)|(?<=后卫)|(?<=前锋)|(?<=中锋)){_NAME}(?=[，。、；（曾和与等公在的]|出演|主演|领衔|执导|担任|创作|设计|撰写|主持|主讲|领唱|指挥|掌舵)"
)
_TWO = regex.later(
    f"(?:^|(?<=[，。；：\n])){_NAME}、(?P<other>{SURNAME}{_HAN}{{1,2}})(?=来[到馆校厂访了]|到[会场校]|上台|同台|出席|主演|登台|登场|担任|获得|荣获|当选|分别|双双|先后|联袂|亮相|搭档|携手|率|参加|都)"
)
_ANY_SURNAME = regex.later(
    f"(?:^|(?<=[，。；：、！？\n])|(?<=[和与由请向]))(?P<name>(?!各位|全体|同学|女士|先生|老师|有的|男女|年轻|青年|老年|部分|这位|那位|两位|几位|一位|我的|你的|广大|亲爱|尊敬|所有|在座){_HAN}{{2,3}})(?=同志(?!们)|烈士(?!陵|纪|公|子|墓)|院士(?!团|工|专)|将军(?!们))"
)
_LITTLE = regex.later(
    f"(?:^|(?<=[，。；：、！？\n])|(?<=[和与由请的]))(?P<name>[小阿]{_HAN}|({_HAN})\\2)(?=(?:妈妈|爸爸|奶奶|爷爷|外婆|姥姥|姥爷|同学|小朋友)(?:[、，。和与在是给的都也]|们?来))"
)
_LIKELY = 1.0
_NO_ONES = frozenset(
    (
        "大家",
        "人人",
        "家家",
        "户户",
        "个个",
        "小小",
        "天天",
        "年年",
        "宝宝",
        "小学",
        "爸爸",
        "妈妈",
        "爷爷",
        "奶奶",
    )
)


def seen(text: str) -> Iterator[tuple[str, int]]:
    """Names and where they begin, in no order."""
    for expression in (_DOES, _BY):
        at = 0
        while found := expression.search(text, at):
            at = found.start("name") + 1
            if _is_one(text, found["name"], found.start("name")):
                yield found["name"], found.start("name")
    for found in _TWO.finditer(text):
        if all(_is_one(text, found[group], found.start(group)) for group in ("name", "other")):
            yield from ((found[group], found.start(group)) for group in ("name", "other"))
    for found in _ANY_SURNAME.finditer(text):
        honoured = text.startswith(("院士", "烈士"), found.end()) and is_surname(found["name"][0])
        if _are_singles(found["name"], honoured):
            yield found["name"], found.start("name")
    for found in _LITTLE.finditer(text):
        if found["name"] not in _NO_ONES:
            yield found["name"], found.start("name")


def _is_one(text: str, name: str, start: int) -> bool:
    """Whether the dictionary has it as a name, or its characters are likelier a name than words."""
    if is_no_name(name):
        return False
    letters = tag(name)
    if letters:
        return letters in ("nr", "nrfg") and len(name) > 2 and name[-1] not in _THINGS
    return odds(text, start, start + len(name)) > (_LIKELY if len(name) > 2 else 3 * _LIKELY)


_THINGS = frozenset(
    "度性率化感观者图量期制段线平新会队团品科区县镇村山湖河江海岛岭峡寺宫峰书班部厅办城人湾桥城"
)


def _are_singles(name: str, honoured: bool) -> bool:
    """Whether no word of the dictionary is in it but a name."""
    return (
        tag(name)[:2] in ("", "nr")
        and all(len(word.text) == 1 or word.tag[:2] == "nr" for word in cut(name))
        and (honoured or not set(name) & _NEVER)
    )


_NEVER = frozenset("的了是在和与及各每本该此这那我你他她们等为有老小大同众全几两")
