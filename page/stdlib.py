"""Run by made.mjs in the page's own Python: gives the zip of the standard library that the page gets.

Of what a start imports it holds code, so that nothing is compiled then; of the rest the source, which is smaller, without
comments and docstrings; nothing of what no page imports. It is stored, as the page packs it whole.
"""

import ast
import io
import marshal
import sys
import zipfile
from importlib.util import MAGIC_NUMBER
from types import CodeType

WHOLE = "/lib/python314.zip"
UNUSED = {
    "_aix_support",
    "_android_support",
    "_apple_support",
    "_ios_support",
    "_osx_support",
    "_pydatetime",
    "_pydecimal",
    "_pyio",
    "_pyrepl",
    "antigravity",
    "argparse",
    "bdb",
    "cProfile",
    "cmd",
    "code",
    "colorsys",
    "compileall",
    "configparser",
    "ctypes",
    "curses",
    "dbm",
    "doctest",
    "email",
    "ensurepip",
    "filecmp",
    "fileinput",
    "fractions",
    "ftplib",
    "getopt",
    "getpass",
    "gettext",
    "graphlib",
    "http",
    "idlelib",
    "imaplib",
    "lib2to3",
    "mailbox",
    "modulefinder",
    "multiprocessing",
    "netrc",
    "optparse",
    "pdb",
    "pickletools",
    "plistlib",
    "poplib",
    "profile",
    "pstats",
    "pty",
    "py_compile",
    "pyclbr",
    "pydoc",
    "pydoc_data",
    "rlcompleter",
    "runpy",
    "sched",
    "smtplib",
    "socketserver",
    "sqlite3",
    "ssl",
    "statistics",
    "symtable",
    "tabnanny",
    "test",
    "this",
    "timeit",
    "tkinter",
    "trace",
    "tracemalloc",
    "tty",
    "turtle",
    "unittest",
    "uuid",
    "venv",
    "wave",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
    "zipapp",
    "zoneinfo",
}


def without_lines(code):
    """The code without what only tracebacks need: it takes a sixth of it."""
    inner = tuple(without_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=inner)


def compiled(name, source):
    """A file of code as Python looks for it where there is no source to compare it with."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    return MAGIC_NUMBER + bytes(12) + marshal.dumps(without_lines(code))


def imported():
    """What of the zip is imported by now."""
    paths = (str(getattr(module, "__file__", None)) for module in list(sys.modules.values()))
    return {path.removeprefix(f"{WHOLE}/") for path in paths if path.startswith(WHOLE)}


def files():
    """The names and contents for the page."""
    with zipfile.ZipFile(WHOLE) as whole:
        started = imported()
        for name in sorted(whole.namelist()):
            data = whole.read(name)
            if name.split("/")[0].removesuffix(".py") in UNUSED or name.endswith("/"):
                continue
            if name in started:
                yield f"{name}c", compiled(name, data)
            elif name.endswith(".py"):
                yield name, ast.unparse(ast.parse(data, optimize=2)).encode()
            else:
                yield name, data


made = io.BytesIO()
with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as to:
    for name, data in files():
        to.writestr(zipfile.ZipInfo(name), data)
made.getvalue()
