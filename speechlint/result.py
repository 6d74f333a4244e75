"""What a run found, and how it is to be shown: all a reporter needs to know."""

from __future__ import annotations

from speechlint.errors import bug, trace
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document
    from speechlint.document.dates import AsOf
    from speechlint.finding import Finding

FINAL = "定稿"  # the stage of a draft that says nothing of its stage


class Result(NamedTuple):
    """One draft and its findings by place, muted ones too (``muted_by``); reporters leave those out.

    A file of judgements that has findings of its own ``is_draft`` not. ``told`` is what the report
    says of it, where that is known already. ``outcome`` is why it was not checked, a key of
    ``outcome.reason``; "" where it was.
    """

    doc: Document
    findings: Sequence[Finding]
    as_of: AsOf
    stage: str = ""
    is_draft: bool = True
    told: Sequence[str] | None = None
    outcome: str = ""


class Trouble(NamedTuple):
    """A path that could not be read, or a draft that could not be written, and why, in one line."""

    path: str
    message: str
    unwritten: bool = False


class LeftOut(NamedTuple):
    """A path that was not checked, as it is no draft; ``outcome`` is a key of ``outcome.reason``."""

    path: str
    outcome: str


def fault(path: str, why: Exception, lang: str, *, unwritten: bool = False) -> Trouble:
    """A draft at which the program itself fails."""
    trace(why)
    zh, en = bug(why)
    return Trouble(path, en if lang == "en" else zh, unwritten)


class Run(NamedTuple):
    """Everything one run found in what it checked; ``as_of`` is the date asked for."""

    results: tuple[Result, ...]
    errors: tuple[Trouble, ...]
    as_of: AsOf
    left_out: tuple[LeftOut, ...] = ()


class View(NamedTuple):
    """How people want to see it. ``sort`` is ``position`` or ``gravity``; ``width`` is in columns.

    ``info`` unfolds the findings worth a look, ``quiet`` leaves only errors and warnings,
    ``statistics`` counts by rule instead of listing.
    """

    lang: str = "zh"
    color: bool = False
    width: int = 80
    info: bool = False
    quiet: bool = False
    statistics: bool = False
    sort: str = "position"
