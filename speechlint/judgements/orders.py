"""What a draft itself says of findings in it, and what only looks like that.

A Markdown draft may say it in a comment that nobody reads aloud::

    <!-- speechlint: ignore PLH001 引用的是文件原名 -->       the next paragraph
    <!-- speechlint: ignore-file SLG001/xk-1、ENC002 档案稿 -->

Nothing has to be written into any other draft: the sidecar names path, code, words and reason.
"""

from __future__ import annotations

import unicodedata

from speechlint.document import Span
from speechlint.errors import nearest
from speechlint.finding import Hit, Mute
from speechlint.judgements.suppression import Suppression
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Document

MALFORMED = "malformed-suppression"
_NAME = "speechlint"
_VERBS = ("ignore", "ignore-file")

_COMMENT = regex.later(r"<!--[ \t]*speechlint:(?P<said>(?:(?!-->)[^\n])*)-->")
_SAID = regex.later(
    r"\s*(?P<verb>ignore-file|ignore)\s+"
    r"(?P<codes>[A-Z]{2,4}\d{3}(?:/[\w.-]+)?(?:\s*[,，、]\s*[A-Z]{2,4}\d{3}(?:/[\w.-]+)?)*)"
    r"(?:\s+(?P<reason>.*?))?\s*"
)
_COMMA = regex.later(r"\s*[,，、]\s*")
_WORD = regex.later(r"\S")
_NEAR = regex.later(
    r"\s*(?P<name>[a-z]+)(?P<colon>\s*[:;.]?)[\s-]*(?P<verb>ignore[\w-]*|[^\W\d]*)\s*(?P<code>[a-z]{2,4}\d{3})?",
    regex.IGNORECASE,
)
_OUTSIDE = regex.later(
    r"(?<![a-z])speechlint\s*[:：]?[ \t-]*ignore(?:-file)?\s+[a-z]{2,4}\d{3}(?!\d)", regex.IGNORECASE
)


def read(doc: Document, *, reasons: bool = False) -> tuple[list[Suppression], list[tuple[str, Hit]]]:
    """Reads a draft's own suppressions; one that says nothing usable, or says it in a wrong place, is a hit.

    With ``reasons``, one that gives no reason is such.
    """
    said: list[Suppression] = []
    front = _front(doc)
    malformed = [
        (MALFORMED, _useless(Span(*match.span()), *_misplaced(doc)))
        for match in _OUTSIDE.finditer(doc.source)
        if match.end() <= front or not doc.is_hidden(match.span())
    ]
    words = _Words(doc)
    for at in doc.markup.comments if doc.markup else ():
        match = _COMMENT.match(doc.source, at.start)
        order = _SAID.fullmatch(match["said"]) if match and match.end() == at.end else None
        if order and (order["reason"] or not reasons):
            said += _ordered(words, order, at)
        elif wrong := ("没有写理由", "it gives no reason") if order else _wrong(doc, at):
            malformed.append((MALFORMED, _useless(at, *_to_be_written(*wrong))))
    return said, malformed


def _front(doc: Document) -> int:
    """Where the front matter of a Markdown draft ends: it is hidden, but no place where code or a text is quoted."""
    first = next(iter(doc.markup.unspoken), None) if doc.markup else None
    return first.end if first and first.start == 0 and doc.source.startswith(("---", "+++")) else 0


def _useless(at: Span, zh: str, en: str) -> Hit:
    return Hit(at, {"wrong": zh, "wrong_en": en}, in_source=True)


def _to_be_written(zh: str, en: str) -> tuple[str, str]:
    return (
        f"{zh}；写作 <!-- speechlint: ignore 代码 理由 -->，对全文用 ignore-file",
        f"{en}; write <!-- speechlint: ignore CODE reason -->, or ignore-file for the whole draft",
    )


def _misplaced(doc: Document) -> tuple[str, str]:
    if doc.markup:
        return _to_be_written("它不在注释里", "it is in no comment")
    return (
        "这样的文稿里不认注释，用 speechlint ignore 记在稿子旁边",
        "this kind of draft has no comments; speechlint ignore notes it beside the draft",
    )


def _wrong(doc: Document, at: Span) -> tuple[str, str] | None:
    """What is wrong with a comment that looks like an order; None for any other."""
    source = doc.source[at.start : at.end].removeprefix("<!--").removesuffix("-->")
    near = _NEAR.match(unicodedata.normalize("NFKC", source))
    if near is None or not nearest(near["name"], (_NAME,)):
        return None
    name, colon, verb = near["name"], near["colon"].strip(), near["verb"].lower()
    if not (near["code"] or (verb and nearest(verb, _VERBS)) or (name == _NAME and colon == ":")):
        return None
    if name != _NAME:
        return f"“{name}”改作“{_NAME}”", f"“{name}” should be “{_NAME}”"
    if colon != ":" or ":" not in source:
        return f"“{_NAME}”后面要有半角冒号", f"“{_NAME}” wants a colon after it"
    if verb not in _VERBS:
        meant = _VERBS["file" in verb]
        return f"“{verb}”改作“{meant}”" if verb else f"没有写“{meant}”", f"it wants “{meant}”"
    if not near["code"]:
        return "没有写规则的代码，如 PLH001", "it names no rule, as PLH001"
    code = near["code"].upper()
    if code not in source:
        return f"代码改作“{code}”", f"the code should be “{code}”"
    return "要写在一行里，代码之间用顿号", "it wants one line, with commas between codes"


def _ordered(words: _Words, order: re.Match[str], at: Span) -> Iterator[Suppression]:
    doc = words.doc
    scope = None if order["verb"] == "ignore-file" else words.paragraph(at.end)
    mute = Mute("comment", f"{doc.path}:{doc.line_number(at.start)}", order["reason"] or "")
    for selector in _COMMA.split(order["codes"]):
        yield Suppression(selector, mute, scope, at=at)


class _Words:
    """Where the words begin that follow an order. Asked in the order of the draft, it passes over each blank once."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.next = -1  # in the reading text

    def paragraph(self, start: int) -> Span:
        """The rest of the paragraph, or the next one if nothing is left."""
        doc = self.doc
        here = doc.alignment.to_reading((start, start)).start
        if self.next < here:
            word = _WORD.search(doc.text, here)
            self.next = word.start() if word else len(doc.text)
        if self.next == len(doc.text) or not doc.markup:
            return Span(start, start)
        start = max(start, doc.alignment.to_source((self.next, self.next + 1)).start)
        block = doc.markup.block_after(start)
        return Span(start, max(start, block.end) if block else start)
