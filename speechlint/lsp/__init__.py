"""The language server, ``speechlint-lsp``: an editor on one side, the front door on the other, nothing behind it."""
