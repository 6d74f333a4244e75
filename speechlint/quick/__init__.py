"""Stand-ins for the standard library that a cold start does without, and what the machine remembers between runs.

What each buys a cold start, in times of ``python -c pass`` (``benchmarks/stand_ins.py``, 60 turns, median of the
processor time; a cold start of the whole program was 5.9). What buys less than 0.15 is not here.

| module | stands in for | buys | holds it to the original |
|---|---|---|---|
| ``regex`` | ``re``: the programs it compiles are kept | 13.7 | ``tests/test_regex.py`` |
| ``typing`` | ``NamedTuple``, ``IntEnum``, ``Protocol``, ``cast`` without ``typing``, ``enum``, ``collections`` | 2.0 | ``tests/quick/test_typing.py`` |
| ``modules`` | what ``importlib`` looks for, file by file | 0.9 | ``tests/quick/test_modules.py`` |
| ``digests`` | ``hashlib``, which loads OpenSSL (80 pairs of the bare import, by the clock) | 0.28 | the name is the same |
| ``functools`` | ``cache``, ``cached_property`` without ``functools`` (80 pairs, likewise) | 0.25 | the type checker |
| ``mapped`` | reading whole files of which a run uses little | 0.22 | ``tests/test_catalogue.py`` |

``cache`` is the folder that ``regex``, ``modules`` and the rules are kept in; ``numbers`` holds columns of them.
Beside this room, ``__main__`` sets the collector to seldom (0.35) and leaves without tidying up (0.96).
"""
