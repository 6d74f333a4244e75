// What a check costs once it is warm, in the page and natively, in turn: processor time, so that what else the machine does
// is not in it. PAGE is the file, TIMES the rounds, SIZES the characters. OLD=PYTHON=CHECK.py tells the same of another library beside it: an
// environment that holds it, and Python that defines warm(text); OLD_PATH is what it needs beside (a folder).
//   PAGE=检查讲话稿.html npm run warm
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { bundle } from "../bundle.mjs";
import { browser, fileUrl, folder, PROGRAMS } from "./browsers.mjs";

const TIMES = Number(process.env.TIMES ?? 9);
const BROWSERS = (process.env.BROWSERS ?? "chrome firefox").split(" ").filter((name) => existsSync(PROGRAMS[name]));
const SIZES = (process.env.SIZES ?? "6000 100000").split(" ").map(Number);
const PAGE = process.env.PAGE;
const PYTHON = resolve(process.env.SPEECHLINT ?? "../.venv/bin/speechlint", "../python");
const where = folder();

// The page's own check, natively.
const DESK = `
import json
from speechlint.api.desk import Desk
desk = Desk()
desk.answer(b'{"op": "open", "name": "speech.txt"}\\n')
def warm(text):
    return desk.answer(json.dumps({"op": "check", "text": text}).encode() + b"\\n")
`;

// Tar of what a check imports, wherever it is installed.
const LIB = `
import importlib.util, io, os, sys, tarfile
WANTED = (".py", ".yaml", ".bin", ".bits", ".txt", ".json")
made = io.BytesIO()
with tarfile.open(fileobj=made, mode="w") as tar:
    for name in ("speechlint", "yaml", "charset_normalizer", "opencc"):
        found = importlib.util.find_spec(name)
        if found:
            keep = lambda one: one if one.isdir() or one.name.endswith(WANTED) and "/front/" not in one.name else None
            tar.add(os.path.dirname(found.origin), name, filter=keep)
    jieba = os.path.dirname(importlib.util.find_spec("jieba").origin)
    for name in ("__init__.py", "dict.txt"):
        tar.add(os.path.join(jieba, name), f"jieba/{name}")
sys.stdout.buffer.write(made.getvalue())
`;

const SERVE = `
import json, sys, time
for line in sys.stdin:
    text = json.loads(line)
    begun = time.thread_time()
    warm(text)
    print((time.thread_time() - begun) * 1000, flush=True)
`;

const PACK = "import sys; from speechlint.commands.page_file import part; print(part(sys.argv[1], open(sys.argv[2], 'rb').read()))";

/** How long the check of a text takes natively, in a process that stays. */
function natively(python, code) {
  const program = spawn(python, ["-u", "-c", code + SERVE], { stdio: ["pipe", "pipe", "inherit"] });
  const told = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const native = async (text) => {
    program.stdin.write(JSON.stringify(text) + "\n");
    return Number((await told.next()).value);
  };
  return { native, end: () => program.kill() };
}

const page = {
  name: "这一页",
  url: fileUrl(PAGE),
  begin: () => window.speechlint.ask({ op: "open", name: "speech.txt" }, new Uint8Array()),
  check: (text) => window.speechlint.ask({ op: "check", text }).then(() => undefined),
  ...natively(PYTHON, DESK),
};

/** Another library, in a page that holds it and nothing else. */
async function other(described) {
  const [python, file] = described.split("=");
  await bundle("e2e/warm.ts", join(where, "front"));
  await bundle("e2e/warmworker.ts", join(where, "worker"));
  const parts = { worker: join(where, "worker/out.js"), wasm: "dist/engine/wasm", stdlib: "node_modules/pyodide/python_stdlib.zip", lib: join(where, "lib"), check: file };
  const env = { ...process.env, PYTHONPATH: process.env.OLD_PATH ?? "" };
  writeFileSync(parts.lib, execFileSync(python, ["-c", LIB], { maxBuffer: 1 << 30, env }));
  const lines = Object.entries(parts).map(([part, path]) => execFileSync(PYTHON, ["-c", PACK, part, resolve(path)], { encoding: "utf8", maxBuffer: 1 << 30 }));
  const path = join(where, "old.html");
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><body>${lines.join("")}<script>${readFileSync(join(where, "front/out.js"), "utf8")}</script>`);
  return { name: "旧的", url: fileUrl(path), begin: () => undefined, check: (text) => window.warm(text), ...natively(python, readFileSync(file, "utf8")) };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const WORKERS = ["DedicatedWorker", "DOM Worker"];

/** Processor time of all workers of a browser, in milliseconds: what other programs take of the machine is not in it. */
function used(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}`);
  const workers = tasks.filter((task) => WORKERS.includes(readFileSync(`${task}/comm`, "utf8").trim()));
  const below = tasks.flatMap((task) => readFileSync(`${task}/children`, "utf8").split(" ").filter(Boolean));
  const own = workers.reduce((sum, task) => sum + Number(readFileSync(`${task}/schedstat`, "utf8").split(" ")[0]) / 1e6, 0);
  return below.reduce((sum, child) => sum + used(child), own);
}

/** Drafts of so many characters: a plain speech, and the sample with everything wrong. */
function drafts() {
  const long = (path, size) => {
    const text = readFileSync(path, "utf8");
    return text.repeat(Math.ceil(size / text.length)).slice(0, size);
  };
  return SIZES.flatMap((size) => [
    [`${size} 字，没有问题的`, long("../benchmarks/讲话.txt", size)],
    [`${size} 字，样稿连写的`, long("../samples/讲话稿.txt", size)],
  ]);
}

const sides = [page, ...(process.env.OLD ? [await other(process.env.OLD)] : [])];
for (const name of BROWSERS) {
  const engine = await browser(name);
  const worked = async (one, text) => {
    const before = used(engine.process().pid);
    await one.tab.evaluate(one.check, text);
    return used(engine.process().pid) - before;
  };
  for (const one of sides) {
    one.tab = await engine.newPage();
    await one.tab.goto(one.url, { timeout: 120_000 });
    const told = await (await one.tab.waitForSelector("body[data-ready]", { timeout: 300_000 })).evaluate((body) => body.dataset.ready);
    if (told !== "yes") throw new Error(told);
    await one.tab.evaluate(one.begin);
  }
  for (const [what, text] of drafts()) {
    for (const one of sides) {
      one.pairs = [];
      for (let time = 0; time < (text.length > 10_000 ? 4 : 8); time++) [await worked(one, text), await one.native(text)];
    }
    for (let time = 0; time < TIMES; time++) for (const one of sides) one.pairs.push([await worked(one, text), await one.native(text)]);
    for (const one of sides) {
      const [here, there] = [0, 1].map((at) => median(one.pairs.map((pair) => pair[at])));
      one.ratio = median(one.pairs.map(([here, there]) => here / there));
      console.log(`${name} ${one.name}：${what} ${here.toFixed(0)} ms，本机 ${there.toFixed(0)} ms（${one.ratio.toFixed(2)}）`);
    }
    if (sides[1]) console.log(`  比旧的 ${(page.ratio / sides[1].ratio).toFixed(2)} 倍`);
  }
  await engine.close();
}
for (const one of sides) one.end();
rmSync(where, { recursive: true });
