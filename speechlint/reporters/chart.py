"""Small charts as SVG with words beside the bars: no colour is needed to read them."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.families import family, title
from speechlint.reporters.page import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.finding import Finding

_BAR, _ROW, _LABEL = 110, 20, 70
_CLASSES = {Severity.ERROR: "be", Severity.WARNING: "bw", Severity.INFO: "bi"}


def bars(findings: Sequence[Finding], lang: str, name: str) -> Iterator[str]:
    """How many findings each family has, by level."""
    counts: dict[str, dict[Severity, int]] = {}
    for finding in findings:
        row = counts.setdefault(title(family(finding.code), lang), {})
        row[finding.severity] = row.get(finding.severity, 0) + 1
    if counts:
        most = max(sum(row.values()) for row in counts.values())
        yield f"<h3>{name}</h3>"
        yield chart(name, [(label, _parts(row), most) for label, row in _ranked(counts)])


def chart(name: str, rows: Sequence[tuple[str, Sequence[tuple[str, int]], int]]) -> str:
    """Rows of a label, the parts of its bar (class, number), and the number of the longest bar."""
    drawn = [f'<svg role="img" aria-label="{escaped(name)}" width="240" height="{_ROW * len(rows)}">']
    for at, (label, parts, most) in enumerate(rows):
        x, top = float(_LABEL), at * _ROW
        drawn.append(f'<text x="0" y="{top + 14}">{escaped(label)}</text>')
        for kind, number in parts:
            width = _BAR * number / max(1, most)
            drawn.append(
                f'<rect class="{kind}" x="{x:.1f}" y="{top + 4}" width="{width:.1f}" height="12"></rect>'
            )
            x += width
        drawn.append(f'<text x="{x + 4:.1f}" y="{top + 14}">{sum(number for _, number in parts)}</text>')
    return "".join([*drawn, "</svg>"])


def _parts(row: dict[Severity, int]) -> list[tuple[str, int]]:
    return [(_CLASSES[level], row[level]) for level in reversed(Severity) if level in row]


def _ranked(counts: dict[str, dict[Severity, int]]) -> list[tuple[str, dict[Severity, int]]]:
    return sorted(counts.items(), key=lambda item: -sum(item[1].values()))
