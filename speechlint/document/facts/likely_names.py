"""Persons whom the characters of their name tell, and what stands around them: no post or verb of a list is wanted."""

from __future__ import annotations

from speechlint.document.facts import foreign
from speechlint.document.facts.likely import odds, of_dictionary
from speechlint.document.facts.parts import PROVINCES
from speechlint.document.surnames import SURNAME, is_no_name
from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.seen import Known

_HAN = "[\u4e00-\u9fff]"
_NAME = regex.later(f"{_HAN}+")
_THING = regex.later(f"{_HAN}+(?<=[矿井线路湖河江山矿井镇县村品票值柜率度型式贷险库郡岛港碳书券化])")
_CANDIDATE = regex.later(f"(?={SURNAME}{_HAN})")
# what the odds and what stands around a name must come to, by its length
_ENOUGH = {2: 6.5, 3: 4.0, 4: 4.0}
_OF_DICTIONARY = 1.5  # three characters that the dictionary has as a name
_FOREIGN = 9.0
_NEVER, _LEAST, _OF_A_ROLE = -99.0, -4.0, 4.0
_ROLES = frozenset("员师长手家者官士兵工匠民人生伯叔婆爷奶姐哥嫂委监事练授任记席理帅将")
_GROUPS = (
    "教练",
    "裁判",
    "指挥",
    "伴奏",
    "同学",
    "选手",
    "领队",
    "主创",
    "居民",
    "农户",
    "店主",
    "老板",
    "传人",
    "支书",
    "秘书",
    "战友",
    "大户",
    "劳模",
    "标兵",
    "校友",
    "楷模",
    "得主",
    "冠军",
    "名将",
    "新秀",
    "小将",
    "老红军",
    "老党员",
)
_OTHERS = regex.later(
    "排|[路街镇乡村坳垸街县市区州湖江河山峰岭桥港湾寺庙庄坪站线屯寨水]|大[街道桥厦]|机场|高[速铁]|铁路|公路|社区|街道|水[库电]|新区|广场|公园|公司|集团|"
    "(?:煤|铁|铜|金|锡|铝土|磷|盐)?矿(?![工长])|井田|油田|气田|建[筑材设工]|科技|药业|股份|控股|路桥|银行|医院|律师|事务所|结合|链条|衔接|融合|相?适应|相?协调|服务|工程|行动|计划|学院|大学|中学|小学|幼儿园|实业|置业|地产|食品|酒业|电[气器子力]|机械|燃气|水务|物流|能源|化工|传媒|台风|大军|通信|精神|思想|理论|主义|列宁|杯|奖|文化|遗址|古[城镇]|抽水|国家公园|[局委厅](?![员会])|铁(?![军人])"
)
_PUNCTUATION = frozenset("，。；：、！？（）()\n,;: \u3000“”")
_FOLLOWED = ("同志", "先生", "女士", "老师", "等", "一家", "团队", "夫妇", "所作", "为", "（", "(")


_NUMERALS = tuple("一二三四五六七八九十两")


def seen(text: str, known: Known) -> Iterator[tuple[str, int]]:
    """Names and where they begin, in the order of the text."""
    until = 0
    for found in _CANDIDATE.finditer(text):
        start = found.start()
        if (
            start < until
            or text[start] in "向应"
            or text[start - 1 : start] == "引"
            or text[start - 1 : start] in _NUMERALS
        ):
            continue
        name = _best(text, start, known)
        if name:
            until = start + len(name)
            yield name, start


def _best(text: str, start: int, known: Known) -> str:
    """The likeliest name that begins at ``start``; "" where none is likely enough."""
    weighed = max((_weight(text, start, start + size, known) - _ENOUGH[size], size) for size in _ENOUGH)
    return text[start : start + weighed[1]] if weighed[0] >= 0 else ""


def _weight(text: str, start: int, end: int, known: Known) -> float:
    """The odds of a name and what stands around it added up."""
    name = text[start:end]
    if (
        len(name) < end - start
        or name[0] in name[1:]
        or name in known.places
        or tag(name)[:2] not in ("", "nr")
    ):
        return _NEVER
    if set(name) <= PROVINCES or any(tag(text[start - more : end]) for more in (1, 2) if start >= more):
        return _NEVER
    if foreign.weight(text[start : end + 1]) > _FOREIGN:  # 麦多莱/尼姆
        return _NEVER
    if name[-1] in "曰云":
        return _NEVER
    if not _NAME.fullmatch(name) or _OTHERS.match(text, end) or is_no_name(name):
        return _NEVER
    weight = (
        odds(text, start, end) if not tag(name) or len(name) < 3 else of_dictionary(name) + _OF_DICTIONARY
    )
    before = _before(text, start)
    if weight <= _LEAST or (_THING.fullmatch(name) and before < _OF_A_ROLE):
        return _NEVER
    return weight + before + _behind(text, end)


def role(text: str, start: int) -> str:
    """The word before a name that says what the person is: 领队, 会计师; "" where none does."""
    group = next((group for group in _GROUPS if text.endswith(group, 0, start)), "")
    word = cut(text[max(0, start - 6) : start])[-1] if start else None
    if group or not word or len(word.text) < 2 or word.tag[:1] != "n" or word.text[-1] not in _ROLES:
        return group
    return word.text


def _before(text: str, start: int) -> float:
    if not start or text[start - 1] in _PUNCTUATION:
        return -3.0 if text[start - 1 : start] == "“" else 1.0
    if role(text, start):
        return _OF_A_ROLE
    word = cut(text[max(0, start - 6) : start])[-1]
    if word.tag[:2] == "ns":  # a brand of that place rather: 杭州/洪铭
        return -6.0
    return 0.0 if word.tag[:1] in "pcdvur" else -4.0


def _behind(text: str, end: int) -> float:
    if end == len(text) or text[end] in _PUNCTUATION:
        return 1.0
    if text.startswith(_FOLLOWED, end):
        return 1.5
    word = cut(text[end : end + 4])[0]
    return 1.0 if word.tag[:1] in "vdp" and len(word.text) > 1 else -1.0
