"""Passages found in an archive → hits of the rule that tells them."""

from __future__ import annotations

from speechlint.document.span import Span
from speechlint.finding import Hit, Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.archive.copied import Copied
    from speechlint.archive.shelf import Read, Shelf, Where

RULE = "passage-in-archive"
LONG = 60  # characters in a row, word for word, that nobody writes twice
_NAMED = 3  # drafts named besides the first


def hits(draft: Read, found: Sequence[Copied], date: str, shelf: Shelf) -> Iterator[tuple[str, Hit]]:
    """A hit for each passage that counts, and one at the top for the share of the draft that is taken over."""
    own = [one for one in found if not one.reason]
    if own:
        yield RULE, _share(draft, own)
    for one in own:
        yield RULE, _passage(draft, one, date, shelf)


def _passage(draft: Read, one: Copied, date: str, shelf: Shelf) -> Hit:
    start, end = one.passage.here
    longest = one.passage.longest
    verbatim = draft.characters(longest.here, longest.here + longest.size)
    sure = one.passage.verified
    zh, en = _said(draft.characters(start, end), verbatim, sure=sure)
    place = shelf.place(one.entry)
    at = one.entry.where(one.passage.there[0], one.read)
    when_zh, when_en = _when(date, one.entry.date)
    more_zh, more_en = _others(one, shelf)
    words = {
        "what": zh,
        "what_en": en,
        "where": f"{place} {_paragraph(at, 'zh')}",
        "where_en": f"{place} {_paragraph(at, 'en')}",
        "more": when_zh + more_zh,
        "more_en": when_en + more_en,
    }
    severity = Severity.WARNING if sure and verbatim >= LONG else Severity.INFO
    return Hit(Span(*draft.span(start, end)), words, severity=severity)


def _said(characters: int, verbatim: int, *, sure: bool) -> tuple[str, str]:
    if not sure:
        return (
            f"约 {characters} 字（原稿不在了或改过，没有核对）",
            f"about {characters} characters (not verified: that draft is gone or has changed)",
        )
    if characters == verbatim:
        return f"{characters} 字一字不差", f"{characters} characters, word for word,"
    return (
        f"{characters} 字几乎一样（一字不差的最长 {verbatim} 字）",
        f"{characters} characters, {verbatim} of them word for word,",
    )


def _paragraph(at: Where, lang: str) -> str:
    place = f"{at.line}:{at.column}" if at.line else ""
    if lang == "en":
        return f"paragraph {at.paragraph}" + (f" ({place})" if place else "")
    return f"第 {at.paragraph} 段" + (f"（{place}）" if place else "")


def _when(mine: str, theirs: str) -> tuple[str, str]:
    """Which of the two came first, as far as their dates say."""
    if not theirs:
        return "；那稿没有写日期", "; it bears no date"
    zh, en = f"；那稿 {theirs}", f"; of {theirs}"
    size = min(len(mine), len(theirs))
    if not size or mine[:size] == theirs[:size]:
        return zh, en
    first = theirs < mine
    return zh + ("，在先" if first else "，在后"), en + (", earlier" if first else ", later")


def _others(one: Copied, shelf: Shelf) -> tuple[str, str]:
    if not one.others:
        return "", ""
    named = "、".join(shelf.place(entry) for entry in one.others[:_NAMED])
    count = len(one.others)
    rest = "等" if count > _NAMED else ""
    return f"；另有 {count} 份稿子也有：{named}{rest}", f"; also in {count} other(s): {named}"


def _share(draft: Read, own: Iterable[Copied]) -> Hit:
    from speechlint.archive.formulas import merged

    own = list(own)
    spans = merged(one.passage.here for one in own)
    taken = sum(draft.characters(*span) for span in spans)
    whole = draft.characters(0, len(draft.letters))
    drafts = len({entry.text for one in own for entry in (one.entry, *one.others)})
    percent = round(100 * taken / whole)
    words = {
        "what": f"全文 {whole} 字，{taken} 字（{percent}%）",
        "what_en": f"{taken} of {whole} characters ({percent}%)",
        "where": f"库里的 {drafts} 份稿子",
        "where_en": f"{drafts} draft(s) of the archive",
        "more": f"，分 {len(spans)} 处",
        "more_en": f", at {len(spans)} place(s)",
    }
    return Hit(Span(*draft.span(0, 1)), words, severity=Severity.INFO)
