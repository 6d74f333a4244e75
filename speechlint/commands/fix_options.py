"""The options of ``speechlint check`` that change drafts."""

from __future__ import annotations

from speechlint.commands.arguments import Option

FIX = (
    Option(
        "--fix",
        "改掉不必再看的（稳妥的改法），再报其余的",
        "make the safe fixes, report the rest",
        group="fix",
    ),
    Option("--fix-only", "只改，不报", "make the safe fixes, report nothing", group="fix"),
    Option("--diff", "只显示会改什么，不写", "show what --fix would change; write nothing", group="fix"),
    Option(
        "--unsafe-fixes",
        "只有一种改法的也改，改后要再看一遍",
        "with --fix or --diff: also fixes that are the only one, but want an eye on the result",
        group="fix",
    ),
    Option(
        "--backup",
        "改之前在旁边留一份原稿（.bak）",
        "keep the draft as it was beside it (.bak; .bak2 where that holds something else)",
        group="fix",
    ),
    Option(
        "--no-backup",
        "Word 文件改之前不留原稿（默认留）",
        "do not keep a Word file as it was (kept by default)",
        group="fix",
    ),
    Option(
        "--track-changes",
        "Word 文件里写成修订，可在 Word、WPS 里逐处接受或拒绝",
        "in Word files, fix with tracked changes, to be accepted or rejected",
        group="fix",
    ),
    Option(
        "--revision-date",
        "修订的日期（默认现在）",
        "the date of tracked changes (default now)",
        "DATE",
        group="fix",
    ),
    Option(
        "--exit-non-zero-on-fix",
        "改了就以 1 退出（提交前的钩子用）",
        "exit with 1 when something was fixed (for hooks)",
        group="fix",
    ),
)
FIXING = tuple(option.name for option in FIX)
