/** The draft in an editor (CodeMirror): findings marked in it, what is ignored part of its history. */

import { defaultKeymap, history, historyKeymap, invertedEffects, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, StateEffect, StateField, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from "@codemirror/view";
import type { Edit, Finding, Span } from "./report";

const LETTERS = { error: "e", warning: "w", info: "i" };
const setMarks = StateEffect.define<DecorationSet>();
const setIgnores = StateEffect.define<{ before: string; after: string }>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    value = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMarks)) value = effect.value;
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const ignores = StateField.define<string>({
  create: () => "",
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setIgnores)) value = effect.value.after;
    return value;
  },
});

const undoIgnores = invertedEffects.of((transaction) =>
  transaction.effects
    .filter((effect) => effect.is(setIgnores))
    .map((effect) => setIgnores.of({ before: effect.value.after, after: effect.value.before })),
);

export interface Hooks {
  changed(): void;
  pointed(id: number): void;
  move(by: 1 | -1): boolean;
  explain(): boolean;
  files(files: File[]): void;
}

export class Editor {
  readonly view: EditorView;
  private label = "";
  private hint = "";

  constructor(parent: HTMLElement, private readonly hooks: Hooks) {
    this.view = new EditorView({ parent, state: this.fresh("", "") });
    this.view.scrollDOM.tabIndex = 0; // it scrolls, and is to be reached from the keyboard
  }

  private fresh(text: string, ignored: string): EditorState {
    const { hooks } = this;
    return EditorState.create({
      doc: text,
      extensions: [
        ignores.init(() => ignored),
        history(),
        undoIgnores,
        marks,
        search({ top: true }),
        keymap.of([
          { key: "F8", run: () => hooks.move(1), shift: () => hooks.move(-1) },
          { key: "Alt-l", run: () => hooks.explain() },
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.lineWrapping,
        placeholder(this.hint),
        EditorView.contentAttributes.of({ "aria-label": this.label, lang: "zh", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          const said = update.transactions.some((one) => one.effects.some((effect) => effect.is(setIgnores)));
          if (update.docChanged || said) hooks.changed();
        }),
        EditorView.domEventHandlers({
          click(event) {
            const mark = event.target instanceof Element ? event.target.closest("[data-f]") : null;
            if (mark) hooks.pointed(Number(mark.getAttribute("data-f")));
          },
          drop(event) {
            const files = [...(event.dataTransfer?.files ?? [])];
            if (files.length) {
              event.preventDefault();
              hooks.files(files);
            }
            return files.length > 0;
          },
        }),
      ],
    });
  }

  /** The words that are read out; a draft that is there stays. */
  name(label: string, hint: string): void {
    [this.label, this.hint] = [label, hint];
    this.view.contentDOM.setAttribute("aria-label", label);
    if (!this.view.state.doc.length) this.load("", this.ignores);
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  get ignores(): string {
    return this.view.state.field(ignores);
  }

  get length(): number {
    return this.view.state.doc.length;
  }

  /** Another draft: what was before it cannot be undone. */
  load(text: string, ignored = ""): void {
    this.view.setState(this.fresh(text, ignored));
  }

  /** Changes that can be undone at one go. */
  change(edits: Edit[]): void {
    this.view.dispatch({ changes: edits, annotations: isolateHistory.of("full"), userEvent: "input.fix" });
  }

  replace(text: string): void {
    this.change([{ from: 0, to: this.view.state.doc.length, insert: text }]);
  }

  note(text: string): void {
    const effect = setIgnores.of({ before: this.ignores, after: text });
    this.view.dispatch({ effects: effect, annotations: isolateHistory.of("full") });
  }

  mark(findings: Finding[]): void {
    const size = this.view.state.doc.length;
    const made: Range<Decoration>[] = findings.flatMap((one) =>
      one.places.map(({ from, to }) => {
        const end = Math.min(size, Math.max(to, from + 1));
        const look = Decoration.mark({ class: LETTERS[one.severity], attributes: { "data-f": String(one.id) } });
        return look.range(Math.max(0, Math.min(from, end - 1)), end);
      }),
    );
    const set = size ? Decoration.set(made, true) : Decoration.none;
    this.view.dispatch({ effects: setMarks.of(set) });
  }

  /** Where a finding stands now; undefined where its words are gone. */
  placeOf(id: number): Span | undefined {
    let found: Span | undefined;
    this.view.state.field(marks).between(0, this.view.state.doc.length, (from, to, mark) => {
      if (mark.spec.attributes["data-f"] !== String(id)) return undefined;
      found = { from, to };
      return false;
    });
    return found;
  }

  /** The finding at the cursor. */
  under(): number | undefined {
    const { from, to } = this.view.state.selection.main;
    let found: number | undefined;
    this.view.state.field(marks).between(from, to, (_from, _to, mark) => {
      found ??= Number(mark.spec.attributes["data-f"]);
    });
    return found;
  }

  show(span: Span, focus = true): void {
    this.view.dispatch({ selection: { anchor: span.from, head: span.to }, effects: EditorView.scrollIntoView(span.from, { y: "center" }) });
    if (focus) this.view.focus();
  }

  line(number: number): Span {
    const at = this.view.state.doc.line(Math.min(number, this.view.state.doc.lines));
    return { from: at.from, to: at.from };
  }

  get cursor(): Span {
    return this.view.state.selection.main;
  }

  get undoable(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  get redoable(): boolean {
    return redoDepth(this.view.state) > 0;
  }

  undo(): void {
    undo(this.view);
  }

  redo(): void {
    redo(this.view);
  }
}
