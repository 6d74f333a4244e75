"""The program, as ``speechlint`` and as ``python -m speechlint``."""

from __future__ import annotations

import gc
import os
import sys

from speechlint.quick import modules


def run() -> None:
    """Run the command line: a short run is over before collecting and tidying up memory would pay."""
    gc.set_threshold(50_000, 20, 50)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    try:
        modules.begin()
        from speechlint.cli import main

        status = main()
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:  # before ``main`` began, or after it was done
        status = 130
    os._exit(status)


if __name__ == "__main__":
    run()
