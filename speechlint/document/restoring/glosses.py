"""Pinyin that was glossed after characters: 工會(huì), (ye)(ye), and halves of it; after words: 同志(tóngzhì)们.

Some sites gloss a fixed table of characters against copying. A real reading aid stands after a
character few can read, or gives a reading other than the usual one (任(rén)书记), and stands alone.
"""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.restoring.readings import plain, readings, same
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_GLOSS = regex.later(rf"[(（\[［]([a-zü{TONED}]{{1,7}}[1-5]?) ?[)）\]］]")
_HALF = regex.later(rf"[(（\[［]?[a-zü]{{0,4}}[{TONED}][a-z]{{0,3}}[)）\]］]?")
# Letters with a tone that may tell how a word reads, in brackets or glued between the characters.
_WORD = regex.later(
    rf"(?<=[\u4e00-\u9fff])(?P<open>[(（\[［]?)(?P<said>(?=[a-zü'’ -]*[{TONED}])[a-zü{TONED}](?:[a-zü{TONED}'’ -]{{0,38}}"
    rf"[a-zü{TONED}])?)(?P<close>[)）\]］]?)(?![A-Za-zü{TONED}])"
)
_SYLLABLE = regex.later(
    r"(?:[bpm]?(?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|mou|miu|pou|me|[dtnlgkhzcs]"
    r"(?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|uan|ui|un|uo)|[dtnl](?:i|ie|iao|ian|ing)|[nl](?:iang|in|iu|v|ve|ue)"
    r"|diu|lia|dia|[gkh]u(?:a|ai|ang)|[zcs]i|[zcs]h(?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uai|uan|uang|ui|un|uo)"
    r"|r(?:i|e|ao|ou|an|en|ang|eng|ong|u|uan|ui|un|uo)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    r"|y(?:i|a|e|ao|ou|an|in|ang|ing|ong|u|ue|uan|un|o)|w(?:u|a|o|ai|ei|an|en|ang|eng)"
    r"|f(?:a|o|ei|ou|an|en|ang|eng|u)|e|er|ou|n|ng|m)"
)
_BRACKETS = "()（）[]［］"
_FEW = 3


def changes(text: str) -> list[Change]:
    """The glosses of ``text``, each to be taken out."""
    found = [match.span() for match in _GLOSS.finditer(text) if _is_gloss(text, match)]
    usual = {span for span in found if _is_usual(text, span)}
    if len(usual) < _FEW:
        usual.update(_words(text))
    if len(usual) >= _FEW:
        usual = {*found, *_halves(text, found), *_words(text, odd=1)}
    return [Change(start, end, "", "gloss") for start, end in _joined(sorted(usual))]


def _is_gloss(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    return at > 0 and not text[at - 1].isspace() and _is_syllable(match[1])


@lru_cache(maxsize=4096)
def _is_syllable(said: str) -> bool:
    return bool(_SYLLABLE.fullmatch(plain(said)))


def _is_usual(text: str, span: tuple[int, int]) -> bool:
    """Whether a gloss tells what everyone knows: the one reading of a familiar character; or tells it twice."""
    start, end = span
    gloss = text[start:end]
    if text.startswith(gloss, end) or text.endswith(gloss, 0, start):
        return True
    char, known = text[start - 1], readings()
    if char.isascii() and char.isalpha() and not gloss.isascii():
        return True  # the second half of a broken character: ，F(xiàn)
    return char in known.familiar and same(gloss[1:-1].rstrip(), known.of[char])


def _words(text: str, odd: int = 0) -> Iterator[tuple[int, int]]:
    """Glosses that tell how the characters before them read; of each word so many read otherwise."""
    for match in _WORD.finditer(text):
        said = "".join(filter(str.isalpha, match["said"]))
        if bool(match["open"]) == bool(match["close"]) and _reads(
            text, match.start(), said, 0 if _is_syllable(said) else odd
        ):
            yield match.span()


def _reads(text: str, end: int, said: str, odd: int) -> bool:
    """Whether familiar characters right before ``end`` read so; all but ``odd`` of them as they mostly do."""
    if not said:
        return True
    char, known = text[end - 1 : end], readings()
    usual = known.of.get(char, "") if char in known.familiar else ""
    if usual and said.endswith(usual) and _reads(text, end - 1, said[: -len(usual)], odd):
        return True
    return bool(odd and "\u4e00" <= char <= "\u9fff") and any(
        _is_syllable(said[-size:]) and _reads(text, end - 1, said[:-size], odd - 1)
        for size in range(1, min(6, len(said)) + 1)
    )


def _halves(text: str, whole: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Glosses that lost a bracket; ``?wù)`` is none, its ``?`` is half a character."""
    starts = {start for start, _ in whole}
    inside = {start + 1 for start in starts}
    return [
        match.span()
        for match in _HALF.finditer(text)
        if match.start() not in starts
        and match.start() not in inside
        and "\u4e00" <= text[match.start() - 1] <= "\u9fff"
        and _is_syllable(match.group().strip(_BRACKETS))
        and match.group() != match.group().strip(_BRACKETS)
    ]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Glosses that follow each other, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
