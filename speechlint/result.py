"""The results of a run, and how to show them: all a reporter needs to know."""

from __future__ import annotations

from speechlint.errors import BEFALLS_ALL, ReadError, WriteError, bug, told, trace
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    from speechlint.document import Document
    from speechlint.document.dates import AsOf
    from speechlint.findings import Findings

    _Done = TypeVar("_Done")

FINAL = "定稿"  # the phase of a draft that says nothing of its phase


class Checked(NamedTuple):
    """One draft and its findings by place, muted ones too (``muted_by``); reporters leave those out.

    ``phase`` is 初稿, 定稿 …; it ``fails`` where a finding is as grave as makes a run fail. ``outcome`` is why it was not
    checked, a key of ``outcome.reason``; "" where it was. A file of judgements with findings of its own ``is_draft`` not.
    It ``leans`` on other drafts where what was judged in one of them was asked about. ``titles`` are those of its rules, in
    Chinese, by code, where it was checked by itself.
    """

    doc: Document
    findings: Findings
    as_of: AsOf
    phase: str = ""
    fails: bool = False
    outcome: str = ""
    is_draft: bool = True
    leans: bool = False
    titles: Mapping[str, str] = {}


class Trouble(NamedTuple):
    """A path that could not be read, or a draft that could not be written, and why, in one line."""

    path: str
    message: str
    unwritten: bool = False


class LeftOut(NamedTuple):
    """A path that was not checked, as it is no draft; ``outcome`` is a key of ``outcome.reason``."""

    path: str
    outcome: str


def attempt(path: str, lang: str | Callable[[str], str], do: Callable[[], _Done]) -> _Done | Trouble:
    """Does ``do`` for the draft at ``path``; where it fails, says why in words: the other drafts are not held up.

    ``lang`` is the language of these, or tells it of a path. Raises what befalls all drafts alike: ``ConfigError``, ``RuleError``, ``UsageError``, ``ImportError``.
    """
    try:
        return do()
    except (ReadError, OSError) as why:
        return Trouble(path, told(why, _of(lang, path)), isinstance(why, WriteError))
    except BEFALLS_ALL:
        raise
    except Exception as why:
        trace(why)
        return Trouble(path, bug(why)[_of(lang, path) == "en"])


def _of(lang: str | Callable[[str], str], path: str) -> str:
    return lang if isinstance(lang, str) else lang(path)


class Run(NamedTuple):
    """Everything one run found in what it checked; ``as_of`` is the date asked for.

    ``titles`` are those of the rules, in Chinese, by code; ``packs`` the folders of the project's own. ``unlisted``
    findings were counted, but are not among the results, as more were found than were to be told.
    """

    results: tuple[Checked, ...]
    errors: tuple[Trouble, ...]
    as_of: AsOf
    left_out: tuple[LeftOut, ...] = ()
    titles: Mapping[str, str] = {}
    packs: tuple[str, ...] = ()
    unlisted: int = 0


def gathered(
    checked: Iterable[Checked | Trouble],
    as_of: AsOf,
    troubles: Iterable[Trouble] = (),
    left_out: Iterable[LeftOut] = (),
) -> Run:
    """A run of its drafts, in order, and of what was known of other paths before."""
    every = list(checked)
    results = [one for one in every if isinstance(one, Checked)]
    failed = (one for one in every if isinstance(one, Trouble))
    return Run(
        tuple([one for one in results if not one.outcome]),
        tuple(dict.fromkeys((*troubles, *failed))),
        as_of,
        (*(LeftOut(one.doc.path, one.outcome) for one in results if one.outcome), *left_out),
        {code: title for one in results for code, title in one.titles.items()},
    )


class View(NamedTuple):
    """How people want to see it. ``sort`` is ``position``, ``gravity``, or "": the gravest first where there are many.

    ``width`` is in columns; lines longer than that are broken where they ``wrap``. ``info`` unfolds the findings worth
    a look, ``quiet`` leaves only what is listed, ``statistics`` counts by rule instead of listing. In a long report
    findings of one rule ``fold``; ``verbose`` gives every rule's authority;
    ``redact`` leaves the words of the drafts out; drafts are ``links`` where the terminal has them.

    In reports for programs, columns count ``column_unit`` (``document.columns``; "": as the format has it), and
    of a finding ``max_occurrences`` are told (0: all).
    """

    lang: str = "zh"
    color: bool = False
    width: int = 80
    info: bool = False
    quiet: bool = False
    statistics: bool = False
    sort: str = ""
    wrap: bool = True
    fold: bool = True
    verbose: bool = False
    redact: bool = False
    links: bool = False
    column_unit: str = ""
    max_occurrences: int = 0
