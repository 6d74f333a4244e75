"""Persons with their posts: 县委书记王大川同志, 王大川书记, 王局长; and each name wherever else it stands."""

from __future__ import annotations

from speechlint.document.facts import abroad, acting, called, frames, likely_names, posted
from speechlint.document.facts.likely import odds
from speechlint.document.facts.parts import GENERIC
from speechlint.document.facts.seen import Seen
from speechlint.document.facts.whole import is_whole
from speechlint.document.span import Span
from speechlint.document.surnames import (
    CALLED,
    POST,
    ROLES,
    SURNAME,
    begins_a_word,
    is_name,
    never_in_names,
)
from speechlint.document.words import tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from speechlint.document import Document
    from speechlint.document.facts.seen import Known

_HAN = "[\u4e00-\u9fff]"
_NAME = f"(?P<name>{SURNAME}{_HAN}{{1,2}}?)"
_ENDS = "(?=[ \u3000]?(?:公(?![司园共众里斤交安路])|同志|先生|女士|老师|教授|院士|[，,。、；：:）)（(\n”！？!?]|$|(?:[等和与及在]|出席|参加|作|做|主持|讲|说|指出|强调|表示|介绍|致[辞词]|致欢迎[辞词]|发表|发言|宣布|宣读|通报|传达|代表|分别|为|向|对|就|同|率|带领|一行|摄|的|因|是|曾|也|还|给|把|被|从|到|都|一道|一起|一同|写道|诸|回忆|谈到)))"
_CALLS = "同志|老?先生|女士|老师|同学|教授|院士|老人|烈士|夫人|小姐|大夫|师傅|医生|护士|警官|将军|元帅|大将|上将|中将|少将|伯伯|叔叔|阿姨|大姐|大哥|爷爷|奶奶|博士|律师|记者|导演|主播|校友|总(?![计结共体数是会能要的理书队部务])"
_KIN = "始祖|先祖|高祖|曾祖|好友|挚友|老?部下|同事|弟子|堂[兄弟姐妹]|表[兄弟姐妹哥]|弟弟|哥哥|[大二三四小]姐|[大二三]哥|[二三四]弟|嫂子|姑姑|舅舅|外公|外婆|女婿|儿媳|侄子|养子|长子|次子|长女|次女|老师|同窗|老乡|姐姐|妹妹|妻子|夫人|丈夫|爱人|儿子|女儿|父亲|母亲|爸爸|妈妈|爷爷|奶奶|孙子|孙女|岳父|岳母|战友|恩师|伯父|叔叔"
_LABEL = "演讲人|主讲人|主讲|主持人|主持|报告人|汇报人|发言人|述职人|致辞人|作者|记者|通讯员|编辑|撰稿人?|审核人?|校对人?|签发人?|联系人|讲话人|姓名|导师|指导教师|答辩人|摄影|编剧|导演|讲师|我叫|名叫|叫做|我是|原名|本名"
_BEHIND_A_POST = regex.later(f"(?P<post>{POST}|{ROLES})[：:、 \u3000]?(?P<name>{SURNAME}{_HAN}{{2}})")
_BEHIND_KIN = regex.later(f"(?:{_KIN})(?P<post>)(?P<name>{SURNAME}{_HAN}{{2}})")
_EXPRESSIONS = (
    regex.later(f"(?P<post>{POST}|{ROLES})[：:、 \u3000]?{_NAME}{_ENDS}"),
    regex.later(f"{_NAME}[ \u3000]?(?P<post>{POST}|{_CALLS})(?![会们制人])"),
    regex.later(f"(?:{_LABEL})(?P<post>)[：: \u3000]*{_NAME}{_ENDS}"),
    regex.later(f"(?:{_KIN})(?P<post>){_NAME}{_ENDS}"),
    regex.later(
        f"(?:(?<=[，,。；\n、：])|^)(?P<post>){_NAME}(?=说[：:,，]|指出[：:,，]|强调[：:,，]|表示[：:,，]|介绍[说：:,，]|认为[：:,，]|告诉记者)"
    ),
)
_EXPRESSIONS_OF_LIVES = (
    regex.later(
        f"(?P<post>){_NAME}(?=[同先女]?(?:志|生|士)?(?:生于|出生|逝世|去世|病逝|牺牲|入党|参军|毕业于|诞辰|夫妇|（1[89]|\\(1[89]))"
    ),
    regex.later(
        f"(?:纪念|怀念|悼念|缅怀|追思|跟随|追随|师从|嫁给|娶)(?P<post>){_NAME}(?=[，,。、；和与等]|结婚|诞辰|逝世|一起|南征|学习|的)"
    ),
)
_INTRODUCED = regex.later(f"我是[^，。！\n]{{0,24}}的(?P<post>){_NAME}(?=[，,。！!]|$)")
_LITTLE = regex.later(f"(?:{_KIN})(?P<name>[小阿]{_HAN})(?=[，,。、；：和与及在]|$)")
_MEMBER = regex.later(f"[、和]{_NAME}(?=[、，,。；）)\n]|等|和|与|同志|出席|参加|列席|陪同|分别|$)")
_SHORT = regex.later(
    f"(?<!驻)(?P<name>{SURNAME})(?P<post>[副总]?(?:{CALLED})|老(?![师人年百家的乡城区旧板实庄领首战同党干职营团连班排]|一[辈代])|[总董](?=[、，。！；：讲说]|$))(?!们|委(?!托|派)|会(?!见|谈|同|上|后|前|不|来|说)|(?![到一开与参赴委会]){_HAN}[会委](?![托派见谈同]))"
)
_HONOURED = regex.later("院士|先生|女士|烈士")
_LONGEST = 4
_LIKELY = 3.0  # odds above which what is no word is read as a name
_FOLLOWED_TEXT = "体育馆 图书馆 科技馆 科学馆 艺术馆 美术馆 博物馆 教学楼 实验楼 大桥 大道 广场 基金 奖学金 奖章 大剧院 学校 学院 医院 医学院 号卫星 号机车 号列车 号机组 小学 中学 大学 公园 纪念馆 港 陵 祠 庙 墓 故里 文化园 故居 新时代 法治思想 经济思想 生态文明思想 外交思想 强军思想 文化思想 主义 理论 思想 总书记关于 奖 精神 列宁主义"
_FOLLOWED = tuple(_FOLLOWED_TEXT.split())


_NOBODY_TEXT = "厄尔尼诺 拉尼娜 林长制 河湖长制 河长制 田长制 湖长制 双丰收 雙豐收 负总责 包片 师德 师德永 解民忧 纾民困 解民困 施策 农广校"
_NOBODY = frozenset(_NOBODY_TEXT.split())


class _Named(NamedTuple):
    name: str
    post: str
    span: Span


def seen(doc: Document, known: Known, free: Callable[[int, int], bool]) -> Iterator[Seen]:
    """The persons named, each with the post beside the name, in the order of the text.

    Those told by nothing but their characters stand in no other name (``free`` of reading places).
    """
    text = doc.text
    told = _apart((*_spaced(doc), *_told(text), *_acting(text, known), *_likely(text, known, free)))
    before = posted.listed_before(text, {one.name for one in told})
    told += [_Named(name, "", Span(at, at + len(name))) for name, at in before]
    told += _members(text, {one.name for one in told} | {name for name in known.people if name in text})
    names = {one.name for one in told} | {name for name in known.people if name in text and _is_no_word(name)}
    found = _apart((*_everywhere(text, names, {one.span.start: one for one in told}), *told, *_short(text)))
    for one in sorted(found, key=lambda one: one.span):
        if (len(one.name) > _LONGEST and one.name[-1] in "局厅委院会") or one.name.endswith("公社"):
            continue
        if one.name in _NOBODY or text.startswith("飘香", one.span.end):
            continue
        yield Seen("person", one.name, one.post, one.span)


def _is_no_word(name: str) -> bool:
    """Whether a known name is a name wherever it stands: 万里 is a word, unless somebody is told by it."""
    return len(name) > 2 or not tag(name) or tag(name)[0] == "n"


def _likely(text: str, known: Known, free: Callable[[int, int], bool]) -> list[_Named]:
    told = ((name, Span(at, at + len(name))) for name, at in likely_names.seen(text, known))
    return [_Named(name, likely_names.role(text, span.start), span) for name, span in told if free(*span)]


def _acting(text: str, known: Known) -> Iterator[_Named]:
    """Who does what only persons do, unless the name is that of a place: 吴忠."""
    for name, at in acting.seen(text):
        if name not in known.places and name not in known.levelled:
            yield _Named(name, likely_names.role(text, at), Span(at, at + len(name)))


def _spaced(doc: Document) -> Iterator[_Named]:
    for name, at in frames.apart(doc.source):
        yield _Named(name, "", doc.alignment.to_reading(Span(at, at + len(name))))


def _apart(found: Iterable[_Named]) -> list[_Named]:
    """Those that overlap none before them."""
    taken: set[int] = set()
    apart = []
    for one in found:
        places = range(*one.span)
        if taken.isdisjoint(places):
            taken.update(places)
            apart.append(one)
    return apart


def _told(text: str) -> Iterator[_Named]:
    """Persons whom their post, a form of address, a label or a verb of saying tells."""
    yield from map(_named, abroad.seen(text))
    yield from (_Named(name, "", Span(at, at + len(name))) for name, at in abroad.royal(text))
    yield from (
        _Named(name, "", Span(at, at + len(name))) for name, at in (*frames.alone(text), *frames.abroad(text))
    )
    for expression in (*_EXPRESSIONS, *_EXPRESSIONS_OF_LIVES, _INTRODUCED):
        yield from (_named(found) for found in _overlapping(expression, text) if _reads_as_name(text, found))
    for found in (*_overlapping(_BEHIND_A_POST, text), *_overlapping(_BEHIND_KIN, text)):
        if _reads_as_name(text, found) and _goes_on(text, found.end()):
            yield _named(found)
    for name, at in frames.seen(text):
        yield _Named(name, likely_names.role(text, at), Span(at, at + len(name)))
    for name, at in frames.listed(text):
        yield _Named(name, "", Span(at, at + len(name)))
    yield from (_Named(name, post, Span(at, at + len(name))) for name, post, at in posted.seen(text))
    yield from map(_named, _LITTLE.finditer(text))
    yield from (_Named(*one) for one in called.seen(text))


def _named(found: re.Match[str]) -> _Named:
    post = found.groupdict().get("post") or ""
    return _Named(found["name"], post.removeprefix("同志"), Span(*found.span("name")))


def _reads_as_name(text: str, found: re.Match[str]) -> bool:
    start = found.start("name")
    if found["name"][1:2] == "某" and found["name"][1:] != "某某":
        return False
    if text[start - 1 : start] == "副" or abroad.ends_a_place(
        text, start, found.end("name")
    ):  # 副/安监中队长
        return False
    name = found["name"]
    if name[0] in "向对" and tag(name[1:]) in ("v", "n", "vn"):  # 向/革命烈士
        return False
    if tag(name) in ("nr", "nrfg") and len(name) > 2 and name not in GENERIC:
        return True
    if _HONOURED.fullmatch(found.groupdict().get("post") or "") and text[start - 1 : start] in "、的，和":
        return not tag(found["name"]) and not never_in_names(found["name"][1:].replace("经", ""))
    return is_name(found["name"], text[max(0, start - 3) : start]) or (
        not tag(found["name"]) and odds(text, *found.span("name")) > _LIKELY
    )


def _goes_on(text: str, end: int) -> bool:
    """Whether a verb or the like follows: 主讲, 随后."""
    return any(
        tag(text[end : end + size])[:1] in ("v", "d", "t", "i", "l")
        for size in (2, 4)
        if end + size <= len(text)
    )


def _overlapping(expression: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches, those too that begin within another."""
    at = 0
    while found := expression.search(text, at):
        yield found
        at = found.start("name") + 1


def _members(text: str, names: set[str]) -> Iterator[_Named]:
    """Who is listed beside a person that is known: 、张三、李四."""
    for name in sorted(names):
        at = text.find(name)
        while at >= 0:
            place = at + len(name)
            while found := _MEMBER.match(text, place):
                if not is_name(found["name"], text[place - 2 : place + 1]):
                    break
                yield _Named(found["name"], "", Span(*found.span("name")))
                place = found.end("name")
            at = text.find(name, at + 1)


def _everywhere(text: str, names: set[str], told: dict[int, _Named]) -> Iterator[_Named]:
    """Every place of names that are known, with the post that is told there or stands beside it."""
    taken: set[int] = set()
    for name in sorted(names, key=lambda name: (-len(name), name)):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = len(name) > 2 or at in told or is_whole(text, at, end)
            if whole and taken.isdisjoint(range(at, end)) and not text.startswith(_FOLLOWED, end):
                taken.update(range(at, end))
                one = told.get(at)
                post = one.post if one and one.name == name else _beside(text, end)
                yield _Named(name, post, Span(at, end))
            at = text.find(name, end)


def _beside(text: str, end: int) -> str:
    found = regex.compile(f"{POST}|{_CALLS}").match(text, end)
    return "" if not found or found[0] == "同志" else found[0]


def _short(text: str) -> Iterator[_Named]:
    """Persons by surname and post alone: 王局长, 陈老."""
    for found in _SHORT.finditer(text):
        span = Span(found.start("name"), found.end("post"))
        if begins_a_word(text, span):
            yield _Named(text[span.start : span.end], "", span)


def may_be_one(one: str, other: str) -> bool:
    """Whether 王局长 may be 王国强, or two names of one surname differ in one character alone."""
    if one[0] != other[0] or one == other:
        return False
    if _is_short(one) or _is_short(other):
        return True
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_short(text: str) -> bool:
    return bool(regex.compile(f"{_HAN}(?:[副总]?(?:{CALLED})|老)").fullmatch(text))
