"""What a check's options may say, read strictly."""

from __future__ import annotations

from speechlint.errors import RuleError
from speechlint.files.yamlfile import check_keys
from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.files.yamlfile import Node


def severity(text: str, where: str) -> Severity:
    """``error``, ``warning`` or ``info`` as a Severity."""
    try:
        return Severity[text.upper()]
    except KeyError:
        raise RuleError(f"{where}: 级别“{text}”应为 error、warning 或 info") from None


def authority(source: str | Node, where: str) -> str:
    """One line naming the authority: a title, with the place in it."""
    if isinstance(source, str):
        text = source.strip()
    else:
        check_keys(source, {"title": str, "at": str, "date": str, "note": str}, ("title",), RuleError)
        text = " ".join(source[key] for key in ("title", "at", "date") if key in source)
    if not text.strip("? ？"):
        raise RuleError(f"{where}: 依据不能是空的或问号")
    return text
