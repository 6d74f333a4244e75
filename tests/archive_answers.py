"""What an engine answers about the archive 库: a program of its own, since Spark talks to itself through sockets.

``python tests/archive_answers.py duckdb|spark MASTER`` prints every row of every answer.
"""

from __future__ import annotations

import sys

from speechlint.archive import engines, queries, store
from speechlint.archive.shared import joined
from speechlint.archive.statistics import keep_formulas

ANSWERS = (
    *("ALL_PAIRS", "ALL_FORMULAS", "FORMULAS_IN_PAIRS", "IN_PAIRS"),
    *("YEARS", "FAMILIES", "UNREAD", "FIRST", "COME_AND_GO"),
)


def main(name: str, master: str) -> None:
    archive = store.opened("库")
    engine = engines.of(name, archive, master=master)
    joined(engine, 3)
    keep_formulas(engine)
    for answer in ANSWERS:
        for row in engine.rows(getattr(queries, answer)):
            print(answer, tuple(map(plain, row)))
    engine.close()


def plain(value: object) -> object:
    return list(value) if isinstance(value, list) else value


if __name__ == "__main__":
    main(*sys.argv[1:])
