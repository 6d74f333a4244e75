"""``speechlint-lsp``: starts the server on standard input and output."""

from __future__ import annotations

import sys

_USAGE = "speechlint-lsp [--stdio]\n讲话稿的语言服务器，由编辑器启动 · the language server for speech drafts, started by an editor"
_MISSING = (
    "语言服务器要附加包 lsp：pip install 'speechlint[lsp]' "
    "· the language server needs the extra lsp: pip install 'speechlint[lsp]'"
)


def main() -> int:
    """Serve until the client ends it; 2 where it cannot be started."""
    words = sys.argv[1:]
    if {"-h", "--help"} & {*words}:
        print(_USAGE)
        return 0
    if "--version" in words:
        from speechlint import __version__

        print(f"speechlint {__version__}")
        return 0
    if [word for word in words if word != "--stdio"]:
        print(_USAGE, file=sys.stderr)
        return 2
    return served()


def served() -> int:
    """Serves; where what it takes is not installed, says what to install, and gives 2."""
    try:
        from speechlint.lsp.serving import serve
    except ModuleNotFoundError as why:
        if (why.name or "speechlint").startswith("speechlint"):
            raise
        print(_MISSING, file=sys.stderr)
        return 2
    return serve()
