"""``speechlint rules --new``: a rule file to begin with, which says what is to be written where."""

from __future__ import annotations

import os
import re

from speechlint.errors import ReadError, UsageError
from speechlint.files import writing
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import visible
from speechlint.rulebook import packs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.commands.arguments import Given

_NAME = re.compile(r"([A-Z]{2,4}\d{3})(?:-([a-z0-9-]+))?")
_RULE = """\
# {check_with}
title: {title}
severity: warning        # {severity}
message:                 # {message}
  zh: “{{text}}”{said}
  en: "“{{text}}” is called otherwise by now"
why: |
  {why}
source: {{title: {source}}}
grade: convention        # {grade}
check:                   # {check}
  pattern:
    entries:
      - id: old-name
        terms: [工运科, 宣教科]
examples:                # {examples}
  bad:
    - 请⟦工运科⟧的同志发言。
  good:
    - 请组织科的同志发言。
"""
_ZH = {
    "check_with": "改好以后：speechlint rules --check {folder}",
    "title": "机构的旧名",
    "severity": "error 必须改、warning 建议改、info 可看",
    "message": "报告里的话；{text} 是报的字",
    "said": "已经改名",
    "why": "为什么要改：念出旧名，台下就知道稿子是从前的。",
    "source": "依据的名称",
    "grade": "依据是哪一等：regulation 规定、usage 通行、convention 本项目约定",
    "check": "有哪些检查和选项：docs/checks.md，或 speechlint schema rule",
    "examples": "例子就是测试：⟦⟧ 里是要报的字；good 是形似而不该报的",
}
_EN = {
    "check_with": "then: speechlint rules --check {folder}",
    "title": "old-names",
    "severity": "error, warning or info",
    "message": "what the report says; {text} is what was found",
    "said": "已经改名",
    "why": "Why it is to be changed: an old name tells the hall that the speech is an old one.",
    "source": "name of the authority",
    "grade": "how far it goes: regulation, usage or convention",
    "check": "the checks and their options: docs/checks.md, or speechlint schema rule",
    "examples": "the examples are the tests: ⟦⟧ marks what is found; good ones look alike and are left alone",
}


def write(said: str, folder: str, given: Given) -> int:
    """Writes the file, named by its code. Raises ``UsageError`` where that is none, or is taken."""
    named = _NAME.fullmatch(said)
    if named is None:
        raise UsageError(
            f"“{said}”应是规则代码，如 OWN001，或带英文名 OWN001-old-names",
            f"'{said}': write a code, as OWN001, or OWN001-old-names",
        )
    code, name = named[1], named[2] or "old-names"
    _check_free(code, folder)
    path = os.path.join(folder, f"{code}-{name}.yaml")
    words = _EN if given.language == "en" else _ZH
    text = _filled(words, folder)
    try:
        os.makedirs(folder, exist_ok=True)
        writing.write(path, text.encode(), seen=None)
    except ReadError as why:
        raise UsageError(f"{path}：{why}", f"{path}: {why.told('en')}") from None
    output.write(f"wrote {visible(path)}" if given.language == "en" else f"写好了 {visible(path)}")
    return 0


def _filled(words: Mapping[str, str], folder: str) -> str:
    return _RULE.format(**{**words, "check_with": words["check_with"].format(folder=folder)})


def _check_free(code: str, folder: str) -> None:
    for pack in (packs.shipped(), folder):
        for path in packs.rule_files(pack):
            if os.path.basename(path).partition("-")[0] == code:
                raise UsageError(f"代码 {code} 已用于 {path}", f"the code {code} is that of {path}")
