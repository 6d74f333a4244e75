/** The buttons and settings above the draft. */

import { button, el } from "./dom";
import type { Words } from "./words";

export interface Commands {
  open(files: File[]): void;
  sample(): void;
  fixAll(): void;
  undo(): void;
  redo(): void;
  take(op: string, more: object): void;
  print(): void;
  changed(): void;
  keep(on: boolean): void;
}

const TAKEN: [keyof Words, string, object][] = [
  ["draft", "draft", {}],
  ["plain", "plain", {}],
  ["annotated", "annotated", {}],
  ["tracked", "annotated", { tracked: true }],
  ["sheetHtml", "sheet", { format: ".html" }],
  ["sheetDocx", "sheet", { format: ".docx" }],
  ["json", "json", {}],
  ["ignores", "ignores", {}],
];
const WORD_ONLY = new Set<keyof Words>(["annotated", "tracked"]);

export class Toolbar {
  readonly root = el("div", { class: "bar" });
  word = false;
  private readonly date = el("input", { type: "date", id: "date" });
  private readonly byDraft = el("input", { type: "checkbox" });
  private readonly stage = el("select", { id: "stage" });
  private readonly language = el("select", { id: "language" });
  private readonly keeping = el("input", { type: "checkbox" });
  private readonly file = el("input", { type: "file", id: "file", accept: ".txt,.md,.markdown,.docx,.docm,.dotx,.html,.htm,.yaml", class: "hidden", tabindex: "-1", "aria-hidden": "true" });
  private undo: HTMLButtonElement | undefined;
  private redo: HTMLButtonElement | undefined;

  constructor(private readonly commands: Commands) {
    for (const [value, text] of [["zh", "中文"], ["en", "English"]] as const) this.language.append(el("option", { value }, text));
    for (const one of [this.date, this.byDraft, this.stage, this.language]) one.addEventListener("change", () => commands.changed());
    this.keeping.addEventListener("change", () => commands.keep(this.keeping.checked));
    this.file.addEventListener("change", () => {
      commands.open([...(this.file.files ?? [])]);
      this.file.value = "";
    });
    for (const value of ["", "送审", "初稿"]) this.stage.append(el("option", { value }, value));
  }

  get lang(): string {
    return this.language.value || "zh";
  }

  get asked(): Record<string, string> {
    return { lang: this.lang, as_of: this.byDraft.checked ? "draft" : this.date.value, stage: this.stage.value };
  }

  set(asked: Record<string, string>): void {
    this.language.value = asked.lang ?? "zh";
    this.byDraft.checked = asked.as_of === "draft";
    this.date.value = asked.as_of === "draft" ? "" : (asked.as_of ?? "");
    this.stage.value = asked.stage ?? "";
    this.commands.changed();
  }

  get kept(): boolean {
    return this.keeping.checked;
  }

  set kept(on: boolean) {
    this.keeping.checked = on;
  }

  /** Formats that can be opened besides those of every page. */
  reads(formats: string): void {
    this.file.accept += formats;
  }

  history(undoable: boolean, redoable: boolean): void {
    if (this.undo) this.undo.disabled = !undoable;
    if (this.redo) this.redo.disabled = !redoable;
  }

  /** Lays the bar out in a language. */
  name(words: Words): void {
    const { commands } = this;
    const held = document.activeElement?.id;
    this.undo = button(words.undo, commands.undo, { disabled: true });
    this.redo = button(words.redo, commands.redo, { disabled: true });
    for (const option of this.stage.options) option.textContent = words.stages[option.value] ?? option.value;
    this.file.setAttribute("aria-label", words.open);
    const settings = el(
      "details",
      { class: "menu" },
      el("summary", {}, words.settings),
      el(
        "div",
        { class: "drop" },
        el("p", {}, el("label", { for: "date" }, words.date), this.date),
        el("p", {}, el("label", {}, this.byDraft, words.byDraft)),
        el("p", {}, el("label", { for: "stage" }, words.stage), this.stage),
        el("p", {}, el("label", { for: "language" }, words.language), this.language),
        el("p", {}, el("label", {}, this.keeping, words.keep)),
      ),
    );
    this.root.replaceChildren(
      button(words.open, () => this.file.click(), { class: "main" }),
      this.file,
      button(words.sample, commands.sample),
      button(words.fixAll, commands.fixAll),
      this.undo,
      this.redo,
      this.taking(words),
      button(words.print, commands.print),
      settings,
    );
    for (const menu of this.root.querySelectorAll("details")) closing(menu);
    if (held === "language") {
      settings.open = true;
      this.language.focus();
    }
  }

  private taking(words: Words): HTMLElement {
    const items = el("div", { class: "drop" });
    const menu = el("details", { class: "menu" }, el("summary", {}, words.download), items);
    menu.addEventListener("toggle", () => {
      items.replaceChildren(
        ...TAKEN.filter(([word]) => this.word || !WORD_ONLY.has(word)).map(([word, op, more]) =>
          button(String(words[word]), () => {
            menu.open = false;
            this.commands.take(op, more);
          }, { "data-take": String(word) }),
        ),
      );
    });
    return menu;
  }
}

/** A menu closes on Escape, and when the focus leaves it. */
function closing(menu: HTMLDetailsElement): void {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
