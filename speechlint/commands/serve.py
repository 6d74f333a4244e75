"""``speechlint serve``: the page with this very program behind it, for this computer alone."""

from __future__ import annotations

from speechlint.commands import About, Example
from speechlint.commands.arguments import HELP, LANG, Option
from speechlint.errors import UsageError
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters import output

if TYPE_CHECKING:
    from speechlint.commands.arguments import Given

ABOUT = About(
    "在浏览器里查：同一个网页，后面是这台电脑上的程序；只有本机连得上",
    "check in the browser: the same page with this program behind it, reached from this computer alone",
    "speechlint serve",
    (
        Option("--no-open", "不打开浏览器，只说网址", "do not open the browser, only say the address"),
        LANG,
        HELP,
    ),
    (
        Example(
            "speechlint serve",
            "打开浏览器；大的稿子、.doc 和 PDF 也行",
            "open it; large drafts, .doc and PDF, too",
        ),
    ),
)


def main(given: Given) -> int:
    """Serve until it is interrupted. Raises ``UsageError`` where the front end was not built."""
    if given.words:
        raise UsageError(
            "serve 不带参数，稿子在网页里打开", "serve takes no argument; open drafts in the page"
        )
    from speechlint.commands.serving import serving

    server = serving()
    en = given.lang == "en"
    output.write(server.door.address)
    output.note(
        "stop it with Ctrl+C; who has this address can ask this program, so keep it to yourself"
        if en
        else "按 Ctrl+C 停下；网址里有口令，只给自己用"
    )
    if not given.flag("--no-open"):
        import webbrowser

        webbrowser.open(server.door.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    finally:
        server.server_close()
    return 0
