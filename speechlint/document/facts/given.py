"""Persons by a given name alone beside a post, a word for kin or a person of a row: 大政书记, 克亮兄, 相连公支系, 从/江姐/到刘胡兰."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.document.surnames import GIVEN, never_in_names
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_H = "[\u4e00-\u9fff]"
_POST = "副?(?:书记|省长|市长|县长|区长|镇长|乡长|村长|部长|局长|处长|科长|主席|主任|院长|校长|厅长|会长|总经理|秘书长|所长|站长|厂长|经理|支书)"
_LEFT = "(?:(?<=[，、；：。！？“\n 　和与及请由受让是])|(?<=[的位有])|(?<=[现原时历前]任)|(?<=感谢)|(?<=怀念)|(?<=代表)|(?<=尊敬的)|(?<=集团)|^)"
_POSTED = regex.later(
    f"{_LEFT}(?P<name>{_H}{{2}})(?P<post>{_POST}|同志)(?=[、，。；：！的等和与在对为讲说作就一还也已到\n]|$|分别|主持|关心|都|致)"
)
_BEHIND_A_POST = regex.later(f"(?<=[长任记席事员授])(?P<name>{_H}{{2}})(?=同志)")
_KIN = regex.later(
    f"{_LEFT}(?:[守祖地]{{0,4}}的)?(?P<name>{_H}{{2}})(?=兄(?![弟长妹])|大?[姐哥嫂](?![妹弟们夫])|叔公?(?![叔侄])|伯公?(?![乐父伯])|[老大]?族长|老族长|老人家|老前辈|老师|老先生|贤弟|学长|学姐|师傅|姑姑|阿姨|婶|爷爷|奶奶)"
)
_RESPECTED = regex.later(
    f"尊敬的(?P<name>{_H}{{2,5}}?)(?=(?:前|助理|代理|候任|荣誉|名誉|常务|执行|首席)*(?:副?(?:参议员|众议员|议员|部长|大臣|外长|州长|市长|总统|总理|主席|议长|司长|总领事|领事|秘书长|校长|书记|会长|院长|局长|主任|总监|总裁|董事长)|大使|参赞|武官|教授|博士|先生|女士|阁下|夫人|将军|公爵|亲王|国王|女王)[、，,：:\n ]|阁下)"
)
_SAYS = regex.later(
    f"(?:主任|主席|委员|部长|所长|院长|教授|专家|顾问|总监|发言人|会长|秘书长|司长|局长)(?P<name>{_H}{{3,4}}?)(?=表示|指出|强调|认为|介绍说|评价说|称赞)"
)
_NAMED_TWICE = regex.later(
    "(?:^|(?<=[，。；、\n]))(?P<name>[张李王刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓曹彭曾][和同向于及与])(?=副?(?:省长|市长|县长|区长|镇长|书记|部长|局长|主席|主任|院长|校长|厅长))"
)
_BORN = regex.later(
    f"(?:^|(?<=[，。；\n]))(?P<name>{_H}{{2,5}}?)(?=本名|原名|乳名|小名|绰号|字[\u4e00-\u9fff]{{2}}，号)"
)
_OLD_HEAD = regex.later(
    f"(?:(?<=[，。；、“\n的了对])|^)(?P<name>{_H}{{2}})(?=老校长|老书记|老先生|老厂长|老院长|老所长|老将军)"
    f"|(?<=[队院所校厂室系司])(?P<senior>{_H}{{3}})(?=等(?:老一代|老一辈|一批|[两三四五几]位|多位|著名)(?:[科专教院战同前老][学家授士友志辈]))"
)
_GROUPS = ("各位", "我们", "亲爱", "在座", "全体", "代表", "中国", "贵国", "驻", "市委", "省委", "县委")
_LINE = regex.later(
    f"(?P<name>{_H}{{2}}公)(?=支系|支祠|派下|后裔|后人|一脉|世系|房(?![租屋子])|祠|墓(?![地园])|次子|长子|三子|第?[一二三四五六七八九十]{{1,3}}世|妣|讳|字|迁居|迁徙|迁至|率|携)"
)
_AMONG = regex.later(
    f"(?:(?<=[，；：。])|(?<=以及)|(?<=感谢)|(?<=包括)|(?<=还有)|(?<=[和与对]))(?P<row>{_H}{{2,3}}(?:、{_H}{{2,3}})*)(?:等(?=战友|同学|老师|宗亲|校友|同志|兄弟|老乡|乡贤|师傅|好友|朋友|[0-9一二三四五六七八九十]{{1,2}}[位名]))"
)
_ELDER = regex.later(
    f"(?:会长|主席|顾问|主任|理事|主席|书记|校长|班长|连长|代表|{_H}长)(?P<name>{_H}{{2,3}})(?=大哥|大伯|大叔|大姐|宗长|宗贤|先贤)"
)
_ROW_OF = regex.later("[^、]+")
_FROM_TO = regex.later(f"(?:从|由)(?P<name>{_H}{{2,4}}?)[，、]?(?=[到至])")
_COMMON_TEXT = "全体 各位 同学 老师 党员 干部 尊敬 亲爱 敬爱 有关 相关 主要 分管 原任 现任 时任 历任 离任 前任 首任 新任 继任 年轻 优秀 资深 革命 广大 退休 离休 青年 女性 全县 全市 我们 你们 他们 这些 那些 所有 许多 部分 部门 党委 支部 总支 学校 医院 公司 集团 班级 常务 专职 执行 党组 名誉 荣誉 副职 正职 乡镇 县区 市县 街道 社区 乡村 优良 英语 语文 数学 体育 音乐 美术 政治 物理 化学 生物 历史 地理 好友 热心 当地 外地 海外 老年 中年 少年 家乡 可爱 可敬 邻家 隔壁 知心 空姐 大学 中学 小学 高中 初中 幼教 特教 支教 骨干 模范 人民 实习 带队 指导 带班 值班 授课 讲课 任课 科任 班主 代课 民办 公办 中国 外国 国际 联合 总会 分会 协会 商会 理事 监事 候任 驻会 轮值 一线 基层 机关 工会 妇联 团委 纪委 法院 检察 公安 国土 住建 教育 财政 税务 卫生 农业 水利 林业 民政 人社 审计 统计 司法 文化 旅游 交通 环保 应急 市场 城管 发改 工信 科技 商务 信访 组织 宣传 统战 政法 办公 村级 镇级 县级 市级 省级 省委 市委 县委 区委 镇委"
_COMMON = frozenset(_COMMON_TEXT.split())
_MORE = frozenset(
    "国建大中海军芸俭财发胜运来山川树田地火土秋冬连才根阳全化强开进贵学习书仲长满宝"
)  # too, though words are full of them
_OFTEN = 2500
_TWICE = 2


def seen(text: str, persons: Collection[int]) -> Iterator[tuple[str, Span]]:
    """Who is called so, and where; ``persons`` are where persons begin that are known."""
    posted = [found for found in _POSTED.finditer(text) if _may_be_given(found["name"])]
    told = {found["name"] for found in posted if _is_likely(found["name"])}
    many = bool(told) and len({found["name"] for found in posted}) >= _TWICE
    for found in posted:
        if many or (found["name"] in told and found["post"] != "同志"):
            yield found["name"], Span(*found.span("name"))
    for expression in (_BEHIND_A_POST, _KIN):
        for found in expression.finditer(text):
            name = found["name"]
            if _may_be_given(name) and (expression is _BEHIND_A_POST or _is_likely(name)):
                yield name, Span(*found.span("name"))
    for found in _AMONG.finditer(text):
        for one in _ROW_OF.finditer(text, *found.span("row")):
            if _may_be_given(one[0][-2:]) and _is_likely(one[0]):
                yield one[0], Span(*one.span())
    for found in _ELDER.finditer(text):
        if found["name"] not in _COMMON and not tag(found["name"]):
            yield found["name"], Span(*found.span("name"))
    for expression in (_RESPECTED, _SAYS, _NAMED_TWICE, _BORN):
        for found in expression.finditer(text):
            if (
                not found["name"].startswith(_GROUPS)
                and "的" not in found["name"]
                and _is_no_noun(found["name"])
            ):
                yield found["name"], Span(*found.span("name"))
    for found in _OLD_HEAD.finditer(text):
        group = found.lastgroup or ""
        if found[group] not in _COMMON and (not tag(found[group]) or tag(found[group])[:2] == "nr"):
            yield found[group], Span(*found.span(group))
    for found in _LINE.finditer(text):
        if not never_in_names(found["name"][:2]) and found["name"][:2] not in _COMMON:
            yield found["name"], Span(*found.span("name"))
    for found in _FROM_TO.finditer(text):
        if found.end() + 1 in persons and _is_noun(found["name"]):
            yield found["name"], Span(*found.span("name"))


_OF_ONE_KNOWN = regex.later(
    f"(?:{_POST}|同志|大哥|大姐|大伯|先生|女士|老师|兄(?![弟长妹])|宗亲|宗长|战友|同学)"
)


def of_known(text: str, names: Collection[str]) -> Iterator[tuple[str, Span]]:
    """The given names alone of persons whose whole name the draft has, before a post or the like: 以发会长, of 吴以发."""
    for given in sorted({name[-2:] for name in names if len(name) == _WHOLE}):
        if tag(given) and frequency(given) > _LEAST:
            continue
        at = text.find(given)
        while at >= 0:
            if _OF_ONE_KNOWN.match(text, at + len(given)):
                yield given, Span(at, at + len(given))
            at = text.find(given, at + 1)


_WHOLE = 3


def of_a_spirit(text: str, people: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Known persons whose spirit is spoken of, though the dictionary has the two as one word: 雷锋精神, 弘扬/白求恩精神."""
    at = text.find(_SPIRIT)
    while at >= 0:
        name = next((one for size in (4, 3, 2) if (one := text[max(0, at - size) : at]) in people), "")
        if name:
            yield name, Span(at - len(name), at)
        at = text.find(_SPIRIT, at + 1)


_SPIRIT = "精神"


def surnames(text: str, names: Collection[str]) -> Iterator[tuple[str, Span]]:
    """The surname alone of persons whose whole name the draft has, with what they are called: 过教授, of 过静之."""
    known = {name[0] for name in names if len(name) in (_WHOLE - 1, _WHOLE)}
    for found in _CALLED.finditer(text):
        if found[0][0] in known:
            yield found[0], Span(*found.span())


_CALLED = regex.later("[\u4e00-\u9fff](?:教授|老师|先生|院士|校长|主任|局长|书记|总工|同志|老板|厂长|经理)")


def _may_be_given(name: str) -> bool:
    """Whether two characters may be a given name: both are met in such, and no common word."""
    if name in _COMMON or never_in_names(name) or frequency(name) > _OFTEN:
        return False
    return tag(name)[:2] in ("", "nr", "nz", "n", "t", "a", "vn", "v") and all(
        char in GIVEN or char in _MORE for char in name
    )


def _is_likely(name: str) -> bool:
    """Whether it is no word, or a seldom one that is a name."""
    return (
        (not tag(name) and len(cut(name)) > 1)
        or tag(name)[:2] in ("nr", "nz")
        or 0 < frequency(name) < _LEAST
    )


_LEAST = 60


def _is_no_noun(name: str) -> bool:
    """Whether its words are no common ones: single characters, names, or words that are hardly met."""
    return all(
        len(word.text) == 1 or word.tag[:2] in ("nr", "nz") or frequency(word.text) < _LEAST
        for word in cut(name)
    )


def _is_noun(name: str) -> bool:
    return tag(name)[:1] in ("", "n") and name not in _COMMON
