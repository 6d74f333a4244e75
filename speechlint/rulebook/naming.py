"""Names of rules and entries, as people write them, against the rules there are."""

from __future__ import annotations

from speechlint.errors import nearest
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook.selection import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.errors import SpeechlintError
    from speechlint.rulebook.catalogue import ReadyRule


_LETTERS = 4  # of a code, at most
_SEPARATORS = str.maketrans("，、；;", ",,,,")
LEVEL_NAMES = {"必须改": "error", "建议改": "warning", "可看": "info"}  # as reports call them


def names(text: str) -> tuple[str, ...]:
    """The rules that ``text`` names, one or several, however Chinese separates them."""
    return tuple(map(normal, parts(text)))


def parts(text: str) -> list[str]:
    """The members of a list that was typed, by commas of either width, 、 or ；."""
    return [part.strip() for part in text.translate(_SEPARATORS).split(",") if part.strip()]


def normal(name: str) -> str:
    """``plh001/Xk-1`` → ``PLH001/Xk-1``: codes are capitals; the name of a family stands for its letters."""
    if not name.isascii():
        name = "".join([chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in name])
    code, slash, entry = name.partition("/")
    if not code.isascii() or (code.isalpha() and len(code) > _LETTERS):
        code = _family(code)
    return f"{code.upper()}{slash}{entry}"


def level(said: str) -> str:
    """A severity as it is written in commands; reports call it otherwise."""
    return LEVEL_NAMES.get(said, said)


def _family(called: str) -> str:
    from speechlint.rulebook import packs

    families = packs.families([packs.shipped()])
    return next((code for code, names in families.items() if called.lower() in names.values()), called)


def named(selector: str, rules: Sequence[ReadyRule]) -> ReadyRule | None:
    """The rule that ``selector`` (CODE or CODE/entry) names, if there is one."""
    code, _, entry = selector.partition("/")
    rule = next((rule for rule in rules if rule.code == code), None)
    return rule if rule and (not entry or entry in rule.words.entries) else None


def check_names(
    said: Iterable[tuple[str, str]], rules: Sequence[ReadyRule], error: type[SpeechlintError]
) -> None:
    """Check each name once, whatever many times it is said; with each comes where."""
    checked: set[str] = set()
    for name, where in said:
        if name not in checked:
            checked.add(name)
            check_name(name, rules, where, error)


def check_name(name: str, rules: Sequence[ReadyRule], where: str, error: type[SpeechlintError]) -> None:
    """Raise ``error`` unless ``name`` names a rule, some rules or an entry; it names the nearest."""
    code, slash, entry = name.partition("/")
    if name == ALL:
        return
    if not slash:
        if not any(rule.code.startswith(code) for rule in rules):
            raise _unknown(name, _names(rules), where, error)
        return
    of = next((rule for rule in rules if rule.code == code), None)
    if of is None:
        raise _unknown(code, [rule.code for rule in rules], where, error)
    if entry not in of.words.entries:
        raise _unknown(name, [f"{code}/{one}" for one in of.words.entries], where, error)


def _names(rules: Sequence[ReadyRule]) -> list[str]:
    return [*dict.fromkeys(rule.code.rstrip("0123456789") for rule in rules), *(rule.code for rule in rules)]


def _unknown(name: str, known: Sequence[str], where: str, error: type[SpeechlintError]) -> SpeechlintError:
    near = nearest(name, known)
    if near:
        return error(
            f"{where}没有规则“{name}”，是不是“{near}”？", f"{where}no rule '{name}'; did you mean '{near}'?"
        )
    return error(
        f"{where}没有规则“{name}”；全部规则见 speechlint rules",
        f"{where}no rule '{name}'; see speechlint rules",
    )
