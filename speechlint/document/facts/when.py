"""Dates that say when: 2026年3月5日（星期四）, 去年十月, 6月份, 2月6日15时, 2024-05-01, 第二季度, from and to."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Document

_C = "[〇○零一二三四五六七八九十]"
_YEAR = r"(?:(?:19|20)(?:[0-9]{2}|[xX×＊*]{2}) ?|[一二][九〇○零][〇○零一二三四五六七八九0Ｏ]{2})年"
_SAID = "(?:今年|去年|前年|明年|后年|当年|同年|上年|本年|次年)"
_MONTH = "(?:元|1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月"
_DAY = f" ?(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十{_C}?|十{_C}?|[一二三四五六七八九]) ?[日号]"
_OF_MONTH = "(?:份|初|底|末|中旬|上旬|下旬|上中旬|中下旬)"
_OF_YEAR = "(?:度|上半年|下半年|前?[一二三四1-4]季度|第[一二三四1-4]季度|[春夏秋冬](?![运节耕茶播招考令奥灌])[季天]?|底|末|年?初|年底|年末|全年|春节|国庆|元旦)"
_HALF = "(?:清晨|凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间|深夜|午夜)"
_CLOCK = f"(?:[0-2]?[0-9]|{_C}{{1,3}})(?:[时点](?![数多间刻空段差候效代候速评名球])(?:[0-5]?[0-9]分|整|半|许)?|[:：][0-5][0-9])"
_WEEK = "(?:[（(]?(?:星期|周)[一二三四五六日天](?![之来里到处新])[）)]?)"
_TIME = f"(?:{_HALF}{_CLOCK}|{_HALF}|{_CLOCK})"
_DATE = (
    f"(?:(?:{_YEAR}|{_SAID}) ?)?(?:{_MONTH}{_DAY}{_WEEK}?{_TIME}?|{_MONTH}{_OF_MONTH})"
    f"|(?:{_YEAR}|{_SAID}) ?{_MONTH}|{_YEAR}{_OF_YEAR}?|{_SAID}{_OF_YEAR}"
    r"|(?:19|20)[0-9]{2}(?:-[01]?[0-9]-[0-3]?[0-9]|\.[01]?[0-9]\.[0-3]?[0-9]|/[01]?[0-9]/[0-3]?[0-9])(?![0-9.])"
)
_FOUND = regex.later(
    rf"(?<![0-9.])(?:{_DATE})(?: ?(?:[至到—－~～-]|——) ?(?:{_DATE}|{_MONTH}(?![0-9])|{_DAY}{_TIME}?|{_CLOCK}))?"
    rf"|(?<![0-9]){_MONTH}(?:[至到—-]{_MONTH}{_OF_MONTH}?)|(?<![0-9.])1?[0-9](?:[至到—-]){_MONTH}{_OF_MONTH}?|(?<![0-9]){_DAY}{_TIME}|第[一二三四1-4]季度|[一二三四](?:、[一二三四])?季度"
    rf"|(?:(?:上|本)个?|[0-9]{{1,2}}|二?十[一二三四五六七八九]?)?世纪[一二三四五六七八九1-9][十0]年代(?:初期?|中期|末期?)?|(?<![0-9])(?:[2-9]0|[二三四五六七八九]十)年代(?:初期?|中期|末期?)?"
    rf"|(?<![每一0-9]){_MONTH}(?=[，,至的])|(?<![0-9.每])(?:1[0-2]|[1-9])月(?=[\u4e00-\u9fff])(?![份日初底末中上下息报刊嫂均])|(?:上|下|本|这)?(?<!每)(?:星期|周)[一二三四五六日天](?![之来里到处新岁年期])(?:{_TIME})?|每(?:星期|周)[一二三四五六日天](?![之来里到处新岁年期班趟次节场课天])(?:{_TIME})?|{_HALF}{_CLOCK}"
    rf"|(?:(?:19|20)?(?<!第)[0-9]{{2}}|{_C}{{4}})届(?!{_C})|(?:{_C}{{1,4}}|[0-9]{{1,4}})(?:周年|年)?(?:诞辰|大寿|华诞)|(?<![0-9第])[0-9]{{1,3}}(?:个(?:工作)?)?日(?:之?内|以内)|(?:(?<=回归祖国)|(?<=成立|胜利|建国|建党|建军|建校|发表|创刊|创办|建交|开放|解放|起义|通车))(?:[0-9]{{1,3}}|{_C}{{1,4}}|百)周年(?=[^，。；\n]{{0,6}}(?:大会|仪式|典礼|活动|招待会|座谈会|纪念|庆祝|晚会|展))|百年(?=奋斗[史历征]|党史|征程|[辉光]煌?[历荣])|(?:诞辰|逝世|牺牲)(?:{_C}{{1,4}}|[0-9]{{1,4}})周年|第{_C}{{1,2}}个[\u4e00-\u9fff]{{0,2}}年度|[两二三四五六七八九十]、[三四五六七八九十](?:个月|天|年|个小时)"
    rf"|“(?:[一七八九]|十[一二三四五六七])五”(?:时期|期间)?|(?:[七八九]|十[一二三四五六七])五(?:时期|期间|(?=规划|以来|末|收官|开局))|(?<![0-9.])(?:19|20)[0-9]{{2}}(?:[至到—－~～-]|——)(?:19|20)[0-9]{{2}}年|每月{_DAY}|“[0-9]{{1,2}}[·.][0-9]{{1,2}}”|(?:农历)?(?:正|腊|(?<=农历){_C}{{1,2}})月(?:初{_C}|十{_C}|廿{_C}|二十{_C}?|三十)"
    r"|(?<![0-9.．月第/一二三四五六七八九十])(?:3[01]|[12][0-9]|[1-9])日(?![元本语均益报常内游间托产程期志用薪历照子式中工里出落圆光头华])(?:[晚夜]|凌晨|上午|下午|早晨)?"
    r"|(?<![0-9.])(?:1[0-2]|[1-9])[.·](?:3[01]|[12][0-9]|[1-9])(?=爱心|事故|事件|火灾|特大|洪灾|地震|讲话|惨案|大案|案件|泥石流|爆炸)|“(?:三八|五一|五四|六一|七一|八一|十一|九三|一二·?九)”(?:国际)?(?:劳动|妇女|青年|儿童|建党|建军|国庆)*节"
    r"|(?<![0-9.])(?:[01]?[0-9]|2[0-4])[时点](?:[0-5]?[0-9]分|许|整|半)"
    r"|(?<![0-9:：.])(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[—－~～-](?:[01]?[0-9]|2[0-4])[:：][0-5][0-9])?(?![0-9:：])"
)
# 5.4月20日: the number of a point, and a date
_NUMBERED = regex.later("(?m)^(?P<number>[ 　]*[0-9]{1,2})\\.(?=[0-9]{1,2}月)")
_WHOLE = regex.later(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_NOT_BEHIND = ("版", "度版", "级", "期")
_WEEKDAYS = "一二三四五六日"


def seen(doc: Document) -> Iterator[Seen]:
    """The dates of a draft; of one told whole in figures, the weekday it is beside it."""
    for found in _FOUND.finditer(_NUMBERED.sub("\\g<number>、", doc.text)):
        text = found[0] if found[0][-1] not in "）)" or "（" in found[0] or "(" in found[0] else found[0][:-1]
        text = text.strip()
        text = text.strip("（(）)") if text[0] in "（(" else text
        start = found.start() + found[0].index(text)
        if not doc.text.startswith(_NOT_BEHIND, found.end()):
            yield Seen("date", text, _weekday(_WHOLE.match(text)), Span(start, start + len(text)))


def _weekday(found: re.Match[str] | None) -> str:
    """The weekday of a date in figures; "" of another."""
    import datetime

    if not found:
        return ""
    try:
        day = datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return ""
    return f"星期{_WEEKDAYS[day.weekday()]}"
