/** Pyodide alone, loaded as the page loads it: what a start costs that no page can save. */

import { inflated } from "../src/packed";

const part = (name: string) => document.querySelector(`[data-part="${name}"]`)!.textContent!;

const begin = async () => {
  const [code, wasm, stdlib] = await Promise.all(["worker", "wasm", "stdlib"].map((name) => inflated(part(name))));
  const worker = new Worker(URL.createObjectURL(new Blob([code!], { type: "text/javascript" })));
  worker.onmessage = () => (document.body.dataset.ready = "yes");
  worker.postMessage({ wasm, stdlib });
};
void begin();
