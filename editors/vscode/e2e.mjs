// VS Code itself, its server without a window and Chromium before it: npm run e2e, with VSCODE the folder of the server
// (code-server's lib/vscode), SPEECHLINT_LSP the language server.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
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
    const all = [...document.querySelectorAll(".markers-panel .monaco-list-row")].filter((one) => one.textContent.includes("speechlint"));
    return all.length === many && all.some((one) => one.textContent.includes(words));
  };
  await page.waitForFunction(shown, {}, many, words);
  return (await rows(".markers-panel")).filter((one) => one.includes("speechlint")).map((one) => one.replace(/^.*speechlint/, "")).sort();
};
const cleared = () => page.waitForFunction(() => /No problems/.test(document.querySelector(".markers-panel")?.textContent));
const saved = async (path, words) => {
  const now = () => (existsSync(path) ? readFileSync(path, "utf8") : "");
  for (let times = 0; times < 200 && !now().includes(words); times++) await new Promise((done) => setTimeout(done, 100));
  return now();
};
const command = async (words) => {
  await pressed("F1");
  await page.waitForSelector(".quick-input-widget input");
  await page.keyboard.type(words);
  await page.waitForFunction((words) => document.querySelector(".quick-input-widget .monaco-list-row")?.textContent.includes(words), {}, words);
  await pressed("Enter");
};
/** Clicks the row of a list with these words in it: of the problems (which selects it in the draft), of the quick fixes. */
const chosen = async (list, words) => {
  const row = await page.waitForFunction((list, words) => [...document.querySelectorAll(`${list} .monaco-list-row`)].find((one) => one.textContent.includes(words)), {}, list, words);
  await row.click();
};

const OUTLINE = `在全县防汛工作会议上的讲话

同志们:

下面,我讲三点意见。

一、认清形势

截止目前,已约谈三个单位。

三、压实责任

存在的问题,要在20xx年底前办结。`;
const FINISHED = `在全县防汛工作会议上的讲话

同志们：

下面，我讲三点意见。

一、认清形势

截至目前，已约谈三个单位。

二、压实责任

存在的问题，要在${new Date().getFullYear()}年底前办结。

三、备足物资

沙袋、冲锋舟都要到位。

谢谢大家！`;
/** A draft written from the outline to clean: a new file, what is wrong seen, mended in the editor, the rest by hand. */
const written = async () => {
  await pressed("Control+Alt+n");
  await page.waitForSelector(`.tab[data-resource-name^="Untitled"], .editor-instance[aria-label^="Untitled"]`);
  await page.keyboard.type(OUTLINE);
  const found = await problems(8, "20xx年");
  assert.deepEqual(found.map((one) => one.slice(0, 6)), ["CNT001", "NUM001", "PLH003", "PUN001", "PUN001", "PUN001", "PUN001", "TYP002"]);

  await chosen(".markers-panel", "NUM001");
  await pressed("Control+1");
  await pressed("Control+.");
  await chosen(".action-widget", "依次重新编号");
  await problems(7, "一、二");
  await chosen(".markers-panel", "PLH003");
  await pressed("Control+1");
  await page.keyboard.type(`${new Date().getFullYear()}年`);
  await problems(6, "三点意见");
  await command("Fix All");
  await problems(1, "三点意见");
  await pressed("Control+End");
  await page.keyboard.type("\n\n三、备足物资\n\n沙袋、冲锋舟都要到位。\n\n谢谢大家！");
  await cleared();

  await pressed("Control+s"); // It offers the first line as the name of the file.
  await page.waitForFunction(() => document.activeElement.closest(".quick-input-widget") && document.activeElement.value.endsWith("讲话"));
  await pressed("End");
  await page.keyboard.type(".txt");
  await pressed("Enter");
  const path = join(where, "draft", "在全县防汛工作会议上的讲话.txt");
  assert.equal(await saved(path, "谢谢大家"), FINISHED);
  assert.match(execFileSync(join(dirname(process.env.SPEECHLINT_LSP), "speechlint"), ["--lang", "zh", path], { encoding: "utf8" }), /^没有发现问题/);
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
  await command("Fix All");
  await problems(1, "XX户");
  await pressed("Control+s");
  assert.match(await saved(draft, "截至昨天"), /截至目前.*截至昨天，办结三件。\n去年转移群众XX户。\n$/);

  await pressed("Control+w");
  await cleared();
  await written();
} finally {
  await engine.close();
  server.kill();
  await new Promise((done) => server.once("exit", done));
  rmSync(where, { recursive: true, force: true });
}
