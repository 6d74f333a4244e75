"""Plant structural faults in clean speeches, and count which are found and what is reported without cause.

    python benchmarks/planted_structure.py FOLDER [--most N] [--missed]

For every ``.txt`` in FOLDER, of each kind at most N (default 40) faults are planted, one at a time:

- ``heading removed``: a heading that is not the last of its list is taken out;
- ``number doubled``: a heading gets the number of the one before it;
- ``count changed``: a promise right before a list (there, or put there) says one more or one less;
- ``verb dropped``: one of three or more headings that all begin with a verb loses it.

A fault is found if a finding of warning or above that the untouched text does not have stands between
the heading before it and the heading after it. The places are looked for with line patterns of this
file, not with the linter's own outline. The untouched texts give the false alarms per 10,000
characters.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.document.numerals import number, numeral
from speechlint.finding import Finding, Severity
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook import compiling
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

KINDS = {
    "heading removed": ("NUM", "CNT"),
    "number doubled": ("NUM", "CNT"),
    "count changed": ("CNT",),
    "verb dropped": ("PAR",),
}
_LEVELS = (
    re.compile(r"^[ \u3000]*(?P<n>[一二三四五六七八九十]{1,3})、(?P<head>.+)$", re.M),
    re.compile(r"^[ \u3000]*[（(](?P<n>[一二三四五六七八九十]{1,3})[）)](?P<head>.+)$", re.M),
    re.compile(r"^[ \u3000]*(?P<n>\d{1,2})[.．](?P<head>\D.+)$", re.M),
)
_CLAIM = re.compile(
    r"(?P<n>[两二三四五六七八九十]{1,3})(?:个方面|方面|项|点|件)[^，。；：\n]{0,8}[：。]\s*\Z"
)
_VERBS = (
    *(
        "坚持",
        "加强",
        "推进",
        "深化",
        "提高",
        "强化",
        "完善",
        "优化",
        "加快",
        "扩大",
        "全面",
        "着力",
        "推动",
        "健全",
    ),
    *(
        "落实",
        "增强",
        "提升",
        "培育",
        "发展",
        "统筹",
        "突出",
        "抓好",
        "聚焦",
        "实施",
        "巩固",
        "建设",
        "构建",
        "改善",
    ),
    *("保障", "维护", "防范", "做好", "打造", "促进", "激发", "稳定", "守牢", "壮大"),
)


class Heading(NamedTuple):
    start: int
    end: int
    digits: tuple[int, int]
    number: int
    head: tuple[int, int]


class Fault(NamedTuple):
    kind: str
    text: str
    window: tuple[int, int]
    base: str
    what: str


def runs(text: str) -> Iterator[list[Heading]]:
    """Lists of headings numbered 1, 2, 3 … on lines of one level, with nothing of a higher one between."""
    end = re.search(r"^[ \u3000]*(?:附件|名词解释|注释)", text, re.M)
    stop = end.start() if end else len(text)
    for level, pattern in enumerate(_LEVELS):
        higher = [m.start() for above in _LEVELS[:level] for m in above.finditer(text, 0, stop)]
        run: list[Heading] = []
        for match in pattern.finditer(text, 0, stop):
            heading = _heading(match)
            broken = run and any(run[-1].start < at < heading.start for at in higher)
            if run and (broken or heading.number != run[-1].number + 1):
                yield run
                run = []
            if heading.number == len(run) + 1:
                run.append(heading)
        if run:
            yield run


def _heading(match: re.Match[str]) -> Heading:
    line = match["head"]
    stop = line.find("。")
    size = len(line) if stop < 0 else stop
    start = match.start("head")
    return Heading(
        match.start(), match.end(), match.span("n"), number(match["n"]) or 0, (start, start + size)
    )


def plant(text: str) -> Iterator[Fault]:
    for run in runs(text):
        for at, heading in enumerate(run):
            window = (run[max(0, at - 1)].start, run[min(len(run) - 1, at + 1)].end + 40)
            if len(run) > 2 and at < len(run) - 1:
                yield _removed(text, heading, window)
            if len(run) > 1 and at > 0:
                yield _doubled(text, heading, run[at - 1], window)
        if len(run) > 1:
            yield from _claims(text, run)
        if len(run) > 2:
            yield from _verbs(text, run)


def _removed(text: str, heading: Heading, window: tuple[int, int]) -> Fault:
    """Without the heading line; a heading with text after it on its line loses number and heading."""
    own = heading.end - heading.head[1] < 3
    end = heading.end + 1 if own else heading.head[1] + 1
    gone = text[heading.start : end]
    return Fault("heading removed", text[: heading.start] + text[end:], window, text, gone)


def _doubled(text: str, heading: Heading, before: Heading, window: tuple[int, int]) -> Fault:
    first = text[before.digits[0] : before.digits[1]]
    changed = text[: heading.digits[0]] + first + text[heading.digits[1] :]
    return Fault("number doubled", changed, window, text, text[heading.start : heading.start + 20])


def _claims(text: str, run: list[Heading]) -> Iterator[Fault]:
    """Promises of the length of ``run`` made one wrong: the draft's own, or one put before the list."""
    own = _CLAIM.search(text[max(0, run[0].start - 60) : run[0].start])
    if own and number(own["n"]) == len(run):
        base, start = text, max(0, run[0].start - 60) + own.start("n")
        size = len(own["n"])
    else:
        words = f"重点要抓好{_spoken(len(run))}个方面工作：\n"
        base, start = text[: run[0].start] + words + text[run[0].start :], run[0].start + 5
        size = len(_spoken(len(run)))
    for wrong in (len(run) - 1, len(run) + 1):
        if wrong > 1:
            changed = base[:start] + _spoken(wrong) + base[start + size :]
            window = (start - 40, start + 60)
            yield Fault(
                "count changed", changed, window, base, f"{len(run)}→{wrong} {base[start - 20 : start + 20]}"
            )


def _spoken(value: int) -> str:
    return "两" if value == 2 else numeral(value)


def _verbs(text: str, run: list[Heading]) -> Iterator[Fault]:
    if not all(text[h.head[0] : h.head[0] + 2] in _VERBS for h in run):
        return
    for at, heading in enumerate(run):
        start = heading.head[0]
        window = (run[max(0, at - 1)].start, run[min(len(run) - 1, at + 1)].end)
        yield Fault("verb dropped", text[:start] + text[start + 2 :], window, text, text[start : start + 20])


class Linter:
    """The shipped rules of some families."""

    def __init__(self) -> None:
        self._catalogue = compiling.load()
        self._seen: dict[tuple[str, tuple[str, ...]], set[tuple[str, str, str]]] = {}

    def findings(self, text: str, families: tuple[str, ...]) -> list[Finding]:
        settings = Settings(AsOf("2025-01-20", "--as-of"), Selection(families))
        found = lint(Document("draft.txt", text), self._catalogue, settings)
        return [f for f in found if f.severity >= Severity.WARNING]

    def finds(self, fault: Fault) -> bool:
        families = KINDS[fault.kind]
        key = (fault.base, families)
        if key not in self._seen:
            self._seen[key] = {_key(f) for f in self.findings(fault.base, families)}
        places = [f for f in self.findings(fault.text, families) if _key(f) not in self._seen[key]]
        return any(fault.window[0] <= f.span.end and f.span.start <= fault.window[1] for f in places)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.reading, finding.message


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=40, help="faults of a kind in each text")
    parser.add_argument("--missed", action="store_true", help="list what was not found")
    given = parser.parse_args()
    linter = Linter()
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    characters = 0
    for path in sorted(given.folder.glob("*.txt")):
        text = read(str(path), path.read_bytes()).source
        characters += len(text)
        alarms.update(
            f"{f.severity.label} {f.code[:3]}" for f in linter.findings(text, ("NUM", "CNT", "PAR"))
        )
        own: Counter[str] = Counter()
        for fault in plant(text):
            own[fault.kind] += 1
            if own[fault.kind] > given.most:
                continue
            hit = linter.finds(fault)
            planted[fault.kind] += 1
            found[fault.kind] += hit
            if given.missed and not hit:
                print(f"missed: {fault.kind}: {path.name}: {fault.what!r}")
    report(planted, found, alarms, characters)


def report(planted: Counter[str], found: Counter[str], alarms: Counter[str], characters: int) -> None:
    print(f"{'planted':<18}{'faults':>8}{'found':>8}{'share':>8}")
    for kind in KINDS:
        if planted[kind]:
            share = found[kind] / planted[kind]
            print(f"{kind:<18}{planted[kind]:>8}{found[kind]:>8}{share:>8.3f}")
    print(f"\nuntouched: {characters} characters")
    for name, count in sorted(alarms.items()):
        print(f"  {name}: {count} ({10_000 * count / max(1, characters):.3f} per 10,000)")
    if not alarms:
        print("  nothing reported")


if __name__ == "__main__":
    main()
