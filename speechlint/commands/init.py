"""``speechlint init``: a starter config that explains itself."""

from __future__ import annotations

import os

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.errors import ReadError, UsageError
from speechlint.files.writing import write
from speechlint.project import sources
from speechlint.project.layers import NAME
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output
from speechlint.reporters.terminal import harmless

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "写一份带注释的起步配置",
    "write a commented starter config",
    "speechlint init [FOLDER]",
    (Option("--force", "已经有了也盖掉", "replace a config that exists"), LANG, HELP),
    (Example("speechlint init", f"在这个文件夹里写 {NAME}", f"write {NAME} in this folder"),),
)

STARTER = """\
# speechlint 的配置。对这个文件夹和下面各层的文稿起作用；命令行上写的优先。
# 每一行都可以不写；去掉行首的“# ”就起作用。

# 只用、不用、另加哪些规则：代码（PLH001）、代码开头（PLH）、条目（SLG001/xk-1）或 ALL。
# select: [PLH, SLG]
# ignore: [SYS]
# extend_select: []

# 某条规则算哪一级：error（必须改）、warning（建议改）、info（可看）。
# severity:
#   SLG: info

# 有这一级或更重的问题时以 1 退出：error、warning、info 或 never。
# fail_on: error

# 过时与否按哪一天判断：2026-03-05、2026-03、2026，或 draft（各稿自己的日期）。不写就是今天。
# as_of: "2026-03-05"

# 信息用中文（zh）还是英文（en）。
# lang: zh

# 不查的文件。路径从这个文件夹算起；* 在一层之内，** 跨层。
# exclude: [存档/**, 模板-*.txt]

# 放行的词：落在这些词里的字不报。写明为什么。
# allow:
#   - term: X射线楼
#     reason: 本市地名

# 某些文件另有规定，后面的盖过前面的。
# overrides:
#   - files: [存档/**]
#     as_of: draft
#     fail_on: never

# 自己的规则包：放规则文件的文件夹，写法和自带的规则一样。
# packs: [规则]

# 自己的领导名录：姓名、职务、排序、起止（不写“until”就是在任）；也可以写成放着这种列表的文件名。
# rosters:
#   - {name: 王大川, post: 市委书记, order: 1, from: "2023-05", wrong: [王大传]}
#   - 名单/市领导.yaml

# 文稿到了哪一步：初稿、送审、定稿，或自己定的；初稿里的空处只作“可看”。
# stage: 定稿
# stages:
#   会签: {at_most: {PLH: warning}, ignore: [SYS]}

# .md 稿里的忽略、放行的词必须写理由。
# require_reason: true

# 查过的结果当天留着，再查快些（只有自己能读，过了当天就删）；涉密、敏感的稿子可以什么都不留。
# cache: false

# 判断过、不必改的问题记在这里（默认是上层文件夹里的 .speechlint-ignore.yaml）。
# ignore_file: .speechlint-ignore.yaml
"""

STARTER_EN = """\
# The config of speechlint, for the drafts in this folder and below; the command line goes before it.
# Every line may be left out; take away the "# " at its beginning to make it count.

# Rules to use alone, to leave out, to add: codes (PLH001), beginnings (PLH), entries (SLG001/xk-1) or ALL.
# select: [PLH, SLG]
# ignore: [SYS]
# extend_select: []

# How grave the findings of a rule are: error, warning or info.
# severity:
#   SLG: info

# Exit with 1 on findings as grave as this: error, warning, info or never.
# fail_on: error

# The day that dated rules are judged at: 2026-03-05, 2026-03, 2026, or draft (each draft's own date); else today.
# as_of: "2026-03-05"

# Messages in Chinese (zh) or English (en).
# lang: en

# Files not to check, seen from this file; * stays within a folder, ** crosses them.
# exclude: [archive/**, template-*.txt]

# Terms to leave alone: what is found inside them is not reported. Say why.
# allow:
#   - term: X-ray
#     reason: the name of a building

# Other settings for some files; the later ones count before the earlier.
# overrides:
#   - files: [archive/**]
#     as_of: draft
#     fail_on: never

# Rule packs of your own: folders of rule files, written as the shipped ones are.
# packs: [my-rules]

# Rosters of your own, or files that hold them: name, post, order, since when and until when.
# rosters:
#   - my-rosters/city.yaml

# How far the drafts are: draft, review, final, or a stage of your own; blanks in a draft are only worth a look.
# stage: final
# stages:
#   countersign: {at_most: {PLH: warning}, ignore: [SYS]}

# Comments in .md drafts, and allowed terms, must say why.
# require_reason: true

# What was found is kept for the day (for you alone) to be faster; nothing is kept of drafts that are confidential.
# cache: false

# Where findings that were judged right are noted (else .speechlint-ignore.yaml in a folder above).
# ignore_file: .speechlint-ignore.yaml
"""


def main(given: Given) -> int:
    if len(given.words) > 1:
        raise UsageError("init 只要一个文件夹", "init takes one folder")
    path = os.path.join(*given.words, NAME)
    if os.path.lexists(path) and not given.flag("--force"):
        raise UsageError(
            f"{path} 已经有了，没有改动它；要重写用 --force",
            f"{path} exists; it was left alone; --force writes it anew",
        )
    try:
        write(
            path,
            (STARTER_EN if given.language == "en" else STARTER).encode(),
            seen=sources.content(path) if os.path.isfile(path) else None,
        )
    except ReadError as why:
        raise UsageError(f"{path}：{why}", f"{path}: {why.told('en')}") from None
    output.write(f"wrote {harmless(path)}" if given.language == "en" else f"写好了 {harmless(path)}")
    return 0
