"""Places by the characters that stand for them, where it is told what they do together: 郑汴许/协同发展, 长吉/一体化."""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.words import cut, tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_TOGETHER = regex.later(
    f"(?P<name>[{''.join(sorted(names('short')))}]{{2,4}})(?=同城化|一体化|协同|城市群|都市圈|产业带|科创|创新走廊|经济带|毗邻|合作(?:产业)?园|合作区|城际|区域合作|省际|[两三四五][省市地]|多层级)"
    f"|(?<=、)(?P<next>[{''.join(sorted(names('short')))}]{{2}})(?=、|等(?:重点)?(?:产业带|走廊|轴带|城际|高速|高铁))"
)


def seen(line: Line) -> Iterator[tuple[int, int]]:
    """Where they begin and end, if their characters make no word."""
    for found in _TOGETHER.finditer(line.text):
        some = cut(found[0])
        if (
            found.start() in line.starts
            and not tag(found[0])
            and all(len(word.text) == 1 or word.tag[:2] in _NAMES for word in some)
        ):
            yield found.span()


_NAMES = ("nr", "ns", "nz")
