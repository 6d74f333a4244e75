"""What the code uses of ``typing`` and ``enum``, without the 8 ms their class making costs a cold start.

For the type checker these are the names themselves. At run time a tuple class is made here without compiling
source for it, as ``collections.namedtuple`` does; for one that turns out to be made often that is done then.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections import defaultdict as defaultdict
    from collections.abc import Mapping as Mapping
    from enum import IntEnum as IntEnum
    from typing import Any as Any
    from typing import NamedTuple as NamedTuple
    from typing import Protocol as Protocol
    from typing import TypeVar
    from typing import cast as cast

    _Tuple = TypeVar("_Tuple", bound=tuple[Any, ...])

    def made_of(cls: type[_Tuple], values: tuple[Any, ...]) -> _Tuple:
        """A value of a tuple class made of all its fields: a third faster than by calling the class."""

else:
    from _collections import _tuplegetter
    from _collections import defaultdict as defaultdict
    from _collections_abc import Mapping as Mapping  # loaded anyway, unlike ``collections.abc``

    Any = Protocol = object
    _new = made_of = tuple.__new__
    _OFTEN = 200  # values of a class after which its constructor has paid for being compiled
    _SLOW = 4  # of these is one for which fields are named or lacking

    def cast(_, value):
        return value

    def _compiled(fields, defaults):
        """The constructor as ``collections.namedtuple`` compiles it."""
        names = ", ".join(fields)
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": _new, "__builtins__": {}})
        made.__defaults__ = defaults
        return made

    def _constructor(owner, fields, defaults):
        """``defaults`` are those of the last fields."""
        count, known = len(fields), dict(zip(reversed(fields), reversed(defaults), strict=False))
        left = _OFTEN

        def made(cls, *values, **named):
            nonlocal left
            lacking = count - len(values)
            left -= _SLOW if named or lacking else 1
            if left <= 0:
                owner.__new__ = _compiled(fields, defaults)
            if not named and 0 < lacking <= len(defaults):
                values += defaults[-lacking:]
            elif named or lacking:
                rest = fields[len(values) :]
                if lacking < 0 or not named.keys() <= set(rest):
                    raise TypeError(f"{cls.__name__} has the fields {', '.join(fields)}, each once")
                try:
                    values += tuple([named[field] if field in named else known[field] for field in rest])
                except KeyError as absent:
                    raise TypeError(f"{cls.__name__} needs {absent}") from None
            return _new(cls, values)

        return made

    class _Record(tuple):
        """What every tuple class can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"{type(self).__name__} has no field {', '.join(changed)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({fields})"

    class _Fields(type):
        """Turns a class body with annotated fields into a tuple class with its methods."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.pop("__annotations__", ()))
            defaults = tuple(body.pop(field) for field in fields if field in body)
            body["__slots__"] = ()
            body["_fields"] = body["__match_args__"] = fields
            for at, field in enumerate(fields):
                body[field] = _tuplegetter(at, "")
            made = type(name, (_Record,), body)
            made.__new__ = _constructor(made, fields, defaults)
            return made

    class NamedTuple(metaclass=_Fields):
        """As ``typing.NamedTuple``, for class bodies."""

    class _Members(type):
        """Turns the numbers of a class body into its members."""

        def __new__(cls, name, bases, body):
            members = {word: body.pop(word) for word in [*body] if word.isupper()}
            made = super().__new__(cls, name, bases, body)
            made._members = {}
            for word, number in members.items():
                member = made._members[number] = int.__new__(made, number)
                member.name = word
                setattr(made, word, member)
            return made

        def __call__(cls, number):
            try:
                return cls._members[number]
            except KeyError:
                raise ValueError(f"{number!r} is not a valid {cls.__name__}") from None

        def __getitem__(cls, word):
            for member in cls:
                if member.name == word:
                    return member
            raise KeyError(word)

        def __iter__(cls):
            return iter(cls._members.values())

        def __reversed__(cls):
            return reversed(cls._members.values())

    class IntEnum(int, metaclass=_Members):
        """As ``enum.IntEnum``, for plain numbers."""

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {int(self)}>"

        def __str__(self):
            return str(int(self))

        def __reduce__(self):
            return type(self), (int(self),)
