"""Where a draft was left blank: X, ×, *, ○, __ or 某 in place of a figure, a date, a name.

Every blank is recognised once and has one kind, so that no two rules speak of the same one.
"""

from __future__ import annotations

from speechlint.document.blanks import blank_words as words
from speechlint.document.blanks import filtered_words, mask_runs
from speechlint.document.blanks.mask_runs import NUMERALS
from speechlint.document.span import Span
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, IntEnum, NamedTuple, made_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.document.blanks.mask_runs import Run, Sight

LETTER, STAR, SHAPE, LINE, UNNAMED, FILTERED = "letter", "star", "shape", "line", "unnamed", "filtered"
KINDS = (*words.KINDS, LETTER, STAR, SHAPE, LINE, UNNAMED, FILTERED)

_UNNAMED_IN_STORIES = frozenset({words.PERSON, words.PLACE, words.OFFICE, words.DATE, LETTER, UNNAMED})
_SENTENCE_END = regex.later("[。！？]")
_JOINTS = frozenset("+＋=＝<>≤≥÷±@^~\\`")
_CHINESE_NUMERALS = frozenset("〇○零一二三四五六七八九十百千万亿")
_CENTURIES = ("二〇", "二○", "二零", "一九")
_FAR = 150  # characters on each side beyond which nothing is looked at
_NEAR = 50  # of these, digits beside the marks
_REMEMBERED = 1_000  # surroundings: bounds the memory
_MANY = 5  # so many × in a draft are no signs of crossing, as 科技×文旅 is
_SOME = 3  # so many stars between words are no marks of footnotes
_CENTURY_DIGITS = ("19", "20")
_PADDED = 500  # characters of a line beyond which it is no title, whatever blanks it has
_TITLE = 60  # characters of a line that may be one
_SPEECHES = ("讲话", "致辞", "报告", "讲话稿", "发言")
_CLAUSE_END = frozenset("，。；、：！？”’》）)】…\n ")


_Around = tuple[str, int, bool, bool]  # words, the place of the blank in them, and what Run says of its line
_Found = tuple[int, int, int, int, str, "Doubt", str | None]  # a blank, counted from where these words begin


class Doubt(IntEnum):
    """Why a blank may be meant: a mark ``ALONE`` may be a name, the people in a ``STORY`` have none."""

    NONE = 0
    ALONE = 1
    STORY = 2


class Blank(NamedTuple):
    """``span`` holds the ``mask`` and the unit or post that follows; both are in the reading text.

    ``kind`` tells what was left out where the words around tell it (session, year, date, figure,
    person, office, place), else what stands in its place (letter, star, shape, line, unnamed,
    filtered). ``reading`` is the character that a site's filter masked; None elsewhere.
    """

    span: Span
    mask: Span
    kind: str
    doubt: Doubt = Doubt.NONE
    reading: str | None = None


def blanks(doc: Document) -> Iterator[Blank]:
    """All blanks of a draft, in order."""
    done = 0
    text = doc.text
    titles: set[str] = set()
    judged: dict[_Around, _Found | None] = {}
    for sight in mask_runs.sights(doc):
        if sight[1] < done:
            continue
        if sight[3][0] == "某":
            blank = _unnamed(mask_runs.run(text, sight), titles)
        else:
            blank = judged_once(text, sight, judged)
        if blank and blank.span.start >= done:  # X次*次: the second reaches into the first
            done = blank.span.end
            yield blank


def judged_once(text: str, sight: Sight, known: dict[_Around, _Found | None]) -> Blank | None:
    """Gives what ``judge`` does, once for the same words around: a thousand X% are not looked at one by one."""
    _, at, to, _, opens_line, alone = sight
    start, end = max(0, at - _FAR), to + _FAR
    around = (text[start:end], at - start, opens_line, alone)
    if around in known:
        found = known[around]
    else:
        run = mask_runs.run(text, sight)
        blank = judge(run)
        if max(at - run.digits.start, run.digits.end - to) > _NEAR or (blank and blank.span.end >= end):
            return blank
        if len(known) >= _REMEMBERED:
            known.clear()
        found = known[around] = _from(blank, start) if blank else None
    if found is None:
        return None
    before, after, first, last, kind, doubt, reading = found
    span, mask = made_of(Span, (start + before, start + after)), made_of(Span, (start + first, start + last))
    return made_of(Blank, (span, mask, kind, doubt, reading))


def _from(blank: Blank, start: int) -> _Found:
    """A blank counted from ``start``."""
    (before, after), (first, last), kind, doubt, reading = blank
    return before - start, after - start, first - start, last - start, kind, doubt, reading


def judge(run: Run) -> Blank | None:
    """The blank that a run of marks is; None where it is none."""
    before, after = run.previous, run.following
    if before in _JOINTS or after in _JOINTS or mask_runs.is_latin(before) or mask_runs.is_latin(after):
        return None
    if mask_runs.is_in_address(run):
        return None
    return _year(run) or _filtered(run) or (None if mask_runs.is_drawing(run) else _marked(run))


def _marked(run: Run) -> Blank | None:
    mark = run.marks[0]
    if mark in mask_runs.LETTERS:
        return _letters(run)
    if mark in mask_runs.STARS:
        return _by_context(run, STAR) if len(run.marks) > 1 else _by_strict_unit(run) or _repeated(run, STAR)
    if mark in mask_runs.LINES:
        return _by_context(run, LINE)
    if mark in "NＮ":
        meant = run.previous in NUMERALS or not words.counted().match(run.text, run.end)
        return None if meant else _by_unit(run)
    return _by_strict_unit(run) if mark in mask_runs.HASHES else _shapes(run)


def _year(run: Run) -> Blank | None:
    """20xx, 201x年, 2×××年, XXXX年, 二〇XX年."""
    digits, length = run.digits, len(run.marks)
    before, after = run.start - digits.start, digits.end - run.end
    named = run.text.startswith("年", digits.end)
    if not before and run.marks[0] not in mask_runs.ZEROS:
        for head in (2,) if length == 2 else (3,) if length == 1 and named else ():
            if run.text[run.start - head : run.start].startswith(_CENTURIES):
                return Blank(Span(run.start - head, run.end + named), run.span, words.YEAR)
    if before == 2 and length == 1 and not after and named and run.text.startswith("20", digits.start):
        return Blank(Span(digits.start, digits.end + 1), run.span, words.YEAR)
    if before + length + after != 4 or not (named or (before and not after)):
        return None
    if before and not run.text.startswith(_CENTURY_DIGITS if before > 1 else ("1", "2"), digits.start):
        return None
    return Blank(Span(digits.start, digits.end + named), run.span, words.YEAR)


def _filtered(run: Run) -> Blank | None:
    found = filtered_words.masked(run)
    return Blank(found.span, run.span, FILTERED, reading=found.reading) if found else None


def _letters(run: Run) -> Blank | None:
    tail = _tail().match(run.text, run.end, run.line.end) if run.following in ".．" else None
    if tail or run.digits != run.span:
        return _figure(run, tail.end() if tail else run.digits.end)
    if mask_runs.is_joined(run) or mask_runs.is_in_english(run):
        return None
    length = len(run.marks)
    if length <= 3 and words.lookalike(min(length, 2)).match(run.text, run.end):
        return None
    return _by_context(run, LETTER) if length > 1 else _single_letter(run)


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    """The rest of a figure with a decimal point: X.X, ××.××."""
    return regex.compile(rf"[.．][{mask_runs.LETTERS}{mask_runs.STARS}\d]+")


def _figure(run: Run, end: int) -> Blank | None:
    """1X%, X.X亿元, 3XX户: digits beside the mark, a unit behind it; ×12 multiplies."""
    if run.marks == "×" and run.digits.start == run.start and run.digits.end > run.end:
        return None
    for kind in (words.FIGURE, words.DATE):
        unit = words.unit(kind, run.text, end, run.line.end)
        if unit is not None:
            return Blank(Span(run.digits.start, unit), run.span, words.FIGURE)
    return None


def _single_letter(run: Run) -> Blank | None:
    times = run.marks == "×"
    if times and mask_runs.is_in_formula(run):
        return None
    found = _by_unit(run) or (_ordinal(run) if run.previous == "第" else None)
    if found and run.previous in _CHINESE_NUMERALS and found.kind != words.SESSION:
        return found._replace(doubt=Doubt.ALONE)
    if found or words.named_letter().search(run.before(8)):
        return found
    if times and _times(run.text, run.marks) < _MANY:
        return None
    before, after = run.before(2).strip(" ")[-1:], run.after(2).strip(" ")[:1]
    touched = mask_runs.is_han(before) or mask_runs.is_han(after)
    return Blank(run.span, run.span, LETTER, Doubt.ALONE) if touched else None


@lru_cache(maxsize=16)
def _times(text: str, marks: str) -> int:
    """How often the marks stand in a draft."""
    return text.count(marks)


def _ordinal(run: Run) -> Blank:
    return Blank(run.span, run.span, words.FIGURE)


def _shapes(run: Run) -> Blank | None:
    mark = run.marks[0]
    if mark in mask_runs.ZEROS and (run.previous in _CHINESE_NUMERALS or _is_zero(run)):
        return None
    if len(run.marks) == 1:
        return _by_strict_unit(run) or _repeated(run, SHAPE)
    return _by_unit(run) if mark in "★☆◆◇OＯY" else _by_context(run, SHAPE)


def _repeated(run: Run, kind: str) -> Blank | None:
    """我们☆系统, 团结在*商会: the same sign for a word throughout; a bullet has a space or opens a line."""
    within = mask_runs.is_han(run.following) and (mask_runs.is_han(run.previous) or run.previous in "，、“")
    if not within or run.opens_line or _times(run.text, run.marks) < (_SOME if kind == STAR else _MANY):
        return None
    return Blank(run.span, run.span, kind, Doubt.ALONE)


def _is_zero(run: Run) -> bool:
    """○○后, ○○一号."""
    after = run.after(2)
    return after[:1] in ("后", "年", "代") or (
        after[:1] in _CHINESE_NUMERALS and after[1:] in ("年", "号", "、", "，")
    )


def _by_context(run: Run, otherwise: str) -> Blank:
    return _by_unit(run) or Blank(run.span, run.span, otherwise, _doubt(run, otherwise))


def _by_strict_unit(run: Run) -> Blank | None:
    """A single star or shape is a footnote mark or a bullet unless a unit of certain meaning follows."""
    if run.following in _CLAUSE_END or not (
        mask_runs.is_han(run.previous)
        or words.certain().match(run.text, run.end)
        or words.holder().match(run.text, run.end)
    ):
        return None
    return _by_unit(run) if words.strict().match(run.text, run.end) else None


def _by_unit(run: Run) -> Blank | None:
    found = words.unit_of(run.text, run.start, run.end, run.line)
    if not found:
        return None
    kind, end = found
    return Blank(Span(run.start, end), run.span, kind, _doubt(run, kind))


def _doubt(run: Run, kind: str) -> Doubt:
    """The people, places and days of a case are left unnamed on purpose."""
    if kind not in _UNNAMED_IN_STORIES:
        return Doubt.NONE
    story, before, after = words.story(), run.before(60), run.after(60)
    if not story.search(before + run.marks + after):
        return Doubt.NONE
    if run.marks[0] != "某":  # a blank is meant only in the very sentence that tells the case
        before, after = _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after, 1)[0]
    return Doubt.STORY if story.search(before + run.marks + after) else Doubt.NONE


def _unnamed(run: Run, titles: set[str]) -> Blank | None:
    """某某; 某市 only where a title names it so: ``titles`` holds those met."""
    if len(run.marks) > 1:
        found = _by_unit(run)
        doubt = Doubt.STORY if run.previous in "“‘「" else _doubt(run, UNNAMED)
        return Blank(found.span if found else run.span, run.span, UNNAMED, doubt)
    place = words.unit(words.PLACE, run.text, run.end, run.line.end)
    if not place:
        return None
    name, (start, end) = run.text[run.start : place], run.line
    line = run.text[start:end].strip() if end - start < _PADDED else ""
    if len(line) < _TITLE and line.endswith(_SPEECHES):
        titles.add(name)
    return Blank(Span(run.start, place), run.span, UNNAMED, _doubt(run, UNNAMED)) if name in titles else None
