// How long the page takes, beside what nobody can save: bare Pyodide's start in the same browser, and the native check.
// PAGE is the file, SPEECHLINT the command; TIMES how often, in turn.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "../bundle.mjs";
import { browser, fileUrl, folder, PROGRAMS } from "./browsers.mjs";

const PAGE = process.env.PAGE;
const PYTHON = resolve(process.env.SPEECHLINT ?? "../.venv/bin/speechlint", "../python");
const TIMES = Number(process.env.TIMES ?? 5);
const where = folder();

/** A page that loads Pyodide and nothing else, from the same kind of parts. */
async function bare() {
  await bundle("e2e/bare.ts", join(where, "front"));
  await bundle("e2e/bareworker.ts", join(where, "worker"));
  const parts = { worker: join(where, "worker/out.js"), wasm: "dist/engine/wasm", stdlib: "node_modules/pyodide/python_stdlib.zip" };
  const code = "import sys; from speechlint.commands.page_file import part; print(part(sys.argv[1], open(sys.argv[2], 'rb').read()))";
  const lines = Object.entries(parts).map(([name, path]) => execFileSync(PYTHON, ["-c", code, name, resolve(path)], { encoding: "utf8", maxBuffer: 1 << 28 }));
  const path = join(where, "bare.html");
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><body>${lines.join("")}<script>${readFileSync(join(where, "front/out.js"), "utf8")}</script>`);
  return path;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function start(engine, path) {
  const page = await engine.newPage();
  const begun = performance.now();
  await page.goto(fileUrl(path));
  await page.waitForFunction(() => document.body.dataset.ready === "yes", { timeout: 120_000, polling: 20 });
  return [performance.now() - begun, page];
}

/** A clean draft, and the damaged sample, of so many characters. */
function drafts(size) {
  const damaged = readFileSync("../samples/讲话稿.txt", "utf8");
  const clean = "各级各部门要认真学习贯彻会议精神，压实责任，抓好落实，推动各项工作取得新的成效。\n";
  const long = (text) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  return { clean: long(clean), damaged: long(damaged) };
}

const WARM = `
import json, statistics, sys, time
from speechlint.api.desk import Desk
desk, text = Desk(), sys.stdin.read()
desk.answer(json.dumps({"op": "open", "name": "讲话稿.txt"}).encode() + b"\\n" + text.encode())
request = json.dumps({"op": "check", "text": text}).encode() + b"\\n"
times = []
for _ in range(int(sys.argv[1]) + 1):
    begun = time.perf_counter()
    desk.answer(request)
    times.append(time.perf_counter() - begun)
print(statistics.median(times[1:]) * 1000)
`;

const known = new Map();

/** The check of a draft without a browser, once for all of these. */
function native(text) {
  if (!known.has(text)) known.set(text, Number(execFileSync(PYTHON, ["-c", WARM, String(TIMES)], { input: text, encoding: "utf8" })));
  return known.get(text);
}

/** The check of a draft through the page's own engine: the first, and the median of the next. */
const timed = (page, text, times) =>
  page.evaluate(
    async (text, times) => {
      const engine = window.speechlint;
      await engine.ask({ op: "open", name: "讲话稿.txt" }, new TextEncoder().encode(text));
      const told = [];
      for (let at = 0; at < times; at++) {
        const begun = performance.now();
        await engine.ask({ op: "check", text });
        told.push(performance.now() - begun);
      }
      return told;
    },
    text,
    times,
  );

console.log(`大小 ${(statSync(PAGE).size / 1e6).toFixed(2)} MB`);
const bared = await bare();
for (const name of Object.keys(PROGRAMS).filter((one) => existsSync(PROGRAMS[one]))) {
  const engine = await browser(name);
  const [ready, alone, first] = [[], [], []];
  let page;
  for (let time = 0; time < TIMES; time++) {
    const [bareTime, barePage] = await start(engine, bared);
    await barePage.close();
    await page?.close();
    let pageTime;
    [pageTime, page] = await start(engine, PAGE);
    alone.push(bareTime);
    ready.push(pageTime);
    first.push((await timed(page, drafts(6000).damaged, 1))[0]);
  }
  const [base, whole, once] = [median(alone), median(ready), median(first)];
  console.log(`${name}：Pyodide 自己 ${base.toFixed(0)} ms，这一页 ${whole.toFixed(0)} ms（${(whole / base).toFixed(2)}），第一次查 ${once.toFixed(0)} ms（${(once / base).toFixed(2)}）`);
  for (const size of [6_000, 100_000]) {
    for (const [kind, text] of Object.entries(drafts(size))) {
      const here = median((await timed(page, text, TIMES + 1)).slice(1));
      const there = native(text);
      console.log(`${name}：${size} 字 ${kind} ${here.toFixed(0)} ms，本机 ${there.toFixed(0)} ms（${(here / there).toFixed(2)}）`);
    }
  }
  await engine.close();
}
rmSync(where, { recursive: true });
