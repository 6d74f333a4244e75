"""Runs of the marks that stand for something left out (X × * ○ □ # _ N 某), and what they adjoin."""

from __future__ import annotations

from speechlint.document.blanks import blank_words
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple, made_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Document

LETTERS = "XxＸｘ×✕✖╳ХхΧχ"
STARS = "*＊﹡∗"
_PIECES = 3  # of emphasis in a line that was cut into them
ROUND = "○〇◯"
SHAPES = f"{ROUND}□☐■▢▲△●◎★☆◆◇"
ZEROS = f"{ROUND}OＯ"
LINES = "_＿"
HASHES = "#＃"
MARKS = f"{LETTERS}{STARS}{SHAPES}{LINES}{HASHES}NＮOＯ某Y"
NUMERALS = frozenset("0123456789０１２３４５６７８９")

_FIGURE_PARTS = NUMERALS | {".", "．"}
_MASKS = frozenset(MARKS) - {"某", "Y"}
_DRAWN = f"{STARS}{SHAPES}{LINES}{HASHES} \t\u3000-"
_BLANKS = " \t\u3000"
_INDENT = f"{_BLANKS}>-"
_ASCII = "".join(map(chr, range(33, 127)))
_PUNCTUATION = frozenset("，。；：、！？“”‘’（）()《》【】:.")
_JOINTS = frozenset("-－./&_:")
_STOPS = frozenset("。；：！？")
_UNITS = frozenset({"省", "市", "县", "区", "镇", "乡", "村", "年", "月", "届", "次"})


class Run(NamedTuple):
    """A run of marks of one class, with its line.

    ``marks`` are without the backslashes before them and the spaces between them; ``previous`` and
    ``following`` are the characters beside it, a newline at the ends of its line; ``digits`` is the
    run with the digits that adjoin it on both sides, whole and decimal. ``alone`` is a run whose line
    holds nothing but marks, a rule of the page.
    """

    text: str
    line: Span
    start: int
    end: int
    marks: str
    previous: str
    following: str
    digits: Span
    opens_line: bool
    alone: bool

    @property
    def span(self) -> Span:
        return made_of(Span, (self.start, self.end))

    def before(self, most: int) -> str:
        """The characters of its line right before the run."""
        return self.text[max(self.line.start, self.start - most) : self.start]

    def after(self, most: int) -> str:
        """The characters of its line right behind the run."""
        return self.text[self.end : min(self.line.end, self.end + most)]


# The line of a run of marks, where it begins and ends, its marks, whether it opens the line, whether it is alone there.
Sight = tuple[Span, int, int, str, bool, bool]


_OF_MARKDOWN = ("\n## ", "\n### ", "\n- **", "\n* **", "\n1. **")


def sights(doc: Document) -> Iterator[Sight]:
    """All runs of marks in the reading text, without those that are emphasis; ``run`` looks at one closely."""
    text, line, first, alone = doc.text, Span(-1, -1), 0, False
    emphasis: frozenset[int] | None = None
    markdown = doc.format == "markdown" or any(mark in text for mark in _OF_MARKDOWN)
    for match in _matches(text):
        start = match.start()
        if start > line.end:
            high = text.find("\n", start)
            line = made_of(Span, (text.rfind("\n", 0, start) + 1, high if high >= 0 else len(text)))
            emphasis, words = None, text[line.start : line.end]
            first, alone = line.end - len(words.lstrip(_INDENT)), not words.strip(_DRAWN)
        marks = match[0] if match.end() == start + 1 else match[0].replace("\\", "").replace(" ", "")
        if marks[0] in "*_":
            if emphasis is None:
                emphasis = _emphasis(text, line, markdown)
            if start in emphasis:
                continue
        yield line, start, match.end(), marks, start <= first, alone


def run(text: str, sight: Sight) -> Run:
    """A run of marks with what it adjoins."""
    line, start, end, marks, opens_line, alone = sight
    previous = text[start - 1] if start > line.start else "\n"
    following = text[end] if end < line.end else "\n"
    figure = previous in _FIGURE_PARTS or following in NUMERALS
    digits = _digits(text, line, start, end) if figure else made_of(Span, (start, end))
    return made_of(Run, (text, line, start, end, marks, previous, following, digits, opens_line, alone))


def _digits(text: str, line: Span, start: int, end: int) -> Span:
    """The run with the digits that adjoin it."""
    while start > line.start and text[start - 1] in NUMERALS:
        start -= 1
    if text[start - 1 : start] in (".", "．") and text[start - 2 : start - 1] in NUMERALS:
        start -= 1
        while start > line.start and text[start - 1] in NUMERALS:
            start -= 1
    while end < line.end and text[end] in NUMERALS:
        end += 1
    return Span(start, end)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What ``finditer`` gives, sought by the first character: 20 times as fast on plain text."""
    first, run = regex.compile(rf"[{MARKS}\\]").search, _runs().match
    found = first(text)
    while found:
        match = run(text, found.start())
        if match:
            yield match
        found = first(text, (match or found).end())


@lru_cache(maxsize=1)
def _runs() -> re.Pattern[str]:
    """Marks of one class; letters also one by one, X X X."""
    return regex.compile(
        rf"[{LETTERS}](?: [{LETTERS}])+(?![{LETTERS}])|[{LETTERS}]+|(?:\\?[{STARS}])+|[{ROUND}]+|[OＯ]{{2,}}|[□☐■▢]+|[▲△]+|[●◎]+|[★☆◆◇]+"
        rf"|(?:\\?[{LINES}]){{2,}}|[{HASHES}]+|[NＮ]+|YYYY(?=年)|某+"
    )


@lru_cache(maxsize=1)
def _marker() -> re.Pattern[str]:
    return regex.compile(r"[*_](?<!\\.)(?:(?<=\*)\**|(?<=_)_*)")


def _emphasis(text: str, line: Span, markdown: bool) -> frozenset[int]:
    """Where runs of * or _ open and close emphasis; in plain text only ``**`` around a whole phrase."""
    paired: list[int] = []
    opened: dict[str, re.Match[str]] = {}
    for run in _marker().finditer(text, line.start, line.end):
        before = text[run.start() - 1] if run.start() > line.start else "\n"
        after = text[run.end()] if run.end() < line.end else "\n"
        opener = opened.get(run.group())
        if opener and not before.isspace() and text[opener.end() : run.start()] not in _UNITS:
            if markdown or (after in _PUNCTUATION or after.isspace() or before in _STOPS):
                paired += [opener.start(), run.start()]
            del opened[run.group()]
        elif not after.isspace() and (markdown or _may_open(run, before)):
            opened[run.group()] = run
    return frozenset([*paired, *_reopened(text, line)])


def _reopened(text: str, line: Span) -> Iterator[int]:
    """Where ``****`` closes emphasis and opens the next, in a line of **such****pieces**."""
    words = text[line.start : line.end]
    if words.startswith("**") and words[2:3] != "*" and words.count("****") >= _PIECES:
        at = text.find("****", *line)
        while at >= 0:
            yield at
            at = text.find("****", at + len("****"), line.end)


def _may_open(run: re.Match[str], before: str) -> bool:
    return run.group() == "**" and (before.isspace() or before in _PUNCTUATION)


def is_latin(char: str) -> bool:
    return char < "\u2e80" and char.isalpha()


def is_han(char: str) -> bool:
    return char >= "\u2e80" and char.isalpha()


def is_joined(run: Run) -> bool:
    """X-ray, T-X, a/X: a joint with a letter or a digit beyond it."""
    return (run.previous in _JOINTS and _is_word(run.text[run.start - 2 : run.start - 1])) or (
        run.following in _JOINTS and _is_word(run.text[run.end + 1 : run.end + 2])
    )


def _is_word(char: str) -> bool:
    return char not in _MASKS and (is_latin(char) or char in NUMERALS)


def is_in_english(run: Run) -> bool:
    """Whether a Latin word stands beside it, set off by a space, and no Han character on the other side."""
    if run.previous != " " != run.following:
        return False
    before = run.before(3).rstrip(" ")[-1:]
    after = run.after(3).lstrip(" ")[:1]
    return (is_latin(before) and not is_han(after)) or (is_latin(after) and not is_han(before))


def is_in_formula(run: Run) -> bool:
    """3×4, 基数×系数=…, 打√或×."""
    if run.previous in NUMERALS or run.following in NUMERALS:
        return True
    around = run.before(30) + run.marks + run.after(30)
    return any(sign in around for sign in ("=", "＝", "÷", "√", "公式", "相乘"))


def is_in_address(run: Run) -> bool:
    """Whether it is part of a web or mail address."""
    if run.previous not in _ASCII:
        return False
    before = run.before(80)
    token = before[len(before.rstrip(_ASCII)) :]
    return "://" in token or "www." in token or "@" in token


def _is_masked_number(run: Run) -> bool:
    """尾号****1234, 6222 **** ****."""
    before = run.before(3).rstrip(" *")
    after = run.after(6).lstrip(" *")
    return before[-1:] in NUMERALS or (len(after) > 3 and all(char in NUMERALS for char in after[:4]))


def is_drawing(run: Run) -> bool:
    """Rules of the page, bullets, headings, footnote marks at a line's start, masked telephone numbers."""
    mark = run.marks[0]
    if run.previous in NUMERALS and run.following in NUMERALS:
        return True
    if mark in LETTERS:
        return False
    if mark in STARS and len(run.marks) > 2 and _is_masked_number(run):
        return True
    if run.alone or (mark in HASHES and run.end == run.line.end):
        return True
    if not run.opens_line or blank_words.holder().match(run.text, run.end):
        return False
    single = len(run.marks) == 1 and run.following not in "年月日届"
    return single or mark in HASHES or run.following in _BLANKS
