"""What to verify in a draft as a part of its page: by kind, each with a box to tick and links to its lines."""

from __future__ import annotations

from itertools import groupby

from speechlint.document.facts import KINDS, facts
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.facts import known
from speechlint.reporters.page import escaped
from speechlint.reporters.rows import place
from speechlint.reporters.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.facts import Fact
    from speechlint.document.facts.seen import Known

_PLACES = 8


def shipped_names() -> Known:
    """The names that the rules of the program itself know."""
    from speechlint.project.plan import Project

    return known(Project(isolated=True), "")


def lines(doc: Document, number: int, names: Known, lang: str) -> Iterator[str]:
    """The section of the draft with that number; nothing where there is nothing to verify."""
    found = facts(doc, names)
    if not found:
        return
    title = "To verify" if lang == "en" else "核对表"
    yield f'<section class="verify" aria-labelledby="v{number}"><h3 id="v{number}">{title} {len(found)}</h3>'
    for kind, some in groupby(found, key=lambda fact: fact.kind):
        every = list(some)
        yield f"<h4>{escaped(KINDS[kind][lang == 'en'])} {len(every)}</h4><ul>"
        yield from (_item(doc, fact, number, lang) for fact in every)
        yield "</ul>"
    yield "</section>"


def _item(doc: Document, fact: Fact, number: int, lang: str) -> str:
    about = f' <span class="dim">{escaped(visible(fact.about))}</span>' if fact.about else ""
    links = " ".join(
        f'<a href="#p{number}-{doc.line_number(span.start)}">{escaped(place(doc, span.start, lang))}</a>'
        for span in fact.places[:_PLACES]
    )
    more = " ……" if len(fact.places) > _PLACES else ""
    other = "also " if lang == "en" else "另有 "
    forms = f" <b>{other}{escaped('、'.join(map(visible, fact.forms)))}</b>" if fact.forms else ""
    return f'<li><label><input type="checkbox">{escaped(visible(fact.text))}</label>{about}{forms} {links}{more}</li>'
