"""What another parser says of Markdown: markdown-it-py with GFM's tables, strike-through and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from speechlint.document.alignment import apply
from speechlint.document.markup import NUMBER, OBJECT
from speechlint.readers.markdown import markup

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
_PARSER.core.ruler.disable("footnote_tail")  # a footnote is read where it stands
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre|textarea)\b.*?(?:</\1>|\Z)|</?[a-z][^<>]*>|<\?.*?\?>|<![a-z][^>]*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_WORDLESS = ("paragraph_open", "paragraph_close", "inline", "softbreak", "html_block")


def shown(source: str) -> str:
    """The characters that are shown as text, without blanks."""
    return _bare("".join(_texts(_PARSER.parse(source))))


def _texts(tokens: Iterable[Token]) -> Iterator[str]:
    address = False
    for token in tokens:
        if token.info == "auto":
            address = token.type == "link_open"
        elif token.type in ("text", "text_special") and not address:
            yield token.content
        elif token.type == "html_block":
            yield _UNSEEN.sub("", token.content)
        elif token.children and token.type == "inline":
            yield from _texts(token.children)


def spoken(source: str) -> str:
    """The characters that are read aloud for us, without blanks and the numbers of items, which HTML counts itself."""
    changes = [
        change._replace(end=change.end + 1, text="") if change.kind == NUMBER else change
        for change in markup(source).changes
    ]
    return _bare(apply(source, changes))


def _bare(text: str) -> str:
    return "".join(unescape(text).replace(OBJECT, "").split())


def structure(source: str) -> list[str]:
    """What is shown besides text, in order: headings, items, emphasis, code, addresses."""
    return list(_parts(_PARSER.parse(source)))


def _parts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_block":
            yield " ".join(match[0] for match in _UNSEEN.finditer(token.content))
        elif token.type.startswith(("code", "fence", "html", "image", "footnote_ref")):
            yield f"{token.type} {token.content} {token.attrs}"
        elif token.type not in ("text", "text_special", *_WORDLESS):
            attributes = {name: value for name, value in token.attrs.items() if name != "start"}
            yield f"{token.type} {attributes}"
        if token.type == "inline":
            yield from _parts(token.children or [])
