"""The report of restoring, in a few lines: what was mended, what is uncertain, what was left, what was written."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Place
    from speechlint.fixing.parting import Speech
    from speechlint.fixing.restoring import Left, Restoring

_KINDS = {
    "entity": ("网页的转义字符", "entities"),
    "tag": ("网页的标签", "tags"),
    "zero-width": ("看不见的字符", "invisible characters"),
    "control": ("控制字符", "control characters"),
    "look-alike": ("形似的部首", "look-alike radicals"),
    "line-separator": ("特殊的换行符", "odd line ends"),
    "gloss": ("拼音注音", "pinyin glosses"),
    "byte-shift": ("错位的字节", "shifted bytes"),
    "private-use": ("私用区的字符", "private-use characters"),
    "stray-ascii": ("残留的符号", "stray marks"),
    "emoji": ("表情符号", "emoji"),
    "lost-indent": ("丢了的缩进", "lost indents"),
    "traditional": ("繁体字", "traditional characters"),
    "misconverted": ("转错的繁体字", "wrongly converted characters"),
    "mixed-script": ("夹杂的繁体字", "stray traditional characters"),
    "wrap": ("句中的断行", "breaks in sentences"),
    "space": ("句中的空格", "spaces in sentences"),
    "lost-break": ("该分行的空格", "lost paragraph breaks"),
    "nbsp-indent": ("网页空格的缩进", "indents of web spaces"),
    "site": ("网站的字", "site text"),
    "boundary": ("两篇之间的空行", "blank lines between speeches"),
}
_MOST = 20
_PLACES = 5


def summary(made: Restoring, written: Sequence[str], lang: str) -> Iterator[str]:
    """The lines of it, in ``zh`` or ``en``; ``written`` are the files that were made of its speeches."""
    yield _mended(made.counts, lang)
    yield from _speeches(made, written, lang)
    at = _Places(made, written)
    yield from _doubts(made, at, lang)
    yield from _kept(made, at, lang)
    yield from (_left(one, at, lang) for one in made.left)


class _Places:
    """Says ``line:column``; where each speech has its own file, with the number of that: ``2/14:3``."""

    def __init__(self, made: Restoring, written: Sequence[str]) -> None:
        self._lines = [_line(made, one) for one in made.speeches] if written else []

    def __call__(self, place: Place) -> str:
        number = bisect_right(self._lines, place.line)
        if not number:
            return f"{place.line}:{place.column}"
        return f"{number}/{place.line - self._lines[number - 1] + 1}:{place.column}"

    def some(self, places: Iterable[Place], lang: str) -> str:
        every = [*map(self, places)]
        more = "…" if len(every) > _PLACES else ""
        return _either("、", ", ", lang).join(every[:_PLACES]) + more


def _either(zh: str, en: str, lang: str) -> str:
    return en if lang == "en" else zh


def _mended(counts: dict[str, int], lang: str) -> str:
    if not counts:
        return _either("没有要还原的", "nothing to restore", lang)
    told = [f"{_either(*_KINDS[kind], lang)} {count}" for kind, count in counts.items()]
    return _either("还原了：" + "、".join(told), "restored: " + ", ".join(told), lang)


def _speeches(made: Restoring, written: Sequence[str], lang: str) -> Iterator[str]:
    if written:
        yield _either(f"写了 {len(written)} 份：", f"{len(written)} files written:", lang)
        yield from (f"  {path}" for path in written)
    elif len(made.speeches) > 1:
        told = [f"{_line(made, one)} {one.title}" for one in made.speeches]
        count = len(told)
        zh = f"这里有 {count} 篇，中间空一行（--split 一篇写一份）：" + "；".join(told)
        yield _either(
            zh, f"{count} speeches, a blank line between (--split writes each): " + "; ".join(told), lang
        )


def _line(made: Restoring, one: Speech) -> int:
    return made.text.count("\n", 0, one.span.start) + 1


def _doubts(made: Restoring, at: _Places, lang: str) -> Iterator[str]:
    for place, candidates in made.doubts[:_MOST]:
        among = " / ".join(candidates)
        yield f"{at(place)} " + _either(f"拿不准：{among}", f"uncertain: {among}", lang)
    more = len(made.doubts) - _MOST
    if more > 0:
        yield _either(f"……还有 {more} 处【？】", f"… {more} more 【？】", lang)


def _kept(made: Restoring, at: _Places, lang: str) -> Iterator[str]:
    if made.kept:
        chars = "".join(dict.fromkeys(char for _, char in made.kept))
        count, places = len(made.kept), at.some((place for place, _ in made.kept), lang)
        zh = f"人名、地名里的字照旧 {count}：{chars}（{places}）"
        yield _either(zh, f"characters of names left as they are {count}: {chars} ({places})", lang)


def _left(left: Left, at: _Places, lang: str) -> str:
    count, places = len(left.places), at.some(left.places, lang)
    zh, en = ("有人忽略了，照旧", "left, as it is ignored") if left.judged else ("没有动", "left")
    zh = f"{zh}：{left.code} {left.title} {count}（{places}）"
    return _either(zh, f"{en}: {left.code} {left.name} {count} ({places})", lang)
