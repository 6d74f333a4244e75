/** A page that holds one library, and checks with it: `window.warm(text)`. */

import { inflated } from "../src/packed";

const part = (name: string) => document.querySelector(`[data-part="${name}"]`)!.textContent!;

const begin = async () => {
  const [code, wasm, stdlib, lib, check] = await Promise.all(["worker", "wasm", "stdlib", "lib", "check"].map((name) => inflated(part(name))));
  const worker = new Worker(URL.createObjectURL(new Blob([code!], { type: "text/javascript" })));
  const next = () => new Promise<MessageEvent>((done) => (worker.onmessage = done));
  Object.assign(window, {
    warm: async (text: string) => {
      worker.postMessage({ text });
      await next();
    },
  });
  worker.postMessage({ wasm, stdlib, lib, check });
  const { data: told } = await next();
  document.body.dataset.ready = told;
};
void begin();
