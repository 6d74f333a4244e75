"""Names told by the word for what they are: 文学家/格非, 刚才，/民权/同志, 北沿江、盐泰锡常宜、通苏嘉甬/高铁, 宁杭/生态经济带."""

from __future__ import annotations

from speechlint.document.words import frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_H = "[一-鿿]"
_TRADE = (
    "(?:文学|国学|社会学|历史学|思想史|思想|史学|经济学|哲学|科学|教育|作|画|书法|书画|音乐|作曲|艺术|歌唱|表演艺术|企业|慈善|军事|政治|革命|法学|数学|物理学|化学|天文学|地质学"
    "|医学|农学|建筑学?|翻译|外交|评论|收藏|探险|航海)家"
)
_SURNAMES = "[张杨李王陈毛周朱林彭刘贺罗徐叶聂邓黄赵钱孙吴郑冯蒋沈韩曹许何吕施]"
_PERSON = regex.later(
    f"(?:{_TRADE}|诗人|词人|(?<=著名)学者)(?P<trade>(?![们和与等的及之在有是]){_H}{{2,3}})(?=[、，。；和与及等]|先生|女士|教授)"
    f"|(?:^|(?<=[，。；\n])|(?<=刚才))(?P<comrade>(?!全体|各位|我们|你们|他们|这位|那位|有的|一位|广大|革命|党员|老|女|男|各|全|这|那|几|有|些){_H}{{2}})(?=同志(?:作了|已经|讲了|代表|通报了|宣读了|传达了|介绍了|汇报了|从[一-鿿]|的(?:讲话|报告|发言|介绍|汇报)))"
    f"|(?<=[记任席长])(?P<whole>{_H}{{3}})(?=同志(?![们]))"
    f"|(?P<one>{_SURNAMES}(?=、{_SURNAMES}两(?:位|将军|先生|同志|元帅|校长|老师))|(?<=、){_SURNAMES}(?=两(?:位|将军|先生|元帅)))|(?<=逼)蒋(?=停止|抗日)|秦始皇帝?|始皇帝"
)
_ROAD = "(?:高铁|铁路|城际|高速)"
_ROW = regex.later(f"(?P<row>{_H}{{2,8}}(?:、{_H}{{2,6}}){{1,6}}?){_ROAD}")
_LEADS = regex.later(
    f".*(?:加快|推进|启动|推动|争取|提前|开工|建设|建成|实施|谋划|畅通|开通|贯通|完成|抓好|新建|做好|等|的|和)(?={_H})"
)
_MEMBER = regex.later("[^、]+")
_BELT = regex.later(
    f"(?:(?<=[，、。；：\n和与沿在])|(?<=推动)|(?<=推进)|(?<=加快)|(?<=建设)|(?<=打造)|(?<=融入)|(?<=构建)|(?<=支持))(?P<name>(?!推动|推进|加快|建设|打造|融入|构建|支持|沿|和|与|打好)(?:{_H}|[0-9]号){{2,6}}?(?:经济带|城市群|都市圈|风景道|生态带|创新带|旅游带|产业带|科创走廊))"
)
_OF_ANY = (
    "一批",
    "多条",
    "这些",
    "重点",
    "现代",
    "特色",
    "绿色",
    "高质量",
    "世界级",
    "国家",
    "若干",
    "优势",
    "乡村",
    "产业",
)
_COMMON = 1500


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind, the beginning and the end of each."""
    for found in _PERSON.finditer(text):
        yield "person", *found.span(found.lastgroup or 0)
    for found in _BELT.finditer(text):
        if not found["name"].startswith(_OF_ANY):
            yield "place", *found.span("name")
    for found in _ROW.finditer(text):
        for one in list(_MEMBER.finditer(text, *found.span("row"))):
            led = _LEADS.match(text, *one.span())
            start = led.end() if led else one.start()
            name = text[start : one.end()]
            if 1 < len(name) < 6 and not name.startswith(_OF_ANY) and frequency(name) < _COMMON:
                yield "place", start, one.end()
