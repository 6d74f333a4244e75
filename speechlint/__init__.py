"""speechlint：中文讲话稿检查工具。

The names below are the library; each is imported when first asked for, so that the command line does not pay for them.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from speechlint.api import check as check
    from speechlint.api import check_text as check_text
    from speechlint.api import report as report
    from speechlint.document import Document as Document
    from speechlint.document import Span as Span
    from speechlint.finding import Edit as Edit
    from speechlint.finding import Finding as Finding
    from speechlint.finding import Fix as Fix
    from speechlint.finding import Severity as Severity
    from speechlint.project.layers import Layer as Layer
    from speechlint.project.plan import Project as Project
    from speechlint.result import Checked as Checked

__version__ = "0.1.0"

_HOMES = {
    "check": "speechlint.api",
    "check_text": "speechlint.api",
    "report": "speechlint.api",
    "Checked": "speechlint.result",
    "Document": "speechlint.document",
    "Edit": "speechlint.finding",
    "Finding": "speechlint.finding",
    "Fix": "speechlint.finding",
    "Layer": "speechlint.project.layers",
    "Project": "speechlint.project.plan",
    "Severity": "speechlint.finding",
    "Span": "speechlint.document",
}

__all__ = [
    "Checked",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Layer",
    "Project",
    "Severity",
    "Span",
    "check",
    "check_text",
    "report",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'speechlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
