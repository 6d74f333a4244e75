"""PDF files, with pypdfium2 (the extra ``pdf``): their words, without what repeats on every page, lines joined again."""

from __future__ import annotations

from speechlint.errors import ReadError
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.office import edited
from speechlint.readers.text import document, shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["decode", "document", "edited", "is_able", "shape"]

_PAGE_NUMBER = regex.later(
    r"[-—–－\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－\s·]*"
)
_STARTS = regex.later(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[章节条部]|同志们)"
)
_ENDS = "。！？!?：:；;…”』」）)"
_EDGE = 2  # lines at the top and bottom of a page that may be header or footer
_FULL = 0.9  # of the usual length of a full line
_SCANNED = 5  # characters a page that has text


def is_able() -> bool:
    """Whether the extra is installed."""
    from importlib.util import find_spec

    return find_spec("pypdfium2") is not None


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The words of a PDF. Raises ``ReadError`` where it is none, a scan, or the extra is missing."""
    del encoding
    if not data.startswith(b"%PDF") and b"%PDF-" not in data[:1024]:
        raise ReadError("不是 PDF 文件，扩展名不对，或没有下载完", "no PDF file, in spite of its name")
    pages = _pages(data)
    if sum(len("".join(lines)) for lines in pages) < _SCANNED * len(pages) or not pages:
        raise ReadError(
            "这份 PDF 是扫描件，里面是图片，没有字；请找来原稿，或先识别成文字",
            "this PDF is a scan: pictures, no text; find the original, or turn it into text first",
        )
    return "\n".join(_joined(list(_spoken(pages)))) + "\n", "utf-8"


def _pages(data: bytes) -> list[list[str]]:
    """The lines of each page."""
    if not is_able():
        raise ReadError(
            "读 PDF 要另装一个包：pip install 'speechlint[pdf]'；或找来原稿，另存为 .docx、.txt",
            "reading PDF takes one more package: pip install 'speechlint[pdf]'; or find the original",
        )
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as file:
            return [[line.strip() for line in _text(page).splitlines() if line.strip()] for page in file]
    except pypdfium2.PdfiumError as why:
        raise ReadError(
            f"这份 PDF 打不开（{why}），可能损坏或设了密码；请找来原稿", f"this PDF cannot be opened ({why})"
        ) from None


def _text(page: object) -> str:
    text: str = page.get_textpage().get_text_range()  # type: ignore[attr-defined]
    return text.replace("\r\n", "\n").replace("\ufffe", "").replace("\u0002", "")


def _spoken(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines without page numbers and what stands at the edge of most pages."""
    seen: dict[str, int] = {}
    for lines in pages:
        for line in {_shape(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])}:
            seen[line] = seen.get(line, 0) + 1
    often = max(3, len(pages) // 2)
    for lines in pages:
        for at, line in enumerate(lines):
            at_edge = at < _EDGE or at >= len(lines) - _EDGE
            if not (at_edge and (_PAGE_NUMBER.fullmatch(line) or seen.get(_shape(line), 0) >= often)):
                yield line


def _shape(line: str) -> str:
    return "".join("0" if char.isdigit() else char for char in line if not char.isspace())


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs: a line goes on in the next where it is full and nothing begins there."""
    lengths = sorted(len(line) for line in lines)
    full = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraph = ""
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        paragraph += line
        is_full = len(line) >= full * _FULL
        goes_on = is_full and not (line[-1] in _ENDS and len(line) < full) and not _STARTS.match(following)
        if not (following and goes_on):
            yield paragraph
            paragraph = ""
