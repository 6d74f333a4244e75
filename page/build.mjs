// Vite builds the page and its worker; this lays beside them the parts of Pyodide, trimmed.
// dist/front.html is the page without a back end, dist/engine/* what stands behind it in the file; see also made.mjs.
import { bundle } from "./bundle.mjs";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/engine", { recursive: true });
await bundle("src/main.ts", "dist/.front");
await bundle("src/worker.ts", "dist/.worker");
const script = readFileSync("dist/.front/out.js", "utf8").replaceAll("</script", "<\\/script").trim();
const style = readFileSync("dist/.front/out.css", "utf8").trim();
const front = readFileSync("index.html", "utf8");
writeFileSync(
  "dist/front.html",
  front.replace("/*STYLE*/", () => style).replace("/*SCRIPT*/", () => script),
);
cpSync("dist/.worker/out.js", "dist/engine/worker");
cpSync("node_modules/pyodide/pyodide.asm.wasm", "dist/engine/wasm");
for (const made of ["dist/.front", "dist/.worker"]) rmSync(made, { recursive: true });
