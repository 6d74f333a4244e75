import { describe, expect, test } from "vitest";
import { framed, parted } from "../src/engine";
import { Latest } from "../src/latest";
import { Offsets } from "../src/offsets";
import { checked, compatible, counts, isShown } from "../src/report";
import { pieces } from "../src/printed";
import { filled, WORDS } from "../src/words";

const told = (findings: object[], rows: object[]) => ({
  report: JSON.stringify({ files: [{ as_of: "2026-11-28" }], findings }),
  rows,
  muted: [],
  outline: [{ title: "讲话", line: 1, characters: 9, findings: [], items: [{ mark: "一、", heading: "抓学习", line: 3, characters: 4, findings: [], items: [] }] }],
  damage: 2,
  left_out: "",
});
const row = { family: "PLH", family_title: "占位符", level: "必须改", place: "1:2", message: "", change: "", authority: "" };
const one = { code: "PLH002", severity: "error", offset: 1, end_offset: 3, text: "XX", fingerprint: "0", occurrences: [], fixes: [] };

describe("places", () => {
  test("code points become UTF-16 units", () => {
    const at = new Offsets("a𠮷b𠮷c");
    expect([0, 1, 2, 3, 4, 5].map((point) => at.unit(point))).toEqual([0, 1, 3, 4, 6, 7]);
    expect(new Offsets("讲话稿").unit(2)).toBe(2);
  });

  test("findings and edits stand where the editor counts", () => {
    const fix = { title: "删去", safe: true, edits: [{ offset: 1, end_offset: 3, text: "三" }] };
    const made = checked("𠮷XX户", told([{ ...one, fixes: [fix] }], [row]));
    expect(made.findings[0]!.places).toEqual([{ from: 2, to: 4 }]);
    expect(made.findings[0]!.fixes[0]!.edits).toEqual([{ from: 2, to: 4, insert: "三" }]);
    expect(made.outline.map(({ title, depth }) => [title, depth])).toEqual([["讲话", 0], ["一、抓学习", 1]]);
    expect(counts(made.findings)).toEqual({ error: 1, warning: 0, info: 0 });
  });

  test("a finding shows where its level and its family do", () => {
    const [finding] = checked("aXX", told([one], [row])).findings;
    expect(isShown(finding!, { levels: new Set(["error"]), hidden: new Set() })).toBe(true);
    expect(isShown(finding!, { levels: new Set(["error"]), hidden: new Set(["PLH"]) })).toBe(false);
    expect(isShown(finding!, { levels: new Set(["info"]), hidden: new Set() })).toBe(false);
  });

  test("fixes that touch are not made together", () => {
    const fix = (from: number, to: number) => ({ title: "", safe: true, edits: [{ from, to, insert: "x" }] });
    expect(compatible([fix(4, 6), fix(0, 2), fix(5, 7), fix(0, 0)]).map((edit) => edit.from)).toEqual([0, 4]);
  });

  test("on paper a text is whole, each piece under the gravest finding", () => {
    const text = "去年XX户";
    const grave = checked(text, told([{ ...one, offset: 2, end_offset: 4 }, { ...one, severity: "info", offset: 1, end_offset: 5 }], [row, row]));
    const made = pieces(text, grave.findings);
    expect(made.map((piece) => piece.text).join("")).toBe(text);
    expect(made.filter((piece) => piece.finding).map((piece) => piece.text)).toEqual(["XX"]);
  });
});

describe("the wire", () => {
  test("a line of JSON, and bytes behind it, which may hold lines", () => {
    const data = new TextEncoder().encode("一\n二");
    const { told: back, data: bytes } = parted(framed({ op: "open", name: "讲\n话" }, data));
    expect(back).toEqual({ op: "open", name: "讲\n话" });
    expect(bytes).toEqual(data);
  });
});

describe("the latest check", () => {
  const later = <T>(value: T) => new Promise<T>((done) => setTimeout(() => done(value), 5));
  const idle = () => new Promise((done) => setTimeout(done, 60));

  test("what was overtaken never reports, and only the last of those waiting is done", async () => {
    const [done, ran]: [number[], number[]] = [[], []];
    const checks = new Latest<number>((value) => done.push(value), () => done.push(-1));
    for (const value of [1, 2, 3]) {
      checks.ask(() => {
        ran.push(value);
        return later(value);
      });
    }
    expect(checks.busy).toBe(true);
    await idle();
    expect(ran).toEqual([1, 3]);
    expect(done).toEqual([3]);
    expect(checks.busy).toBe(false);
  });

  test("one that failed is told, one that was cancelled is not", async () => {
    const told: string[] = [];
    const checks = new Latest<number>(() => told.push("done"), (why) => told.push(String(why)));
    checks.ask(() => Promise.reject(new Error("no")));
    await idle();
    checks.ask(() => later(1));
    checks.cancel();
    await idle();
    expect(told).toEqual(["Error: no"]);
  });
});

describe("words", () => {
  test("both languages say the same things, with the same gaps", () => {
    const gaps = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
    const [zh, en] = [WORDS.zh!, WORDS.en!];
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) expect(gaps(en[key]), key).toEqual(gaps(zh[key]));
    expect(filled("{a} 和 {b}", { a: 1 })).toBe("1 和 {b}");
  });
});
