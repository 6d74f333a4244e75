"""Arguments → settings → lint → report → exit status."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from speechlint import catalogue
from speechlint.document.dates import AsOf
from speechlint.engine import Selection, Settings, lint
from speechlint.readers import read


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="speechlint")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--format", default="text")
    parser.add_argument("--as-of")
    parser.add_argument("--exit-zero", action="store_true")
    parser.add_argument("--select", default="")
    options = parser.parse_args(argv)
    as_of = AsOf(options.as_of, "--as-of") if options.as_of else AsOf(time.strftime("%Y-%m-%d"), "today")
    selection = Selection(tuple(filter(None, options.select.split(","))))
    settings = Settings(as_of, selection)
    rules = catalogue.load()
    results = []
    for path in options.paths:
        if path == "check":
            continue
        with open(path, "rb") as file:
            doc = read(path, file.read())
        results.append((doc, lint(doc, rules, settings)))
    if options.format == "json":
        from speechlint.reporters import json

        print(json.report(results, as_of))
    else:
        for doc, findings in results:
            for f in findings:
                place = doc.place(f.span.start)
                print(f"{doc.path}:{place.line}:{place.column} {f.severity.label} {f.code} {f.message}")
    failed = any(f.severity == 3 for _, findings in results for f in findings)
    return 1 if failed and not options.exit_zero else 0


if __name__ == "__main__":
    sys.exit(main())
