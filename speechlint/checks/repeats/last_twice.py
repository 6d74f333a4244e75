"""The last character of a word once more, where it belongs to nothing: 老师师向, 责任任, but not 老师师从, 工作作了."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.words import cut, frequency, known, tag
from speechlint.finding import Edit, Fix, Hit
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.checks import Query
    from speechlint.checks.options import Table
    from speechlint.files.yamlfile import Node
    from speechlint.quick.typing import Any

ABOUT = "词末的一个字写重了：老师师、工作作"
_NEAR = 4  # characters on either side with which the words are cut
_LONGEST = 4  # characters of a word that the second may begin
_SELDOM = 280  # of a character twice, or three, that are a word: 李师师, 干部部
_NO_VERBS = ("n", "r")
_ENDS = ("", *"，。、；：！？的们”）\n")
_NAMES = ("nr", "ns", "nz", "nt")


def declared() -> Table:
    """What a rule may say for this check."""
    from speechlint.checks.options import Option

    return {
        "last": Option(
            "words",
            "词末的这些字才看，几十个一行：单用得少的",
            "the last characters looked at, many in a row: seldom words by themselves",
            required=True,
        ),
        "begun": Option(
            "words",
            "这些字起头、词典里没有的词",
            "words of two that begin with them, that the dictionary does not have",
            default=[],
        ),
    }


def prepare(options: Node) -> dict[str, Any]:
    """The characters as an expression that finds them twice."""
    return {"twice": f"([{''.join(options['last'])}])(?=\\1)", "begun": frozenset(options["begun"])}


def check(query: Query) -> Iterator[Hit]:
    text = query.doc.text
    for found in regex.compile(query.options["twice"]).finditer(text):
        at = found.end()
        begun = text[at : at + 2] in query.options["begun"]
        if not begun and _ends_a_word(text, at) and _belongs_to_none(text, at):
            second = Span(at, at + 1)
            yield Hit(second, {"lead": text[at - 2 : at]}, (Fix((Edit(second, ""),)),))


def _ends_a_word(text: str, at: int) -> bool:
    """Whether a word of two ends at ``at``; 断断续续, 天天 and names do not count."""
    word = text[max(0, at - 2) : at]
    kind = tag(word)
    return (
        known(word)
        and len(word) > 1
        and kind.startswith(("n", "v", "a"))
        and kind[:2] not in _NAMES
        and word[0] not in (word[1], text[at - 3 : at - 2])
    )


def _belongs_to_none(text: str, at: int) -> bool:
    """Whether the character at ``at`` begins no word, ends none and is no verb: 对工作作了安排."""
    if not tag(text[at]).startswith(_NO_VERBS) and text[at + 1 : at + 2] not in _ENDS:
        return False
    if any(known(text[at : at + size]) for size in range(2, _LONGEST + 1)):
        return False
    if max(frequency(text[at - 1 : at + 1]), frequency(text[at - 2 : at + 1])) > _SELDOM:
        return False
    start = max(0, at - _NEAR)
    place = start
    for word in cut(text[start : at + _NEAR + 1]):
        if place >= at:
            break
        place += len(word.text)
    return place == at and len(word.text) == 1
