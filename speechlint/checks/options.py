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


def words(options: Node, key: str) -> list[str]:
    """The words listed under ``key``, which may be missing. Raises ``RuleError`` for what is no word."""
    found = options.get(key, [])
    for word in found:
        if not isinstance(word, str) or not word:
            where = options.where(key)
            raise RuleError(
                f"{where}: “{key}”应是词的列表，{word!r} 不是词；像数字、yes/no 的请加引号",
                f"{where}: '{key}' must be a list of words; {word!r} is none: quote what looks like a number, yes or no",
            )
    return list(found)
