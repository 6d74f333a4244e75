"""Names a file that is no text, by its first bytes, and says what its owner can do."""

from __future__ import annotations

from speechlint.errors import ReadError
from speechlint.quick.typing import NamedTuple


class Kind(NamedTuple):
    """A format and the way out, in Chinese and English."""

    zh: str
    remedy: str
    en: str
    remedy_en: str


_SAVE = ("请在原软件里另存为 .txt 或 .md 再查", "save it as .txt or .md first")
_UNPACK = ("请先解压", "unpack it first")
_NAME = ("请把扩展名改为 .docx 再查", "give it the suffix .docx")
_COPY = ("请找来原稿，或把文字复制出来存为 .txt 再查", "find the original, or save its text as .txt")
_LOOK = ("图片里的文字请先识别成 .txt", "turn it into text first")


def _kind(zh: str, en: str, way: tuple[str, str]) -> Kind:
    return Kind(zh, way[0], en, way[1])


_ZIP = _kind("ZIP 压缩包", "a ZIP archive", _UNPACK)
_SIGNATURES = (
    (b"PK\3\4", _ZIP),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        _kind("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document", _SAVE),
    ),
    (b"%PDF-", _kind("PDF 文档", "a PDF document", _COPY)),
    (b"{\\rtf", _kind("RTF 文档", "an RTF document", _SAVE)),
    (b"Rar!\x1a\7", _kind("RAR 压缩包", "a RAR archive", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", _kind("7z 压缩包", "a 7z archive", _UNPACK)),
    (b"\x1f\x8b", _kind("gzip 压缩包", "a gzip archive", _UNPACK)),
    (b"\x89PNG\r\n", _kind("PNG 图片", "a PNG picture", _LOOK)),
    (b"\xff\xd8\xff", _kind("JPEG 图片", "a JPEG picture", _LOOK)),
    (b"GIF8", _kind("GIF 图片", "a GIF picture", _LOOK)),
)
_ZIPPED = (
    (b"word/", _kind("Word 文档（.docx）", "a Word document (.docx)", _NAME)),
    (b"xl/", _kind("Excel 表格（.xlsx）", "an Excel sheet (.xlsx)", _SAVE)),
    (b"ppt/", _kind("PowerPoint 演示稿（.pptx）", "a PowerPoint file (.pptx)", _SAVE)),
    (
        b"mimetypeapplication/vnd.oasis.opendocument",
        _kind("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)", _SAVE),
    ),
)


def signature(data: bytes) -> Kind | None:
    """The kind of file that its first bytes tell; in a ZIP archive, the names of its files tell an Office file."""
    for start, kind in _SIGNATURES:
        if data.startswith(start):
            inside = (office for name, office in _ZIPPED if name in data)
            return next(inside, _ZIP) if kind is _ZIP else kind
    return None


def refusal(data: bytes) -> ReadError:
    """The error for a file that is no text."""
    known = signature(data)
    if known:
        gap = " " if known.zh[0].isascii() else ""
        return ReadError(
            f"这是{gap}{known.zh}，不是文本文件；{known.remedy}",
            f"this is {known.en}, not text; {known.remedy_en}",
        )
    at = data.find(b"\0")
    return ReadError(
        f"这是二进制文件（第 {at + 1} 字节是空字符 0x00），不是文本文件；{_SAVE[0]}",
        f"this is a binary file (byte {at + 1} is 0x00), not text; {_SAVE[1]}",
    )
