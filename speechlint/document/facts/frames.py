"""Persons that no post tells: the frame they stand in does (有请…上台, names in a row), or characters that given names have."""

from __future__ import annotations

from speechlint.document.surnames import FOREIGN, GIVEN, POST, ROLES, SURNAME, is_foreign, is_name
from speechlint.document.words import tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HAN = "[\u4e00-\u9fff]"
_NAME = f"{SURNAME}{_HAN}{{1,2}}"
_ASKED = regex.later(
    f"(?:有请|邀请|欢迎|感谢|祝贺|由|请)(?P<name>{_NAME}?)"
    "(?=带来|为(?!了)|上[台场]|登台|出场|作|做(?!好)|发言|致[辞词]|主持|演唱|朗诵|演奏|表演|分享|宣读|讲话|点评|给大家|[和与、，,。！\\s]|$)"
)
_APART = regex.later(
    f"{_NAME}(?:[ \u3000]{_NAME})+(?=[^\u4e00-\u9fff]|$|[为的等和与带在作做上出参同分]|演|朗|共)"
)
_ROW = regex.later(
    f"{_NAME}(?:、{_NAME}){{2,}}(?=[，。；）)\\s]|$|等|和|与|同志|出席|参加|列席|分别|诸|[0-9一二三四五六七八九十]{{1,2}}[人位名])"
)
_OF_A_HOUSE = regex.later(
    f"(?:中学|附中|小学|大学|学院|公司|集团|医院|支队|大队|车间|班组)(?P<name>{SURNAME}{_HAN}{{2}})(?=[（(，,。\n]|$)"
)
_DOES = regex.later(
    f"(?:(?<=[，。；！？：\n])|^)(?P<name>{SURNAME}{_HAN}{{2}})(?=主持|宣读|致[词辞]|带来|上台|牺牲|出席|参加|担任|率|带领|毕业于|扎根|放弃|坚守|回忆|捐|当选|荣获|获得)"
)
_AMONG = regex.later(f"[与和同像如](?P<name>{_NAME})等(?=同志|人|一大?批|[0-9])")
_OF_SOME = regex.later(
    f"(?:(?<=[院系班部科局司厂室中学区县市镇村队团社会])|(?<=[；，。：、\n])|^)(?P<name>{_NAME})等(?=(?:[0-9]{{1,3}}|[一二三四五六七八九十两]{{1,3}})[多余]?(?:名|位|人))"
)
_NEIGHBOURS = regex.later(
    "(?:(?<=[，。、；：的与和民请给跟局社村队厂组会院校在到了同向对像叫，])|^)(?P<name>[老小][王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜吕沈姚卢姜崔钟谭陆汪范孟田秦廖魏程丁贾邱傅薛雷侯邵赖翟郝])(?=[，。、；：的说和在家是一要也就还带来去负两三师支伯]|$)"
)
_CALLED = regex.later(f"(?:名叫|名字叫|[他她]叫|我叫|取名)(?P<name>{_HAN}{{2,3}})(?=[，。、的；]|$)")
_TOLD_OF = regex.later(
    f"(?:(?<=[，。；：、\n])|^)(?P<name>{SURNAME}{_HAN}{{1,2}})，(?=系|生前|男，|女，|[0-9]{{2}}岁|现年|享年|年仅|汉族|原籍|籍贯|中共党员|共产党员|现任|时任|出生)"
)
_MODIFIED = regex.later(f"的(?P<name>{SURNAME}{_HAN}{{2}})(?=[，、。])")
# names whose surname is a word oftener, behind a post and made of characters that given names have
_AFTER_ALL = regex.later(
    f"(?:{POST}|{ROLES}|的)(?P<name>[文明向水花][{''.join(sorted(GIVEN))}]{{2}})(?=[，、。；（）为与和等在致作说校]|同志|$)"
)
_HIS_GROUP = regex.later(
    f"(?P<name>{SURNAME}{_HAN}{{1,2}})(?=小组|班组|劳模|创新工作室|工作室|科研团队|课题组|教授团队|院士团队|突击队|先进事迹)"
)
_LISTED = regex.later(
    f"{SURNAME}{_HAN}{{1,2}}(?:、{SURNAME}{_HAN}{{1,2}})+(?=诸|夫妇|两位|等(?:同志|前辈|领导|老|先烈|先辈|先进|英|烈士|人(?!员|民|才)|革命|名家|大家|作家|科学家|专家|院士|一批|一大批|[一二三四五六七八九十0-9]))"
)
_BETWEEN = regex.later("[^ \u3000、]+")
_THINGS = frozenset("度性率化感观者图量期制段线滩湾子山川河湖江海岛岭峡水州县村镇坪坝塘津洲渠源溪泉")


def seen(text: str) -> Iterator[tuple[str, int]]:
    """Names and where they begin, in no order."""
    for found in _ASKED.finditer(text):
        if _is_name(text, found["name"], found.start("name")):
            yield found["name"], found.start("name")
    yield from _in_rows(_ROW, text)
    for expression in (_AMONG, _OF_SOME, _HIS_GROUP):
        for found in expression.finditer(text):
            if _is_name(text, found["name"], found.start("name")):
                yield found["name"], found.start("name")
    for found in _AFTER_ALL.finditer(text):
        if tag(found["name"][1:])[:1] in ("", "n") and tag(found["name"][:2])[:2] in ("", "nr"):
            yield found["name"], found.start("name")
    for found in _NEIGHBOURS.finditer(text):
        yield found["name"], found.start("name")
    for found in (*_TOLD_OF.finditer(text), *_CALLED.finditer(text)):
        if tag(found["name"])[:2] in ("", "nr"):
            yield found["name"], found.start("name")
    for expression in (_OF_A_HOUSE, _DOES, _MODIFIED):
        for found in expression.finditer(text):
            name, start = found["name"], found.start("name")
            if _is_given(name) and _is_name(text, name, start):
                yield name, start


_ALONE = regex.later(
    f"(?:(?<=\n)|^)[ 　]*(?:演讲人|主讲人|作者|——)?[：: 　]*(?P<name>{SURNAME}[ 　]?{_HAN}{{1,2}})[ 　]*(?=\n)"
)
_BEGINNING = 200


_BEHIND_ALONE = regex.later(f"(?:{POST})[ 　]*(?P<name>{SURNAME}[ 　]?{_HAN}{{1,2}})[ 　]*(?=\n)")
_ENGLISH = regex.later(
    "(?<=[\u4e00-\u9fff“（，、：])[A-Z][a-z]+(?: (?:[A-Z]\\.|[A-Z][a-z]+)){1,2}(?=[\u4e00-\u9fff”），、。：:；！？（(\n]|$)"
)
_NO_PERSONS = (
    "University",
    "Bank",
    "Group",
    "Center",
    "Centre",
    "Institute",
    "Program",
    "The",
    "New",
    "Of",
    "College",
    "School",
    "Union",
    "Forum",
    "Times",
    "Street",
    "Learning",
    "Model",
    "Design",
    "Computing",
    "Data",
    "Intelligence",
)
_TWO_ABROAD = regex.later(
    f"(?:(?<=影响)|(?<=[和与像如及有]))(?P<one>[{FOREIGN}]{{3,6}})、(?P<other>[{FOREIGN}]{{3,6}})(?=[，。的等主、])"
)


def abroad(text: str) -> Iterator[tuple[str, int]]:
    """Persons in Latin letters, and two from abroad in a list."""
    for found in _ENGLISH.finditer(text):
        if not any(word in found[0] for word in _NO_PERSONS):
            yield found[0], found.start()
    for found in _TWO_ABROAD.finditer(text):
        if is_foreign(found["one"]) and is_foreign(found["other"]):
            yield found["one"], found.start("one")
            yield found["other"], found.start("other")


def alone(text: str) -> Iterator[tuple[str, int]]:
    """Who speaks, where a line at the beginning of the draft holds a name and nothing else."""
    for found in (*_ALONE.finditer(text, 0, _BEGINNING), *_BEHIND_ALONE.finditer(text, 0, _BEGINNING)):
        name = found["name"]
        if not tag(name) or tag(name).startswith("nr"):
            yield name, found.start("name")


def listed(text: str) -> Iterator[tuple[str, int]]:
    """Who is listed as one of a kind, 宋某某、何某某等前辈, if each of them may be a name."""
    for found in _LISTED.finditer(text):
        names = found[0].split("、")
        if all(map(is_name, names)):
            at = found.start()
            for name in names:
                yield name, at
                at += len(name) + 1


def apart(source: str) -> Iterator[tuple[str, int]]:
    """Names with spaces between them, which the reading text does not have, and where they begin in the source."""
    return _in_rows(_APART, source)


def _in_rows(expression: re.Pattern[str], text: str) -> Iterator[tuple[str, int]]:
    """The names of each row in which all may be names and half look like one."""
    for found in expression.finditer(text):
        names = [(one[0], one.start()) for one in _BETWEEN.finditer(text, *found.span())]
        given = sum(_is_given(name) for name, _ in names)
        if given * 2 >= len(names) and all(_is_name(text, *one) for one in names):
            yield from names


def _is_name(text: str, name: str, start: int) -> bool:
    return is_name(name, text[max(0, start - 3) : start])


def _is_given(name: str) -> bool:
    """Whether the characters behind the surname are some that given names have, and name no thing."""
    return name[-1] not in _THINGS and any(char in GIVEN for char in name[1:])
