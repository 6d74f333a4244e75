"""Persons with their posts: 县委书记王大川同志, 王大川书记, 王局长."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.document.words import tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_OFFICES = (
    "总书记|书记|主席|总理|委员长|主任|部长|省长|市长|县长|区长|州长|镇长|乡长|村长|局长|厅长|处长|科长|院长|校长|行长|会长"
    "|理事长|董事长|总经理|经理|站长|队长|所长|社长|总编辑|司令员|政委|检察长|秘书长|组长|股长|园长|教授|院士|主任委员|常委|委员"
)
_POST = f"(?:[副总代]{{0,2}}(?:{_OFFICES}))"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬"
    "安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌"
    "霍虞万柯卢莫房裘解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲家封储靳段富巫焦牧谷车侯宓全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印宿白"
    "怀蒲索赖卓屠蒙池乔阴胥苍双闻莘党翟谭贡姬申扶冉宰郦雍桑桂牛寿通边扈燕冀尚农温庄晏柴瞿阎连习艾容向古易廖耿满匡国文寇广东欧利师巩聂晁敖冷辛阚简饶曾关相查后荆游竺权盖益桓公"
)
_HAN = "[\\u4e00-\\u9fff]"
_NAME = f"(?P<name>[{_SURNAMES}](?:{_HAN}{{1,2}}))"
_BEFORE = regex.later(
    f"(?P<post>{_POST})(?:[：、])?{_NAME}(?=同志|[，。、；：）\\n）]|[和与及](?!谐)|[作主讲说指]|$)"
)
_BEHIND = regex.later(f"{_NAME}(?P<post>{_POST}|同志)(?!们)")
_SHORT = regex.later(
    f"(?:(?<!{_HAN})|(?<=[请由和与及向对给同让听]))(?P<name>[{_SURNAMES}])(?P<post>[副总]?(?:{_OFFICES}))(?!们|{_HAN}?[会委])"
)
_OF_OFFICES = "委副总局部厅"  # an office is named, no person
_NOT_NAMES = frozenset(
    [
        "各位",
        "广大",
        "全体",
        "有关",
        "党员",
        "同学",
        "青年",
        "老师",
        "先进",
        "优秀",
        "女",
        "全国",
        "全省",
        "全市",
        "全县",
        "我们",
        "你们",
        "他们",
        "所有",
        "分管",
        "常务",
        "办公",
        "部分",
        "这位",
        "那位",
        "每位",
    ]
)


def seen(doc: Document) -> Iterator[Seen]:
    """The persons named, each with the post beside the name."""
    taken: set[int] = set()
    for expression in (_BEFORE, _BEHIND, _SHORT):
        for found in expression.finditer(doc.text):
            start, end = found.span("name")
            if start not in taken and _is_name(found["name"], expression is _SHORT):
                taken.update(range(start, end))
                post = found["post"]
                if expression is _SHORT:
                    yield Seen("person", found["name"] + post, "", Span(start, found.end("post")))
                else:
                    yield Seen("person", found["name"], "" if post == "同志" else post, Span(start, end))


def may_be_one(one: str, other: str) -> bool:
    """Whether 王局长 may be 王国强, or two names of one surname differ in one character alone."""
    if one[0] != other[0] or one == other:
        return False
    if _is_short(one) or _is_short(other):
        return True
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_short(text: str) -> bool:
    return bool(regex.later(f"{_HAN}[副总]?(?:{_OFFICES})").fullmatch(text))


def _is_name(name: str, short: bool) -> bool:
    """Whether it is no word of the dictionary but a name; a surname alone before a post is one."""
    if name in _NOT_NAMES or any(char in _OF_OFFICES for char in name[1:]):
        return False
    if short:
        return True
    letters = tag(name)
    return letters.startswith("nr") or letters == ""
