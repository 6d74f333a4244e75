"""Run by made.mjs in the page's own Python: gives the tar of what a check imports and compiles."""

import io
import json
import marshal
import os
import sys
import tarfile
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path

from speechlint.api.desk import Desk
from speechlint.quick import cache, regex

SITE = Path("/lib/python3.14/site-packages")


def asked(desk, op, data=b"", **more):
    reply = desk.answer(json.dumps({"op": op, **more}).encode() + b"\n" + data)
    return json.loads(reply.partition(b"\n")[0])


def used():
    """The modules that were imported: their names and sources."""
    for module in list(sys.modules.values()):
        path = Path(getattr(module, "__file__", None) or "")
        if path.is_relative_to(SITE) and path.suffix == ".py":
            yield str(path.relative_to(SITE)), path.read_bytes()


desk = Desk()
for path in sorted(Path("/tmp/drafts").iterdir()):
    text = asked(desk, "open", path.read_bytes(), name=path.name)["text"]
    for op in ("check", "restore", "fix"):
        asked(desk, op, text=text)
regex.keep()

files = {f"kept/{regex.file_name()}": Path(cache.folder(), regex.file_name()).read_bytes()}
for name, source in used():
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    # A header without a date or a hash: where there is code alone, there is no source to compare it with.
    named = sha256(b"\0".join((os.fsencode(name), source))).hexdigest()
    files[f"code/{named}"] = MAGIC_NUMBER + bytes(12) + marshal.dumps(code)

made = io.BytesIO()
with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as tar:
    for name in sorted(files):
        about = tarfile.TarInfo(name)
        about.size = len(files[name])
        tar.addfile(about, io.BytesIO(files[name]))
made.getvalue()
