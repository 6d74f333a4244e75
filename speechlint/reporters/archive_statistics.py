"""The statistics of an archive: as text, as JSON, and drawn by year as SVG, by itself or in an HTML page."""

from __future__ import annotations

from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.excerpt import columns
from speechlint.reporters.families import title
from speechlint.reporters.json import dumped
from speechlint.reporters.page import beginning, end, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from speechlint.archive.statistics import Statistics, Year

_ZH = {
    "name": "一个单位的稿子",
    "none": "无日期",
    "years": "年",
    "drafts": "份数",
    "length": "平均字数",
    "range": "最短—最长",
    "places": "每万字问题",
    "families": "各类问题：有的稿子占几成（%）",
    "formulas": "套话：有的稿子占几成（%）",
    "often": "套话（份数，最早—最晚）",
    "unread": "读不了的稿子",
}
_EN = {
    "name": "The drafts of an office",
    "none": "undated",
    "years": "year",
    "drafts": "drafts",
    "length": "characters",
    "range": "shortest-longest",
    "places": "faults in 10,000",
    "families": "Families of faults: drafts that have them (%)",
    "formulas": "Formulas: drafts that have them (%)",
    "often": "Formulas (drafts, first-last year)",
    "unread": "unreadable drafts",
}
_CELL, _LINE, _NAMES, _TOP = 44, 22, 420, 30
_FONTS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "SimHei", "SimSun"),
    *("PingFang SC", "Heiti SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Noto Sans CJK JP"),
)
_SHOWN = 24  # characters of a formula beside its row


class Grid(NamedTuple):
    """Shares from 0 to 1 by row and year."""

    name: str
    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]


def text(found: Statistics, lang: str) -> Iterator[str]:
    words = _words(lang)
    table = [(words["years"], words["drafts"], words["length"], words["range"], words["places"])]
    table += [
        (
            year.year or words["none"],
            str(year.drafts),
            str(year.characters // max(1, year.drafts)),
            f"{year.least}—{year.most}",
            f"{_rate(year):.1f}",
        )
        for year in found.years
    ]
    yield from _aligned(table)
    if found.unread:
        yield f"{words['unread']}：{found.unread}" if lang != "en" else f"{words['unread']}: {found.unread}"
    if found.formulas:
        yield ""
        yield words["often"]
        for one in found.formulas:
            dated = sorted(filter(None, one.years))
            when = f"{dated[0]}—{dated[-1]}" if dated else words["none"]
            yield f"  {one.drafts:>5}  {when:<9}  {one.words}"


def json(found: Statistics) -> str:
    """All numbers as one JSON object."""
    years = [
        {**year._asdict(), "families": {k: list(v) for k, v in year.families.items()}} for year in found.years
    ]
    formulas = [one._asdict() for one in found.formulas]
    return dumped({"years": years, "formulas": formulas, "unread": found.unread}, indent=1)


def html(found: Statistics, lang: str) -> Iterator[str]:
    """A page that asks nothing of the network."""
    name = _words(lang)["name"]
    yield beginning(name, lang) + f"<main><h1>{escaped(name)}</h1><pre>"
    yield escaped("\n".join(text(found, lang))) + "</pre>"
    yield from (svg([grid], lang) for grid in grids(found, lang))
    yield "</main>" + end()


def svg(grids: Sequence[Grid], lang: str) -> str:
    """The grids below each other: a square by share, with the number in it, so that no colour is needed."""
    years = max((len(grid.years) for grid in grids), default=0)
    height = sum(_TOP + _LINE * (len(grid.rows) + 1) for grid in grids)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escaped(_words(lang)["name"])}" '
        f'width="{_NAMES + _CELL * years + 10}" height="{height + 10}" font-family="sans-serif" font-size="13">'
    ]
    top = 0
    for grid in grids:
        drawn += _drawn(grid, top, lang)
        top += _TOP + _LINE * (len(grid.rows) + 1)
    return "\n".join([*drawn, "</svg>"])


def _drawn(grid: Grid, top: int, lang: str) -> Iterator[str]:
    yield f'<text x="0" y="{top + 18}" font-weight="bold" fill="currentColor">{escaped(grid.name)}</text>'
    for at, year in enumerate(grid.years):
        x = _NAMES + _CELL * at + _CELL // 2
        yield f'<text x="{x}" y="{top + _TOP + 14}" text-anchor="middle" fill="currentColor">{year or _words(lang)["none"]}</text>'
    for row, (name, shares) in enumerate(grid.rows, 1):
        y = top + _TOP + _LINE * row
        yield f'<text x="0" y="{y + 15}" fill="currentColor">{escaped(name)}</text>'
        for at, share in enumerate(shares):
            x = _NAMES + _CELL * at
            if share:
                yield f'<rect x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_LINE - 2}" fill="#2b6cb0" fill-opacity="{0.1 + 0.6 * share:.2f}"></rect>'
                yield f'<text x="{x + _CELL // 2}" y="{y + 15}" text-anchor="middle" fill="currentColor">{100 * share:.0f}</text>'


def grids(found: Statistics, lang: str) -> list[Grid]:
    """Families and formulas by year."""
    years = tuple(year.year for year in found.years)
    totals = {year.year: year.drafts for year in found.years}
    families = sorted({family for year in found.years for family in year.families})
    words = _words(lang)
    by_family = tuple(
        (
            f"{family} {title(family, lang)}",
            tuple(year.families.get(family, (0, 0))[0] / max(1, year.drafts) for year in found.years),
        )
        for family in families
    )
    by_formula = tuple(
        (_short(one.words), tuple(min(1.0, one.years.get(year, 0) / max(1, totals[year])) for year in years))
        for one in found.formulas
    )
    made = [Grid(words["families"], years, by_family), Grid(words["formulas"], years, by_formula)]
    return [grid for grid in made if grid.rows]


def png(grids: Sequence[Grid], to: BinaryIO) -> None:
    """The same as a picture of points, by matplotlib (extra ``plot``). Raises ``UsageError``: no grid, no Chinese font."""
    if not grids:
        raise UsageError(
            "库里没有问题，也没有套话，没有可画的；要数目用 -f text",
            "the archive has nothing to draw; use -f text",
        )
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams["font.sans-serif"] = [_chinese_font()]
    figure = Figure(figsize=(12, 2 + 0.3 * sum(len(grid.rows) for grid in grids)))
    for grid, axis in zip(grids, figure.subplots(len(grids), 1, squeeze=False).flat, strict=True):
        axis.imshow([shares for _, shares in grid.rows], cmap="Blues", vmin=0, vmax=1, aspect="auto")
        axis.set_xticks(range(len(grid.years)), grid.years)
        axis.set_yticks(range(len(grid.rows)), [name for name, _ in grid.rows])
        axis.set_title(grid.name)
    figure.tight_layout()
    figure.savefig(to, format="png", dpi=150)


def _chinese_font() -> str:
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    font = next((name for name in _FONTS if name in there), None)
    if font is None:
        raise UsageError(
            "这台机器没有中文字体，画不了 PNG；用 -o 统计.svg 或 .html",
            "there is no Chinese font to draw a PNG with; use -o stats.svg or .html",
        )
    return font


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _rate(year: Year) -> float:
    places = sum(places for _, places in year.families.values())
    return 10_000 * places / max(1, year.characters)


def _aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """The cells of a table under each other, to the right; Chinese takes two columns."""
    widths = [max(columns(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        yield "  ".join(" " * (width - columns(cell)) + cell for cell, width in zip(row, widths, strict=True))


def _words(lang: str) -> dict[str, str]:
    return _EN if lang == "en" else _ZH
