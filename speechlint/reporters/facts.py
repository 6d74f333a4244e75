"""The facts of drafts, for a reader who verifies them one by one: as text, and as JSON (``facts.schema.json``)."""

from __future__ import annotations

from itertools import groupby

from speechlint.document.facts import KINDS
from speechlint.document.facts.seen import Known
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.rows import place
from speechlint.reporters.terminal import readable, visible
from speechlint.reporters.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.document.facts import Fact
    from speechlint.project.plan import Project
    from speechlint.quick.typing import Any

    Drafts = Sequence[tuple[Document, Sequence[Fact]]]

_PLACES = 8
_PLACES_OF, _PEOPLE_OF, _MORE_PEOPLE_OF = "LEK001", "LEK002", "LEK006"  # the rules that bring names
_HANG = 8


def text(drafts: Drafts, width: int, lang: str) -> Iterator[str]:
    """A line for each fact, with a box to tick; the same thing in another form stands beside it."""
    yield "facts (speechlint)" if lang == "en" else "核对表（speechlint）：逐条核对，核过打勾"
    for doc, found in drafts:
        yield ""
        yield visible(readable(doc.path))
        for kind, some in groupby(found, key=lambda fact: fact.kind):
            every = list(some)
            yield f"  {KINDS[kind][lang == 'en']} {len(every)}"
            for fact in every:
                first, *more = wrapped(told(doc, fact, lang), max(20, width - _HANG))
                yield f"    □ {first}"
                yield from (" " * _HANG + line for line in more)


def told(doc: Document, fact: Fact, lang: str) -> str:
    """A fact in one line: what, of what, where, and in which other forms."""
    other = "; also " if lang == "en" else "；另有 "
    about = f"（{visible(fact.about)}）" if fact.about else ""
    forms = other + "、".join(map(visible, fact.forms)) if fact.forms else ""
    return f"{visible(fact.text)}{about}  {_places(doc, fact, lang)}{forms}"


def _places(doc: Document, fact: Fact, lang: str) -> str:
    some = [place(doc, span.start, lang) for span in fact.places[:_PLACES]]
    more = "……" if len(fact.places) > _PLACES else ""
    return "、".join(some) + more


def json(drafts: Drafts) -> str:
    """The same as data: ``{schema_version, files: [{path, facts: [{kind, text, about, places, forms}]}]}``."""
    from speechlint.reporters.json import dumped

    files = [
        {"path": readable(doc.path), "facts": [_data(doc, fact) for fact in found]} for doc, found in drafts
    ]
    return dumped({"schema_version": 1, "files": files}, indent=1)


def _data(doc: Document, fact: Fact) -> dict[str, Any]:
    places = [
        {"line": at.line, "column": at.column, "offset": span.start, "end_offset": span.end}
        for span in fact.places
        for at in [doc.place(span.start)]
    ]
    return {**fact._asdict(), "places": places, "forms": list(fact.forms)}


def known(project: Project, path: str) -> Known:
    """The names of places and of persons that the rules know."""
    catalogue = project.plan(path).catalogue
    numbers = {rule.code: at for at, rule in enumerate(catalogue.rules)}

    def options(code: str) -> Mapping[str, Any]:
        return catalogue.options(numbers[code]) if code in numbers else {}

    places, more = options(_PLACES_OF), options(_MORE_PEOPLE_OF)
    anywhere, levelled = (
        frozenset(filter(None, places.get(key, "").split("\n"))) for key in ("anywhere", "with_level")
    )
    people = (
        *options(_PEOPLE_OF).get("known", ()),
        *more.get("known", ()),
        *more.get("roster", {}).get("people", ()),
    )
    return Known(anywhere, levelled, frozenset(people))
