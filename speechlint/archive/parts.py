"""Records → the Parquet files of a part, and back."""

from __future__ import annotations

import os
from hashlib import blake2b

from speechlint.archive.store import KINDS, Part, put
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.archive.records import Record
    from speechlint.quick.typing import Any

_STAMP, _PRINTS = b"speechlint", b"fingerprints"
_WRITING: dict[str, dict[str, Any]] = {  # digests are random: nothing makes them smaller
    "fingerprints": {
        "use_dictionary": ["text"],
        "column_encoding": {"digest": "PLAIN", "at": "DELTA_BINARY_PACKED"},
        "compression": {"text": "zstd", "digest": "none", "at": "zstd"},
        "write_statistics": ["text"],
    },
    "findings": {"compression": "zstd"},
    "drafts": {"compression": "zstd"},
}


def schemas() -> dict[str, Any]:
    """The columns of each table by its name."""
    import pyarrow as pa

    small, number, text = pa.int32(), pa.int64(), pa.string()
    drafts = {
        "text": number,
        "root": small,
        "path": text,
        "size": number,
        "mtime": number,
        "digest": text,
        "error": text,
        "outcome": text,
        "date": text,
        "characters": small,
        "letters": small,
        "paragraphs": pa.list_(small),
        "title": text,
        "words": text,
    }
    return {
        "drafts": pa.schema(drafts),
        "findings": pa.schema({"text": number, "code": text, "severity": text, "places": small}),
        "fingerprints": pa.schema({"text": number, "digest": number, "at": small}),
    }


def tables(records: Sequence[Record]) -> dict[str, Any]:
    """The three tables of some records."""
    import pyarrow as pa

    of = schemas()
    blank = dict.fromkeys(of["drafts"].names)
    plain = {"error": "", "outcome": "", "date": "", "characters": 0, "letters": 0, "paragraphs": []}
    rows = [{**blank, **plain, **_utf8(one.row)} for one in records]
    found = [
        {"text": one.row["text"], "code": code, "severity": severity, "places": places}
        for one in records
        for code, severity, places in one.findings
    ]
    texts = [pa.repeat(pa.scalar(one.row["text"], pa.int64()), len(one.prints.at)) for one in records]
    columns = (texts, [one.prints.digest for one in records], [one.prints.at for one in records])
    return {
        "drafts": pa.Table.from_pylist(rows, of["drafts"]),
        "findings": pa.Table.from_pylist(found, of["findings"]),
        "fingerprints": pa.table(
            [pa.chunked_array(each) for each in columns], of["fingerprints"]
        ).combine_chunks(),
    }


def _utf8(row: dict[str, Any]) -> dict[str, Any]:
    """The row with names that are no UTF-8 written as Parquet can hold them."""
    return {**row, "path": row["path"].encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")}


def written(folder: str, made: dict[str, Any], stamp: str, *, prints: str = "") -> Part:
    """Writes a part into the archive at ``folder``, all of it or nothing; its name is that of its drafts.

    ``prints`` is the name of the fingerprints where these are there already.
    """
    import pyarrow.parquet as pq

    texts = sorted(made["drafts"]["text"].to_pylist())
    name = blake2b(repr((stamp, texts, prints)).encode(), digest_size=8).hexdigest()
    part = Part(name, prints or name)
    note = {_STAMP: stamp.encode(), _PRINTS: part.fingerprints.encode()}
    for kind in KINDS:
        table = made.get(kind)
        if table is not None:
            table = table.replace_schema_metadata(note)
            put(
                os.path.join(folder, part.file(kind)),
                lambda path, table=table, kind=kind: pq.write_table(table, path, **_WRITING[kind]),
            )
    return part


def read(path: str, columns: Sequence[str] | None = None) -> Any:
    """A table of the archive. Raises ``UsageError`` where it is damaged or foreign."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(path).read(columns=columns)
    except (OSError, pa.ArrowException):
        raise damaged(path) from None


def damaged(path: str) -> UsageError:
    return UsageError(
        f"{path} 坏了或不是 speechlint 的：这个库不完整，请删去后重建",
        f"{path} is damaged or foreign; build the archive anew",
    )


def stray(path: str, stamp: str) -> Part | None:
    """The part whose drafts are at ``path``, left by a build that was killed; None where it is not whole or not ours."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        said = pq.read_schema(path).metadata or {}
    except (OSError, pa.ArrowException):
        return None
    if said.get(_STAMP) != stamp.encode():
        return None
    part = Part(os.path.basename(path).removesuffix(".parquet"), said[_PRINTS].decode())
    folder = os.path.dirname(os.path.dirname(path))
    return part if all(os.path.isfile(os.path.join(folder, part.file(kind))) for kind in KINDS) else None


def sifted(folder: str, part: Part, drafts: Any, keep: Sequence[bool], stamp: str) -> Part | None:
    """The part with the drafts to keep alone: itself, or a smaller one; None without any.

    Fingerprints are written anew only where most of their drafts have gone.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    kept = drafts.filter(pa.array(keep, pa.bool_()))
    if not len(kept):
        return None
    if len(kept) == len(drafts):
        return part
    made = {"drafts": kept}
    tables = ("findings",) if 2 * len(kept) > len(drafts) else ("findings", "fingerprints")
    for kind in tables:
        table = read(os.path.join(folder, part.file(kind)))
        made[kind] = table.filter(pc.is_in(table["text"], kept["text"]))
    return written(folder, made, stamp, prints="" if "fingerprints" in made else part.fingerprints)


def joined(folder: str, parts: Iterable[Part], stamp: str) -> Part:
    """Several parts as one."""
    import pyarrow as pa

    parts = list(parts)
    made = {
        kind: pa.concat_tables(
            [read(os.path.join(folder, part.file(kind))) for part in parts]
        ).combine_chunks()
        for kind in KINDS
    }
    return written(folder, made, stamp)
