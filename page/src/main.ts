import "./style.css";
import { App } from "./app";
import { type Engine, inTab, served } from "./engine";
import { WORDS } from "./words";

/** The parts in this page, where it is the file; else `speechlint serve` stands behind it. */
async function engine(): Promise<Engine> {
  const part = (name: string) => document.querySelector(`script[data-part="${name}"]`)?.textContent ?? "";
  if (part("wasm")) return inTab(part);
  const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
  return served(token);
}

const app = new App(document.getElementById("app")!);
if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") app.broken(WORDS.zh!.noWasm);
else
  engine().then((made) => {
    Object.assign(window, { speechlint: made }); // what is measured, and what one may try in the console
    return app.begin(made);
  }, (why: unknown) => app.broken(WORDS.zh!.failed + String(why)));
