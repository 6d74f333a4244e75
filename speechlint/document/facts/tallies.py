"""Numbers in Chinese numerals before any measure that the dictionary has: 四组企业, 三下南海, 棉花增产四点七倍."""

from __future__ import annotations

from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FROM_TWO = "二三四五六七八九十两"
_NUMERALS = "一二三四五六七八九十百千万亿零〇两"
_TALLY = regex.later(
    f"(?<![第这那哪每某各其该此上前后本头“《\n{_NUMERALS}0-9.．])(?P<number>[{_FROM_TWO}][{_NUMERALS}]{{0,6}}[多余]?)(?P<measure>(?!次产业)[\u4e00-\u9fff])"
)
_LONG = "个百分点|百分点|印张|公里|英里|海里|华里|平方公里|平方米|立方米|公斤|公顷|英尺|厘米|毫米|千米|千瓦|千克|美元|欧元|日元|英镑|卢布|法郎|马克|银元|大洋|人次|户次|分钟|小时|工时|哩|浬|担|石|斗|寸|丈"
_OF_UNITS = regex.later(
    f"[一二三四五六七八九十]{{1,3}}(?:公里|里|米|斤|亩|丈|寸|小时)半(?![途路夜山])|(?:[近约超逾上达])?(?:[{_NUMERALS}]{{1,8}}|[数几][十百千万亿]{{1,3}}|[十百千万][几多余])[多余]?(?:{_LONG})(?![子工器民])"
    f"|[{_NUMERALS}]{{1,3}}(?:[金银铜](?=[、，。；和])|成[一二三四五六七八九半](?![年月日个人]))|[{_NUMERALS}]{{1,3}}比[{_NUMERALS}]{{1,3}}(?=[，。的战击险逆大负胜赢输落])|(?<![0-9.:：])[0-9]{{1,3}}(?:比|[:：])[0-9]{{1,3}}(?=[，。的战击险逆大负胜赢输落])|[两二三四五六七八九十]天[两二三四五六七八九十]夜|[两二三五六七八九十]周(?![年岁围边末遍全公六日一])|(?:世界|全国|全球|中国|亚洲|全省)[0-9百千]{{2,4}}强|(?<=[是到办开了])第[{_NUMERALS[:9]}十]{{1,3}}届(?=[，。；了])|(?:团体|总分|总成绩|综合|年级|班级|男子|女子|全校|全班|护理组|医疗组|小组|积分|总评|组)第[{_NUMERALS[:9]}](?=[，。；、！和])"
    f"|第(?:[二三四五六七八九]|[{_NUMERALS}]{{2,5}})位(?![主小著人老])|(?<=[居列位])(?:世界|全球|亚洲|全国|全省|全市|全区|同行业|行业)?首位(?=[，。；、）])|(?:个|两|三|四|五|六|七|八|九)位数(?=[，。以增])"
    "|[数几][十百千万]{1,2}[万亿]?(?=[\u4e00-\u9fff]{1,6}?(?:员|民|众|军|者|师|生|人|士|工|户|兵|友|客|胞))(?![多余个名家年人])"
)
# amounts with a fraction, or of so many hundred millions with nothing behind them
_DECIMAL = regex.later(
    f"(?:[{_NUMERALS}]{{1,5}})点[{_NUMERALS[:9]}零〇]{{1,3}}(?:[十百千万亿]{{0,2}}(?:{_LONG}|倍|元|吨|亩|斤|米|岁|人|户|万|亿|度|级|克|升))"
    f"|(?:近|超|约|逾|达|过|上|投资|投入|共|计|突破|实现|完成)(?P<round>[{_NUMERALS[:9]}两][{_NUMERALS}]{{0,4}}[万亿])(?=[，。；、）])"
    f"|(?<![第{_NUMERALS}0-9])[{_FROM_TWO}][{_NUMERALS}]{{2,6}}[万亿](?=[，。；、）])|(?:近|约|逾|上)[十百千]?[百千万亿](?=[，。；、）])|[一两二三四]位数(?=[增以，。；的])|(?<=[国省市县业界球居于入进])第[一二三四]方阵|第[一二三四]档次|[一二三四特]等奖|第[0-9]{{1,3}}个(?=[\u4e00-\u9fff]{{2}})(?!年[头度]|月|星期|问题|方面|特点)"
)
# of a measure that is as often no measure, or whose number is a level rather than an amount
_NO_MEASURE = frozenset("门端届曲个大国级期百千万亿点数时分月日号等角重星面手头家方元色化多线声季行")
_SCHOOL_YEARS = "年"
_OF_AN_OTHER = frozenset("不之来往去里上下左右")


def seen(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers with their measure begin and end."""
    for found in _OF_UNITS.finditer(text):
        if found[0][0] == "一" and found[0][1:2] not in _NUMERALS and found[0][-1] != "半":  # 一厘米
            continue
        if text.endswith(("最后", "最初"), 0, found.start()):
            continue
        if (
            not text.startswith("们", found.end())
            and text[found.start() - 1 : found.start()] not in _NUMERALS
        ):
            yield found.span()
    for found in _DECIMAL.finditer(text):
        yield found.span("round" if found["round"] else 0)
    at = 0
    while tally := _TALLY.search(text, at):
        at = tally.end("number")
        if _is_one(text, tally):
            yield tally.span()


def _is_one(text: str, found: re.Match[str]) -> bool:
    """Whether a character behind a number is its measure: no longer word begins or ends in either."""
    measure, (start, end) = found["measure"], found.span()
    if measure == "门" and (len(found["number"]) > 1 or text[start - 1 : start] == "炮"):
        return True
    if measure in _NO_MEASURE or not _is_measure(measure):
        return False
    if text[end : end + 1] in "”、" or text[start - 1 : start] == "“":
        return False
    first = max(0, start - 4)
    place = first
    for word in cut(text[first : end + 4]):
        behind = place + len(word.text)
        if (
            place < start < behind
            or (place < end < behind)
            or (place == start and behind == end and word.tag != "m")
        ):
            return False
        place = behind
    return True


def _is_measure(char: str) -> bool:
    return tag(char) == "q" or "m" in (tag("三" + char), tag("四" + char))
