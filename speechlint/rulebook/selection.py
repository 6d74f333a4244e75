"""Which rules and table entries speak: names on the command line and in the config, in layers."""

from __future__ import annotations

from speechlint.errors import nearest
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.errors import SpeechlintError
    from speechlint.rulebook.catalogue import Entry

ALL = "ALL"


def fits(name: str, selector: str) -> bool:
    """Whether ``name`` (a code, a prefix of codes, ``CODE/entry`` or ALL) names ``selector``."""
    if name in (selector, ALL):
        return True
    return "/" not in name and selector.startswith(name)


class Selection(NamedTuple):
    """One layer of choices over another (``under``). The highest layer that mentions a name decides.

    Within a layer the most specific name wins; between equals, ``ignore`` does. A ``select`` leaves
    all others out. Where no layer decides, the rule's own default does; what is off by default is
    switched on by ``extend``, its own name or ALL, not by a ``select`` of its family.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    under: Selection | None = None

    def rule(self, code: str, default: bool) -> bool:
        """Whether the rule has anything to say: itself, or an entry chosen by name."""
        return self.speaks(code, None, default) or self._names_entry(code)

    def speaks(self, code: str, entry: str | None, default: bool) -> bool:
        """Whether a hit of ``code``, or of its ``entry``, is a finding."""
        name = f"{code}/{entry}" if entry else code
        layer: Selection | None = self
        while layer is not None:
            verdict = layer._verdict(name, default)
            if verdict is not None:
                return verdict
            layer = layer.under
        return default

    def _verdict(self, name: str, default: bool) -> bool | None:
        if not (self.select or self.ignore or self.extend):
            return None
        asked = self.select if default else [each for each in self.select if each in (name, ALL)]
        chosen = max(_longest(asked, name), _longest(self.extend, name))
        dropped = _longest(self.ignore, name)
        if chosen >= 0 or dropped >= 0:
            return chosen > dropped
        return False if self.select else None

    def _names_entry(self, code: str) -> bool:
        chosen = any(name.startswith(f"{code}/") for name in (*self.select, *self.extend))
        return chosen or (self.under is not None and not self.select and self.under._names_entry(code))


def _longest(names: Iterable[str], selector: str) -> int:
    longest = -1
    for name in names:
        if fits(name, selector):
            longest = max(longest, 0 if name == ALL else len(name))
    return longest


def normal(name: str) -> str:
    """``plh001/Xk-1`` → ``PLH001/Xk-1``: codes are capitals."""
    code, slash, entry = name.partition("/")
    return f"{code.upper()}{slash}{entry}"


def check_name(name: str, rules: Sequence[Entry], where: str, error: type[SpeechlintError]) -> None:
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
    if entry not in of.entries:
        raise _unknown(name, [f"{code}/{one}" for one in of.entries], where, error)


def _names(rules: Sequence[Entry]) -> list[str]:
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
