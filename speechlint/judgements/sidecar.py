"""The file of judgements beside the drafts, for drafts into which nothing may be written.

``.speechlint-ignore.yaml``, found upward from the draft as the config is::

    - path: 2026/开幕式讲话.txt      # a pattern too, relative to this file
      code: PLH001                   # or a table entry: SLG001/xk-1
      words: X届                     # or more words around it; without, all findings of the rule in that draft
      reason: 届次等会期定了再填
      fingerprint: 0f1e2d3c4b5a6978   # only this very place; speechlint ignore writes it
      draft: 0f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a6978   # the draft by its content, whatever it is called by now; so, too

A judgement follows its draft: into one that is like the ``draft`` noted, or, without, like what stands at ``path``; where
nothing does, into one whose name is another version's.
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
from speechlint.finding import Mute
from speechlint.judgements import likeness
from speechlint.judgements.fingerprint import fingerprint
from speechlint.judgements.heirs import Heir
from speechlint.judgements.suppression import UNUSED, Suppression, useless
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.rulebook.naming import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from speechlint.files.globs import At
    from speechlint.finding import Finding, Hit
    from speechlint.quick.typing import Any

_CODE = regex.later(r"[A-Z]{2,4}\d{3}(/.+)?")
_PIECE = regex.later(r"[*?\[]")  # what would be read as a pattern
_SHOWN = 40  # characters of the words noted
_PRINT = regex.later(r"[0-9a-f]{16}")
_SKETCH = regex.later(r"[0-9a-f]{48}")
_KEYS: dict[str, type | tuple[type, ...]] = {
    "path": str,
    "code": str,
    "words": str,
    "reason": str,
    "fingerprint": str,
    "draft": str,
}


class Judgement(NamedTuple):
    """One row: findings of ``selector`` in drafts fitting ``path`` are judged; ``line`` is its own."""

    path: str
    selector: str
    words: str | None
    reason: str
    line: int
    fingerprint: str | None = None
    draft: str | None = None


class Sidecar(NamedTuple):
    """A file of judgements, read; paths in it are relative to ``root``."""

    path: str
    root: str
    text: str
    judgements: tuple[Judgement, ...]

    def said(self, path: str) -> tuple[Suppression, ...]:
        """The suppressions that hold for the draft at ``path``."""
        seen = at(path, self.root)
        return tuple(map(self._suppression, [one for one in self.judgements if fits(seen, one.path)]))

    def inherited(self, doc: Document, findings: Iterable[Finding], heir: Heir) -> list[Suppression]:
        """The suppressions of findings in ``doc`` that were said of the draft it was made from; ``heir`` is ``doc``."""
        open_ = [finding for finding in findings if not finding.muted_by]
        names = {name for finding in open_ for name in (finding.code, finding.selector)}
        prints = {fingerprint(doc, finding, place) for finding in open_ for place in finding.places}
        near = [
            one
            for one in self.judgements
            if one.selector in names
            and (one.fingerprint in prints if one.fingerprint else _has(doc, one.words or ""))
        ]
        seen = at(doc.path, self.root)
        return [
            self._suppression(one)
            for one in near
            if not fits(seen, one.path) and self._passes_on(one, seen, heir)
        ]

    def _passes_on(self, one: Judgement, seen: At, heir: Heir) -> bool:
        """Whether the draft that is ``seen`` was made from the one that was judged."""
        file = os.path.join(self.root, one.path)
        if one.draft is not None:
            return heir.is_of(file, one.draft)
        if not is_plain(one.path):
            return False
        if os.path.lexists(
            file
        ):  # who writes by hand of a rule in both versions has said what holds in which
            return not self._says_by_hand(seen, one.selector) and heir.is_of_file(file)
        heir.has_asked = True
        return likeness.has_name_alike(one.path, seen.relative)

    def _says_by_hand(self, seen: At, selector: str) -> bool:
        code = selector.partition("/")[0]
        return any(
            one.draft is None
            and one.selector.partition("/")[0] == code
            and is_plain(one.path)
            and fits(seen, one.path)
            for one in self.judgements
        )

    def _suppression(self, one: Judgement) -> Suppression:
        return Suppression(one.selector, self.mute(one), words=one.words, fingerprint=one.fingerprint)

    def mute(self, one: Judgement) -> Mute:
        return Mute("sidecar", f"{self.path}:{one.line}", one.reason)

    def unused(
        self, is_seen: Callable[[str], bool], ran: Sequence[str], used: Iterable[Mute]
    ) -> list[tuple[str, Hit]]:
        """Hits in this file, with their rule's name, for judgements that muted nothing.

        ``is_seen`` says of an absolute path whether this run looked there, ``ran`` are the rules' codes. Patterns are
        not judged: the run may not have seen all that fits them.
        """
        used, root = set(used), os.path.abspath(self.root)
        lines = list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))
        return [
            (UNUSED, useless(one.selector, Span(*_line(lines, one.line))))
            for one in self.judgements
            if self.mute(one) not in used
            and one.selector.partition("/")[0] in ran
            and is_plain(one.path)
            and is_seen(os.path.join(root, one.path))
        ]

    def document(self) -> Document:
        return Document(self.path, self.text)


def _has(doc: Document, words: str) -> bool:
    return words in doc.source or words in doc.text


def _line(starts: Sequence[int], line: int) -> tuple[int, int]:
    """Where a line, counted from 1, begins and ends."""
    return starts[line - 1], starts[line] - 1


def read(path: str) -> Sidecar:
    """The sidecar at ``path``. Raises ``ConfigError`` with ``path:line``."""
    return made(reading.text(path, ConfigError), path)


def made(text: str, path: str) -> Sidecar:
    """The sidecar with this ``text``, as it stands, or would, at ``path``. Raises as ``read``."""
    # No YAML is imported to read nothing.
    rows = (parse(text, path, ConfigError) if text else None) or []
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
    sketch = node.get("draft")
    if sketch is not None and not _SKETCH.fullmatch(sketch):
        raise ConfigError(
            f"{node.where('draft')}: “draft”是 speechlint ignore 写的 48 位十六进制数；手写的不用写",
            f"{node.where('draft')}: 'draft' has 48 hexadecimal digits, which speechlint ignore writes; leave it out",
        )
    code, words = normal(node["code"]), node.get("words")
    return Judgement(node["path"], code, words, node["reason"], node.line, print_, sketch)


def judgement(doc: Document, finding: Finding, why: str, root: str) -> Iterator[str]:
    """The text of a judgement for each place of a finding, told apart by fingerprint."""
    path = os.path.relpath(os.path.abspath(doc.path), root).replace(os.sep, "/")
    path = _PIECE.sub("?", path)
    sketch = Heir(doc).sketch
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
        yield f"  fingerprint: '{print_}'\n  draft: '{sketch}'\n  reason: {quoted(' '.join(why.split()))}\n"
