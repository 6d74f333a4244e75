"""Pinyin that was glossed in brackets after characters: 工會(huì), (ye)(ye)."""

from __future__ import annotations

import re

from speechlint.document.repair import Change

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
_GLOSS = re.compile(rf"(?<=\S)(?:[(（\[［][a-z{_TONED}]{{1,7}}[1-5]?[)）\]］])+")
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm")
_SYLLABLE = re.compile(
    r"(?:[bpm]?(?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|mou|miu|pou|me|[dtnlgkhzcs]"
    r"(?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|uan|ui|un|uo)|[dtnl](?:i|ie|iao|ian|ing)|[nl](?:iang|in|iu|v|ve|ue)|diu"
    r"|lia|dia|[gkh]u(?:a|ai|ang)|[zcs]i|[zcs]h(?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uai|uan|uang|ui|un|uo)"
    r"|r(?:i|e|ao|ou|an|en|ang|eng|ong|u|uan|ui|un|uo)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    r"|y(?:i|a|e|ao|ou|an|in|ang|ing|ong|u|ue|uan|un|o)|w(?:u|a|o|ai|ei|an|en|ang|eng)|f(?:a|o|ei|ou|an|en|ang|eng|u)"
    r"|e|er|ou|n|ng|m)"
)
_FEW = 3


def changes(text: str) -> list[Change]:
    """The glosses of ``text``, each to be taken out."""
    found = [match.span() for match in _GLOSS.finditer(text) if _is_gloss(match.group())]
    return [Change(start, end, "", "gloss") for start, end in found] if len(found) >= _FEW else []


def _is_gloss(brackets: str) -> bool:
    syllables = re.findall(r"[^\W\d_]+", brackets.translate(_TONES))
    return all(_SYLLABLE.fullmatch(syllable) for syllable in syllables)
