/** Python in a worker: it is given its parts, and then answers requests. It has no way out: see `fetch`. */

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import { entries } from "./packed";

interface Parts {
  wasm: Uint8Array<ArrayBuffer>;
  stdlib: Uint8Array<ArrayBuffer>;
  lib: Uint8Array<ArrayBuffer>;
}

interface Answerer {
  answer(request: Uint8Array): { toJs(): Uint8Array; destroy(): void };
}

const BASE = "https://parts.invalid/";
const SITE = "/lib/python3.14/site-packages";

async function started(parts: Parts): Promise<Answerer> {
  const held: Record<string, [Uint8Array<ArrayBuffer>, string]> = {
    "pyodide.asm.wasm": [parts.wasm, "application/wasm"],
    "python_stdlib.zip": [parts.stdlib, "application/zip"],
  };
  self.importScripts = () => undefined; // Pyodide tries it, to see what kind of worker this is
  // Pyodide asks for its parts by address; they are here, and nothing else is to be had.
  self.fetch = async (asked) => {
    const found = held[String(asked).replace(BASE, "")];
    if (!found) throw new TypeError(`no such part: ${String(asked)}`);
    return new Response(found[0], { headers: { "Content-Type": found[1] } });
  };
  const python = await loadPyodide({
    indexURL: BASE,
    stdLibURL: `${BASE}python_stdlib.zip`,
    lockFileContents: { info: { version: "", ...info } as never, packages: {} },
    packageBaseUrl: BASE,
    createPyodideModule: createPyodideModule as never,
    env: { HOME: "/home/pyodide", LANG: "C.UTF-8" },
  });
  const made = new Set<string>();
  for (const { name, data } of entries(parts.lib)) {
    const path = `${SITE}/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) {
      python.FS.mkdirTree(folder);
      made.add(folder);
    }
    python.FS.writeFile(path, data);
  }
  return python.pyimport("speechlint.api.desk").Desk() as Answerer;
}

let desk: Answerer | undefined;

self.onmessage = async ({ data }: MessageEvent<{ id: number; parts?: Parts; request?: Uint8Array }>) => {
  try {
    if (data.parts) {
      desk = await started(data.parts);
      self.postMessage({ id: data.id });
    } else if (desk && data.request) {
      const told = desk.answer(data.request);
      const reply = told.toJs();
      told.destroy();
      self.postMessage({ id: data.id, reply }, { transfer: [reply.buffer] });
    }
  } catch (why) {
    self.postMessage({ id: data.id, error: String(why) });
  }
};
