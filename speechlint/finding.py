"""Hits, which a check sees, and findings, which the reader is told. All values are frozen."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.quick.typing import TYPE_CHECKING, IntEnum, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document.span import Span


class Severity(IntEnum):
    """How grave a finding is; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


# How far an authority goes: what each grade means, in Chinese and English.
GRADES: Mapping[str, tuple[str, str]] = {
    "regulation": ("规定", "a law, standard or document of the Party says so"),
    "usage": ("通行", "usage, with evidence"),
    "convention": ("本项目约定", "a convention of this project"),
}


class Edit(NamedTuple):
    """Replace ``span`` by ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that settle a finding; ``safe`` ones need no eye on the result.

    Of a hit, ``title`` is Chinese and ``title_en`` says the same; of a finding, ``title`` is in the reader's language.
    """

    edits: tuple[Edit, ...]
    safe: bool = False
    title: str = ""
    title_en: str = ""


class Related(NamedTuple):
    """Another place that explains a finding; of a hit, ``message_en`` says in English what ``message`` says."""

    span: Span
    message: str
    message_en: str = ""

    def told(self, lang: str) -> Related:
        """The place as a finding has it, in ``zh`` or ``en``."""
        return Related(self.span, self.message_en if lang == "en" and self.message_en else self.message)


class Hit(NamedTuple):
    """One place a check sees. Spans are in the reading text unless ``in_source`` says otherwise.

    ``words`` fill the named places of the rule's message (besides ``text``, the reading words);
    ``entry`` is the id of the table entry that spoke, ``severity``, ``source`` and its ``grade`` its own,
    where they differ from the rule's. ``occurrences`` are all places of a grouped finding, the first
    being ``span`` itself; with ``apart`` they are decided one by one, as the same words told once.
    ``off`` entries speak only when chosen by name.
    """

    span: Span
    words: Mapping[str, str] = {}
    fixes: tuple[Fix, ...] = ()
    entry: str | None = None
    severity: Severity | None = None
    source: str | None = None
    grade: str | None = None
    occurrences: tuple[Span, ...] = ()
    related: tuple[Related, ...] = ()
    in_source: bool = False
    off: bool = False
    apart: bool = False


class Mute(NamedTuple):
    """Why a finding is not shown: ``kind`` is comment, sidecar, allow or baseline; ``where`` is
    ``path:line``, or the allowed term itself.
    """

    kind: str
    where: str
    reason: str = ""


class Finding(NamedTuple):
    """One fault the reader is told. Spans are in the source, in code points from 0.

    ``also`` are the codes of other rules that tell the same fault, in order. With ``apart``, the places
    of a grouped finding are decided one by one; without, together.
    """

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    reading: str
    entry: str | None = None
    fixes: tuple[Fix, ...] = ()
    occurrences: tuple[Span, ...] = ()
    related: tuple[Related, ...] = ()
    source: str = ""
    grade: str = ""
    muted_by: Mute | None = None
    also: tuple[str, ...] = ()
    apart: bool = False

    @property
    def selector(self) -> str:
        """Its name for ``--select`` and suppressions: the code, or code/entry."""
        return f"{self.code}/{self.entry}" if self.entry else self.code

    @property
    def places(self) -> tuple[Span, ...]:
        """Everywhere it was seen: one span, or all occurrences of a grouped finding."""
        return self.occurrences or (self.span,)

    def each(self) -> Iterator[Finding]:
        """The finding at each of its places, where these are decided one by one; else the finding."""
        return self.divided([[place] for place in self.occurrences]) if self.apart else iter((self,))

    def only(self, places: Sequence[Span], reading: str) -> Finding:
        """The part of a grouped finding at some of its places; ``reading`` is that of the first."""
        [part] = self.divided([places])
        return part._replace(reading=reading)

    def divided(self, groups: Sequence[Sequence[Span]]) -> Iterator[Finding]:
        """A grouped finding in parts, one for each group of its places, with the edits made there.

        Their ``reading`` is the whole's still.
        """
        group = {place: at for at, places in enumerate(groups) for place in places}
        starts = [place.start for place in self.occurrences]
        fixes: list[list[Fix]] = [[] for _ in groups]
        for fix in self.fixes:
            edits: dict[int, list[Edit]] = {}
            for edit in fix.edits:
                place = self.occurrences[max(0, bisect_right(starts, edit.span.start) - 1)]
                if place in group:
                    edits.setdefault(group[place], []).append(edit)
            for at, own in edits.items():
                fixes[at].append(fix._replace(edits=tuple(own)))
        for places, own_fixes in zip(groups, fixes, strict=True):
            yield self._replace(
                message=_recounted(self.message, len(self.places), len(places)),
                span=places[0],
                occurrences=tuple(places),
                fixes=tuple(own_fixes),
            )


# How messages count the places of a group; of a single one the totals are not said.
_TOTALS = ("，共 {} 处", "，本篇共 {} 处", "，共 {} 段", "，共 {} 对", ", {} places", ", {} times")
_OTHERS = ("本篇共 {} 处", "{} 处用了", "{} 处都用了", "（{} 处）", "有 {} 处")


def without_total(message: str, count: str = "1") -> str:
    """A message on a group without the number of its places; ``count`` is how that is written."""
    for total in _TOTALS:
        message = message.replace(total.format(count), "")
    return message


def _recounted(message: str, before: int, after: int) -> str:
    """The message on a group of ``before`` places, for ``after`` of them."""
    if after == before:
        return message
    if after == 1:
        message = without_total(message, str(before))
    for total in (*_TOTALS, *_OTHERS):
        message = message.replace(total.format(before), total.format(after))
    return message
