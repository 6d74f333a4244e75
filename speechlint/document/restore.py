"""Source text → reading text: what copying damaged is undone, and every repair is on record.

The damage came in layers (a conversion to traditional script, then glosses, then byte-wise edits,
then line breaks); so it is taken off in stages, each reading the text the one before it made. A
stage's module is only imported when the characters of the text call for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from speechlint.document.alignment import Alignment, Chain, apply
from speechlint.document.repair import Break, Change, Repair, Restored
from speechlint.document.span import Span

__all__ = ["Break", "Repair", "Restored", "restore"]


def restore(source: str) -> Restored:
    """The reading text of ``source``; on undamaged text it is the source itself."""
    draft = _Draft(source)
    for module, called in _STAGES:
        if called(draft):
            draft.read(import_module(f"speechlint.document.{module}").changes(draft.text))
    repairs = tuple(sorted(draft.repairs, key=lambda repair: repair.span))
    return Restored(draft.text, draft.chain, repairs, tuple(sorted(draft.breaks)))


class _Draft:
    """The text on its way from stage to stage."""

    def __init__(self, source: str) -> None:
        self.text = source
        self.chain = Chain()
        self.repairs: list[Repair] = []
        self.breaks: list[Break] = []
        self._look()

    def _look(self) -> None:
        self.chars = set(self.text)
        self.odd = {c for c in self.chars if not ("\u4e00" <= c <= "\u9fff" or " " <= c <= "~")}

    def read(self, changes: list[Change]) -> None:
        """Makes the changes of one stage: sorted, not overlapping, in its own text."""
        if not changes:
            return
        link = Alignment(changes)
        chain = self.chain
        self.breaks = [b._replace(at=link.to_new(b.at)) for b in self.breaks]
        for change in changes:
            span = chain.to_source((change.start, change.end))
            self.repairs += _told(change, span, chain)
            if change.mark:
                self.breaks.append(Break(link.span_to_new((change.start, change.end)).start, span))
        self.text = apply(self.text, changes)
        self.chain = chain.then(link)
        self._look()


def _told(change: Change, span: Span, chain: Chain) -> Iterator[Repair]:
    """The repair a change is; in parts, where an earlier one (a gloss) lies within a run of characters."""
    size = change.end - change.start
    if len(change.text) != size or span.end - span.start == size:
        yield Repair(change.kind, span, change.text, change.sure, change.candidates)
        return
    for at, char in enumerate(change.text, change.start):
        part = chain.to_source((at, at + 1))
        if part.end - part.start == 1:
            yield Repair(change.kind, part, char)


def _has_markup(draft: _Draft) -> bool:
    return "&" in draft.chars or "<" in draft.chars


def _has_invisible(draft: _Draft) -> bool:
    return any(
        (c < " " and c not in "\n\t")
        or "\x7f" <= c <= "\x9f"
        or c in "\u00ad\u034f\u061c\u180e\ufeff"
        or "\u200b" <= c <= "\u200f"
        or "\u2028" <= c <= "\u202e"
        or "\u2060" <= c <= "\u206f"
        or "\u2e80" <= c <= "\u2fdf"
        or "\uf900" <= c <= "\ufaff"
        or "\ufe00" <= c <= "\ufe0f"
        or "\U0002f800" <= c <= "\U000e01ef"
        for c in draft.odd
    )


def _has_glosses(draft: _Draft) -> bool:
    chars = draft.chars
    return bool(chars & _OPENING) and bool(draft.odd & _TONES or chars & _LOWER)


def _has_question_marks(draft: _Draft) -> bool:
    return "?" in draft.chars


def _has_residue(draft: _Draft) -> bool:
    if draft.chars & _STRAY or any(stray in draft.text for stray in _AFTER_PARTICLE):
        return True
    return any("\ue000" <= c <= "\uf8ff" or "\u23e9" <= c <= "\u27bf" or c >= "\U0001f000" for c in draft.odd)


def _has_rare_han(draft: _Draft) -> bool:
    """Whether a Han character outside GB 2312 is there: nearly every traditional form is."""
    han = "".join(c for c in draft.chars if "\u4e00" <= c <= "\u9fff")
    try:
        han.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _has_gaps(draft: _Draft) -> bool:
    return not draft.chars.isdisjoint(_GAPS)


def _has_lines(draft: _Draft) -> bool:
    return "\n" in draft.chars


_GAPS = " \u3000\xa0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_OPENING = set("(（[［")
_LOWER = set("abcdefghijklmnopqrstuvwxyz")
_TONES = set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ")
_STRAY = set("`^\\?")
_AFTER_PARTICLE = ("的.", "的'", "地.", "地'", ".委", ".长", ".织")
_STAGES: tuple[tuple[str, Callable[[_Draft], bool]], ...] = (
    ("entities", _has_markup),
    ("invisible", _has_invisible),
    ("glosses", _has_glosses),
    ("gbk_shift", _has_question_marks),
    ("residue", _has_residue),
    ("script", _has_rare_han),
    ("wraps", _has_lines),
    ("spaces", _has_gaps),
)
