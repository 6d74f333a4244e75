"""Noting that a finding is right as it stands: the client says why, or is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from speechlint.api.editing import ignore as noted
from speechlint.errors import SpeechlintError
from speechlint.lsp.shown import offset_of

if TYPE_CHECKING:
    from speechlint import Finding
    from speechlint.lsp.drafts import Draft
    from speechlint.lsp.server import Server

# Reasons to choose from where the client has no way to type one; the last has the file opened to write one.
_REASONS = {
    "zh": ("引用原文", "就是这样说的", "会前再填", "打开文件自己写"),
    "en": (
        "quoted as it stands",
        "said so on purpose",
        "filled in before the meeting",
        "open the file and write",
    ),
}
_WORDS = {
    "zh": ("为什么不必改？“{}”（{}）", "理由待写", "那里已没有这一处", "记进了 {}"),
    "en": (
        "Why is it right? “{}” ({})",
        "reason to be written",
        "nothing is found there any more",
        "noted in {}",
    ),
}


async def ignore(ls: Server, said: Any) -> None:
    """``said`` names the draft (``uri``), the rule (``code``), the place (``line``, ``character``) and, perhaps, the ``reason``."""
    draft, finding = _meant(ls, said)
    if draft is None or finding is None:
        _tell(ls, _WORDS[ls.lang][2])
        return
    reason = str(said.get("reason") or "").strip()
    reasons = _REASONS[ls.lang]
    if not reason:
        question = _WORDS[ls.lang][0].format(draft.text.source[slice(*finding.span)][:20], finding.selector)
        chosen = await ls.window_show_message_request_async(
            types.ShowMessageRequestParams(
                types.MessageType.Info, question, [types.MessageActionItem(one) for one in reasons]
            )
        )
        if chosen is None:
            return
        reason = chosen.title
    draft, finding = _meant(ls, said)  # one may have typed meanwhile
    if draft is None or finding is None:
        _tell(ls, _WORDS[ls.lang][2])
    else:
        await _note(ls, draft, finding, _WORDS[ls.lang][1] if reason == reasons[-1] else reason)


async def _note(ls: Server, draft: Draft, finding: Finding, reason: str) -> None:
    text, project = draft.text, ls.project
    try:
        path = await ls.do(lambda: noted(draft.path, text.source, finding, reason, project))
    except (SpeechlintError, OSError) as why:
        _tell(ls, why.told(ls.lang) if isinstance(why, SpeechlintError) else str(why), wrong=True)
        return
    ls.refresh()
    if reason == _WORDS[ls.lang][1]:
        await ls.window_show_document_async(
            types.ShowDocumentParams(Path(path).absolute().as_uri(), take_focus=True)
        )
    _tell(ls, _WORDS[ls.lang][3].format(path))


def _meant(ls: Server, said: Any) -> tuple[Draft | None, Finding | None]:
    """The draft and the finding that are meant, as they are now."""
    try:
        position = types.Position(said["line"], said["character"])
        uri, code = str(said["uri"]), str(said["code"])
    except (KeyError, TypeError, ValueError) as why:
        raise JsonRpcInvalidParams(f"ignore: {why!r}") from None
    draft = ls.drafts.get(uri)
    if draft is None:
        return None, None
    at = offset_of(draft.text, position, ls.units)
    there = (one for one in draft.findings if one.selector == code and one.span.start == at)
    return draft, next(there, None)


def _tell(ls: Server, message: str, *, wrong: bool = False) -> None:
    kind = types.MessageType.Error if wrong else types.MessageType.Info
    ls.window_show_message(types.ShowMessageParams(kind, message))
