"""The front door for other programs: what ``import speechlint`` offers, over the same journey as the command line."""

from __future__ import annotations

import time

from speechlint import readers, reporters
from speechlint.document.as_of import DRAFT, TODAY, day_of
from speechlint.document.dates import AsOf
from speechlint.errors import UsageError
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.project.sources import content
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.decoding import newlines
from speechlint.result import View, gathered
from speechlint.run.one import check_document, check_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from speechlint.result import Checked


def check(
    path: str,
    data: bytes | str | None = None,
    project: Project | None = None,
    *,
    between: Callable[[], None] | None = None,
) -> Checked:
    """Checks the draft at ``path`` as the command line does: by its config, ignores and baseline.

    ``data`` are the draft's bytes, where they are not to be read from ``path``, or its text, as an editor has it;
    the suffix of ``path`` says what they are.
    One ``project`` serves any number of drafts and keeps what it has read of the folders; without one, a new one is made.
    ``between`` is called before each rule, and oftener in what takes long; what it raises ends the check.

    Raises ``OSError`` where ``path`` cannot be read, ``errors.ReadError`` where it is no text,
    ``errors.ConfigError`` and ``errors.RuleError`` for a config or rule file that is wrong.

    >>> found = check("讲话稿.txt", "去年转移群众XX户。".encode())
    >>> [(finding.code, found.doc.source[slice(*finding.span)]) for finding in found.findings]
    [('PLH002', 'XX户')]
    """
    project = project or Project()
    if isinstance(data, str):
        checked = check_document(readers.of(path).document(path, newlines(data)), project, between)
    else:
        checked = check_draft(path, content(path) if data is None else data, project, between=between)
    return checked._replace(titles=project.titles())


def check_text(
    text: str,
    path: str = "讲话稿.txt",
    *,
    as_of: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
) -> Checked:
    """Checks ``text`` with the shipped rules: without a config or a cache, and nothing is read from the drafts' folders.

    ``path`` only names it; its suffix says whether it is Markdown. ``as_of`` is the day that dated rules are judged at
    (``2026-03-05``, ``2026-03``, ``2026`` or ``draft``; today without it), ``select`` and ``ignore`` are rule codes,
    their beginnings, or ``CODE/entry``; ``lang`` is ``zh`` or ``en``. Newlines may be of any kind; offsets count them as
    one character. Raises ``errors.UsageError`` for a code or a date that is none.

    >>> found = check_text("大会选举产生了第X届委员会。", as_of="2026-11-28")
    >>> finding = found.findings[0]
    >>> finding.code, finding.severity.label, finding.span
    ('PLH001', 'error', Span(start=8, end=10))
    >>> found.doc.place(finding.span.start)
    Place(line=1, column=9)
    """
    layer = Layer(tuple(select), tuple(ignore), as_of=_day(as_of) if as_of else None, lang=lang)
    doc = readers.of(path).document(path, newlines(text))
    project = Project(layer, isolated=True, suppress=False)
    return check_document(doc, project)._replace(titles=project.titles())


def _day(said: str) -> str:
    day = said if said in (DRAFT, TODAY) else day_of(said)
    if day is None:
        raise UsageError(f"“{said}”不是日期；应为 2026-03-05、2026-03、2026 或 draft", f"'{said}' is no date")
    return day


def report(results: Iterable[Checked], format: str = "text", *, lang: str = "zh", info: bool = False) -> str:
    """The report on drafts that were checked, in a format of the command line (``text``, ``json``, ``jsonl``).

    ``lang`` is ``zh`` or ``en``; with ``info``, the text lists findings that are only worth a look, too.
    Raises ``KeyError`` for a format that there is not.

    >>> print(report([check_text("去年转移群众XX户。", as_of="2026-11-28")]).splitlines()[0])
    必须改 1 处（1 份文稿，10 字）
    """
    checked = tuple(results)
    as_of = checked[0].as_of if checked else AsOf(time.strftime("%Y-%m-%d"), TODAY)
    return reporters.report(format, gathered(checked, as_of), View(lang=lang, info=info))
