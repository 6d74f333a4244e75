"""A draft whose last words end in half of one, or in a colon that promises more: 我们要加强文化建, 我承诺：

What a site that shows only the beginning leaves of it. A long line that breaks off is told by ``ending``.
"""

from __future__ import annotations

from speechlint.checks.outline.ending import broken_end
from speechlint.document import Span
from speechlint.document.chinese import is_han
from speechlint.document.span import COMMON_BLANKS
from speechlint.document.words import cut, ends, is_part
from speechlint.finding import Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.outline.tree import Speech
    from speechlint.quick.typing import Any

ABOUT = "断在半个词、一个冒号上的稿子"
_LEAST = 8  # characters of the last line
_PAGE = 60  # characters of a page's line
_PARTS = (4, 3)  # characters of a part that is told by itself
_NEAR = 12  # characters from the end within which the last word is cut
_HELD = (
    "n",
    "r",
    "v",
    "l",
    "i",
)  # what stands before half of a word, and not before one that is whole: 一起|建
_BLANKS = COMMON_BLANKS + "\n"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "opens": Option(
            "text", "只开头、不单独结尾的字", "characters that open words and end none", required=True
        ),
        "promise": Option("pattern", "冒号前面的话，后面该有下文", "what promises more", required=True),
        "page": Option("words", "网页的一行里有的字", "words of a page's line", required=True),
    }


def gates(options: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"": None, "page": frozenset(options["page"])}


def check(query: Query) -> Iterator[Hit]:
    doc, own = query.doc, query.options
    for end, speech in sorted(_ends(query).items()):
        last = doc.text[end - 1]
        if last not in "：:" and not is_han(last):  # mostly
            continue
        line = doc.line_at(end - 1)
        words = doc[(line.start, end)].lstrip(_BLANKS)
        if len(words) < _LEAST or (speech and broken_end(doc, speech)):
            continue
        if last in "：:":
            size = _promise(words, own["promise"])
        else:
            size = (_half(words) if last in own["opens"] else 0) or _part(words)
        if size:
            yield Hit(Span(end - size, end))


def _ends(query: Query) -> dict[int, Speech | None]:
    """Where the words of each speech end, with that speech, and those above a page's line."""
    doc = query.doc
    found: dict[int, Speech | None] = {}
    for line in {doc.line_at(offset) for offset in query.found.get("page", ())}:
        if line.end - line.start <= _PAGE and doc.text.find("。", *line) < 0:
            found[_stripped(doc, line.start)] = None
    for speech in doc.outline.speeches:
        if speech.body.end >= speech.span.end:
            found[_stripped(doc, speech.body.end)] = speech
    found.pop(0, None)
    return found


def _promise(words: str, pattern: str) -> int:
    """How many characters of the last ones promise more."""
    match = regex.compile(f"(?:{pattern})[：:]$").search(words)
    return len(match[0]) if match else 0


def _part(words: str) -> int:
    """How many characters the part of a longer word is that the line ends in: 无私奉, of 无私奉献."""
    near = words[-_NEAR:]
    begun = [size for size in _PARTS if len(near) - size in (0, *ends(near)) and is_part(near[-size:])]
    said = begun and any(word.tag.startswith("v") for word in cut(words))
    return begun[0] if said and all(map(is_han, near[-begun[0] :])) else 0


def _stripped(doc: Document, end: int) -> int:
    while end and doc.text[end - 1] in _BLANKS:
        end -= 1
    return end


def _half(words: str) -> int:
    """How many characters the last word but the torn one and the torn one are; 0 where nothing is torn."""
    last = words[-1]
    if any(blank in words for blank in COMMON_BLANKS) or not is_han(words[-2]):
        return 0
    found = cut(words[-_NEAR:])
    if len(found) < 2 or found[-1].text != last or not found[-2].tag.startswith(_HELD):
        return 0
    return len(found[-2].text) + 1 if any(word.tag.startswith("v") for word in cut(words[:-1])) else 0
