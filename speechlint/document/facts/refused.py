"""What is told like a fact and is none: a kind of body and no one of them, a letter for a name, 首批, 三大."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.facts.seen import Seen

_LETTERED = "(?:[A-ZＡ-Ｚ]|[×XxＸ]{1,3})"  # IBM公司 is one
_NONE = {
    # 走中国特色社会主义/工会, 行业性工会, 镇街党委, 劳模创新工作室
    "institution": regex.later(
        "(?:.*(?:特色(?:社会主义)?|形势下|时代|书香|行业性?|区域性|联合|园区|企业|非公企业|镇街|乡镇|各级|基层|项目|班组|街道|中国|加强|做好|推进|保障|建强)|各?镇[（(]街[）)])(?:总?工会(?:联合会)?|党委|党组织)"
        "|.*(?:劳模|工匠|职工|人才|技师|大师).{0,3}(?:创新)?工作室|“.*(?:工作站|服务站|服务中心)|.*(?:体系|工匠|模范)|国民党军"
        f"|{_LETTERED}(?:[省市县区镇乡村]?(?:局|分局|委|政府|公司|集团|医院|学校|中学|小学|所))"
    ),
    "place": regex.later(
        f"{_LETTERED}(?:新区|[省市县区镇乡村州旗])|盟市|市州|自贸试验区|湖湘|三湘|荆楚(?:大地)?|北疆|湘中|燕赵|津门|林荫大道|(?:病险|小型)水库"
    ),
    "figure": regex.later(
        "(?:首|第[一二三])批|首[艘列张个次家条座台届趟颗例款部项]|[两三四五六七八九十]大|[百千万亿]元以上|[1-6一-六]A级|(?:全[国球省市]|年度)?十大|翻番|翻倍"
    ),
}


def is_none(one: Seen) -> bool:
    """Whether it is of a kind of things rather than one of them."""
    refused = _NONE.get(one.kind)
    return refused is not None and bool(refused.fullmatch(one.text))
