// The page in real browsers, as a person meets it: opened from a file, with a record of every request.
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

export const PROGRAMS = { chrome: "/usr/bin/chromium", firefox: "/usr/bin/firefox-esr" };

export async function browser(name) {
  return puppeteer.launch({
    browser: name,
    executablePath: PROGRAMS[name],
    headless: true,
    args: name === "chrome" ? ["--no-sandbox", "--lang=zh-CN"] : [],
    protocolTimeout: 600_000,
    ...(name === "firefox" ? { extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.useDownloadDir": true } } : {}),
  });
}

/** The page, ready; `requests` are all that it made, `errors` what went wrong in it. */
export async function opened(engine, url) {
  const page = await engine.newPage();
  page.setDefaultTimeout(120_000);
  const [requests, errors] = [[], []];
  page.on("request", (one) => requests.push(one.url()));
  page.on("pageerror", (why) => errors.push(String(why)));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url, { timeout: 120_000 });
  await page.waitForSelector("body[data-ready]");
  return { page, requests, errors };
}

export const fileUrl = (path) => pathToFileURL(path).href;
export const folder = () => mkdtempSync(join(tmpdir(), "speechlint-page-"));

/** Waits until what is shown belongs to the text as it is. */
export async function settled(page) {
  await new Promise((done) => setTimeout(done, 500));
  await page.waitForFunction(() => document.querySelector("main").getAttribute("aria-busy") !== "true");
}

/** Opens a file through the page's own field. */
export async function open(page, path) {
  const field = await page.$("#file");
  await field.uploadFile(path);
  await settled(page);
}

/** What the page would download, caught at the link; name and bytes. */
export async function taken(page, what) {
  await page.evaluate(() => {
    window.caught = new Promise((done) => {
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = async function () {
        HTMLAnchorElement.prototype.click = click;
        const data = new Uint8Array(await blobs.get(this.href).arrayBuffer());
        let text = "";
        for (const byte of data) text += String.fromCharCode(byte);
        done([this.download, btoa(text)]);
      };
      const blobs = new Map();
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        const url = make.call(URL, blob);
        blobs.set(url, blob);
        URL.createObjectURL = make;
        return url;
      };
    });
  });
  await page.evaluate(() => [...document.querySelectorAll(".menu")].forEach((menu, at) => (menu.open = at === 0)));
  await page.waitForSelector(`[data-take="${what}"]`);
  await page.click(`[data-take="${what}"]`);
  const [name, data] = await page.evaluate(() => window.caught);
  return { name, data: Buffer.from(data, "base64") };
}

export const text = (page, selector) => page.$eval(selector, (one) => one.textContent);
export const files = (path) => readdirSync(path).sort().map((name) => join(path, name));
export const read = (path) => readFileSync(path);
