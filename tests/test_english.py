"""English output is English: no sentence of the program's own in Chinese, whatever rule speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from conftest import RULES, TODAY, Outcome, chosen

from speechlint.document.dates import AsOf
from speechlint.finding import Finding
from speechlint.project.layers import Settings
from speechlint.reporters.authorities import in_language
from speechlint.reporters.explained import page
from speechlint.rulebook import packs
from speechlint.rulebook.rule import Rule
from speechlint.rulebook.selection import Selection
from speechlint.run import proving
from speechlint.run.engine import lint

Run = Callable[..., Outcome]
_QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’|《[^》]*》|⟦[^⟧]*⟧|【[^】]*】')
_HAN = re.compile("[\u4e00-\u9fff]")
# Words of a draft may stand without quotation marks (25人, 一、); these make a sentence of them.
_SENTENCE = re.compile("[\u4e00-\u9fff][，。；！？]|[\u4e00-\u9fff]{13}")


def found(rule: Rule) -> Iterator[Finding]:
    for example in filter(proving.is_provable, rule.bad):
        name = f"{rule.code}/{example.entry}" if example.entry else rule.code
        day, selection = AsOf(example.as_of or TODAY, "--as-of"), Selection((name, *example.beside))
        settings = Settings(day, selection, lang="en")
        yield from lint(proving.document(example), chosen(rule.code, *example.beside), settings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_messages_fixes_and_related_notes(rule: Rule) -> None:
    for finding in found(rule):
        assert not _SENTENCE.search(_QUOTED.sub("", finding.message)), finding.message
        for fix in finding.fixes:
            assert not _HAN.search(_QUOTED.sub("", fix.title)), fix.title
        for other in finding.related:
            assert not _HAN.search(_QUOTED.sub("", other.message)), other.message


def test_authorities_that_are_no_titles() -> None:
    """A title, and the place in it, is what one looks for: it stays as it is."""
    known = {rule.source for rule in RULES if in_language(rule.source, "en") != rule.source}
    assert {rule.source for rule in RULES if rule.grade == "convention"} <= known
    assert not [
        rule.source
        for rule in RULES
        if re.search("本项目|[0-9] 份", rule.source) and rule.source not in known
    ]
    assert not [told for told in known if _HAN.search(_QUOTED.sub("", in_language(told, "en")))]
    rows = (packs.shipped() + "/" + packs.AUTHORITIES, "# ")
    assert len(known) == sum(
        not line.startswith(rows[1]) for line in Path(rows[0]).read_text("utf-8").splitlines()
    )


@pytest.mark.parametrize("rule", RULES[::6], ids=lambda rule: rule.code)
def test_the_page_of_a_rule(rule: Rule) -> None:
    """But for messages on examples (see above), the examples, names of authorities, and words that entries find."""
    own, title = [], ""
    for line in page(rule.code, [packs.shipped()], "en").split("\n"):
        title = line if line and not line.startswith(" ") else title
        if line == title or not title.startswith(("Message", "Authority", "Found", "Left alone", "Entries")):
            own.append(_QUOTED.sub("", line))
    assert not [line for line in own if _HAN.search(line)]
    assert any("speechlint" in line for line in own)


def test_a_starter_config(run: Run) -> None:
    assert run("init", "--lang", "en").status == 0
    text = Path(".speechlint.yaml").read_text("utf-8")
    assert text.isascii()
    uncommented = [
        line[2:] for line in text.splitlines() if re.match("# (?: |[a-z_]+: ?[^ ]|[a-z_]+:$)", line)
    ]
    known = yaml.safe_load("\n".join(line for line in uncommented if not line.endswith(".")))
    assert {"exclude", "allow", "overrides", "stages"} <= set(known)


@pytest.mark.parametrize("command", ["rules", "help"])
def test_lists(run: Run, command: str) -> None:
    assert not _HAN.search(
        run(command, "--lang", "en").out.replace("讲话稿", "").replace("旧稿", "").replace("年", "")
    )
