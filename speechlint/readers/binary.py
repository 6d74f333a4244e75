"""What a file that is no text is, by its first bytes, and what its owner can do about it."""

from __future__ import annotations

_SAVE = "请在原软件里另存为 .txt 或 .md 再查"
_SIGNATURES = (
    (b"PK\3\4", "ZIP 压缩包", "请先解压"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word 或 WPS 文档（.doc、.wps）", _SAVE),
    (b"%PDF-", "PDF 文档", "请找来原稿，或把文字复制出来存为 .txt 再查"),
    (b"{\\rtf", "RTF 文档", _SAVE),
    (b"Rar!\x1a\7", "RAR 压缩包", "请先解压"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", "请先解压"),
    (b"\x1f\x8b", "gzip 压缩包", "请先解压"),
    (b"\x89PNG\r\n", "PNG 图片", "图片里的文字请先识别成 .txt"),
    (b"\xff\xd8\xff", "JPEG 图片", "图片里的文字请先识别成 .txt"),
    (b"GIF8", "GIF 图片", "图片里的文字请先识别成 .txt"),
)
_ZIPPED = (
    (b"word/", "Word 文档（.docx）"),
    (b"xl/", "Excel 表格（.xlsx）"),
    (b"ppt/", "PowerPoint 演示稿（.pptx）"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "OpenDocument 文档（.odt）"),
)


def signature(data: bytes) -> tuple[str, str] | None:
    """What the file is and what to do, where its first bytes tell; None for everything else."""
    for start, kind, remedy in _SIGNATURES:
        if data.startswith(start):
            return _inside(data) if kind.startswith("ZIP") else (kind, remedy)
    return None


def describe(data: bytes) -> str:
    """The message for a file that is no text."""
    known = signature(data)
    if known:
        return f"这是 {known[0]}，不是文本文件；{known[1]}"
    at = data.find(b"\0")
    return f"这是二进制文件（第 {at + 1} 字节是空字符 0x00），不是文本文件；{_SAVE}"


def _inside(data: bytes) -> tuple[str, str]:
    """An Office file is a ZIP archive whose entries' names tell."""
    for name, kind in _ZIPPED:
        if name in data:
            return kind, _SAVE
    return "ZIP 压缩包", "请先解压"
