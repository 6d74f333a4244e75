"""HTML in Markdown: where a block of it begins and ends, tags, and what of it is seen."""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.markup import COMMENT, UNSPOKEN
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    "|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link"
    "|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th"
    "|thead|title|tr|track|ul"
)
_ATTRIBUTE = "(?:\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)"
_OPEN_TAG = f"<[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTE}*\\s*/?>"
_CLOSE_TAG = "</[A-Za-z][A-Za-z0-9-]*\\s*>"
_FLAGS = regex.IGNORECASE | regex.ASCII
TAG = regex.later(f"{_OPEN_TAG}|{_CLOSE_TAG}", regex.ASCII)
# How a block begins, named by how it ends; whatever is no such a start is no block.
_BEGINS = regex.later(
    "(?P<code><(?:script|pre|textarea|style)(?=[\\s>]|$))|(?P<comment><!--)|(?P<order><\\?)|(?P<declared><![A-Z])"
    f"|(?P<data><!\\[CDATA\\[)|(?P<part></?(?:{_NAMES})(?=\\s|/?>|$))"
    f"|(?P<tag>(?:{_OPEN_TAG}|{_CLOSE_TAG})[ \\t]*$)",
    _FLAGS | regex.MULTILINE,
)
_ENDS = {
    "code": regex.later("</(?:script|pre|textarea|style)>", _FLAGS),
    "comment": regex.later("-->"),
    "order": regex.later("\\?>"),
    "declared": regex.later(">"),
    "data": regex.later("\\]\\]>"),
}
_UNSEEN = regex.later(
    "(?P<comment><!--(?:-?>|(?s:.*?)(?:-->|\\Z)))|<\\?(?s:.*?)(?:\\?>|\\Z)|<!\\[CDATA\\[(?s:.*?)(?:\\]\\]>|\\Z)|<![A-Z][^>]*(?:>|\\Z)"
    "|<(?P<name>script|pre|textarea|style)(?=[\\s>])(?s:.*?)(?:</(?P=name)\\s*>|\\Z)"
    f"|{_OPEN_TAG}|{_CLOSE_TAG}|</?[A-Za-z][^<>]*(?:>|\\Z)",
    _FLAGS,
)
_BREAKS = regex.later("<br\\b|</(?:p|div|li|h[1-6]|tr|td|th|dd|dt|section|article|summary)\\b", _FLAGS)


def begins(source: str, at: int, end: int, *, in_text: bool) -> str:
    """How the block of HTML ends that begins at ``at``: the name of it, "" where none begins."""
    found = _BEGINS.match(source, at, end)
    if not found or (found.lastgroup == "tag" and in_text):
        return ""
    return str(found.lastgroup)


def ends(kind: str, source: str, at: int, end: int) -> bool:
    """Whether a block ends on this line; some only end before an empty one."""
    return kind in _ENDS and _ENDS[kind].search(source, at, end) is not None


def ends_at_blank(kind: str) -> bool:
    return kind not in _ENDS


def unseen(text: str) -> Iterator[Change]:
    """Comments, tags, scripts and what is set as it is typed; between them stands what is spoken."""
    for match in _UNSEEN.finditer(text):
        kind = COMMENT if match["comment"] else UNSPOKEN
        yield Change(*match.span(), line_break(text, *match.span()), kind)


def line_break(text: str, start: int, end: int) -> str:
    """The reading of a tag: a line break where it is one and the text has none there."""
    return "\n" if _BREAKS.match(text, start, end) and text[end : end + 1] not in ("", "\n") else ""
