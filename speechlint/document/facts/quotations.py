"""Words in quotation marks that somebody said, and verses."""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.seen import Seen, free
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_QUOTED = regex.later("[“「](?P<words>(?:[^“”「」\n]|“[^“”\n]{1,24}”){6,260})[”」]")
_TURNED = regex.later("(?<!“)”(?P<words>[^“”\n]{5,40})“")  # the marks the wrong way round
_VERB = "(?:指出|强调|要求|指示|警告|写道|写到|写过|写下|唱过|讲到|说到|谈到|感叹|感言|坦言|写着|刻着|题着|唱道|喊出|喊着|问道|答道|有言|留下|赋诗|吟道|赞道|笑道|题词|提出|说过|说|讲过|讲|肯定|称赞|评价|嘱托|寄语|勉励|教导|教诲|告诫|誓言|号召|回忆|感慨|表示|比喻)"
_SAYS = regex.later(
    f"(?P<who>[^，。；：！？\n“”]{{0,20}}?)(?:曾经?|多次|反复|明确|深刻|强调|特别|就|常|所|有)*(?:{_VERB}[^，。；！？“”\n]{{0,12}}[，：:,]?|(?:云|曰|言|道)[：:，,]?)$"
)
_SENTENCE = "，。；、？！"
_WHOLE = regex.later(
    "[不要是把我你他就都能会]|必须|应该|没有"
)  # words that a sentence has and a term has not
_WRITTEN = (
    "写道",
    "写着",
    "写着：",
    "刻着",
    "刻着：",
    "唱道：",
    "写到",
    "写下",
    "云：",
    "曰：",
    "写道：",
    "写到：",
)
_VERSE = regex.later(
    "(?:[\u4e00-\u9fff]{5}[，；][\u4e00-\u9fff]{5}|[\u4e00-\u9fff]{7}[，；][\u4e00-\u9fff]{7})[。！？]?"
)


# mottoes and sayings by what is said of them: “…”的校训
_OF_A_HOUSE = regex.later(
    "[的之]?(?:[\u4e00-\u9fff]{0,4}(?:遗志|遗愿|遗训|庭训|师训|总要求|校训|校风|学风|教风|班训|院训|家训|家风|祖训|古训|厂训|警训|军训词|名言|格言|箴言|谚语|俗语|古语|歌词|诗句|诗|誓言|题词|祖训|遗言|寄语|嘱托|训词|重要指示|重要论述|重要论断|真理|警句|论断))(?![大会])"
)
_CLASSICAL = regex.later(  # 山积而高，泽积而长
    "(?=[^，]*[之而者乎矣焉兮弗莫以则于必乃岂何惟唯亦犹]|[^，]*，[^，]*[之而者乎矣焉兮弗莫以则于必乃岂何惟唯亦犹])[\u4e00-\u9fff]{4}[，；][\u4e00-\u9fff]{4}[。！？]?|(?=[^，]*[而者则乎矣焉弗勿莫兮]|[^，]*，[^，]*[而者则乎矣焉弗勿莫兮])[\u4e00-\u9fff]{3,9}[，；][\u4e00-\u9fff]{3,9}[。！？]?"
)
VERSES = regex.later("|".join(sorted(names("verses"), key=lambda verse: (-len(verse), verse))))
# what leads to a saying, and what tells behind it whose words they are
_LEADS = regex.later(
    "(?:[父母师祖庭]训|可谓|俗话(?:说|讲)|常言(?:道|说|讲)|古(?:人|语)(?:云|说|讲)|老话(?:说|讲)|有道是|正所谓|谚语|有句(?:老|俗|古)?话(?:说得好|说|讲|叫)?|校训|校风|学风|家训|古训|院训|名言|格言|信条|诗句|歌词|顺口溜|民谣|打油诗|对联|有句话，?叫(?:做|作)?|那句话|这句话|一句话|墓志铭|座右铭|遗训|的诗|的话|口号|主题|理念|宗旨|比喻(?=为|成|作|是)|比作)(?:是|为|成|作|说)?[，：:]?$"
)
_WHOSE = regex.later(
    "，[一-鿿]{2,8}(?:这样|如此|常常|总是|常|都)(?:说|讲|评价|怀念|称赞|形容|描述|感叹|唱|赞叹)|，?(?:《[^《》]{2,12}》|[一-鿿]{2,4})(?:中|里|上)?(?:这样|如是|如此|就|曾|早就)?(?:说|讲|写|写道|唱|唱道|云|曰)[。，！]|，?这(?:就|正)?是[^，。；“”]{2,24}(?:(?:说|讲|念叨|写|留下|教给我们|告诉我们|常说|常讲)的(?:一句)?(?:话|诗)?|的(?:一句)?话)(?=[，。；！])|(?:这|那)(?:句|一句)话|，这(?:句)?话(?:是|出自)|，?这(?:是|句话)[^，。；]{0,24}(?:总书记|主席|先生|同志|名言|诗|名句|承诺|嘱托|教诲|殷殷|训|墓志铭|格言|座右铭|箴言|遗言|原话|心里话|誓言)"
)
# a saying without quotation marks: 俗话说，一分耕耘，一分收获。
_SAID_PLAINLY = regex.later(
    "(?:古人(?:云|曰)|(?:正如)?古人(?:所说|说|讲)|古语(?:有云|云|说|讲)|俗话(?:说得好|讲得好|常说|说|讲)|俗语(?:说|讲)|常言(?:道|说|讲)|老话(?:说得好|常说|说|讲)|谚语(?:说|讲|云)|民谚(?:说|云)|有道是|有句(?:老|俗|古|土)?话(?:说得好|说|讲|叫|是))[，：:,]?[ \u3000]?"
    "(?P<words>(?:(?!(?:我们|要(?!想)|就是|这|那|得好))[\u4e00-\u9fff]){3,11}(?:[，；、][\u4e00-\u9fff]{3,11}(?=[。！；]))?)(?=[。！？；，\n])"
)
_ALIKE = 3  # characters by which the halves of a saying differ at most
_SHORT = 6
_LEADERS = ("总书记", "主席", "总理", "小平同志", "先生", "院士")
_LONG_ENOUGH = 20  # characters of what can be no term


def seen(doc: Document) -> Iterator[Seen]:
    """What is quoted: words that follow a verb of saying, verses of five or seven, long sentences; slogans and terms are none."""
    text = doc.text
    told: set[int] = set()
    for found in _QUOTED.finditer(text):
        words, before = found["words"], text[max(0, found.start() - 40) : found.start()]
        said = _SAYS.search(before)
        if (
            _OF_A_HOUSE.match(text, found.end())
            or (_LEADS.search(before) and (len(words) > _SHORT or any(mark in words for mark in _SENTENCE)))
            or (before.endswith(_LEADERS) and any(mark in words for mark in _SENTENCE))
            or ((_SENTENCE[0] in words or len(words) in (5, 6, 7, 8, 9)) and _WHOSE.match(text, found.end()))
            or _is_parallel(words)
            or (said and _is_said(words, before, text[found.end() : found.end() + 1]))
            or _is_verse(words)
            or VERSES.search(words)
            or _is_long(words)
            or _is_sentence(words)
        ):
            told.add(found.start("words"))
            yield Seen("quotation", words, said["who"] if said else "", Span(*found.span("words")))
    yield from _said_on(text)
    yield from _mottoes(text)
    yield from _of_length(text, told)
    yield from (one for one in _told_shortly(text) if one.span.start not in told)
    quoted = free(Span(*found.span()) for marks in (_QUOTED, _TURNED) for found in marks.finditer(text))
    for found in VERSES.finditer(text):
        if quoted(*found.span()):
            yield Seen("quotation", found[0], "", Span(*found.span()))
    for found in _SAID_PLAINLY.finditer(text):
        if quoted(*found.span()) and _is_whole_saying(found["words"]):
            yield Seen("quotation", found["words"], "", Span(*found.span("words")))
    for found in _TURNED.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        said = _SAYS.search(before)
        if _VERSE.fullmatch(found["words"]) or before.endswith(_WRITTEN):
            yield Seen("quotation", found["words"], said["who"] if said else "", Span(*found.span("words")))


_ON = regex.later("(?P<first>“[^“”\n]{6,200}”)[，、]“(?P<words>[^“”\n]{6,200})”")
# what somebody said, without marks: 孟子曾经说过：爱人者，人恒爱之。
_NAMED_SAID = regex.later(
    "(?:[一-鿿]{2,4})(?:曾经?|早就|有)?(?:说过|说道|讲过|有云|有言|云|曰)[：:](?P<words>[一-鿿]{3,11}[，；][一-鿿]{3,11})(?=[。！；])"
)


_ONCE_SAID = regex.later(
    "(?:同志|主席|总?书记|先生|总理|院士|校长|哲人|名人|伟人|诗人|作家|老人家?)(?:早就|曾经?|多次|常常?|也)?(?:说过|讲过|说|写过)(?:这样|过)?(?:的?一?句话)?[，：](?P<words>(?!(?:要|我们|他|这|在|你们|大家))[一-鿿]{4,24})(?=[。！；])"
)


# classics without marks, words of another tongue and their translation: 古人有云，……
_TOLD_SHORTLY = regex.later(
    "(?:有云|有言|中讲|先生曾?[讲说言]|曾[讲言]|里面?曾?经?写到)[：，](?P<classic>[一-鿿]{2,16}(?:[，；][一-鿿]{2,16})+)(?=[。！；])"
    "|[「“](?P<foreign>[A-Z][a-z’']+(?:[,.]? [a-z][a-z’']*){2,16}[.!]?)[」”]|翻[譯译]成中文就?是[「“](?P<turned>[^」”\n]{4,40})[」”]"
)


def _told_shortly(text: str) -> Iterator[Seen]:
    for found in _TOLD_SHORTLY.finditer(text):
        group = found.lastgroup or ""
        if not VERSES.search(found[group]):
            yield Seen("quotation", found[group], "", Span(*found.span(group)))


# what somebody held, and what is too long for a term unless a noun behind the marks says what it names
_HELD = regex.later(
    "(?:(?:所说的?|所谓|痛感|坚持(?=[^”]*，[^”]*[要就才])|提出要|把原来的|叫做?|称之为|要求)“(?P<held>[^“”\n]{5,60})”|“(?P<long>[^“”\n]{11,60})”)(?![\u4e00-\u9fff]{0,6}(?:活动|行动|工程|主题|战略|布局|计划|精神|机制|模式|格局|体系|平台|项目|品牌|理念|政策|制度|称号|思路|方针|原则|工作法|主线|问题|作用|专项|规划|建设|改革|政治|示范))"
)


def _of_length(text: str, told: set[int]) -> Iterator[Seen]:
    for found in _HELD.finditer(text):
        group = found.lastgroup or 0
        start = found.start(group)
        if start not in told:
            told.add(start)
            yield Seen("quotation", found[group], "", Span(*found.span(group)))


def _said_on(text: str) -> Iterator[Seen]:
    """The second of two quotations of one sentence, and what a named person said without marks."""
    for found in _ON.finditer(text):
        said = _SAYS.search(text[max(0, found.start() - 40) : found.start()])
        if said:
            yield Seen("quotation", found["words"], said["who"], Span(*found.span("words")))
    for found in _ONCE_SAID.finditer(text):
        if not VERSES.search(found["words"]):
            yield Seen("quotation", found["words"], "", Span(*found.span("words")))
    for found in _NAMED_SAID.finditer(text):
        if not VERSES.search(found["words"]):
            yield Seen("quotation", found["words"], "", Span(*found.span("words")))


# mottoes of four or five characters, and what is carved or written on something
_SHORT_ONE = regex.later(
    "(?:先生|校长|主席|总理|同志|元帅|将军|院士|诗人|老师|教授)的“(?P<his>[^“”\\n]{4,40})”(?![\u4e00-\u9fff]{0,4}(?:精神|理论|思想|方针|战略|称号|构想|主张|故事|事迹|形象|治|经济|政策))|“(?P<motto>[^“”\n]{3,8})”(?=[的之]?(?:校训|校风|学风|家训|院训|班训|警训|厂训|祖训|古训|遗训|庭训|遗志|遗愿|遗教|师训|会训|队训))|(?:题字|题词|题赠|赠言|手书|题写了?)[：:，]?“(?P<inscribed>[^“”\n]{3,16})”|(?:写下|题写|写了|题下|书写|写的|手书|挥毫)了?“(?P<brush>[^“”\n]{3,16})”(?=[一二三四五六七八九十]{1,2}个?大?字)|(?:[刻写题]着|镌刻|题写|题词|书写)[一-鿿]{0,4}“(?P<carved>[^“”\n]{3,12})”"
    "|“(?P<spirit>[^“”\n]{3,6}[、，][^“”\n]{3,20})”精神、“[^“”\n]{3,40}”校训"
)


def _mottoes(text: str) -> Iterator[Seen]:
    for found in _SHORT_ONE.finditer(text):
        group = found.lastgroup or 0
        yield Seen("quotation", found[group], "", Span(*found.span(group)))


def _is_whole_saying(words: str) -> bool:
    """Whether it is no verse known by itself, and no half of a longer sentence."""
    first, mark, second = words.replace("；", "，").partition("，")
    return not VERSES.search(words) and (not mark or abs(len(first) - len(second)) < _ALIKE)


def _is_said(words: str, before: str, behind: str) -> bool:
    """Whether words behind a verb of saying are a sentence: of several clauses, behind a colon, or with what a sentence has."""
    if any(mark in words for mark in _SENTENCE) or before.endswith(_WRITTEN):
        return True
    return behind in "，。；！？\n" and (
        len(words) >= _LONG_ENOUGH or before[-1] in "：:" or bool(_WHOLE.search(words))
    )


def _is_parallel(words: str) -> bool:
    """Whether two halves of a saying have a character alike at one place: 学高为师，身正为范."""
    first, mark, second = words.rstrip("。！？").partition("，")
    pairs = list(zip(first, second, strict=False))
    return mark == "，" and 4 <= len(first) == len(second) < 9 and any(a == b for a, b in pairs)


def _is_verse(words: str) -> bool:
    return bool(_VERSE.fullmatch(words) or _CLASSICAL.fullmatch(words))


def _is_sentence(words: str) -> bool:
    """Whether it has its full stop, and is longer than a call."""
    return words[-1] == "。" and len(words) > 2 * _SHORT


def _is_long(words: str) -> bool:
    return len(words) > 24 and sum(map(words.count, "，；。！？")) > 1
