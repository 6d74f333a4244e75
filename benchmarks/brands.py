"""Writes ``speechlint/document/facts/tagged/brands.bin`` from a list of short names of companies, one a line.

    python benchmarks/brands.py Company-Shorter-Form.txt

The list is that of github.com/wainshine/Company-Names-Corpus (Apache License 2.0). Names that the dictionary has as
common words are left out, and those that are not two to four Chinese characters.
"""

from __future__ import annotations

import sys
from pathlib import Path

from speechlint.document.facts.tagged.brands import COMMON, SIZES, TABLE, bits
from speechlint.document.words import frequency

_ROOM = 12  # bits of the table for each name


def main() -> int:
    """Reads the list and writes the table."""
    listed = {line.strip() for line in Path(sys.argv[1]).read_text(encoding="utf-8-sig").splitlines()}
    names = [
        name
        for name in listed
        if len(name) in SIZES
        and all("\u4e00" <= one <= "\u9fff" for one in name)
        and frequency(name) < COMMON
    ]
    table = bytearray(len(names) * _ROOM // 8)
    for name in names:
        for byte, bit in bits(name, len(table)):
            table[byte] |= bit
    Path(TABLE).write_bytes(table)
    print(f"{len(names):,} names, {len(table):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
