"""What can be asked of a draft on a desk: each task takes what was opened and the request, and gives the reply.

A request has the draft's ``text`` as it is now, ``lang``, ``as_of``, ``stage``, and ``ignores``, the text of a sidecar.
"""

from __future__ import annotations

import os

from speechlint import reporters
from speechlint.api import editing
from speechlint.document.as_of import DRAFT, day_of
from speechlint.document.layout import body_of
from speechlint.document.outcome import reason
from speechlint.errors import UsageError
from speechlint.fixing import fix as fixing
from speechlint.fixing.restoring import restored, site_findings
from speechlint.judgements.fingerprint import fingerprint
from speechlint.judgements.sidecar import judgement, made
from speechlint.project.judged import IGNORE_FILE
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import of
from speechlint.readers.written import composed
from speechlint.reporters import outline
from speechlint.reporters.families import family
from speechlint.reporters.restored import summary
from speechlint.reporters.rows import row
from speechlint.result import View, gathered
from speechlint.run.one import check_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speechlint.api.opened import Opened
    from speechlint.document import Document
    from speechlint.finding import Edit, Finding
    from speechlint.quick.typing import Any
    from speechlint.result import Checked

    Asked = Mapping[str, Any]


def lang(asked: Asked) -> str:
    return "en" if asked.get("lang") == "en" else "zh"


def project(asked: Asked) -> Project:
    """No file of the machine has a say in it: neither a config nor what stands beside drafts."""
    said = asked.get("as_of") or None
    day = said if said in (None, DRAFT) else day_of(said)
    if said and day is None:
        raise UsageError(f"“{said}”不是日期", f"'{said}' is no date")
    layer = Layer(lang=lang(asked), as_of=day, phase=asked.get("stage") or None)
    sidecar = made(asked.get("ignores") or "", IGNORE_FILE)
    return Project(layer, isolated=True, baseline="", sidecar=sidecar)


def checked(opened: Opened, asked: Asked) -> tuple[Checked, Project]:
    plan = project(asked)
    return check_document(opened.document(asked["text"]), plan)._replace(titles=plan.titles()), plan


def check(opened: Opened, asked: Asked) -> dict[str, Any]:
    """The JSON report of the command line, and what a page shows beside it."""
    result, said = checked(opened, asked)[0], lang(asked)
    doc, findings = result.doc, [one for one in result.findings if not one.muted_by]
    told = [_row(doc, finding, said) for finding in findings]
    return {
        "report": report(result, said),
        "rows": told,
        "muted": [_muted(doc, one) for one in result.findings if one.muted_by],
        "outline": _outline(doc, findings),
        "damage": _damage(doc, findings),
        "left_out": reason(result.outcome, said) if result.outcome else "",
    }


def report(result: Checked, said: str) -> str:
    """The JSON report of the command line."""
    return reporters.report("json", gathered([result], result.as_of), View(lang=said))


def _row(doc: Document, finding: Finding, said: str) -> dict[str, Any]:
    told = row(doc, finding, 0, said)
    return {
        "family": family(finding.code),
        "family_title": told.family,
        "level": told.level,
        "place": told.place,
        "message": told.message,
        "change": told.change,
        "authority": told.authority,
    }


def _muted(doc: Document, finding: Finding) -> dict[str, str]:
    mute = finding.muted_by
    return {
        "code": finding.code,
        "words": doc.source[slice(*finding.span)],
        "kind": mute.kind if mute else "",
        "reason": mute.reason if mute else "",
    }


def _outline(doc: Document, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    wrong = [one for one in findings if one.code.startswith(outline.FAMILIES)]
    return outline.speeches(doc, wrong) if doc.text.strip() else []


def _damage(doc: Document, findings: Sequence[Finding]) -> int:
    """How many places ``restore`` would mend."""
    repairs = sum(repair.reading != doc.source[slice(*repair.span)] for repair in doc.repairs)
    return repairs + sum(1 for _ in site_findings(findings))


def fix(opened: Opened, asked: Asked) -> dict[str, Any]:
    """The edits that ``--fix`` would make; of the rule ``code`` alone, if asked, and the unsafe ones too."""
    reader, plan = of(opened.path), project(asked)
    doc, code = opened.document(asked["text"]), asked.get("code")

    def lint(source: str) -> Sequence[Finding]:
        found = check_document(reader.document(doc.path, source, doc.encoding), plan).findings
        return [one if code in (None, one.code) else one._replace(fixes=()) for one in found]

    rounds = list(fixing.rounds(doc.source, lint, unsafe=bool(asked.get("unsafe")), reader=reader))
    edits = composed((one.edits for one in rounds), rounds[0].before) if rounds else ()
    return {"edits": [_edit(one) for one in edits], "settled": sum(one.settled for one in rounds)}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"offset": edit.span.start, "end_offset": edit.span.end, "text": edit.text}


def restore(opened: Opened, asked: Asked) -> dict[str, Any]:
    """The text as it can be worked on, and what was done, line by line."""
    doc = opened.document(asked["text"])
    found = restored(doc, project(asked))
    beside = doc.source[len(body_of(doc.source)) :]
    return {"text": found.text + beside, "told": list(summary(found, [], lang(asked)))}


def explain(opened: Opened, asked: Asked) -> dict[str, Any]:
    """The page of a rule."""
    return {"told": editing.explain(asked["code"], opened.path, project(asked), lang(asked))}


def ignore(opened: Opened, asked: Asked) -> dict[str, Any]:
    """The ``ignores`` with one finding more, known by its ``fingerprint``; with the reason."""
    why = str(asked.get("reason") or "").strip()
    if not why:
        raise UsageError("要写明理由", "say why")
    result, _ = checked(opened, asked)
    doc, ignores = result.doc, asked.get("ignores") or ""
    found = [one for one in result.findings if fingerprint(doc, one) == asked["fingerprint"]]
    if not found:
        raise UsageError("那里没有要报的问题了", "nothing is reported there any more")
    ignores += "\n" if ignores and not ignores.endswith("\n") else ""
    return {"ignores": ignores + "".join(judgement(doc, found[0], why, os.getcwd()))}
