"""Zones of the state, and corridors numbered behind words in quotation marks, that no place names: 国家……试验区, “……”第三通道."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_H = "(?:(?![的了在各个])[\u4e00-\u9fff])"
_ZONE = regex.later(
    f"国家(?!级|自由贸易)(?:(?!建设|打造|创建|重点|重大|重要){_H}){{4,18}}?(?:试验区|先导区|先行区|(?:综合|自主创新|先行|引领|服务)示范区|综合功能区)(?![群内建](?!设))"
    f"|(?<![造成为])国家(?!级|战略|大型|重要)(?:(?!建设|打造|创建|重点|重大|重要|和){_H}){{2,14}}?(?:示范区|(?:储备|保障|科研|试验|应急|种源)基地)(?![群内])"
    "|(?:(?![建办好设的了在把和与及])[\u4e00-\u9fff]){2,4}(?:综保区|综合保税区|退水渠|(?:会议|战役|起义)(?:会址|旧址|遗址))"
    "|“[\u4e00-\u9fff]{2,8}”第[一二三四五六七八九十]{1,2}(?:大?通道|走廊)(?![经产])"
    "|(?:[\u4e00-\u9fff]{2}地区)?(?:丝绸之路经济带|21世纪海上丝绸之路|海上丝绸之路|长江经济带|黄河流域|粤港澳大湾区|京津冀|长三角(?:生态绿色)?|成渝(?:地区)?)(?:[\u4e00-\u9fff]{0,12}?(?:试验区|示范区|先行区|核心区|合作区|示范带))?"
)


_STATE = regex.later(
    "(?:(?<=[的，、和与在\n])|^)(?!中华|各|俄罗斯|社会|民主)(?:(?![的，、和与在各是])[一-鿿]){1,6}(?:联邦|共和国|王国|酋长国|公国)(?=前?(?:总统|总理|国王|国会|政府|外长|外交|议会|议长|驻|大使|首相|副总统|代表|武装))"
)


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in the order of the line."""
    for found in _ZONE.finditer(line.text):
        yield found.span()
    for found in _STATE.finditer(line.text):
        yield found.span()
