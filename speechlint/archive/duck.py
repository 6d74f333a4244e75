"""DuckDB: the engine in this process, which goes to disk where memory does not do."""

from __future__ import annotations

import tempfile

from speechlint.archive.parts import damaged
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.archive.store import Archive
    from speechlint.quick.typing import Any

_MEMORY = "1200MB"
_ROWS = 20_000  # fetched at once
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class Duck:
    """An ``Engine`` over the files of an archive."""

    at_once = 16_000_000

    def __init__(self, archive: Archive, jobs: int = 0) -> None:
        import duckdb

        self._folder = archive.folder
        self._aside = tempfile.TemporaryDirectory(prefix="speechlint-")
        aside = {"memory_limit": _MEMORY, "temp_directory": self._aside.name}
        self._db = duckdb.connect(config={**aside, **_OFFLINE})
        self._db.execute("SET preserve_insertion_order = false")
        self._db.execute("SET enable_progress_bar = false")  # it would stand in the report
        if jobs:
            self._db.execute(f"SET threads = {jobs}")
        for kind in ("drafts", "findings", "fingerprints"):
            self._table(kind, archive.files(kind))

    def _table(self, kind: str, files: list[str]) -> None:
        named = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        self._run(f"CREATE VIEW {kind} AS SELECT * FROM read_parquet([{named}])")

    def _run(self, sql: str) -> Any:
        import duckdb

        try:
            return self._db.execute(sql)
        except (duckdb.IOException, duckdb.InvalidInputException, duckdb.BinderException):
            raise damaged(self._folder) from None

    def put(self, name: str, table: Any) -> None:
        self._db.register(name, table)

    def keep(self, name: str, sql: str) -> None:
        self._run(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")

    def add(self, name: str, sql: str) -> None:
        self._run(f"INSERT INTO {name} {sql}")

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        answer = self._run(sql)
        while some := answer.fetchmany(_ROWS):
            yield from some

    def close(self) -> None:
        self._db.close()
        self._aside.cleanup()
