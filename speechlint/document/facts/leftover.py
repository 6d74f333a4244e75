"""Numbers that are in no other fact: bare ones, those parted from their measure, those behind a half-width colon."""

from __future__ import annotations

from speechlint.document.facts.figures import NAMING
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEASURES = "人名个家户间张亩元吨点分岁位级期套台件次条项所座辆年月日天米里号名场批例本册篇"
_LEFT = regex.later(
    "(?:(?<=[由从至达过约近超比长降到和为高升加与])|(?<=[至长降到和为高升加与] ))[0-9]{1,2}[.．][0-9]{1,2}(?![0-9A-Za-z.．版节章条])"
    f"|(?<![0-9A-Za-z.,+＋#＃/／_\\-－XxＸｘ×*＊○〔\\[［])(?:[0-9]{{2,6}}(?:[.．][0-9]{{1,2}})?[万亿]?(?: ?[多余]?[{_MEASURES}])?|[0-9] ?[多余]?[{_MEASURES}])"
    "(?![0-9A-Za-zXxＸｘ×*＊○./_\\-－〕\\]］）)])"
)
_YEAR = regex.later("(?:19|20)[0-9]{2}年?$|.*[年月日]$")
_NUMBERED = regex.later("[ \\u3000]*[（(]?[0-9]{1,3} ?[、.．)）：:]")  # a heading, or a page
_CODE = "第号话真编机码价版V"
_NAMES = (*NAMING, "工程", "期")


def seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each, and its reading places from 0; none that numbers a heading or is part of a code."""
    for found in _LEFT.finditer(text):
        start, end = found.span()
        line = text.rfind("\n", 0, start) + 1
        before = text[start - 1 : start]
        if before in (":", "：") and not _is_said(text, start, end):
            continue
        if _NUMBERED.match(text, line) and not text[line:start].strip(" \u3000（("):
            continue
        if (before and before in _CODE) or text.startswith(_NAMES, end) or _is_alone(text, line, found[0]):
            continue
        yield ("date" if _YEAR.match(found[0]) else "figure"), start, end


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether a number behind a colon is told there: no time, no telephone, no page."""
    return "\u4e00" <= text[start - 2 : start - 1] <= "\u9fff" and text[end - 1] in _MEASURES


def _is_alone(text: str, line: int, told: str) -> bool:
    """Whether nothing else stands in the line that begins at ``line``."""
    end = text.find("\n", line)
    return text[line : end if end >= 0 else len(text)].strip() == told
