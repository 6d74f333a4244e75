"""Source text → reading text: what copying damaged is undone, and every repair is on record.

The damage came in layers (a conversion to traditional script, then glosses, then byte-wise edits,
then line breaks); so it is taken off in steps: each reads the text that the step before it made. A
step's module is only imported when the characters of the text call for it.
"""

from __future__ import annotations

from bisect import bisect_right

from speechlint.document.alignment import Alignment, Chain, apply
from speechlint.document.restoring.repair import Break, Repair, Restored
from speechlint.document.restoring.unusual import has, narrow, rare
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, made_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.document.alignment import Change
    from speechlint.document.markup import Markup

__all__ = ["Break", "Repair", "Restored", "restore"]


def restore(source: str, markup: Markup | None = None) -> Restored:
    """The reading text of ``source``; on undamaged text without ``markup`` it is the source itself."""
    draft = _Draft(source, markup)
    for module, calls in _STEPS:
        if calls(draft.text):
            step = __import__(f"speechlint.document.restoring.{module}", fromlist=("changes",))
            draft.read(step.changes(draft.text))
    repairs = tuple(sorted(draft.repairs, key=lambda repair: repair.span))
    return Restored(draft.text, draft.chain, repairs, tuple(sorted(draft.breaks)))


class _Draft:
    """The text on its way from step to step."""

    def __init__(self, source: str, markup: Markup | None) -> None:
        self.text = apply(source, markup.changes) if markup else source
        self.chain = Chain((Alignment(markup.changes),)) if markup else Chain()
        self.repairs: list[Repair] = []
        self.breaks: list[Break] = []
        self._starts = markup.starts if markup else ()

    def read(self, changes: list[Change]) -> None:
        """Makes the changes of one step: sorted, not overlapping, in its own text."""
        if self._starts:
            changes = self._within_blocks(changes)
        if not changes:
            return
        link = Alignment(changes)
        chain = self.chain
        self.breaks = [b._replace(at=link.to_new(b.at)) for b in self.breaks]
        for change in changes:
            start, end, text, kind, sure, candidates, mark = change
            span = chain.to_source((start, end))
            if len(text) != end - start or span.end - span.start == end - start:
                self.repairs.append(made_of(Repair, (kind, span, text, sure, candidates)))
            else:
                self.repairs += _in_parts(change, chain)
            if mark:
                self.breaks.append(Break(link.to_new(start), span))
        self.text = apply(self.text, changes)
        self.chain = chain.then(link)

    def _within_blocks(self, changes: list[Change]) -> list[Change]:
        """The changes that join no two items, cells or paragraphs of a Markdown draft, nor what its marks part."""
        starts = [self.chain.to_reading((start, start)).start for start in self._starts]
        return [
            change
            for change in changes
            if change.kind not in ("wrap", "space")
            or (change.kind == "space" and not self._is_marked(change))
            or (
                change.kind == "wrap"
                and bisect_right(starts, change.start) == bisect_right(starts, change.end)
            )
        ]

    def _is_marked(self, change: Change) -> bool:
        """Whether a mark stands beside a space (**要点：** 抓紧), which the mark needs."""
        start, end = change.start, change.end
        before, gap, after = (
            self.chain.to_source(span) for span in ((start - 1, start), (start, end), (end, end + 1))
        )
        return before.end != gap.start or gap.end != after.start


def _in_parts(change: Change, chain: Chain) -> Iterator[Repair]:
    """The repairs a change is where an earlier one (a gloss) lies within its run of characters."""
    for at, char in enumerate(change.text, change.start):
        part = chain.to_source((at, at + 1))
        if part.end - part.start == 1:
            yield Repair(change.kind, part, char)


def _has_entities(text: str) -> bool:
    return "&" in text or "<" in text or (";" in text and ("o;" in text or "p;" in text)) or "\\u" in text


def _has_invisible(text: str) -> bool:
    return bool(narrow(text).translate(None, _SEEN)) or has(_INVISIBLE, rare(text))


def _has_glosses(text: str) -> bool:
    brackets = (bracket for bracket in "(（[［" if bracket in text)
    return _has_tones(text) or any(
        regex.compile(f"\\{bracket}[a-zü{_TONES}]").search(text) for bracket in brackets
    )


def _has_tones(text: str) -> bool:
    return (
        bool(narrow(text).translate(None, _TONELESS))
        or has(f"[{_TONES}]", rare(text))
        or any(tone in text for tone in _WIDE_TONES)
    )


def _has_residue(text: str) -> bool:
    return (
        any(mark in text for mark in "`^\\?★☆♀♂")
        or has(
            "[\u0900-\u0eff\u1100-\u11ff\u23e9-\u27bf\u3130-\u318f\uac00-\ud7a3\ue000-\uf8ff\U0001f000-\U0010ffff]",
            rare(text),
        )
        or ("." in text and has(_DOT, text))
        or ("'" in text and has("(?<=[的地])'", text))
    )


def _has_rare_han(text: str) -> bool:
    """Whether a Han character outside GB 2312 is there: nearly every traditional form is."""
    return has("[\u4e00-\u9fff]", rare(text))


def _has_spaces(text: str) -> bool:
    return any(space in text for space in " \t\u3000") or has("[\xa0\u2000-\u200a\u202f\u205f]", rare(text))


_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_WIDE_TONES = "āǎēěīǐōǒūǔǖǘǚǜ"  # GB 2312 has them, Latin-1 does not
_TONELESS = bytes({*range(256)}.difference(_TONES.encode("latin-1", "ignore")))
_DOT = "[.](?:(?<=[的地][.])|(?=[委长织]))"
_SEEN = bytes((9, 10, *range(32, 127), *range(160, 256)))
_INVISIBLE = (
    "[\x80-\x9f\u00ad\u034f\u061c\u180e\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2e80-\u2fdf\uf900-\ufaff\ufe00-\ufe0f\U0002f800-\U000e01ef]"
)
# Each step, and what calls for it.
_STEPS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("entities", _has_entities),
    ("invisible", _has_invisible),
    ("glosses", _has_glosses),
    ("gbk_shift", lambda text: "?" in text),
    ("residue", _has_residue),
    ("script", _has_rare_han),
    ("wraps", lambda text: "\n" in text),
    ("spaces", _has_spaces),
)
