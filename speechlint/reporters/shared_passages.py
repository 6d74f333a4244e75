"""The passages that drafts of an archive share, for eyes and for programs."""

from __future__ import annotations

import heapq

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.csv import record
from speechlint.reporters.json import dumped
from speechlint.reporters.terminal import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.archive.shelf import Entry, Shelf, Where
    from speechlint.archive.verifying import Pair
    from speechlint.quick.typing import Any

FORMATS = ("text", "jsonl", "csv")
_LISTED = 50  # pairs, the longest, in the text
_SHOWN = 40  # characters of a passage
_ZH = (
    "字数",
    "最长一字不差",
    "核对过",
    "甲",
    "甲的日期",
    "甲的段",
    "甲的行列",
    "乙",
    "乙的日期",
    "乙的段",
    "乙的行列",
)
_EN = (
    *("characters", "word for word", "verified", "one", "its date", "paragraph", "line:column"),
    *("other", "its date", "paragraph", "line:column"),
)


def lines(made: Iterable[dict[str, Any]], format: str, lang: str) -> Iterator[str]:
    """A line for each passage, made a ``row``; as text, the longest ones and how many there are."""
    if format == "jsonl":
        yield from map(dumped, made)
    elif format == "csv":
        yield "\ufeff" + record(_EN if lang == "en" else _ZH)
        yield from (record(map(str, _cells(one))) for one in made)
    else:
        yield from _text(made, lang)


def row(pair: Pair, shelf: Shelf) -> dict[str, Any]:
    """A passage as plain data; paragraphs, lines and columns from 1, None where a draft is gone."""
    passage, read, other = pair.passage, shelf.find(pair.one), shelf.find(pair.other)
    longest = passage.longest
    counted = read.characters if read and passage.verified else lambda start, end: end - start
    first, last = read.span(*passage.here) if read else (0, 0)
    return {
        "characters": counted(*passage.here),
        "verbatim": counted(longest.here, longest.here + longest.size) if passage.verified else None,
        "verified": passage.verified,
        "one": _place(pair.one, pair.one.where(passage.here[0], read), shelf),
        "other": _place(pair.other, pair.other.where(passage.there[0], other), shelf),
        "words": " ".join(read.doc.text[first:last].split()) if read else "",
    }


def _place(entry: Entry, at: Where, shelf: Shelf) -> dict[str, Any]:
    return {"path": readable(shelf.place(entry)), "date": entry.date, **at._asdict()}


def _cells(one: dict[str, Any]) -> Iterator[Any]:
    yield from (one["characters"], one["verbatim"] or "", one["verified"])
    for side in ("one", "other"):
        at = one[side]
        yield from (
            at["path"],
            at["date"],
            at["paragraph"],
            f"{at['line']}:{at['column']}" if at["line"] else "",
        )


def _text(made: Iterable[dict[str, Any]], lang: str) -> Iterator[str]:
    total = 0
    longest: list[tuple[int, int, dict[str, Any]]] = []
    for total, one in enumerate(made, 1):
        heapq.heappush(longest, (one["characters"], -total, one))
        if len(longest) > _LISTED:
            heapq.heappop(longest)
    en = lang == "en"
    yield f"{total} passage(s) shared by two drafts" if en else f"两份稿子都有的段落 {total} 处"
    for _, _, one in sorted(longest, key=lambda each: (-each[0], -each[1])):
        words = one["words"]
        yield ""
        yield _said(one, en=en)
        if words:
            yield f"  ⟦{words if len(words) <= _SHOWN else words[: _SHOWN // 2] + '…' + words[-_SHOWN // 2 :]}⟧"
        yield from (f"  {_where(one[side], en=en)}" for side in ("one", "other"))
    if total > _LISTED:
        yield ""
        yield (
            f"the {_LISTED} longest; all with --format jsonl"
            if en
            else f"只列最长的 {_LISTED} 处；全部用 --format jsonl"
        )


def _said(one: dict[str, Any], *, en: bool) -> str:
    count, verbatim = one["characters"], one["verbatim"]
    if not one["verified"]:
        return f"about {count} characters, not verified" if en else f"约 {count} 字（没有核对）"
    if count == verbatim:
        return f"{count} characters, word for word" if en else f"{count} 字一字不差"
    return (
        f"{count} characters, {verbatim} of them word for word"
        if en
        else f"{count} 字（一字不差的最长 {verbatim} 字）"
    )


def _where(at: dict[str, Any], *, en: bool) -> str:
    place = f" ({at['line']}:{at['column']})" if at["line"] else ""
    date = f", {at['date']}" if at["date"] else ""
    if en:
        return f"{at['path']}, paragraph {at['paragraph']}{place}{date}"
    place = place.replace(" (", "（").replace(")", "）")
    return f"{at['path']} 第 {at['paragraph']} 段{place}{date.replace(', ', '，')}"
