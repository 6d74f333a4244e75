// 网页报告（--format html）在真的浏览器里：开得快不快，筛选、互相跳、打印，宽窄深浅，axe，坏的稿子。
// node --test e2e/report.mjs；SHOTS=文件夹 把截图和 PDF 留下来看
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { browser, fileUrl, folder } from "./browsers.mjs";

const SPEECHLINT = resolve(process.env.SPEECHLINT ?? "../.venv/bin/speechlint");
const HERE = folder();
const SHOTS = process.env.SHOTS ?? HERE;
mkdirSync(SHOTS, { recursive: true });

const PARAGRAPH =
  "截止目前，全县粮食总产量达到13.8亿斤，县委书记王大川同志到临江县石牛镇调研，召开了县委X届全会，各项工作进展顺利，成绩来之不易，要继续努力，抓好落实。\n";
const HOSTILE = "</script><script>document.title='坏'</script><img src=x onerror=\"document.title='坏'\">\u202e倒\u2066序\u200b，县委X届全会。\n";

/** 稿子的报告；文件的地址 */
function report(name, text) {
  const draft = join(HERE, `${name}.txt`);
  const to = join(HERE, `${name}.html`);
  writeFileSync(draft, text);
  try {
    execFileSync(SPEECHLINT, [draft, "--isolated", "-f", "html", "-o", to], { encoding: "utf8" });
  } catch (done) {
    assert.equal(done.status, 1, done.stderr);
  }
  return to;
}

let engine, page;
const requests = [];

before(async () => {
  engine = await browser("chrome");
  page = await engine.newPage();
  page.on("request", (one) => requests.push(one.url()));
});
after(() => engine?.close());

const opened = async (path) => {
  requests.length = 0;
  const start = performance.now();
  await page.goto(fileUrl(path), { waitUntil: "load" });
  return performance.now() - start;
};

test("two hundred paragraphs: small, and nothing asked of the network", async () => {
  const path = report("长", PARAGRAPH.repeat(280));
  assert.ok(statSync(path).size < 1e6, `${statSync(path).size} bytes`);
  const took = await opened(path);
  console.log(`# ${statSync(path).size} bytes, opened in ${Math.round(took)} ms`);
  assert.equal(requests.length, 1);
});

test("filters hide, a mark leads to its finding and back", async () => {
  await opened(report("筛", PARAGRAPH));
  const shown = () => page.$$eval(".list li", (items) => items.filter((one) => !one.hidden).length);
  const all = await shown();
  assert.ok(all > 1);
  await page.click(".filters input:checked");
  assert.ok((await shown()) < all);
  await page.click(".filters input:not(:checked)");
  await page.click(".text .m");
  assert.equal(await page.$$eval(".list .here", (found) => found.length), 1);
  const target = await page.$eval(".list .here a", (link) => link.getAttribute("href"));
  await page.locator(".list .here a").click(); // once the list has stopped moving
  await page.waitForFunction((hash) => location.hash === hash, { timeout: 5000 }, target);
});

test("what must be verified can be ticked and leads to its line", async () => {
  await opened(report("核", PARAGRAPH));
  await page.click(".verify input");
  assert.ok(await page.$eval(".verify input", (box) => box.checked));
  await page.click(".verify a");
  await page.waitForFunction(() => location.hash === "#p1-1", { timeout: 5000 });
});

test("axe finds no serious or critical fault; no page is wider than its screen", async () => {
  await opened(report("看", PARAGRAPH.repeat(12)));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  for (const width of [320, 1024, 1920])
    for (const value of ["light", "dark"]) {
      await page.setViewport({ width, height: 1000 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () =>
        (await axe.run()).violations
          .filter((one) => ["serious", "critical"].includes(one.impact))
          .map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`),
      );
      assert.deepEqual(faults, [], `${width} ${value}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      await page.screenshot({ path: join(SHOTS, `${width}-${value}.png`), fullPage: width < 1000 });
    }
});

test("it prints, and the filters are not on paper", async () => {
  const path = join(SHOTS, "report.pdf");
  await page.pdf({ path, preferCSSPageSize: true });
  assert.equal(readFileSync(path).subarray(0, 5).toString(), "%PDF-");
  await page.emulateMediaType("print");
  assert.equal(await page.$eval(".filters", (one) => getComputedStyle(one).display), "none");
  await page.emulateMediaType(null);
});

test("a draft that wants to run a script is only read", async () => {
  await opened(report("坏", PARAGRAPH.repeat(3) + HOSTILE + PARAGRAPH));
  assert.notEqual(await page.title(), "坏");
  const told = await page.$eval("article", (one) => one.textContent);
  assert.ok(told.includes("</script><script>") && told.includes("<U+202E>"));
  assert.equal(await page.$$eval("article img, article script", (found) => found.length), 0);
  assert.equal(requests.length, 1);
});

test("a megabyte of text is whole", async () => {
  const text = "各项工作进展顺利，成绩来之不易，要继续努力，抓好落实，开创新的局面。\n".repeat(10_000);
  await opened(report("大", text));
  assert.equal(await page.$$eval(".text p", (found) => found.length), text.split("\n").length);
});
