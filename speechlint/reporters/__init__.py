"""Results → text. Each module named here has ``lines(run, view)`` and says what it writes in."""

from __future__ import annotations

from speechlint.document.outcome import told
from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING, Protocol, cast
from speechlint.reporters.terminal import readable, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.result import LeftOut, Run, View

REPORTERS = {
    "text": "speechlint.reporters.text",
    "json": "speechlint.reporters.json",
    "jsonl": "speechlint.reporters.jsonl",
    "html": "speechlint.reporters.html",
    "markdown": "speechlint.reporters.markdown",
    "csv": "speechlint.reporters.csv",
    "concise": "speechlint.reporters.concise",
    "grouped": "speechlint.reporters.grouped",
    "sarif": "speechlint.reporters.sarif",
    "github": "speechlint.reporters.github",
    "gitlab": "speechlint.reporters.gitlab",
    "azure": "speechlint.reporters.azure",
    "rdjson": "speechlint.reporters.rdjson",
    "junit": "speechlint.reporters.junit",
    "checkstyle": "speechlint.reporters.checkstyle",
}
_FOLDING = ("text", "concise", "grouped", "github", "azure", "junit")  # what is only worth a look, on demand
SILENT = (
    "csv",
    "concise",
    "grouped",
    "github",
    "gitlab",
    "azure",
    "rdjson",
    "checkstyle",
)  # on what was left out
WITHOUT_COLUMNS = ("text", "html", "markdown", "csv")  # they tell paragraphs and lines
_FOR_PEOPLE = ("text", "concise", "grouped")  # in the encoding of their screen


class Reporter(Protocol):
    def lines(self, run: Run, view: View) -> Iterator[str]:
        """The report piece by piece, a newline between them; none where there is nothing to say."""


def load(name: str) -> Reporter:
    """The reporter for a format; imported when first needed."""
    return cast("Reporter", __import__(REPORTERS[name], fromlist=("lines",)))


def report(name: str, run: Run, view: View) -> str:
    """The whole report in a format, without a newline at its end."""
    return "\n".join(load(name).lines(run, view))


def least(name: str, view: View) -> Severity:
    """The least grave findings that a format tells."""
    return Severity.WARNING if name in _FOLDING and not view.info else Severity.INFO


def left_out(left_out: Iterable[LeftOut], lang: str) -> Iterator[str]:
    """One line for each reason why drafts were left out, so that they do not count as clean."""
    by_reason: dict[str, list[str]] = {}
    for one in left_out:
        by_reason.setdefault(one.outcome, []).append(visible(readable(one.path)))
    for outcome, paths in by_reason.items():
        yield told(outcome, paths, lang)


def encoding(name: str, stream: str | None) -> str:
    """The encoding of a report: machines get UTF-8; people what their ``stream`` shows, if that has Chinese."""
    if name not in _FOR_PEOPLE or not stream:
        return "utf-8"
    try:
        "讲话稿".encode(stream)
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return stream


def encoded(text: str, encoding: str) -> bytes:
    """``text`` in that encoding; characters it lacks are stood in for, never an error."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_STAND_INS).encode(encoding, "replace")


_STAND_INS = str.maketrans({"⟦": "〖", "⟧": "〗", "↵": "/"})
