"""The options of ``speechlint check``, in the groups the help shows."""

from __future__ import annotations

from speechlint.commands.arguments import HELP, Option
from speechlint.commands.fix_options import FIX
from speechlint.commands.report_options import REPORT
from speechlint.rulebook.naming import LEVEL_NAMES

LEVELS = ("error", "warning", "info")
FAIL_ON = (*LEVELS, "never")

_RULES = (
    Option(
        "--select",
        "只用这些规则：代码（PLH001）、代码开头（PLH）、条目（SLG001/xk-1）或 ALL，用逗号隔开",
        "use only these rules: codes (PLH001), prefixes (PLH), entries (SLG001/xk-1) or ALL, comma-separated",
        "RULES",
        group="rules",
    ),
    Option("--ignore", "不用这些规则", "leave these rules out", "RULES", group="rules"),
    Option(
        "--extend-select",
        "在默认的规则以外再加这些",
        "use these rules besides the default ones",
        "RULES",
        group="rules",
    ),
    Option(
        "--severity",
        "把规则定为某级（error、warning、info），可重复",
        "give rules another severity (error, warning, info); repeatable",
        "RULE=LEVEL",
        group="rules",
    ),
    Option(
        "--as-of",
        "过时与否按哪一天判断：2026-03-05、2026-03、2026，或 draft（各稿自己的日期）；默认今天",
        "the day dated rules are judged at: 2026-03-05, 2026-03, 2026, or draft (each draft's own date); default today",
        "DATE",
        group="rules",
    ),
    Option(
        "--stage",
        "文稿到了哪一步：初稿、送审、定稿（draft、review、final）或自己定的；默认定稿",
        "how far the draft is: draft, review, final, or one of your own; default final",
        "STAGE",
        group="rules",
    ),
    Option(
        "--no-suppress",
        "不理会忽略、放行的词和基线，全部列出",
        "show what was suppressed, allowed or in the baseline, too",
        group="rules",
    ),
    Option(
        "--baseline",
        "用这个基线文件，记下的旧问题不报；不写就向上找",
        "the file of old findings not to report (default: .speechlint-baseline.yaml, found upward)",
        "FILE",
        group="rules",
    ),
    Option(
        "--changed",
        "只报改动过的行：与 git 里的这个版本比（默认 HEAD）",
        "only lines changed against this revision in git (default HEAD)",
        "REV",
        group="rules",
        optional="HEAD",
    ),
)
_STATUS = (
    Option(
        "--fail-on",
        "有这一级或更重的问题时以 1 退出（默认 error）",
        "exit with 1 on findings of this severity or above (default error)",
        "|".join(FAIL_ON),
        FAIL_ON,
        group="status",
        also=LEVEL_NAMES,
    ),
    Option("--exit-zero", "有问题也以 0 退出", "exit with 0 even with findings", group="status"),
)
_SPEED = (
    Option(
        "--jobs",
        "用几个进程（默认 auto：稿子多才多用）",
        "how many processes (default auto: several where that pays)",
        "N|auto",
        short="-j",
        group="speed",
    ),
    Option(
        "--no-cache",
        "不用、也不留上次的结果",
        "neither use nor keep earlier results",
        group="speed",
    ),
    Option("--cache-dir", "缓存放在这里", "where the cache is", "FOLDER", group="speed"),
    Option(
        "--timing",
        "各条规则、各个步骤花了多少毫秒（标准错误）",
        "milliseconds by rule and stage, on standard error",
        group="speed",
    ),
)
_INPUT = (
    Option(
        "--encoding",
        "文稿的编码（默认自动识别）",
        "encoding of the drafts (default: detected)",
        "NAME",
        group="input",
    ),
    Option(
        "--stdin-filename",
        "标准输入（-）的文稿叫什么：决定格式、配置和报告里的名字",
        "what the draft on standard input (-) is called",
        "NAME",
        group="input",
    ),
    Option(
        "--revisions",
        "Word 稿的修订：按接受之后读（默认），还是按改前的读",
        "tracked changes of Word files: read as accepted (default), or as they were before",
        "accepted|original",
        ("accepted", "original"),
        group="input",
    ),
    Option("--config", "用这个配置文件", "use this config file", "FILE", group="input"),
    Option("--isolated", "不用任何配置文件", "use no config file", group="input"),
    Option(
        "--set",
        "临时改配置里的一项，如 --set fail_on=warning，可重复",
        "give one setting of the config another value, as --set fail_on=warning; repeatable",
        "KEY=VALUE",
        group="input",
    ),
    Option(
        "--exclude",
        "除了配置里的，这些也不查：从当前文件夹算起，* 在一层之内，** 跨层，可重复",
        "leave these out besides those of the config, seen from here: * within a folder, ** across; repeatable",
        "PATTERN",
        group="input",
    ),
    Option(
        "--watch",
        "存一次查一次，只查改过的，Ctrl-C 停",
        "check again what is saved, until Ctrl-C",
        group="input",
    ),
    Option("--show-files", "只列出会检查哪些文件", "list the files that would be checked", group="input"),
    Option(
        "--show-config",
        "只显示对第一份文稿起作用的配置",
        "show the config in effect for the first draft",
        group="input",
    ),
)
# what the other commands that judge drafts take, too
REVISIONS = next(option for option in _INPUT if option.name == "--revisions")
ENCODING = next(option for option in _INPUT if option.name == "--encoding")
READING = tuple(option for option in _INPUT if option.name in ("--encoding", "--config", "--isolated"))
_OTHER = (HELP, Option("--version", "显示版本", "show the version", short="-V"))

OPTIONS = (*_RULES, *REPORT, *FIX, *_STATUS, *_INPUT, *_SPEED, *_OTHER)
