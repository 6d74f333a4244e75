"""排比: the head among its siblings that breaks the pattern of all others (``odd_sibling.Break``)."""

from __future__ import annotations

from speechlint.checks.parallel.odd_sibling import Break, breaks, clauses, framed
from speechlint.checks.parallel.official_words import opened, read
from speechlint.checks.parallel.series import series
from speechlint.document import Span
from speechlint.finding import Hit, Related
from speechlint.quick import regex
from speechlint.quick.functools import lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.checks.parallel.official_words import Words
    from speechlint.document import Document
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "并列的标题里与别的不一样的那个"


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "breaks": Option(
            "some",
            "报哪几种走样",
            "which breaks are told",
            required=True,
            of={
                "verb": ("别的都有动词，它没有", "no verb where the others have one"),
                "frame": ("“在…上”里的结构与别的不同", "在…上 with another grammar inside"),
                "predicate": ("动宾短语里的一个整句", "a sentence among verb phrases"),
                "prefix": ("别的开头相同", "all others begin alike"),
                "modal": ("别的都有“要”这类字", "all others have 要 or the like"),
                "length": ("长短差得多", "far longer or shorter"),
                "echo": (
                    "前文说“想干事、会干事、能成事”，标题写成干成事",
                    "a list announced as 想干事、会干事、能成事 whose heads say 干成事",
                ),
            },
        ),
        "words": Option(
            "file", "公文用语，从规则文件算起", "the official words, seen from the rule file", required=True
        ),
    }


_ANNOUNCED = regex.later("[^，。；：、“”‘’\\n]{2,8}(?:、[^，。；：、“”‘’\\n]{2,8}){2,9}")
_SHOWN, _MOST = 16, 6
_LONGEST = 60
_ANNOUNCING = 120  # how far before its list an announcement may stand


class _Found(NamedTuple):
    broken: Break
    heads: Sequence[Span]


def prepare(options: Node) -> dict[str, Any]:
    """The breaks to tell, and the official words to tell them by."""
    return {"breaks": options["breaks"], "words": read(options["words"])}


def check(query: Query) -> Iterator[Hit]:
    for found in _breaks(query.doc, query.options["words"]):
        if found.broken.kind in query.options["breaks"]:
            yield _hit(query.doc, found)


@lru_cache(maxsize=1)
def _breaks(doc: Document, words: bytes) -> list[_Found]:
    """All breaks of a draft: the rules share one look at it."""
    known = opened(words)
    pairs = [(framed([doc[head] for head in heads], known), heads) for heads in series(doc)]
    found = [_Found(broken, heads) for broken, heads in pairs if broken]
    for group in doc.outline.groups:
        if len(group) >= 3:
            texts = [doc[item.head].strip() for item in group]
            broken = _among(doc, texts, group[0].mark.start, known)
            found += [_Found(b, [_first_words(doc, item.head) for item in group]) for b in broken]
    return found


def _among(doc: Document, heads: Sequence[str], start: int, known: Words) -> list[Break]:
    """The breaks in the list whose first mark stands at ``start``."""
    before = doc.text[max(0, start - _ANNOUNCING) : start].rpartition("\n")[2]
    return breaks(heads, known) or [b for b in [echo(before, heads)] if b]


def _first_words(doc: Document, head: Span) -> Span:
    """A head without the blanks around it."""
    text = doc[head]
    start = head.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def echo(before: str, heads: Sequence[str]) -> Break | None:
    """A word announced before the list that its head does not say as announced."""
    if before.count("、") < len(heads) - 1:
        return None
    for match in _ANNOUNCED.finditer(before):
        words = _alike(match[0].split("、"))
        if len(words) != len(heads):
            continue
        missing = [at for at, word in enumerate(words) if word not in heads[at]]
        if len(missing) == 1 and _nearly(words[missing[0]], heads[missing[0]]):
            odd = missing[0]
            return Break("echo", odd, 0, len(heads[odd]), words[odd])
    return None


def _alike(words: list[str]) -> list[str]:
    """The announced words without what stands around the list: 着力打造想干事、…、能成事的队伍."""
    size = len(words[1])
    if any(len(word) != size for word in words[1:-1]):
        return words
    return [words[0][-size:], *words[1:-1], words[-1][:size]]


def _nearly(word: str, head: str) -> bool:
    """Whether ``head`` says the end or the beginning of ``word`` and something else for the rest."""
    return len(word) > 2 and (word[1:] in head or word[:-1] in head)


def _hit(doc: Document, found: _Found) -> Hit:
    broken, heads = found
    odd = heads[broken.odd]
    span = Span(odd.start + broken.start, min(odd.start + broken.end, odd.start + _LONGEST))
    related = tuple(
        Related(Span(head.start, min(head.end, head.start + _SHOWN)), "同组标题", "a heading of the group")
        for at, head in enumerate(heads[:12])
        if at != broken.odd
    )
    words = {"group": _shown([doc[head] for head in heads], broken.odd), "shared": broken.shared}
    return Hit(span, words, related=related)


def _shown(heads: Sequence[str], odd: int) -> str:
    """The group with the odd member marked, around it at most six: 健全组织｜打造阵地｜【队伍建设】."""
    first = max(0, min(odd - _MOST // 2, len(heads) - _MOST))
    shown = []
    for at, head in list(enumerate(heads))[first : first + _MOST]:
        text = (clauses(head) or [head])[0]
        text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        shown.append(f"【{text}】" if at == odd else text)
    return "｜".join(["…"] * bool(first) + shown + ["…"] * (first + _MOST < len(heads)))
