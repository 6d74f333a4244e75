"""``speechlint compare``: what a new version of a draft settled, what it brought in, what is still there."""

from __future__ import annotations

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.options import READING, REVISIONS
from speechlint.document.outcome import told
from speechlint.errors import ReadError, UsageError, not_read
from speechlint.finding import Severity
from speechlint.judgements.comparison import compare
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import visible
from speechlint.result import View
from speechlint.run.one import check_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.commands.arguments import Given
    from speechlint.document import Document
    from speechlint.finding import Finding
    from speechlint.judgements.comparison import Compared
    from speechlint.project.plan import Project
    from speechlint.result import Checked

ABOUT = About(
    "比较一份稿子的两个版本：改掉了什么，新出现什么，还有什么",
    "compare two versions of a draft: settled, new, carried over",
    "speechlint compare [OPTIONS] OLD NEW",
    (
        Option("--format", "格式（默认 text）", "format (default text)", "text|json", ("text", "json"), "-f"),
        Option("--info", "“可看”的也逐条列出", "list the findings worth a look, too"),
        Option("--as-of", "过时与否按哪一天判断", "the day dated rules are judged at", "DATE"),
        REVISIONS,
        *READING,
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint compare 旧稿.txt 讲话稿.txt",
            "后一份比前一份如何",
            "how the second does against the first",
        ),
    ),
)
_HEADS = {
    "zh": ("改掉了 {} 处", "新出现 {} 处", "还在的 {} 处"),
    "en": ("{} settled", "{} new", "{} carried over"),
}


def main(given: Given) -> int:
    """Print the comparison; 1 where the new version brought in an error."""
    if len(given.words) != 2:
        raise UsageError("compare 后面写两个文件：旧的、新的", "compare takes two files: the old, the new")
    project = wanted.project(given, baselines=False)  # the old version is the baseline
    old, new = (_judged(path, project, given) for path in given.words)
    compared = compare(old, new)
    if given.last("--format") == "json":
        output.write(_json(old.doc, new.doc, compared, project, given), "json")
    else:
        output.write("\n".join(_lines(old.doc, new.doc, compared, given)))
    return int(any(finding.severity == Severity.ERROR for finding in compared.new))


def _judged(path: str, project: Project, given: Given) -> Checked:
    try:
        result = check_draft(path, sources.content(path), project, wanted.encoding(given))
    except (ReadError, OSError) as why:
        raise not_read(path, why) from None
    if result.outcome:
        raise UsageError(told(result.outcome, [path], "zh"), told(result.outcome, [path], "en"))
    return result


def _lines(old: Document, new: Document, compared: Compared, given: Given) -> Iterator[str]:
    heads = _HEADS[given.language]
    for head, doc, found in zip(heads, (old, new, new), compared, strict=True):
        yield head.format(sum(len(finding.places) for finding in found))
        yield from _listed(doc, found, given)


def _listed(doc: Document, found: Sequence[Finding], given: Given) -> Iterator[str]:
    folded = 0
    for finding in found:
        if finding.severity == Severity.INFO and not given.flag("--info"):
            folded += 1
            continue
        place = doc.place(finding.span.start)
        times = f" ×{len(finding.places)}" if len(finding.places) > 1 else ""
        where = f"{visible(finding.path)}:{place.line}:{place.column}"
        yield f"    {where} {finding.code} {visible(finding.message)}{times}"
    if folded:
        yield (
            f"    ({folded} worth a look: --info)"
            if given.language == "en"
            else f"    （可看 {folded} 处，--info 列出）"
        )


def _json(old: Document, new: Document, compared: Compared, project: Project, given: Given) -> str:
    from speechlint.document.columns import Columns
    from speechlint.document.span import CHAR
    from speechlint.reporters.json import dumped, finding, versions

    titles, view = project.titles(), View(lang=given.language)
    before, after = Columns(old, CHAR), Columns(new, CHAR)
    parts = zip(("fixed", "new", "carried_over"), (before, after, after), compared, strict=True)
    told = {name: [finding(one, columns, titles, view) for one in found] for name, columns, found in parts}
    return dumped({**versions(), **told}, indent=1)
