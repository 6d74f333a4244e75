"""Persons by a surname or a given name and how they are called: 金先生, 张总, 源潮书记; and by what is theirs: 孙思邈那句话."""

from __future__ import annotations

from speechlint.document.facts.likely import odds
from speechlint.document.span import Span
from speechlint.document.surnames import GIVEN, SURNAME, begins_a_word, never_in_names
from speechlint.document.words import cut, frequency, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "[\u4e00-\u9fff]"
_SURNAMED = regex.later(
    f"(?<![驻阿小老{'一二三四五六七八九十两几0-9'}])(?P<name>{SURNAME})(?P<post>支书|老?先生|女士|小姐|太太|老师|师傅|大夫|医生|护士|警官|博士|老板|大爷|大娘|大妈|大叔|大婶|大姐|大哥|阿姨|叔叔|伯伯|奶奶|爷爷|总(?=[在到和与给来就这那您介讲说也还刚对跟一、，。！；：])|董(?=[在到和与给来就这您介讲说也还刚对跟一、，。！；：])|司令(?![员部])|(?:局|处|厅)(?=[、，。在说讲带和你要])|总?工(?=[、，。！；：讲说负在带和]))(?!们)"
)
_GIVEN_AND_POST = regex.later(
    f"(?:(?<=[，。、；：\n和与])|(?<=刚才)|(?<=今天)|(?<=[现原]任)|(?<=集团)|(?<=尊敬的)|^)(?P<name>{_HAN}{{2}})(?P<post>副?(?:书记|省长|市长|县长|区长|镇长|乡长|部长|局长|主席|主任|院长|校长|厅长|总经理)|同志|总理|司令员?|政委)(?=[、，。；：的等和与在对为讲说作就一还也已到指强分主传稍要]|$)"
)
_SURNAMED_AND_POST = regex.later(
    f"(?:(?<=[，。、；：\n和与])|^)(?P<name>{SURNAME}{_HAN})(?P<post>书记|省长|市长|县长|区长|部长|局长|主席|主任|院长|校长|厅长|同志|总理)(?=[、，。；：的等和与在对讲说作就一还也已到指强分主]|$)"
)
_OWN = regex.later(
    f"(?P<name>{SURNAME}{_HAN}{{1,2}})(?=那句|说过|(?:先生|同志)?的(?:名言|诗句|诗|墓志铭|遗言|遗嘱|书信|日记|名句|家书|事迹))"
)
_MONKS = regex.later(
    f"(?:^|(?<=[，。；：、“”\n 　的和与是请由]))(?P<name>{_HAN}{{2}})(?:法师|道长|上人|禅师|大和尚)"
)
_LIKELY = 1.0
_COMMON, _RARE = 2000, 20


def seen(text: str) -> Iterator[tuple[str, str, Span]]:
    """The name as the draft gives it, the post behind it, and where it is."""
    for found in _SURNAMED.finditer(text):
        span = Span(*found.span())
        if begins_a_word(text, span):
            yield found[0], "", span
    for found in _MONKS.finditer(text):
        if frequency(found["name"]) > _COMMON // 10:  # 政绩上人民满意
            continue
        yield found[0], "", Span(*found.span())
    for found in _GIVEN_AND_POST.finditer(text):
        name = found["name"]
        if (
            not never_in_names(name)
            and any(char in GIVEN for char in name)
            and (
                (not tag(name) and len(cut(name)) > 1) or tag(name) in ("t", "nr") or frequency(name) < _RARE
            )
        ):
            yield found[0], "", Span(*found.span())
    for found in _SURNAMED_AND_POST.finditer(text):
        name = found["name"]
        if tag(name)[:1] == "n" and tag(name) != "ns" and frequency(name) < _COMMON and name[1] in GIVEN:
            yield name, found["post"], Span(*found.span("name"))
    for found in _OWN.finditer(text):
        name = found["name"]
        if not tag(name) and not never_in_names(name[1:]) and odds(text, *found.span("name")) > _LIKELY:
            yield name, "", Span(*found.span("name"))
