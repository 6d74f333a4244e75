"""What a rule says of itself, read from its file: for reports that carry the rules beside the findings."""

from __future__ import annotations

import os

from speechlint.errors import RuleError
from speechlint.files.yamlfile import read_mapping
from speechlint.finding import GRADES
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.authorities import in_language
from speechlint.rulebook import packs
from speechlint.rulebook.values import authority

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator


class Page(NamedTuple):
    """``source`` names the authority, ``grade`` how far it goes; both as the rule has them, in Chinese."""

    title: str
    why: str
    source: str
    grade: str

    def told(self, code: str, lang: str) -> str:
        """The page as text."""
        head = f"{self.why}\n" if lang == "zh" else ""
        return head + "\n".join(self._authority(lang)) + f"\nspeechlint explain {code}"

    def _authority(self, lang: str) -> Iterator[str]:
        zh, en = GRADES[self.grade]
        yield (
            f"依据（{zh}）：{self.source}"
            if lang == "zh"
            else f"authority ({self.grade}, {en}): {in_language(self.source, lang)}"
        )


def pages(codes: Container[str], folders: Iterable[str] = ()) -> dict[str, Page]:
    """The pages of the rules called ``codes``, from the shipped pack and those in ``folders``; those there are."""
    found: dict[str, Page] = {}
    for folder in (packs.shipped(), *folders):
        for path in packs.rule_files(folder):
            code = os.path.basename(path).partition("-")[0]
            if code in codes:
                node = read_mapping(path, RuleError)
                source = authority(node["source"], node.where("source"))
                found[code] = Page(node["title"], node["why"].strip(), source, node["grade"])
    return found
