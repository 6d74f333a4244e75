"""Which rules and table entries speak: names on the command line and in the config, in layers."""

from __future__ import annotations

from speechlint.quick.functools import cache, lru_cache
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = "ALL"
_MANY = 40  # names, above which a set of them pays


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
        asked = self.select if default else tuple([each for each in (name, ALL) if each in self.select])
        chosen = max(_longest(asked, name), _longest(self.extend, name))
        dropped = _longest(self.ignore, name)
        if chosen >= 0 or dropped >= 0:
            return chosen > dropped
        return False if self.select else None

    def _names_entry(self, code: str) -> bool:
        chosen = any(name.startswith(f"{code}/") for name in (*self.select, *self.extend))
        return chosen or (self.under is not None and not self.select and self.under._names_entry(code))


@lru_cache(maxsize=16)
def speaker(selection: Selection) -> Callable[[str, str | None, bool], bool]:
    """What ``selection.speaks`` says, which is asked of every hit: of each rule and entry it is found out once."""
    return cache(selection.speaks)


def longest(names: tuple[str, ...], selector: str) -> str | None:
    """The most specific of the names that name ``selector``."""
    size = _longest(names, selector)
    return None if size < 0 else selector[:size] or ALL


def named_by(names: tuple[str, ...], selector: str) -> bool:
    """Whether one of the names names ``selector``."""
    return _longest(names, selector) >= 0


def _longest(names: tuple[str, ...], selector: str) -> int:
    if len(names) > _MANY:
        return _longest_of(_as_set(names), selector)
    longest = -1
    for name in names:
        if fits(name, selector):
            longest = max(longest, 0 if name == ALL else len(name))
    return longest


def _longest_of(names: frozenset[str], selector: str) -> int:
    """The same without looking at each of many names."""
    if selector in names:
        return len(selector)
    code = selector.partition("/")[0]
    fitting = (size for size in range(len(code), 0, -1) if code[:size] in names)
    return next(fitting, 0 if ALL in names else -1)


@lru_cache(maxsize=64)
def _as_set(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)
