"""Spark: the engine for more than one machine. The archive's folder and the drafts must be reachable from all of them."""

from __future__ import annotations

import os
import sys

from speechlint.archive.local import part_of, shared
from speechlint.archive.records import Seen
from speechlint.archive.store import Part
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.archive.build import Work
    from speechlint.archive.store import Archive
    from speechlint.quick.typing import Any

_PARTS = 4  # of a table that is sorted on one machine
_TASKS = 64  # works that a build is cut into, at least


class Spark:
    """An ``Engine`` over the files of an archive."""

    at_once = 0

    def __init__(self, archive: Archive, master: str = "") -> None:
        self._spark = session(master)
        for kind in ("drafts", "findings", "fingerprints"):
            files = [os.path.abspath(file) for file in archive.files(kind)]
            self._spark.read.parquet(*files).createOrReplaceTempView(kind)

    def put(self, name: str, table: Any) -> None:
        self._spark.createDataFrame(table).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str) -> None:
        from pyspark import StorageLevel

        self._spark.sql(sql).persist(StorageLevel.MEMORY_AND_DISK).createOrReplaceTempView(name)

    def add(self, name: str, sql: str) -> None:
        self._spark.table(name).union(self._spark.sql(sql)).createOrReplaceTempView(name)

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        return map(tuple, self._spark.sql(sql).toLocalIterator())

    def close(self) -> None:
        self._spark.stop()


def session(master: str) -> Any:
    """A Spark session; its workers run the same Python as this process, unless the environment says otherwise."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    master = master or os.environ.get("SPARK_MASTER", "local[*]")
    builder = SparkSession.builder.appName("speechlint").config("spark.ui.enabled", "false")
    if master.startswith("local"):  # a cluster says itself into how many parts it cuts what it sorts
        builder = builder.config("spark.sql.shuffle.partitions", str(_PARTS))
    return builder.master(master).getOrCreate()


def make(works: Sequence[Work], master: str) -> Iterator[Part]:
    """The parts of the works, each made by a task; a task that is done twice writes the same part."""
    if not works:
        return
    spark = session(master)
    try:
        cut = shared(works, _TASKS // 4)
        rows = [(number, *seen) for number, work in enumerate(cut) for seen in work.drafts]
        frame = spark.createDataFrame(rows, "work int, root int, path string, size long, mtime long")
        apart = frame.repartition(len(cut), "work")
        done = apart.mapInArrow(_task(cut[0]._replace(drafts=())), "drafts string, fingerprints string")
        yield from (Part(*row) for row in done.collect())
    finally:
        spark.stop()


def _task(work: Work) -> Any:
    """What a task does with the drafts it is given: writes a part for each work among them."""

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        works: dict[int, list[Seen]] = {}
        for batch in batches:
            for number, *seen in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                works.setdefault(number, []).append(Seen(*seen))
        for seen in works.values():
            part = part_of(work._replace(drafts=tuple(sorted(seen))))
            yield pa.RecordBatch.from_pylist([part._asdict()])

    return read
