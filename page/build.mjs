// Vite builds the page and its worker; this lays beside them the parts of Pyodide, trimmed.
// dist/front.html is the page without a back end, dist/engine/* what stands behind it in the file.
import { build } from "vite";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

// Else Vite puts the 10 MB of wasm into the worker: it comes beside it.
const apart = {
  name: "wasm-apart",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("pyodide.asm.mjs") ? code.replace('new URL("pyodide.asm.wasm",import.meta.url).href', '"pyodide.asm.wasm"') : null,
};
const known = new Set(["EVAL", "COMMONJS_VARIABLE_IN_ESM"]); // Pyodide's own

const bundle = async (entry, format, outDir) =>
  build({
    configFile: false,
    logLevel: "error",
    plugins: [apart],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      minify: true,
      lib: { entry, formats: [format], name: "page", fileName: () => "out.js", cssFileName: "out" },
      rollupOptions: {
        output: { codeSplitting: false },
        onLog: (level, log, handler) => known.has(log.code) || handler(level, log),
      },
    },
  });

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/engine", { recursive: true });
await bundle("src/main.ts", "iife", "dist/.front");
await bundle("src/worker.ts", "iife", "dist/.worker");
const script = readFileSync("dist/.front/out.js", "utf8").replaceAll("</script", "<\\/script").trim();
const style = readFileSync("dist/.front/out.css", "utf8").trim();
const front = readFileSync("index.html", "utf8");
writeFileSync(
  "dist/front.html",
  front.replace("/*STYLE*/", () => style).replace("/*SCRIPT*/", () => script),
);
cpSync("dist/.worker/out.js", "dist/engine/worker");
cpSync("node_modules/pyodide/pyodide.asm.wasm", "dist/engine/wasm");
cpSync("node_modules/pyodide/python_stdlib.zip", "dist/engine/stdlib");
for (const made of ["dist/.front", "dist/.worker"]) rmSync(made, { recursive: true });
