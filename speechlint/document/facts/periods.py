"""Dates without a day or a month: 今后五年, 冬春夏三季, 二十一世纪, 八十周年, 第41个教师节, 国庆节前."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_C = "[一二三四五六七八九十百]"
_NUMBER = f"(?:[0-9]{{1,4}}|[两几数]|{_C}{{1,4}})"
_FESTIVAL = "元旦|春节|元宵节?|清明节?|五一节?|劳动节|端午节?|中秋节?|国庆节?|重阳节|除夕|教师节|圣诞节"
_PERIOD = regex.later(
    "[春夏秋冬]{2,4}[两二三四]季(?![节度])|(?<![年的])[上下]半年"
    f"|[二两三五十]年(?=计划|规划|行动|攻坚|倍增)|(?:今后|未来|此后|往后|过去|最近|近|前|后)(?:的)?(?!一年)(?:[0-9]{{1,3}}|[两几数]|{_C}{{1,3}})(?:多|余)?(?:年|个月)(?:多|来|间|时间)?(?![级轻纲制画代龄])"
    "|(?:19|20)[0-9]{2}级(?=[一-鿿])|“(?:三八|五一|五四|六一|七一|八一|十一|九三|双十)”(?=前|期间|之[前际]|后|来临|到来|国际|当天)|这(?:[两二三五十四]|几|二十|三十|四十|五十)年(?=[来间中里，])"
    "|百年(?=办学|校庆|老[校店字]|校史|建校|育人|[院党]庆|华诞|历史|沧桑|积淀|庆典|名校|学府)"
    f"|(?:[0-9]{{1,2}}|{_C}{{1,3}}|本)世纪(?:上半叶|下半叶|中叶|初叶?|末)?(?!之[交星]|大|广|公|城|中学|小学|[一二三四五六七八九0-9]{{1,2}}十?年代|性)"
    f"|(?<=[报误延过等前])一小时|“十五”(?=期间|时期|计划|规划|末|以来|目标|最后)(?:期间|时期)?"
    f"|第{_NUMBER}个(?:生日|国庆节?|[\u4e00-\u9fff]{{2,6}}?[节日])(?![点目子本期前常子])"
    f"|(?:{_FESTIVAL})(?=前|期间|后|当[天日晚]|之[前后际])"
    "|二[oOｏＯ0]{2}[一二三四五六七八九0-9]年"
    f"|(?<![第0-9])(?:[0-9]{{1,4}}|{_C}{{1,4}})周年"
    f"|(?:民国|清?光绪|清?宣统|清?康熙|清?乾隆|清?道光|清?咸丰|清?同治|清?嘉庆|清?雍正|明?洪武|明?永乐|明?万历|明?嘉靖)(?:{_C}{{1,3}}|元|[0-9]{{1,2}})年(?:间)?"
)


def seen(doc: Document) -> Iterator[Seen]:
    """Where they are told, in the order of the draft."""
    for found in _PERIOD.finditer(doc.text):
        if found[0][-2:] not in _WEEKDAYS_OF_NONE:
            yield Seen("date", found[0], "", Span(*found.span()))


_WEEKDAYS_OF_NONE = ("工作", "的日")
