// Runs the page's own Python once, so that the page need not do again what always comes out the same: dist/engine/made
// holds the code of the modules that a check imports, and the programs of the expressions that usual drafts meet.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const PYTHON = process.env.PYTHON ?? (existsSync("../.venv/bin/python") ? "../.venv/bin/python" : "python3");
const DRAFTS = ["../samples", "../tests/drafts"].flatMap((folder) =>
  readdirSync(folder).filter((name) => /(?<!expected)\.(txt|md)$/.test(name)).sort().map((name) => [name, readFileSync(`${folder}/${name}`)]),
);

const write = "import sys; from speechlint.commands.page_library import packed, sources; sys.stdout.buffer.write(packed(dict(sources())))";
const lib = execFileSync(PYTHON, ["-c", write], { maxBuffer: 1 << 28 });
const python = await loadPyodide({ env: { HOME: "/home/pyodide", LANG: "C.UTF-8", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.unpackArchive(new Uint8Array(lib), "tar", { extractDir: "/lib/python3.14/site-packages" });
python.FS.mkdir("/tmp/drafts");
for (const [name, data] of DRAFTS) python.FS.writeFile(`/tmp/drafts/${name}`, data);
for (const part of ["made", "stdlib"]) writeFileSync(`dist/engine/${part}`, python.runPython(readFileSync(`${part}.py`, "utf8")).toJs());
