"""``speechlint review``: one finding at a time on the terminal, decided by a key."""

from __future__ import annotations

import sys
from contextlib import suppress

from speechlint.commands import About, Example, wanted
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.commands.fixing import keeps_copy
from speechlint.commands.options import READING
from speechlint.commands.review_words import WORDS as SAID
from speechlint.document.outcome import told
from speechlint.errors import ReadError, SpeechlintError, UsageError, not_read
from speechlint.finding import Severity
from speechlint.fixing import keys, undoing
from speechlint.fixing.reviewing import Review
from speechlint.project import sources
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.details import details, rewritten
from speechlint.reporters.excerpt import excerpt
from speechlint.reporters.terminal import visible
from speechlint.reporters.wording import WORDS

if TYPE_CHECKING:
    from rich.console import Console

    from speechlint.commands.arguments import Given
    from speechlint.finding import Finding
    from speechlint.project.plan import Project

ABOUT = About(
    "在终端上逐处定夺：改、写、跳过、忽略、撤销",
    "decide finding by finding on the terminal: apply, edit, skip, ignore, undo",
    "speechlint review [OPTIONS] PATH…",
    (
        Option("--select", "只看这些规则", "only these rules", "RULES"),
        Option("--stage", "文稿到了哪一步", "how far the draft is", "STAGE"),
        Option("--info", "“可看”的也过一遍", "go through the findings worth a look, too"),
        Option(
            "--backup",
            "改之前在旁边留一份原稿（.bak）",
            "keep the draft as it was beside it (.bak)",
        ),
        Option(
            "--no-backup",
            "Word 文件改之前不留原稿（默认留）",
            "do not keep a Word file as it was (kept by default)",
        ),
        Option("--as-of", "过时与否按哪一天判断", "the day dated rules are judged at", "DATE"),
        *READING,
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint review 讲话稿.txt", "每定一处就存盘，随时可退出", "every decision is saved at once"
        ),
        Example("speechlint review a.txt b.docx", "一份接一份", "one draft after the other"),
    ),
)
_SHOWN = 20  # of the words to be edited
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def main(given: Given) -> int:
    """Go through one draft after the other; 2 if a path could not be read. Raises ``UsageError`` without a terminal."""
    if not given.words:
        raise UsageError("review 要文件，如 speechlint review 讲话稿.txt", "review takes files")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review 要在终端里用；不在终端里请用 --fix 或 --diff", "review needs a terminal")
    found = sources.find(given.words, given.language)
    for trouble in found.errors:
        output.note(f"{trouble.path}: {trouble.message}")
    output.note_left_out(found.left_out, given.language)
    project = wanted.project(given)
    for number, path in enumerate(found.paths, 1):
        if len(found.paths) > 1:
            output.write(f"\n{visible(path)}（{number}/{len(found.paths)}）")
        try:
            if not _reviewed(path, project, given):
                break
        except (ReadError, OSError) as why:
            raise not_read(path, why) from None
    return 2 if found.errors else 0


def _reviewed(path: str, project: Project, given: Given) -> bool:
    """Whether a draft was gone through to its end, so that the next one may follow."""
    least = Severity.INFO if given.flag("--info") else Severity.WARNING
    review = Review(path, project, given.last("--encoding"), least, backup=keeps_copy(path, given))
    if review.outcome:
        output.write(told(review.outcome, [visible(path)], given.language))
        return True
    return _Session(review, given.language).run()


class _Session:
    def __init__(self, review: Review, lang: str) -> None:
        from rich.console import Console

        self._review, self._lang, self._words = review, lang, SAID[lang]
        self._console: Console = Console(highlight=False, markup=False, emoji=False, width=output.width())

    def run(self) -> bool:
        """Until all is decided, or somebody quits; then a summary. Whether all is decided."""
        with suppress(KeyboardInterrupt), keys.late_interrupts():
            self._go_through()
        told = {**self._review.counts, "left": len(self._review.left())}
        self._console.print(self._words.closing.format(**told))
        if self._review.counts["applied"] and self._review.changed:
            self._console.print(visible(undoing.told([self._review.changed], self._lang)))
        return not told["left"]

    def _go_through(self) -> None:
        typed = None
        shown: Finding | None = None
        while typed not in ("q", "", keys.ESCAPE):
            left = self._review.left()
            if not left:
                self._console.print(self._words.done, style="green")
                break
            if left[0] is not shown:
                self._show(left[0], len(left))
                shown = left[0]
            typed = keys.key()
            try:
                self._decide(typed, left[0])
            except SpeechlintError as trouble:
                self._console.print(visible(trouble.told(self._lang)), style="red")
                self._review.reread()

    def _show(self, finding: Finding, left: int) -> None:
        from rich.text import Text

        doc, words = self._review.doc, WORDS[self._lang]
        decided = sum(self._review.counts.values())
        place, color = doc.place(finding.span.start), _COLORS[finding.severity]
        head = Text(
            f"\n({decided + 1}/{decided + left}) {visible(finding.path)}:{place.line}:{place.column} "
        )
        head.append(words.labels[finding.severity], f"bold {color}").append(f" {finding.code} ", "bold")
        self._console.print(head.append(visible(finding.message)), soft_wrap=True)
        parts = excerpt(doc.source, *finding.span, max(20, self._console.width - 6))
        sentence = Text(f"    {parts.before}").append(f"⟦{parts.words}⟧", f"bold {color}").append(parts.after)
        self._console.print(sentence)
        if len(finding.fixes) > 1:
            for number, fix in enumerate(finding.fixes[:9], 1):
                self._console.print(f"    {number}. {visible(fix.title or rewritten(doc, finding, fix))}")
        else:
            for line in details(doc, finding, words):
                self._console.print(f"    {line}", soft_wrap=True)
        self._console.print(self._menu(finding), style="dim")
        alike = self._review.alike(finding)
        if len(alike) > 1:
            fix_all = self._words.fix_all if any(len(other.fixes) == 1 for other in alike) else ""
            told = f"{self._words.alike.format(len(alike))}{fix_all}{self._words.skip_all}"
            self._console.print(told, style="dim")

    def _menu(self, finding: Finding) -> str:
        """The actions that there are for a finding."""
        words, fixes, last = self._words, len(finding.fixes), self._review.last
        return "".join(
            (
                words.apply if fixes == 1 else words.choose.format(min(9, fixes)) if fixes else "",
                words.edit_key + words.skip + words.ignore + words.paragraph,
                words.back if last == "skipped" else "",
                words.undo if last else "",
                words.more + words.quit,
            )
        )

    def _decide(self, typed: str, finding: Finding) -> None:
        """Does what a key means; any other key does nothing."""
        at = int(typed) - 1 if typed.isdigit() else 0
        if typed == "s":
            self._review.skip(finding)
        elif typed == "u":
            self._console.print(self._words.undone if self._review.undo() else self._words.nothing_to_undo)
        elif typed == "a" or (typed.isdigit() and 0 <= at < len(finding.fixes)):
            self._apply(finding, at)
        elif typed == "r":
            self._apply_alike(finding)
        elif typed == "n":
            self._review.skip(*self._review.alike(finding))
        elif typed == "e":
            self._edit(finding)
        elif typed == "i":
            self._ignore(finding)
        elif typed == "b":
            self._back()
        elif typed in ("p", "?"):
            self._console.print(self._paragraph(finding) if typed == "p" else self._words.help)

    def _back(self) -> None:
        """To the place that was skipped last, where nothing was decided since."""
        if self._review.last != "skipped":
            self._console.print(self._words.nothing_skipped)
        else:
            self._review.undo()

    def _paragraph(self, finding: Finding) -> str:
        source = self._review.doc.source
        start = source.rfind("\n", 0, finding.span.start) + 1
        end = source.find("\n", finding.span.end)
        return visible(source[start : end if end >= 0 else None])

    def _typed(self, prompt: str) -> str:
        """A line that is typed; "" where it is given up by Ctrl-C, which leaves the line alone."""
        try:
            return keys.line(prompt)
        except KeyboardInterrupt:
            self._console.print()
            return ""

    def _apply(self, finding: Finding, at: int) -> None:
        if finding.fixes:
            self._review.apply(finding.fixes[at])
        else:
            self._console.print(self._words.no_fix)

    def _edit(self, finding: Finding) -> None:
        """Puts what is typed for the words: here, or wherever the rule finds the same ones."""
        source = self._review.doc.source
        words = source[slice(*finding.span)]
        text = self._typed(self._words.edit.format(visible(words)[:_SHOWN]))
        if not text:
            return
        same = [one for one in self._review.alike(finding) if source[slice(*one.span)] == words]
        if len(same) > 1:
            self._console.print(self._words.everywhere.format(len(same) - 1, visible(words)[:_SHOWN]))
            same = same if keys.key() == "y" else [finding]
        self._review.edit(text, *same)

    def _apply_alike(self, finding: Finding) -> None:
        """The fix of each that has one, and no other."""
        fixes = [other.fixes[0] for other in self._review.alike(finding) if len(other.fixes) == 1]
        if fixes:
            self._console.print(self._words.all_applied.format(self._review.apply(*fixes)))
        else:
            self._console.print(self._words.no_fix)

    def _ignore(self, finding: Finding) -> None:
        if why := self._typed(self._words.why):
            self._review.ignore(finding, why)
