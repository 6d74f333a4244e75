"""Traditional script read as simplified, character by character, and the two mixed.

Mostly a site converted a mainland draft by machine, character by character: 對于, 干部, 征求 stay as
they were and tell it from a draft written in traditional script.
"""

from __future__ import annotations

from itertools import compress, count

from speechlint.document.alignment import Change
from speechlint.document.restoring.given_names import in_name
from speechlint.document.restoring.repair import KEPT
from speechlint.document.restoring.settled import OWN, settled
from speechlint.document.restoring.unusual import rare
from speechlint.document.restoring.variants import otherwise, simplified
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# 著 stays where it means what is written or well known; elsewhere it is the particle.
_PARTICLE = regex.later("(?<![名原专论巨编译合土显卓昭遗拙新大])著(?![作名称述者书录])")
_EITHER = frozenset("台着里群床峰")  # written so in traditional script too
# GB 2312 lacks these, but the List of Commonly Used Standard Characters (2013) has them, for names mostly.
_STANDARD = frozenset("昇濛邨喆堃淼犇龢陞甯迺脩讎祕甦叡菉噁徵藉瞭勣飏镕锺")
# What a conversion character by character makes of 同志, 系统, 下面, 制度: wrong in traditional script too.
_MISCONVERTED = regex.later(
    "誌(?<=[同意鬥立壯有斗]誌)|誌(?=願|向)|係(?=統|列)|係(?<=[體聯派]係)|麵(?=[對臨向貌積前])|麵(?<=[全方下上書局層畫表反正]麵)"
    "|製(?=[度定約止裁])|製(?<=[限控體機抑節]製)|曆(?=[史程來屆])|曆(?<=[經學履]曆)|嚮(?<=[方導傾]嚮)|乾(?=部|警|群)"
    "|乾(?<=[若骨實]乾)|隻(?=[有要能])|註(?=[意重])|註(?<=關註)|準(?<=批準)|徵(?=程|途)|徵(?<=長徵)|裏(?<=[公鄰千萬]裏)|裏(?=程碑)"
    "|瞭(?<=[為得到做成完除出過進]瞭)|傢(?<=[大國專]傢)|傢(?=[庭長鄉園])|髮(?=[展揮揚現])|複(?=興)|複(?<=恢複)"
)
_FEW = 3
_THIN = 30  # a draft with one traditional character in so many, or fewer, is a simplified one


def changes(text: str) -> list[Change]:
    """Each run of traditional characters, and the simplified ones it reads as.

    In a simplified draft only the characters GB 2312 does not have are read otherwise; in a
    traditional one simplified forms are told too, though they read as they stand.
    """
    if not _is_any_traditional(text):
        return []
    simple = folded(text)
    places = _places(text, simple)
    forms = _forms(text, simple) if len(places) * _THIN > len(text) else []
    if len(places) * _THIN <= len(text) or len(places) <= len(forms):
        return _in_simplified(text, simple, places)
    kind = "mixed-script" if len(forms) >= _FEW else "traditional"
    own = _own(text, simple, places, forms)
    wrong = [match.start() for match in _MISCONVERTED.finditer(text)] if kind == "traditional" else []
    found = _in_traditional(text, simple, _without(places, [*own, *wrong]), kind)
    found += [Change(at, at + 1, simple[at], "misconverted") for at in wrong if simple[at] != text[at]]
    found += _kept(text, [at for at in own if not _is_gb2312(text[at])])
    if kind == "mixed-script":
        found += [Change(a, b, text[a:b], kind) for a, b in _runs(forms)]
    return sorted(found)


def _in_simplified(text: str, simple: str, places: list[int]) -> list[Change]:
    """The characters that simplified script does not have, but for those of names."""
    odd = [at for at in places if not _is_gb2312(text[at])]
    named = [at for at in odd if in_name(simple, at, text[at])]
    found = [Change(a, b, simple[a:b], "mixed-script") for a, b in _runs(_without(odd, named))]
    return sorted([*found, *_kept(text, named)])


def _in_traditional(text: str, simple: str, places: list[int], kind: str) -> list[Change]:
    known = settled(text, simple, places)
    found = [Change(a, b, simple[a:b], kind) for a, b in _runs(_without(places, known))]
    kept = [at for at, one in known.items() if not one.others and one.char == text[at]]
    for at in _without(known, kept):
        char, others = known[at]
        found.append(Change(at, at + 1, char, kind, not others, (char, *others) if others else ()))
    return [*found, *_kept(text, kept)]


def _kept(text: str, places: list[int]) -> Iterator[Change]:
    """What stays as it is is told too."""
    return (Change(at, at + 1, text[at], KEPT) for at in places)


def _own(text: str, simple: str, places: list[int], forms: list[int]) -> list[int]:
    """The places of simplified lines that stay: what simplified script has too, and names."""
    foreign = _count(_lines(text, places)) if forms else {}
    own = {line for line, count in _count(_lines(text, forms)).items() if count > foreign.get(line, 0) > 0}
    if not own:
        return []
    there = [at for at, line in zip(places, _lines(text, places), strict=True) if line in own]
    return [at for at in there if text[at] in OWN or in_name(simple, at, text[at])]


def _count(lines: Iterable[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for line in lines:
        counts[line] = counts.get(line, 0) + 1
    return counts


def _lines(text: str, places: Iterable[int]) -> list[int]:
    """Where the line of each place begins."""
    return [text.rfind("\n", 0, at) + 1 for at in places]


def _without(places: Iterable[int], others: Iterable[int]) -> list[int]:
    left_out = frozenset(others)
    return [at for at in places if at not in left_out]


def _is_any_traditional(text: str) -> bool:
    """Whether one of the characters GB 2312 does not have reads otherwise in simplified script."""
    beyond = "\n".join([char for char in rare(text) if char >= "\u4e00" and char not in _STANDARD])
    return simplified(beyond) != beyond


def folded(text: str) -> str:
    """``text`` in simplified script; as long as it was."""
    return _PARTICLE.sub("着", simplified(text))


def _forms(text: str, simple: str) -> list[int]:
    """Where simplified forms stand: what is written otherwise in traditional script, but read as it stands."""
    return [at for at in otherwise(text) if text[at] == simple[at] and text[at] not in _EITHER]


def _places(text: str, other: str) -> list[int]:
    """Where two texts of one length differ."""
    return list(compress(count(), map(str.__ne__, text, other)))


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for at in places:
        if at != end:
            if start >= 0:
                yield start, end
            start = at
        end = at + 1
    if start >= 0:
        yield start, end


def _is_gb2312(char: str) -> bool:
    if char in _STANDARD:
        return True
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
