"""Blanks left by anonymising (XX县, 20xx年, ×××同志, 某某), and where a draft is anonymised at all."""

from __future__ import annotations

from functools import lru_cache

from speechlint import regex
from speechlint.document import Document, Span

_SIGNS = ("X", "x", "Ｘ", "ｘ", "×", "***", "某某")
_BLANK = regex.compile(
    r"[XxＸｘ×*某](?<![A-Za-z0-9=/.][XxＸｘ×*某])(?:"
    r"(?<=[XxＸｘ×])[XxＸｘ×]{0,4}(?=[市县区省州乡镇村局厅院校厂站办部署委公分同届次月日年户名个万亿元总工企主书党政街道社集团项条期份所馆家位])"
    r"|(?:(?<=[XxＸｘ])[XxＸｘ]{1,4}|(?<=×)×{1,4}|(?<=\*)\*{2,5}|(?<=某)某)(?![A-Za-z×*])"
    r")"
    r"|(?:19|20)(?:[xXＸｘ×*]{1,2}|\d[xXＸｘ×*])(?![A-Za-z])"
)
_HALF = 0.5  # 某某 may be a way of telling, so it takes twice as many
_ENOUGH = 2


@lru_cache(maxsize=1)
def anonymised(doc: Document) -> tuple[Span, ...]:
    """The speeches of a draft in which names have been blanked: two blanks or more each."""
    if not any(sign in doc.text for sign in _SIGNS):
        return ()
    found = [(match.start(), _HALF if match[0] == "某某" else 1.0) for match in _BLANK.finditer(doc.text)]
    if sum(weight for _, weight in found) < _ENOUGH:
        return ()
    return tuple(
        speech.span
        for speech in doc.outline.speeches
        if sum(weight for at, weight in found if speech.span.start <= at < speech.span.end) >= _ENOUGH
    )
