"""Whether a text is a draft to check at all: a Chinese speech, and no report that was saved by this program."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.numbers import high_bytes
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document

CHECKED = ""
EMPTY = "empty"
FOREIGN = "foreign"
REPORT = "report"
FORMAT = "format"  # no reader reads it yet
SPECIAL = "special"

_REASONS = {
    EMPTY: ("文稿是空的", "the draft is empty"),
    FOREIGN: ("要念的字里几乎没有汉字，不像中文讲话稿", "hardly any Chinese to be spoken; no Chinese speech"),
    REPORT: ("这是 speechlint 存下的报告，不是讲话稿", "a report that speechlint saved, no speech"),
    FORMAT: (
        "还读不了这种格式，请另存为 .docx 或 .txt",
        "this format is not read yet; save it as .docx or .txt",
    ),
    SPECIAL: ("不是普通文件，是管道、套接字或设备", "no regular file, but a pipe, socket or device"),
}
_NAMED = 5  # paths in a sentence
_SAMPLE = 20_000  # characters looked at from each end
_BLOB = 100  # letters without a blank: no words, but an embedded picture
_PLENTY = 2_000  # Chinese characters that make a speech of any text
_HEAD = 2_000  # characters in which a report says that it is one
_HAN_ROWS = bytes(range(0x4E, 0xA0))
_KANA_ROW = b"\x30"  # and the marks 、。《》

_AROUND = "\"'“”‘’.,;:!?()-–—…"  # a word
_MARKS = "，。！？；：、"  # of Chinese sentences
_LONG = 12  # letters; what is longer without a space, beyond ASCII, is several words
_WORD = 6

# One of these stands in every text report, near its beginning.
_SIGNS: tuple[str, ...] = (
    *("份文稿，", "可检查的文稿", "没能检查：", "没能改：", "必须改 ", "建议改 ", "可看 ", "改掉了 "),
    *("draft(s)", "No draft", "not checked: ", "not fixed: ", "error ", "warning ", "info ", " settled"),
)
_XML = ('checkstyle version="', 'testsuites name="speechlint"')
# how the other formats, sheets and lists of facts begin
_SHEETS = (
    *(
        "<!-- speechlint -->",
        "<!doctype html>\n<!-- speechlint -->",
        "<!doctype html>\r\n<!-- speechlint -->",
    ),
    *(
        '"序号","文稿","位置",',
        '"序号","段落",',
        '"no.","place","words",',
        '"no.","draft","place",',
        "核对表（speechlint）",
        "facts (speechlint)",
    ),
    *("::error file=", "::warning file=", "::notice file=", "##vso[task.logissue type="),
    *(f'<?xml version="1.0" encoding="utf-8"?>{end}<{name}' for name in _XML for end in ("\n", "\r\n")),
)
_PAINT = regex.later(r"\x1b?\[[0-9;]*m")
_LEVEL = r"(?:必须改|建议改|可看|error|warning|info)"
_REPORTED = regex.later(
    # the verdict
    r"(?:(?:(?:必须改|建议改|可看) (?:\d+ 条 )?\d+ 处，?)+|没有发现问题)（\d+ 份文稿，\d+ 字）(?:；.*)?"
    r"|(?:(?:\d+ (?:\(\d+ places\) )?to (?:correct|consider|look at)(?:, )?)+|Nothing found) \(\d+ draft\(s\), \d+ characters\)(?:; .*)?"
    r"|没有可检查的文稿(?:；.*)?|No draft to check(?:; .*)?"
    r"|改掉了 \d+ 处|\d+ settled"  # of compare
    # without it: a finding, a rule that is counted
    rf"|.+:\d+:\d+ {_LEVEL} [A-Z]{{2,4}}\d{{3}} .+"
    rf"|\s*\d+  {_LEVEL}  [A-Z]{{2,4}}\d{{3}}  [^\s，。]+(?:  .*)?"
)
# what kind of draft it is may stand before the verdict, broken into lines
_KIND = regex.later(
    r"(?:这份稿子是从网上复制的|This draft was copied from the web|占位符 \d+ 处|脱漏 \d+ 处|提法 \d+ 处|没有隐去的名字 \d+ 处"
    r"|\d+ (?:places not filled|elisions|formulations to|names left)).*"
)
_KIND_LINES = 8
_SHEET_TITLE = regex.later("校对单：|Proof sheet：")  # what a sheet opens with where only its words are read
_NOT_READ = "(?:没能检查：|没能改：|not checked: |not fixed: )"
_UNREAD = regex.later(rf"\S.* {_NOT_READ}.+")
_RUN = regex.later(rf"[!-~]{{{_BLOB},}}")
_DATA = regex.later(r'\{\s*"schema_version": \d+,\s*"(?:speechlint_version": "|files": \[)')
_RULE = r"[A-Z]{2,4}\d{3}"
_CONCISE = regex.later(rf".+:\d+:\d+: (?:{_RULE} |{_NOT_READ}).+")
_GROUPED = regex.later(rf"  (?:\d+:\d+ +{_LEVEL} +{_RULE} |{_NOT_READ}).+")
# the heads of SARIF, reviewdog's and GitLab's reports; the last is a list, and an empty one of a clean run
_OTHER_DATA = regex.later(
    r'\{\s*"\$schema": "[^"]*sarif[^"]*",[^}]{0,200}"driver": \{\s*"name": "speechlint"'
    r'|\{\s*"source": \{\s*"name": "speechlint"'
    rf'|\[\s*\{{\s*"description": "(?:{_RULE} |[^"]*",\s*"check_name": "unread")|\[\]\s*$'
)
_STREAM = regex.later(r'\{"type": "(?:file|finding|skipped|error|summary)", .*\}')


def left_out(doc: Document) -> str:
    """Why ``doc`` is not checked, a key of ``reason``; ``CHECKED`` where it is."""
    spoken = doc.spoken
    if not spoken.strip("\ufeff\u200b \t\n\u3000"):
        return EMPTY if not doc.source.strip("\ufeff\u200b \t\n\u3000") else FOREIGN
    if is_report(doc.source):
        return REPORT
    return CHECKED if _is_chinese(spoken) else FOREIGN


def reason(outcome: str, lang: str) -> str:
    """An outcome that is not ``CHECKED``, in words."""
    return _REASONS[outcome][lang == "en"]


def told(outcome: str, paths: Sequence[str], lang: str) -> str:
    """The sentence that says what was not checked, and why."""
    why, names = reason(outcome, lang), listed(paths, lang)
    return f"not checked: {names} ({why})" if lang == "en" else f"没有检查：{names}（{why}）"


def listed(paths: Sequence[str], lang: str) -> str:
    """Paths for a sentence: some of them, and how many there are where they are more."""
    some = (", " if lang == "en" else "、").join(paths[:_NAMED])
    if len(paths) <= _NAMED:
        return some
    return f"{some}, … ({len(paths)} in all)" if lang == "en" else f"{some}……共 {len(paths)} 份"


def is_report(text: str) -> bool:
    """Whether this program wrote the text as a report of ``check``, in any format; its beginning is enough."""
    head = text[:_HEAD].lstrip("\ufeff\r\n")
    if head.startswith(_SHEETS):
        return True
    if head.startswith("{"):
        return bool(_DATA.match(head) or _OTHER_DATA.match(head)) or _is_stream(head)
    if head.startswith("[") and _OTHER_DATA.match(head):
        return True
    first = head.partition("\n")[0]
    if ": " in first and _CONCISE.fullmatch(first):
        return True
    if "[0m" in head:
        head = _PAINT.sub("", head)
    if not any(sign in head for sign in _SIGNS):
        return False
    lines = [line for line in head.splitlines()[:20] if line.strip()]
    if lines and _SHEET_TITLE.match(lines[0]):
        lines = lines[1:]
    at = next((at for at, line in enumerate(lines) if not _UNREAD.fullmatch(line)), len(lines))
    if at == len(lines):
        return at > 0
    if _GROUPED.fullmatch(lines[min(at + 1, len(lines) - 1)]):
        return True
    some = lines[at : at + _KIND_LINES] if _KIND.fullmatch(lines[at]) else lines[at : at + 1]
    return any(_REPORTED.fullmatch(line) for line in some)


def is_report_data(head: bytes) -> bool:
    """``is_report`` of the first bytes of a file."""
    try:
        return is_report(head.decode())
    except UnicodeDecodeError as trouble:  # in GBK, or cut off in a character
        encoding = "utf-8" if trouble.start > len(head) - 4 else "gb18030"
        return is_report(head.decode(encoding, "ignore"))


def _is_stream(head: str) -> bool:
    line, ending, _ = head.replace("\r", "").partition("\n")
    return bool(_STREAM.fullmatch(line)) if ending else bool(_STREAM.match(line + "}"))


def _is_chinese(spoken: str) -> bool:
    """Whether there is Chinese to judge: requirements.txt and an English README are none."""
    return _has_chinese(spoken) or (len(spoken) > _BLOB and _has_chinese(_RUN.sub("", spoken)))


def _has_chinese(text: str) -> bool:
    """A translation may stand beside it, sentence by sentence: its words are counted, not its letters."""
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
    rows = high_bytes(sample)
    han = len(rows) - len(rows.translate(None, _HAN_ROWS))
    if rows.count(_KANA_ROW) >= han and _kana(sample) >= han:
        return False  # Japanese, or nothing at all
    if han >= _PLENTY:
        return True
    tokens = sample.split()
    return han * 5 >= sum(map(len, tokens)) or _is_translated(han, tokens)


def _is_translated(han: int, tokens: list[str]) -> bool:
    """Whether the ``tokens`` of a text, split at blanks, are Chinese sentences and what they say in another language."""
    other = [token for token in tokens if not any("\u4e00" <= char <= "\u9fff" for char in token)]
    latin = [token.strip(_AROUND).isalpha() for token in other if token.isascii()]  # code has few plain words
    size = sum(1 if token.isascii() or len(token) <= _LONG else len(token) // _WORD for token in other)
    marks = sum(token.count(mark) for token in tokens for mark in _MARKS)
    return marks >= 2 and sum(latin) * 2 >= len(latin) and han * 3 >= size * 2


def _kana(sample: str) -> int:
    return sum("\u3041" <= char <= "\u30ff" for char in sample)
