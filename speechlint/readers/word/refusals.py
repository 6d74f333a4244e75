"""Why a file that is called .docx cannot be read, and what its owner can do."""

from __future__ import annotations

from speechlint.errors import ReadError
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = b"%TSD-Header"


def no_zip(data: bytes) -> ReadError:
    """The error for bytes that no Word file begins with."""
    if not data:
        return ReadError(
            "这个文件是空的（0 字节），可能没有下载完；请重新取一份",
            "this file is empty (0 bytes); it may not have been downloaded; get it again",
        )
    if data.startswith(_LOCKED):
        return ReadError(
            "这份文件被单位的数据防泄密软件加了密；请在装有该软件的电脑上打开，解密或另存后再查",
            "this file is locked by data-protection software; decrypt it on a computer that has the software",
        )
    if data.startswith(_OLE):
        return encrypted() if _utf16("EncryptedPackage") in data else _old()
    from speechlint.readers.binary import signature

    known = signature(data)
    if known:
        return ReadError(
            f"名字是 .docx，其实是{known.zh}；请改回原来的扩展名，或在 Word、WPS 里打开，另存为 .docx",
            f"called .docx, but {known.en}; give it its own suffix, or save it as .docx in Word or WPS",
        )
    return ReadError(
        "不是 Word 文件：名字是 .docx，内容不是；若其实是文本，请把扩展名改为 .txt",
        "no Word file, in spite of its name; if it is text, rename it to .txt",
    )


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def encrypted() -> ReadError:
    return ReadError(
        "这份文件设了打开密码；请在 Word 或 WPS 里打开，去掉密码，另存后再查",
        "this file has a password; open it in Word or WPS and save it without",
    )


def _old() -> ReadError:
    return ReadError(
        "名字是 .docx，其实是旧版 Word 或 WPS 文档；请把扩展名改为 .doc，或在 Word、WPS 里打开，另存为 .docx",
        "called .docx, but an old Word or WPS document; rename it to .doc, or save it as .docx",
    )


def truncated() -> ReadError:
    return ReadError(
        "这份 Word 文件不完整或已损坏，可能没有下载完；请重新取一份，或用 Word、WPS 修复后另存",
        "this Word file is cut off or damaged; get it again, or let Word or WPS repair it",
    )


def odd_names() -> ReadError:
    return ReadError(
        "这份文件里的文件名不是 Word 写的样子（指到包外，或多得离奇），没有读",
        "the names inside this file are none that Word writes (they lead outside, or are far too many); not read",
    )


def no_document(files: Container[str]) -> ReadError:
    """The error for an archive without a document."""
    for name, zh, en in (
        ("xl/workbook.xml", "Excel 表格", "an Excel sheet"),
        ("ppt/presentation.xml", "PowerPoint 演示稿", "a PowerPoint file"),
        ("content.xml", "OpenDocument 文档（.odt）", "an OpenDocument text (.odt)"),
        ("OFD.xml", "OFD 文档", "an OFD document"),
    ):
        if name in files:
            return ReadError(
                f"名字是 .docx，其实是{zh}；请改回原来的扩展名，或另存为 .docx",
                f"called .docx, but {en}; give it its own suffix, or save it as .docx",
            )
    return ReadError(
        "不是 Word 文件：压缩包里没有正文；若是别的压缩包，请先解压",
        "no Word file: there is no document in the archive; unpack it first",
    )


def too_long() -> ReadError:
    return ReadError(
        "里面解开后大得离奇（超过 32 MB 文字），不像讲话稿，没有读",
        "unpacked it is far too large (over 32 MB of text); no speech; not read",
    )


def declared() -> ReadError:
    return ReadError(
        "文件里声明了 DOCTYPE（可夹带外部内容），Word 不会这样写，没有读",
        "the file declares a DOCTYPE (it may bring in things from outside), which Word never does; not read",
    )


def bad_xml(name: str, why: str) -> ReadError:
    return ReadError(
        f"这份 Word 文件里的 {name} 已损坏（{why}）；请用 Word、WPS 打开修复后另存",
        f"{name} in this Word file is damaged ({why}); let Word or WPS repair it",
    )


def too_deep() -> ReadError:
    return ReadError(
        "这份文件里的表格、文本框层层相套，深得离奇，没有读",
        "tables and boxes stand in each other far too deep in this file; not read",
    )
