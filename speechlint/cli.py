"""Arguments → settings → lint → report → exit status."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from speechlint import catalogue, reporters
from speechlint.document.dates import AsOf
from speechlint.engine import Selection, Settings, lint
from speechlint.readers import read
from speechlint.run import Result, Run, View


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
    run = Run(tuple(Result(doc, tuple(found), as_of) for doc, found in results), (), as_of)
    print(reporters.load(options.format).report(run, View()))
    failed = any(f.severity == 3 for _, findings in results for f in findings)
    return 1 if failed and not options.exit_zero else 0


if __name__ == "__main__":
    sys.exit(main())
