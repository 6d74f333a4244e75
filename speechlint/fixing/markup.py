"""What a Markdown draft consists of besides words stays as it is when it is fixed."""

from __future__ import annotations

from speechlint.fixing.fix import apply, compatible
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.markdown import markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.finding import Edit, Fix


def keeping(source: str, fixes: list[Fix]) -> list[Fix]:
    """The fixes that change no heading, item, link, emphasis or code into something else."""
    if _keeps(source, compatible(fixes)[0]):
        return fixes
    single = [fix for fix in fixes if _keeps(source, sorted(fix.edits))]
    return single if _keeps(source, compatible(single)[0]) else []


def _keeps(source: str, edits: Sequence[Edit]) -> bool:
    gone = [edit.span for edit in edits if not edit.text]
    after = apply(source, edits)
    return markup(source).signature(source, gone) == markup(after).signature(after)
