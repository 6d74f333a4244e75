"""One sighting of something to verify."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speechlint.document import Span


class Seen(NamedTuple):
    """``span`` is in the reading text; ``text`` is what is to be verified, ``about`` what of it is told beside it."""

    kind: str
    text: str
    about: str
    span: Span
