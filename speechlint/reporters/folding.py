"""Many findings of one rule told together: the first in full, the rest of them as place, words and new wording."""

from __future__ import annotations

from itertools import groupby

from speechlint.document.quotations import quoted
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.details import advice, elsewhere, rewritten, times
from speechlint.reporters.entries import BETWEEN, head, marked, message, news, shown
from speechlint.reporters.excerpt import is_all
from speechlint.reporters.families import family
from speechlint.reporters.terminal import visible
from speechlint.reporters.wording import COLORS, painted
from speechlint.reporters.wrap import flowing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.reporters.entries import Look

_MANY, _FEW = 10, 4  # of the rest of a kind, told with their words
_LONG = 24  # characters of words and of a new wording
_VARIES = regex.later(r"[“0-9](?:(?<=“)[^”]*”+|(?<=[0-9])[0-9]*)")
_QUOTED = regex.later(r"“[^”]*”+")
_NOTHING = " \u3000…"  # beside words: nothing of their sentence
_DAMAGED = "ENC"  # the family whose words are to be found as they stand


def folded(doc: Document, findings: Iterable[Finding], look: Look) -> Iterator[str]:
    """The lines for findings that stand in the order of their rules."""
    cited: set[str] = set()
    level = None
    for (severity, _), one_rule in groupby(findings, key=lambda finding: (finding.severity, finding.code)):
        if severity != level:
            level = severity
            yield painted(look.words.labels[severity], COLORS[severity] + ";1", look.view)
        for at, (first, *rest) in enumerate(_alike(list(one_rule))):
            yield from _entry(doc, first, rest, look, cited, is_first=at == 0)


def _alike(findings: list[Finding]) -> Iterable[list[Finding]]:
    """The findings of a rule, those that say the same together."""
    if len(findings) == 1:
        return (findings,)
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_VARIES.sub("", finding.message), []).append(finding)
    return alike.values()


def _entry(
    doc: Document, first: Finding, rest: Sequence[Finding], look: Look, cited: set[str], *, is_first: bool
) -> Iterator[str]:
    """Findings that say the same; below others of the rule they need no code and sentence."""
    code = first.code + " " if is_first else ""
    said, seen = _said(first), times(doc, first, look.words)
    both = head(first, look, [said, *seen], "", code)
    told = head(first, look, [said], "", code) if seen and len(both) > 1 else both
    fits = len(both) == len(told)
    yield from both if fits else told
    if is_first:
        where, parts = shown(doc, first, look)
        if f"{parts.before}{parts.after}".strip(_NOTHING) or not _is_sentence(doc, first, look):
            yield " " * look.hang + marked(first, look, where, parts)
    more = [line for line in advice(doc, first, look.words) if not _is_said(line, first.message)]
    more += [
        *(() if fits else seen),
        *elsewhere(doc, first, look.words),
        *news(first, look, cited),
        *_rest(doc, first, rest, look),
    ]
    for line in flowing(more, look.room, BETWEEN) if look.view.wrap else more and [BETWEEN.join(more)]:
        yield " " * look.hang + line


def _said(finding: Finding) -> str:
    """Its message; of words too long to be read in it, their beginning and end."""
    said, words = message(finding), visible(finding.reading.strip())
    return said.replace(words, _cut(words)) if len(words) > 2 * _LONG else said


def _is_sentence(doc: Document, finding: Finding, look: Look) -> bool:
    """Whether its words are a whole sentence, which its message quotes: all of it, or more than there is room for."""
    if visible(finding.reading.strip()) not in finding.message:
        return False
    start, end = finding.span
    return end - start > look.room // 2 or is_all(doc.source, start, end, look.room)


def _is_said(advice: str, message: str) -> bool:
    """Whether a message says already what to change, that something is to go, or what its words are."""
    if "删去" in advice and "删去" in message:
        return True
    return any(part[0][1:-1] in advice for part in _QUOTED.finditer(message))


def _rest(doc: Document, first: Finding, rest: Sequence[Finding], look: Look) -> list[str]:
    """The rest of a kind; of very many, the words of the first few and the places of all."""
    parts = [_short(doc, first, finding, look) for finding in rest]
    worded = [at for at, part in enumerate(parts) if " " in part]
    for at in worded[_FEW:] if len(worded) > _MANY else ():
        parts[at] = look.places[rest[at].span.start]
    return [look.words.likewise + parts[0], *parts[1:]] if parts else []


def _short(doc: Document, first: Finding, finding: Finding, look: Look) -> str:
    """Place, words, how often, and what is new beside the first one of its kind; the place alone where nothing is."""
    if (finding.reading, finding.message) == (first.reading, first.message) and len(finding.places) < 2:
        return look.places[finding.span.start]
    words = doc.source[slice(*finding.span)]
    if family(finding.code) != _DAMAGED and finding.reading.strip():
        words = finding.reading
    times = f"×{len(finding.places)}" if len(finding.places) > 1 else ""
    return f"{look.places[finding.span.start]} {_cut(words.strip())}{times}{_news(doc, first, finding, look)}"


def _news(doc: Document, first: Finding, finding: Finding, look: Look) -> str:
    """The new wording; without a fix, what the message quotes and that of the first does not."""
    if not (finding.fixes and first.fixes):
        quotes = [part[0] for part in _QUOTED.finditer(finding.message)]
        news = [part for part in quotes if part not in first.message and finding.reading not in part]
        return look.words.list.join(news) and f"（{look.words.list.join(news)}）"
    fix = finding.fixes[0]
    more = look.words.more if len(finding.fixes) > 1 else ""
    if not fix.title:
        changed = rewritten(doc, finding, fix)
        return f"→{_cut(changed)}{more}" if changed else ""
    if fix.title == first.fixes[0].title:
        return ""
    said = _QUOTED.search(fix.title)
    alike = _VARIES.sub("", fix.title) == _VARIES.sub("", first.fixes[0].title)
    return f"→{said[0][1:-1]}{more}" if said and alike else f"（{visible(fix.title)}{more}）"


def _cut(text: str) -> str:
    half = _LONG // 2
    text = visible(text if len(text) <= _LONG else f"{text[:half]}…{text[-half:]}")
    return quoted(text) if " " in text else text
