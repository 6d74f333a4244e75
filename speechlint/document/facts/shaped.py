"""Names that their shape tells, whatever stands around: S280, 731部队, “柳条湖事件”, 2008年度表彰大会, 代主席 乌云其木格."""

from __future__ import annotations

from speechlint.document.surnames import SURNAME
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_H = "(?:[\u4e00-\u9fff](?<![的了在和与及，]))"
_POSTS = "主席|州长|盟长|旗长|市长|县长|省长|书记|院长|检察长|主任|校长|局长|行长"
_SHAPES = (
    ("place", "(?<![0-9A-Za-z])[GSXY][0-9]{3,4}(?:线)?(?![0-9A-Za-z])"),
    ("place", f"(?<![\u4e00-\u9fff])(?:{_H}{{2,3}})桥(?=畔|头|边)|(?<=在){_H}{{2,3}}桥(?=畔|头|边)"),
    ("institution", "(?<![0-9A-Za-z.])[0-9]{3,5}部队"),
    ("meeting", f"(?<=“){_H}{{2,6}}(?:事件|事变|惨案|起义|兵变)(?=”)"),
    (
        "meeting",
        "(?<=[行开])(?:19|20)[0-9]{2}年?度?(?:[\u4e00-\u9fff](?<![，的])){2,14}(?:大会|年会|晚会|典礼|仪式|表彰会)(?![议场堂])",
    ),
    (
        "meeting",
        f"(?:(?<=[，。；：\n])|^){_H}{{2,10}}(?:战友|同学|校友)(?:聚会|联谊会)(?=[\u4e00-\u9fff]|\n)",
    ),
    ("person", f"(?:{_POSTS})[ \u3000]+(?P<name>{_H}{{3,6}})(?=\n)"),
    ("date", "(?:19|20)[xX×Ｘｘ*]{2}年(?:[0-9]{1,2}|[元一二三四五六七八九十]{1,2})月(?:[0-9xX×]{1,2}日)?"),
    ("person", f"[0-9]日[ \u3000]+(?P<name>{SURNAME}{_H}{{1,2}})(?=[）)])"),
    ("person", f"(?<=\n)[ \u3000]*(?P<name>{SURNAME}[ \u3000]{_H}[ \u3000]{_H})[ \u3000]*(?=\n)"),
    (
        "date",
        "过去的?[二三四五六七八九十]{1,2}年(?![级代])|(?<=[走迈进])了?(?P<name>[一二三四五六七八九十]{1,2}月)(?=[，。])",
    ),
    (
        "figure",
        "[一两二三几半]个世纪|(?:一两|两三|三四|四五|五六|六七|七八|八九)(?:位|个|名|家|天|次|年|里|亩|户|人)(?![级纪民才])",
    ),
    ("institution", "村两委|村委(?!会)(?=[的会、，工班])|中央(?=、省)"),
    ("figure", "半个?小时|(?<![0-9A-Za-z.])[0-9][0-9.]*万? ?[Mm](?:2|3|²|³)(?![0-9A-Za-z])"),
    ("date", "[\u4e00-\u9fff]{0,10}国家公祭日|“十[一二三四五]?五”期[末初]"),
    (
        "institution",
        "(?:刑事|民事|行政|知识产权|少年|金融|立案|审判监督|环境资源)(?:审判)?(?:第[一二三四五六])?庭(?![审长室])",
    ),
    (
        "institution",
        "(?:世界|全球|全国|中华|国际)?[\u4e00-\u9fff]氏(?:宗亲|文化|家族|宗族)(?:联谊会|联合会|总会|研究会|理事会|会|网)",
    ),
    (
        "meeting",
        "(?:[一二三四五六七八九十]{1,2}[·.．]?[一二三四五六七八九十]{1,3}|卢沟桥|皖南|西安|皇姑屯|柳条湖|[\u4e00-\u9fff]{2})事变",
    ),
    ("place", "(?<=“)(?!绿水青山|金山银山|绿水)[\u4e00-\u9fff]{2,3}(?:山|湖|寺|塔|洞|峡|古镇|古寨)(?=”)"),
)
_EACH = [(kind, regex.later(pattern)) for kind, pattern in _SHAPES]


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each, and its reading places from 0."""
    for kind, pattern in _EACH:
        for found in pattern.finditer(text):
            start, end = found.span("name" if found.groupdict().get("name") else 0)
            yield kind, start, end
