/** The page: one draft, what was found in it, and all that can be done about it. */

import sample from "../../samples/讲话稿.txt?raw";
import { ask, button, download, el, visible } from "./dom";
import { Editor } from "./editor";
import type { Engine, Reply } from "./engine";
import { forget, keep, kept } from "./kept";
import { Latest } from "./latest";
import { Offsets } from "./offsets";
import { Panel } from "./panel";
import { printed } from "./printed";
import { type Checked, checked, compatible, counts, edits, type Finding, type Fix } from "./report";
import { Toolbar } from "./toolbar";
import { filled, WORDS, type Words } from "./words";

const PAUSE = 400; // milliseconds after the last key
const DRAFT = "讲话稿.txt";

export class App {
  private engine: Engine | undefined;
  private told: Checked | undefined;
  private name = DRAFT;
  private encoding = "utf-8";
  private data = new Uint8Array();
  private saved = "";
  private readonly status = el("p", { role: "status", class: "status" });
  private readonly offer = el("p", { class: "offer", hidden: true });
  private readonly footer = el("footer");
  private readonly main = el("main", { class: "work" });
  private readonly editor: Editor;
  private readonly panel: Panel;
  private readonly bar: Toolbar;
  private readonly checks: Latest<{ text: string; reply: Reply }>;

  constructor(root: HTMLElement) {
    const draft = el("section", { class: "text" });
    const side = el("aside", { class: "side list-side", tabindex: "0" });
    const outline = el("nav", { class: "side first", tabindex: "0" });
    const [listed, heads] = [el("div"), el("div")];
    side.append(el("h2", { "data-word": "findings" }), listed);
    outline.append(el("h2", { "data-word": "outline" }), heads);
    this.bar = new Toolbar({
      open: (files) => void this.open(files),
      sample: () => void this.openBytes(DRAFT, new TextEncoder().encode(sample)),
      fixAll: () => void this.fix({}),
      undo: () => this.editor.undo(),
      redo: () => this.editor.redo(),
      take: (op, more) => void this.take(op, more),
      print: () => window.print(),
      changed: () => this.settled(),
      keep: (on) => void (on ? this.keep() : forget()),
    });
    const header = el("header", {}, el("h1", { "data-word": "title" }), el("p", { class: "dim", "data-word": "promise" }));
    header.append(this.bar.root, this.offer, this.status);
    this.main.append(outline, draft, side);
    root.append(header, this.main, this.footer);
    this.editor = new Editor(draft, {
      changed: () => this.changed(),
      pointed: (id) => this.panel.point(id, false),
      move: (by) => this.move(by),
      explain: () => this.goToList(),
      files: (files) => void this.open(files),
    });
    this.panel = new Panel(listed, heads, {
      see: (one) => this.see(one),
      fix: (fix) => this.apply(fix),
      fixKind: (code) => void this.fix({ code, unsafe: true }),
      explain: (code) => void this.explain(code),
      ignore: (one) => void this.ignore(one),
      filtered: () => this.marked(),
      line: (number) => this.editor.show(this.editor.line(number)),
    });
    this.checks = new Latest(
      ({ text, reply }) => this.show(text, reply),
      (why) => {
        this.busy(false);
        this.say(visible(String(why instanceof Error ? why.message : why)));
      },
    );
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      void this.open([...(event.dataTransfer?.files ?? [])]);
    });
    this.papers();
    this.settled();
    this.say(this.words.starting);
  }

  private get words(): Words {
    return WORDS[this.bar.lang] ?? WORDS.zh!;
  }

  broken(why: string): void {
    this.say(why);
    this.status.classList.add("e");
  }

  async begin(engine: Engine): Promise<void> {
    this.engine = engine;
    this.bar.reads(engine.formats);
    const last = await kept();
    if (last && !this.editor.length) {
      this.bar.kept = true;
      this.bar.set(last.asked);
      await this.openBytes(last.name, new Uint8Array(last.data), last);
      this.say(filled(this.words.kept, { name: visible(last.name) }));
    } else if (this.editor.length) this.check();
    else this.say(this.words.ready);
    document.body.dataset.ready = "yes";
  }

  private busy(is: boolean): void {
    this.main.setAttribute("aria-busy", String(is));
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  private async ask(op: string, more: object = {}, data?: Uint8Array): Promise<Reply> {
    if (!this.engine) throw new Error(this.words.starting);
    const reply = await this.engine.ask({ op, text: this.editor.text, ignores: this.editor.ignores, ...this.bar.asked, ...more }, data);
    if (typeof reply.told.error === "string") throw new Error(reply.told.error);
    return reply;
  }

  /** Does it; where it cannot be done, says why, and nothing has changed. */
  private async attempt(task: () => Promise<void>): Promise<void> {
    this.busy(true);
    try {
      await task();
    } catch (why) {
      this.say(visible(why instanceof Error ? why.message : String(why)));
    }
    if (!this.checks.busy) this.busy(false);
  }

  private async open(files: File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    const size = file.size / 1_000_000;
    const most = this.engine?.largest ?? Infinity;
    if (size > most) {
      this.say(filled(this.words.tooLarge, { name: visible(file.name), size: Math.round(size), most }));
      return;
    }
    const data = new Uint8Array(await file.arrayBuffer());
    if (file.name.endsWith(".yaml")) {
      this.editor.note(new TextDecoder().decode(data));
      this.say(filled(this.words.loadedIgnores, { name: visible(file.name) }));
    } else await this.openBytes(file.name, data);
  }

  private async openBytes(name: string, data: Uint8Array<ArrayBuffer>, last?: { text: string; ignores: string }): Promise<void> {
    const changed = this.editor.length > 0 && this.editor.text !== this.saved;
    if (changed && (await ask(this.words.replace, el("p"), [["go", this.words.go], ["", this.words.cancel]])) !== "go") return;
    await this.attempt(async () => {
      const { told } = await this.ask("open", { name }, data);
      this.checks.cancel();
      [this.name, this.encoding, this.data] = [String(told.name), String(told.encoding), data];
      this.saved = String(told.text);
      this.editor.load(last?.text ?? this.saved, last?.ignores ?? "");
      this.bar.word = told.word === true;
      this.told = undefined;
      this.panel.empty();
      this.check();
    });
  }

  private changed(): void {
    this.bar.history(this.editor.undoable, this.editor.redoable);
    if (this.bar.kept) void this.keep();
    this.check(PAUSE);
  }

  private settled(): void {
    document.documentElement.lang = this.bar.lang === "en" ? "en" : "zh-Hans";
    document.title = this.words.title;
    this.bar.name(this.words);
    for (const one of document.querySelectorAll<HTMLElement>("[data-word]")) {
      one.textContent = String(this.words[one.dataset.word as keyof Words]);
    }
    const [side, first] = [document.querySelector(".list-side"), document.querySelector(".first")];
    side?.setAttribute("aria-label", this.words.findings);
    first?.setAttribute("aria-label", this.words.outline);
    this.editor.name(this.words.draftLabel, this.words.placeholder);
    if (this.editor.length) this.changed();
  }

  private check(pause = 0): void {
    if (!this.engine) return;
    const size = this.editor.length;
    if (size > this.engine.most) {
      this.checks.cancel();
      this.busy(false);
      this.told = undefined;
      this.panel.empty();
      this.say(filled(this.words.tooLong, { size: Math.round(size / 10_000), most: this.engine.most / 10_000 }));
      return;
    }
    if (!size) {
      this.checks.cancel();
      this.busy(false);
      this.told = undefined;
      this.panel.empty();
      this.offer.hidden = true;
      this.say(this.words.ready);
      return;
    }
    this.busy(true);
    this.checks.ask(async () => {
      const text = this.editor.text;
      return { text, reply: await this.ask("check", { text }) };
    }, pause);
  }

  private show(text: string, { told }: Reply): void {
    this.busy(false);
    this.told = checked(text, told);
    this.panel.show(this.told, this.words);
    this.marked();
    this.bar.history(this.editor.undoable, this.editor.redoable);
    const { findings, damage, leftOut, asOf } = this.told;
    this.say(leftOut || (findings.length ? filled(this.words.found, counts(findings)) : this.words.clean));
    this.offered(damage);
    const file = filled(this.words.encoding, { name: visible(this.name), encoding: this.encoding });
    this.footer.replaceChildren(
      el("p", {}, `${file} · ${filled(this.words.characters, { count: [...text].length })} · ${filled(this.words.asOf, { day: asOf })}`),
      el("p", {}, this.words.keys),
    );
  }

  private marked(): void {
    if (this.told?.text === this.editor.text) this.editor.mark(this.panel.visible());
  }

  private offered(damage: number): void {
    this.offer.hidden = damage === 0;
    const hint = filled(this.words.restoreHint, { count: damage });
    this.offer.replaceChildren(`${hint} `, button(filled(this.words.restore, { count: damage }), () => void this.restore()));
  }

  /** Whether what is shown is what the draft is now. */
  private current(): boolean {
    const is = this.told?.text === this.editor.text;
    if (!is) this.say(this.words.stale);
    return is;
  }

  private see(one: Finding): void {
    const place = this.editor.placeOf(one.id);
    if (place) this.editor.show(place);
    this.panel.point(one.id, false);
  }

  private move(by: 1 | -1): boolean {
    const spans = this.panel.visible().flatMap((one) => {
      const place = this.editor.placeOf(one.id);
      return place ? [{ one, place }] : [];
    });
    const at = this.editor.cursor.from;
    const ahead = by > 0 ? spans.find(({ place }) => place.from > at) : spans.findLast(({ place }) => place.from < at);
    const next = ahead ?? (by > 0 ? spans[0] : spans.at(-1));
    if (next) {
      this.see(next.one);
      this.say(`${next.one.level} ${next.one.code} ${visible(next.one.message)}`);
    }
    return true;
  }

  private goToList(): boolean {
    const id = this.editor.under();
    if (id !== undefined) this.panel.point(id, true);
    return true;
  }

  private apply(fix: Fix): void {
    if (this.current()) this.editor.change(compatible([fix]));
  }

  private async fix(what: { code?: string; unsafe?: boolean }): Promise<void> {
    await this.attempt(async () => {
      const text = this.editor.text;
      const { told } = await this.ask("fix", what);
      if (text !== this.editor.text) throw new Error(this.words.stale);
      const made = edits(told.edits as never[], new Offsets(text));
      if (made.length) this.editor.change(made);
      this.say(made.length ? filled(this.words.fixed, { count: Number(told.settled) }) : this.words.nothing);
    });
  }

  private async restore(): Promise<void> {
    await this.attempt(async () => {
      const text = this.editor.text;
      const { told } = await this.ask("restore");
      if (text !== this.editor.text) throw new Error(this.words.stale);
      this.editor.replace(String(told.text));
      const lines = (told.told as string[]).map((line) => el("li", {}, visible(line)));
      await ask(this.words.restored, el("ul", {}, ...lines), [["", this.words.ok]]);
    });
  }

  private async explain(code: string): Promise<void> {
    await this.attempt(async () => {
      const { told } = await this.ask("explain", { code });
      const page = el("pre", { class: "rule", tabindex: "0" }, visible(String(told.told)));
      await ask(code, page, [["", this.words.close]]);
    });
  }

  private async ignore(one: Finding): Promise<void> {
    if (!this.current()) return;
    const input = el("input", { type: "text", required: true, id: "reason", autocomplete: "off" });
    const field = el("p", {}, el("label", { for: "reason" }, this.words.reason), input);
    const quoted = el("p", {}, `${one.code} “${visible(one.words)}”`);
    const row: [string, string][] = [["ok", this.words.ok], ["", this.words.cancel]];
    if ((await ask(this.words.ignore, el("div", {}, quoted, field), row)) !== "ok") return;
    await this.attempt(async () => {
      const { told } = await this.ask("ignore", { fingerprint: one.fingerprint, reason: input.value });
      this.editor.note(String(told.ignores));
      this.say(this.words.noted);
    });
  }

  private async take(op: string, more: object): Promise<void> {
    await this.attempt(async () => {
      const own = op === "ignores";
      const reply = own ? undefined : await this.ask(op, more);
      const name = reply ? String(reply.told.name) : "speechlint-ignore.yaml";
      download(name, reply ? reply.data.slice() : new TextEncoder().encode(this.editor.ignores));
      if (op === "draft" || op === "plain") this.saved = this.editor.text;
      this.say(filled(this.words.downloaded, { name: visible(name) }));
    });
  }

  private async keep(): Promise<void> {
    const { name, data } = this;
    await this.attempt(async () => {
      await keep({ name, data, text: this.editor.text, ignores: this.editor.ignores, asked: this.bar.asked });
    });
  }

  private papers(): void {
    window.addEventListener("beforeprint", () => {
      const same = this.told?.text === this.editor.text;
      document.body.append(printed(this.name, this.editor.text, same ? this.panel.visible() : []));
    });
    window.addEventListener("afterprint", () => document.querySelectorAll(".printed").forEach((one) => one.remove()));
  }
}
