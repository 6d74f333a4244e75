"""How one finding is told: place, level, code and message; its sentence; what to do, and where else it is."""

from __future__ import annotations

from speechlint.finding import without_total
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.details import authority, details
from speechlint.reporters.excerpt import columns, excerpt
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wording import COLORS, WORDS, painted
from speechlint.reporters.wrap import flowing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.reporters.excerpt import Excerpt
    from speechlint.reporters.wording import Wording
    from speechlint.result import View

BETWEEN = "  "
_LEAST = 20  # columns for words, on however narrow a screen
_NEWS = "SLG"  # the family whose authority says what the wording is now
_STANDARDS = ("PUN", "FIG", "NUM")  # those that national standards settle


class Look(NamedTuple):
    """How the findings of a draft are shown: ``hang`` is the columns before all lines but the first of each.

    ``path`` stands before each place where there is no heading; ``places`` are those of the findings, by offset.
    """

    view: View
    words: Wording
    path: str
    hang: int
    places: Mapping[int, str]

    @property
    def room(self) -> int:
        """Columns for words."""
        return max(_LEAST, self.view.width - self.hang)

    def fits(self, told: Sequence[str], first: int = 0) -> list[str]:
        """``told`` in lines; the first of them has ``first`` columns less. One where nothing is to be wrapped."""
        if not self.view.wrap:
            return [BETWEEN.join(told)]
        blank = "\0" * first
        return [line.lstrip("\0") for line in flowing([blank + told[0], *told[1:]], self.room, BETWEEN)]


def look(doc: Document, findings: Sequence[Finding], view: View) -> Look:
    """The look of a draft's report; places of all its findings are given the same room."""
    path = visible(readable(doc.path)) + ":" if view.quiet else ""
    places = {finding.span.start: place(doc, finding) for finding in findings}
    width = max(map(len, places.values()), default=0)
    return Look(view, WORDS[view.lang], path, 4 if view.quiet else width + 3, places)


def place(doc: Document, finding: Finding) -> str:
    """``line:column``, from 1."""
    line, column = doc.place(finding.span.start)
    return f"{line}:{column}"


def is_safe(finding: Finding) -> bool:
    """Whether ``--fix`` changes it."""
    fixes = finding.fixes
    return bool(fixes) and [fix.safe for fix in fixes].count(True) == 1


def entry(doc: Document, finding: Finding, look: Look, cited: set[str]) -> list[str]:
    """The lines for one finding; an authority that is ``cited`` already is not told again."""
    label = look.words.labels[finding.severity] + " "
    hang = " " * look.hang
    lines = head(finding, look, [message(finding)], label, finding.code + " ")
    lines.append(hang + sentence(doc, finding, look))
    more = [*details(doc, finding, look.words), *news(finding, look, cited)]
    if more:
        lines += [hang + line for line in (flowing(more, look.room, BETWEEN) if look.view.wrap else more)]
    return lines


def head(finding: Finding, look: Look, told: Sequence[str], label: str, code: str) -> list[str]:
    """Place, level, code, whether it can be fixed, and what is ``told`` of it."""
    mark = look.words.fixable if is_safe(finding) else ""
    taken = columns(label + code + mark) if look.view.wrap else 0
    first, *more = look.fits(told, taken)
    where = look.places[finding.span.start]
    where = f"{look.path}{where}" if look.path else f"  {where:<{look.hang - 3}}"
    painted_label = painted(label, COLORS[finding.severity] + ";1", look.view)
    told_first = f"{where} {painted_label}{painted(code, '1', look.view)}{mark}{first}"
    return [told_first, *[" " * look.hang + line for line in more]]


def message(finding: Finding) -> str:
    """Its message; how many places there are, the line that lists them says."""
    if len(finding.occurrences) < 2:
        return visible(finding.message)
    return visible(without_total(finding.message, str(len(finding.occurrences))))


def news(finding: Finding, look: Look, cited: set[str]) -> list[str]:
    """The authority, where it is news or all are wanted, and not ``cited`` yet; then it is."""
    wanted = finding.source and (look.view.verbose or _has_news(finding))
    if not wanted or finding.source in cited:
        return []
    cited.add(finding.source)
    return [authority(finding, look.view.lang)]


def sentence(doc: Document, finding: Finding, look: Look) -> str:
    """The line with its words in their sentence."""
    return marked(finding, look, *shown(doc, finding, look))


def shown(doc: Document, finding: Finding, look: Look) -> tuple[str, Excerpt]:
    """The paragraph that is named before its sentence, if one is, and what is shown of the sentence."""
    where = ""
    if doc.layout:
        from speechlint.reporters.paragraphs import paragraph

        where = f"{paragraph(doc, finding.span.start, look.view.lang)}  "
    taken = columns("".join((where, *_brackets(look))))
    return where, excerpt(doc.source, *finding.span, max(_LEAST, look.room - taken))


def marked(finding: Finding, look: Look, where: str, parts: Excerpt) -> str:
    """The line with what was ``shown`` of its sentence, its words marked."""
    opening, closing = _brackets(look)
    words = opening + painted(parts.words, COLORS[finding.severity] + ";1;4", look.view) + closing
    return where + f"{parts.before}{words}{parts.after}".strip(" \u3000")


def _brackets(look: Look) -> tuple[str, str]:
    """What marks words where there are no colours."""
    return ("", "") if look.view.color else ("⟦", "⟧")


def _has_news(finding: Finding) -> bool:
    settled = finding.grade == "regulation" and finding.code.startswith(_STANDARDS)
    return settled or finding.code.startswith(_NEWS)
