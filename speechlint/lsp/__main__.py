"""The server as ``python -m speechlint.lsp``."""

from __future__ import annotations

import sys

from speechlint.lsp.entry import main

if __name__ == "__main__":
    sys.exit(main())
