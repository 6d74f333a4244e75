"""How much two drafts have in common, so that what people judged in one holds in the next version of it.

Only letters and digits count, in runs of four. A draft that may be gone by then is known by its sketch, 48 hexadecimal
digits made of its runs (a min-hash): the share of digits that two sketches have in common is about that of the runs.
"""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.digests import blake2b
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document

DIGITS = 48
_RUN = 4  # characters
# What the names of versions of one draft differ by: 送审稿2, 定稿（1）, 讲话_final; a year or a session is no version.
_VERSION = regex.later(
    r"[\W_]+|(?<!\d)(?:\d{1,2}|\d{6,8})(?![\d年届次期])|初|送审|审议|征求意见|讨论|修[改订]|改|最?[终后新]|定|副本|[版稿]"
    r"|final|draft|copy|(?<![a-z])v(?=\d|$)",
    regex.IGNORECASE,
)


def runs(doc: Document) -> set[str]:
    """The runs of letters and digits of a draft, as it reads."""
    letters = "".join([char for char in doc.text if char.isalnum()])
    return {letters[at : at + _RUN] for at in range(max(1, len(letters) - _RUN + 1))}


def sketch(runs: set[str]) -> str:
    """The sketch: of the runs whose digest leaves the rest ``n``, the smallest one gives digit ``n``."""
    least: dict[int, int] = {}
    for run in runs:
        data = run.encode("utf-8", "surrogatepass")
        high, low = divmod(int.from_bytes(blake2b(data, digest_size=4).digest(), "big"), DIGITS)
        least[low] = min(high, least.get(low, high))
    filled = sorted(least)
    return "".join(
        [f"{least[next((n for n in filled if n >= at), filled[0])] % 16:x}" for at in range(DIGITS)]
    )


def equal(one: str, other: str) -> int:
    """The number of equal digits of two sketches."""
    return sum([a == b for a, b in zip(one, other, strict=True)])


def common(one: set[str], other: set[str]) -> float:
    """The share of the runs of two drafts that both have, from 0 to 1."""
    return len(one & other) / len(one | other)


def has_name_alike(path: str, other: str) -> bool:
    """Whether two paths (with ``/``) name versions of one draft: the same name elsewhere, or another version's beside it."""
    (folder, _, name), (beside, _, its) = path.rpartition("/"), other.rpartition("/")
    return name == its or (folder == beside and _bare(name) == _bare(its))


def _bare(name: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return _VERSION.sub("", stem) if dot else name
