"""What the code uses of ``functools`` to remember results, without the 2 ms its import costs a cold start."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cache as cache
    from functools import cached_property as cached_property
    from functools import lru_cache as lru_cache
else:
    from _functools import _lru_cache_wrapper as _remembering

    def lru_cache(maxsize):
        return lambda function: _remembering(function, maxsize, False, tuple)

    cache = lru_cache(None)

    class cached_property:  # noqa: N801
        """An attribute that is computed when first asked for; without the lock that of 3.11 takes."""

        def __init__(self, compute):
            self._compute = compute
            self.__doc__ = compute.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._compute(instance)
            return value
