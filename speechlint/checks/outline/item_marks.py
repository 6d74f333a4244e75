"""How items are marked: by what is typed behind a number, alike within a list or not.

One hit a speech, level and mark for what is behind the number; its places are ``occurrences``.
"""

from __future__ import annotations

from speechlint.checks.outline.lists import NEXT_MARKS, label, written
from speechlint.document import Span
from speechlint.document.outline.item import LINE
from speechlint.finding import Edit, Fix, Hit, Related, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.document import Document
    from speechlint.document.outline.tree import Item, Speech
    from speechlint.quick.typing import Any

ABOUT = "序号和它后面的标点写法不一"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import which

    return which(
        {
            "separator": ("序号后的标点（1、 (一)、 一,）", "the mark behind a number (1、 (一)、 一,)"),
            "mixed": ("一组里有一个写法不同", "one of a list punctuated otherwise than the others"),
            "words": ("一要…二是…三要", "一要…二是…三要"),
            "stop": (
                "标题末尾的句号，同组别的没有",
                "a heading that ends with 。 among siblings that do not",
            ),
        }
    )


# What each kind of mark ends with, and what people type instead.
_ENDS = {
    "一、": ("、", "，,．.：:"),
    "（一）": ("", "、，,．.：:"),
    "1.": (".", "、，,"),
    "（1）": ("", "、，,．.：:"),
    "①": ("", "、，,．.：:"),
    "第一": ("，", "、"),
    "其一": ("，", "、"),
    "首先": ("，", "、"),
    "一是": ("", "，,：:、"),
    "一要": ("", "，,：:、"),
}
_WRONG = frozenset((style, char) for style, (_, typed) in _ENDS.items() for char in typed)


def gates(_: Mapping[str, Any]) -> dict[str, frozenset[str] | None]:
    return {"mark": NEXT_MARKS}


def check(query: Query) -> Iterator[Hit]:
    look = _KINDS[query.options["kind"]]
    for speech in query.doc.outline.speeches:
        yield from look(query.doc, speech)


def _separators(doc: Document, speech: Speech) -> Iterator[Hit]:
    kinds: dict[tuple[str, str], list[Item]] = {}
    for group in speech.groups:
        for item in group:
            if (item.style, item.separator) in _WRONG:
                kinds.setdefault((item.style, item.separator), []).append(item)
    for (style, separator), items in kinds.items():
        items.sort(key=lambda item: item.mark)
        right = _ENDS[style][0]
        edits = tuple(Edit(_separator(doc, item), right) for item in items)
        yield Hit(
            _with_separator(doc, items[0]),
            {
                "right": written(style, items[0].number or 1) + ("" if items[0].written else right),
                "count": str(len(items)),
            },
            (Fix(edits, True, *_titles(separator, right)),),
            severity=None
            if items[0].written and any(item.place == LINE for item in items)
            else Severity.INFO,
            occurrences=tuple(_with_separator(doc, item) for item in items),
        )


def _titles(separator: str, right: str) -> tuple[str, str]:
    """The title of the fix, in Chinese and in English."""
    if right:
        return f"“{separator}”改为“{right}”", f"change “{separator}” to “{right}”"
    return f"删去“{separator}”", f"delete “{separator}”"


def _with_separator(doc: Document, item: Item) -> Span:
    return Span(item.mark.start, _separator(doc, item).end)


def _separator(doc: Document, item: Item) -> Span:
    at = doc.text.find(item.separator, item.mark.start)
    return Span(at, at + 1)


def _mixed(doc: Document, speech: Speech) -> Iterator[Hit]:
    for group in speech.groups:
        if len(group) < 3 or not group[0].written:
            continue
        shapes = [_shape(doc, item) for item in group]
        usual, times = _most_common(shapes)
        odd = [item for item, shape in zip(group, shapes, strict=True) if shape != usual]
        if (
            not odd
            or times < 2
            or len(odd) * 2 > len(group)
            or any((i.style, i.separator) in _WRONG for i in odd)
        ):
            continue
        like = next(item for item, shape in zip(group, shapes, strict=True) if shape == usual)
        yield Hit(
            odd[0].mark, {"usual": doc[like.mark].strip()}, occurrences=tuple(item.mark for item in odd)
        )


def _shape(doc: Document, item: Item) -> str:
    """The mark's punctuation, half- and full-width brackets alike."""
    inner = doc[item.mark].strip()
    return "".join([char for char in inner if not char.isalnum()]).replace("(", "（").replace(")", "）")


def _words(doc: Document, speech: Speech) -> Iterator[Hit]:
    for group in speech.groups:
        if len(group) < 3 or group[0].written or len({item.style for item in group}) == 1:
            continue
        usual, times = _most_common([item.style for item in group])
        odd = [item for item in group if item.style != usual]
        if (
            len(odd) > 1
            or times < 2
            or "首先" in (usual, odd[0].style)
            or odd[0].number is None
            or usual[0] == "第"
        ):
            continue
        right = written(usual, odd[0].number)
        yield Hit(
            odd[0].mark,
            {"usual": label(next(i for i in group if i.style == usual)), "right": right},
            (Fix((Edit(odd[0].mark, right),), False, f"改为“{right}”", f"change to “{right}”"),),
            related=tuple(
                Related(i.mark, f"这里是“{doc[i.mark].strip()}”", f"here “{doc[i.mark].strip()}”")
                for i in group
                if i.style == usual
            ),
        )


def _stops(doc: Document, speech: Speech) -> Iterator[Hit]:
    for group in speech.groups:
        own = [item for item in group if item.own_line and item.written]
        odd = [item for item in own if doc.text[item.head.end : item.head.end + 1] == "。"]
        if odd and len(own) >= 3 and len(odd) * 2 < len(own):
            spans = tuple(Span(item.head.end, item.head.end + 1) for item in odd)
            yield Hit(
                spans[0],
                {},
                (Fix(tuple(Edit(s, "") for s in spans), True, "删去句号", "delete the full stops"),),
                occurrences=spans,
            )


_KINDS = {"separator": _separators, "mixed": _mixed, "words": _words, "stop": _stops}


def _most_common(styles: list[str]) -> tuple[str, int]:
    """The one most of them are, of several the first; and how often it comes."""
    usual = max(styles, key=styles.count)
    return usual, styles.count(usual)
