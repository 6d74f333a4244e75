"""What is told of the words under the pointer: the finding, and the page of its rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from speechlint.lsp.shown import range_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint import Finding
    from speechlint.lsp.drafts import Draft

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def at(draft: Draft, offset: int) -> list[Finding]:
    """The findings that lie over an offset, the shortest first."""
    over = [
        (place.end - place.start, order, finding)
        for order, finding in enumerate(draft.findings)
        for place in finding.places
        if place.start <= offset <= place.end
    ]
    return [finding for _, _, finding in sorted(over)]


def hover(
    draft: Draft, offset: int, units: str, page: Callable[[str], str], *, markdown: bool
) -> types.Hover | None:
    """``page`` gives the page of a rule or an entry; with ``markdown``, the client reads that."""
    found = at(draft, offset)
    if not found:
        return None
    told = "\n\n".join(_told(one, page(one.selector), markdown=markdown) for one in found)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    places = (place for place in found[0].places if place.start <= offset <= place.end)
    return types.Hover(types.MarkupContent(kind, told), range_of(draft.text, next(places), units))


def _told(finding: Finding, page: str, *, markdown: bool) -> str:
    if not markdown:
        return f"{finding.message}\n\n{page}"
    message = _MARKS.sub(r"\\\1", finding.message)
    return f"**{message}**\n\n```text\n{page}\n```"
