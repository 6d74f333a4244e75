"""The words of the text report, in the languages of ``--lang``, and its colours."""

from __future__ import annotations

from speechlint.finding import Severity
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.reporters.terminal import readable, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.result import View


class Wording(NamedTuple):
    """Every sentence the report is made of; ``labels`` stand beside findings, ``counts`` in the verdict.

    Where findings have more places than one, both are counted, as ``places`` puts them.
    """

    labels: Mapping[Severity, str]
    counts: Mapping[Severity, str]
    each: str
    places: str
    between: str
    clean: str
    nothing: str
    files: str
    unread: str
    unwritten: str
    trouble: str
    not_written: str
    reading: str
    fix: str
    either: str
    delete: str
    close_up: str
    list: str
    more: str
    fixable: str
    likewise: str
    first: str
    by_family: str
    by_draft: str
    more_drafts: str
    fix_all: str
    one_by_one: str
    occurrences: str
    line: str
    paragraph: str
    at_paragraph: str
    related: str
    between_places: str
    authority: str
    folded: str
    muted: Mapping[str, str]
    unlisted: str
    phase: str
    whose: str
    explain: str
    as_of: str
    as_of_found: str
    as_of_by_draft: str
    origins: Mapping[str, str]


_ZH = Wording(
    labels={Severity.ERROR: "必须改", Severity.WARNING: "建议改", Severity.INFO: "可看"},
    counts={Severity.ERROR: "必须改 {}", Severity.WARNING: "建议改 {}", Severity.INFO: "可看 {}"},
    each="{} 处",
    places="{} 条 {} 处",
    between="，",
    clean="没有发现问题",
    nothing="没有可检查的文稿",
    files="（{files} 份文稿，{characters} 字）",
    unread="；有 {} 个文件没能检查",
    unwritten="；有 {} 个文件没能改",
    trouble="没能检查：",
    not_written="没能改：",
    reading="读作：{}",
    fix="改法：{}",
    either=" 或 ",
    delete="删去“{}”",
    close_up="删去空白，前后连起来",
    list="、",
    more="……",
    fixable="[改] ",
    likewise="同类：",
    first="先看这几处：",
    by_family="类别",
    by_draft="文稿",
    more_drafts="……另有 {} 份",
    fix_all="带 [改] 的 {} 条可以自动改：speechlint --fix {}",
    one_by_one="逐条定夺：speechlint review {}",
    occurrences="共 {count} 处，在第 {lines} {line}",
    line="行",
    paragraph="段",
    at_paragraph="第{}段",
    related="参看 {}",
    between_places="；",
    authority="依据（{grade}）：{}",
    folded="“可看”的 {}没有列出，加 --info 列出",
    muted={
        "baseline": "基线里的旧问题 {} 处没有列出",
        "unchanged": "没有改动的行里 {} 处没有列出",
    },
    unlisted="还有 {} 条没有列出（--max-findings）",
    phase="按“{}”这一阶段检查，不是定稿",
    whose="：{}",
    explain="为什么要改、怎样改：speechlint explain {}",
    as_of="过时与否按 {day} 判断（{origin}）",
    as_of_found="过时与否按稿子自己的日期 {day} 判断（{origin}）",
    as_of_by_draft="过时与否按各稿自己的日期判断（{origin}），找不到的按今天 {day}",
    origins={"today": "今天；用 --as-of 可改", "--as-of": "由 --as-of 指定", "config": "由配置的 as_of 指定"},
)
_EN = Wording(
    labels={Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
    counts={
        Severity.ERROR: "{} to correct",
        Severity.WARNING: "{} to consider",
        Severity.INFO: "{} to look at",
    },
    each="{}",
    places="{} ({} places)",
    between=", ",
    clean="Nothing found",
    nothing="No draft to check",
    files=" ({files} draft(s), {characters} characters)",
    unread="; {} file(s) could not be checked",
    unwritten="; {} file(s) could not be fixed",
    trouble="not checked: ",
    not_written="not fixed: ",
    reading="reads as: {}",
    fix="change: {}",
    either=" or ",
    delete="delete “{}”",
    close_up="delete the blank and close up",
    list=", ",
    more=" …",
    fixable="[fix] ",
    likewise="also: ",
    first="Look at these first:",
    by_family="family",
    by_draft="draft",
    more_drafts="… and {} more",
    fix_all="{} marked [fix] can be corrected at once: speechlint --fix {}",
    one_by_one="one by one: speechlint review {}",
    occurrences="{count} places, {line} {lines}",
    line="on lines",
    paragraph="in paragraphs",
    at_paragraph="paragraph {}",
    related="see {}",
    between_places="; ",
    authority="authority ({grade}): {}",
    folded="{} to look at are not listed; --info lists them",
    muted={
        "baseline": "{} of the baseline are not listed",
        "unchanged": "{} on lines that were not changed are not listed",
    },
    unlisted="{} more are not listed (--max-findings)",
    phase="checked as “{}”, not as a final draft",
    whose=": {}",
    explain="why, and what to do: speechlint explain {}",
    as_of="judged as of {day} ({origin})",
    as_of_found="judged as of the draft's own date, {day} ({origin})",
    as_of_by_draft="judged as of each draft's own date ({origin}); without one as of today, {day}",
    origins={
        "today": "today; --as-of changes it",
        "--as-of": "from --as-of",
        "config": "from as_of in the config",
    },
)
WORDS: Mapping[str, Wording] = {"zh": _ZH, "en": _EN}
COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def heading(path: str, view: View) -> str:
    """The name of a draft above its findings; a link to it, where the terminal has them."""
    name = painted(visible(readable(path)), "1", view)
    if not view.links or path == "-":
        return name
    from speechlint.reporters.links import linked

    return linked(name, path)


def painted(text: str, color: str, view: View) -> str:
    """``text`` in a colour, where there are any."""
    return f"\x1b[{color}m{text}\x1b[0m" if view.color and text else text
