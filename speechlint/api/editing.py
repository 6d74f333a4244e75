"""What an editor asks for besides the findings: all safe fixes at once, a judgement noted, the outline."""

from __future__ import annotations

from speechlint import readers
from speechlint.checks import OF_LINES
from speechlint.document.span import Span
from speechlint.fixing import fix, ignoring
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.decoding import newlines
from speechlint.readers.written import composed
from speechlint.reporters import explained
from speechlint.reporters import outline as reporter
from speechlint.rulebook import packs
from speechlint.run import one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechlint.document import Document
    from speechlint.document.outline.tree import Item
    from speechlint.finding import Edit, Finding
    from speechlint.project.plan import Project
    from speechlint.reporters.outline import Placed
    from speechlint.run.lines import Lines


class Heading(NamedTuple):
    """A speech, or a part of one: what it is called, where it is and is headed, its characters and its share of them.

    ``findings`` are what is wrong in its outline, but for that of its ``parts``.
    """

    title: str
    span: Span
    head: Span
    characters: int
    share: float
    findings: Sequence[Finding]
    parts: Sequence[Heading]


def check_lines(path: str, text: str, part: Span, before: str, project: Project) -> Lines:
    """What line checks find in the lines of ``text`` that ``part`` touches: what ``check`` would there.

    For a long draft that was edited in one place since its reading text was ``before``: where it reads otherwise now is
    looked at, too. What other checks find has to be found by ``check``.
    """
    return one.check_lines(readers.of(path).document(path, newlines(text)), part, before, project)


def line_rules(path: str, project: Project) -> frozenset[str]:
    """The codes of the rules that ``check_lines`` tells of."""
    return frozenset(rule.code for rule in project.plan(path).catalogue.rules if rule.check in OF_LINES)


def fixes(
    path: str, text: str, project: Project, between: Callable[[], None] | None = None
) -> Sequence[Edit]:
    """The edits of ``text`` that ``--fix`` would make in the draft at ``path``, in order; none touches another.

    ``between`` is called before each rule, and oftener in what takes long; what it raises ends it. Raises as ``check``.

    >>> from speechlint import Project
    >>> fixes("讲话稿.txt", "截止目前，已经约谈了三个单位。", Project(isolated=True))
    [Edit(span=Span(start=0, end=2), text='截至')]
    """
    reader, source = readers.of(path), newlines(text)

    def lint(source: str) -> Sequence[Finding]:
        return one.check_document(reader.document(path, source), project, between).findings

    made = list(fix.rounds(source, lint, reader=reader))
    return list(composed((each.edits for each in made), made[0].before)) if made else []


def ignore(path: str, text: str, finding: Finding, why: str, project: Project) -> str:
    """Notes beside the draft that a finding in its ``text`` is right as it stands, as ``speechlint ignore`` does.

    Gives the path of the file that it was noted in. Raises ``errors.ConfigError`` where that is malformed,
    ``errors.UsageError`` where it cannot be written.
    """
    noted = ignoring.ignore(readers.of(path).document(path, newlines(text)), finding, why, project)
    project.reread()
    return noted


def explain(name: str, path: str, project: Project, lang: str = "zh") -> str:
    """The page of a rule, or of an entry (``SLG001/xk-1``), that holds for the draft at ``path``: why, source, examples.

    Raises ``errors.UsageError`` where there is none of that name.

    >>> from speechlint import Project
    >>> print(explain("PLH001", "讲话稿.txt", Project(isolated=True)).splitlines()[0])
    PLH001 届次、会次没有填写（unfilled-session）
    """
    return explained.page(name, [packs.shipped(), *project.config(path).packs], lang)


def outline(path: str, text: str, findings: Sequence[Finding] = ()) -> list[Heading]:
    """The speeches in ``text`` with their parts; of its ``findings`` those that are about the outline.

    >>> [speech] = outline("讲话稿.txt", "讲话\\n\\n一、抓学习\\n要学深。\\n二、抓落实\\n要抓实。\\n")
    >>> [part.title for part in speech.parts]
    ['一、抓学习', '二、抓落实']
    """
    doc = readers.of(path).document(path, newlines(text))
    wrong = [each for each in findings if each.code.startswith(reporter.FAMILIES)]
    return list(_speeches(doc, wrong))


def _speeches(doc: Document, findings: Sequence[Finding]) -> Iterator[Heading]:
    to_source = doc.alignment.to_source
    found = reporter.placed(doc, findings)
    for speech in doc.outline.speeches:
        total = reporter.characters(doc, speech.body)
        head = speech.title or Span(speech.span.start, speech.span.start)
        parts = tuple([_part(doc, item, total, found) for item in speech.items])
        title = doc[head].strip()
        yield Heading(
            title, to_source(speech.span), to_source(head), total, 1.0, found.get(id(speech), ()), parts
        )


def _part(doc: Document, item: Item, total: int, found: Placed) -> Heading:
    size = reporter.characters(doc, item.span)
    head = Span(item.mark.start, max(item.mark.end, item.head.end))
    return Heading(
        doc[head].strip(),
        doc.alignment.to_source(item.span),
        doc.alignment.to_source(head),
        size,
        size / max(1, total),
        found.get(id(item), ()),
        tuple([_part(doc, child, total, found) for child in item.children]),
    )
