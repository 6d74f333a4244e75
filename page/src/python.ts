/** Pyodide made of its parts. It has no way out: see `fetch`. */

import "./closed";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide, type PyodideAPI } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";

export interface Python {
  wasm: Uint8Array<ArrayBuffer>;
  stdlib: Uint8Array<ArrayBuffer>;
}

const BASE = "https://parts.invalid/";

export function python(parts: Python): Promise<PyodideAPI> {
  const held: Record<string, [Uint8Array<ArrayBuffer>, string]> = {
    "pyodide.asm.wasm": [parts.wasm, "application/wasm"],
    "python_stdlib.zip": [parts.stdlib, "application/zip"],
  };
  // Pyodide asks for its parts by address; they are here, and nothing else is to be had.
  self.fetch = async (asked) => {
    const found = held[String(asked).replace(BASE, "")];
    if (!found) throw new TypeError(`no such part: ${String(asked)}`);
    return new Response(found[0], { headers: { "Content-Type": found[1] } });
  };
  return loadPyodide({
    indexURL: BASE,
    stdLibURL: `${BASE}python_stdlib.zip`,
    lockFileContents: { info: { version: "", ...info } as never, packages: {} },
    packageBaseUrl: BASE,
    createPyodideModule: createPyodideModule as never,
    env: { HOME: "/home/pyodide", LANG: "C.UTF-8" },
  });
}
