"""Institutions that the name of a meeting or of a document begins with: 县委/全委扩大会议, 省政府/第53次常务会议."""

from __future__ import annotations

from speechlint.document.facts.seen import Seen
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEADING = regex.later(
    "(?:(?:中共)?[\u4e00-\u9fff]{0,8}?(?:[省市县区州旗]委|自治区党委|[省市县区州旗](?:人民)?政府)|国务院|中共中央|党中央|中央军委|全国(?:人大|政协)"
    "|[\u4e00-\u9fffA-Za-z]{2,14}?(?:银行|公司|集团|大学|学院|中学|小学|医院|协会|学会|商会|联合会|总会|校友会|研究院|委员会|委|局|厅|部|署|社|馆|厂)(?![长员会议务志代表]))"
    "(?=[^、，。]{0,14}(?:会议?|节|赛|典礼|仪式|论坛|活动)$)"
)
_NONE = ("第", "全", "各", "首", "本", "干部", "党", "学部", "内部", "俱乐部", "两会", "社会", "博览", "运动")


_PLACE = regex.later(
    "(?!全|各|本|我|这|该|历届)[一-鿿]{2,7}?(?:特别行政区|自治[区州县旗]|省|市|县|区|镇|乡|街道)(?![场委长政级属场直域间])"
)


_GENERIC = ("集团公司", "总公司", "分公司", "我公司", "机关党委", "院党委", "校党委", "居委会", "村委会")


def places(found: Iterable[Seen]) -> Iterator[Seen]:
    """The places at the beginning of the meetings among ``found``: 金塔县/首届杏花文化艺术节."""
    for one in found:
        name = _PLACE.match(one.text) if one.kind == "meeting" else None
        if name:
            yield Seen("place", name[0], "", Span(one.span.start, one.span.start + name.end()))


def seen(found: Iterable[Seen]) -> Iterator[Seen]:
    """The institutions at the beginning of the meetings among ``found``."""
    for one in found:
        name = _LEADING.match(one.text) if one.kind == "meeting" else None
        if (
            name
            and not name[0].startswith(_NONE)
            and name[0] not in _GENERIC
            and len(name[0]) < len(one.text)
        ):
            start = one.span.start
            yield Seen("institution", name[0], "", Span(start, start + name.end()))
