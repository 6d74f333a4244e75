"""The options of ``speechlint check`` on its report."""

from __future__ import annotations

from speechlint.commands.arguments import LANG, Option
from speechlint.document.span import UNITS
from speechlint.reporters import REPORTERS

REPORT = (
    Option(
        "--format",
        f"报告的格式（默认 text）：{'、'.join(REPORTERS)}",
        f"format of the report (default text): {', '.join(REPORTERS)}",
        "FORMAT",
        tuple(REPORTERS),
        "-f",
        "report",
    ),
    Option(
        "--output-file", "把报告写进文件", "write the report to a file", "FILE", short="-o", group="report"
    ),
    Option(
        "--also",
        "同时把另一种格式写进文件，可重复",
        "write another format to a file, too; repeatable",
        "FORMAT=FILE",
        group="report",
    ),
    Option(
        "--force",
        "-o、--also 的文件不是以前的报告也盖掉",
        "let -o and --also replace a file that exists and is no earlier report",
        group="report",
    ),
    Option("--info", "“可看”的也逐条列出", "list the findings worth a look, too", group="report"),
    Option(
        "--sort",
        "按位置还是按轻重排列（默认三十条以内按位置，多了重的在前）",
        "by position or by gravity (default: by position up to 30 findings, then the gravest first)",
        "position|gravity",
        ("position", "gravity"),
        group="report",
    ),
    Option(
        "--max-findings",
        "最多列几条，重的先列；没有列的照样计数",
        "list so many findings at most, the gravest; the others are counted all the same",
        "N",
        group="report",
    ),
    Option(
        "--max-occurrences",
        "给程序的格式里，一条最多列几处",
        "in formats for programs, list so many places of a finding at most",
        "N",
        group="report",
    ),
    Option(
        "--column-unit",
        "给程序的格式里，列数的是什么：码点（默认）、UTF-16 单元、UTF-8 字节、屏幕上的格；sarif、rdjson 有自己的规定",
        "what columns count in formats for programs: code points (default), UTF-16 units, UTF-8 bytes, screen columns; sarif and rdjson have their own",
        "|".join(UNITS),
        UNITS,
        group="report",
    ),
    Option(
        "--no-fold",
        "条数多时也逐条列全，同一条规则的不并在一起",
        "list each finding in full, also where they are many",
        group="report",
    ),
    Option(
        "--redact",
        "不写出稿子里的字，只说规则、位置、字数",
        "leave out the words of the drafts: rule, place and length alone",
        group="report",
    ),
    Option("--verbose", "每条规则的依据都列出", "give the authority of every rule", group="report"),
    Option("--statistics", "只报每条规则有几处", "count by rule instead of listing", group="report"),
    Option(
        "--quiet",
        "只列问题，不要结论和说明",
        "only findings, no verdict and remarks",
        short="-q",
        group="report",
    ),
    Option(
        "--color",
        "颜色（默认 auto：只在终端上；也认 NO_COLOR）",
        "colours (default auto: on terminals; NO_COLOR is honoured)",
        "auto|always|never",
        ("auto", "always", "never"),
        group="report",
    ),
    LANG._replace(group="report"),
)
