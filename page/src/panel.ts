/** The findings beside the draft: listed, filtered, each with what can be done about it; the outline; what is ignored. */

import { button, el, visible } from "./dom";
import { type Checked, type Finding, type Fix, type Heading, isShown, type Severity, type Shown } from "./report";
import { filled, type Words } from "./words";

const LEVELS: Severity[] = ["error", "warning", "info"];
const LETTERS = { error: "e", warning: "w", info: "i" };

export interface Actions {
  see(one: Finding): void;
  fix(fix: Fix): void;
  fixKind(code: string): void;
  explain(code: string): void;
  ignore(one: Finding): void;
  filtered(): void;
  line(number: number): void;
}

export class Panel {
  private readonly levels = new Set<Severity>(["error", "warning"]);
  private readonly hidden = new Set<string>();
  private readonly filters = el("div", { class: "filters" });
  private readonly list = el("ul", { class: "list" });
  private readonly muted = el("details", { class: "muted" });
  private found: Finding[] = [];

  constructor(
    side: HTMLElement,
    private readonly outline: HTMLElement,
    private readonly actions: Actions,
  ) {
    side.append(this.filters, this.list, this.muted);
  }

  get shown(): Shown {
    return { levels: this.levels, hidden: this.hidden };
  }

  visible(): Finding[] {
    return this.found.filter((one) => isShown(one, this.shown));
  }

  /** What was found; the filters stay as they were set. */
  show(told: Checked, words: Words): void {
    this.found = told.findings;
    this.filters.replaceChildren(...(told.findings.length ? this.choices(words) : []));
    this.fill(words);
    this.heads(told.outline, words);
    this.ignored(told, words);
  }

  empty(): void {
    this.found = [];
    for (const part of [this.filters, this.list, this.muted, this.outline]) part.replaceChildren();
  }

  /** Points at a finding in the list; with `focus`, goes there. */
  point(id: number, focus: boolean): void {
    const item = this.list.querySelector<HTMLElement>(`[data-id="${id}"]`);
    this.list.querySelector(".here")?.classList.remove("here");
    if (!item) return;
    item.classList.add("here");
    item.scrollIntoView({ block: "nearest" });
    if (focus) item.focus();
  }

  private choices(words: Words): Node[] {
    const levels = LEVELS.map((level) => {
      const count = this.found.filter((one) => one.severity === level).length;
      return this.box(`${words.level[level]} ${count}`, this.levels.has(level), words, (on) => {
        if (on) this.levels.add(level);
        else this.levels.delete(level);
      });
    });
    const titles = new Map(this.found.map((one) => [one.family, one.familyTitle]));
    const families = [...titles].map(([family, title]) => {
      const count = this.found.filter((one) => one.family === family).length;
      return this.box(`${title} ${count}`, !this.hidden.has(family), words, (on) => {
        if (on) this.hidden.delete(family);
        else this.hidden.add(family);
      });
    });
    return [
      el("fieldset", {}, el("legend", {}, words.levels), ...levels),
      el("fieldset", {}, el("legend", {}, words.families), ...families),
    ];
  }

  private box(text: string, on: boolean, words: Words, set: (on: boolean) => void): HTMLElement {
    const input = el("input", {
      type: "checkbox",
      checked: on,
      onchange: () => {
        set(input.checked);
        this.fill(words);
        this.actions.filtered();
      },
    });
    return el("label", {}, input, text);
  }

  private fill(words: Words): void {
    this.list.replaceChildren(...this.visible().map((one) => this.item(one, words)));
  }

  private item(one: Finding, words: Words): HTMLElement {
    const letter = LETTERS[one.severity];
    const times = one.places.length > 1 ? ` ×${one.places.length}` : "";
    const head = el(
      "p",
      {},
      el("b", { class: letter }, one.level),
      ` ${one.code} ${one.familyTitle}${times} `,
      button(one.place, () => this.actions.see(one), { class: "place", title: words.see }),
    );
    const item = el("li", { class: `l${letter}`, tabindex: "-1", "data-id": String(one.id) }, head);
    item.append(el("p", {}, visible(one.message)));
    if (one.change && !one.fixes.length) item.append(el("p", {}, filled(words.change, { text: visible(one.change) })));
    if (one.authority) item.append(el("p", { class: "dim" }, filled(words.authority, { text: visible(one.authority) })));
    item.append(this.buttons(one, words));
    return item;
  }

  private buttons(one: Finding, words: Words): HTMLElement {
    const row = el("p", { class: "buttons" });
    for (const fix of one.fixes) {
      row.append(button(filled(words.fix, { title: visible(fix.title || one.change) }), () => this.actions.fix(fix)));
    }
    const alike = this.found.filter((other) => other.code === one.code && other.fixes.length === 1);
    if (one.fixes.length === 1 && alike.length > 1) {
      const text = filled(words.fixKind, { count: alike.length });
      row.append(button(text, () => this.actions.fixKind(one.code)));
    }
    row.append(
      button(words.ignore, () => this.actions.ignore(one)),
      button(words.why, () => this.actions.explain(one.code), { "aria-label": `${words.why} ${one.code}` }),
    );
    return row;
  }

  private heads(outline: Heading[], words: Words): void {
    const items = outline.map((one) => {
      const size = filled(words.characters, { count: one.characters });
      const item = el(
        "li",
        { class: `d${Math.min(one.depth, 3)}` },
        button(visible(one.title), () => this.actions.line(one.line), { class: "place" }),
        el("span", { class: "dim" }, ` ${size}`),
      );
      for (const { message, severity } of one.wrong) {
        item.append(el("p", { class: "wrong" }, el("b", { class: LETTERS[severity] }, words.level[severity]), ` ${visible(message)}`));
      }
      return item;
    });
    this.outline.replaceChildren(items.length ? el("ul", { class: "out" }, ...items) : el("p", { class: "dim" }, words.noOutline));
  }

  private ignored(told: Checked, words: Words): void {
    const rows = told.muted.map((one) => el("li", {}, `${one.code} “${visible(one.words)}” ${visible(one.reason)}`));
    const summary = el("summary", {}, filled(words.ignored, { count: rows.length }));
    this.muted.replaceChildren(...(rows.length ? [summary, el("ul", {}, ...rows)] : []));
    this.muted.hidden = !rows.length;
  }
}
