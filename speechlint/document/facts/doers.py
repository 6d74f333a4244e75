"""Persons of whom a verb says what they did, at the beginning of a clause, or right behind what one is: 王换于/抚养了, 司机/覃正武."""

from __future__ import annotations

from speechlint.document.facts.likely import odds
from speechlint.document.span import Span
from speechlint.document.surnames import GIVEN, SURNAME, is_no_name
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_NAME = f"(?P<name>{SURNAME}[\u4e00-\u9fff]{{2}})"
_BEGINS = regex.later(f"(?:^|(?<=[，。；：！？\n]))(?={_NAME})")
_ROLE_TEXT = "司机 船长 机长 列车长 船工 渔民 农民 牧民 猎户 乡医 村医 护士长 庭长 法官 检察官 律师 会计 电工 焊工 钳工 木匠 铁匠 石匠 绣娘 传承人 护林员 保洁员 邮递员 快递员 话务员 饲养员 炊事员 通信员 卫生员 指导员 侦察兵 老兵 战士 班长 排长 连长 营长 团长 中队长 教导员 轮机长 水手 裁判 教练 守门员 门将 弟子 徒弟 师父 学徒 店员 售票员 乘务员 调度员 值班员 巡道工 养路工 道班工 技术员 农艺师 工艺师 厨师 裁缝 理发师 园丁 校工 门卫 馆员 编辑 导演 编剧 指挥 领唱 琴师 鼓师 画师 摄影师 设计师 建筑师 工程师 总工 科学家 发明家 实业家 企业家 商人 华侨 侨领 宗亲 族长 乡贤 教徒 神父 牧师 喇嘛 活佛 阿訇 烈士 遗孀 遗孤 孤儿 童养媳 寡妇 老汉 老太太 大爷 大妈 大嫂 大姐 媳妇 姑娘 小伙子 后生"
_ROLED = regex.later(f"(?:{'|'.join(sorted(_ROLE_TEXT.split(), key=lambda role: -len(role)))})(?={_NAME})")
_LIKELY, _SURE, _OFTEN = 0.0, 2.0, 500
_THINGS = frozenset(
    "度性率化感观者图量期制段线滩湾子山川河湖江海岛岭峡水州县村镇坪坝塘津洲渠源溪泉市区省乡城厂校院局会们部队组人班学门路街桥"
)
_BEFORE_A_VERB = regex.later("[都也就又曾还却便正仍]?")


_BEHIND_A_BODY = regex.later(
    f"(?P<name>{SURNAME}[\u4e00-\u9fff]{{1,2}}?)(?=告诉|介绍|说|讲|指出|带|率|代表|汇报|发言|记录|整理|供稿|摄影?(?:[）)\n，。]|$)|主持|出席|陪同|老?先生|女士|同志|研究员|教授|院士|大使|参赞|会长|老会长|博士|师傅|[、，。；）)\n 　]|$)"
)
_HONOURED = regex.later(
    f"(?:^|(?<=[，。；：、！？“\n和与由请得是])|(?<=感谢)|(?<=怀念)|(?<=纪念)|(?<=聘请))(?P<name>{SURNAME}[\u4e00-\u9fff]{{2}})(?=先生|女士|老人|大师|研究员|老师|同志|创会会长|监事长|总领事|名誉会长|荣誉会长|老校长|老厂长|老书记|老首长)"
)
_COUNTED = regex.later(
    f"[、和与](?P<name>{SURNAME}[\u4e00-\u9fff]{{2}})(?=[二两三四五六七八九十0-9]{{1,2}}(?:个(?=[^，。；]{{0,3}}人)|位|名|人))"
)


def beside(text: str, bodies: Collection[int]) -> Iterator[tuple[str, Span]]:
    """Persons right behind an institution, of which ``bodies`` are the ends, and those that are called 先生 or counted."""
    for end in sorted(bodies):
        found = _BEHIND_A_BODY.match(text, end)
        if found and _is_likely(text, found["name"], end):
            yield found["name"], Span(*found.span("name"))
    for expression in (_HONOURED, _COUNTED):
        for found in expression.finditer(text):
            name = found["name"]
            if name[-1] not in _THINGS and all(
                len(word.text) == 1 or word.tag[:2] == "nr" for word in cut(name)
            ):
                yield name, Span(*found.span("name"))


_TELLING = ("告诉", "研究员", "先生", "女士", "教授", "院士", "大使", "会长", "记录", "整理", "供稿", "汇报")


def _is_likely(text: str, name: str, start: int) -> bool:
    if is_no_name(name) or name[-1] in _THINGS or (tag(name) and tag(name)[:2] != "nr"):
        return False
    if len(name) > 2 and text.startswith(_TELLING, start + len(name)):
        return all(len(word.text) == 1 or word.tag[:2] == "nr" for word in cut(name))
    return odds(text, start, start + len(name)) > (_LIKELY if len(name) > 2 else 2 * _SURE)


def seen(text: str) -> Iterator[tuple[str, Span]]:
    """Who they are, and where."""
    for found in _BEGINS.finditer(text):
        name, start = found["name"], found.start("name")
        if _may_be_one(text, name, start, _SURE) and _does(text, start + len(name)):
            yield name, Span(start, start + len(name))
    for found in _ROLED.finditer(text):
        name, start = found["name"], found.start("name")
        if _may_be_one(text, name, start, _LIKELY) and not text.startswith(("们", "等"), start):
            yield name, Span(start, start + len(name))


def _may_be_one(text: str, name: str, start: int, least: float) -> bool:
    if is_no_name(name) or name[-1] in _THINGS or not set(name[1:]) & GIVEN:
        return False
    if tag(name):
        return tag(name)[:2] == "nr"
    of_words = tag(name[:2]) or (tag(name[1:]) and (least > _LIKELY or frequency(name[1:]) > _OFTEN))
    return not of_words and odds(text, start, start + len(name)) > least


def _does(text: str, end: int) -> bool:
    """Whether a verb with 了, 过 or 着 stands behind, or one with an adverb before it."""
    adverb = _BEFORE_A_VERB.match(text, end)
    at = adverb.end() if adverb else end
    words = cut(text[at : at + 6])
    if not words or words[0].tag[:1] != "v":
        return False
    return text.startswith(("了", "过", "着"), at + len(words[0].text)) or at > end
