/** The draft and its findings whole, for paper: the editor holds only the lines in sight. */

import { el, visible } from "./dom";
import type { Finding } from "./report";

const LETTERS = { error: "e", warning: "w", info: "i" };

interface Piece {
  text: string;
  finding?: Finding;
}

/** A text in pieces, each under one finding or none; where several lie, the gravest. */
export function pieces(text: string, findings: Finding[]): Piece[] {
  const grave = { error: 3, warning: 2, info: 1 };
  const spans = findings
    .flatMap((finding) => finding.places.map((place) => ({ ...place, finding })))
    .filter((one) => one.to > one.from)
    .sort((a, b) => grave[b.finding.severity] - grave[a.finding.severity] || a.from - b.from);
  const kept: typeof spans = [];
  for (const one of spans) if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  kept.sort((a, b) => a.from - b.from);
  const made: Piece[] = [];
  let at = 0;
  for (const { from, to, finding } of kept) {
    if (from > at) made.push({ text: text.slice(at, from) });
    made.push({ text: text.slice(from, to), finding });
    at = to;
  }
  if (at < text.length) made.push({ text: text.slice(at) });
  return made;
}

export function printed(name: string, text: string, findings: Finding[]): HTMLElement {
  const body = el("div", { class: "paper" });
  for (const { text: words, finding } of pieces(text, findings)) {
    body.append(finding ? el("mark", { class: LETTERS[finding.severity] }, words, el("sup", {}, String(finding.id + 1))) : words);
  }
  const rows = findings.map((one) =>
    el("li", { value: String(one.id + 1) }, `${one.level} ${one.code} ${one.place} ${visible(one.message)}`),
  );
  return el("section", { class: "printed", "aria-hidden": "true" }, el("h1", {}, visible(name)), body, el("ol", {}, ...rows));
}
