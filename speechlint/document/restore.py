"""Source text → reading text: what copying damaged is undone, and every repair is on record.

The damage came in layers (a conversion to traditional script, then glosses, then byte-wise edits,
then line breaks); so it is taken off in stages, each reading the text the one before it made. A
stage's module is only imported when the characters of the text call for it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from speechlint.document.alignment import Alignment, Chain, apply
from speechlint.document.repair import Break, Change, Repair, Restored

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
            self.repairs.append(Repair(change.kind, span, change.text, change.sure, change.candidates))
            if change.mark:
                self.breaks.append(Break(link.span_to_new((change.start, change.end)).start, span))
        self.text = apply(self.text, changes)
        self.chain = chain.then(link)
        self._look()


def _has_glosses(draft: _Draft) -> bool:
    chars = draft.chars
    return bool(chars & _OPENING) and bool(draft.odd & _TONES or chars & _LOWER)


def _has_question_marks(draft: _Draft) -> bool:
    return "?" in draft.chars


def _has_rare_han(draft: _Draft) -> bool:
    """Whether a Han character outside GB 2312 is there: nearly every traditional form is."""
    han = "".join(c for c in draft.chars if "\u4e00" <= c <= "\u9fff")
    try:
        han.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _has_gaps(draft: _Draft) -> bool:
    return " " in draft.chars or "\u3000" in draft.chars or "\n" in draft.chars


_OPENING = set("(（[［")
_LOWER = set("abcdefghijklmnopqrstuvwxyz")
_TONES = set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ")
_STAGES: tuple[tuple[str, Callable[[_Draft], bool]], ...] = (
    ("glosses", _has_glosses),
    ("gbk_shift", _has_question_marks),
    ("script", _has_rare_han),
    ("spaces", _has_gaps),
)
