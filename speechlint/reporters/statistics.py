"""How often each rule spoke, place by place, instead of a list of findings."""

from __future__ import annotations

from speechlint.document.quotations import quoted
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.families import family, title
from speechlint.reporters.terminal import visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.finding import Finding, Severity
    from speechlint.result import Run

_SEEN = 100  # findings of a rule whose words are looked at for samples


def statistics(run: Run, lang: str) -> Iterator[str]:
    """Counts the places of each rule, the most first, with some of the words it saw."""
    words = WORDS[lang]
    rules: dict[tuple[str, str, Severity], tuple[int, list[str]]] = {}
    unmuted = (finding for result in run.results for finding in result.findings if not finding.muted_by)
    for finding in unmuted:
        rule = (finding.code, _name(finding, lang), finding.severity)
        count, seen = rules.get(rule, (0, []))
        rules[rule] = count + len(finding.places), [*seen, finding.reading] if len(seen) < _SEEN else seen
    yield ""
    for (code, name, severity), (count, seen) in sorted(rules.items(), key=lambda one: (-one[1][0], one[0])):
        samples = list(dict.fromkeys(visible(text)[:12] for text in seen if text.strip()))[:3]
        told = words.list.join(s if s[0] in "“‘《【" else quoted(s) for s in samples)
        yield f"{count:>6}  {words.labels[severity]}  {code}  {name}  {told}".rstrip()


def _name(finding: Finding, lang: str) -> str:
    """What a rule is called: in English its own name, in Chinese its family, as rules have no other."""
    return finding.name if lang == "en" else title(family(finding.code), lang)
