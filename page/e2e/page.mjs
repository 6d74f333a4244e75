// npm run e2e, with PAGE is the file, SPEECHLINT the command it is compared with, DRAFTS folders of drafts.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { browser, files, fileUrl, folder, open, opened, PROGRAMS, settled, taken, text } from "./browsers.mjs";

const PAGE = process.env.PAGE;
const SPEECHLINT = resolve(process.env.SPEECHLINT ?? "../.venv/bin/speechlint");
const DRAFTS = (process.env.DRAFTS ?? "../tests/drafts ../samples").split(" ");
const BROWSERS = (process.env.BROWSERS ?? "chrome firefox").split(" ").filter((name) => existsSync(PROGRAMS[name]));
const MUTATED = Number(process.env.MUTATED ?? 50);
const SHOTS = process.env.SHOTS ?? "";

const command = (cwd, ...args) => {
  try {
    return execFileSync(SPEECHLINT, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  } catch (why) {
    if (why.status === 1) return why.stdout;
    throw new Error(why.stderr);
  }
};

const drafts = () => DRAFTS.flatMap(files).filter((path) => /\.(txt|md|docx)$/.test(path));

/** Drafts with characters taken out, doubled, and swapped; the same at every run. */
function mutated(paths, count, where) {
  let seed = 20261128;
  const chance = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const texts = paths.filter((path) => path.endsWith(".txt"));
  return Array.from({ length: count }, (_, number) => {
    const chars = [...readFileSync(texts[chance(texts.length)], "utf8")].slice(0, 4000);
    for (let times = 0; times < 12; times++) {
      const at = chance(chars.length);
      const kind = chance(4);
      if (kind === 0) chars.splice(at, 1 + chance(3));
      else if (kind === 1) chars.splice(at, 0, chars[chance(chars.length)]);
      else if (kind === 2) chars[at] = "𠮷X\n 　“<&\u202e"[chance(9)] ?? "";
      else [chars[at], chars[0]] = [chars[0], chars[at]];
    }
    const path = join(where, `变${number}.txt`);
    writeFileSync(path, chars.join(""));
    return path;
  });
}

for (const name of BROWSERS) {
  describe(name, () => {
    let engine, page, requests, errors;
    before(async () => {
      engine = await browser(name);
      ({ page, requests, errors } = await opened(engine, fileUrl(PAGE)));
    });
    after(() => engine.close());

    /** Another draft, without the question about the last one. */
    const fresh = async (path) => {
      await open(page, path);
      if (await page.$("dialog [value=go]")) {
        await page.click("dialog [value=go]");
        await settled(page);
      }
    };
    const button = (words) => page.locator(`button ::-p-text(${words})`);
    /** A button of the first finding that has it. */
    const first = (words) =>
      page.evaluate((words) => [...document.querySelectorAll(".list button")].find((one) => one.textContent.startsWith(words)).click(), words);
    const press = async (selector, key = "Enter") => {
      await page.focus(selector);
      await page.keyboard.press(key);
    };

    test("the report is the command's, byte for byte", async () => {
      const where = folder();
      const all = [...drafts(), ...mutated(drafts(), MUTATED, where)];
      for (const path of all) {
        const alone = folder();
        copyFileSync(path, join(alone, basename(path)));
        await fresh(path);
        const status = await text(page, ".status");
        const expected = command(alone, basename(path), "--format", "json", "--isolated", "--no-cache");
        assert.equal((await taken(page, "json")).data.toString("utf8"), expected, `${path}: ${status}`);
      }
    });

    test("it asked for nothing but itself", () => {
      const others = requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
      assert.deepEqual(others.filter((url) => url !== fileUrl(PAGE)), []);
      assert.deepEqual(errors, []);
    });

    test("somebody mends the sample, and the command finds what is left on the screen", async () => {
      await button("看样稿").click();
      await settled(page);
      if (await page.$("dialog [value=go]")) await page.click("dialog [value=go]");
      await page.waitForSelector(".list li");
      await page.locator(".offer button").click();
      await page.locator("dialog button").click();
      await settled(page);
      await button("改掉稳妥的").click();
      await settled(page);
      for (const [blank, filling] of [["X届", "八届"], ["XX户", "三百二十户"]]) {
        const at = await page.evaluateHandle((words) => {
          const items = [...document.querySelectorAll(".list li")];
          return items.find((one) => one.textContent.includes(words)).querySelector(".place");
        }, blank);
        await at.click();
        await page.keyboard.type(filling);
        await settled(page);
      }
      const before = (await page.$$(".list li")).length;
      await first("不必改");
      await page.waitForSelector("#reason");
      await page.type("#reason", "会后再定");
      await page.keyboard.press("Enter");
      await settled(page);
      assert.equal((await page.$$(".list li")).length, before - 1);
      const where = folder();
      const draft = await taken(page, "draft");
      const ignores = await taken(page, "ignores");
      writeFileSync(join(where, draft.name), draft.data);
      writeFileSync(join(where, ".speechlint-ignore.yaml"), ignores.data);
      const report = JSON.parse(command(where, draft.name, "--format", "json", "--no-cache"));
      const told = report.findings.filter((one) => one.severity !== "info").map((one) => `${one.code} ${one.line}:${one.column}`);
      const shown = await page.$$eval(".list li", (items) =>
        items.map((item) => `${item.textContent.match(/[A-Z]{3}\d{3}/)[0]} ${item.querySelector(".place").textContent}`),
      );
      assert.deepEqual(shown, told);
      assert.ok(!draft.data.toString().includes("文秘小站"));
    });

    test("undo takes everything back, and redo does it again", async () => {
      const words = () => page.$eval(".cm-content", (one) => one.cmTile?.view?.state.doc.toString() ?? one.innerText);
      const last = await words();
      for (let times = 0; times < 30 && !(await page.$eval(".bar", (bar) => bar.querySelectorAll("button")[3].disabled)); times++) {
        await button("撤销").click();
        await settled(page);
      }
      assert.notEqual(await words(), last);
      for (let times = 0; times < 30 && !(await page.$eval(".bar", (bar) => bar.querySelectorAll("button")[4].disabled)); times++) {
        await button("重做").click();
        await settled(page);
      }
      assert.equal(await words(), last);
    });

    test("encoding and line ends are kept", async () => {
      const path = join(folder(), "旧稿.txt");
      const said = "在全县会议上的讲话\r\n\r\n同志们：去年转移群众XX户，截止目前约谈了三个单位。\r\n";
      writeFileSync(path, execFileSync("iconv", ["-f", "utf-8", "-t", "gbk"], { input: said }));
      await fresh(path);
      await first("改：");
      await settled(page);
      const { name: called, data } = await taken(page, "draft");
      assert.equal(called, "旧稿.txt");
      assert.equal(execFileSync("iconv", ["-f", "gbk", "-t", "utf-8"], { input: data }).toString(), said.replace("截止", "截至"));
    });

    test("what is no draft is refused, and the draft stays", async () => {
      const where = folder();
      const before = await page.$eval(".cm-content", (one) => one.innerText);
      const bad = {
        "图片.txt": Buffer.from("7f454c46020100ff".repeat(50), "hex"),
        "坏的.docx": Buffer.from("PK\u0003\u0004nothing"),
        "加密.docx": Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]),
        "旧版.doc": Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]),
      };
      for (const [called, data] of Object.entries(bad)) {
        writeFileSync(join(where, called), data);
        await fresh(join(where, called));
        const status = await text(page, ".status");
        assert.match(status, /[\u4e00-\u9fff]{4,}/, called);
        assert.doesNotMatch(status, /speechlint 自己的错|必须改 \d/, called);
        assert.equal(await page.$eval(".cm-content", (one) => one.innerText), before, called);
      }
    });

    test("markup in a draft stays text, and turning characters are shown as signs", async () => {
      const path = join(folder(), "x<img src=a onerror=alert(1)>.txt");
      writeFileSync(path, "同志们：<script>window.hurt=1</script> & \u202e去年\u200b转移群众XX户。<img src=x onerror=window.hurt=1>大家要认真学习。\n" + "各级各部门要认真学习贯彻会议精神，抓好工作落实。\n".repeat(30));
      await fresh(path);
      assert.equal(await page.evaluate(() => window.hurt), undefined);
      assert.equal((await page.$$("main img, main script")).length, 0);
      assert.ok((await page.$$(".list li")).length > 0);
      assert.doesNotMatch(await text(page, ".list"), /[\u202e\u200b]/);
      const { data } = await taken(page, "draft");
      assert.deepEqual(data, readFileSync(path));
    });

    test("20 MB: it says that it is too much, and keeps the text", async () => {
      const path = join(folder(), "长.txt");
      writeFileSync(path, "同志们要认真学习贯彻会议精神。\n".repeat(450_000));
      await fresh(path);
      assert.match(await text(page, ".status"), /万字/);
      assert.ok((await text(page, ".cm-content")).includes("同志们要认真学习"));
      assert.equal((await page.$$(".list li")).length, 0);
    });

    test("Word: comments go into the file", async () => {
      const where = folder();
      const made = join(where, "讲话稿.docx");
      execFileSync(join(SPEECHLINT, "..", "python"), ["-c", MAKE_WORD, made]);
      await fresh(made);
      assert.ok((await page.$$(".list li")).length > 0);
      const { name: called, data } = await taken(page, "annotated");
      assert.equal(called, "讲话稿.校对.docx");
      writeFileSync(join(where, called), data);
      const listed = execFileSync("unzip", ["-p", join(where, called), "word/comments.xml"]).toString();
      assert.match(listed, /PLH002/);
    });

    test("every action with the keyboard alone", async () => {
      await fresh(drafts().find((path) => path.includes("讲话稿.txt")));
      await page.focus(".cm-content");
      await page.keyboard.press("F8");
      const told = await text(page, ".status");
      assert.match(told, /[A-Z]{3}\d{3}/);
      await page.keyboard.down("Alt");
      await page.keyboard.press("l");
      await page.keyboard.up("Alt");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".list li")));
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".list .place")));
      await page.keyboard.press("Enter");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".cm-content")));
      await page.keyboard.type("甲");
      await settled(page);
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      await settled(page);
      await press(".filters input", " ");
      assert.equal((await page.$$(".list li.le")).length, 0);
      await press(".filters input", " ");
      await page.evaluate(() => [...document.querySelectorAll(".list button")].find((one) => one.textContent.startsWith("规则")).focus());
      await page.keyboard.press("Enter");
      await page.waitForSelector("dialog .rule");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("dialog"));
      await page.evaluate(() => [...document.querySelectorAll(".list button")].find((one) => one.textContent === "不必改").focus());
      await page.keyboard.press("Enter");
      await page.waitForSelector("#reason");
      await page.keyboard.type("就这样");
      await page.keyboard.press("Enter");
      await settled(page);
      assert.ok(await page.$(".muted summary"));
      await page.evaluate(() => [...document.querySelectorAll(".list button")].find((one) => one.textContent.startsWith("改：")).focus());
      await page.keyboard.press("Enter");
      await settled(page);
      await press(".offer button");
      await page.waitForSelector("dialog");
      await page.keyboard.press("Enter");
      await settled(page);
      await press(".first .place");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".cm-content")));
      for (const at of [0, 1]) {
        await press(`.menu:nth-of-type(${at + 1}) summary`, "Enter");
        await page.waitForSelector(`.menu[open]`);
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => !document.querySelector(".menu[open]"));
      }
    });

    test("axe finds no serious or critical fault, in any state, light and dark, wide and narrow", async () => {
      await fresh(drafts().find((path) => path.includes("讲话稿.txt")));
      await page.evaluate(axe.source);
      const faults = async (state) => {
        const found = await page.evaluate(async () => (await axe.run()).violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`));
        assert.deepEqual(found, [], state);
      };
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 900 });
        if (name === "chrome") {
          for (const value of ["dark", "light"]) {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
            await faults(`${width} ${value}`);
          }
        } else await faults(`${width}`);
        for (const at of [0, 1]) {
          await page.evaluate((at) => [...document.querySelectorAll(".menu")].forEach((menu, index) => (menu.open = index === at)), at);
          await faults(`${width} menu ${at}`);
        }
        await page.evaluate(() => document.querySelectorAll(".menu").forEach((menu) => (menu.open = false)));
        await page.evaluate(() => [...document.querySelectorAll(".list button")].find((one) => one.textContent === "不必改").click());
        await page.waitForSelector("#reason");
        await faults(`${width} dialog`);
        await page.keyboard.press("Escape");
        await first("规则");
        await page.waitForSelector("dialog .rule");
        await faults(`${width} rule`);
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => !document.querySelector("dialog"));
        await page.locator(".offer button").click();
        await page.waitForSelector("dialog button");
        await faults(`${width} restored`);
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => !document.querySelector("dialog"));
        await page.evaluate(() => [...document.querySelectorAll(".bar button")].find((one) => one.textContent === "撤销").click());
        await settled(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width}: no sideways scrolling`);
      }
      await page.setViewport({ width: 1280, height: 900 });
    });

    test("axe finds none before anything was opened", async () => {
      const { page: empty } = await opened(engine, fileUrl(PAGE));
      await empty.evaluate(axe.source);
      const found = await empty.evaluate(async () => (await axe.run()).violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => one.id));
      assert.deepEqual(found, []);
      await empty.close();
    });

    test("nothing is kept anywhere unless the box is ticked; then it survives", async () => {
      assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name)), []);
      await page.evaluate(() => [...document.querySelectorAll(".menu")].at(-1).setAttribute("open", ""));
      const [box] = (await page.$$(".menu input[type=checkbox]")).slice(-1);
      await box.click();
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 1);
      const there = await page.$eval(".cm-content", (one) => one.innerText);
      await new Promise((done) => setTimeout(done, 500));
      await page.reload();
      await page.waitForSelector("body[data-ready]");
      await settled(page);
      assert.equal(await page.$eval(".cm-content", (one) => one.innerText), there);
      await page.evaluate(() => [...document.querySelectorAll(".menu")].at(-1).setAttribute("open", ""));
      await (await page.$$(".menu input[type=checkbox]")).at(-1).click();
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    });

    test("what is shown was looked at", { skip: !SHOTS || name !== "chrome" }, async () => {
      await fresh(drafts().find((path) => path.includes("讲话稿.txt")));
      mkdirSync(SHOTS, { recursive: true });
      for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        for (const width of [320, 1024, 1920]) {
          await page.setViewport({ width, height: width === 320 ? 800 : 900 });
          await page.screenshot({ path: join(SHOTS, `${width}-${scheme}.png`) });
        }
      }
      assert.ok(statSync(join(SHOTS, "320-dark.png")).size > 10_000);
    });
  });
}

describe("serve", () => {
  test("the same page with the program behind it", async () => {
    const server = spawn(SPEECHLINT, ["serve", "--no-open"], { stdio: ["ignore", "pipe", "ignore"] });
    const engine = await browser(BROWSERS[0]);
    try {
      const url = await new Promise((done) => server.stdout.once("data", (data) => done(String(data).trim())));
      const { page, requests } = await opened(engine, url);
      const draft = drafts().find((path) => path.includes("讲话稿.txt"));
      await open(page, draft);
      const alone = folder();
      copyFileSync(draft, join(alone, basename(draft)));
      const expected = command(alone, basename(draft), "--format", "json", "--isolated", "--no-cache");
      assert.equal((await taken(page, "json")).data.toString("utf8"), expected);
      const origin = new URL(url).origin;
      assert.deepEqual(requests.filter((one) => !/^(blob|data):/.test(one) && !one.startsWith(origin)), []);
      await page.goto(url.replace(/token=.*/, "token=wrong"));
      await page.reload();
      await page.waitForSelector("body[data-ready]");
      await open(page, draft);
      assert.match(await text(page, ".status"), /403/);
    } finally {
      await engine.close();
      server.kill("SIGINT");
    }
  });
});

const MAKE_WORD = `
import sys, zipfile
body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in ("在全县会议上的讲话", "同志们：去年转移群众XX户，这个成绩来之不易。"))
with zipfile.ZipFile(sys.argv[1], "w") as file:
    file.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    file.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    file.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
`;
