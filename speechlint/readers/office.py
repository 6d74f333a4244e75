"""What LibreOffice reads for us: .doc, .wps, .odt, .rtf, turned into a Word file that is read as such.

Each run has a profile folder of its own, since two on one hinder each other, and ends after a while.
"""

from __future__ import annotations

import os

from speechlint.errors import ReadError, WriteError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers import word
from speechlint.readers.word import document, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.finding import Edit
    from speechlint.quick.typing import Any

__all__ = ["decode", "document", "edited", "program", "shape"]

_NAMES = ("soffice", "libreoffice", "soffice.exe")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SECONDS = 120
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = b"%TSD-Header"


def program() -> str:
    """Where LibreOffice is; "" where there is none."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    paths = (os.path.join(folder, name) for folder in folders for name in _NAMES if folder)
    return next((path for path in (*paths, *_ELSEWHERE) if os.path.isfile(path)), "")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text on the page, with its layout. Raises ``ReadError`` where LibreOffice is missing or cannot read it."""
    suffix = _suffix(data)
    office = program()
    if not office:
        raise ReadError(
            "读旧版 Word、WPS、ODT、RTF 要用 LibreOffice，这台电脑上没有；请装上，或在 Word、WPS 里另存为 .docx",
            "reading this format takes LibreOffice, which is not installed; install it, or save the file as .docx",
        )
    return word.decode(_converted(office, data, suffix), encoding)


def edited(data: bytes, encoding: str, edits: Sequence[Edit]) -> bytes:
    """Raises ``WriteError``: these formats are only read."""
    if not edits:
        return data
    del encoding
    raise WriteError(
        "这种格式只能读，没有改动；请在 Word 或 WPS 里另存为 .docx 再改",
        "this format is only read; save the file as .docx to have it changed",
    )


def _suffix(data: bytes) -> str:
    """The suffix by which LibreOffice knows the format. Raises ``ReadError`` for a file of another kind."""
    from speechlint.readers.word import refusals

    if not data or data.startswith(_LOCKED):
        raise refusals.no_zip(data)
    if data.startswith(_OLE):
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK") and b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        return ".odt"
    if data.startswith(b"PK"):
        raise ReadError(
            "扩展名不对：其实是 .docx（或别的压缩格式）；请改为 .docx 再查",
            "the suffix is wrong: this is a .docx (or another archive); rename it",
        )
    raise ReadError(
        "不是这种格式的文件；若其实是文本，请把扩展名改为 .txt",
        "no file of this format; if it is text, rename it to .txt",
    )


def _converted(office: str, data: bytes, suffix: str) -> bytes:
    import shutil
    import tempfile

    folder = tempfile.mkdtemp(prefix="speechlint-")
    try:
        draft = os.path.join(folder, f"draft{suffix}")
        with open(draft, "wb") as file:
            file.write(data)
        _run(office, folder, draft)
        made = os.path.join(folder, "made", "draft.docx")
        if not os.path.exists(made):
            raise _refused()
        with open(made, "rb") as file:
            return file.read()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(office: str, folder: str, draft: str) -> None:
    """Converts a file to .docx; LibreOffice and all it started are ended when it takes too long, or we are."""
    import pathlib
    import subprocess
    import sys

    profile = pathlib.Path(folder, "profile").as_uri()
    made = os.path.join(folder, "made")
    command = (office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo")
    running = subprocess.Popen(
        (*command, "--convert-to", "docx", "--outdir", made, draft),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    before = _on_end(lambda *_: sys.exit(1))  # so that it is ended with us
    try:
        running.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise ReadError(
            f"LibreOffice {_SECONDS} 秒还没有转完，没有读；请在 Word 或 WPS 里另存为 .docx",
            f"LibreOffice did not finish within {_SECONDS} seconds; save the file as .docx",
        ) from None
    finally:
        if running.poll() is None:
            _end(running.pid)
            running.wait()
        if before is not None:
            _on_end(before)


def _on_end(do: Any) -> Any:
    """Has ``do`` done when we are told to end; what was to be done till then. None where we have no say, in a thread."""
    import signal

    try:
        return signal.signal(signal.SIGTERM, do)
    except ValueError:
        return None


def _end(pid: int) -> None:
    import signal
    from contextlib import suppress

    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGTERM)


def _refused() -> ReadError:
    return ReadError(
        "LibreOffice 打不开这份文件（可能损坏或设了密码）；请在 Word 或 WPS 里打开，另存为 .docx",
        "LibreOffice cannot open this file (it may be damaged or have a password); save it as .docx",
    )
