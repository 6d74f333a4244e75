"""What the code uses of ``typing``, without the 5 ms its import and its class making cost a cold start.

For the type checker these are the names of ``typing`` themselves. A tuple class is made by
``collections.namedtuple``, which ``functools`` has loaded anyhow; its annotations are not looked at.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any as Any
    from typing import NamedTuple as NamedTuple
    from typing import Protocol as Protocol
    from typing import cast as cast
else:
    Any = Protocol = object

    def cast(_, value):
        return value

    class _Fields(type):
        """Turns a class body with annotated fields into a tuple class with its methods."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in _OWN:
                    setattr(made, key, value)
            return made

    _OWN = frozenset(("__module__", "__qualname__"))

    class NamedTuple(metaclass=_Fields):
        """As ``typing.NamedTuple``, for class bodies."""
