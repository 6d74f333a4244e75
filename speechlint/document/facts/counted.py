"""Figures told by what is counted: 甜水堡、毛家川/两矿, 十一任/院长, 六车道, 数以千万计, 首例."""

from __future__ import annotations

from speechlint.document.surnames import POST
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_C = "[一二两三四五六七八九十百千万亿]"
_BODIES = "[镇乡县市区村矿州省校院所局湖河江岛港厂园站场地国院岸馆屯寨旗盟处](?![长级委民人方家政])"
_COUNTED = regex.later(
    f"(?:(?<=、)|(?<=[和与这]))(?:(?![、，。；的两])[\u4e00-\u9fff”]){{1,7}}?(?P<listed>[两三四五六七八九十]{{1,2}}{_BODIES})"
    f"|这(?P<these>[两三四五六七八九十]{{1,2}}{_BODIES})"
    f"|(?P<other>[一二三四五六七八九十]{{1,3}}任(?={POST}|领导|班子|主人)|双?[二四六八]车道|[一二三]等功|(?<![0-9])[2-5]A级(?=[景旅国])|(?<=[了过办举第])[二三四五六七八九十]{{1,2}}届(?=[；，。])|[三四五六]兄[弟妹]|[三四五六]姐妹|(?<=》)第[0-9一二三四五六七八九十百零]{{1,6}}条(?:第[一二三四五六七八九十]{{1,2}}[款项])?|数以[十百千万亿]{{1,2}}计|首例"
    f"|{_C}{{1,3}}几[位个名人家次年天](?![以])|近[百千万十][个名位家种场次人件](?![里人])|(?:近|上|逾|超)(?:[十百]?[百千]?万)(?=知识青年|名|人)|[两三四五六七八九十]{{1,2}}处(?=就|都|各|共)|(?<=[^国省市县全])(?<!多)[百千]名(?=摄影家|艺术家|专家|作家|画家|医生|护士|青年|群众|选手|师生|学子|学生|员工|职工|党员|干部|教师|志愿者|同学|官兵)"
    f"|第[0-9]{{1,3}}届(?=[，。；])|(?<=[球界国省市区县业])第一(?=的|名|大)|{_C}{{2,8}}(?=人口(?![普和与、]))"
    f"|(?<![0-9{_C[1:-1]}])(?:[百千万]|{_C}{{2,6}})[余多]?名(?=摄影家|艺术家|专家|作家|画家|医生|护士|青年|群众|选手|师生|学子|学生|员工|职工|党员|干部|教师|教职|代表|运动员|志愿者|同学|官兵))"
)


def seen(text: str) -> Iterator[tuple[int, int]]:
    """Where the figures begin and end, in the order of the text."""
    for found in _COUNTED.finditer(text):
        yield found.span(found.lastgroup or 0)
