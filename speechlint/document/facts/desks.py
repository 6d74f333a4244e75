"""Offices of a house by their bare name, where they act, where a person of theirs stands behind, or in a row: 计财科, 制剂车间, 团委."""

from __future__ import annotations

from speechlint.document.facts.parts import NOMINAL
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from speechlint.document.facts.worded import Line

_H = "(?![的了在和与及各全本该每某其这那有无一不])[一-鿿]"
_NOUN = "处|科|室|部|办|局|车间|病区|工会|团委|团总支|妇委会|妇联|支部|总支|课题组|教研组|项目部|工作站|护林站|中心|班组|合作社|村委会|居委会|家委会|业委会|指挥所|军分区|警务室|服务站|警务站|门诊部?|附小|附中|剧团|分校|公会|商会|学会"
_NAME = regex.later(
    f"(?:(?<=[，。；：、！？“”\n 　（和与由请])|^)(?P<name>(?:{_H}){{1,5}}?(?:{_NOUN}))(?![长员级门分属级型式])"
)
_ALONE = regex.later(
    "(?<![一-鿿])[省市县全]总(?=[和与、，。的要将对领]|党组)|(?<=[受向经由请和与、对到的])[省市县全]总(?=[和与、，。的要将对领]|党组)|"
    f"(?<=代表)(?![我全本贵学各]){_H}{{2,4}}(?:中学|小学|中心校|学校|学院|医院|集团|公司)(?=向|全体|对|的|，|热烈|党委|党支部)|"
    "(?<=来到|调到|分到|调入|调进|进了)(?:城|县|市|镇)?[一二三四五六七八九十]{1,2}中(?![央国心间等期旬之途止])|(?:(?<=分配至|分配到|毕业于|就读于|任教于)|(?<=考入|考上))(?:城|县|市|镇)?[一二三四五六七八九十]{1,2}中(?![央国心间等期旬之途止])|(?<=来到|调到|分到|调入|调进|进了)(?:(?![的了在和与及各全本该每])[一-鿿]){1,5}(?:科|处|车间|班组|教研室)(?=[，。、；当工做任锻]|$)|(?:(?<=[，。；：、\n（和与由请在的])|^)[省市县区](?![委属直里内外城区长])[一-鿿]{2}(?:所|校|站|院|馆|社)(?=[、，。和与的在把由]|[一-鿿]{2,3}(?:站长|所长|校长|院长|老师|同志|主任|馆长))|(?<![一-鿿])(?:院|校|局|厂|矿|台|行|所|社)(?:党委|党组|纪委)(?![书成委员会])|"
    "(?<![各全本该每某个的])(?:(?:村委会|居委会|管委会|党工委)(?!员)|军分区|社科联|体工大队|省队|团总支|校团委|院团委|厂工会|校工会|院工会|董秘办|院办|厂办|党办|学工处|教务处|资规局|省高院|市中院|省检|市检|师部|团部|营部|连部|军部)(?![长员级分队])|[省市县区](?:足|篮|排|乒羽?|田|泳|体|棋|象棋|桥|书|美|音|作|摄|舞|剧|科|侨|文|消|律)协(?![会助调商作议同定])|民[一二三四五]庭|刑[一二三]庭|(?:(?<=我们)|(?<=[在由]))[一二三四五六七八九十]{1,2}连(?![长排续接串夜年任])"
    "|(?:(?<=[，。；：、！？“”\n 　（和与由请在到从使是])|^)(?:附小|附中|[一二三四五六七八九十]{1,2}中(?![全心央国型学小等间期外部秋午华共层旬之途止、]))(?=[的在是由和与把今去有也师学高初教校老图叫获就夺、，。0-9])"
)
_OF_ALL_TEXT = "全国 全省 全市 全县 有关 相关 各级 所有 职能 业务 主管 牵头 上级 下级 基层"
_OF_ALL = tuple(_OF_ALL_TEXT.split())
_NONE_TEXT = (
    "机关 内部 外部 全部 干部 局部 总部 俱乐部 办公室 会议室 教室 卧室 温室 休息室 好处 坏处 到处 处处 四处 别处 深处 高处 远处 近处 难处 用处 长处 短处 益处 "
    "本科 学科 专科 文科 理科 百科 前科 大局 全局 格局 布局 结局 当局 时局 政局 进车间 进班组 中心 市中心 核心 东部 西部 南部 北部 中部 内科 外科 举办 主办 承办 协办 创办 "
    "服务中心 活动中心 文化中心 交易中心 区域中心 金融中心 科技中心"
)
_NONE = frozenset(_NONE_TEXT.split())
_NONE_AT_END = tuple(word for word in _NONE if not word.endswith("中心"))
_ACTING = regex.later(
    "的?[一-鿿]{2,3}(?:同志|老师|主任|医生|大夫|护士|师傅)|[、和与](?=[一-鿿]{1,5}(?:处|科|室|部|办|局|车间|会|委|组|站|队))"
    "|副?(?:科长|处长|股长|室主任)(?=[一-鿿]{2,3}(?:[、，。]|同志|出席|宣读|讲话|主持))|通知|牵头|主办|会办|承办|联合|组织|负责|把|已|将|评|荣获|拿|获|夺|发来|送来|接诊|复排|排练|赠|报送|上报|反映|提出|开展|完成|成立|[12][0-9]{3}年|去年|今年"
)


def seen(line: Line, persons: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where they begin and end; ``persons`` are the places where a person begins."""
    for found in _ALONE.finditer(line.text):
        yield found.span()
    for found in _NAME.finditer(line.text):
        start, end = found.span("name")
        if (
            found["name"].startswith(_OF_ALL)
            or found["name"].endswith(_NONE_AT_END)
            or found["name"] in _NONE
            or not line.is_of_words(start, end)
        ):
            continue
        if not _is_of_nouns(line, start, end):
            continue
        if line.at + end in persons or (not found["name"].endswith("中心") and _ACTING.match(line.text, end)):
            yield start, end


def _is_of_nouns(line: Line, start: int, end: int) -> bool:
    """Whether all the words of a name are nouns, or verbs that stand for what an office does."""
    some = [word for at, word in zip(line.starts, line.words, strict=True) if start <= at < end]
    if len(some[0].text) > 1 and some[0].tag[:1] == "v" and some[0].text not in NOMINAL:  # 加强/基层工会
        return False
    return (
        bool(some)
        and all(len(word.text) == 1 or word.tag[:1] in ("n", "v", "j", "b", "l", "") for word in some[-2:])
        and not any(word.tag[:1] in ("p", "c", "u", "d", "r", "t", "q") for word in some)
    )
