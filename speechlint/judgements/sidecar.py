"""The file of judgements beside the drafts, for drafts into which nothing may be written.

``.speechlint-ignore.yaml``, found upward from the draft as the config is::

    - path: 2026/开幕式讲话.txt      # a pattern too, relative to this file
      code: PLH001                   # or a table entry: SLG001/xk-1
      words: X届                     # or more words around it; without, all findings of the rule in that draft
      reason: 届次等会期定了再填
      fingerprint: 0f1e2d3c4b5a6978   # only this very place; speechlint ignore writes it
"""

from __future__ import annotations

import os
from itertools import accumulate

from speechlint.document import Document, Span
from speechlint.errors import ConfigError
from speechlint.files import reading
from speechlint.files.globs import at, check, fits, is_plain
from speechlint.files.quoting import quoted
from speechlint.files.yamlfile import Node, check_keys, parse
from speechlint.finding import Hit, Mute
from speechlint.judgements.fingerprint import fingerprint
from speechlint.judgements.suppression import UNUSED, Suppression
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook.naming import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.finding import Finding
    from speechlint.quick.typing import Any

_CODE = regex.later(r"[A-Z]{2,4}\d{3}(/.+)?")
_PIECE = regex.later(r"[*?\[]")  # what would be read as a pattern
_SHOWN = 40  # characters of the words noted
_PRINT = regex.later(r"[0-9a-f]{16}")
_KEYS: dict[str, type | tuple[type, ...]] = {
    "path": str,
    "code": str,
    "words": str,
    "reason": str,
    "fingerprint": str,
}


class Judgement(NamedTuple):
    """One row: findings of ``selector`` in drafts fitting ``path`` are judged; ``line`` is its own."""

    path: str
    selector: str
    words: str | None
    reason: str
    line: int
    fingerprint: str | None = None


class Sidecar(NamedTuple):
    """A file of judgements, read; paths in it are relative to ``root``."""

    path: str
    root: str
    text: str
    judgements: tuple[Judgement, ...]

    def said(self, path: str) -> tuple[Suppression, ...]:
        """The suppressions that hold for the draft at ``path``."""
        seen = at(path, self.root)
        return tuple(
            Suppression(one.selector, self.mute(one), words=one.words, fingerprint=one.fingerprint)
            for one in self.judgements
            if fits(seen, one.path)
        )

    def mute(self, one: Judgement) -> Mute:
        return Mute("sidecar", f"{self.path}:{one.line}", one.reason)

    def unused(self, seen: Iterable[str], ran: Sequence[str], used: Iterable[Mute]) -> list[tuple[str, Hit]]:
        """Hits in this file, with their rule's name, for judgements that muted nothing.

        ``seen`` are the drafts of this run, ``ran`` the rules'
        codes. A pattern is only judged when the run saw all that fits it; a draft that is gone always.
        """
        seen, used = {os.path.abspath(path) for path in seen}, set(used)
        lines = list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))
        return [
            (UNUSED, Hit(Span(*_line(lines, one.line)), {"selector": one.selector}, in_source=True))
            for one in self.judgements
            if self.mute(one) not in used
            and one.selector.partition("/")[0] in ran
            and self._judged(one, seen)
        ]

    def _judged(self, one: Judgement, seen: set[str]) -> bool:
        if not is_plain(one.path):
            return False
        path = os.path.join(os.path.abspath(self.root), one.path)
        return path in seen or not os.path.exists(path)

    def document(self) -> Document:
        return Document(self.path, self.text)


def _line(starts: Sequence[int], line: int) -> tuple[int, int]:
    """Where a line, counted from 1, begins and ends."""
    return starts[line - 1], starts[line] - 1


def read(path: str) -> Sidecar:
    """The sidecar at ``path``. Raises ``ConfigError`` with ``path:line``."""
    text = reading.text(path, ConfigError)
    rows = parse(text, path, ConfigError) or []
    if not isinstance(rows, list):
        raise ConfigError(
            f"{path}:1: 应是一个列表，每条有 path、code、words、reason",
            f"{path}:1: must be a list of entries with path, code, words and reason",
        )
    root = os.path.dirname(os.path.abspath(path))
    return Sidecar(path, root, text, tuple(_judgement(row, path) for row in rows))


def _judgement(node: Any, path: str) -> Judgement:
    if not isinstance(node, Node):
        raise ConfigError(
            f"{path}:1: 每一条都应是带 path、code、words、reason 的映射，不是“{node}”",
            f"{path}:1: each entry must be a mapping with path, code, words and reason, not '{node}'",
        )
    check_keys(node, _KEYS, ("path", "code", "reason"), ConfigError)
    if not _CODE.fullmatch(normal(node["code"])):
        raise ConfigError(
            f"{node.where('code')}: “code”要写明一条规则或一个条目，如 PLH001 或 SLG001/xk-1",
            f"{node.where('code')}: 'code' must name one rule or entry, as PLH001 or SLG001/xk-1",
        )
    check(node["path"], node.where("path"), ConfigError)
    print_ = node.get("fingerprint")
    if print_ is not None and not _PRINT.fullmatch(print_):
        raise ConfigError(
            f"{node.where('fingerprint')}: “fingerprint”是报告里的 16 位十六进制数",
            f"{node.where('fingerprint')}: 'fingerprint' has 16 hexadecimal digits, as in the JSON report",
        )
    return Judgement(node["path"], normal(node["code"]), node.get("words"), node["reason"], node.line, print_)


def judgement(doc: Document, finding: Finding, why: str, root: str) -> Iterator[str]:
    """The text of a judgement for each place of a finding, told apart by fingerprint."""
    path = os.path.relpath(os.path.abspath(doc.path), root).replace(os.sep, "/")
    path = _PIECE.sub("?", path)
    told: set[str] = set()
    for place in finding.places:
        print_ = fingerprint(doc, finding, place)
        if print_ in told:
            continue
        told.add(print_)
        words = doc.source[place.start : min(place.end, place.start + _SHOWN)]
        yield f"- path: {quoted(path)}\n  code: {finding.selector}\n"
        if words.isprintable() and words.strip():
            yield f"  words: {quoted(words)}\n"
        yield f"  fingerprint: '{print_}'\n  reason: {quoted(' '.join(why.split()))}\n"
