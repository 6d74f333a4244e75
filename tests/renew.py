"""Writes anew what is made from the rules: golden reports, README's output, docs/rules.md, docs/checks.md.

``python tests/renew.py``; then read the difference before committing it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT, RULES, TODAY, chosen

from speechlint import reporters
from speechlint.document.dates import AsOf
from speechlint.findings import Findings
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.result import Checked, Run, View
from speechlint.rulebook import kinds, manual, packs
from speechlint.run.engine import lint

AS_OF = AsOf(TODAY, "today")
SAMPLE = ROOT / "samples" / "讲话稿.txt"
DRAFTS = [
    path
    for path in sorted((ROOT / "tests" / "drafts").iterdir())
    if path.suffix in (".txt", ".md") and not path.name.endswith(".expected.txt")
]
_BLOCK = re.compile(r"(?<=<!-- 样稿的报告 -->\n```text\n).*?(?=```\n)", re.DOTALL)
_SCREEN = 44


def expected_path(draft: Path) -> Path:
    return draft.with_name(f"{draft.stem}.expected.txt")


def told(draft: Path, *, info: bool = True) -> str:
    """The report on one draft, as on a plain terminal of 80 columns."""
    doc = read(draft.name, draft.read_bytes())
    found = Findings(lint(doc, CATALOGUE, Settings(AS_OF)))
    return reporters.report("text", Run((Checked(doc, found, AS_OF),), (), AS_OF), View(info=info)) + "\n"


def readme() -> str:
    """README.md with one screen of the report on its sample draft."""
    lines = told(SAMPLE, info=False).replace(SAMPLE.name, f"samples/{SAMPLE.name}").splitlines(keepends=True)
    if len(lines) > _SCREEN:
        lines = [*lines[: _SCREEN - 4], "    ……\n", *lines[-3:]]
    return _BLOCK.sub(lambda _: "".join(lines), (ROOT / "README.md").read_text(encoding="utf-8"), count=1)


def rules_page() -> str:
    return manual.markdown(RULES, packs.families([packs.shipped()])) + "\n"


def checks_page() -> str:
    return kinds.markdown() + "\n"


CATALOGUE = chosen()
PAGES: dict[Path, Callable[[], str]] = {
    ROOT / "README.md": readme,
    ROOT / "docs" / "rules.md": rules_page,
    ROOT / "docs" / "checks.md": checks_page,
}


def main() -> None:
    for draft in DRAFTS:
        expected_path(draft).write_text(told(draft), encoding="utf-8", newline="\n")
    for page, made in PAGES.items():
        page.parent.mkdir(exist_ok=True)
        page.write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
