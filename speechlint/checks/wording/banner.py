"""Lines of a page's head that are one banner: short words set side by side, as 站名   立即下载   加入会员."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.document.span import Span

_GAP = regex.later("[ \\u3000\\xa0]{2,}|[ \\u3000\\xa0]*[\\t|｜][ \\u3000\\xa0]*")
_OF_A_SPEECH = regex.later("讲话|发言|致辞|演讲|报告|总结|会上|同志|[，。；：！？、]")
_LONG = 12


def is_banner(doc: Document, line: Span) -> bool:
    """Whether a line above a speech is nothing but three or more short words, wide apart."""
    if not doc.edges.in_head(line.start):
        return False
    words = doc[line]
    columns = _GAP.split(words)
    return (
        len(columns) > 2
        and all(len(column) <= _LONG for column in columns)
        and not _OF_A_SPEECH.search(words)
    )
