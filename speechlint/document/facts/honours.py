"""Prizes and titles by the verb that wins or bestows them: 荣获/“全国文明单位”/称号, 获评/省德育工作先进集体."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen, free
from speechlint.document.facts.worded import known_at
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_WON = regex.later(
    "(?:荣获|喜获|再获|又获|连获|首获|斩获|获得|获评|获批|获颁|荣膺|荣登|摘得|夺得|捧得|捧回|赢得|评为|授予|评选为|评定为|认定为|命名为|确定为|列为|列入|入选|跻身|当选为?|表彰为|获)了?"
    "(?P<what>[^，。；！？：\n《》]{3,60})"
)
_PART = regex.later("(?:“[^“”\n]*”|等奖|[高中初平优上均]等|(?![和及与]“)[^、“”\n等])+")  # of a row
_PLAIN = regex.later("(?:第[一二三四五六七八九十0-9]{1,3}批|首批|(?:19|20)[0-9]{2}年?度?(?:的|全国)?)")
_BEHIND = regex.later(
    "(?:”?(?:等)?(?:[一二三四五六七八九十多几两0-9]*[个项]?)?(?:荣誉)?(?:称号|奖项|荣誉|表彰|奖励|殊荣|美誉|行列|等))?$"
)
_HEAD = regex.later(
    "奖|奖章|[一二三特]等奖|(?:先进|优秀|文明|模范|标兵|示范|达标|红旗|金牌|五好|平安|卫生|最美|十佳|百佳|百强|千强|创新型?|绿色|和谐|诚信|“[^”]*”)[\u4e00-\u9fff]{0,6}"
    "(?:单位|集体|个人|工作者|党支部|党组织|党员|城市|城区|村镇|校园|家庭|县城|县|区|市|校|学校|基地|村|镇|乡|乡村|点|企业|园区|中心|社区|窗口|岗|团队|班组|工程|项目|案例|教师|工匠|青年|人物|人才|称号)"
    "|劳动模范|模范|标兵|能手|工匠|红旗手|之星|之乡|典范|(?:试点|培育|创建|重点)(?:项目|城市|单位|学校|校|区|县|市|基地|企业|名单)?|(?:普及|教育|培训|实践|实习|人才|创新|研究|训练)基地|百强|十强|五强|名片|品牌|培养对象|领军人才|名师|非物质文化遗产|文化遗产|文化名城|名镇|名村|景区|名录|名单"
)
_LEVEL = regex.later(
    "[\u4e00-\u9fff]{2,4}?[省市县区州]|全国|国家|中国|世界|亚洲|国际|国务院|中央|教育部|[省市县区]|自治区|联合国|全球|我省|我市"
)
_PRIZE = regex.later(
    "(?:(?<=[，。；、\n])|^)[\u4e00-\u9fff]{3,8}(?:科学|文学|艺术|设计|创新|新闻)(?:大奖|奖)(?![赛章励金学品])"
)
_SHORTEST = 5


def seen(lines: list[Line], found: list[Seen]) -> Iterator[Seen]:
    """What is won, where no document, meeting or quotation of ``found`` stands."""
    is_free = free(one.span for one in found if one.kind in ("document", "meeting"))
    for line in lines:
        for start, end in _of_line(line):
            span = Span(line.at + start, line.at + end)
            if end - start >= _SHORTEST and is_free(*span):
                yield Seen("meeting", line.text[start:end], "", span)


def _of_line(line: Line) -> Iterator[tuple[int, int]]:
    for prize in _PRIZE.finditer(line.text):
        yield prize.span()
    for won in _WON.finditer(line.text):
        for part in _PART.finditer(line.text, *won.span("what")):
            yield _of_part(line, *part.span())


def _of_part(line: Line, start: int, end: int) -> tuple[int, int]:
    """Where in one of a row the name is; nowhere if nothing tells that it is one."""
    text = line.text
    behind = _BEHIND.search(text, start, end)
    end = behind.start() if behind else end
    quoted = text.rfind("“", start, end)
    if quoted >= 0 and text.find("”", quoted, end + 1) in (end - 1, end):
        return quoted, end + (text[end : end + 1] == "”")
    plain = _PLAIN.match(text, start, end)
    name = plain.end() if plain else start
    heads = [found.end() for found in _HEAD.finditer(text, name, end)]
    proper = _LEVEL.match(text, name, end) or known_at(line, name) or "“" in text[name:end]
    proper = proper or (text[end - 1] == "奖" and text[end - 2] != "等" and end - name > _SHORTEST)
    return (start, end) if heads and heads[-1] == end and proper else (start, start)
