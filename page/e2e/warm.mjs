// What a check costs once it is warm: in a browser, and natively, in turn; and so for one library or for several.
// SIDES: names of environments that hold speechlint, each NAME=PYTHON or NAME=PYTHON=CHECK.py (defines warm(text)); TIMES rounds.
//   npm run warm
//   SIDES="start=/tmp/f47/bin/python=f47bfc4.py now=../.venv/bin/python" npm run warm
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundle } from "../bundle.mjs";
import { browser, fileUrl, folder, PROGRAMS } from "./browsers.mjs";

const TIMES = Number(process.env.TIMES ?? 9);
const BROWSERS = (process.env.BROWSERS ?? "chrome firefox").split(" ").filter((name) => existsSync(PROGRAMS[name]));
const where = folder();

const OWN = `
from speechlint import Project, check, report
project = Project(isolated=True)
def warm(text):
    return report([check("讲话稿.txt", text, project)], "json")
`;

// Tar of what a check imports, from wherever it is installed; opencc (once needed) may lie beside as OPENCC.
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

const [OURS] = ["../.venv/bin/python"];
const PACK = "import sys; from speechlint.commands.page_file import part; print(part(sys.argv[1], open(sys.argv[2], 'rb').read()))";

/** One library: its page's address, and how long a check takes natively. */
async function side(described) {
  const [name, python, file] = described.split("=");
  const code = file ? readFileSync(file, "utf8") : OWN;
  const parts = { worker: join(where, "worker/out.js"), wasm: "dist/engine/wasm", stdlib: "dist/engine/stdlib", lib: join(where, "lib"), check: join(where, "check") };
  const beside = process.env.BESIDE?.split("=");
  const env = beside?.[0] === name ? { ...process.env, PYTHONPATH: beside[1] } : process.env;
  writeFileSync(parts.lib, execFileSync(python, ["-c", LIB], { maxBuffer: 1 << 30, env }));
  writeFileSync(parts.check, code);
  const lines = Object.entries(parts).map(([part, path]) => execFileSync(OURS, ["-c", PACK, part, path], { encoding: "utf8", maxBuffer: 1 << 30 }));
  const path = join(where, `${name}.html`);
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><body>${lines.join("")}<script>${readFileSync(join(where, "front/out.js"), "utf8")}</script>`);
  const process_ = spawn(python, ["-u", "-c", code + SERVE], { stdio: ["pipe", "pipe", "inherit"] });
  const told = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const native = async (text) => {
    process_.stdin.write(JSON.stringify(text) + "\n");
    return Number((await told.next()).value);
  };
  return { name, url: fileUrl(path), native, end: () => process_.kill() };
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
  return [6_000, 100_000].flatMap((size) => [
    [`${size} 字，没有问题的`, long("../benchmarks/讲话.txt", size)],
    [`${size} 字，样稿连写的`, long("../samples/讲话稿.txt", size)],
  ]);
}

await bundle("e2e/warm.ts", join(where, "front"));
await bundle("e2e/warmworker.ts", join(where, "worker"));
const sides = await Promise.all((process.env.SIDES ?? `now=${OURS}`).split(" ").map(side));
for (const name of BROWSERS) {
  const engine = await browser(name);
  for (const one of sides) {
    one.page = await engine.newPage();
    one.page.on("pageerror", (why) => console.error(String(why))).on("console", (said) => console.error(said.text())).on("workercreated", (w) => w.on("console", (s) => console.error(s.text())));
    await one.page.goto(one.url, { timeout: 120_000 });
    const told = await (await one.page.waitForSelector("body[data-ready]", { timeout: 120_000 })).evaluate((body) => body.dataset.ready);
    if (told !== "ready") throw new Error(told);
  }
  for (const [what, text] of drafts()) {
    const here = async (one) => {
      const before = used(engine.process().pid);
      await one.page.evaluate((text) => window.warm(text), text);
      return used(engine.process().pid) - before;
    };
    for (const one of sides) {
      one.times = [];
      for (let time = 0; time < (text.length > 10_000 ? 1 : 8); time++) [await here(one), await one.native(text)];
    }
    for (let time = 0; time < TIMES; time++) for (const one of sides) one.times.push([await here(one), await one.native(text)]);
    for (const one of sides) {
      const [page, there] = [0, 1].map((at) => median(one.times.map((pair) => pair[at])));
      one.ratio = median(one.times.map(([a, b]) => a / b));
      console.log(`${name} ${one.name}：${what} ${page.toFixed(0)} ms，本机 ${there.toFixed(0)} ms（${one.ratio.toFixed(2)}）`);
    }
    if (sides.length > 1) console.log(`  ${(sides.at(-1).ratio / sides[0].ratio).toFixed(3)} × ${sides[0].name}`);
  }
  await engine.close();
}
for (const one of sides) one.end();
rmSync(where, { recursive: true });
