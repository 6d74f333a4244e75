"""Whether a character stands in a personal name: 王汎舟教授, 邓啟棠、刘峯、周崑同志.

Variant characters were abolished for words, not for the names of people.
"""

from __future__ import annotations

from speechlint.document.words import cut, ends
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.words import Word

# What OpenCC reads as the usual character, though the variant may be somebody's name.
VARIANTS = frozenset(
    "汎氾旂峯崑崐崙崘昇陞甦脩叡勣邨煇燿璿珮儁倖鍊巖嵒喦谿菴廕皐羣棲棃逈濬秌緜彫琱鵰懽讙澂沖凈淩峩寔寜枏柟栢桺棊椶槀槑毘灋燄爗"
    "犂珤瑯璢睠碁竢耑荅萲蘐蓡蕋諠赮雋霛頫驩鷰麐徵龢堃喆"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟"
    "安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈"
    "鲍位霍翁隋甘景薄单包司柏宁柯阮桂闵解强车冉房边滕宗仇楚鞠郎喻饶商窦晏穆党敖茅阚虞冷邬娄冀褚戚卓蒙巩闫萧臧佟仲甯诸"
)
_DOUBLE = frozenset(
    ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯")
)
_PERSON = "同志|先生|女士|老师|教授|院士|博士|师傅|烈士|将军|大夫|医生"
_OFFICE = "书记|主任|主席|部长|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|处长|科长|院长|校长|总理|委员|代表|会长|理事长|董事长|经理|站长|队长"
_OF_KIN = "后人|故居|故里|纪念馆|陵园|之墓"
_TITLE = f"(?:{_PERSON}|{_OF_KIN}|[副总]{{0,2}}(?:{_OFFICE}))"
_HAN = "[\\u4e00-\\u9fff]"
_SO_MANY = "(?:[一二三四五六七八九十两0-9]{1,3}[名位个])?"
_TITLED = regex.later(f"(?:、{_HAN}{{2,4}}){{0,12}}(?:[和与及]{_HAN}{{2,4}})?等?{_SO_MANY}{_TITLE}")
_ADDRESSED = regex.later(_PERSON)
_BEFORE = regex.later(f"(?:{_TITLE}|[^\\u4e00-\\u9fff]|[请由和与及同对向让给是叫有为跟]|^)$")
_OF_OFFICE = regex.later(f"(?:{_OFFICE})$")
_WORDS = frozenset("于向关时成常任安高解强车单金")  # surnames that are oftener words
_OFFICER = regex.later(f"{_TITLE}|会计|工程")
_NEAR = 8


def in_name(text: str, at: int, char: str) -> bool:
    """Whether ``char``, which stands at ``at`` of the simplified ``text``, belongs to a name.

    A surname, one or two characters and a title make one; a variant needs no title.
    """
    if char not in VARIANTS:
        return is_titled(text, at) and _is_no_word(text, at)
    if is_titled(text, at) or any(_is_bare(text, start, at) for start in _surnames(text, at)):
        return True
    return any(
        _ADDRESSED.match(text, end) and {start, at, at + 1} <= _bounds(text, at)
        for start, end in ((at, at + 1), (at, at + 2), (at - 1, at + 1))
    )


def is_titled(text: str, at: int) -> bool:
    """Whether a surname before ``at`` and one or two characters, ``at`` among them, have a title."""
    return any(_is_titled(text, start, at) for start in _surnames(text, at))


def _surnames(text: str, at: int) -> list[int]:
    return [start for start in (at - 1, at - 2) if start >= 0 and text[start] in _SURNAMES]


def _is_titled(text: str, start: int, at: int) -> bool:
    if text[max(0, start - 1) : start + 1] in _DOUBLE:
        start, sizes = start - 1, (4, 3)
    else:
        sizes = (3, 2)
    stops = [stop for stop in (start + size for size in sizes) if stop > at]
    before = text[max(0, start - 4) : start]
    if _OF_OFFICE.search(before) and text[start] not in _WORDS and _is_han(text[start : max(stops)]):
        return True
    if not any(_is_han(text[start:stop]) and _TITLED.match(text, stop) for stop in stops):
        return False
    return bool(_BEFORE.search(before)) or start in _bounds(text, start)


def _is_bare(text: str, start: int, at: int) -> bool:
    """Whether a surname stands by itself, as far as words tell: 薛应旂, 王汎森说; or the dictionary knows the name."""
    if not _is_han(text[start:at]):
        return False
    word = _word_at(text, at)
    named = word is not None and word.tag.startswith("nr") and word.text == text[start : at + 1]
    return named or {start, start + 1, at} <= _bounds(text, start)


def _is_no_word(text: str, at: int) -> bool:
    """Whether the character is part of no word but a name: not 任务, 会计, but 启明 behind a surname."""
    word = _word_at(text, at)
    if word is None or len(word.text) == 1 or word.tag.startswith("nr"):
        return True
    given = text[at - 1] in _SURNAMES and text[at - 1] not in _WORDS and text.startswith(word.text, at)
    return given and not _OFFICER.match(word.text) and bool(_BEFORE.search(text[max(0, at - 5) : at - 1]))


def _word_at(text: str, at: int) -> Word | None:
    """The word that holds the character at ``at``."""
    before = max(0, at - _NEAR)
    for word in cut(text[before : at + _NEAR]):
        before += len(word.text)
        if before > at:
            return word
    return None


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def _bounds(text: str, at: int) -> set[int]:
    """Where the words around a place begin and end."""
    first = max(0, at - _NEAR)
    first = max(first, text.rfind("\n", first, at) + 1)
    near = text[first : at + _NEAR].partition("\n")[0]
    return {first, *(first + end for end in ends(near))}
