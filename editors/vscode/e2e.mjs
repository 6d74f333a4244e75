// VS Code itself, its server without a window and Chromium before it: npm run e2e, with VSCODE the folder of the server
// (code-server's lib/vscode), SPEECHLINT_LSP the language server.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";

const PORT = 8123;
const where = mkdtempSync(join(tmpdir(), "vscode-"));
const draft = join(where, "draft", "稿.txt");
const put = (path, text) => (mkdirSync(join(path, ".."), { recursive: true }), writeFileSync(path, text));
put(draft, "同志们：\n𠮷😀e\u0301\t截止目前，已经约谈三个单位。\n去年转移群众XX户。\n");
put(join(where, "data/data/Machine/settings.json"), JSON.stringify({ "speechlint.command": process.env.SPEECHLINT_LSP }));
const common = ["out/server-main.js", "--extensions-dir", join(where, "extensions"), "--server-data-dir", join(where, "data"), "--accept-server-license-terms"];
const cwd = process.env.VSCODE;
// What it makes by itself it sometimes reads before it is there.
for (const folder of ["extensions", "data/data/User/History", "data/data/User/globalStorage"]) mkdirSync(join(where, folder), { recursive: true });
execFileSync("node", [...common, "--install-extension", resolve(process.argv[2])], { cwd, stdio: ["ignore", "ignore", "pipe"] });
const server = spawn("node", [...common, "--host", "127.0.0.1", "--port", PORT, "--without-connection-token", "--disable-workspace-trust"], { cwd });
await new Promise((done) => server.stdout.on("data", (data) => String(data).includes("agent started") && done()));
const engine = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--no-sandbox"], protocolTimeout: 200_000 });
const page = await engine.newPage();
page.setDefaultTimeout(120_000);
await page.setViewport({ width: 1400, height: 900 });

const pressed = async (keys) => {
  const [last, ...held] = keys.split("+").reverse();
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of held) await page.keyboard.up(key);
};
const rows = (list) => page.$$eval(`${list} .monaco-list-row`, (all) => all.map((one) => one.textContent));
/** The problems that are listed, once there are so many and the last is this one. */
const problems = async (many, words) => {
  const shown = (many, words) => {
    const all = [...document.querySelectorAll(".markers-panel .monaco-list-row")].slice(1);
    return all.length === many && all.some((one) => one.textContent.includes(words));
  };
  await page.waitForFunction(shown, {}, many, words);
  return (await rows(".markers-panel")).slice(1).map((one) => one.replace(/^.*speechlint/, "")).sort();
};
const saved = async (words) => {
  await pressed("Control+s");
  for (let times = 0; times < 200 && !readFileSync(draft, "utf8").includes(words); times++) await new Promise((done) => setTimeout(done, 100));
  return readFileSync(draft, "utf8");
};

try {
  const asked = JSON.stringify([["skipWelcome", "true"], ["openFile", `vscode-remote://127.0.0.1:${PORT}${draft}`]]);
  await page.goto(`http://127.0.0.1:${PORT}/?folder=${encodeURI(join(where, "draft"))}&payload=${encodeURIComponent(asked)}`);
  await page.waitForSelector(".view-line .cslr, .squiggly-error");
  await page.waitForSelector(".squiggly-error");
  await page.click(".view-lines");
  await pressed("Control+Shift+m");
  // In UTF-16, from 1: 𠮷 and 😀 are two, e and its accent too, the tab is one.
  assert.deepEqual(await problems(2, "截至"), ["PLH002[Ln 3, Col 7]", "TYP002[Ln 2, Col 8]"]);

  await pressed("Control+1");
  for (const more of ["PLH002", "TYP002"]) {
    await pressed("F8");
    await page.waitForFunction((words) => document.querySelector(".peekview-widget, .marker-widget, .zone-widget")?.textContent.includes(words), {}, more);
  }
  await pressed("Escape");
  await pressed("Control+.");
  await page.waitForSelector(".action-widget .monaco-list-row");
  assert.ok((await rows(".action-widget")).includes("改为“截至”"));
  await pressed("Enter");
  await problems(1, "XX户");

  await pressed("End");
  await page.keyboard.type("截止昨天，办结三件。");
  await problems(2, "截至");
  await pressed("F1");
  await page.waitForSelector(".quick-input-widget input");
  await page.keyboard.type("Fix All");
  await page.waitForFunction(() => document.querySelector(".quick-input-widget .monaco-list-row")?.textContent.startsWith("Fix All"));
  await pressed("Enter");
  await problems(1, "XX户");
  assert.match(await saved("截至昨天"), /截至目前.*截至昨天，办结三件。\n去年转移群众XX户。\n$/);
} finally {
  await engine.close();
  server.kill();
  await new Promise((done) => server.once("exit", done));
  rmSync(where, { recursive: true, force: true });
}
