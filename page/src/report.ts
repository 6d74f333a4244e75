/** What a check tells: the JSON report of the command line, and the rows that stand beside its findings. */

import { Offsets } from "./offsets";

export type Severity = "error" | "warning" | "info";

export interface Span {
  from: number;
  to: number;
}

export interface Edit extends Span {
  insert: string;
}

export interface Fix {
  title: string;
  safe: boolean;
  edits: Edit[];
}

/** Places are in UTF-16 units of the text that was checked. */
export interface Finding {
  id: number;
  code: string;
  severity: Severity;
  family: string;
  familyTitle: string;
  level: string;
  place: string;
  message: string;
  change: string;
  authority: string;
  words: string;
  fingerprint: string;
  places: Span[];
  fixes: Fix[];
}

export interface Heading {
  title: string;
  line: number;
  depth: number;
  characters: number;
  wrong: { message: string; severity: Severity }[];
}

export interface Muted {
  code: string;
  words: string;
  kind: string;
  reason: string;
}

export interface Checked {
  text: string;
  findings: Finding[];
  muted: Muted[];
  outline: Heading[];
  damage: number;
  leftOut: string;
  asOf: string;
}

/* eslint-disable @typescript-eslint/no-explicit-any */
export function checked(text: string, told: any): Checked {
  const report = JSON.parse(told.report);
  const at = new Offsets(text);
  return {
    text,
    findings: report.findings.map((one: any, id: number) => finding(one, told.rows[id], id, at)),
    muted: told.muted,
    outline: told.outline.flatMap((speech: any) => headings(speech)),
    damage: told.damage,
    leftOut: told.left_out,
    asOf: report.files[0]?.as_of ?? "",
  };
}

function finding(one: any, row: any, id: number, at: Offsets): Finding {
  const places = one.occurrences.length ? one.occurrences : [one];
  return {
    id,
    code: one.code,
    severity: one.severity,
    family: row.family,
    familyTitle: row.family_title,
    level: row.level,
    place: row.place,
    message: row.message,
    change: row.change,
    authority: row.authority,
    words: one.text,
    fingerprint: one.fingerprint,
    places: places.map((place: any) => span(place, at)),
    fixes: one.fixes.map((fix: any) => ({ title: fix.title, safe: fix.safe, edits: edits(fix.edits, at) })),
  };
}

const span = (place: any, at: Offsets): Span => ({ from: at.unit(place.offset), to: at.unit(place.end_offset) });

/** Edits of the library as changes of the editor. */
export function edits(told: any[], at: Offsets): Edit[] {
  return told.map((edit) => ({ ...span(edit, at), insert: edit.text }));
}

function headings(speech: any): Heading[] {
  const title = speech.title ? [heading(speech, speech.title, 0)] : [];
  const below = (items: any[], depth: number): Heading[] =>
    items.flatMap((item) => [heading(item, `${item.mark}${item.heading}`, depth), ...below(item.items, depth + 1)]);
  return [...title, ...below(speech.items, 1)];
}

const heading = (item: any, title: string, depth: number): Heading => ({
  title,
  line: item.line,
  depth,
  characters: item.characters,
  wrong: item.findings,
});

/** The first fix to offer, and all fixes of one rule that do not touch each other, in order. */
export function compatible(fixes: Fix[]): Edit[] {
  const kept: Edit[] = [];
  for (const fix of fixes) {
    const touches = fix.edits.some((edit) =>
      kept.some((other) => edit.from < other.to && other.from < edit.to || edit.from === other.from),
    );
    if (!touches) kept.push(...fix.edits);
  }
  return kept.sort((a, b) => a.from - b.from);
}

export interface Shown {
  levels: ReadonlySet<Severity>;
  hidden: ReadonlySet<string>;
}

export const isShown = (one: Finding, shown: Shown): boolean =>
  shown.levels.has(one.severity) && !shown.hidden.has(one.family);

export function counts(findings: Finding[]): Record<Severity, number> {
  const made = { error: 0, warning: 0, info: 0 };
  for (const one of findings) made[one.severity]++;
  return made;
}
