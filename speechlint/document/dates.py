"""The date a draft is judged at. Dates are ISO strings: they compare as dates do."""

from __future__ import annotations

from typing import NamedTuple


class AsOf(NamedTuple):
    """The day rules with a validity are judged at, and where that day comes from.

    ``origin`` is ``today``, ``--as-of`` or ``config``; with ``by_draft`` each speech is judged at
    the date found in it, and ``day`` serves where none is found.
    """

    day: str
    origin: str
    by_draft: bool = False
