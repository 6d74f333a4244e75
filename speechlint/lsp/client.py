"""What the client said that it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

if TYPE_CHECKING:
    from lsprotocol.types import ClientCapabilities


class Client(NamedTuple):
    """It ``pulls``: it asks for diagnostics, none are sent unasked; ``refreshes``: it can be told to ask again.

    It knows ``versioned`` edits, ``related`` places, ``markdown`` under the pointer, and can ``watch`` files.
    """

    pulls: bool = False
    refreshes: bool = False
    versioned: bool = False
    related: bool = False
    markdown: bool = False
    watches: bool = False

    @classmethod
    def of(cls, said: ClientCapabilities) -> Client:
        document, workspace = said.text_document, said.workspace
        pulled = document.diagnostic if document else None
        published = document.publish_diagnostics if document else None
        formats = document.hover.content_format if document and document.hover else None
        edit = workspace.workspace_edit if workspace else None
        refreshed = workspace.diagnostics if workspace else None
        watched = workspace.did_change_watched_files if workspace else None
        return cls(
            pulls=pulled is not None,
            refreshes=bool(refreshed and refreshed.refresh_support),
            versioned=bool(edit and edit.document_changes),
            related=_related(pulled) or _related(published),
            markdown=types.MarkupKind.Markdown in (formats or ()),
            watches=bool(watched and watched.dynamic_registration),
        )


def _related(
    said: types.DiagnosticClientCapabilities | types.PublishDiagnosticsClientCapabilities | None,
) -> bool:
    return bool(said and said.related_information)


def language(locale: str | None) -> str:
    """The language of the messages for a client that speaks ``locale``."""
    return "en" if locale and locale.lower().startswith("en") else "zh"
