"""One process for one client: standard input and output are the protocol's, all else goes to standard error."""

from __future__ import annotations

import gc
import logging
import os
import sys

from speechlint.lsp.features import server
from speechlint.lsp.protocol import Output

_TURN = 0.001  # seconds after which the thread that checks lets the other have its turn


def serve() -> int:
    """Serve until the client says exit, or has gone. Does not return: a check that still runs is of no use to anyone."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="speechlint-lsp: %(message)s")
    sys.setswitchinterval(_TURN)
    gc.set_threshold(50_000, 20, 50)  # as the command: a whole collection is as long as a check
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    made = server()
    made.start_io(asked, Output(told))  # type: ignore[arg-type]
    os._exit(made.status)
