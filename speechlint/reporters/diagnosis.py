"""What kind of draft this is, in one sentence: copied from the web, several in one, not filled in."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Document
    from speechlint.finding import Finding

_MUCH = 10  # damaged places that make a draft one to restore first
_MANY = 3  # places of a kind that are worth a word


class _Words(NamedTuple):
    copied: str
    collected: str
    damage: Mapping[str, str]
    with_: str
    first: str
    split: str
    wanting: Mapping[str, str]
    list: str
    end: str


_ZH = _Words(
    copied="这份稿子是从网上复制的",
    collected=" {} 篇合集",
    damage={
        "ENC001": "拼音 {} 处",
        "ENC002": "乱码 {} 处",
        "ENC008": "繁体 {} 处",
        "SPC": "断行、空格 {} 处",
        "WMK": "网站的字 {} 处",
    },
    with_="，带",
    first="：先还原，speechlint restore",
    split=" --split",
    wanting={
        "PLH": "占位符 {} 处没有填",
        "ELI": "脱漏 {} 处",
        "SLG": "提法 {} 处要换",
        "LEK": "没有隐去的名字 {} 处",
    },
    list="、",
    end="；",
)
_EN = _Words(
    copied="This draft was copied from the web",
    collected=", {} speeches in one file",
    damage={
        "ENC001": "{} pinyin glosses",
        "ENC002": "{} broken characters",
        "ENC008": "{} traditional characters",
        "SPC": "{} stray breaks or spaces",
        "WMK": "{} lines of site text",
    },
    with_=", with ",
    first=": restore it first, speechlint restore",
    split=" --split",
    wanting={
        "PLH": "{} places not filled in",
        "ELI": "{} elisions",
        "SLG": "{} formulations to change",
        "LEK": "{} names left that should be hidden",
    },
    list=", ",
    end="; ",
)


def diagnosis(doc: Document, findings: Sequence[Finding], lang: str, *, wanting: bool) -> str:
    """The sentence; "" for a draft that has nothing of the kind. What it lacks is told of a copied one, or if wanted."""
    words = _EN if lang == "en" else _ZH
    told = [_copied(doc, findings, words)] if _is_copied(findings) else []
    lacks = list(_counted(findings, words.wanting)) if told or wanting else []
    if lacks:
        told.append(words.list.join(lacks))
    return words.end.join(told)


def _is_copied(findings: Sequence[Finding]) -> bool:
    return sum(_places(findings, kind) for kind in _ZH.damage) >= _MUCH


def _copied(doc: Document, findings: Sequence[Finding], words: _Words) -> str:
    collected = any(finding.code == "WMK006" and finding.severity > 1 for finding in findings)
    speeches = len(doc.outline.speeches) if collected else 1
    told = words.copied + (words.collected.format(speeches) if speeches > 1 else "")
    told += words.with_ + words.list.join(_counted(findings, words.damage))
    return told + words.first + (words.split if speeches > 1 else "")


def _counted(findings: Sequence[Finding], kinds: Mapping[str, str]) -> Iterator[str]:
    """Each kind that has many places, in words."""
    for kind, said in kinds.items():
        count = _places(findings, kind)
        if count >= _MANY:
            yield said.format(count)


def _places(findings: Sequence[Finding], kind: str) -> int:
    return sum(
        len(finding.places)
        for finding in findings
        if finding.code.startswith(kind) and finding.severity > 1 and not finding.muted_by
    )
