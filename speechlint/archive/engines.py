"""What runs the queries: DuckDB in this process, or Spark."""

from __future__ import annotations

from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.archive.store import Archive
    from speechlint.quick.typing import Any


class Engine(Protocol):
    """Queries by name over the tables of one archive. It takes ``at_once`` fingerprints at once; 0 for any number."""

    at_once: int

    def put(self, name: str, table: Any) -> None:
        """An Arrow table as a table called ``name``."""

    def keep(self, name: str, sql: str) -> None:
        """The answer to a query as a table called ``name``, in place of an earlier one."""

    def add(self, name: str, sql: str) -> None:
        """The answer to a query behind what the table called ``name`` holds."""

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The answer to a query, row by row."""

    def close(self) -> None: ...


def of(name: str, archive: Archive, *, master: str = "", jobs: int = 0) -> Engine:
    """The engine called ``duckdb`` or ``spark``. Raises ``UsageError`` where what it needs is not installed."""
    needed(name)
    if name == "spark":
        from speechlint.archive.spark import Spark

        made: Engine = Spark(archive, master)
        return made
    from speechlint.archive.duck import Duck

    return Duck(archive, jobs)


_PACKAGES = {
    "duckdb": ("archive", ("duckdb", "pyarrow")),
    "spark": ("spark", ("pyspark", "pyarrow", "pandas")),
    "plot": ("plot", ("matplotlib",)),
}


def needed(name: str) -> None:
    """Raises ``UsageError`` where the packages for an engine or a plot are missing: one sentence, what to do."""
    from importlib.util import find_spec

    extra, packages = _PACKAGES[name]
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise UsageError(
            f"没有装 {'、'.join(missing)}：这要用附加包，请运行 pip install 'speechlint[{extra}]'",
            f"{', '.join(missing)} not installed: this needs an extra; run pip install 'speechlint[{extra}]'",
        )
