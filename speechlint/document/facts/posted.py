"""Persons by the post before them and by characters that make no word, whatever people they are of: 县长布和巴图."""

from __future__ import annotations

from speechlint.document.facts.likely import odds
from speechlint.document.facts.parts import ENDING, GENERIC
from speechlint.document.surnames import POST, ROLES, SURNAME, is_name
from speechlint.document.words import cut, frequency
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_POSTED = regex.later(
    f"(?P<post>(?:{POST}|{ROLES}|外长|国务卿|大臣|议长|首领|[农护技飞航驾网炊饲调宣讲运教裁通][\u4e00-\u9fff][员师]|村支书|支书)(?:助理)?)(?P<name>(?![们长会办级室团队处制员令组部党])[\u4e00-\u9fff]{{2,7}}?)(?=[、，。；：\n（]|同志|先生|女士|等(?:同志|人|先)|分别|会见|会谈|来访|主审|$)"
)
_RARE = 40  # a word met more often is no part of a name
_LONG = 4
_NEVER = ENDING - set("和如达于至大小新老里中前上")
_NO_PART = frozenset("会办室部处局所长级员团队令制省区镇村组党们等各其")


def seen(text: str) -> Iterator[tuple[str, str, int]]:
    """The name, the post before it, and where the name begins."""
    for found in _POSTED.finditer(text):
        if _is_name(found["name"]):
            yield found["name"], found["post"], found.start("name")


def _is_name(name: str) -> bool:
    some = cut(name)
    if name in GENERIC or name[-1] in "和于至" or name[0] in "和于至等及与兼":
        return False
    if len(some) == 1:
        told = ("nr", "nrt", "nrfg") if len(name) < _LONG else ("nrt",)
        return some[0].tag in told and frequency(name) < _RARE
    return all(
        word.text not in _NEVER and word.text not in _NO_PART
        if len(word.text) == 1
        else frequency(word.text) < _RARE and word.tag[:1] in ("n", "x", "")
        for word in some
    )


_UNLIKELY = -3.0
_BEFORE = regex.later(f"(?:^|[，。；：、\n和与])(?P<name>{SURNAME}[\u4e00-\u9fff]{{2}})[、和]$")


def listed_before(text: str, names: set[str]) -> Iterator[tuple[str, int]]:
    """Who stands right before a person of three characters in a list, and where: 谭远山、/林志明."""
    for name in sorted(name for name in names if len(name) > 2):
        at = text.find(name)
        while at >= 0:
            found = _BEFORE.search(text, max(0, at - 5), at)
            if found and is_name(found["name"]) and odds(text, *found.span("name")) > _UNLIKELY:
                yield found["name"], found.start("name")
            at = text.find(name, at + 1)
